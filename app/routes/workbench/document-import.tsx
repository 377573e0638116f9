import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import { ImportForm } from '#app/features/documents/components/import-form.tsx'
import { ImportList } from '#app/features/documents/components/import-list.tsx'
import { readDocxApart } from '#app/features/documents/docx-reading.server.ts'
import { shownFileName } from '#app/features/documents/file-name.ts'
import { uploadForm } from '#app/features/documents/forms.ts'
import { listImports, storeImport } from '#app/features/documents/imports.server.ts'
import { writingRefusal } from '#app/features/documents/policy.ts'
import { findWorkDocument } from '#app/features/documents/work.server.ts'
import { requireStaff } from '#app/features/identity/access.server.ts'
import { translator } from '#app/messages/translator.ts'
import { answer, denied, idParam } from '#app/platform/http/answer.server.ts'
import { readUpload } from '#app/platform/http/form.server.ts'
import { newKey } from '#app/platform/http/idempotency.server.ts'
import { pick } from '#app/platform/localised-text.ts'
import { Localised } from '#app/ui/localised.tsx'
import { Alert } from '#app/ui/message.tsx'
import { WorkHead } from '#app/ui/page-head.tsx'
import { Panel } from '#app/ui/panel.tsx'

/** Largest file; the guard at the door lets through a little more, for the form round it. */
const largestFile = 10 * 1024 * 1024

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireStaff(args)
  const documentId = idParam(args.params.document)
  const { document, strategy } = answer(await findWorkDocument(actor, documentId))
  const refusal = writingRefusal(actor, strategy.id)
  if (refusal) throw denied(refusal)
  const t = translator(actor.locale, 'workbench')
  return {
    document: { id: documentId, title: document.title },
    ...{ imports: await listImports(documentId), formKey: newKey(), lang: actor.locale },
    discarded: new URL(args.request.url).searchParams.get('done') === 'discarded',
    place: { strategyId: strategy.id },
    crumbs: [
      { label: t('nav.documents'), href: `/workbench/strategies/${strategy.id}/documents` },
      { label: pick(document.title, actor.locale).text, href: `/workbench/documents/${documentId}` },
      { label: t('import.title') },
    ],
    pageTitle: t('import.title'),
  }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireStaff(args)
  const documentId = idParam(args.params.document)
  const { strategy } = answer(await findWorkDocument(actor, documentId))
  const refusal = writingRefusal(actor, strategy.id)
  if (refusal) throw denied(refusal)
  const t = translator(actor.locale, 'workbench')
  const form = await readUpload(args.request, uploadForm, 'file')
  const refused = (lang: unknown, field: string, message: string, status = 422) =>
    data({ lang: lang === 'nn' ? 'nn' : 'nb', errors: [{ field, message }] }, status)
  if ('errors' in form) {
    const field = form.errors.lang ? 'lang' : 'file'
    const message = t(form.errors.lang ? 'import.problems.langMissing' : 'errors.unclear')
    return refused(form.typed.lang, field, message)
  }
  const { value, file } = form
  if (!file) return refused(value.lang, 'file', t('import.problems.no-file'))
  if (file.size > largestFile) return refused(value.lang, 'file', t('import.problems.too-large'), 413)
  const reading = await readDocxApart(new Uint8Array(await file.arrayBuffer()))
  if ('refusal' in reading) {
    const { at, begins } = 'at' in reading ? reading : { at: 0, begins: '' }
    return refused(value.lang, 'file', t(`import.problems.${reading.refusal}`, { at, begins }))
  }
  const upload = { ...value, fileName: shownFileName(file.name), reading }
  const { importId } = answer(await storeImport(actor, documentId, upload))
  return redirect(`/workbench/documents/${documentId}/import/${importId}`)
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: `${data.pageTitle} – Innspill` }] : [{ title: 'Innspill' }]

export default function DocumentImport() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const t = useTranslations('workbench.import')
  const base = `/workbench/documents/${page.document.id}/import`
  return (
    <>
      <WorkHead title={t('title')} meta={<Localised text={page.document.title} />} />
      <div className="in-stack">
        {page.discarded && !refused && (
          <Alert tone="success" live>
            <p>{t('discarded')}</p>
          </Alert>
        )}
        <ImportForm
          formKey={page.formKey}
          lang={refused?.lang ?? page.lang}
          errors={refused?.errors ?? []}
          action={base}
        />
        <Panel id="how" heading={t('how')}>
          <ul className="in-prose">
            {(['headings', 'paragraphs', 'ambitions', 'notKept', 'waits'] as const).map((one) => (
              <li key={one}>{t(`howText.${one}`)}</li>
            ))}
          </ul>
        </Panel>
        <ImportList imports={page.imports} base={base} />
      </div>
    </>
  )
}
