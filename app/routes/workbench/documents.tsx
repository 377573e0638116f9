import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useLocale, useTranslations } from 'use-intl/react'
import { DocumentList } from '#app/features/documents/components/document-list.tsx'
import { NewDocumentForm } from '#app/features/documents/components/new-document-form.tsx'
import { documentsForm } from '#app/features/documents/forms.ts'
import { mayWrite, writingRefusal } from '#app/features/documents/policy.ts'
import { createDocument, startVersion } from '#app/features/documents/versions.server.ts'
import { findWorkDocument, findWorkStrategy, listWorkDocuments } from '#app/features/documents/work.server.ts'
import { requireStaff } from '#app/features/identity/access.server.ts'
import { translator } from '#app/messages/translator.ts'
import { answer, denied, idParam } from '#app/platform/http/answer.server.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { newKey } from '#app/platform/http/idempotency.server.ts'
import { pick } from '#app/platform/localised-text.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Alert } from '#app/ui/message.tsx'
import { WorkHead } from '#app/ui/page-head.tsx'
import { Panel } from '#app/ui/panel.tsx'

const notices = ['created', 'discarded'] as const

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireStaff(args)
  const strategyId = idParam(args.params.strategy)
  const strategy = answer(await findWorkStrategy(actor, strategyId))
  const documents = await listWorkDocuments(strategyId)
  const { searchParams } = new URL(args.request.url)
  const writes = mayWrite(actor, strategyId)
  const t = translator(actor.locale, 'workbench')
  return {
    strategy: { id: strategyId, title: strategy.title },
    ...{ documents, mayWrite: writes, formKey: newKey() },
    keys: Object.fromEntries(documents.map(({ id }) => [id, newKey()])),
    creating: writes && searchParams.has('new'),
    notice: notices.find((one) => one === searchParams.get('done')) ?? null,
    place: { strategyId },
    crumbs: [{ label: t('nav.documents') }],
    pageTitle: t('documents.title'),
  }
}

const fieldOf = { 'title-missing': 'titleNb', 'slug-unclear': 'slug', 'slug-taken': 'slug' } as const

export async function action(args: ActionFunctionArgs) {
  const actor = await requireStaff(args)
  const strategyId = idParam(args.params.strategy)
  const refusal = writingRefusal(actor, strategyId)
  if (refusal) throw denied(refusal)
  const t = translator(actor.locale, 'workbench')
  const form = await readForm(args.request, documentsForm)
  if ('errors' in form) {
    const errors = Object.entries(form.errors).map(([field, [reason]]) => {
      const known = (['titleTooLong', 'slugTooLong'] as const).find((one) => one === reason)
      return { field, message: known ? t(`documents.errors.${known}`) : t('errors.unclear') }
    })
    return data({ errors, typed: form.typed }, 422)
  }
  const { value } = form
  if (value.act === 'start') {
    // A document of another strategy is not on this page.
    const { document } = answer(await findWorkDocument(actor, value.document))
    if (document.strategyId !== strategyId) throw denied('not-found')
    const { versionId, existed } = answer(await startVersion(actor, document.id, value))
    return redirect(
      `/workbench/documents/${document.id}/versions/${versionId}?done=${existed ? 'existed' : 'started'}`,
    )
  }
  const outcome = answer(await createDocument(actor, strategyId, value))
  if (!('refusal' in outcome))
    return redirect(
      `/workbench/strategies/${strategyId}/documents?done=created#document-${outcome.documentId}`,
    )
  const error = { field: fieldOf[outcome.refusal], message: t(`documents.errors.${outcome.refusal}`) }
  return data({ errors: [error], typed: value as Record<string, unknown> }, 422)
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: `${data.pageTitle} – Innspill` }] : [{ title: 'Innspill' }]

export default function Documents() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const t = useTranslations('workbench.documents')
  const { strategy, documents, mayWrite: writes, notice } = page
  const base = `/workbench/strategies/${strategy.id}/documents`
  const creating = page.creating || refused !== undefined
  return (
    <>
      <WorkHead
        title={t('title')}
        meta={pick(strategy.title, useLocale()).text}
        actions={
          writes && !creating ? (
            <LinkButton size="sm" href={`${base}?new=1`}>
              {t('add')}
            </LinkButton>
          ) : undefined
        }
      />
      <div className="in-stack">
        {notice && !refused && (
          <Alert tone="success" live>
            <p>{t(`notice.${notice}`)}</p>
          </Alert>
        )}
        {!writes && <p className="in-muted">{t('readOnly')}</p>}
        {creating && (
          <NewDocumentForm
            formKey={page.formKey}
            typed={refused?.typed ?? null}
            errors={refused?.errors ?? []}
            cancel={base}
          />
        )}
        {documents.length === 0 && !creating && (
          <Panel>
            <Empty
              heading={t('empty')}
              action={writes ? { href: `${base}?new=1`, label: t('add') } : undefined}
            >
              {t('emptyText')}
            </Empty>
          </Panel>
        )}
        <DocumentList documents={documents} mayWrite={writes} keys={page.keys} action={base} />
      </div>
    </>
  )
}
