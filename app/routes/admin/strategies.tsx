import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import { requireAdministrator } from '#app/features/identity/access.server.ts'
import { AdminFrame } from '#app/features/identity/components/admin-frame.tsx'
import { isDemo } from '#app/features/identity/demo.server.ts'
import { NewStrategyForm } from '#app/features/strategies/components/new-strategy-form.tsx'
import { StrategyTable } from '#app/features/strategies/components/strategy-table.tsx'
import { createStrategy, listAllStrategies } from '#app/features/strategies/creation.server.ts'
import { newStrategyForm } from '#app/features/strategies/forms.ts'
import { listPossibleOrganisers } from '#app/features/strategies/organisers.server.ts'
import { problemOf, problemsOf } from '#app/features/strategies/problems.ts'
import { translator } from '#app/messages/translator.ts'
import { answer, pageParam } from '#app/platform/http/answer.server.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { newKey } from '#app/platform/http/idempotency.server.ts'
import { Empty } from '#app/ui/empty.tsx'
import { Alert } from '#app/ui/message.tsx'
import { WorkHead } from '#app/ui/page-head.tsx'
import { PreviousNext } from '#app/ui/pagination.tsx'
import { Panel } from '#app/ui/panel.tsx'

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireAdministrator(asked)
  const url = new URL(asked.request.url)
  const page = pageParam(url)
  const [{ strategies, more }, organisers] = await Promise.all([
    listAllStrategies(actor, page).then(answer),
    listPossibleOrganisers(),
  ])
  return {
    ...{ name: actor.name, locale: actor.locale, demo: isDemo(), page, strategies, more, organisers },
    ...{ formKey: newKey(), created: url.searchParams.has('created') },
  }
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireAdministrator(asked)
  const form = await readForm(asked.request, newStrategyForm)
  if ('errors' in form) return data({ errors: problemsOf(actor.locale, form.errors), typed: form.typed }, 422)
  const outcome = answer(await createStrategy(actor, form.value))
  if (!('refusal' in outcome)) return redirect('/admin/strategies?created=1')
  const field: Record<string, string> =
    outcome.refusal === 'organisation-unknown' ? { field: 'organiser' } : {}
  const errors = [problemOf(actor.locale, outcome.refusal, field)]
  const typed: Record<string, unknown> = form.value
  return data({ errors, typed }, 422)
}

export const headers = () => ({ 'Cache-Control': 'no-store' })

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${translator(data?.locale ?? 'nb', 'workbench')('strategies.title')} – Innspill` },
]

export default function Strategies() {
  const { name, demo, page, strategies, more, organisers, formKey, created } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const t = useTranslations('workbench.strategies')
  const frame = useTranslations('frame')
  const pageAt = (n: number) => (n > 1 ? `/admin/strategies?page=${n}` : '/admin/strategies')
  return (
    <AdminFrame {...{ name, demo }} here="/admin/strategies">
      <WorkHead title={t('title')} meta={t('lead')} />
      <div className="in-stack">
        {created && !refused && (
          <Alert tone="success" live>
            <p>{t('created')}</p>
          </Alert>
        )}
        <Panel id="list" heading={t('list')}>
          {strategies.length > 0 ? (
            <StrategyTable strategies={strategies} />
          ) : (
            <Empty heading={t('none')}>{t('noneText')}</Empty>
          )}
          <PreviousNext
            label={frame('pages')}
            previous={page > 1 ? { href: pageAt(page - 1), label: t('newer') } : undefined}
            next={more ? { href: pageAt(page + 1), label: t('older') } : undefined}
          />
        </Panel>
        <NewStrategyForm
          {...{ organisers, formKey }}
          filled={{ typed: refused?.typed ?? null, errors: refused?.errors ?? [] }}
        />
      </div>
    </AdminFrame>
  )
}
