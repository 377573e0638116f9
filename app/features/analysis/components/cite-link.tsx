import { useLocation } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import { citePath, placeOf } from '../citing.ts'

type CiteLinkProps = {
  passage: { id: string; roundId: string; senderName: string }
  /** Where one comes back to, where that is another place than this link. */
  from?: string
  /** What it is called on the page, where the same passage stands there twice. */
  place?: string
}

/** Takes a passage along to the findings of its round. Whoever has cited it is led back here. */
export function CiteLink({ passage, from, place = 'siter' }: CiteLinkProps) {
  const t = useTranslations('workbench.reading')
  const { pathname, search } = useLocation()
  const id = `${place}-${passage.id}`
  return (
    <a
      id={id}
      href={citePath(passage.roundId, passage.id, from ?? placeOf(pathname, search, id))}
      aria-label={t('quoteFrom', { sender: passage.senderName })}
    >
      {t('quoteInFinding')}
    </a>
  )
}
