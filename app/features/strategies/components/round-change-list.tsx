import type { ReactNode } from 'react'
import { useLocale, useTranslations } from 'use-intl/react'
import { senderKindKey } from '#app/features/organisations/sender-kind.ts'
import { type LocalisedText, pick } from '#app/platform/localised-text.ts'
import { useDates } from '#app/ui/dates.tsx'
import { Localised } from '#app/ui/localised.tsx'
import {
  ROUND_PURPOSES,
  type RoundChange,
  type RoundContact,
  type RoundField,
  type RoundRecord,
} from '../round-revision.ts'
import { ROUND_NAMINGS } from '../round-rules.ts'
import { Paragraphs } from './paragraphs.tsx'

/** What the phases are called, where they may be told of. */
export type PhaseNames = Readonly<Record<string, LocalisedText>>

/** What a change of a round did: each field with what it said before and says now. */
export function RoundChangeList({
  changes,
  phases = {},
}: {
  changes: readonly RoundChange[]
  phases?: PhaseNames
}) {
  const t = useTranslations('public.roundChanges')
  return (
    <dl className="in-change">
      {changes.map(({ field, before, after }) => (
        <div key={field}>
          <dt>{t(`fields.${field}`)}</dt>
          <dd>
            <span className="in-change__label">{t('before')}</span>
            <del>
              <Value {...{ field, phases, value: before }} />
            </del>
          </dd>
          <dd>
            <span className="in-change__label">{t('after')}</span>
            <ins>
              <Value {...{ field, phases, value: after }} />
            </ins>
          </dd>
        </div>
      ))}
    </dl>
  )
}

type ValueProps = { field: RoundField; value: unknown; phases: PhaseNames }

function Value({ field, value, phases }: ValueProps): ReactNode {
  const t = useTranslations('public.roundChanges')
  const { moment } = useDates()
  const locale = useLocale()
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no')
  if (value === null || value === undefined || value === '') return t('nothing')
  switch (field) {
    case 'opensAt':
    case 'deadlineAt':
    case 'acceptsLateUntil':
    case 'closedAt':
      return moment(new Date(String(value)))
    case 'groupDeadlines':
      return <Groups groups={value as RoundRecord['groupDeadlines']} />
    case 'title':
      return <Localised text={value as LocalisedText} />
    case 'intro':
      return <Paragraphs text={value as LocalisedText} />
    // Versions from before it had languages hold one text.
    case 'shortNoticeReason':
      return typeof value === 'string' ? value : <Localised text={value as LocalisedText} />
    case 'contact':
      return <Contact contact={value as RoundContact} />
    case 'naming': {
      const naming = ROUND_NAMINGS.find((one) => one === value)
      return naming ? t(`namings.${naming}`) : t('other')
    }
    case 'inputsShown':
      return t(value === 'after-closing' ? 'shown.after-closing' : 'shown.as-checked')
    case 'legalForm':
      return t(value === 'høring' ? 'forms.hearing' : 'forms.innspill')
    case 'purpose': {
      const purpose = ROUND_PURPOSES.find((one) => one === value)
      return purpose ? t(`purposes.${purpose}`) : t('other')
    }
    case 'phaseId':
      return pick(phases[String(value)] ?? {}, locale).text || t('other')
    default:
      return typeof value === 'string' ? value : t('other')
  }
}

function Groups({ groups }: { groups: Readonly<Record<string, string>> }) {
  const t = useTranslations('public.roundChanges')
  const kinds = useTranslations('public')
  const { moment } = useDates()
  const all = Object.entries(groups)
  if (all.length === 0) return t('nothing')
  return (
    <ul className="in-plain">
      {all.map(([kind, at]) => (
        <li key={kind}>{t('own', { kind: kinds(senderKindKey(kind)), at: moment(new Date(at)) })}</li>
      ))}
    </ul>
  )
}

function Contact({ contact: { name, phone, mailbox } }: { contact: RoundContact }) {
  return <>{[name, phone, mailbox].filter(Boolean).join(', ')}</>
}
