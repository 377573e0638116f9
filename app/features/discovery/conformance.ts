/** How far a guideline is followed, by our own judgement. */
export type Conformance = 'met' | 'partly' | 'none'

type Guideline = { key: string; number: string; criteria: readonly string[]; state: Conformance }

/**
 * The guidelines of WCAG 2.2 with their success criteria at level A and AA, and how we stand. Partly: where what others sent
 * us is shown as it came. 4.1.1 went out of WCAG with 2.2.
 */
export const guidelines = [
  { key: 'text', number: '1.1', criteria: ['1.1.1'], state: 'partly' },
  { key: 'media', number: '1.2', criteria: ['1.2.1', '1.2.2', '1.2.3', '1.2.4', '1.2.5'], state: 'none' },
  {
    key: 'adaptable',
    number: '1.3',
    state: 'partly',
    criteria: ['1.3.1', '1.3.2', '1.3.3', '1.3.4', '1.3.5'],
  },
  {
    key: 'distinguishable',
    number: '1.4',
    state: 'met',
    criteria: '1.4.1 1.4.2 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13'.split(' '),
  },
  { key: 'keyboard', number: '2.1', criteria: ['2.1.1', '2.1.2', '2.1.4'], state: 'met' },
  { key: 'time', number: '2.2', criteria: ['2.2.1', '2.2.2'], state: 'met' },
  { key: 'seizures', number: '2.3', criteria: ['2.3.1'], state: 'met' },
  {
    key: 'navigable',
    number: '2.4',
    state: 'met',
    criteria: '2.4.1 2.4.2 2.4.3 2.4.4 2.4.5 2.4.6 2.4.7 2.4.11'.split(' '),
  },
  {
    key: 'input',
    number: '2.5',
    state: 'met',
    criteria: ['2.5.1', '2.5.2', '2.5.3', '2.5.4', '2.5.7', '2.5.8'],
  },
  { key: 'readable', number: '3.1', criteria: ['3.1.1', '3.1.2'], state: 'met' },
  {
    key: 'predictable',
    number: '3.2',
    criteria: ['3.2.1', '3.2.2', '3.2.3', '3.2.4', '3.2.6'],
    state: 'met',
  },
  {
    key: 'assistance',
    number: '3.3',
    state: 'met',
    criteria: ['3.3.1', '3.3.2', '3.3.3', '3.3.4', '3.3.7', '3.3.8'],
  },
  { key: 'compatible', number: '4.1', criteria: ['4.1.2', '4.1.3'], state: 'met' },
] as const satisfies readonly Guideline[]
