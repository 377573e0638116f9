import { useTranslations } from 'use-intl/react'
import { Localised } from '#app/ui/localised.tsx'
import type { SaidTo } from '../said-to.ts'

const LONGEST_SHOWN = 60

/** What an answer was said to, in a line: the question, the paragraph with the words it is about, or the file. */
export function SaidToName({ said }: { said: SaidTo }) {
  const t = useTranslations('public.comment')
  if (said.kind === 'question') return <Localised text={said.title} />
  if (said.kind === 'attachment') return t('attachment', { name: said.name })
  const { anchor, quote } = said
  return quote === null ? t('to', { anchor }) : t('toWords', { anchor, quote: shortened(quote) })
}

function shortened(quote: string) {
  const points = [...quote.replace(/\s+/g, ' ')]
  if (points.length <= LONGEST_SHOWN) return points.join('')
  const start = points.slice(0, LONGEST_SHOWN).join('')
  return `${start.replace(/ [^ ]*$/, '')} …`
}
