import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import { JobList } from '#app/features/discovery/components/job-list.tsx'
import { SaveForm } from '#app/features/discovery/components/save-form.tsx'
import { SavedList } from '#app/features/discovery/components/saved-list.tsx'
import { addressOf, filtersOf, parametersOf } from '#app/features/discovery/filters.ts'
import { savedSearchForm } from '#app/features/discovery/forms.ts'
import {
  listSavedSearches,
  removeSavedSearch,
  renameSavedSearch,
  saveSearch,
} from '#app/features/discovery/saved-searches.server.ts'
import { storedSearch } from '#app/features/discovery/search-form.ts'
import { describedSearches, listStrategyNames } from '#app/features/discovery/staff-names.server.ts'
import { listTaggingJobs } from '#app/features/discovery/tagging-job.server.ts'
import { requireStaff } from '#app/features/identity/access.server.ts'
import { strategiesOf } from '#app/features/strategies/policy.ts'
import { translator } from '#app/messages/translator.ts'
import { answer } from '#app/platform/http/answer.server.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { newKey } from '#app/platform/http/idempotency.server.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Alert } from '#app/ui/message.tsx'
import { WorkHead } from '#app/ui/page-head.tsx'

const address = '/workbench/search/saved'

/** What was just done, as the address says it. */
const doings = ['saved', 'renamed', 'removed'] as const

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireStaff(args)
  const { searchParams } = new URL(args.request.url)
  const filters = { ...filtersOf(searchParams), page: 1 }
  const search = parametersOf({ ...filters, show: 'passages' }).toString()
  const stored = search === '' ? null : storedSearch(filters)
  const refusal = stored && 'refusal' in stored ? stored.refusal : null
  const mine = strategiesOf(actor)
  const [saved, jobs, strategies, described] = await Promise.all([
    listSavedSearches(actor),
    listTaggingJobs(actor),
    listStrategyNames(mine, actor.locale),
    stored && !refusal ? describedSearches([filters], mine, actor.locale) : [],
  ])
  const t = translator(actor.locale, 'workbench')
  const done = searchParams.get('done')
  const [description] = described
  return {
    ...{ saved, jobs, refusal, formKey: newKey() },
    saving: description ? { search, description, strategies } : null,
    back: addressOf('/workbench/search', filters),
    done: doings.find((one) => one === done) ?? null,
    crumbs: [{ label: t('search.title'), href: '/workbench/search' }, { label: t('saved.title') }],
    pageTitle: t('saved.title'),
  }
}

const fieldOf = { 'name-missing': 'name', 'name-too-long': 'name' } as const

export async function action(args: ActionFunctionArgs) {
  const actor = await requireStaff(args)
  const form = await readForm(args.request, savedSearchForm)
  const t = translator(actor.locale, 'workbench')
  if ('errors' in form) {
    const message = t('errors.unclear')
    return data({ errors: [{ field: 'name', message }], typed: form.typed, renaming: null }, 422)
  }
  if (form.value.act === 'remove') {
    answer(await removeSavedSearch(actor, form.value.saved))
    return redirect(`${address}?done=removed`)
  }
  if (form.value.act === 'rename') {
    const { saved, name, seen } = form.value
    const outcome = answer(await renameSavedSearch(actor, { id: saved, name, seen }))
    if ('renamed' in outcome) return redirect(`${address}?done=renamed`)
    const message = t(`saved.refusal.${outcome.refusal}`)
    const errors = [{ field: `name-${saved}`, message }]
    return data({ errors, typed: null, renaming: { saved, name, message } }, 422)
  }
  const { key, name, share, search } = form.value
  const filters = filtersOf(new URLSearchParams(search))
  const outcome = answer(await saveSearch(actor, { key, name, share, filters }))
  if ('savedId' in outcome) return redirect(`${address}?done=saved`)
  const { refusal } = outcome
  const own = refusal === 'name-missing' || refusal === 'name-too-long' || refusal === 'too-many-saved'
  const message = own
    ? t(`saved.refusal.${refusal}`)
    : translator(actor.locale, 'public')(`search.refusal.${refusal}`)
  const field = refusal in fieldOf ? fieldOf[refusal as keyof typeof fieldOf] : 'name'
  return data(
    { errors: [{ field, message }], typed: { name, share } as Record<string, unknown>, renaming: null },
    422,
  )
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  page ? [{ title: `${page.pageTitle} – Innspill` }] : [{ title: 'Innspill' }]

export default function SavedSearches() {
  const { saved, jobs, saving, refusal, back, done, formKey } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const t = useTranslations('workbench.saved')
  const typed = useTranslations('public.search.refusal')
  const own = saved.filter(({ owner }) => owner === null)
  const shared = saved.filter(({ owner }) => owner !== null)
  const renaming = refused?.renaming ?? null
  return (
    <>
      <WorkHead title={t('title')} meta={t('lead')} />
      <div className="in-stack">
        {done && !refused && (
          <Alert tone="success" live>
            <p>{t(`done.${done}`)}</p>
          </Alert>
        )}
        {refusal && (
          <Alert tone="warning">
            <p>{t('cannotSave', { problem: typed(refusal) })}</p>
            <p>
              <a href={back}>{t('back')}</a>
            </p>
          </Alert>
        )}
        {renaming && <ErrorSummary heading={t('notRenamed')} errors={refused?.errors ?? []} />}
        {saving && (
          <SaveForm
            action={`${address}?${saving.search}`}
            {...saving}
            {...{ formKey, back }}
            errors={renaming ? [] : (refused?.errors ?? [])}
            typed={refused?.typed ?? null}
          />
        )}
        <SavedList id="own" heading={t('own')} empty={t('noOwn')} searches={own} refused={renaming} />
        {shared.length > 0 && (
          <SavedList
            id="shared"
            heading={t('shared')}
            empty={t('noOwn')}
            searches={shared}
            refused={renaming}
          />
        )}
        <JobList jobs={jobs} />
      </div>
    </>
  )
}
