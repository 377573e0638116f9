import { useTranslations } from 'use-intl/react'
import type { LocalisedText } from '#app/platform/localised-text.ts'
import { Localised } from '#app/ui/localised.tsx'
import { Section } from '#app/ui/section.tsx'
import type { RoundContact } from '../round-revision.ts'

/** Why a hearing gives less time than it normally must. Nothing where it does not. */
export function ShortNotice({ legalForm, reason }: { legalForm: string; reason: LocalisedText | null }) {
  const t = useTranslations('public.roundChanges')
  const hearing = legalForm === 'høring' || legalForm === 'hoering'
  if (!hearing || reason === null) return null
  return (
    <Section id="kort-frist" heading={t('shortNotice')}>
      <p>{t('shortNoticeText')}</p>
      <p className="in-measure">
        <Localised text={reason} />
      </p>
    </Section>
  )
}

/** Whom to ask about a round. Nothing where nobody is named: then it is whoever is asked about the strategy. */
export function RoundContactSection({ contact }: { contact: RoundContact | null }) {
  const t = useTranslations('public.roundChanges')
  const { name, phone, mailbox } = contact ?? {}
  if (!name && !phone && !mailbox) return null
  return (
    <Section id="kontakt" heading={t('contact')}>
      <ul className="in-plain">
        {name && <li>{name}</li>}
        {phone && (
          <li>
            <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>
              {t('phone', { phone }).replace(/ /g, '\u00a0')}
            </a>
          </li>
        )}
        {mailbox && (
          <li>
            <a href={`mailto:${mailbox}`}>{mailbox}</a>
          </li>
        )}
      </ul>
    </Section>
  )
}
