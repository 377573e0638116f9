import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import { requireStaff } from '#app/features/identity/access.server.ts'
import { ImportsList } from '#app/features/inputs/components/imports-list.tsx'
import { tableForm } from '#app/features/inputs/import-forms.ts'
import { listInputImports, storeTable } from '#app/features/inputs/input-imports.server.ts'
import { decisionRefusal } from '#app/features/strategies/policy.ts'
import { findStaffRound } from '#app/features/strategies/work-round.server.ts'
import { translator } from '#app/messages/translator.ts'
import { config } from '#app/platform/config.server.ts'
import { fileStorage } from '#app/platform/files/storage.server.ts'
import { tableLimits } from '#app/platform/files/table-limits.ts'
import { receiveForm } from '#app/platform/files/upload.server.ts'
import { answer, denied, idParam } from '#app/platform/http/answer.server.ts'
import { newKey } from '#app/platform/http/idempotency.server.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { WorkHead } from '#app/ui/page-head.tsx'
import { Panel } from '#app/ui/panel.tsx'

const megabyte = 1024 * 1024

async function found(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await requireStaff(args)
  const { round, strategy } = answer(await findStaffRound(actor, idParam(args.params.round)))
  const refusal = decisionRefusal(actor, strategy.id)
  if (refusal) throw denied(refusal)
  return { actor, round, strategy }
}

export async function loader(args: LoaderFunctionArgs) {
  const { actor, round, strategy } = await found(args)
  const t = translator(actor.locale, 'workbench')
  return {
    round: { id: round.id, number: round.number },
    ...{ imports: await listInputImports(round.id), formKey: newKey() },
    megabytes: Math.floor(config().largestFile / megabyte),
    place: { strategyId: strategy.id, roundId: round.id },
    crumbs: [
      { label: t('overview.round', { number: round.number }), href: `/workbench/rounds/${round.id}` },
      { label: t('intake.crumb'), href: `/workbench/rounds/${round.id}/intake` },
      { label: t('tableImport.crumb') },
    ],
    pageTitle: t('tableImport.title'),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { actor, round } = await found(args)
  const t = translator(actor.locale, 'workbench')
  const { largestFile: largest } = config()
  const size = Math.floor(largest / megabyte)
  const refused = (reason: Parameters<typeof sentence>[0]) =>
    data({ error: sentence(reason) }, reason === 'file-too-large' ? 413 : 422)
  const sentence = (reason: Reason) => t(`tableImport.refused.${reason}`, { size, rows: tableLimits.rows })
  const upload = { field: 'file', folder: fileStorage().incoming, largest }
  const form = await receiveForm(args.request, tableForm, upload)
  if ('errors' in form) return refused('try-again')
  if ('refusal' in form) return refused(form.refusal)
  const { file, value } = form
  if (!file) return refused('no-file')
  try {
    const stored = answer(await storeTable(actor, round.id, file, value.key))
    if ('refusal' in stored) return refused(stored.refusal)
    return redirect(`/workbench/rounds/${round.id}/intake/import/${stored.importId}`)
  } finally {
    await file.discard()
  }
}

type Stored = Awaited<ReturnType<typeof storeTable>>
type Reason =
  | Exclude<Extract<Stored, { refusal: string }>['refusal'], 'not-found' | 'forbidden'>
  | ('try-again' | 'no-file' | 'file-too-large' | 'several-files' | 'interrupted')

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: `${data.pageTitle} – Innspill` }] : [{ title: 'Innspill' }]

export default function InputImport() {
  const { round, imports, formKey, megabytes } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const t = useTranslations('workbench.tableImport')
  const base = `/workbench/rounds/${round.id}/intake/import`
  return (
    <>
      <WorkHead title={t('title')} meta={t('inRound', { number: round.number })} />
      <div className="in-stack">
        {refused && (
          <ErrorSummary heading={t('notRead')} errors={[{ field: 'file', message: refused.error }]} />
        )}
        <Panel id="choose" heading={t('choose')}>
          <form method="post" action={base} encType="multipart/form-data" className="in-form">
            <input type="hidden" name="key" value={formKey} />
            <Field
              name="file"
              label={t('file')}
              help={t('fileHelp', { size: megabytes })}
              error={refused?.error}
            >
              {(wiring) => (
                <input {...wiring} type="file" className="in-file" accept=".xlsx,.csv,.txt,.tsv,text/csv" />
              )}
            </Field>
            <div className="in-row">
              <Button>{t('read')}</Button>
            </div>
          </form>
        </Panel>
        <Panel id="how" heading={t('how')}>
          <ul className="in-prose">
            {(['rows', 'headings', 'senders', 'twice', 'waits'] as const).map((one) => (
              <li key={one}>{t(`howText.${one}`, { rows: tableLimits.rows })}</li>
            ))}
          </ul>
        </Panel>
        {imports.length > 0 && <ImportsList {...{ imports, base }} />}
      </div>
    </>
  )
}
