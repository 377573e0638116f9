import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import { codebookFileForm } from '#app/features/analysis/codebook-forms.ts'
import { previewCodebook, takeCodebook } from '#app/features/analysis/codebook-import.server.ts'
import { findCodebook } from '#app/features/analysis/codebook-list.server.ts'
import { decodeFile, formatOf, LARGEST_FILE } from '#app/features/analysis/codebook-reading.server.ts'
import { CodebookFileForm, CodebookFileHelp } from '#app/features/analysis/components/codebook-file-form.tsx'
import { CodebookPreview } from '#app/features/analysis/components/codebook-preview.tsx'
import { codebookRefusal } from '#app/features/analysis/policy.ts'
import { shownFileName } from '#app/features/documents/file-name.ts'
import { requireStaff } from '#app/features/identity/access.server.ts'
import { translator } from '#app/messages/translator.ts'
import { answer, denied, idParam } from '#app/platform/http/answer.server.ts'
import { readUpload } from '#app/platform/http/form.server.ts'
import { newKey } from '#app/platform/http/idempotency.server.ts'
import { WorkHead } from '#app/ui/page-head.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireStaff(args)
  const strategyId = idParam(args.params.strategy)
  const { themes } = answer(await findCodebook(actor, strategyId))
  const refusal = codebookRefusal(actor, strategyId)
  if (refusal) throw denied(refusal)
  const t = translator(actor.locale, 'workbench')
  const base = `/workbench/strategies/${strategyId}/codebook`
  return {
    ...{ base, formKey: newKey() },
    codes: themes.map(({ id, code }) => ({ id, code })),
    taken: Number.parseInt(new URL(args.request.url).searchParams.get('taken') ?? '', 10) || 0,
    place: { strategyId },
    crumbs: [{ label: t('codebook.title'), href: base }, { label: t('codebookImport.title') }],
    pageTitle: t('codebookImport.title'),
  }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireStaff(args)
  const strategyId = idParam(args.params.strategy)
  const refusal = codebookRefusal(actor, strategyId)
  if (refusal) throw denied(refusal)
  const form = await readUpload(args.request, codebookFileForm, 'file')
  const t = translator(actor.locale, 'workbench')
  const refused = (message: string, status = 422) => data({ message, preview: null }, status)
  if ('errors' in form) return refused(t('errors.unclear'))
  const { value, file } = form
  if (value.act === 'take') {
    const outcome = answer(await takeCodebook(actor, strategyId, value))
    if ('themes' in outcome)
      return redirect(`/workbench/strategies/${strategyId}/codebook/import?taken=${outcome.themes}`)
    const { name, format, text } = value
    const preview = await previewCodebook(strategyId, text, format)
    if ('refusal' in preview) return refused(t(`codebookImport.unread.${preview.refusal}`, preview))
    const message = t('codebookImport.changed')
    return data({ message, preview: { ...preview, name, format, text, encoding: null } }, 422)
  }
  if (!file) return refused(t('codebookImport.unread.no-file'))
  if (file.size > LARGEST_FILE) return refused(t('codebookImport.unread.too-large'), 413)
  const decoded = decodeFile(new Uint8Array(await file.arrayBuffer()))
  if ('refusal' in decoded) return refused(t('codebookImport.unread.bytes', decoded))
  const { text, encoding } = decoded
  const format = formatOf(text)
  const preview = await previewCodebook(strategyId, text, format)
  if ('refusal' in preview) return refused(t(`codebookImport.unread.${preview.refusal}`, preview))
  const name = shownFileName(file.name)
  return data(
    { message: null, preview: { ...preview, name, format, text, encoding } },
    preview.problems.length > 0 ? 422 : 200,
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: `${data.pageTitle} – Innspill` }] : [{ title: 'Innspill' }]

export default function CodebookImport() {
  const page = useLoaderData<typeof loader>()
  const outcome = useActionData<typeof action>()
  const t = useTranslations('workbench.codebookImport')
  return (
    <>
      <WorkHead title={t('title')} meta={t('meta')} />
      <div className="in-stack">
        {outcome?.preview && (
          <CodebookPreview
            preview={outcome.preview}
            message={outcome.message}
            codes={page.codes}
            formKey={page.formKey}
            base={page.base}
          />
        )}
        <CodebookFileForm
          message={outcome?.preview ? null : (outcome?.message ?? null)}
          taken={outcome ? 0 : page.taken}
          base={page.base}
          again={outcome?.preview !== undefined && outcome.preview !== null}
        />
        <CodebookFileHelp />
      </div>
    </>
  )
}
