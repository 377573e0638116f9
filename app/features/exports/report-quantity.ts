import { translator } from '../../messages/translator.ts'
import type { QuantityBand } from '../findings/quantity-words.ts'
import type { ReportLanguage } from './report.ts'

/** Half is no majority: from it on is more than it, and below it is at most it. */
const HALF = 50

/** What the words of quantity stand for, a sentence for each group of words: «mange»: minst 25 prosent og høyst 50 prosent. */
export function quantitySentences(bands: readonly QuantityBand[], lang: ReportLanguage): string[] {
  const t = translator(lang, 'public')
  return bands.flatMap((band) => {
    const { shareFrom = 0, shareBelow = 100, countFrom: from, countTo: to } = band
    const senders =
      from !== undefined && to !== undefined
        ? [t('number.key.senders', { from, to })]
        : [
            ...(from !== undefined ? [t('number.key.sendersFrom', { from })] : []),
            ...(to !== undefined ? [t('number.key.sendersTo', { to })] : []),
          ]
    const limits = [
      ...senders,
      ...(shareFrom > 0
        ? [t(shareFrom === HALF ? 'number.key.moreThan' : 'number.key.atLeast', { from: shareFrom })]
        : []),
      ...(shareBelow < 100
        ? [t(shareBelow === HALF ? 'number.key.atMost' : 'number.key.under', { to: shareBelow })]
        : []),
    ]
    const words = band[lang].map((word) => `«${word}»`).join(', ')
    const told = limits.reduce((one, other) => (one === '' ? other : t('number.key.and', { one, other })), '')
    return words === '' || told === '' ? [] : [`${words}: ${told}`]
  })
}
