import { readFileSync } from 'node:fs'
import type { RouteConfigEntry } from '@remix-run/route-config'
import { type ConfigData, HtmlValidate, StaticConfigLoader } from 'html-validate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pathIn } from '#app/platform/locale.ts'
import { asking } from '#tests/bench/readers.ts'
import { keptPages } from '#tests/factories/kept-pages.ts'
import { appDatabase } from '#tests/setup/app-database.ts'
import { type Served, serve } from '#tests/setup/served.ts'

const t = await appDatabase()
const { ask, end } = asking()

const config: ConfigData = {
  root: true,
  extends: ['html-validate:recommended'],
  rules: {
    // How React 18 writes HTML; a parser reads it the same.
    'attr-case': 'off',
    'void-style': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    // React's own ids are `:r1:`, which HTML allows.
    'valid-id': ['error', { relaxed: true }],
    // A page is called what its strategy is called, however long that is.
    'long-title': 'off',
    // ARIA lets lists have a name, and two lists on a page are told apart by it.
    'aria-label-misuse': ['error', { allowAnyNamable: true }],
    // Boxes of one question share its name; the form sends all that are ticked.
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'submit', 'button'] }],
  },
}
const validator = new HtmlValidate(new StaticConfigLoader(config))

/** What is wrong with a page as HTML, one fault to a line. */
async function faults(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html)
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector})`),
  )
}

let served: Served | undefined
const pages: { route: string; at: string; html: string }[] = []

beforeAll(async () => {
  const kept = await keptPages(t.db)
  const round = (kept['nb/public/round']?.[0]?.at ?? '').replace(/[^/]+$/, 'runde-2')
  const input = kept['nb/public/published-input']?.[0]?.params.input
  const others: Record<string, string[]> = {
    'nb/public/round': [round],
    'nb/public/answer': [`${round}/answer`],
    'nb/public/takedown': ['/takedown', `/takedown?input=${input}`],
    'nb/public/receipt-check': ['/check', '/check?number=2026-000123'],
    'nb/public/search': ['/search', '/search?q=kurs', '/search?q=finsikkje', '/search?q=%22uferdig'],
    'nb/public/open-data': ['/open-data'],
    'nb/public/not-found': ['/finst-ikkje'],
    'nb/auth/sign-in': ['/sign-in'],
    'nb/auth/sign-in-link': ['/sign-in/ikkje-ei-lenkje'],
  }
  served = await serve({ DATABASE_URL: t.url, WORKER: 'off', DEMO: '1' })
  const routes = flatten(await (await import('#app/routes.ts')).default)
  for (const { id = '', file } of routes) {
    if (!id.startsWith('nb/') || !file.endsWith('.tsx') || id.endsWith('/layout')) continue
    const asked = [...new Set([...(kept[id] ?? []).map(({ at }) => at), ...(others[id] ?? [])])]
    if (asked.length === 0) throw new Error(`Nobody has said at which address ${id} is looked at.`)
    for (const locale of ['nb', 'sv'] as const)
      for (const path of asked) {
        const at = pathIn(locale, path)
        const { body, status } = await ask(served.origin + at)
        expect(status, at).toBeLessThan(500)
        pages.push({ route: id, at, html: body.toString() })
      }
  }
}, 180_000)
afterAll(async () => {
  end()
  await served?.stop()
  await t.end()
})

test('every page anyone may read is good HTML, in bokmål and in Swedish', async () => {
  expect(new Set(pages.map(({ route }) => route)).size).toBeGreaterThan(25)
  const wrong: string[] = []
  for (const { at, html } of pages) for (const fault of await faults(html)) wrong.push(`${at}: ${fault}`)
  expect(wrong).toEqual([])
}, 60_000)

test('no page anyone may read is drawn with a class that only the style of work pages knows', () => {
  const open = classesOf('app/ui/styles.css')
  const work = classesOf('app/ui/work-styles.css')
  for (const { at, html } of pages) {
    expect(html, at).not.toContain('work-styles')
    const used = [...html.matchAll(/class="([^"]+)"/g)].flatMap(([, names = '']) => names.split(/\s+/))
    expect(
      used.filter((name) => work.has(name) && !open.has(name)),
      at,
    ).toEqual([])
  }
})

test('after every figure comes a table with the numbers it is drawn of', () => {
  const drawn: string[] = []
  const alone: string[] = []
  for (const { at, html } of pages)
    for (const figure of html.matchAll(/<(?:svg|img)\b[^>]*role="img"[^>]*aria-label="([^"]+)"/g)) {
      drawn.push(at)
      const [, label = ''] = figure
      const after = html.slice(figure.index).split(/<h[1-3]\b/)[0] ?? ''
      const table = /<table\b[\s\S]*?<\/table>/.exec(after)?.[0].replace(/<[^>]+>/g, ' ') ?? ''
      const told = new Set(table.match(/\d+/g))
      const missing = (label.match(/\d+/g) ?? []).filter((number) => !told.has(number))
      if (table === '' || missing.length > 0) alone.push(`${at}: ${label} (${missing.join(', ')})`)
    }
  expect(alone).toEqual([])
  expect(drawn.length).toBeGreaterThan(2)
})

test('the style of work pages has no rule for a part of public ones', () => {
  const text = withRules('app/ui/work-styles.css')
  const alone = [...text.matchAll(/(?:^|[,}]\s*)\.(in-(?:para|ambition|prose|doc|quote)[\w-]*)[^{},]*[{,]/g)]
  expect(alone.map(([, name]) => name)).toEqual([])
})

test('a fault is noticed', async () => {
  const page = (body: string) =>
    `<!DOCTYPE html><html lang="nb"><head><title>A</title></head><body>${body}</body></html>`
  expect(await faults(page('<h1>A</h1>'))).toEqual([])
  expect(await faults(page('<h1>A</h1><p><div>B</div></p>'))).not.toEqual([])
  expect(await faults(page('<h1>A</h1><img src="a.png">'))).not.toEqual([])
  expect(await faults(page('<h1 id="a">A</h1><p id="a">B</p>'))).not.toEqual([])
  expect(await faults(page('<nav><ul></ul></nav><nav><ul></ul></nav>'))).not.toEqual([])
})

const flatten = (routes: RouteConfigEntry[]): RouteConfigEntry[] =>
  routes.flatMap((route) => [route, ...flatten(route.children ?? [])])

/** The text of a sheet's own parts. */
const withRules = (sheet: string) =>
  [...readFileSync(sheet, 'utf8').matchAll(/"(\.\/styles\/[a-z-]+\.css)"/g)]
    .map(([, part = '']) => readFileSync(`app/ui/${part}`, 'utf8'))
    .join('\n')

const classesOf = (sheet: string) =>
  new Set([...withRules(sheet).matchAll(/\.([a-z][\w-]*)/gi)].map(([, name = '']) => name))
