import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import { takenAlong, wayBack } from '#app/features/analysis/citing.ts'
import { findWorkRound } from '#app/features/analysis/queries.server.ts'
import { listThemes } from '#app/features/analysis/reading.server.ts'
import { BackThere } from '#app/features/findings/components/back-there.tsx'
import { FindingList } from '#app/features/findings/components/finding-list.tsx'
import { NewFindingForm } from '#app/features/findings/components/new-finding-form.tsx'
import { findingsForm } from '#app/features/findings/forms.ts'
import { moveFinding } from '#app/features/findings/order.server.ts'
import { findingRefusal, mayWriteFindings } from '#app/features/findings/policy.ts'
import { publishApproved } from '#app/features/findings/publication.server.ts'
import { listFindings } from '#app/features/findings/queries.server.ts'
import { startFinding } from '#app/features/findings/writing.server.ts'
import { requireStaff } from '#app/features/identity/access.server.ts'
import { listQuestions } from '#app/features/questionnaires/queries.server.ts'
import { translator } from '#app/messages/translator.ts'
import { answer, denied, idParam, isId, pageParam } from '#app/platform/http/answer.server.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { newKey } from '#app/platform/http/idempotency.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Alert } from '#app/ui/message.tsx'
import { WorkHead } from '#app/ui/page-head.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Panel } from '#app/ui/panel.tsx'

const pageSize = 30

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireStaff(args)
  const { round, strategy } = answer(await findWorkRound(actor, idParam(args.params.round)))
  const { searchParams } = new URL(args.request.url)
  const page = pageParam(new URL(args.request.url))
  const passage = searchParams.get('passage')
  const [findings, themes, questions] = await Promise.all([
    listFindings(round.id, { page, size: pageSize, now: new Date() }),
    listThemes(strategy.id),
    listQuestions(round.id),
  ])
  const t = translator(actor.locale, 'workbench')
  return {
    ...{ round, page, findings, formKey: newKey(), publishKey: newKey() },
    subjects: {
      themes: themes.map(({ id, code, title }) => ({ id, code, title })),
      questions: questions.map(({ id, position, title }) => ({ id, position, title })),
    },
    passage: passage && isId(passage) ? passage : null,
    from: wayBack(searchParams.get('from')),
    mayWrite: mayWriteFindings(actor, strategy.id),
    notice: noticeIn(searchParams),
    place: { strategyId: strategy.id, roundId: round.id },
    crumbs: [
      { label: t('overview.round', { number: round.number }), href: `/workbench/rounds/${round.id}` },
      { label: t('findings.list') },
    ],
    pageTitle: t('findings.title', { number: round.number }),
  }
}

function noticeIn(asked: URLSearchParams) {
  if (asked.get('notice') === 'moved') return { kind: 'moved' as const }
  const [published, refused] = ['published', 'refused'].map((name) => Number(asked.get(name) ?? Number.NaN))
  const counted = [published, refused].every((count) => Number.isInteger(count) && Number(count) >= 0)
  if (!counted || published === undefined || refused === undefined) return null
  return { kind: 'published' as const, published, refused }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireStaff(args)
  const roundId = idParam(args.params.round)
  const { strategy } = answer(await findWorkRound(actor, roundId))
  const refusal = findingRefusal(actor, strategy.id)
  if (refusal) throw denied(refusal)
  const base = `/workbench/rounds/${roundId}/findings`
  const form = await readForm(args.request, findingsForm)
  if ('errors' in form) {
    const t = translator(actor.locale, 'workbench')
    const errors = Object.entries(form.errors).flatMap(([field, reasons]) =>
      reasons.slice(0, 1).map((reason) => ({
        field,
        message:
          reason === 'titleMissing' || reason === 'titleTooLong'
            ? t(`errors.${reason}`)
            : t('errors.unclear'),
      })),
    )
    return data({ errors, typed: form.typed }, 422)
  }
  const { value } = form
  if (!('act' in value)) {
    const outcome = answer(await startFinding(actor, roundId, value))
    if ('refusal' in outcome) {
      const t = translator(actor.locale, 'workbench')
      const typed: Record<string, unknown> = value
      return data({ errors: [{ field: 'subject', message: t(`errors.${outcome.refusal}`) }], typed }, 422)
    }
    const { findingId } = outcome
    const { searchParams } = new URL(args.request.url)
    const passage = searchParams.get('passage')
    const along = passage && isId(passage) ? takenAlong(passage, wayBack(searchParams.get('from'))) : null
    const cited = along ? `/citations?${along}` : ''
    return redirect(`${base}/${findingId}${cited}`)
  }
  if (value.act === 'move') {
    answer(await moveFinding(actor, roundId, value))
    const page = pageParam(new URL(args.request.url))
    return redirect(`${base}?${page > 1 ? `page=${page}&` : ''}notice=moved#funn-${value.finding}`)
  }
  const { published, refused } = answer(await publishApproved(actor, roundId, value.key))
  return redirect(`${base}?published=${published}&refused=${refused}`)
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: `${data.pageTitle} – Innspill` }] : [{ title: 'Innspill' }]

export default function Findings() {
  const { round, page, findings, subjects, mayWrite, formKey, passage, from, notice, publishKey } =
    useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const t = useTranslations('workbench')
  const frame = useTranslations('frame')
  const base = `/workbench/rounds/${round.id}/findings`
  const pageCount = Math.ceil(findings.total / pageSize)
  return (
    <>
      <WorkHead
        title={t('findings.title', { number: round.number })}
        meta={t('findings.meta', { published: findings.published, total: findings.total })}
        actions={<a href={`/workbench/rounds/${round.id}`}>{t('findings.round')}</a>}
      />
      <div className="in-stack">
        {notice && !refused && (
          <Alert tone={notice.kind === 'published' && notice.refused > 0 ? 'warning' : 'success'} live>
            {notice.kind === 'moved' ? (
              <p>{t('findings.moved')}</p>
            ) : (
              <>
                <p>{t('findings.publishedNow', { count: notice.published })}</p>
                {notice.refused > 0 && <p>{t('findings.refusedNow', { count: notice.refused })}</p>}
              </>
            )}
          </Alert>
        )}
        {passage && mayWrite && (
          <Alert tone="info" heading={t('findings.citing')}>
            <p>{t('findings.citingText')}</p>
            <BackThere from={from} />
          </Alert>
        )}
        <Panel id="findings-list" heading={t('findings.list')}>
          {findings.rows.length === 0 ? (
            <Empty heading={t('findings.empty')} level={3}>
              {t('findings.emptyText')}
            </Empty>
          ) : (
            <FindingList
              base={base}
              findings={findings.rows}
              order={mayWrite ? { first: (page - 1) * pageSize + 1, total: findings.total } : null}
              along={mayWrite && passage ? takenAlong(passage, from).toString() : null}
            />
          )}
        </Panel>
        <Pagination
          label={t('nav.way')}
          page={page}
          pageCount={pageCount}
          href={(number) => `${base}?page=${number}${passage ? `&${takenAlong(passage, from)}` : ''}`}
          previousLabel={frame('previous')}
          nextLabel={frame('next')}
          pageLabel={(number) => frame('pageOf', { page: number, pages: pageCount })}
        />
        {mayWrite && findings.waiting > 0 && (
          <PublishApproved waiting={findings.waiting} formKey={publishKey} />
        )}
        {mayWrite ? (
          <NewFindingForm
            formKey={formKey}
            subjects={subjects}
            typed={refused?.typed ?? null}
            errors={refused?.errors ?? []}
          />
        ) : (
          <p className="in-muted">{t('finding.readOnly')}</p>
        )}
      </div>
    </>
  )
}

/** All that is approved goes out at once, each checked by itself. */
function PublishApproved({ waiting, formKey }: { waiting: number; formKey: string }) {
  const t = useTranslations('workbench.findings')
  const busy = useNavigation().state === 'submitting'
  return (
    <Panel id="publish-approved" heading={t('waiting', { count: waiting })}>
      <Form method="post" className="in-stack in-stack--3">
        <input type="hidden" name="act" value="publish-approved" />
        <input type="hidden" name="key" value={formKey} />
        <p>{t('waitingText')}</p>
        <div className="in-row">
          <Button disabled={busy}>{t('publishApproved', { count: waiting })}</Button>
        </div>
      </Form>
    </Panel>
  )
}
