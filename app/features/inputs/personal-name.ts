import { givenNames, namesThatAreWords } from './given-names.ts'
import type { Span } from './span.ts'

const words = /\p{L}[\p{L}\p{M}'’-]*|[.!?:;,()\n«»"–]/gu
const particles = new Set(['van', 'von', 'de', 'der', 'af', 'av', 'al', 'el', 'bin', 'ben', 'da', 'la'])

// After these a name alone is enough: they are about one child, one parent, one teacher.
const personBefore = new Set(
  (
    'eleven elev sønnen sønn dattera datteren datter barnet guten gutten jenta jenten læraren læreren lærer lærar ' +
    'assistenten miljøarbeideren barnehagelæreren pedagogen kontaktlæreren kontaktlæraren barnebarnet broren søsteren ' +
    'søstera moren faren mora faren foreldrene foreldra far mor pappa mamma son sonen dotter dottera pupil son daughter ' +
    'teacher mother father eleven dottern läraren pojken flickan mamman pappan barnet heter heiter named called kalla kalt'
  ).split(' '),
)
// «mor til Emil», «mother of Emil»: the word between.
const linking = new Set(['til', 'of', 'to', 'åt', 'min', 'mi', 'vår', 'my', 'our', 'er', 'is', 'som'])

// A body or a place bears somebody's name: Anna Rogstads skole, Olav Nygards veg.
const bodyAfter = new Set(
  (
    'skole skule skolen skulen barneskole barneskule ungdomsskole ungdomsskule barnehage barnehagen barnehager kommune ' +
    'kommunen kommuner fylkeskommune fylke by bydel kirke kyrkje kirken menighet sokn plass gate gata vei veg veien ' +
    'vegen allé universitet høgskole høyskole videregående vidaregåande gymnas stiftelse stiftelsen fond fondet senter ' +
    'senteret museum bibliotek forlag pris prisen as asa sa ks ikt skola förskola kommun stad universitetet school ' +
    'kindergarten municipality city county university centre foundation lov loven'
  ).split(' '),
)
const bodyAtEnd =
  /-(skolen|skulen|instituttet|senteret|huset|selskapet|fondet|prisen|museet|regjeringen|regjeringa)$/u
const notSurname = new Set(
  (
    'Kommune Oslo Bergen Trondheim Stavanger Tromsø Bodø Norge Noreg Sverige Danmark Norden Norway Januar Februar Mars ' +
    'April Juni Juli August September Oktober November Desember Utdanningsdirektoratet Kunnskapsdepartementet KS KD IKT ' +
    'AS Udir Datatilsynet Stortinget Regjeringen Feide Microsoft Google Apple Teams Office'
  ).split(' '),
)

type Word = Span & { text: string; lower: string; name: boolean }

/**
 * Where a text names somebody: a given name with one to three capitalised words after it, or a name alone after a
 * word for one person («eleven», «mor til»). `known` are names that are no private person's: the sender's own. UTF-16.
 */
export function findNames(text: string, known: readonly string[] = []): Span[] {
  const own = new Set(known.flatMap((name) => name.split(/\s+/)))
  const tokens = [...text.matchAll(words)].map(({ 0: word, index }) => wordAt(word, index))
  const found: Span[] = []
  for (let at = 0; at < tokens.length; at += 1) {
    const word = tokens[at]
    if (!word?.name || own.has(word.text)) continue
    const last = lastOfName(text, tokens, at, own)
    const called = isCalled(tokens, at)
    const given = isGiven(word.text)
    if (!(given && (last > at || called)) && !(called && looksLikeName(word))) continue
    // A name that is also a word needs a surname after it, and not only because a sentence begins with it.
    if (namesThatAreWords.has(word.lower) && !called && last === at) continue
    if (!isBody(text, tokens, last)) found.push({ start: word.start, end: tokens[last]?.end ?? word.end })
    at = last
  }
  return found
}

function wordAt(text: string, start: number): Word {
  const name = /^\p{Lu}/u.test(text)
  return { text, lower: text.toLowerCase(), start, end: start + text.length, name }
}

// «Anne-Marie» by its first part; «Karis» and «Hans'» by what they are a genitive of.
function isGiven(text: string): boolean {
  const [first = ''] = text.toLowerCase().split('-')
  return givenNames.has(first) || (/s$|['’]$/.test(first) && givenNames.has(first.replace(/['’]?s?$/, '')))
}

function lastOfName(text: string, tokens: readonly Word[], at: number, own: ReadonlySet<string>): number {
  let last = at
  for (let next = at + 1; next <= at + 4 && last - at < 3; next += 1) {
    const word = tokens[next]
    const before = tokens[next - 1]
    if (!word || !before || !beside(text, before, word)) break
    if (particles.has(word.lower) && !word.name) continue
    // A genitive ends a name: «Kari Nordmanns Oslo».
    const ends = next - 1 > at && /\p{Ll}s$/u.test(before.text) && notSurname.has(word.text)
    if (!looksLikeName(word) || ends || own.has(word.text)) break
    last = next
  }
  return last
}

const looksLikeName = ({ text, name }: Word) =>
  name && /\p{Ll}/u.test(text) && text.length > 1 && !notSurname.has(text)

const beside = (text: string, one: Word, next: Word) => /^[ \u00a0]$/.test(text.slice(one.end, next.start))

function isCalled(tokens: readonly Word[], at: number): boolean {
  const before = tokens[at - 1]
  if (!before) return false
  if (personBefore.has(before.lower)) return true
  const further = tokens[at - 2]
  return linking.has(before.lower) && further !== undefined && personBefore.has(further.lower)
}

function isBody(text: string, tokens: readonly Word[], last: number): boolean {
  const [end, after] = [tokens[last], tokens[last + 1]]
  if (!end) return false
  if (bodyAfter.has(end.lower) || bodyAtEnd.test(end.lower)) return true
  return after !== undefined && beside(text, end, after) && bodyAfter.has(after.lower)
}
