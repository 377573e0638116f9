import { readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import { getDocumentProxy } from 'unpdf'
import { translator } from '#app/messages/translator.ts'
import { formatTag, type Locale } from '#app/platform/locale.ts'
import { readByPlace, unspaced } from '../integration/exports/printed.ts'
import { readTagged } from '../integration/exports/tagged.ts'

/** Fetches the file of the page that is open by its link, and sees that it is as long as the link says. */
export async function fetchPrint(page: Page, locale: Locale): Promise<Buffer> {
  const link = page.locator('.in-printlink a').first()
  const told = (await link.textContent()) ?? ''
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
  const bytes = readFileSync(await download.path())
  // In Swedish "Pdf, 643,1 kB": the exact size of this very file, to a tenth of a thousand bytes.
  const size = new Intl.NumberFormat(formatTag(locale), {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  })
  const t = translator(locale, 'public')
  const words = t('print.linkSized', {
    what: t('print.forPrint'),
    size: `${size.format(bytes.length / 1000)} kB`,
  })
  expect(told.replace(/\s/g, ' ')).toBe(words.replace(/\s/g, ' '))
  return bytes
}

/** A file for reading aloud: tagged, with title, language and bookmarks. */
export async function expectReadable(bytes: Buffer, { title, lang }: { title: string; lang: Locale }) {
  const file = await readTagged(bytes)
  expect(file.title).toBe(title)
  expect(file.headings[0]).toBe('H1')
  expect(file.outline?.length).toBeGreaterThan(0)
  const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 })
  const { info } = await pdf.getMetadata()
  expect((info as { Language?: string }).Language).toMatch(new RegExp(`^${lang}\\b`))
  expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true })
}

/** Under each address of a paragraph the file says what the page says there; answers how many there are. */
export async function expectSameWords(page: Page, bytes: Buffer): Promise<number> {
  const shown = await page.locator('article [id^="avsnitt-"]').evaluateAll((places) =>
    places.map((place) => {
      const copy = place.cloneNode(true) as Element
      for (const beside of copy.querySelectorAll('.in-noprint, .in-sr, svg')) beside.remove()
      return [place.id, copy.textContent ?? ''] as const
    }),
  )
  const printed = await readByPlace(bytes)
  for (const [id, words] of shown) expect(unspaced(printed.get(id) ?? ''), id).toBe(unspaced(words))
  return shown.length
}
