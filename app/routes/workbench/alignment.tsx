import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import { confirmAlignment, findAlignment, lookAtAlignment } from '#app/features/documents/alignment.server.ts'
import { alignmentForm } from '#app/features/documents/alignment-form.ts'
import { compareVersions } from '#app/features/documents/comparison.ts'
import { AlignmentNotice } from '#app/features/documents/components/alignment-notice.tsx'
import {
  AlignmentRows,
  fieldOf,
  LookFirst,
  Origins,
} from '#app/features/documents/components/alignment-rows.tsx'
import { useChangeWords } from '#app/features/documents/components/change-words.tsx'
import { SaidOf } from '#app/features/documents/components/said-of.tsx'
import { fatesIn, listNotes } from '#app/features/documents/notes.server.ts'
import { shownNumber } from '#app/features/documents/paragraph.ts'
import { mayWrite, writingRefusal } from '#app/features/documents/policy.ts'
import { findWorkVersion } from '#app/features/documents/work.server.ts'
import { listParagraphReferences } from '#app/features/findings/paragraph-references.server.ts'
import { requireStaff } from '#app/features/identity/access.server.ts'
import { changesPath } from '#app/features/strategies/address.ts'
import { translator } from '#app/messages/translator.ts'
import { answer, denied, idParam } from '#app/platform/http/answer.server.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { newKey } from '#app/platform/http/idempotency.server.ts'
import { pathIn } from '#app/platform/locale.ts'
import { pick } from '#app/platform/localised-text.ts'
import { Button } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { LinkSwitch } from '#app/ui/link-switch.tsx'
import { Localised } from '#app/ui/localised.tsx'
import { Alert } from '#app/ui/message.tsx'
import { WorkHead } from '#app/ui/page-head.tsx'
import { Panel } from '#app/ui/panel.tsx'

// "2" is a version; what else stands there is none.
const sinceOf = (asked: string | null) =>
  asked === null ? null : /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : 0

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireStaff(args)
  const [documentId, versionId] = [idParam(args.params.document), idParam(args.params.version)]
  const asked = new URL(args.request.url).searchParams
  const found = answer(await findAlignment(actor, documentId, versionId, sinceOf(asked.get('since'))))
  const { document, strategy, version, from, to, lineage, earlier } = found
  const t = translator(actor.locale, 'workbench')
  const base = `/workbench/documents/${documentId}`
  const titleIn = (title: typeof document.title) => pick(title, actor.locale).text
  const frame = {
    version: { id: version.id, number: version.number, title: version.title },
    base: `${base}/versions/${versionId}`,
    earlier: earlier.map(({ number, title }) => ({ number, title })),
    place: { strategyId: strategy.id },
    crumbs: [
      { label: titleIn(document.title), href: base },
      { label: titleIn(version.title), href: `${base}/versions/${versionId}` },
      { label: t('alignment.crumb') },
    ],
    pageTitle: `${t('alignment.crumb')}, ${titleIn(version.title)}`,
  }
  if (!from || !lineage) return { ...frame, aligned: null }
  const { chapters } = compareVersions(lineage.links, from.blocks, to, actor.locale)
  const unsure = new Set(lineage.links.flatMap((link) => (link.sure ? [] : [link.to ?? link.from ?? ''])))
  const rows = chapters.flatMap(({ heading, rows: own }) => [...(heading ? [heading] : []), ...own])
  const [notes, references, fates] = await Promise.all([
    listNotes([from.id]),
    listParagraphReferences(strategy.id, document.slug, from.number),
    fatesIn(documentId, from),
  ])
  const anchors = new Map(from.blocks.map(({ id, anchor }) => [anchor, id]))
  const said = [
    ...notes.rows.map(({ id, anchor, text, by }) => ({ id, anchor, words: text, by })),
    ...references.map(({ id, anchor, kind, title, href }) => {
      const words = t(`alignment.reference.${kind}`, { title: pick(title, actor.locale).text })
      return { id, anchor, words, by: '', href }
    }),
  ]
  const published = version.publishedAt !== null && from.publishedAt !== null
  const told = [...new Set(said.map(({ anchor }) => anchor))].map((anchor) => {
    return { anchor, fate: fates?.fate(anchors.get(anchor) ?? '') ?? null }
  })
  return {
    ...frame,
    aligned: {
      from: { number: from.number, title: from.title },
      ...{ chapters, source: lineage.source, confirmed: found.confirmed, unsure: [...unsure] },
      sure: rows.length - unsure.size,
      origins: from.blocks.map(({ anchor, text }) => ({ anchor, words: titleIn(text).slice(0, 60) })),
      ...{ said, told, key: newKey(), mayConfirm: mayWrite(actor, strategy.id), published },
      notice: asked.get('notice') === 'done',
      public: published
        ? pathIn(actor.locale, changesPath(strategy.slug, document.slug, version.number, from.number))
        : null,
    },
  }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireStaff(args)
  const [documentId, versionId] = [idParam(args.params.document), idParam(args.params.version)]
  const { strategy } = answer(await findWorkVersion(actor, documentId, versionId))
  const refusal = writingRefusal(actor, strategy.id)
  if (refusal) throw denied(refusal)
  const t = translator(actor.locale, 'workbench')
  const form = await readForm(args.request, alignmentForm)
  const none = { errors: [], typed: null, problem: null, chapters: null }
  if ('errors' in form) {
    const errors = Object.keys(form.errors).flatMap((field) =>
      field.startsWith('from.')
        ? [{ field: fieldOf(field.slice('from.'.length)), message: t('alignment.error.tooLong') }]
        : [],
    )
    const sent = form.typed.from
    const typed = sent && typeof sent === 'object' ? (sent as Record<string, string>) : null
    return data({ ...none, typed, errors, problem: errors.length > 0 ? null : ('unclear' as const) }, 422)
  }
  const { value } = form
  const typed = Object.fromEntries(Object.entries(value.from).map(([id, words]) => [id, words ?? '']))
  const looking = value.act === 'look'
  const outcome = looking
    ? answer(await lookAtAlignment(actor, documentId, versionId, value))
    : answer(await confirmAlignment(actor, documentId, versionId, value))
  if ('refusal' in outcome) {
    if (outcome.refusal === 'stale') return data({ ...none, typed, problem: 'stale' as const }, 409)
    if (outcome.refusal === 'text-changed')
      return data({ ...none, typed, problem: 'textChanged' as const }, 409)
    const found = answer(await findAlignment(actor, documentId, versionId, value.since))
    const from = found.from ? pick(found.from.title, actor.locale).text : ''
    const errors = outcome.problems.map(({ block, reason, word }) => ({
      field: fieldOf(block),
      message: t(`alignment.error.${reason}`, { word, from }),
    }))
    return data({ ...none, typed, errors }, 422)
  }
  if (!('links' in outcome))
    return redirect(
      `/workbench/documents/${documentId}/versions/${versionId}/alignment?since=${value.since}&notice=done`,
    )
  const { from, to } = answer(await findAlignment(actor, documentId, versionId, value.since))
  const { chapters } = compareVersions(outcome.links, from?.blocks ?? [], to, actor.locale)
  return data({ ...none, typed, chapters }, 200)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.pageTitle ?? ''} – Innspill` },
]

export default function AlignmentPage() {
  const { version, base, earlier, aligned } = useLoaderData<typeof loader>()
  const back = useActionData<typeof action>()
  const t = useTranslations('workbench.alignment')
  const heading = useTranslations('workbench.errors')
  const { titled } = useChangeWords()
  if (!aligned)
    return (
      <>
        <WorkHead title={<Localised text={version.title} />} />
        <Empty heading={t('none')} action={{ href: base, label: t('toVersion') }}>
          {t('noneText')}
        </Empty>
      </>
    )
  const { from, mayConfirm, said, told, notice } = aligned
  const chapters = back?.chapters ?? aligned.chapters
  const unsure = new Set(aligned.unsure)
  const rows = chapters.flatMap(({ heading: own, rows: rest }) => [...(own ? [own] : []), ...rest])
  const names = { from: titled(from.title), to: titled(version.title) }
  const text = (
    <AlignmentRows
      {...{ chapters, mayConfirm, unsure }}
      typed={back?.typed ?? null}
      errors={back?.errors ?? []}
      said={(anchor) => (
        <SaidOf
          said={said.filter((one) => one.anchor === anchor)}
          number={shownNumber(anchor) ?? anchor}
          title={names.from}
          told={told.find((one) => one.anchor === anchor)?.fate ?? null}
        />
      )}
    />
  )
  return (
    <>
      <WorkHead
        title={t('title', names)}
        actions={
          <>
            {aligned.public && <a href={aligned.public}>{t('public')}</a>}
            <a href={base}>{t('toVersion')}</a>
          </>
        }
      />
      <div className="in-stack">
        {notice && !back && (
          <Alert tone="success" live>
            <p>{t(aligned.published ? 'done' : 'doneUnpublished')}</p>
          </Alert>
        )}
        {back && <ErrorSummary heading={heading('heading')} errors={back.errors} />}
        {back?.problem && (
          <Alert tone="danger" live>
            <p>{t(back.problem)}</p>
          </Alert>
        )}
        {back?.chapters && (
          <Alert tone="info" live>
            <p>{t('seen')}</p>
          </Alert>
        )}
        <AlignmentNotice {...aligned} unsure={unsure.size} />
        {earlier.length > 1 && (
          <LinkSwitch
            label={t('since')}
            links={earlier.slice(0, 12).map((one) => ({
              href: `${base}/alignment?since=${one.number}`,
              label: <Localised text={one.title} />,
              current: one.number === from.number,
            }))}
          />
        )}
        <Panel id="first" heading={t('first')}>
          <LookFirst rows={rows.filter(({ id }) => unsure.has(id))} />
        </Panel>
        <Panel id="text" heading={t('text')}>
          <div className="in-stack in-stack--3">
            <p className="in-muted">{mayConfirm ? t('help', names) : t('readOnly')}</p>
            {mayConfirm ? (
              <Form method="post">
                <input type="hidden" name="key" value={aligned.key} />
                <input type="hidden" name="since" value={from.number} />
                <input type="hidden" name="revision" value={aligned.confirmed?.revision ?? 0} />
                <Origins blocks={aligned.origins} />
                {text}
                <div className="in-actionbar">
                  <Button name="act" value="look" variant="secondary">
                    {t('look')}
                  </Button>
                  <Button name="act" value="confirm">
                    {t('confirm')}
                  </Button>
                </div>
              </Form>
            ) : (
              text
            )}
          </div>
        </Panel>
      </div>
    </>
  )
}
