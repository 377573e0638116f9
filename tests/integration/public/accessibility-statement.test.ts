import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { IntlProvider } from 'use-intl/react'
import { afterEach, expect, test, vi } from 'vitest'
import { guidelines } from '#app/features/discovery/conformance.ts'
import { catalogue } from '#app/messages/catalogue.ts'
import { config } from '#app/platform/config.server.ts'
import { type Locale, locales } from '#app/platform/locale.ts'
import Accessibility, { loader } from '#app/routes/public/accessibility.tsx'
import { appDatabase } from '../inputs/room.ts'

appDatabase()

let loaded: unknown
vi.mock('@remix-run/react', async (original) => ({
  ...(await original<typeof import('@remix-run/react')>()),
  useLoaderData: () => loaded,
}))
afterEach(() => vi.unstubAllEnvs())

/** The page as it is drawn, with what the setting says. */
async function drawn(locale: Locale) {
  const request = new Request('http://innspill.test/accessibility')
  loaded = await loader({ request, params: {}, context: {} } as unknown as Parameters<typeof loader>[0])
  const provider = { locale, messages: catalogue[locale], timeZone: 'Europe/Oslo' }
  return renderToStaticMarkup(
    createElement(
      IntlProvider,
      provider as unknown as Parameters<typeof IntlProvider>[0],
      createElement(Accessibility),
    ),
  )
}

const operators = 'https://uustatus.example/erklaering/1'
const words = (locale: Locale) => catalogue[locale].public.accessibility

test('the operator’s own statement is linked where there is one; else the page says that there is none', async () => {
  for (const locale of locales) {
    const { tell, mangler } = words(locale)
    const without = await drawn(locale)
    expect(without, locale).toContain(mangler.statement)
    expect(without, locale).not.toContain(tell.statement)
    vi.stubEnv('ACCESSIBILITY_STATEMENT_URL', operators)
    const linked = await drawn(locale)
    expect(linked, locale).toContain(`<a href="${operators}">${tell.statement}</a>`)
    expect(linked, locale).not.toContain(mangler.statement)
    vi.unstubAllEnvs()
  }
})

test('what cannot be an address of a statement stops the start', () => {
  for (const wrong of ['javascript:alert(1)', 'erklaering', 'ftp://uustatus.example/1', '']) {
    vi.stubEnv('ACCESSIBILITY_STATEMENT_URL', wrong)
    expect(() => config(), wrong).toThrow('ACCESSIBILITY_STATEMENT_URL')
  }
})

test('each guideline is listed with its criteria, how we stand and why, in every language', async () => {
  for (const locale of locales) {
    const { wcag } = words(locale)
    const html = await drawn(locale)
    const rows = [...html.matchAll(/<tr><th scope="row">(.*?)<\/tr>/g)].map(([, row = '']) =>
      row.split(/<\/t[hd]>(?:<td[^>]*>)?/).slice(0, 4),
    )
    expect(rows, locale).toEqual(
      guidelines.map(({ key, number, criteria, state }) => [
        ...[`${number} ${wcag.guidelines[key]}`, criteria.join(', ')],
        ...[wcag[state], wcag.ways[key]],
      ]),
    )
  }
})
