import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useLocale, useTranslations } from 'use-intl/react'
import { listThemes } from '#app/features/analysis/reading.server.ts'
import { removeCitation } from '#app/features/findings/citations.server.ts'
import { CitationList } from '#app/features/findings/components/citation-list.tsx'
import { FindingForm } from '#app/features/findings/components/finding-form.tsx'
import { PublishPanel, StaleNotice, TakesFocus } from '#app/features/findings/components/finding-notices.tsx'
import { findingForm } from '#app/features/findings/forms.ts'
import { findingRefusal, mayWriteFindings } from '#app/features/findings/policy.ts'
import { publishFinding } from '#app/features/findings/publication.server.ts'
import { findFinding } from '#app/features/findings/queries.server.ts'
import { writeFinding } from '#app/features/findings/writing.server.ts'
import { requireStaff } from '#app/features/identity/access.server.ts'
import { findingPath } from '#app/features/strategies/address.ts'
import { translator } from '#app/messages/translator.ts'
import { answer, denied, idParam } from '#app/platform/http/answer.server.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { newKey } from '#app/platform/http/idempotency.server.ts'
import { pathIn } from '#app/platform/locale.ts'
import { pick } from '#app/platform/localised-text.ts'
import { useDates } from '#app/ui/dates.tsx'
import { CheckCircleIcon, PencilIcon } from '#app/ui/icons.tsx'
import { Localised } from '#app/ui/localised.tsx'
import { Alert } from '#app/ui/message.tsx'
import { WorkHead } from '#app/ui/page-head.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { Columns } from '#app/ui/panes.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'

const notices = ['saved', 'done', 'removed', 'cited'] as const

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireStaff(args)
  const [roundId, findingId] = [idParam(args.params.round), idParam(args.params.finding)]
  const found = answer(await findFinding(actor, roundId, findingId, new Date()))
  const { finding, round, strategy, theme, citations, updatedBy, obstacle } = found
  const asked = new URL(args.request.url).searchParams.get('notice')
  const themes = await listThemes(strategy.id)
  const choices = theme && !themes.some(({ id }) => id === theme.id) ? [...themes, theme] : themes
  const t = translator(actor.locale, 'workbench')
  return {
    finding: {
      ...{ id: finding.id, title: finding.title, text: finding.text, revision: finding.revision },
      ...{ themeId: finding.themeId, updatedAt: finding.updatedAt, publishedAt: finding.publishedAt },
    },
    ...{ citations, updatedBy: updatedBy ?? '–', obstacle },
    round: { id: round.id, number: round.number },
    themes: choices.map(({ id, code, title }) => ({ id, code, title })),
    keys: { write: newKey(), publish: newKey() },
    mayWrite: mayWriteFindings(actor, strategy.id),
    open: pathIn(actor.locale, findingPath(strategy.slug, round.slug, finding.slug)),
    notice: notices.find((one) => one === asked) ?? null,
    place: { strategyId: strategy.id, roundId: round.id },
    crumbs: [
      { label: t('overview.round', { number: round.number }), href: `/workbench/rounds/${round.id}` },
      { label: t('findings.list'), href: `/workbench/rounds/${round.id}/findings` },
      { label: pick(finding.title, actor.locale).text },
    ],
    pageTitle: pick(finding.title, actor.locale).text,
  }
}

const tooLong = ['titleMissing', 'titleTooLong', 'textTooLong'] as const

export async function action(args: ActionFunctionArgs) {
  const actor = await requireStaff(args)
  const [roundId, findingId] = [idParam(args.params.round), idParam(args.params.finding)]
  const { strategy } = answer(await findFinding(actor, roundId, findingId, new Date()))
  const refusal = findingRefusal(actor, strategy.id)
  if (refusal) throw denied(refusal)
  const t = translator(actor.locale, 'workbench')
  const here = (notice: (typeof notices)[number]) =>
    redirect(`/workbench/rounds/${roundId}/findings/${findingId}?notice=${notice}`)
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
    case 'publish': {
      const outcome = answer(await publishFinding(actor, findingId, value.key))
      if ('refusal' in outcome) return data({ ...none, problem: outcome.refusal }, 422)
      return here('done')
    }
    case 'write': {
      const outcome = answer(await writeFinding(actor, findingId, value))
      if (!('refusal' in outcome)) return here('saved')
      const typed: Record<string, unknown> = value
      if (outcome.refusal === 'stale') {
        const { finding, updatedBy } = answer(await findFinding(actor, roundId, findingId, new Date()))
        const { title, text, revision, updatedAt } = finding
        const saved = { title, text, revision, at: updatedAt, by: updatedBy ?? '–' }
        return data({ ...none, typed, saved }, 409)
      }
      const error = { field: 'textNb', message: t('errors.no-text') }
      return data({ ...none, typed, errors: [error] }, 422)
    }
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: `${data.pageTitle} – Innspill` }] : [{ title: 'Innspill' }]

export default function FindingPage() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const t = useTranslations('workbench.finding')
  const { moment, day, clock } = useDates()
  const locale = useLocale()
  const { finding, round, updatedBy, obstacle, mayWrite, notice } = page
  const base = `/workbench/rounds/${round.id}/findings/${finding.id}`
  const saved = refused?.saved ?? null
  return (
    <>
      <WorkHead
        title={<Localised text={finding.title} />}
        meta={t('meta', { number: round.number, at: moment(finding.updatedAt), name: updatedBy })}
        actions={
          finding.publishedAt ? (
            <>
              <StatusTag tone="success" icon={CheckCircleIcon}>
                {t('published', { day: day(finding.publishedAt) })}
              </StatusTag>
              <a href={page.open}>{t('open')}</a>
            </>
          ) : (
            <StatusTag icon={PencilIcon}>{t('draft')}</StatusTag>
          )
        }
      />
      <div className="in-stack">
        {notice && notice !== 'saved' && !refused && (
          <Alert tone="success" live>
            <p>{t(notice)}</p>
          </Alert>
        )}
        {refused?.problem && (
          <TakesFocus>
            <Alert tone="danger">
              <p>{t(`problems.${refused.problem}`)}</p>
            </Alert>
          </TakesFocus>
        )}
        {finding.publishedAt && obstacle && (
          <Alert tone="warning" heading={t('publishedProblem')}>
            <p>{t(`problems.${obstacle}`)}</p>
          </Alert>
        )}
        {saved && <StaleNotice {...saved} />}
        {!mayWrite && <p className="in-muted">{t('readOnly')}</p>}
        <Columns
          aside={
            <>
              <CitationList citations={page.citations} addAt={mayWrite ? `${base}/citations` : null} />
              {mayWrite && !finding.publishedAt && (
                <PublishPanel refusal={obstacle} formKey={page.keys.publish} />
              )}
            </>
          }
        >
          {mayWrite ? (
            <FindingForm
              key={finding.id}
              finding={{ ...finding, revision: saved?.revision ?? finding.revision }}
              formKey={page.keys.write}
              themes={page.themes}
              typed={refused?.typed ?? null}
              errors={refused?.errors ?? []}
              saved={notice === 'saved' && !refused ? t('saved', { at: clock(finding.updatedAt) }) : null}
            />
          ) : (
            <Panel id="text-panel" heading={t('write')}>
              <div className="in-prose" lang={pick(finding.text, locale).lang}>
                {pick(finding.text, locale)
                  .text.split(/\n{2,}/)
                  .map((paragraph) => (
                    <p key={paragraph}>{paragraph}</p>
                  ))}
              </div>
            </Panel>
          )}
        </Columns>
      </div>
    </>
  )
}
