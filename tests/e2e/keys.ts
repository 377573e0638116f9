import { expect, type Locator, type Page } from '@playwright/test'

/** What the keyboard stands on, as the reader sees it. */
type Stop = { said: string; seen: boolean; onScreen: boolean; forward: boolean; end: boolean }

/** Where the focus is, whether it shows, and whether it is further on in what is read than the stop before. */
function stopHere(): Stop {
  const kept = document as Document & { before?: Element | null }
  const here = document.activeElement
  const before = kept.before?.isConnected ? kept.before : null
  // After the last stop the focus is the browser's own for a moment, or at once on the way past the menu again.
  const end = here === null || here === document.body || (before !== null && here.matches('[href="#main"]'))
  kept.before = end ? null : here
  const said = `<${here?.tagName.toLowerCase()}> ${(here?.textContent ?? '').trim().slice(0, 40)}`
  if (end) return { said, seen: true, onScreen: true, forward: true, end }
  // A choice is framed by its label, an editor by its frame: the nearest that shows anything counts.
  const drawn = (one: Element | null) => {
    const { outlineStyle, outlineWidth } = one
      ? getComputedStyle(one)
      : { outlineStyle: 'none', outlineWidth: '0' }
    return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
  }
  const { top, bottom, left, right } = here.getBoundingClientRect()
  return {
    said,
    seen: drawn(here) || drawn(here.closest('label')),
    onScreen: bottom > 0 && right > 0 && top < innerHeight && left < innerWidth && bottom - top > 1,
    forward: !before || Boolean(before.compareDocumentPosition(here) & Node.DOCUMENT_POSITION_FOLLOWING),
    end,
  }
}

/** A reader with a keyboard only: notes every stop whose focus does not show, or that goes back in what is read. */
export class Keyboard {
  readonly failures: string[] = []
  stops = 0
  constructor(readonly page: Page) {}

  private async stop(): Promise<Stop> {
    await this.page.keyboard.press('Tab')
    const stop = await this.page.evaluate(stopHere)
    this.stops += 1
    const where = `${new URL(this.page.url()).pathname}: ${stop.said}`
    if (!stop.seen) this.failures.push(`${where}: one does not see that it has the focus`)
    if (!stop.onScreen) this.failures.push(`${where}: has the focus outside the window`)
    if (!stop.forward) this.failures.push(`${where}: stands before the stop before it`)
    return stop
  }

  /** Tab until something has the focus. */
  async to(wanted: Locator): Promise<void> {
    // Who comes to the middle of a page, by the address of a paragraph, goes on from there and round once.
    for (let [presses, ends] = [0, 0]; presses < 250 && ends < 2; presses += 1) {
      if ((await this.stop()).end) ends += 1
      if (await wanted.and(this.page.locator(':focus')).count()) return
    }
    throw new Error(`not reached with Tab on ${this.page.url()}: ${wanted}`)
  }

  /** Past the menu, by the first stop of the page. */
  async past(): Promise<void> {
    const { said } = await this.stop()
    await expect(this.page.locator(':focus'), said).toHaveAttribute('href', '#main')
    await this.page.keyboard.press('Enter')
    await expect(this.page.locator('#main')).toBeFocused()
    await this.page.evaluate(() => {
      const kept = document as Document & { before?: Element | null }
      kept.before = null
    })
  }

  /** Goes where a link of the page's own leads, by Tab and Enter. */
  async follow(wanted: Locator, to: RegExp): Promise<void> {
    await this.past()
    await this.enter(wanted, to)
  }

  /** The same for what stands in the frame of the page, before its own words. */
  async enter(wanted: Locator, to: RegExp): Promise<void> {
    await this.to(wanted)
    await this.page.keyboard.press('Enter')
    await this.page.waitForURL(to)
  }

  /** Tab from the first stop to the last: all that can be used is come to once, and the page lets go at the end. */
  async through(): Promise<void> {
    await this.page.reload()
    const usable = await this.page.evaluate(() => {
      const all = 'a[href], button, summary, input:not([type=hidden]), select, textarea, [tabindex="0"]'
      const shown = [...document.querySelectorAll<HTMLElement>(all)].filter(
        (one) => one.checkVisibility({ visibilityProperty: true }) && !one.matches(':disabled'),
      )
      // Of choices that exclude each other one is a stop; the arrows lead to the others.
      const groups = shown.filter((one) => one.matches('input[type=radio]')) as HTMLInputElement[]
      return (
        shown.length - groups.length + new Set(groups.map(({ name, form }) => `${name} ${form?.action}`)).size
      )
    })
    const before = this.stops
    const said: string[] = []
    for (let ended = false; !ended; ) {
      const stop = await this.stop()
      ended = stop.end
      said.push(stop.said)
      if (said.length > usable + 20)
        throw new Error(`no way out of ${this.page.url()}, with ${usable} stops:\n${said.join('\n')}`)
    }
    const reached = this.stops - before - 1
    if (reached < usable) this.failures.push(`${this.page.url()}: ${reached} of ${usable} are come to by Tab`)
  }
}
