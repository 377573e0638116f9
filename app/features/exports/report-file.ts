import { pick } from '../../platform/localised-text.ts'
import type { ReportFile } from './reports.server.ts'

/** What a report is called where it is saved: «Oppsummering av runde 2, Strategi for …, nynorsk.pdf». */
export function reportFileName({
  number,
  title,
  lang,
  format,
  scope,
}: Pick<ReportFile, 'number' | 'title' | 'lang' | 'format' | 'scope'>): string {
  const strategy = [
    ...pick(title, lang)
      .text.replace(/[<>:"/\\|?*\p{Cc}]/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  ]
  const short = strategy.length > 80 ? `${strategy.slice(0, 79).join('')}…` : strategy.join('')
  const words = lang === 'nn' ? 'nynorsk' : 'bokmål'
  return `Oppsummering av runde ${number} – ${short} (${words}${scope === 'draft' ? ', utkast' : ''}).${format}`
}

/** A size in words: «412 kB», «1,6 MB». */
export function sizeWords(bytes: number, tag: string): string {
  const mega = bytes >= 1_000_000
  const number = new Intl.NumberFormat(tag, { maximumFractionDigits: mega ? 1 : 0 })
  return `${number.format(bytes / (mega ? 1_000_000 : 1_000))} ${mega ? 'MB' : 'kB'}`
}
