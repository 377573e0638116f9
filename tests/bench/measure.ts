/** The middle one: a burst of noise from the machine moves it little. */
export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/** How many times a second `work` gets done by `lanes` at once, over `ms` milliseconds. */
export async function perSecond(ms: number, lanes: number, work: () => Promise<unknown>): Promise<number> {
  const until = performance.now() + ms
  const started = performance.now()
  let done = 0
  const lane = async () => {
    while (performance.now() < until) {
      await work()
      done++
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  return (done * 1000) / (performance.now() - started)
}

/** Measures every variant once per round, in another order each round, and gives each one's median. */
export async function sideBySide<Name extends string>(
  rounds: number,
  variants: Record<Name, () => Promise<number>>,
): Promise<Record<Name, number>> {
  const names = Object.keys(variants) as Name[]
  const measured = new Map<Name, number[]>(names.map((name) => [name, []]))
  for (let round = 0; round < rounds; round++) {
    const order = names.map((_, i) => names[(i + round) % names.length] as Name)
    for (const name of round % 2 ? order.reverse() : order) measured.get(name)?.push(await variants[name]())
  }
  return Object.fromEntries(names.map((name) => [name, median(measured.get(name) ?? [])])) as Record<
    Name,
    number
  >
}
