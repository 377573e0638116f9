import { useTranslations } from 'use-intl/react'
import { Section } from '#app/ui/section.tsx'
import type { RoundContact } from '../round-revision.ts'

type NotesProps = { legalForm: string; shortNoticeReason: string | null; contact: RoundContact | null }

/** What a round says beside its deadline: why a hearing is short, and whom to ask. */
export function RoundNotes({ legalForm, shortNoticeReason, contact }: NotesProps) {
  const t = useTranslations('public.roundChanges')
  const hearing = legalForm === 'høring' || legalForm === 'hoering'
  return (
    <>
      {hearing && shortNoticeReason && (
        <Section id="kort-frist" heading={t('shortNotice')}>
          <p>{t('shortNoticeText')}</p>
          <blockquote className="in-measure">{shortNoticeReason}</blockquote>
        </Section>
      )}
      {contact && (contact.mailbox || contact.phone || contact.name) && (
        <Section id="kontakt" heading={t('contact')}>
          <ul className="in-plain">
            {contact.name && <li>{contact.name}</li>}
            {contact.phone && (
              <li>
                <a href={`tel:${contact.phone.replace(/[^\d+]/g, '')}`}>
                  {t('phone', { phone: contact.phone })}
                </a>
              </li>
            )}
            {contact.mailbox && (
              <li>
                <a href={`mailto:${contact.mailbox}`}>{contact.mailbox}</a>
              </li>
            )}
          </ul>
        </Section>
      )}
    </>
  )
}
