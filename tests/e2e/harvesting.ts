import { type APIRequestContext, expect, type Page } from '@playwright/test'
import { locales } from '#app/platform/locale.ts'
import { project } from './registrar.ts'

/** What Swedish readers see on the page of the register, in the order of the checklist (A1). */
const swedishLabels = [
  ...['Projekt', 'Projektets nummer', 'Ärendenummer', 'Projektets arrangör', 'Mandattid'],
  ...['Datum för tillsättande', 'Mål och resultat', 'Sammandrag', 'Mer om ämnet'],
]

/** A program finds the record by either number, with signs and without, and reads it with dates in ISO form. */
export async function harvest(page: Page, status: 'ongoing' | 'ended') {
  const { request } = page.context()
  const numbers = [project.number, project.caseNumber]
  for (const number of numbers.flatMap((one) => [one, one.replace(/[:/]/g, '').toLowerCase()])) {
    const list = await json(request, `/api/v1/strategies?number=${encodeURIComponent(number)}`)
    expect(list.items, number).toMatchObject([{ slug: project.slug, status, title: project.title }])
  }
  const { items } = await json(
    request,
    `/api/v1/strategies?number=${encodeURIComponent(`${project.number}9`)}`,
  )
  expect(items).toEqual([])

  const record = await json(request, `/api/v1/strategies/${project.slug}`)
  expect(record).toMatchObject({
    ...{ kind: 'project', status, projectNumber: project.number, caseNumber: project.caseNumber },
    mandate: { from: project.mandate.from, to: project.mandate.to },
    ...{ appointedOn: project.appointed.on, summary: project.summary, scope: project.scope },
    goals: { text: project.goals },
    results: status === 'ended' ? { text: project.results } : null,
    organisers: [{ name: project.organiser }],
  })
  expect(Object.keys(record.pages)).toEqual([...locales])
  await page.goto(record.pages.sv)
  const told = ((await page.locator('#registeropplysninger').textContent()) ?? '').replace(/\s+/g, ' ')
  let from = 0
  for (const label of swedishLabels) {
    const at = told.indexOf(label, from)
    expect(at, `${label} after «${told.slice(Math.max(0, from - 40), from)}»`).toBeGreaterThanOrEqual(0)
    from = at + label.length
  }
}

async function json(request: APIRequestContext, address: string) {
  const response = await request.get(address)
  expect(response.status(), address).toBe(200)
  expect(response.headers()['content-type']).toContain('application/json')
  return response.json()
}
