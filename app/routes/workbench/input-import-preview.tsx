import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData, useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'
import { useTranslations } from 'use-intl/react'
import { requireStaff } from '#app/features/identity/access.server.ts'
import { TableChecked, TableProblems } from '#app/features/inputs/components/table-checked.tsx'
import { TableMapping } from '#app/features/inputs/components/table-mapping.tsx'
import { importForm, roleOf } from '#app/features/inputs/import-forms.ts'
import { type Mapping, proposedRoles } from '#app/features/inputs/import-mapping.ts'
import {
  askForRows,
  type CheckedMapping,
  findInputImport,
  mapTable,
} from '#app/features/inputs/input-imports.server.ts'
import { listQuestions } from '#app/features/questionnaires/queries.server.ts'
import { decisionRefusal } from '#app/features/strategies/policy.ts'
import { findStaffRound } from '#app/features/strategies/work-round.server.ts'
import { translator } from '#app/messages/translator.ts'
import { tableLimits } from '#app/platform/files/table-limits.ts'
import { columnLetters } from '#app/platform/files/table-text.ts'
import { answer, denied, idParam } from '#app/platform/http/answer.server.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { newKey } from '#app/platform/http/idempotency.server.ts'
import { useDates } from '#app/ui/dates.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Alert } from '#app/ui/message.tsx'
import { WorkHead } from '#app/ui/page-head.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { Progress } from '#app/ui/progress.tsx'

async function found(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await requireStaff(args)
  const [roundId, importId] = [idParam(args.params.round), idParam(args.params.import)]
  const { round, strategy } = answer(await findStaffRound(actor, roundId))
  const refusal = decisionRefusal(actor, strategy.id)
  if (refusal) throw denied(refusal)
  const stored = answer(await findInputImport(roundId, importId))
  return { actor, round, strategy, stored }
}

export async function loader(args: LoaderFunctionArgs) {
  const { actor, round, strategy, stored } = await found(args)
  const questions = await listQuestions(round.id)
  const { columns, askedAt, finishedAt } = stored
  const t = translator(actor.locale, 'workbench')
  const checked = stored.mapping as CheckedMapping | null
  const first: Mapping = {
    ...{ columns: proposedRoles(columns, questions), kind: null, channel: 'file', received: '', lang: 'nb' },
  }
  return {
    round: { id: round.id, number: round.number },
    ...{ id: stored.id, fileName: stored.fileName, columns, rowCount: stored.rowCount, questions },
    ...{ sample: stored.sample ?? [], mapping: checked ?? first, checked, askedAt, finishedAt },
    ...{ uploadedAt: stored.uploadedAt, doneRows: stored.doneRows, registered: stored.registered },
    ...{ skipped: stored.skipped, problems: stored.problems ?? [], problemCount: stored.problemCount },
    keys: { map: newKey(), ask: newKey() },
    running: askedAt !== null && finishedAt === null,
    place: { strategyId: strategy.id, roundId: round.id },
    crumbs: [
      { label: t('overview.round', { number: round.number }), href: `/workbench/rounds/${round.id}` },
      { label: t('intake.crumb'), href: `/workbench/rounds/${round.id}/intake` },
      { label: t('tableImport.crumb'), href: `/workbench/rounds/${round.id}/intake/import` },
      { label: stored.fileName },
    ],
    pageTitle: stored.fileName,
  }
}

export async function action(args: ActionFunctionArgs) {
  const { actor, round, stored } = await found(args)
  const t = translator(actor.locale, 'workbench')
  const here = `/workbench/rounds/${round.id}/intake/import/${stored.id}`
  const refused = (field: string, message: string, mapping: Mapping | null = null) =>
    data({ errors: [{ field, message }], mapping }, 422)
  const form = await readForm(args.request, importForm)
  if ('errors' in form) return refused('top', t('errors.unclear'))
  const { value } = form
  if (value.act === 'ask') {
    const outcome = answer(
      await askForRows(actor, round.id, stored.id, { key: value.key, skipBad: value.skipBad === 'on' }),
    )
    if (!('refusal' in outcome)) return redirect(here)
    const field = outcome.refusal === 'problems-stand' ? 'skipBad' : 'top'
    return refused(field, t(`tableImport.refused.${outcome.refusal}`))
  }
  const { kind = null, channel, received, lang } = value
  const columns = stored.columns.map((_, at) => roleOf(value.column[at] ?? ''))
  const mapping: Mapping = { columns, kind, channel, received, lang }
  const outcome = answer(await mapTable(actor, round.id, stored.id, mapping))
  if ('importId' in outcome) return redirect(`${here}#checked`)
  if ('refusal' in outcome) {
    const said = { size: 0, rows: tableLimits.rows }
    return refused('top', t(`tableImport.refused.${outcome.refusal}`, said), mapping)
  }
  const errors = outcome.unmapped.map((problem) =>
    problem.reason === 'role-twice'
      ? {
          field: `column[${problem.at}]`,
          message: t('tableImport.unmapped.role-twice', { column: columnLetters(problem.at) }),
        }
      : { field: 'column[0]', message: t(`tableImport.unmapped.${problem.reason}`) },
  )
  return data({ errors, mapping }, 422)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.pageTitle} – Innspill` : 'Innspill' },
]

const everyMs = 2_000

export default function InputImportPreview() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const t = useTranslations('workbench.tableImport')
  const { moment } = useDates()
  const { revalidate } = useRevalidator()
  const { id, round, rowCount, running, finishedAt, doneRows, registered, skipped } = page
  const here = `/workbench/rounds/${round.id}/intake/import/${id}`
  useEffect(() => {
    if (!running) return
    const timer = setInterval(() => document.visibilityState === 'visible' && revalidate(), everyMs)
    return () => clearInterval(timer)
  }, [running, revalidate])
  const errorOf = (field: string) => refused?.errors.find((error) => error.field === field)?.message
  return (
    <>
      <WorkHead
        title={<span className="in-break">{page.fileName}</span>}
        meta={t('meta', { at: moment(page.uploadedAt), count: rowCount })}
        actions={<a href={`/workbench/rounds/${round.id}/intake`}>{t('toList')}</a>}
      />
      <div className="in-stack" id="top">
        {refused && <ErrorSummary heading={t('notDone')} errors={refused.errors} />}
        {running && (
          <Panel id="running" heading={t('running')}>
            <Progress value={doneRows} max={rowCount}>
              {t('progress', { done: doneRows, total: rowCount })}
            </Progress>
            <p>
              <a href={here}>{t('lookAgain')}</a>
            </p>
          </Panel>
        )}
        {finishedAt && (
          <Alert tone={skipped > 0 ? 'warning' : 'success'} heading={t('finished')} live>
            <p>
              {t('outcome', { registered, skipped })}{' '}
              {rowCount - registered - skipped > 0 &&
                t('wereThere', { count: rowCount - registered - skipped })}
            </p>
            <p>
              <a href={`/workbench/rounds/${round.id}/intake`}>{t('seeThem')}</a>
            </p>
          </Alert>
        )}
        {!running && !finishedAt && page.checked && (
          <TableChecked
            action={here}
            formKey={page.keys.ask}
            {...{ rowCount, summary: page.checked, problemCount: page.problemCount }}
            error={errorOf('skipBad')}
          />
        )}
        <TableProblems problems={page.problems} count={page.problemCount} />
        {!running && !finishedAt && (
          <Panel id="mapping" heading={t('mapping')}>
            <TableMapping
              action={here}
              formKey={page.keys.map}
              {...{ columns: page.columns, sample: page.sample, questions: page.questions, errorOf }}
              mapping={refused?.mapping ?? page.mapping}
              checked={page.checked !== null}
            />
          </Panel>
        )}
      </div>
    </>
  )
}
