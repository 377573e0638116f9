import { type APIResponse, expect, type Page, test } from '@playwright/test'
import { translator } from '#app/messages/translator.ts'
import { question } from './municipality.ts'
import { openInput, signInAs, somebody } from './signing-in.ts'

const strategy = '/strategies/digital-kompetanse-2027-2032'
const open = [
  '/',
  strategy,
  `${strategy}/rounds/runde-1`,
  `${strategy}/rounds/runde-1/inputs`,
  `${strategy}/rounds/runde-1/findings`,
  `${strategy}/documents/utkast`,
  '/search?q=kurs',
  '/accessibility',
  '/sign-in',
  '/sign-in/ikkje-ei-lenkje',
  '/finst-ikkje',
].flatMap((path) => [path, `/nn${path}`.replace(/\/$/, '')])

test('open pages carry no script, set no cookie, and ask nobody else for anything', async ({
  page,
  baseURL,
}) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(`${request.resourceType()} ${request.url()}`))
  for (const path of [...open, '/mailbox', '/sign-out']) {
    const response = await page.goto(path)
    expect(await response?.text(), path).not.toContain('<script')
    expect(await response?.headerValue('content-security-policy'), path).toContain("script-src 'none'")
    expect(await response?.headerValue('set-cookie'), path).toBeNull()
  }
  expect(asked.length).toBeGreaterThan(open.length)
  expect(asked.filter((one) => /^(script|xhr|fetch) |\.js$/.test(one))).toEqual([])
  expect(asked.filter((one) => !one.includes(` ${baseURL}/`))).toEqual([])
})

test('pages for work run their own scripts and no others while one writes, saves and sends', async ({
  browser,
}) => {
  const t = translator('nn', 'workspace')
  const { page, complaints, context } = await somebody(browser, { abroad: true })
  await signInAs(page, 'Per Aas')
  const draft = await openInput(page, 'indre-fjord')
  const nonces = [await nonceOf(page, draft), await nonceOf(page, draft)]
  expect(nonces[0]).not.toBe(nonces[1])

  const field = question(page, 1).getByRole('textbox')
  await field.focus()
  await expect(field).toHaveAttribute('contenteditable', 'true')
  await field.click()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.insertText(` Retta etter møtet i nettverket.`)
  await page.getByRole('button', { name: t('writing.save'), exact: true }).click()
  await expect(question(page, 1).getByText(/^Lagra kl/)).toBeVisible()
  await page.getByRole('button', { name: t('writing.continue') }).click()
  await page.getByRole('button', { name: t('submission.send'), exact: true }).click()
  await expect(page.getByRole('article')).toContainText(t('receipt.state'))
  expect(complaints).toEqual([])

  // The watch must be able to hear: a script without this page's nonce is stopped, and said to be.
  await page.evaluate(() => {
    document.body.insertAdjacentHTML('beforeend', '<p id="foreign" onclick="document.title = 1">…</p>')
    document.getElementById('foreign')?.click()
  })
  await expect.poll(() => complaints.join()).toContain('Content Security Policy')
  await expect(page).not.toHaveTitle('1')
  await context.close()
})

test('what is written before the scripts have come is kept and saved', async ({ browser }) => {
  const t = translator('nn', 'workspace')
  const { page, complaints, context } = await somebody(browser)
  await signInAs(page, 'Per Aas')
  const draft = await openInput(page, 'indre-fjord')
  let letCome = () => {}
  const mayCome = new Promise<void>((resolve) => {
    letCome = resolve
  })
  await page.route('**/assets/entry.client-*.js', (route) => mayCome.then(() => route.continue()))
  await page.goto(draft, { waitUntil: 'commit' })
  await question(page, 1).locator('textarea').fill('Skrive før skripta kom.')
  const chosen = question(page, 4).getByRole('radio').nth(3)
  await chosen.check()
  letCome()
  const field = question(page, 1).getByRole('textbox')
  await question(page, 1)
    .getByText(/^Lagra kl/)
    .waitFor()
  await field.focus()
  await expect(field).toHaveAttribute('contenteditable', 'true')
  await expect(field).toHaveText('Skrive før skripta kom.')
  await page.getByRole('button', { name: t('writing.save'), exact: true }).click()
  for (const position of [1, 4]) await expect(question(page, position).getByText(/^Lagra kl/)).toBeVisible()
  await page.reload()
  await expect(field).toHaveText('Skrive før skripta kom.')
  await expect(chosen).toBeChecked()
  expect(complaints).toEqual([])
  await context.close()
})

/** The nonce a page came with; every script in it must carry that one. */
async function nonceOf(page: Page, address: string) {
  const response = await page.goto(address)
  const policy = (await response?.headerValue('content-security-policy')) ?? ''
  expect(policy).not.toMatch(/unsafe|\*|https?:/)
  const nonce = /script-src 'strict-dynamic' 'nonce-([^']{20,})'/.exec(policy)?.[1]
  expect(nonce).toBeDefined()
  const scripts = (await response?.text())?.match(/<script[^>]*>/g) ?? []
  expect(scripts.length).toBeGreaterThan(0)
  expect(scripts.filter((script) => !script.includes(`nonce="${nonce}"`))).toEqual([])
  return nonce
}

test('every kind of answer carries the headers that protect its reader', async ({ page, request }) => {
  await page.goto('/')
  const style = await page.locator('link[rel=stylesheet]').getAttribute('href')
  await signInAs(page, 'Tor Lien')
  const answers: Record<string, Promise<APIResponse>> = {
    page: request.get('/'),
    'page for work': page.request.get('/admin'),
    data: request.get('/search.data?q=kurs'),
    'data for work': page.request.get('/admin.data'),
    asset: request.get(style ?? ''),
    icon: request.get('/favicon.svg'),
    health: request.get('/health'),
    redirect: request.get('/workbench', { maxRedirects: 0 }),
    missing: request.get('/finst-ikkje'),
    'missing asset': request.get('/assets/finst-ikkje.js'),
    closed: page.request.get('/workbench'),
    'refused form': request.post('/sign-in', {
      form: { email: 'x' },
      headers: { Origin: new URL(page.url()).origin },
    }),
    'foreign form': request.post('/sign-in', {
      form: { email: 'x' },
      headers: { Origin: 'https://elsewhere.example' },
    }),
  }
  const statuses: Record<string, number> = {}
  for (const [kind, answer] of Object.entries(answers)) {
    const response = await answer
    statuses[kind] = response.status()
    const headers = response.headers()
    expect(headers, kind).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    })
    expect(headers, kind).not.toHaveProperty('x-powered-by')
    const policy = headers['content-security-policy'] ?? ''
    for (const rule of [
      "default-src 'self'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "form-action 'self'",
    ])
      expect(policy, kind).toContain(rule)
    expect(policy, kind).not.toContain('unsafe')
  }
  expect(statuses).toEqual({
    ...{
      page: 200,
      'page for work': 200,
      data: 200,
      'data for work': 200,
      asset: 200,
      icon: 200,
      health: 200,
    },
    ...{ redirect: 302, missing: 404, 'missing asset': 404, closed: 403 },
    ...{ 'refused form': 422, 'foreign form': 403 },
  })
})
