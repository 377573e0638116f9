import { useTranslations } from 'use-intl/react'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { blocksOf } from '../finding-text.ts'
import { type QuantityBand, quantityWords } from '../quantity-words.ts'

/** Half is no majority: from it on is more than it, and below it is at most it. */
const HALF = 50

/** What a band stands for, in words. */
export function useBandMeaning() {
  const t = useTranslations('public.number.key')
  return ({ shareFrom, shareBelow, countFrom, countTo }: QuantityBand): string => {
    const senders =
      countFrom !== undefined && countTo !== undefined
        ? t('senders', { from: countFrom, to: countTo })
        : countFrom !== undefined
          ? t('sendersFrom', { from: countFrom })
          : countTo !== undefined && t('sendersTo', { to: countTo })
    const from =
      shareFrom !== undefined &&
      shareFrom > 0 &&
      t(shareFrom === HALF ? 'moreThan' : 'atLeast', { from: shareFrom })
    const below =
      shareBelow !== undefined &&
      shareBelow < 100 &&
      t(shareBelow === HALF ? 'atMost' : 'under', { to: shareBelow })
    return [senders, from, below]
      .filter((part) => part !== false)
      .reduce((one, other) => (one === '' ? other : t('and', { one, other })), '')
  }
}

type QuantityKeyProps = { bands: readonly QuantityBand[]; text: string; lang: 'nb' | 'nn' }

/** What the words of quantity that a text has mean, for whoever reads it. `lang` is what it is written in. Nothing without any. */
export function QuantityKey({ bands, text, lang }: QuantityKeyProps) {
  const t = useTranslations('public.number.key')
  const meaning = useBandMeaning()
  const used = blocksOf(text).some(
    (block) => block.kind === 'claim' && quantityWords(block.parts, bands, lang).length > 0,
  )
  const told = bands.filter((band) => band[lang].length > 0)
  if (!used || told.length === 0) return null
  return (
    <section className="in-stack in-stack--3" aria-labelledby="mengde">
      <h3 className="in-h4" id="mengde">
        {t('heading')}
      </h3>
      <p className="in-meta">{t('text')}</p>
      <BandList bands={told} langs={[lang]} meaning={meaning} />
    </section>
  )
}

type BandListProps = {
  bands: readonly QuantityBand[]
  langs: readonly ('nb' | 'nn')[]
  meaning: (band: QuantityBand) => string
}

/** Words and what they stand for. */
export function BandList({ bands, langs, meaning }: BandListProps) {
  return (
    <DefinitionList
      wide
      items={bands.map((band) => ({
        term: [...new Set(langs.flatMap((lang) => band[lang]))].map((word) => `«${word}»`).join(', '),
        description: meaning(band),
      }))}
    />
  )
}
