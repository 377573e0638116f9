import type { Entry } from '#app/features/questionnaires/filled.ts'
import type { QuestionKind } from '#app/features/questionnaires/question.ts'
import type { Database } from '#db/client.server.ts'
import { aQuestionnaire } from './strategies.ts'

const named = (...pairs: [key: string, nb: string][]) =>
  pairs.map(([key, nb]) => ({ key, label: { nb, nn: nb } }))

const choices = named(['net', 'Nett i alle rom'], ['staff', 'Flere på IKT'], ['books', 'Trykte lærebøker'])

/** A question of every kind but files, each with what its kind needs. */
export async function aQuestionOfEveryKind(db: Database, round: { id: string; strategyId: string }) {
  const rows = await aQuestionnaire(db, round, [
    { kind: 'rich-text', settings: { importance: true } },
    { kind: 'single-choice', options: choices },
    { kind: 'multiple-choice', options: choices, settings: { most: 2 } },
    {
      kind: 'scale',
      options: named(['1', 'Uenig'], ['2', 'Delvis enig'], ['3', 'Enig']),
      settings: { importance: true },
    },
    { kind: 'ranking', options: choices },
    { kind: 'swot', settings: { levels: named(['owner', 'Skoleeier'], ['school', 'Skole']) } },
    {
      kind: 'table',
      settings: {
        rows: named(['net', 'Nett'], ['devices', 'Utstyr']),
        columns: [{ key: 'cost', label: { nb: 'Kostnad', nn: 'Kostnad' }, kind: 'amount', unit: 'kroner' }],
      },
    },
    { kind: 'acceptance', options: named(['yes', 'Vi godtar'], ['no', 'Vi godtar ikke']) },
    { kind: 'participants', settings: { most: 5 } },
    { kind: 'general' },
  ])
  return new Map(rows.map((row) => [row.kind as QuestionKind, row]))
}

/** What somebody fills in for each of them, by the part of the field after its own name. */
export const filledInForEveryKind: Partial<Record<QuestionKind, Entry[]>> = {
  'rich-text': [
    ['', 'Vi ønsker kortere frister.'],
    ['.importance', '4'],
  ],
  'single-choice': [['', 'staff']],
  'multiple-choice': [
    ['.choice', 'net'],
    ['.choice', 'books'],
  ],
  scale: [
    ['', 'no-opinion'],
    ['.importance', '1'],
  ],
  ranking: [
    ['.rank.books', '1'],
    ['.rank.net', '2'],
  ],
  swot: [['.school.strengths', 'Trygge lærere.']],
  table: [['.net.cost', '1 234,50']],
  acceptance: [
    ['', 'yes'],
    ['.note', 'Forutsatt full finansiering.'],
  ],
  participants: [
    ['.person.0.name', 'Ragna Berge'],
    ['.person.0.leadership', 'political'],
  ],
  general: [['', 'Takk for at vi får uttale oss.']],
}
