import { expect, test } from 'vitest'
import { planMeasures } from './measures.ts'
import { subPlans } from './sub-plans.ts'

test('the plan expects fourteen sub-plans, and two are missing', () => {
  expect(subPlans).toHaveLength(14)
  expect(subPlans.filter(({ slug }) => !slug).map(({ title }) => title.nb)).toEqual([
    'Områdeplan for voksenopplæring',
    'Avdelingsplan for arkiv',
  ])
})

test('codes are unique, and every measure names a mission there is', () => {
  const codes = planMeasures.map(({ code }) => code)
  expect(new Set(codes).size).toBe(codes.length)
  const missions = planMeasures.filter(({ kind }) => kind === 'mission').map(({ code }) => code)
  const own = planMeasures.filter(({ kind }) => kind === 'measure')
  expect(
    own.filter(({ goal }) => !missions.some((code) => goal.nb.includes(code) && goal.nn.includes(code))),
  ).toEqual([])
})
