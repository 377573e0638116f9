/** The order that chosen places give; what has no place is not in it, and places twice follow the order they stand in. */
export function placesOf(keys: readonly string[], places: Readonly<Record<string, string>>): string[] {
  return keys
    .map((key) => ({ key, place: Number(places[key] ?? '') }))
    .filter(({ place }) => Number.isInteger(place) && place > 0)
    .sort((one, other) => one.place - other.place)
    .map(({ key }) => key)
}

/** The order after one has got another place, counted from 1; null takes it out. The others move to make room. */
export function movedTo(order: readonly string[], key: string, place: number | null): string[] {
  const others = order.filter((other) => other !== key)
  if (place === null) return others
  const at = Math.min(Math.max(place - 1, 0), others.length)
  return [...others.slice(0, at), key, ...others.slice(at)]
}
