import { expect, test } from 'vitest'
import {
  channelOf,
  doubledHeadings,
  languageIn,
  mappingProblems,
  proposedRoles,
  yesIn,
} from './import-mapping.ts'

const questions = [
  {
    id: 'a',
    kind: 'rich-text' as const,
    position: 1,
    title: { nb: 'Hva er viktigst?', nn: 'Kva er viktigast?' },
  },
  { id: 'b', kind: 'table' as const, position: 2, title: { nb: 'Hva koster det?' } },
  { id: 'c', kind: 'general' as const, position: 3, title: { nb: 'Noe annet?' } },
]

test('headings are understood in both written forms, by field and by question', () => {
  expect(
    proposedRoles(['Avsender', 'Kommunenr.', 'Mottatt dato', 'Kva er viktigast?', 'Innspel'], questions),
  ).toEqual([...['sender', 'number', 'received', 'question:a', 'text']])
  expect(proposedRoles(['Spørsmål 1', 'Farge', 'Spørsmål 2'], questions)).toEqual(['question:a', null, null])
})

test('two columns never get one role', () => {
  expect(proposedRoles(['Navn', 'Avsender', 'Tekst', 'Innspill'], questions)).toEqual([
    ...['sender', null, 'text', null],
  ])
})

test('doubled headings are told with their places, and left to whoever looks', () => {
  const columns = ['Navn', 'Tekst', ' navn: ', '', '']
  expect(doubledHeadings(columns)).toEqual([{ heading: 'Navn', at: [0, 2] }])
  expect(proposedRoles(columns, questions)).toEqual([null, 'text', null, null, null])
})

test('a table is read only where somebody sent it and it says something', () => {
  expect(mappingProblems({ columns: ['sender', 'text'] })).toEqual([])
  expect(mappingProblems({ columns: ['number', 'question:a'] })).toEqual([])
  expect(mappingProblems({ columns: ['text', null] })).toEqual([{ reason: 'sender-unmapped' }])
  expect(mappingProblems({ columns: ['sender', 'id'] })).toEqual([{ reason: 'nothing-mapped' }])
  expect(mappingProblems({ columns: ['sender', 'text', 'text'] })).toEqual([{ reason: 'role-twice', at: 2 }])
})

test('how a row came, its language and a yes are words as people write them', () => {
  expect(['E-post', 'brev', 'Munnleg', 'due'].map(channelOf)).toEqual(['e-mail', 'letter', 'oral', null])
  expect(['Bokmål', 'NN', 'davvisámegiella', 'latin'].map(languageIn)).toEqual(['nb', 'nn', 'se', null])
  expect(['Ja', 'x', 'nei', '', 'kanskje'].map(yesIn)).toEqual([true, true, false, false, null])
})
