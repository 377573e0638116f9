import type { Done } from '../reading-done.ts'

type Outcome = { passageId: string | null; done: Done | null }

const cuttings = ['split', 'join', 'span', 'restore']

/** Whether an act divides the text otherwise. */
export const isCutting = (fields: FormData) => cuttings.includes(String(fields.get('act')))

// What stands between us and the server says these when it is the server that cannot be reached.
const unreachable = [502, 503, 504]

// What is small goes on also when the page is left; browsers refuse to let more than 64 kB do so.
const isSmall = (fields: FormData) => [...fields.values()].join('').length < 10_000

/** Sends an act. `not-sent` where nobody answered, and it may be tried again; anything else is an answer. */
export async function post(base: string, fields: FormData): Promise<Outcome | { problem: string }> {
  for (const [name, value] of [...fields]) if (value === '') fields.delete(name)
  try {
    const response = await fetch(`${base}/${isCutting(fields) ? 'passages' : 'taggings'}`, {
      ...{ method: 'POST', body: fields, redirect: 'manual', keepalive: isSmall(fields) },
    })
    if (response.type === 'opaqueredirect') return { problem: 'signed-out' }
    if (unreachable.includes(response.status)) return { problem: 'not-sent' }
    if (response.status === 404 || response.status === 403) return { problem: 'gone' }
    if (!response.ok && response.status !== 422) return { problem: 'other' }
    return (await response.json()) as Outcome | { problem: string }
  } catch {
    return { problem: 'not-sent' }
  }
}

/** Whether the page can be read anew: who is out of reach, or signed out, keeps the page with what is written on it. */
export async function canBeRead(base: string): Promise<boolean> {
  try {
    return (await fetch(`${base}/taggings?look`, { redirect: 'manual' })).status === 204
  } catch {
    return false
  }
}

/** A key that no other sending has. crypto.randomUUID is not there on an address without https. */
export function freshKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`
}
