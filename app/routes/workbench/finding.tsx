import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import { wayBack } from '#app/features/analysis/citing.ts'
import { listThemes } from '#app/features/analysis/reading.server.ts'
import { approveFinding, withdrawApproval } from '#app/features/findings/approval.server.ts'
import { WRITTEN_FORMS } from '#app/features/findings/checks.ts'
import { removeCitation } from '#app/features/findings/citations.server.ts'
import { BackThere } from '#app/features/findings/components/back-there.tsx'
import { FindingDesk } from '#app/features/findings/components/finding-desk.tsx'
import { StaleNotice, TakesFocus } from '#app/features/findings/components/finding-notices.tsx'
import { FindingReading } from '#app/features/findings/components/finding-reading.tsx'
import { FindingStatePanel, FindingStateTags } from '#app/features/findings/components/finding-state.tsx'
import { FindingWays } from '#app/features/findings/components/finding-ways.tsx'
import { ProblemList } from '#app/features/findings/components/problem-list.tsx'
import { findingState, subjectKey } from '#app/features/findings/finding.ts'
import {
  checkedFindingAtDesk,
  findingAtDesk,
  findingToWrite,
} from '#app/features/findings/finding-desk.server.ts'
import { markerOf } from '#app/features/findings/finding-text.ts'
import {
  previewCounts,
  previewQuotes,
  standingCitations,
  standingCounts,
} from '#app/features/findings/finding-view.ts'
import { findingForm } from '#app/features/findings/forms.ts'
import { savedSince } from '#app/features/findings/history.server.ts'
import { mayApproveFindings, mayWriteFindings } from '#app/features/findings/policy.ts'
import { publishFinding } from '#app/features/findings/publication.server.ts'
import { writeFinding } from '#app/features/findings/writing.server.ts'
import { listQuestions } from '#app/features/questionnaires/queries.server.ts'
import { findingPath } from '#app/features/strategies/address.ts'
import { answer } from '#app/platform/http/answer.server.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { newKey } from '#app/platform/http/idempotency.server.ts'
import { pathIn } from '#app/platform/locale.ts'
import type { LocalisedText } from '#app/platform/localised-text.ts'
import { cleanText } from '#app/platform/rich-text/clean-text.ts'
import { useDates } from '#app/ui/dates.tsx'
import { Localised } from '#app/ui/localised.tsx'
import { Alert } from '#app/ui/message.tsx'
import { WorkHead } from '#app/ui/page-head.tsx'

const notices = ['saved', 'done', 'removed', 'approved', 'approvalWithdrawn', 'restored'] as const
const citedNotices = ['cited', 'citedParaphrase'] as const

export async function loader(args: LoaderFunctionArgs) {
  const found = await checkedFindingAtDesk(args, new Date())
  const { actor, finding, round, strategy, theme, base, title, place, crumbs } = found
  const { searchParams } = new URL(args.request.url)
  const [asked, number, since] = ['notice', 'number', 'since'].map((name) => searchParams.get(name))
  const [themes, questions, merged] = await Promise.all([
    listThemes(strategy.id),
    listQuestions(round.id),
    isRevision(since) ? savedSince(finding.id, Number(since), actor.personId) : [],
  ])
  const choices = theme && !themes.some(({ id }) => id === theme.id) ? [...themes, theme] : themes
  return {
    ...{ base, place, pageTitle: title },
    finding: {
      ...{ title: finding.title, text: finding.text },
      // What a merged theme became part of stands among those that can be chosen; itself does not.
      subject: subjectKey({ themeId: theme?.id ?? null, questionId: finding.questionId }),
      ...{ updatedAt: finding.updatedAt, updatedBy: found.updatedBy ?? '–' },
    },
    facts: {
      ...{ revision: finding.revision, approvedRevision: finding.approvedRevision },
      publishedRevision: finding.publishedRevision,
    },
    approved: finding.approvedAt && { at: finding.approvedAt, by: found.approvedBy ?? '–' },
    published: finding.publishedAt && { at: finding.publishedAt, by: found.publishedBy ?? '–' },
    ...{ problems: found.problems, citations: standingCitations(found), quotes: previewQuotes(found) },
    ...{
      counts: standingCounts(found, actor.locale),
      shownCounts: previewCounts(found.counts, `${base}/numbers`),
    },
    round: { id: round.id, number: round.number },
    subjects: {
      themes: choices.map(({ id, code, title }) => ({ id, code, title })),
      questions: questions.map(({ id, position, title }) => ({ id, position, title })),
    },
    keys: { write: newKey(), approve: newKey(), withdraw: newKey(), publish: newKey() },
    ...{ mayWrite: mayWriteFindings(actor, strategy.id), mayApprove: mayApproveFindings(actor, strategy.id) },
    open: finding.publishedAt
      ? pathIn(actor.locale, findingPath(strategy.slug, round.slug, finding.slug))
      : null,
    notice: notices.find((one) => one === asked) ?? null,
    cited: isRevision(number) ? (citedNotices.find((one) => one === asked) ?? null) : null,
    from: wayBack(searchParams.get('from')),
    marker: isRevision(number) ? markerOf('citation', Number(number)) : '',
    merged: merged.length > 0 ? { names: merged.join(', '), since: Number(since) } : null,
    crumbs: [...crumbs.slice(0, -1), { label: title }],
  }
}

const isRevision = (asked: string | null | undefined) => /^[1-9]\d{0,5}$/.test(asked ?? '')

const tooLong = ['titleMissing', 'titleTooLong', 'textTooLong'] as const

export async function action(args: ActionFunctionArgs) {
  const { actor, t, base, findingId } = await findingToWrite(args)
  const here = (query: string) => redirect(`${base}?notice=${query}`)
  const form = await readForm(args.request, findingForm)
  const none = { errors: [], typed: null, saved: null, problem: null }
  if ('errors' in form) {
    const errors = Object.entries(form.errors).map(([field, [reason]]) => {
      const known = tooLong.find((one) => one === reason)
      return { field, message: known ? t(`errors.${known}`) : t('errors.unclear') }
    })
    return data({ ...none, errors, typed: form.typed }, 422)
  }
  const { value } = form
  switch (value.act) {
    case 'remove-citation': {
      const outcome = answer(await removeCitation(actor, findingId, value.citation))
      if ('refusal' in outcome) return data({ ...none, problem: outcome.refusal }, 422)
      return here('removed')
    }
    case 'approve': {
      const outcome = answer(await approveFinding(actor, findingId, value))
      if ('refusal' in outcome) return data({ ...none, problem: outcome.refusal }, 422)
      return here('approved')
    }
    case 'withdraw-approval': {
      answer(await withdrawApproval(actor, findingId, value.key))
      return here('approvalWithdrawn')
    }
    case 'publish': {
      const outcome = answer(await publishFinding(actor, findingId, value.key))
      if (!('refusal' in outcome)) return here('done')
      const problem = outcome.refusal === 'problems' ? ('approvedProblems' as const) : outcome.refusal
      return data({ ...none, problem }, 422)
    }
    case 'write': {
      const outcome = answer(await writeFinding(actor, findingId, value))
      if (!('refusal' in outcome))
        return here(outcome.mergedSince === null ? 'saved' : `merged&since=${outcome.mergedSince}`)
      const typed: Record<string, unknown> = value
      if (outcome.refusal === 'theme-retired') {
        const errors = [{ field: 'subject', message: t('errors.theme-retired') }]
        return data({ ...none, errors, typed }, 422)
      }
      const { finding, updatedBy } = await findingAtDesk(args)
      const { revision, updatedAt } = finding
      const title = otherThan({ nb: value.titleNb, nn: value.titleNn }, finding.title)
      const text = otherThan({ nb: value.textNb, nn: value.textNn }, finding.text)
      const saved = { title, text, revision, at: updatedAt, by: updatedBy ?? '–' }
      return data({ ...none, typed, saved }, 409)
    }
  }
}

/** What of the saved words is not what was typed. */
const otherThan = (typed: LocalisedText, saved: LocalisedText): LocalisedText =>
  Object.fromEntries(
    WRITTEN_FORMS.flatMap((lang) => {
      const [mine, theirs = ''] = [cleanText(typed[lang] ?? '').trim(), saved[lang]]
      return mine === theirs ? [] : [[lang, theirs]]
    }),
  )

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: `${data.pageTitle} – Innspill` }] : [{ title: 'Innspill' }]

export default function FindingPage() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const t = useTranslations('workbench.finding')
  const { moment, clock } = useDates()
  const { base, finding, facts, round, problems, mayWrite, notice, cited, merged } = page
  const saved = refused?.saved ?? null
  const asPublished = findingState(facts).state === 'published'
  const above = <FindingStatePanel {...page} problems={problems.length} mayPublish={mayWrite} />
  const below = <FindingWays base={base} />
  const citations = { citations: page.citations, addAt: mayWrite ? `${base}/citations` : null }
  return (
    <>
      <WorkHead
        title={<Localised text={finding.title} />}
        meta={t('meta', {
          ...{ number: round.number, at: moment(finding.updatedAt), name: finding.updatedBy },
        })}
        actions={
          <>
            <FindingStateTags {...facts} />
            {page.open && <a href={page.open}>{t('open')}</a>}
          </>
        }
      />
      <div className="in-stack">
        {!refused && (notice || cited || merged) && notice !== 'saved' && (
          <Alert tone="success" live>
            {notice && <p>{t(notice)}</p>}
            {cited && <p>{t(cited, { marker: page.marker })}</p>}
            {cited && <BackThere from={page.from} />}
            {merged && (
              <p>
                {t('merged', { names: merged.names })}{' '}
                <a href={`${base}/history?from=${merged.since}&to=${facts.revision}`}>{t('mergedWhere')}</a>
              </p>
            )}
          </Alert>
        )}
        {refused?.problem && (
          <TakesFocus>
            <Alert tone="danger">
              <p>{t(`refused.${refused.problem}`)}</p>
            </Alert>
          </TakesFocus>
        )}
        {problems.length > 0 && (
          <Alert
            tone="warning"
            heading={asPublished ? t('publishedBlocked') : t('blocked', { count: problems.length })}
          >
            <ProblemList problems={problems} />
            <p>{t(asPublished ? 'publishedBlockedText' : 'blockedText')}</p>
          </Alert>
        )}
        {saved && <StaleNotice {...saved} />}
        {mayWrite ? (
          <FindingDesk
            finding={{ ...finding, revision: saved?.revision ?? facts.revision }}
            formKey={page.keys.write}
            subjects={page.subjects}
            typed={refused?.typed ?? null}
            errors={refused?.errors ?? []}
            saved={notice === 'saved' && !refused ? t('saved', { at: clock(finding.updatedAt) }) : null}
            quotes={page.quotes}
            shownCounts={page.shownCounts}
            citations={citations}
            counts={page.counts}
            countsAt={`${base}/numbers`}
            above={above}
            below={below}
          />
        ) : (
          <FindingReading
            {...page}
            text={finding.text}
            countsAt={`${base}/numbers`}
            above={above}
            below={below}
          />
        )}
      </div>
    </>
  )
}
