import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import { isPosition } from '#app/features/analysis/position.ts'
import { Notices } from '#app/features/discovery/components/notices.tsx'
import { Results } from '#app/features/discovery/components/result-list.tsx'
import { SearchSummary } from '#app/features/discovery/components/search-summary.tsx'
import { useStaffResult } from '#app/features/discovery/components/staff-result.tsx'
import { ChooseTheme, ConfirmTagging } from '#app/features/discovery/components/tag-hits-form.tsx'
import { addressOf, filtersOf, parametersOf } from '#app/features/discovery/filters.ts'
import { tagHitsForm } from '#app/features/discovery/forms.ts'
import { describedSearches, listStrategyNames } from '#app/features/discovery/staff-names.server.ts'
import { askTagging } from '#app/features/discovery/tagging-job.server.ts'
import { mostTagged, previewTagging } from '#app/features/discovery/tagging-preview.server.ts'
import { requireStaff } from '#app/features/identity/access.server.ts'
import { strategiesOf } from '#app/features/strategies/policy.ts'
import { translator } from '#app/messages/translator.ts'
import { answer, isId } from '#app/platform/http/answer.server.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { newKey } from '#app/platform/http/idempotency.server.ts'
import type { Locale } from '#app/platform/locale.ts'
import { pick } from '#app/platform/localised-text.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Alert } from '#app/ui/message.tsx'
import { WorkHead } from '#app/ui/page-head.tsx'
import { Panel } from '#app/ui/panel.tsx'

const address = '/workbench/search/tagging'

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireStaff(args)
  const { searchParams } = new URL(args.request.url)
  const filters = { ...filtersOf(searchParams), show: 'passages' as const, page: 1 }
  // `theme` is what hits are narrowed by; `with` is what they are tagged with.
  const chosen = searchParams.get('with')
  const stand = searchParams.get('stand')
  const preview = await previewTagging(actor, {
    filters,
    theme: chosen && isId(chosen) ? chosen : null,
    position: isPosition(stand) ? stand : null,
  })
  const { choices, theme, position, merged, refusal } = preview
  const t = translator(actor.locale, 'workbench')
  const mine = strategiesOf(actor)
  const [described, strategies] = await Promise.all([
    refusal ? [] : describedSearches([preview.filters], mine, actor.locale),
    mine.length > 1 ? listStrategyNames(mine, actor.locale) : [],
  ])
  const [description] = described
  return {
    ...{ refusal, position, merged, most: mostTagged, formKey: newKey(), several: mine.length > 1 },
    search: parametersOf(preview.filters).toString(),
    description: description ?? null,
    theme: theme && { id: theme.id, name: `${theme.code} ${pick(theme.title, actor.locale).text}` },
    // Codebooks of several strategies may have themes that read alike.
    choices: choices.map(({ id, code, title, strategyId }) => {
      const of = strategies.find((strategy) => strategy.id === strategyId)?.title
      const name = `${code} ${pick(title, actor.locale).text}`
      return { id, name: of ? `${name}, ${of}` : name }
    }),
    hits: 'hits' in preview ? preview.hits : [],
    total: 'total' in preview ? preview.total : 0,
    notices: 'told' in preview ? preview.told.notices : [],
    counts: 'counts' in preview ? preview.counts : null,
    filters: preview.filters,
    back: addressOf('/workbench/search', preview.filters),
    crumbs: [{ label: t('search.title'), href: '/workbench/search' }, { label: t('tagHits.title') }],
    pageTitle: t('tagHits.title'),
  }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireStaff(args)
  const form = await readForm(args.request, tagHitsForm)
  const t = translator(actor.locale, 'workbench')
  if ('errors' in form) {
    const message = t('theme' in form.errors ? 'tagHits.refusal.theme-missing' : 'errors.unclear')
    return data({ errors: [{ field: 'with', message }] }, 422)
  }
  const { key, search, theme, position, expected } = form.value
  const filters = filtersOf(new URLSearchParams(search))
  const asked = { key, filters, theme, position: position ?? null, expected }
  const outcome = answer(await askTagging(actor, asked))
  if ('jobId' in outcome) return redirect(`/workbench/tagging-jobs/${outcome.jobId}`)
  return data({ errors: [{ field: 'with', message: sentenceFor(actor.locale, outcome.refusal) }] }, 422)
}

const ownRefusals = [
  'theme-retired',
  'theme-merged',
  'would-tag-everything',
  'too-many-hits',
  'no-hits',
  'hits-changed',
] as const

type Refusal = Extract<Awaited<ReturnType<typeof askTagging>>, { refusal: string }>['refusal']

function sentenceFor(locale: Locale, refusal: Exclude<Refusal, 'not-found'>): string {
  const own = ownRefusals.find((one) => one === refusal)
  if (own) return translator(locale, 'workbench')(`tagHits.refusal.${own}`, { most: mostTagged })
  type Typed = Exclude<typeof refusal, (typeof ownRefusals)[number]>
  return translator(locale, 'public')(`search.refusal.${refusal as Typed}`)
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  page ? [{ title: `${page.pageTitle} – Innspill` }] : [{ title: 'Innspill' }]

export default function TagHits() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const t = useTranslations('workbench.tagHits')
  const { refusal, description, theme, counts, total, hits, notices, filters, back, merged, several } = page
  const resultOf = useStaffResult()
  return (
    <>
      <WorkHead title={t('title')} actions={<a href={back}>{t('back')}</a>} />
      <div className="in-stack">
        <ErrorSummary heading={t('errors')} errors={refused?.errors ?? []} />
        {refusal ? (
          <Alert tone="warning">
            <Refused refusal={refusal} most={page.most} total={total} />
            <p>
              <a href={back}>{t('back')}</a>
            </p>
          </Alert>
        ) : (
          <Panel id="search" heading={t('hits', { count: total })}>
            <div className="in-stack in-stack--3">
              <p>{description && <SearchSummary search={description} />}</p>
              <Notices notices={notices} />
              {several && theme && <p className="in-small in-muted">{t('oneStrategy')}</p>}
              <ChooseTheme action={address} {...page} />
            </div>
          </Panel>
        )}
        {!refusal && merged && theme && (
          <Alert tone="info">
            <p>{t('themeMerged', { theme: theme.name })}</p>
          </Alert>
        )}
        {!refusal && theme && counts && <ConfirmTagging action={address} {...page} {...{ theme, counts }} />}
        {!refusal && hits.length > 0 && (
          <Panel id="first" heading={t('first', { count: hits.length, total })}>
            <Results level={3} action={address} {...{ filters }} kept={{}} results={hits.map(resultOf)} />
          </Panel>
        )}
      </div>
    </>
  )
}

type RefusedProps = {
  refusal: NonNullable<ReturnType<typeof useLoaderData<typeof loader>>['refusal']>
  most: number
  total: number
}

function Refused({ refusal, most, total }: RefusedProps) {
  const t = useTranslations('workbench.tagHits.refusal')
  const typed = useTranslations('public.search.refusal')
  if (refusal === 'too-many-hits') return <p>{t('found-too-many', { most, total })}</p>
  if (refusal === 'would-tag-everything' || refusal === 'theme-retired') return <p>{t(refusal)}</p>
  return <p>{typed(refusal)}</p>
}
