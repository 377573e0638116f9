import { Form } from '@remix-run/react'
import { useLocale, useTranslations } from 'use-intl/react'
import { KindTag, useChangeWords } from '#app/features/documents/components/change-words.tsx'
import { Framed } from '#app/features/documents/components/comparison-row.tsx'
import { WordChanges } from '#app/features/documents/components/word-changes.tsx'
import { shownNumber } from '#app/features/documents/paragraph.ts'
import { aPagesEffort, wordChanges } from '#app/features/documents/word-changes.ts'
import { pick } from '#app/platform/localised-text.ts'
import { Button } from '#app/ui/button.tsx'
import { useDates } from '#app/ui/dates.tsx'
import { CheckIcon, WarningIcon } from '#app/ui/icons.tsx'
import { Localised } from '#app/ui/localised.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import type { Change, ChangedParagraph } from '../change.ts'
import type { ShownProposal } from '../change-page.server.ts'

/** What a form that links needs to know of its page; null where one only reads. */
export type Linking = { action: string; formKey: string; version: string } | null

type ProposalRowsProps = {
  proposals: readonly ShownProposal[]
  linking: Linking
  /** The pairs that are linked already: earlier and later paragraph. */
  linked: ReadonlySet<string>
}

/** Paragraphs that may be linked, each with what became of it, the words, and one button. */
export function ProposalRows({ proposals, linking, linked }: ProposalRowsProps) {
  return proposals.map((proposal) => (
    <ProposalRow key={proposal.key} {...{ proposal, linking, linked: linked.has(proposal.key) }} />
  ))
}

type RowProps = { proposal: ShownProposal; linking: Linking; linked: boolean }

function ProposalRow({ proposal, linking, linked }: RowProps) {
  const t = useTranslations('workbench.response.changes')
  const { before, after, about, confirmed } = proposal
  const number = shownNumber((after ?? before)?.anchor ?? '')
  const row = { ...proposal, from: before ? [before.anchor] : [] }
  return (
    <section className="in-diff in-diff--beside" aria-label={t('paragraph', { number: number ?? '' })}>
      <div className="in-diff__state">
        <b>{number ? t('paragraph', { number }) : t('unnumbered')}</b>
        <KindTag row={row} />
        {!confirmed && before && (
          <StatusTag tone="warning" icon={WarningIcon}>
            {t('unsure')}
          </StatusTag>
        )}
      </div>
      <div className="in-diff__text">
        <Framed row={proposal} />
        {about && (
          <p className="in-meta">
            {about.cited > 0 && t('cited', { count: about.cited })}{' '}
            {about.tagged > 0 && t('tagged', { count: about.tagged })}
          </p>
        )}
      </div>
      <div className="in-why">
        <LinkButtons {...{ proposal, linking, linked, number: number ?? '' }} />
      </div>
    </section>
  )
}

function LinkButtons({ proposal, linking, linked, number }: RowProps & { number: string }) {
  const t = useTranslations('workbench.response.changes')
  const { before, after, linkAs, confirmed } = proposal
  if (linked)
    return (
      <StatusTag tone="success" icon={CheckIcon}>
        {t('linked')}
      </StatusTag>
    )
  if (linkAs === null) return <p className="in-small in-muted">{t('same')}</p>
  if (!linking) return null
  const asNew = !confirmed && before && after
  return (
    <div className="in-stack in-stack--2">
      <LinkForm
        {...{ linking, kind: linkAs, from: before?.id, to: after?.id }}
        label={asNew ? t('linkFrom', { number: shownNumber(before.anchor) ?? before.anchor }) : t('link')}
        named={t('linkNamed', { number })}
      />
      {asNew && (
        <LinkForm
          {...{ linking, kind: 'added', to: after.id }}
          label={t('linkNew')}
          named={t('linkNewNamed', { number })}
        />
      )}
    </div>
  )
}

type LinkFormProps = {
  linking: NonNullable<Linking>
  kind: string
  from?: string | undefined
  to?: string | undefined
  label: string
  named: string
}

function LinkForm({ linking, kind, from, to, label, named }: LinkFormProps) {
  return (
    <Form method="post" action={linking.action} preventScrollReset>
      <input type="hidden" name="act" value="link" />
      <input type="hidden" name="key" value={linking.formKey} />
      <input type="hidden" name="version" value={linking.version} />
      <input type="hidden" name="kind" value={kind} />
      {from && <input type="hidden" name="from" value={from} />}
      {to && <input type="hidden" name="to" value={to} />}
      <Button variant="secondary" size="sm" aria-label={named}>
        {label}
      </Button>
    </Form>
  )
}

type ChangeListProps = {
  changes: readonly Change[]
  /** Where a link is taken back; null where one only reads. */
  takeBack: { action: string; formKey: string } | null
}

/** What a response is linked to, each with the paragraph before and after; or that nothing was changed, and why. */
export function ChangeList({ changes, takeBack }: ChangeListProps) {
  const t = useTranslations('workbench.response.changes')
  const { moment } = useDates()
  return (
    <ul className="in-list">
      {changes.map((change) => (
        <li key={change.id} className="in-stack in-stack--2">
          <p className="in-row">
            <b>{t(`kinds.${change.kind}`)}</b>
            <Places change={change} />
          </p>
          {change.note ? (
            <p className="in-prelines">
              <Localised text={change.note} />
            </p>
          ) : (
            <ChangedWords {...change} />
          )}
          <p className="in-small in-muted">
            {t('linkedBy', { name: change.by, at: moment(change.at) })}{' '}
            {change.removed && t('removedBy', { name: change.removed.by, at: moment(change.removed.at) })}
          </p>
          {takeBack && !change.removed && (
            <Form method="post" action={takeBack.action} preventScrollReset>
              <input type="hidden" name="act" value="take-back" />
              <input type="hidden" name="key" value={takeBack.formKey} />
              <input type="hidden" name="change" value={change.id} />
              <Button variant="tertiary" size="sm">
                {t('takeBack')}
              </Button>
            </Form>
          )}
        </li>
      ))}
    </ul>
  )
}

function Places({ change }: { change: Change }) {
  const t = useTranslations('workbench.response.changes')
  const { titled } = useChangeWords()
  const { before, after, version } = change
  const place = (one: ChangedParagraph) =>
    t('place', { version: titled(one.version.title), number: shownNumber(one.anchor) ?? one.anchor })
  return (
    <>
      <span>
        {before && place(before)}
        {before && after && ' → '}
        {after && place(after)}
        {!after && version && ` (${t('goneIn', { version: titled(version.title) })})`}
      </span>
      {version && !version.publishedAt && <StatusTag>{t('draft')}</StatusTag>}
    </>
  )
}

function ChangedWords({ before, after }: Pick<Change, 'before' | 'after'>) {
  const locale = useLocale()
  const was = pick(before?.text ?? {}, locale)
  const is = pick(after?.text ?? {}, before && after?.text[was.lang] ? was.lang : locale)
  return (
    <p className="in-prelines" lang={(before ? was : is).lang}>
      <WordChanges changes={wordChanges(was.text, is.text, aPagesEffort())} />
    </p>
  )
}
