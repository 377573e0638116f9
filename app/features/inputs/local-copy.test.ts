import { expect, test } from 'vitest'
import {
  type Cupboard,
  dropAllCopies,
  dropCopy,
  findCopy,
  keepCopy,
  type LocalCopy,
  leaveCopy,
} from './local-copy.ts'

function aCupboard(): Cupboard & { kept: Map<string, string> } {
  const kept = new Map<string, string>()
  return {
    kept,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
    key: (at) => [...kept.keys()][at] ?? null,
    get length() {
      return kept.size
    },
  }
}

const kari = { personId: 'kari', inputId: 'innspill', questionId: 'nett' }
const copy = (text: string, at: number): LocalCopy => ({ entries: [['answer-nett', text]], revision: 1, at })
const later = 1_000_000

test('what a closed window left behind is found again, by the same person at the same question only', () => {
  const cupboard = aCupboard()
  keepCopy(cupboard, kari, 'vindu-1', copy('Ikke lagret.', 0))
  expect(findCopy(cupboard, kari, 'vindu-2', later)).toEqual({
    window: 'vindu-1',
    copy: copy('Ikke lagret.', 0),
  })
  expect(findCopy(cupboard, { ...kari, personId: 'jonas' }, 'vindu-2', later)).toBeNull()
  expect(findCopy(cupboard, { ...kari, questionId: 'skole' }, 'vindu-2', later)).toBeNull()
})

test('no window is offered its own text, nor what another is about to save', () => {
  const cupboard = aCupboard()
  keepCopy(cupboard, kari, 'vindu-1', copy('Skrives nå.', later - 1_000))
  expect(findCopy(cupboard, kari, 'vindu-1', later + 60_000)).toBeNull()
  expect(findCopy(cupboard, kari, 'vindu-2', later)).toBeNull()
  expect(findCopy(cupboard, kari, 'vindu-2', later + 60_000)?.window).toBe('vindu-1')
})

test('what a window left behind when it closed is offered at once', () => {
  const cupboard = aCupboard()
  keepCopy(cupboard, kari, 'vindu-1', copy('Skrevet nettopp.', later - 1_000))
  leaveCopy(cupboard, kari, 'vindu-1')
  leaveCopy(cupboard, kari, 'vindu-uten-noe')
  expect(findCopy(cupboard, kari, 'vindu-2', later)?.window).toBe('vindu-1')
  expect(cupboard.kept.size).toBe(1)
})

test('of several the newest is offered, and the others are still there after it', () => {
  const cupboard = aCupboard()
  keepCopy(cupboard, kari, 'vindu-1', copy('Gammelt.', 1))
  keepCopy(cupboard, kari, 'vindu-2', copy('Nyere.', 2))
  const first = findCopy(cupboard, kari, 'vindu-3', later)
  expect(first?.copy.entries[0]?.[1]).toBe('Nyere.')
  dropCopy(cupboard, kari, first?.window ?? '')
  expect(findCopy(cupboard, kari, 'vindu-3', later)?.copy.entries[0]?.[1]).toBe('Gammelt.')
})

test('signing out leaves nothing, and touches nothing else', () => {
  const cupboard = aCupboard()
  keepCopy(cupboard, kari, 'vindu-1', copy('Mitt.', 0))
  keepCopy(cupboard, { ...kari, personId: 'jonas' }, 'vindu-1', copy('Hans.', 0))
  cupboard.setItem('annet', 'x')
  dropAllCopies(cupboard)
  expect([...cupboard.kept.keys()]).toEqual(['annet'])
})

test('what cannot be read or is a month old is thrown away, and a full browser stops nobody from writing', () => {
  const cupboard = aCupboard()
  keepCopy(cupboard, kari, 'vindu-1', copy('Gammelt.', 0))
  cupboard.setItem('innspill-copy:kari:innspill:nett:vindu-2', '{"entries":[["a",1]],"revision":1,"at":5}')
  expect(findCopy(cupboard, kari, 'vindu-3', 31 * 86_400_000)).toBeNull()
  expect(cupboard.kept.size).toBe(0)
  const full = {
    ...aCupboard(),
    setItem: () => {
      throw new Error('QuotaExceededError')
    },
  }
  expect(keepCopy(full, kari, 'vindu-1', copy('x', 0))).toBe(false)
})
