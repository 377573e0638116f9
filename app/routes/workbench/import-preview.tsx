import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { IntlProvider, useTranslations } from 'use-intl/react'
import { DocumentReader } from '#app/features/documents/components/document-reader.tsx'
import { ImportDecision } from '#app/features/documents/components/import-decision.tsx'
import { ImportNotes } from '#app/features/documents/components/import-notes.tsx'
import { importForm } from '#app/features/documents/forms.ts'
import {
  discardImport,
  findImport,
  takeImport,
  whereImportCanGo,
} from '#app/features/documents/imports.server.ts'
import { numberParagraphs, type ParagraphKind } from '#app/features/documents/paragraph.ts'
import { writingRefusal } from '#app/features/documents/policy.ts'
import { findWorkDocument } from '#app/features/documents/work.server.ts'
import { requireStaff } from '#app/features/identity/access.server.ts'
import { catalogue } from '#app/messages/catalogue.ts'
import { timeZone, translator } from '#app/messages/translator.ts'
import { answer, denied, idParam } from '#app/platform/http/answer.server.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { newKey } from '#app/platform/http/idempotency.server.ts'
import { pick } from '#app/platform/localised-text.ts'
import { useDates } from '#app/ui/dates.tsx'
import { Alert } from '#app/ui/message.tsx'
import { WorkHead } from '#app/ui/page-head.tsx'
import { Panel } from '#app/ui/panel.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireStaff(args)
  const [documentId, importId] = [idParam(args.params.document), idParam(args.params.import)]
  const { document, strategy } = answer(await findWorkDocument(actor, documentId))
  const refusal = writingRefusal(actor, strategy.id)
  if (refusal) throw denied(refusal)
  const found = answer(await findImport(documentId, importId))
  const lang: 'nb' | 'nn' = found.lang === 'nn' ? 'nn' : 'nb'
  const t = translator(actor.locale, 'workbench')
  return {
    ...{ documentId, importId, lang, notes: found.notes, fileName: found.fileName, at: found.at },
    ...{ versionId: found.versionId, discardedAt: found.discardedAt },
    blocks: numberParagraphs(
      found.blocks.map(({ kind, unnumbered, text }) => ({
        ...{ kind: kind as ParagraphKind, unnumbered, text: { [lang]: text } },
      })),
    ).map(({ kind, anchor, text }) => ({ kind, anchor, text })),
    target: await whereImportCanGo(documentId, found.blocks),
    keys: { take: newKey(), discard: newKey() },
    place: { strategyId: strategy.id },
    crumbs: [
      { label: t('nav.documents'), href: `/workbench/strategies/${strategy.id}/documents` },
      { label: pick(document.title, actor.locale).text, href: `/workbench/documents/${documentId}` },
      { label: t('import.title'), href: `/workbench/documents/${documentId}/import` },
      { label: found.fileName },
    ],
    pageTitle: found.fileName,
  }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireStaff(args)
  const [documentId, importId] = [idParam(args.params.document), idParam(args.params.import)]
  const { strategy } = answer(await findWorkDocument(actor, documentId))
  const refusal = writingRefusal(actor, strategy.id)
  if (refusal) throw denied(refusal)
  const t = translator(actor.locale, 'workbench')
  const form = await readForm(args.request, importForm)
  if ('errors' in form) return data({ problem: t('errors.unclear') }, 422)
  const { value } = form
  const base = `/workbench/documents/${documentId}`
  if (value.act === 'discard') {
    const outcome = answer(await discardImport(actor, documentId, importId, value.key))
    if (!('refusal' in outcome)) return redirect(`${base}/import?done=discarded`)
    return data({ problem: t(`import.problems.${outcome.refusal}`) }, 409)
  }
  const outcome = answer(await takeImport(actor, documentId, importId, value))
  if ('versionId' in outcome) return redirect(`${base}/versions/${outcome.versionId}?done=taken`)
  const at = 'at' in outcome ? outcome.at : 0
  const status = outcome.refusal === 'forms-differ' ? 422 : 409
  return data({ problem: t(`import.problems.${outcome.refusal}`, { at }) }, status)
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: `${data.pageTitle} – Innspill` }] : [{ title: 'Innspill' }]

export default function ImportPreview() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const t = useTranslations('workbench.import')
  const { moment } = useDates()
  const { documentId, importId, lang, blocks, versionId, discardedAt } = page
  const base = `/workbench/documents/${documentId}`
  return (
    <>
      <WorkHead
        title={<span className="in-break">{page.fileName}</span>}
        meta={`${t(`langs.${lang}`)}. ${t('readAt', { at: moment(page.at), count: blocks.length })}`}
      />
      <div className="in-stack">
        {refused && (
          <Alert tone="danger" live>
            <p>{refused.problem}</p>
          </Alert>
        )}
        {versionId && (
          <Alert tone="info">
            <p>
              {t('used')} <a href={`${base}/versions/${versionId}`}>{t('toVersion')}</a>
            </p>
          </Alert>
        )}
        {discardedAt && (
          <Alert tone="info">
            <p>
              {t('discardedAt', { at: moment(discardedAt) })} <a href={`${base}/import`}>{t('again')}</a>
            </p>
          </Alert>
        )}
        {!versionId && !discardedAt && (
          <ImportDecision
            action={`${base}/import/${importId}`}
            {...{ keys: page.keys, lang, blocks: blocks.length, ...page.target }}
          />
        )}
        <ImportNotes notes={page.notes} />
        <Panel id="as-read" heading={t('asRead')}>
          <IntlProvider locale={lang} messages={catalogue[lang]} timeZone={timeZone}>
            <div lang={lang}>
              <DocumentReader blocks={blocks} path={`${base}/import/${importId}`} />
            </div>
          </IntlProvider>
        </Panel>
      </div>
    </>
  )
}
