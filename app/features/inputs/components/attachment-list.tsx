import { useTranslations } from 'use-intl/react'
import type { FileKind } from '#app/platform/files/file-kind.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { useDates } from '#app/ui/dates.tsx'
import { FilesIcon } from '#app/ui/icons.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import { attachmentsPath } from '../address.ts'
import type { AttachmentState, ListedAttachment } from '../attachment.ts'

/** Which states a reader must do something about, or wait for. */
export const toneOf = (state: AttachmentState) =>
  state === 'infected'
    ? ('danger' as const)
    : state.startsWith('unread') || state === 'no-text'
      ? ('warning' as const)
      : state === 'read' || state === 'in-part'
        ? ('success' as const)
        : ('info' as const)

/** What a file is and how large, in words. */
export function useFileFacts() {
  const t = useTranslations('workspace.attachments')
  return ({ kind, size }: { kind: FileKind; size: number }) => {
    const large = size >= 1_000_000
    const amount = large ? Math.round(size / 100_000) / 10 : Math.max(1, Math.round(size / 1_000))
    return `${t(`kind.${kind}`)}, ${t(large ? 'size.megabytes' : 'size.kilobytes', { size: amount })}`
  }
}

type AttachmentListProps = {
  files: readonly ListedAttachment[]
  /** The number a question has on the sender's pages; null where the file belongs to the whole input. */
  numberOf: (questionId: string | null) => number | null
  href: (id: string) => string
  /** Where taking a file away is confirmed; absent for those who only read. */
  removeHref?: (id: string) => string
}

/** The files of a draft with how far it has come with each, and what to do where something is wrong. */
export function AttachmentList({ files, numberOf, href, removeHref }: AttachmentListProps) {
  const t = useTranslations('workspace.attachments')
  const facts = useFileFacts()
  const { moment } = useDates()
  return (
    <ul className="in-list">
      {files.map((file) => {
        const { id, name, state, questionId, uploadedByName, uploadedAt } = file
        const position = numberOf(questionId)
        return (
          <li key={id} className="in-list__row">
            <div className="in-stack in-stack--1">
              <p className="in-break">
                {file.handedOut ? <a href={href(id)}>{name}</a> : name}{' '}
                <StatusTag tone={toneOf(state)}>{t(`state.${state}`)}</StatusTag>
              </p>
              {state !== 'read' && state !== 'picture' && (
                <p className="in-small">{t(`stateText.${state}`)}</p>
              )}
              <p className="in-meta">
                {facts(file)}. {position !== null && <>{t('toQuestion', { position })}. </>}
                {t('addedBy', { name: uploadedByName, moment: moment(uploadedAt) })}
              </p>
            </div>
            {removeHref && (
              <LinkButton
                variant="tertiary"
                size="sm"
                href={removeHref(id)}
                aria-label={t('removeName', { name })}
              >
                {t('remove')}
              </LinkButton>
            )}
          </li>
        )
      })}
    </ul>
  )
}

type AttachmentsPanelProps = {
  slug: string
  inputId: string
  files: readonly { id: string; name: string }[]
  mayWrite: boolean
}

/** The files of a draft in short, beside the writing of it, and the way to where they are added. */
export function AttachmentsPanel({ slug, inputId, files, mayWrite }: AttachmentsPanelProps) {
  const t = useTranslations('workspace.attachments')
  if (files.length === 0 && !mayWrite) return null
  return (
    <Panel id="attachments" heading={t('title')} level={3}>
      {files.length > 0 && (
        <ul className="in-plain in-stack in-stack--1">
          {files.map(({ id, name }) => (
            <li key={id} className="in-break in-small">
              {name}
            </li>
          ))}
        </ul>
      )}
      <p>
        <LinkButton variant="secondary" size="sm" icon={FilesIcon} href={attachmentsPath(slug, inputId)}>
          {files.length === 0 ? t('link') : t('linkSome', { count: files.length })}
        </LinkButton>
      </p>
    </Panel>
  )
}
