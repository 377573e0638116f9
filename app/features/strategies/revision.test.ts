import { expect, test } from 'vitest'
import { changesBetween, REGISTER_FIELDS, type RegisterRecord } from './revision.ts'

const record: RegisterRecord = {
  ...{ slug: 'lik-tilgang', kind: 'project', title: { nb: 'Lik tilgang' }, published: true },
  ...{ projectNumber: 'DEP042:00/2026', caseNumber: '26/1482', status: 'ongoing', organisers: [] },
  ...{ mandateFrom: '2021-10-13', mandateTo: '2022-09-30', appointedOn: '2021-10-13' },
  ...{ goals: { nb: 'Alle får like god hjelp.' }, goalsOn: '2021-10-13', results: null, resultsOn: null },
  ...{ summary: { nb: 'Kort', nn: 'Stutt' }, parentId: null, scope: {}, legalRegime: {}, contactEmail: '' },
}

test('a save that changed nothing changed nothing, whatever order its words came in', () => {
  expect(changesBetween(record, { ...record, summary: { nn: 'Stutt', nb: 'Kort' } })).toEqual([])
})

test('results appended stand with their day, and the goals are as they were', () => {
  const after = { ...record, status: 'ended', results: { nb: 'To av tre mål.' }, resultsOn: '2022-10-20' }
  expect(changesBetween(record, after)).toEqual([
    { field: 'status', before: 'ongoing', after: 'ended' },
    { field: 'results', before: null, after: { nb: 'To av tre mål.' } },
    { field: 'resultsOn', before: null, after: '2022-10-20' },
  ])
})

test('a field an older save did not know has not changed', () => {
  const { published: _, ...older } = record
  expect(changesBetween(older, record)).toEqual([])
})

test('every field of the record has its place on the page', () => {
  expect([...REGISTER_FIELDS].sort()).toEqual(Object.keys(record).sort())
})
