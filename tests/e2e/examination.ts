import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

// As much space as WCAG 1.4.12 lets a reader ask for.
const textSpacing =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }'

/** By how much a page is wider than its window, with a reader's own style. */
function tooWide(style: string) {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(style)
  document.adoptedStyleSheets = [sheet]
  const { scrollWidth, clientWidth } = document.documentElement
  document.adoptedStyleSheets = []
  return scrollWidth - clientWidth
}

// A4 less its margins.
const paper = { width: 658, height: 800 }

/** What is wrong with a public page on paper: what is cut, what is only for a screen, what stays folded together. */
function onPaper() {
  if (!document.querySelector('.in-public')) return []
  const shown = (one: Element) => one.getClientRects().length > 0
  const all = (selector: string) => [...document.querySelectorAll(selector)]
  const named = (one: Element) =>
    `${one.localName}.${one.className} “${one.textContent?.trim().slice(0, 40)}”`
  const over = document.documentElement.scrollWidth - document.documentElement.clientWidth
  const cut = all('.in-scroll').filter((one) => getComputedStyle(one).overflowX !== 'visible')
  const folded = all('details').filter(
    (one) => shown(one) && one.lastElementChild && !shown(one.lastElementChild),
  )
  const repeated = all('tfoot').filter((one) => getComputedStyle(one).display === 'table-footer-group')
  return [
    ...(over > 0 ? [`${over} px too wide`] : []),
    ...all('nav, footer.in-foot, .ds-button, .ds-skip-link')
      .filter(shown)
      .map((one) => `shows ${named(one)}`),
    ...cut.map((one) => `cuts ${named(one)}`),
    ...folded.map((one) => `folds ${named(one)}`),
    ...repeated.map((one) => `sums up on every page ${named(one)}`),
  ]
}

/** Looks at pages as wide windows and telephones show them, and as they are printed; gathers everything that is wrong, page by page. */
export class Examination {
  readonly failures: string[] = []
  /** Looks for faults in the page at one width only, and not at its colours, which are two thirds of the work. */
  brief = false
  private seen = 0
  constructor(private page: Page) {}

  /** Opens an address and looks at what comes; `dark` looks once more in dark colours. */
  async open(address: string, how: { dark?: boolean } = {}) {
    await this.page.setViewportSize({ width: 1280, height: 800 })
    const response = await this.page.goto(address)
    if (!response || response.status() >= 500)
      this.failures.push(`${address}: answered ${response?.status()}`)
    await this.look(address, how)
  }

  /** Looks at the page that is open, under a name for it. */
  async look(name: string, { dark = false } = {}) {
    this.seen += 1
    await this.page.setViewportSize({ width: 1280, height: 800 })
    if (!this.brief) await this.axe(`${name} at 1280`)
    if (dark) {
      await this.page.emulateMedia({ colorScheme: 'dark' })
      await this.axe(`${name} in the dark`)
      await this.page.emulateMedia({ colorScheme: null })
    }
    for (const width of [320, 390]) {
      await this.page.setViewportSize({ width, height: 800 })
      const over = await this.page.evaluate(tooWide, '')
      if (over > 0) this.failures.push(`${name} at ${width}: ${over} px too wide`)
    }
    const spaced = await this.page.evaluate(tooWide, textSpacing)
    if (spaced > 0) this.failures.push(`${name} with space in its text: ${spaced} px too wide`)
    await this.axe(`${name} at 390`)
    await this.page.setViewportSize(paper)
    await this.page.emulateMedia({ media: 'print' })
    const printed = await this.page.evaluate(onPaper)
    await this.page.emulateMedia({ media: null })
    this.failures.push(...printed.map((fault) => `${name} on paper: ${fault}`))
  }

  private async axe(where: string) {
    // Our pages have no frames; without looking for them each look takes half the time.
    const { violations } = await new AxeBuilder({ page: this.page })
      .setLegacyMode()
      .options({
        runOnly: { type: 'tag', values: rules },
        rules: { 'color-contrast': { enabled: !this.brief } },
        resultTypes: ['violations'],
      })
      .analyze()
    for (const { id, nodes } of violations)
      this.failures.push(`${where}: ${id} – ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`)
  }

  /** One page to a line, for the message of a test that fails. */
  get report() {
    return `${this.failures.length} failures on ${this.seen} pages:\n${this.failures.join('\n')}`
  }
}

/** Where the first link on a page goes whose address matches. */
export async function linkOn(page: Page, address: string, pattern: RegExp) {
  await page.goto(address)
  const all = await page
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  const found = all.find((href) => pattern.test(href))
  if (!found) throw new Error(`no link on ${address} matches ${pattern}`)
  return found
}
