import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import { noteForm } from '#app/features/documents/alignment-form.ts'
import { useChangeWords } from '#app/features/documents/components/change-words.tsx'
import { NoteList } from '#app/features/documents/components/note-list.tsx'
import { addNote, fatesIn, listNotes, removeNote } from '#app/features/documents/notes.server.ts'
import { findWorkVersion } from '#app/features/documents/work.server.ts'
import { requireStaff } from '#app/features/identity/access.server.ts'
import { ParagraphComments } from '#app/features/inputs/components/paragraph-comments.tsx'
import { listParagraphComments } from '#app/features/inputs/paragraph-comments.server.ts'
import { translator } from '#app/messages/translator.ts'
import { answer, idParam } from '#app/platform/http/answer.server.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { newKey } from '#app/platform/http/idempotency.server.ts'
import { pick } from '#app/platform/localised-text.ts'
import { Button } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextArea, TextField } from '#app/ui/field.tsx'
import { Alert } from '#app/ui/message.tsx'
import { WorkHead } from '#app/ui/page-head.tsx'
import { Panel } from '#app/ui/panel.tsx'

const notices = ['saved', 'removed'] as const

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireStaff(args)
  const [documentId, versionId] = [idParam(args.params.document), idParam(args.params.version)]
  const { document, strategy, version } = answer(await findWorkVersion(actor, documentId, versionId))
  const asked = new URL(args.request.url).searchParams
  const [{ all, rows }, fates, said] = await Promise.all([
    listNotes([versionId]),
    fatesIn(documentId, version),
    listParagraphComments(versionId),
  ])
  const t = translator(actor.locale, 'workbench')
  const base = `/workbench/documents/${documentId}`
  const titleIn = (title: typeof document.title) => pick(title, actor.locale).text
  return {
    version: { title: version.title, published: version.publishedAt !== null },
    notes: rows.map(({ byId, paragraphId, ...note }) => ({
      ...note,
      own: byId === actor.personId,
      fate: fates?.fate(paragraphId) ?? null,
    })),
    ...{ said, all, latest: fates?.latest.title ?? null, key: newKey() },
    at: (asked.get('at') ?? '').slice(0, 40),
    notice: notices.find((one) => one === asked.get('notice')) ?? null,
    place: { strategyId: strategy.id },
    crumbs: [
      { label: titleIn(document.title), href: base },
      { label: titleIn(version.title), href: `${base}/versions/${versionId}` },
      { label: t('notes.crumb') },
    ],
    pageTitle: `${t('notes.crumb')}, ${titleIn(version.title)}`,
  }
}

const fields = { 'at-unknown': 'at', 'text-missing': 'text', noteTooLong: 'text' } as const

export async function action(args: ActionFunctionArgs) {
  const actor = await requireStaff(args)
  const [documentId, versionId] = [idParam(args.params.document), idParam(args.params.version)]
  answer(await findWorkVersion(actor, documentId, versionId))
  const t = translator(actor.locale, 'workbench')
  const here = (notice: (typeof notices)[number]) =>
    redirect(`/workbench/documents/${documentId}/versions/${versionId}/notes?notice=${notice}`)
  const refused = (reason: keyof typeof fields, typed: Record<string, unknown>) =>
    data(
      { errors: [{ field: fields[reason], message: t(`notes.errors.${reason}`) }], typed, problem: null },
      422,
    )
  const form = await readForm(args.request, noteForm)
  if ('errors' in form) {
    if (form.errors.text?.includes('noteTooLong')) return refused('noteTooLong', form.typed)
    return data({ errors: [], typed: form.typed, problem: 'unclear' as const }, 422)
  }
  const { value } = form
  if (value.act === 'remove') {
    answer(await removeNote(actor, versionId, value.note))
    return here('removed')
  }
  const outcome = answer(await addNote(actor, documentId, versionId, value))
  if (!('refusal' in outcome)) return here('saved')
  if (outcome.refusal === 'not-published')
    return data({ errors: [], typed: value, problem: 'not-published' as const }, 422)
  return refused(outcome.refusal, value)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.pageTitle ?? ''} – Innspill` },
]

export default function ParagraphNotesPage() {
  const page = useLoaderData<typeof loader>()
  const back = useActionData<typeof action>()
  const t = useTranslations('workbench.notes')
  const heading = useTranslations('workbench.errors')
  const { titled } = useChangeWords()
  const { version, notes, all, notice } = page
  const errorOf = (field: string) => back?.errors.find((one) => one.field === field)?.message
  const typed = (field: string) => {
    const value = (back?.typed as Record<string, unknown> | undefined)?.[field]
    return typeof value === 'string' ? value : undefined
  }
  return (
    <>
      <WorkHead title={t('title', { title: titled(version.title) })} />
      <div className="in-stack">
        {notice && !back && (
          <Alert tone="success" live>
            <p>{t(notice)}</p>
          </Alert>
        )}
        {back && <ErrorSummary heading={heading('heading')} errors={back.errors} />}
        {back?.problem && (
          <Alert tone="danger" live>
            <p>{t(`errors.${back.problem}`)}</p>
          </Alert>
        )}
        <p className="in-muted">{t('lead')}</p>
        {version.published ? (
          <Panel id="add" heading={t('add')}>
            <Form method="post" className="in-form">
              <input type="hidden" name="key" value={page.key} />
              <TextField
                {...{ name: 'at', label: t('at'), help: t('atHelp'), error: errorOf('at') }}
                defaultValue={typed('at') ?? page.at}
                maxLength={40}
                autoComplete="off"
              />
              <TextArea
                {...{ name: 'text', label: t('text'), error: errorOf('text') }}
                rows={3}
                defaultValue={typed('text') ?? ''}
              />
              <p>
                <Button name="act" value="add">
                  {t('save')}
                </Button>
              </p>
            </Form>
          </Panel>
        ) : (
          <Alert tone="info" heading={t('writing')}>
            <p>{t('writingText')}</p>
          </Alert>
        )}
        <ParagraphComments said={page.said} />
        {notes.length === 0 ? (
          version.published && <Empty heading={t('none')}>{t('noneText')}</Empty>
        ) : (
          <Panel id="notes" heading={t('list')}>
            {all > notes.length && <p className="in-muted">{t('shown', { shown: notes.length, all })}</p>}
            <NoteList notes={notes} latest={page.latest} />
          </Panel>
        )}
      </div>
    </>
  )
}
