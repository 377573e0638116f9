import { readFileSync } from 'node:fs'
import path from 'node:path'
import { chance, pick } from './chance.ts'
import type { JudgedPassage, JudgedSet } from './judged-set.ts'
import type { Grades } from './relevance.ts'

// A claim is named by its theme and its place within it: skolebibliotek/1. Each is worded twice in each standard.
type Claim = {
  readonly name: string
  readonly theme: string
  readonly stance: string
  readonly wordings: Readonly<Record<string, readonly string[]>>
}

/** A passage, and the claim it makes, if it makes one. */
type Made = JudgedPassage & { readonly claim?: Claim }

const perWording = 5
const besidesPerTheme = 60

/**
 * Talk as in a consultation: 120 claims worded in several ways in both Norwegian standards, some in other languages, and
 * passages that share their words but claim nothing. Who answers what is known because it was made so; nobody writes
 * as evenly as this, so the figures flatter.
 */
export function syntheticSet(): JudgedSet {
  const claims = readClaims()
  const passages: Made[] = shuffled([
    ...claims.flatMap(claimed),
    ...otherLanguages(claims),
    ...besides(claims),
    ...rowsOf('particular.tsv').map(([lang = '', text = '']) => ({ id: '', lang, text })),
  ]).map((made, at) => ({ ...made, id: `p${at}` }))
  const queries = rowsOf('queries.tsv').map(([kind = '', how = '', text = '', target = ''], at) => ({
    id: `q${at}`,
    kind,
    text,
    free: how === 'free',
    grades: gradesOf(target, passages, claims),
  }))
  const lost = queries.find(({ grades }) => grades.size === 0)
  if (lost) throw new Error(`Nothing answers «${lost.text}».`)
  return { passages: passages.map(({ id, lang, text }) => ({ id, lang, text })), queries }
}

function readClaims(): Claim[] {
  const rows = [...rowsOf('claims-1.tsv'), ...rowsOf('claims-2.tsv')]
  return rows.map(([theme = '', stance = '', nb1 = '', nb2 = '', nn1 = '', nn2 = ''], at) => {
    const place = rows.slice(0, at + 1).filter(([other]) => other === theme).length
    return { name: `${theme}/${place}`, theme, stance, wordings: { nb: [nb1, nb2], nn: [nn1, nn2] } }
  })
}

function claimed(claim: Claim, number: number): Made[] {
  const next = chance(number)
  return Object.entries(claim.wordings).flatMap(([lang, wordings]) =>
    wordings.flatMap((wording) =>
      Array.from({ length: perWording }, () => {
        const text = `${pick(talk(lang, 'before'), next)} ${wording}. ${pick(talk(lang, 'after'), next)}`
        return { id: '', lang, text, claim }
      }),
    ),
  )
}

function otherLanguages(claims: readonly Claim[]): Made[] {
  return rowsOf('other-languages.tsv').flatMap(([lang = '', name = '', text = '']) => {
    const claim = claims.find((one) => one.name === name)
    if (!claim) throw new Error(`There is no claim ${name}.`)
    return [{ id: '', lang, text: `${text.charAt(0).toUpperCase()}${text.slice(1)}.`, claim }]
  })
}

// Passages that name what two claims of a theme are about, and say nothing of it.
function besides(claims: readonly Claim[]): Made[] {
  return [...new Set(claims.map(({ theme }) => theme))].flatMap((theme, number) => {
    const next = chance(1_000 + number)
    const among = claims.filter((claim) => claim.theme === theme)
    return Array.from({ length: besidesPerTheme }, (_, at) => {
      const lang = at % 2 === 0 ? 'nb' : 'nn'
      const word = () => pick(longWords(pick(pick(among, next).wordings[lang] ?? [], next)), next)
      const text = pick(talk(lang, 'beside'), next)
        .replaceAll('{n}', String(1 + Math.floor(next() * 28)))
        .replaceAll('{a}', word())
        .replaceAll('{b}', word())
      return { id: '', lang, text }
    })
  })
}

// A claim's name gives grades to the Norwegian passages that make it (3), those of the same theme and stance (2) and of
// the theme (1); with a language only to its own in that language. Patterns must all be found, those with ! must not: grade 1.
function gradesOf(target: string, passages: readonly Made[], claims: readonly Claim[]): Grades {
  if (target.startsWith('/')) {
    const patterns = [...target.matchAll(/(!?)\/((?:\\\/|[^/])+)\//g)].map(([, not, source = '']) => ({
      wanted: not === '',
      pattern: new RegExp(source, 'u'),
    }))
    const answers = passages.filter(({ text }) =>
      patterns.every(({ wanted, pattern }) => pattern.test(text.toLowerCase()) === wanted),
    )
    return new Map(answers.map(({ id }) => [id, 1]))
  }
  const [name, lang] = target.split('@')
  const asked = claims.find((claim) => claim.name === name)
  if (!asked) throw new Error(`There is no claim ${name}.`)
  const gradeOf = (passage: Made) => {
    if (lang) return passage.claim === asked && passage.lang === lang ? 3 : 0
    if (passage.claim?.theme !== asked.theme || !(passage.lang in asked.wordings)) return 0
    if (passage.claim === asked) return 3
    return passage.claim.stance === asked.stance ? 2 : 1
  }
  return new Map(
    passages.map((passage) => [passage.id, gradeOf(passage)] as const).filter(([, grade]) => grade > 0),
  )
}

function talk(lang: string, part: string): string[] {
  return rowsOf('talk.tsv').flatMap(([language, place, text = '']) =>
    language === lang && place === part ? [text] : [],
  )
}

const longWords = (text: string) => text.match(/\p{L}{7,}/gu) ?? [text]

function shuffled<T>(values: readonly T[]): T[] {
  const next = chance(3)
  return values
    .map((value) => ({ value, place: next() }))
    .sort((a, b) => a.place - b.place)
    .map(({ value }) => value)
}

const read = new Map<string, string[][]>()

function rowsOf(name: string): string[][] {
  const known = read.get(name)
  if (known) return known
  const text = readFileSync(path.join(import.meta.dirname, 'claims', name), 'utf8')
  const rows = text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split('\t'))
  read.set(name, rows)
  return rows
}
