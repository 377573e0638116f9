/** A version of a document, by the addresses it is read at. */
export type Addressed = { strategies: readonly string[]; document: string; version: number }

/** Most references taken from one text. */
const mostReferences = 50

/** The paragraphs of a version that a text refers to by their public address, in any language, each once. */
export function referencesIn(text: string, { strategies, document, version }: Addressed): string[] {
  const found = new Set<string>()
  const addresses = /\/strategies\/([^/\s"]+)\/documents\/([^/\s"]+)\/(\d+)#avsnitt-([a-z0-9.]+)/g
  for (const [, strategy = '', own, number, anchor = ''] of text.matchAll(addresses)) {
    if (!strategies.includes(strategy) || own !== document || Number(number) !== version) continue
    // A full stop after the address ends the sentence.
    found.add(anchor.replace(/\.+$/, ''))
    if (found.size === mostReferences) break
  }
  return [...found]
}
