import { stemmer as snowball } from '@orama/stemmers/swedish'

const irregular: ReadonlyMap<string, string> = new Map(
  ['bok böcker böckerna böckers', 'land länder länderna', 'stad städer städerna', 'man män männen'].flatMap(
    (line) => {
      const [word = '', ...forms] = line.split(' ')
      return forms.map((form): [string, string] => [form, word])
    },
  ),
)
const small = /^(?:utan|innan|sedan|redan|medan|nästan|början|någon|annan)$|plan$/

/**
 * The Swedish stem: Snowball's, again until nothing more goes, so that "resursen" meets "resurs"; and the endings of
 * "skolan", "beslutet" and "miljön", which Snowball leaves.
 */
export function swedish(word: string): string {
  const known = irregular.get(word)
  if (known) return known
  let stem = word
  for (let before = ''; before !== stem; ) {
    before = stem
    stem = withoutDefinite(shortened(stem))
  }
  return stem.length >= 6 ? stem.replace(/([rv])d$/, '$1').replace(/lt$/, 'l') : stem
}

function shortened(word: string): string {
  const stem = snowball(word)
  const onlyS = word.length === stem.length + 1 && word.endsWith('s')
  return stem.length < 3 || (onlyS && stem.length < 4) ? word : stem
}

function withoutDefinite(word: string): string {
  if (small.test(word)) return word
  return word.replace(/^(.*[aeiouyåäö].*[^aeiouyåäö])(?:an|et)$/, '$1').replace(/^(.{3,}[öåäo])n$/, '$1')
}
