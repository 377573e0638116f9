import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import { ConfirmDiscarding, ConfirmPublishing } from '#app/features/documents/components/confirm-version.tsx'
import { PreviewIn } from '#app/features/documents/components/preview-in.tsx'
import { RefusedNotice } from '#app/features/documents/components/refused-notice.tsx'
import { VersionContents } from '#app/features/documents/components/version-contents.tsx'
import { VersionForm } from '#app/features/documents/components/version-form.tsx'
import { VERSION_VIEWS, WritingViews } from '#app/features/documents/components/writing-views.tsx'
import { WrittenText } from '#app/features/documents/components/written-text.tsx'
import { savedMeanwhile, textLeftOver } from '#app/features/documents/conflict.server.ts'
import { versionForm } from '#app/features/documents/forms.ts'
import { elementId } from '#app/features/documents/paragraph.ts'
import { mayWrite, writingRefusal } from '#app/features/documents/policy.ts'
import {
  describeVersion,
  descriptionSeen,
  discardVersion,
  publishDocumentVersion,
  textSeen,
} from '#app/features/documents/publication.server.ts'
import { versionState } from '#app/features/documents/version.ts'
import { findWorkVersion, listBlocks, listRoundsOf } from '#app/features/documents/work.server.ts'
import type { Opened, Refused } from '#app/features/documents/work-block.ts'
import { changeText } from '#app/features/documents/writing.server.ts'
import { missingForms, translatedBlocks } from '#app/features/documents/writing.ts'
import { requireStaff } from '#app/features/identity/access.server.ts'
import { listLinkedIn } from '#app/features/responses/changes.server.ts'
import { LinkedChanges } from '#app/features/responses/components/change-linked.tsx'
import { documentPath } from '#app/features/strategies/address.ts'
import { translator } from '#app/messages/translator.ts'
import { answer, denied, idParam } from '#app/platform/http/answer.server.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { newKey } from '#app/platform/http/idempotency.server.ts'
import { localeOf, pathIn } from '#app/platform/locale.ts'
import { pick } from '#app/platform/localised-text.ts'
import { useDates } from '#app/ui/dates.tsx'
import { CheckCircleIcon, PadlockIcon, PencilIcon } from '#app/ui/icons.tsx'
import { Localised } from '#app/ui/localised.tsx'
import { Alert } from '#app/ui/message.tsx'
import { WorkHead } from '#app/ui/page-head.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { Panes } from '#app/ui/panes.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'

const notices = ['started', 'existed', 'taken', 'described', 'published'] as const
const id = /^[0-9a-f-]{36}$/

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireStaff(args)
  const [documentId, versionId] = [idParam(args.params.document), idParam(args.params.version)]
  const { document, strategy, version } = answer(await findWorkVersion(actor, documentId, versionId))
  const url = new URL(args.request.url)
  const asked = (name: string) => url.searchParams.get(name) ?? ''
  const [blocks, rounds, linked] = await Promise.all([
    listBlocks(versionId),
    listRoundsOf(strategy.id),
    listLinkedIn(versionId),
  ])
  const state = versionState(version)
  const mayEdit = mayWrite(actor, strategy.id) && state === 'writing'
  const lang = localeOf(asked('lang') || (actor.locale === 'nn' ? 'nn' : 'nb'))
  const wanted = VERSION_VIEWS.find((one) => one === asked('view')) ?? 'text'
  const t = translator(actor.locale, 'workbench')
  const address = pathIn(actor.locale, documentPath(strategy.slug, document.slug, version.number))
  return {
    version: {
      ...{ id: versionId, number: version.number, title: version.title, note: version.note, state },
      ...{ roundId: version.roundId, publishedAt: version.publishedAt },
    },
    document: { id: documentId, title: document.title },
    blocks: blocks.map(({ id, kind, anchor, text, revision }) => ({ id, kind, anchor, text, revision })),
    ...{ rounds, linked, lang, mayEdit, opened: openedBy(url, blocks), address, formKey: newKey() },
    readsOnly: state === 'writing' && !mayEdit,
    view: mayEdit || wanted === 'preview' ? wanted : ('text' as const),
    seen: { description: descriptionSeen(version), text: textSeen(blocks) },
    strategyHidden: strategy.publishedAt === null,
    done: id.test(asked('at')) ? { block: asked('at'), what: asked('done') } : null,
    notice: notices.find((one) => one === asked('done')) ?? null,
    place: { strategyId: strategy.id },
    crumbs: [
      { label: t('nav.documents'), href: `/workbench/strategies/${strategy.id}/documents` },
      { label: pick(document.title, actor.locale).text, href: `/workbench/documents/${documentId}` },
      { label: pick(version.title, actor.locale).text },
    ],
    pageTitle: `${pick(version.title, actor.locale).text}, ${pick(document.title, actor.locale).text}`,
  }
}

// What a link on the page opened; a block that is gone opens nothing.
function openedBy(url: URL, blocks: readonly { id: string }[]): Opened {
  const known = (name: string) => blocks.find((block) => block.id === url.searchParams.get(name))?.id
  const [edit, remove, after] = [known('edit'), known('remove'), known('after')]
  if (edit) return { mode: 'edit', block: edit }
  if (remove) return { mode: 'remove', block: remove }
  if (after) return { mode: 'insert', after, landing: 'insert' }
  return url.searchParams.get('after') === 'start'
    ? { mode: 'insert', after: 'start', landing: 'insert' }
    : { mode: 'none' }
}

type Answered = Refused & { errors: { field: string; message: string }[]; opened: Opened | null }

const doneWords = {
  ...{ edit: 'edited', insert: 'inserted', 'move-up': 'moved', 'move-down': 'moved', 'move-after': 'moved' },
  ...{ join: 'joined', remove: 'removed' },
} as const

export async function action(args: ActionFunctionArgs) {
  const actor = await requireStaff(args)
  const [documentId, versionId] = [idParam(args.params.document), idParam(args.params.version)]
  const { strategy } = answer(await findWorkVersion(actor, documentId, versionId))
  const refusal = writingRefusal(actor, strategy.id)
  if (refusal) throw denied(refusal)
  const t = translator(actor.locale, 'workbench')
  const path = `/workbench/documents/${documentId}/versions/${versionId}`
  const lang = localeOf(new URL(args.request.url).searchParams.get('lang') ?? '')
  const none: Answered = { typed: null, message: null, saved: null, errors: [], opened: null }
  const form = await readForm(args.request, versionForm)
  if ('errors' in form) {
    const errors = Object.entries(form.errors).map(([field, [reason]]) => {
      const known = (['titleTooLong', 'noteTooLong', 'textTooLong'] as const).find((one) => one === reason)
      return { field, message: known ? t(`version.problems.${known}`) : t('errors.unclear') }
    })
    return data({ ...none, typed: form.typed, errors, message: errors[0]?.message ?? null }, 422)
  }
  const { value } = form
  const typed: Record<string, unknown> = value
  switch (value.act) {
    case 'describe': {
      const outcome = answer(await describeVersion(actor, documentId, versionId, value))
      if (!('refusal' in outcome)) return redirect(`${path}?lang=${lang}&done=described`)
      const message = t(`version.problems.${outcome.refusal}`)
      const field = outcome.refusal === 'round-unknown' ? 'round' : 'titleNb'
      const status = outcome.refusal === 'described-meanwhile' ? 409 : 422
      return data({ ...none, typed, errors: [{ field, message }] }, status)
    }
    case 'publish': {
      const outcome = answer(await publishDocumentVersion(actor, documentId, versionId, value))
      if (!('refusal' in outcome)) return redirect(`${path}?lang=${lang}&done=published`)
      return data({ ...none, message: t(`version.problems.${outcome.refusal}`) }, 422)
    }
    case 'discard': {
      const outcome = answer(await discardVersion(actor, documentId, versionId, value))
      if (!('refusal' in outcome))
        return redirect(`/workbench/strategies/${strategy.id}/documents?done=discarded`)
      const at = 'at' in outcome ? outcome.at : 0
      return data({ ...none, message: t(`version.problems.${outcome.refusal}`, { at }) }, 422)
    }
    default: {
      const outcome = answer(await changeText(actor, documentId, versionId, value))
      if (!('refusal' in outcome)) {
        const to = outcome.anchor === null ? '' : `#${elementId(outcome.anchor)}`
        return redirect(`${path}?lang=${lang}&done=${doneWords[value.act]}&at=${outcome.block ?? ''}${to}`)
      }
      const { refusal: reason } = outcome
      const at = 'at' in outcome ? outcome.at : 0
      if (reason === 'stale' && value.act === 'edit')
        return data({ ...none, typed, saved: await savedMeanwhile(versionId, value.block) }, 409)
      const message = t(`version.problems.${reason}`, { at })
      // The words of a block that is gone are kept, ready to be put in at the end.
      if (reason === 'gone' && (value.act === 'edit' || value.act === 'insert')) {
        const after = (await listBlocks(versionId)).at(-1)?.id ?? 'start'
        const opened: Opened = { mode: 'insert', after, landing: value.act }
        return data({ ...none, typed: textLeftOver(value), message, opened }, 409)
      }
      return data({ ...none, typed, message }, reason === 'stale' || reason === 'gone' ? 409 : 422)
    }
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: `${data.pageTitle} – Innspill` }] : [{ title: 'Innspill' }]

export default function VersionPage() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const t = useTranslations('workbench.version')
  const { day } = useDates()
  const { version, document, blocks, lang, view, mayEdit, notice } = page
  const path = `/workbench/documents/${document.id}/versions/${version.id}`
  const base = `${path}?lang=${lang}`
  const shared = { base, formKey: page.formKey, seen: page.seen.text, number: version.number }
  const opened = refused?.opened ?? page.opened
  const roundNumber = page.rounds.find(({ id }) => id === version.roundId)?.number ?? null
  // What a form is answered with stands in the form, where that is drawn.
  const inForm = mayEdit && view === 'text' && opened.mode !== 'none' && opened.mode !== 'remove'
  return (
    <>
      <WorkHead
        title={<Localised text={version.title} />}
        meta={<Localised text={document.title} />}
        actions={
          version.publishedAt ? (
            <>
              <StatusTag tone="success" icon={version.state === 'adopted' ? PadlockIcon : CheckCircleIcon}>
                {t(`state.${version.state}`, { day: day(version.publishedAt) })}
              </StatusTag>
              <a href={page.address}>{t('open')}</a>
            </>
          ) : (
            <StatusTag icon={PencilIcon}>{t('state.writing')}</StatusTag>
          )
        }
      />
      <div className="in-stack">
        {notice && !refused && (
          <Alert tone="success" live>
            <p>{t(`notice.${notice}`)}</p>
          </Alert>
        )}
        {refused?.message && !inForm && (
          <RefusedNotice message={refused.message} typed={refused.typed} keepWords={!mayEdit} />
        )}
        <LinkedChanges linked={page.linked} />
        {page.readsOnly && <p className="in-muted">{t('readOnly')}</p>}
        {version.publishedAt && (
          <div className="in-row">
            <p className="in-muted">{t('frozen')}</p>
            <a href={`${path}/adoption`}>{t('toAdoption')}</a>
            {version.number > 1 && <a href={`${path}/alignment`}>{t('toAlignment')}</a>}
            <a href={`${path}/notes`}>{t('toNotes')}</a>
          </div>
        )}
        <WritingViews {...{ view, lang, path, mayWrite: mayEdit }} />
        {view === 'about' && (
          <VersionForm
            {...{ version, rounds: page.rounds, formKey: page.formKey, seen: page.seen.description }}
            typed={refused?.typed ?? null}
            errors={refused?.errors ?? []}
            action={`${base}&view=about`}
          />
        )}
        {view === 'publish' && (
          <ConfirmPublishing
            {...shared}
            {...{ roundNumber, address: page.address, strategyHidden: page.strategyHidden }}
            blocks={blocks.length}
            missing={missingForms(blocks)}
            translated={translatedBlocks(blocks)}
          />
        )}
        {view === 'discard' && <ConfirmDiscarding {...shared} blocks={blocks.length} />}
        {view === 'preview' && <PreviewIn {...{ lang, blocks }} path={page.address} />}
        {view === 'text' && (
          <Panes
            label={t('panes')}
            layout="left"
            panes={[
              {
                id: 'contents',
                label: t('contents'),
                content: (
                  <Panel heading={t('contents')}>
                    <div className="in-stack in-stack--3">
                      <VersionContents blocks={blocks} lang={lang} />
                      {mayEdit && (
                        <p className="in-small">
                          <a href={`/workbench/documents/${document.id}/import`}>{t('import')}</a>
                          <br />
                          <a href={`${base}&view=discard`}>{t('discard')}</a>
                        </p>
                      )}
                    </div>
                  </Panel>
                ),
              },
              {
                ...{ id: 'text', label: t('views.text'), main: true },
                content: (
                  <Panel flush>
                    <WrittenText
                      {...{ blocks, lang, opened, base, mayWrite: mayEdit, formKey: page.formKey }}
                      refused={refused ?? null}
                      done={page.done}
                      importAt={`/workbench/documents/${document.id}/import`}
                    />
                  </Panel>
                ),
              },
            ]}
          />
        )}
      </div>
    </>
  )
}
