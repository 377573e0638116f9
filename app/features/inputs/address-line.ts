import { type Span, spansOf } from './span.ts'

const street =
  'veien|vegen|veg|vei|gata|gaten|gate|gato|alléen|alleen|allé|alle|plass|plassen|stien|stubben|bakken|bakkane|' +
  'kroken|svingen|svingane|torget|torg|tunet|ringen|brygga|kaia|åsen|terrasse|vollen|smuget|løkka|jordet|lia|' +
  'haugen|hagen|lunden|sletta|geaidnu|luodda|gatan|vägen|gränd|stigen|backen|gränden'
const name = "\\p{Lu}[\\p{L}'’.-]{1,40}"
const number = '\\d{1,3}(?:[ \\u00a0]?[A-Ha-h](?![\\p{L}\\p{N}]))?(?![\\p{L}\\p{N}%])'
const notMeasure =
  '(?![.,]\\d|[ \\u00a0](?:prosent|kr|kroner|mill|millioner|år|elever|barn|lærere|kilometer|km|meter)\\b)'
const place = `\\d{4}[ \\u00a0]${name}(?:[ \\u00a0]${name})?`
const before = '(?<![\\p{L}\\p{N}])'
// Nobody lives on «Europavei 6»: these are numbers of roads.
const notRoad = '(?!(?:Europa|Riks|Fylkes|Motor)ve[ig])'

// Storgata 12, Karl Johans gate 5 B, Nordre vei 3, 9999 Lyngstrand. The name before a word of its own has at most three.
const part =
  '(?:Nedre|Øvre|Nordre|Søndre|Østre|Vestre|Indre|Ytre|Gamle|Store|Lille|Vesle|Norra|Södra|Östra|Västra)'
const oneWord = `(?:${part}[ \\u00a0])?\\p{Lu}[\\p{L}'’-]{0,40}(?:${street})`
const ownWord = `(?:${name}[ \\u00a0]){1,3}(?:${street})`
const streetLine = new RegExp(
  `${before}${notRoad}(?:${oneWord}|${ownWord})[ \\u00a0]${number}${notMeasure}(?:,?[ \\u00a0\\n]${place})?`,
  'gu',
)
const english = new RegExp(
  `${before}\\d{1,4}[ \\u00a0](?:${name}[ \\u00a0]){1,3}(?:Street|Road|Lane|Avenue|Square)(?![\\p{L}])`,
  'gu',
)
const box = new RegExp(
  `${before}[Pp]ostboks[ \\u00a0]\\d{1,4}(?:[ \\u00a0]\\p{Lu}\\p{L}+)?(?:,?[ \\u00a0\\n]${place})?`,
  'gu',
)
// A year is no postal code: «2023 Oslo» is one only where a street stands before it.
const placeLine = new RegExp(`(?<=^|\\n|, )(?!19\\d\\d|20\\d\\d)${place}(?=$|\\n|[,.])`, 'gu')

/** Where a text says where somebody lives: a street with its number, a box, a postal code with its place. UTF-16 units. */
export function findAddresses(text: string): Span[] {
  return [streetLine, english, box, placeLine].flatMap((pattern) => spansOf(pattern, text))
}
