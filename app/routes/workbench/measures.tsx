import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import { MeasureForm } from '#app/features/documents/components/measure-form.tsx'
import { StatusForm } from '#app/features/documents/components/status-form.tsx'
import { StoredMeasure } from '#app/features/documents/components/stored-measure.tsx'
import { WorkMeasures } from '#app/features/documents/components/work-measures.tsx'
import type { FieldProblem, Typed } from '#app/features/documents/filled.ts'
import { measureForm } from '#app/features/documents/measure-form.ts'
import {
  addMeasure,
  editMeasure,
  listMeasures,
  markOfMeasure,
  reportMeasure,
  retireMeasure,
  yearsToReport,
} from '#app/features/documents/measures.server.ts'
import { mayWrite, writingRefusal } from '#app/features/documents/policy.ts'
import { type Problem, problemOf, problemsOf } from '#app/features/documents/problem.ts'
import { findWorkDocument } from '#app/features/documents/work.server.ts'
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

const notices = ['added', 'edited', 'retired', 'reported'] as const

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireStaff(args)
  const documentId = idParam(args.params.document)
  const { document, strategy } = answer(await findWorkDocument(actor, documentId))
  const { searchParams } = new URL(args.request.url)
  const may = mayWrite(actor, strategy.id)
  const found = await listMeasures(documentId)
  const measures = found.map((measure) => ({ ...measure, seen: markOfMeasure(measure) }))
  const chosen = (name: string) =>
    (may && measures.find(({ id, retiredAt }) => id === searchParams.get(name) && !retiredAt)?.id) || null
  const reporting = chosen('report')
  const own = measures.find(({ id, kind }) => id === reporting && kind === 'measure')
  const years = yearsToReport(document, own?.statuses ?? [], new Date())
  const asked = Number(searchParams.get('year'))
  const t = translator(actor.locale, 'workbench')
  const notice = searchParams.get('notice')
  return {
    ...{ measures, years, mayWrite: may },
    editing: chosen('edit'),
    adding: may && searchParams.has('new'),
    reporting: own
      ? { measure: own.id, year: years.find((year) => year === asked) ?? years.at(-1) ?? 0 }
      : null,
    keys: { write: newKey(), report: newKey() },
    notice: notices.find((one) => one === notice) ?? null,
    base: `/workbench/documents/${documentId}/measures`,
    place: { strategyId: strategy.id },
    crumbs: [
      { label: t('nav.documents'), href: `/workbench/strategies/${strategy.id}/documents` },
      { label: pick(document.title, actor.locale).text, href: `/workbench/documents/${documentId}` },
      { label: t('measures.title') },
    ],
    pageTitle: t('measures.title'),
  }
}

type Answered = {
  errors: FieldProblem[]
  typed: Record<string, unknown>
  act: string
  measure: string | null
  stale: boolean
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireStaff(args)
  const documentId = idParam(args.params.document)
  const { strategy } = answer(await findWorkDocument(actor, documentId))
  const refusal = writingRefusal(actor, strategy.id)
  if (refusal) throw denied(refusal)
  const t = translator(actor.locale, 'workbench')
  const say = (problem: Problem) => t(`documentErrors.${problem}`)
  const form = await readForm(args.request, measureForm)
  const refused = (typed: Record<string, unknown>, errors: FieldProblem[], stale = false) => {
    const word = (name: string) => (typeof typed[name] === 'string' ? String(typed[name]) : '')
    const answered: Answered = { errors, typed, act: word('act'), measure: word('measure') || null, stale }
    return data(answered, stale ? 409 : 422)
  }
  if ('errors' in form) return refused(form.typed, problemsOf(form.errors, say))
  const { value } = form
  const base = `/workbench/documents/${documentId}/measures`
  const there = (notice: (typeof notices)[number], at = '') => redirect(`${base}?notice=${notice}${at}`)
  const no = (reason: Problem, stale = false) => refused(value, [problemOf(reason, say)], stale)
  switch (value.act) {
    case 'add': {
      const outcome = answer(await addMeasure(actor, documentId, value))
      if (!('refusal' in outcome)) return there('added')
      return no(outcome.refusal === 'too-many' ? 'too-many-measures' : outcome.refusal)
    }
    case 'edit': {
      const outcome = answer(await editMeasure(actor, documentId, value))
      if (!('refusal' in outcome)) return there('edited')
      return outcome.refusal === 'stale' ? no('measure-stale', true) : no(outcome.refusal)
    }
    case 'retire':
      answer(await retireMeasure(actor, documentId, value.measure))
      return there('retired')
    case 'report': {
      const outcome = answer(await reportMeasure(actor, documentId, value))
      if (!('refusal' in outcome))
        return there('reported', `&report=${value.measure}&year=${value.year}#status-form`)
      return outcome.refusal === 'stale' ? no('status-stale', true) : no(outcome.refusal)
    }
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: `${data.pageTitle} – Innspill` }] : [{ title: 'Innspill' }]

export default function MeasuresAtWork() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const t = useTranslations('workbench.measures')
  const { measures, base, mayWrite: may } = page
  const codes = new Set(measures.map(({ code }) => code))
  const of = (kind: string) => measures.filter((one) => one.kind === kind && !one.retiredAt)
  const groups = [
    { id: 'missions', heading: t('missions'), list: of('mission') },
    { id: 'own', heading: t('own'), list: of('measure') },
    { id: 'set-aside', heading: t('setAside'), list: of('set-aside') },
    { id: 'retired', heading: t('retired'), list: measures.filter(({ retiredAt }) => retiredAt) },
  ]
  const writing = refused?.act === 'edit' ? refused.measure : page.editing
  const edited = measures.find(({ id }) => id === writing) ?? null
  const adding = refused ? refused.act === 'add' : page.adding
  const refusedYear = Number(refused?.typed.year)
  const reporting =
    refused?.act === 'report' && refused.measure
      ? { measure: refused.measure, year: refusedYear || page.years.at(-1) || 0 }
      : page.reporting
  const reported = measures.find(({ id }) => id === reporting?.measure) ?? null
  const stored = refused?.act === 'edit' && refused.stale ? edited : null
  return (
    <>
      <WorkHead
        title={t('title')}
        actions={
          may && !adding && measures.length > 0 ? (
            <LinkButton
              size="sm"
              variant={edited || reported ? 'secondary' : 'primary'}
              href={`${base}?new=1`}
            >
              {t('add')}
            </LinkButton>
          ) : undefined
        }
      />
      <div className="in-stack">
        {page.notice && !refused && (
          <Alert tone="success" live>
            <p>{t(`notices.${page.notice}`)}</p>
          </Alert>
        )}
        {!may && <p className="in-muted">{t('readOnly')}</p>}
        {stored && <StoredMeasure measure={stored} />}
        {(adding || edited) && (
          <MeasureForm
            key={edited?.seen ?? 'new'}
            measure={adding ? null : edited}
            formKey={page.keys.write}
            typed={typedIn(refused, 'add', 'edit')}
            errors={refused && refused.act !== 'report' ? refused.errors : []}
            cancel={base}
          />
        )}
        {reported && reporting && (
          <StatusForm
            key={reported.id}
            measure={reported}
            year={reporting.year}
            noted={reported.statuses.find(({ year }) => year === reporting.year) ?? null}
            years={page.years.map((year) => ({
              year,
              href: `${base}?report=${reported.id}&year=${year}#status-form`,
            }))}
            formKey={page.keys.report}
            typed={typedIn(refused, 'report')}
            errors={refused?.act === 'report' ? refused.errors : []}
            stale={refused?.stale ?? false}
            cancel={base}
          />
        )}
        {measures.length === 0 && !adding && (
          <Panel>
            <Empty heading={t('empty')} action={may ? { href: `${base}?new=1`, label: t('add') } : undefined}>
              {t('emptyText')}
            </Empty>
          </Panel>
        )}
        {groups.map(
          ({ id, heading, list }) =>
            list.length > 0 && (
              <WorkMeasures key={id} {...{ id, heading, codes }} measures={list} at={may ? base : null} />
            ),
        )}
      </div>
    </>
  )
}

const typedIn = (
  refused: { act: string; typed: Record<string, unknown> } | undefined,
  ...acts: string[]
): Typed => (refused && acts.includes(refused.act) ? refused.typed : null)
