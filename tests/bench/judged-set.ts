import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Grades } from './relevance.ts'

/** A passage to search in. */
export type JudgedPassage = { readonly id: string; readonly text: string; readonly lang: string }

/** A question whose answers are known. `free`: any of its words may match; otherwise it is typed as a search. */
export type JudgedQuery = {
  readonly id: string
  readonly kind: string
  readonly text: string
  readonly free: boolean
  readonly grades: Grades
}

export type JudgedSet = {
  readonly passages: readonly JudgedPassage[]
  readonly queries: readonly JudgedQuery[]
}

/** The same sentence in both written standards. */
export type SentencePair = { readonly nb: string; readonly nn: string }

type Found = { _id: string; text: string; lang?: string }

/** A set kept as passages.jsonl, queries.jsonl and qrels.tsv. */
export function readJudgedSet(directory: string): JudgedSet {
  const grades = new Map<string, Map<string, number>>()
  for (const line of linesOf(directory, 'qrels.tsv').slice(1)) {
    const [query = '', passage = '', grade = ''] = line.split('\t')
    const known = grades.get(query) ?? new Map<string, number>()
    grades.set(query, known.set(passage, Number(grade)))
  }
  const passages = linesOf(directory, 'passages.jsonl').map((line) => JSON.parse(line) as Found)
  const queries = linesOf(directory, 'queries.jsonl').map(
    (line) => JSON.parse(line) as { id: string; text: string },
  )
  return {
    passages: passages.map(({ _id, text, lang = 'nb' }) => ({ id: _id, text, lang })),
    queries: queries.map(({ id, text }) => ({
      id,
      text,
      kind: 'question',
      free: true,
      grades: grades.get(id) ?? new Map(),
    })),
  }
}

/** Sentences of nb_nn_sentences.tsv; none when there is no such file. Pairs that are the same in both are left out. */
export function readSentencePairs(directory: string): SentencePair[] {
  if (!existsSync(path.join(directory, 'nb_nn_sentences.tsv'))) return []
  const [, ...rows] = quotedRows(readFileSync(path.join(directory, 'nb_nn_sentences.tsv'), 'utf8'))
  return rows.flatMap(([nb, nn]) => (nb && nn && nb !== nn ? [{ nb, nn }] : []))
}

/** Rows of tab-separated text; a cell in quotes may hold tabs, line breaks and doubled quotes. */
export function quotedRows(text: string): string[][] {
  const cell = /(?:"((?:[^"]|"")*)"|((?!")[^\t\r\n]*))(\t|\r?\n|$)/gy
  const rows: string[][] = [[]]
  while (cell.lastIndex < text.length) {
    const found = cell.exec(text)
    if (!found) throw new Error('A quote is never closed.')
    const [, quoted, plain = '', after] = found
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
    if (after !== '\t' && cell.lastIndex < text.length) rows.push([])
  }
  return rows
}

function linesOf(directory: string, name: string): string[] {
  return readFileSync(path.join(directory, name), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
}
