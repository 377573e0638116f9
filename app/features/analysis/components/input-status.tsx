import { useTranslations } from 'use-intl/react'
import { CheckCircleIcon, ClockIcon, MinusCircleIcon, PadlockIcon, RingedDotIcon } from '#app/ui/icons.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'

type Standing = {
  withdrawnAt: Date | null
  lateAt: Date | null
  published: boolean
  withheld?: boolean
  masks?: number
}

/** Where an input stands for the public, and whether it came late. */
export function InputStatus({ withdrawnAt, lateAt, published, withheld, masks = 0 }: Standing) {
  const t = useTranslations('workbench.input')
  return (
    <span className="in-row">
      {withdrawnAt ? (
        <StatusTag icon={MinusCircleIcon}>{t('withdrawn')}</StatusTag>
      ) : withheld ? (
        <StatusTag icon={PadlockIcon}>{t('withheld')}</StatusTag>
      ) : published ? (
        <StatusTag tone="success" icon={CheckCircleIcon}>
          {masks > 0 ? t('publishedMasked', { count: masks }) : t('published')}
        </StatusTag>
      ) : (
        <StatusTag tone="warning" icon={RingedDotIcon}>
          {t('waiting')}
        </StatusTag>
      )}
      {lateAt && (
        <StatusTag line icon={ClockIcon}>
          {t('late')}
        </StatusTag>
      )}
    </span>
  )
}

/** How much of an input is tagged; `within` a line that has begun. */
export function InputTagged(props: { tagged: number; passages: number; within?: boolean }) {
  const { tagged, passages, within = false } = props
  const t = useTranslations('workbench.input')
  if (passages === 0) return <>{t(within ? 'noPassagesWithin' : 'noPassages')}</>
  if (tagged === 0) return <>{t(within ? 'notTaggedWithin' : 'notTagged')}</>
  return <>{t('taggedOf', { tagged, passages })}</>
}

/** When a version came in; a registered letter says its own day, or only its year. */
export function useReceived() {
  const t = useTranslations('workbench.input')
  return (version: { submittedAt: Date; receivedOn: string | null }, day: (at: Date) => string) => {
    const { receivedOn, submittedAt } = version
    if (receivedOn === null) return day(submittedAt)
    return t('dated', { on: receivedOn.length === 4 ? receivedOn : day(new Date(`${receivedOn}T12:00:00Z`)) })
  }
}

const kinds = ['administrative', 'adopted', 'correction', 'registered'] as const

/** What a version is, in words; of a private person there is no more to say than that. */
export function useVersionKind() {
  const t = useTranslations('workbench.versionKinds')
  return ({ kind, senderKind }: { kind: string; senderKind: string }) => {
    const known = kinds.find((one) => one === kind)
    if (senderKind === 'person' && kind !== 'registered') return t('person')
    return known ? t(known) : kind
  }
}

const languages = ['nb', 'nn', 'en', 'sv', 'da', 'se'] as const

/** The language a version is written in, in words. */
export function useLanguage() {
  const t = useTranslations('workbench.languages')
  return (lang: string) => {
    const known = languages.find((one) => one === lang)
    return known ? t(known) : lang
  }
}
