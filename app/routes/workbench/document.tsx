import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import { checkAdoptedText } from '#app/features/documents/adoption.server.ts'
import { ExpectedForm } from '#app/features/documents/components/expected-form.tsx'
import { FactsForm } from '#app/features/documents/components/facts-form.tsx'
import { FactsRead } from '#app/features/documents/components/facts-read.tsx'
import { WorkVersions } from '#app/features/documents/components/work-versions.tsx'
import {
  dropExpected,
  expectSubPlans,
  listExpected,
  renameExpected,
  tieSubPlans,
} from '#app/features/documents/expected-documents.server.ts'
import {
  listOtherDocuments,
  listWorkVersions,
  markOfFacts,
  writeFacts,
} from '#app/features/documents/facts.server.ts'
import { documentForm } from '#app/features/documents/facts-form.ts'
import type { FieldProblem, Typed } from '#app/features/documents/filled.ts'
import { mayWrite, writingRefusal } from '#app/features/documents/policy.ts'
import { type Problem, problemOf, problemsOf } from '#app/features/documents/problem.ts'
import { findWorkDocument } from '#app/features/documents/work.server.ts'
import { requireStaff } from '#app/features/identity/access.server.ts'
import { documentPath } from '#app/features/strategies/address.ts'
import { translator } from '#app/messages/translator.ts'
import { answer, denied, idParam } from '#app/platform/http/answer.server.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { newKey } from '#app/platform/http/idempotency.server.ts'
import { pathIn } from '#app/platform/locale.ts'
import { pick } from '#app/platform/localised-text.ts'
import { Localised } from '#app/ui/localised.tsx'
import { Alert } from '#app/ui/message.tsx'
import { WorkHead } from '#app/ui/page-head.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { Columns } from '#app/ui/panes.tsx'

const notices = ['saved', 'expected', 'renamed', 'tied', 'dropped', 'adopted'] as const

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireStaff(args)
  const documentId = idParam(args.params.document)
  const { document, strategy } = answer(await findWorkDocument(actor, documentId))
  const [found, others, expected] = await Promise.all([
    listWorkVersions(documentId),
    listOtherDocuments(strategy.id, documentId),
    listExpected(documentId),
  ])
  // Only the last adopted is recomputed here; each has its own page where it is.
  const last = found.find(({ adoptedAt }) => adoptedAt)
  const check = last ? await checkAdoptedText(last.id) : null
  const asked = new URL(args.request.url).searchParams.get('notice')
  const { kind, title, subtitle, owner, contact, periodFrom, periodTo, parentId, supersedesId } = document
  const t = translator(actor.locale, 'workbench')
  const label = pick(title, actor.locale).text
  return {
    id: documentId,
    facts: { kind, title, subtitle, owner, contact, periodFrom, periodTo, parentId, supersedesId },
    versions: found.map(({ contentHash: _, ...one }) => ({
      ...one,
      check: one.id === last?.id ? check : null,
    })),
    ...{ others, expected, seen: markOfFacts(document), adopted: last !== undefined },
    keys: { facts: newKey(), expect: newKey(), tie: newKey(), rename: newKey(), start: newKey() },
    mayWrite: mayWrite(actor, strategy.id),
    open: found.some(({ publishedAt }) => publishedAt)
      ? pathIn(actor.locale, documentPath(strategy.slug, document.slug))
      : null,
    notice: notices.find((one) => one === asked) ?? null,
    place: { strategyId: strategy.id },
    crumbs: [
      { label: t('nav.documents'), href: `/workbench/strategies/${strategy.id}/documents` },
      { label },
    ],
    pageTitle: label,
  }
}

type Answered = { errors: FieldProblem[]; typed: Typed; act: string; stale?: boolean }

export async function action(args: ActionFunctionArgs) {
  const actor = await requireStaff(args)
  const documentId = idParam(args.params.document)
  const { strategy } = answer(await findWorkDocument(actor, documentId))
  const refusal = writingRefusal(actor, strategy.id)
  if (refusal) throw denied(refusal)
  const t = translator(actor.locale, 'workbench')
  const say = (problem: Problem) => t(`documentErrors.${problem}`)
  const form = await readForm(args.request, documentForm)
  const refused = (answered: Answered, status = 422) => data({ stale: false, ...answered }, status)
  if ('errors' in form) {
    const act = typeof form.typed.act === 'string' ? form.typed.act : ''
    return refused({ errors: problemsOf(form.errors, say), typed: form.typed, act })
  }
  const { value } = form
  const there = (notice: (typeof notices)[number], at = '') =>
    redirect(`/workbench/documents/${documentId}?notice=${notice}${at}`)
  const no = (reason: Problem) => refused({ errors: [problemOf(reason, say)], typed: value, act: value.act })
  switch (value.act) {
    case 'facts': {
      const outcome = answer(await writeFacts(actor, documentId, value))
      if (!('refusal' in outcome)) return there('saved')
      if (outcome.refusal !== 'stale') return no(outcome.refusal)
      return refused(
        { errors: [problemOf('facts-stale', say)], typed: value, act: 'facts', stale: true },
        409,
      )
    }
    case 'expect': {
      const outcome = answer(await expectSubPlans(actor, documentId, value))
      return 'refusal' in outcome ? no(outcome.refusal) : there('expected', '#sub-plans')
    }
    case 'rename': {
      const outcome = answer(await renameExpected(actor, documentId, value))
      if (!('refusal' in outcome)) return there('renamed', '#sub-plans')
      const errors = [{ ...problemOf(outcome.refusal, say), field: 'nameNb' }]
      return refused({ errors, typed: value, act: 'rename' }, outcome.refusal === 'facts-stale' ? 409 : 422)
    }
    case 'tie': {
      const outcome = answer(await tieSubPlans(actor, documentId, value))
      return 'refusal' in outcome ? no(outcome.refusal) : there('tied', '#sub-plans')
    }
    case 'drop':
      answer(await dropExpected(actor, documentId, value.expected))
      return there('dropped', '#sub-plans')
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: `${data.pageTitle} – Innspill` }] : [{ title: 'Innspill' }]

export default function DocumentAtWork() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const t = useTranslations('workbench')
  const base = `/workbench/documents/${page.id}`
  const of = (...acts: string[]) => (refused && acts.includes(refused.act) ? refused : null)
  const [facts, subPlans] = [of('facts', ''), of('expect', 'rename', 'tie', 'drop')]
  return (
    <>
      <WorkHead
        title={<Localised text={page.facts.title} />}
        actions={page.open && <a href={page.open}>{t('document.open')}</a>}
      />
      <div className="in-stack">
        {page.notice && !refused && (
          <Alert tone="success" live>
            <p>{t(`document.notices.${page.notice}`)}</p>
          </Alert>
        )}
        {!page.mayWrite && <p className="in-muted">{t('document.readOnly')}</p>}
        <Columns
          aside={
            <Panel id="more" heading={t('document.more')}>
              <ul className="in-links">
                <li>
                  <a href={`${base}/measures`}>{t('document.measures')}</a>
                </li>
                {page.mayWrite && (
                  <li>
                    <a href={`${base}/import`}>{t('document.import')}</a>
                  </li>
                )}
              </ul>
            </Panel>
          }
        >
          <div className="in-stack">
            <WorkVersions
              {...{ base, versions: page.versions, mayWrite: page.mayWrite }}
              start={
                page.mayWrite && page.versions.every(({ publishedAt }) => publishedAt)
                  ? {
                      ...{ documentId: page.id, formKey: page.keys.start },
                      action: `/workbench/strategies/${page.place.strategyId}/documents`,
                    }
                  : null
              }
            />
            <ExpectedForm
              {...{ expected: page.expected, others: page.others, keys: page.keys, mayWrite: page.mayWrite }}
              typed={subPlans?.typed ?? null}
              errors={subPlans?.errors ?? []}
            />
            {facts?.stale && (
              <FactsRead facts={page.facts} others={page.others} heading={t('facts.storedByOther')} />
            )}
            {page.mayWrite ? (
              <FactsForm
                {...{ facts: page.facts, others: page.others, seen: page.seen, adopted: page.adopted }}
                key={page.seen}
                formKey={page.keys.facts}
                typed={facts?.typed ?? null}
                errors={facts?.errors ?? []}
              />
            ) : (
              <FactsRead facts={page.facts} others={page.others} />
            )}
          </div>
        </Columns>
      </div>
    </>
  )
}
