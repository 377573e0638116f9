import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import {
  DeadLetters,
  IndexTable,
  MeilisearchDetails,
} from '#app/features/discovery/components/upkeep-status.tsx'
import { findUpkeep, keepSearch } from '#app/features/discovery/upkeep.server.ts'
import { type UpkeepAct, upkeepActs, upkeepForm } from '#app/features/discovery/upkeep.ts'
import { requireAdministrator } from '#app/features/identity/access.server.ts'
import { AdminFrame } from '#app/features/identity/components/admin-frame.tsx'
import { isDemo } from '#app/features/identity/demo.server.ts'
import { translator } from '#app/messages/translator.ts'
import { answer } from '#app/platform/http/answer.server.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { newKey } from '#app/platform/http/idempotency.server.ts'
import { Button } from '#app/ui/button.tsx'
import { useDates } from '#app/ui/dates.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { Alert } from '#app/ui/message.tsx'
import { WorkHead } from '#app/ui/page-head.tsx'
import { Panel } from '#app/ui/panel.tsx'

const address = '/admin/search'

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireAdministrator(asked)
  const { searchParams } = new URL(asked.request.url)
  const upkeep = answer(await findUpkeep(actor))
  const count = Number.parseInt(searchParams.get('count') ?? '', 10)
  return {
    ...{ name: actor.name, locale: actor.locale, demo: isDemo(), upkeep },
    done: upkeepActs.find((act) => act === searchParams.get('done')) ?? null,
    count: Number.isFinite(count) ? Math.max(0, count) : 0,
    keys: { retry: newKey(), rebuild: newKey(), check: newKey() },
  }
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireAdministrator(asked)
  const form = await readForm(asked.request, upkeepForm)
  if ('errors' in form) return data({ error: 'form' as const }, 422)
  const { act, key } = form.value
  const outcome = answer(await keepSearch(actor, act, key))
  if ('refusal' in outcome) return data({ error: outcome.refusal }, 422)
  return redirect(`${address}?done=${act}&count=${outcome.count}`)
}

export const headers = () => ({ 'Cache-Control': 'no-store' })

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${translator(page?.locale ?? 'nb', 'auth')('upkeep.title')} – Innspill` },
]

const tones = {
  well: 'success',
  behind: 'info',
  unbuilt: 'info',
  'given-up': 'warning',
  down: 'warning',
} as const

export default function SearchUpkeep() {
  const { name, demo, upkeep, done, count, keys } = useLoaderData<typeof loader>()
  const outcome = useActionData<typeof action>()
  const t = useTranslations('auth.upkeep')
  const { moment } = useDates()
  const { standing, because, answeredBy, meilisearch, postgres, vocabularyCountedAt } = upkeep
  const dead = postgres.deadCount + (meilisearch?.deadCount ?? 0)
  const answers = because
    ? t(`because.${because}`)
    : meilisearch
      ? t(`engine.${answeredBy}`)
      : t('onlyPostgres')
  return (
    <AdminFrame {...{ name, demo }} here="/admin/search">
      <WorkHead title={t('title')} meta={t('lead')} />
      <div className="in-stack">
        {outcome && (
          <Alert tone="danger" live>
            <p>{t(`errors.${outcome.error}`)}</p>
          </Alert>
        )}
        {done && !outcome && (
          <Alert tone="success" live>
            <p>{t(`done.${done}`, { count })}</p>
          </Alert>
        )}
        <Alert tone={tones[standing]} heading={t(`standing.${standing}.heading`)}>
          <p>{t(`standing.${standing}.text`)}</p>
        </Alert>
        <Panel id="indexes" heading={t('indexes')}>
          <div className="in-stack in-stack--3">
            <DefinitionList
              wide
              items={[
                { term: t('answers'), description: answers },
                {
                  term: t('counted'),
                  description: vocabularyCountedAt ? moment(vocabularyCountedAt) : t('notCounted'),
                },
              ]}
            />
            <IndexTable {...{ postgres, meilisearch }} />
          </div>
        </Panel>
        {meilisearch && (
          <Panel id="meilisearch" heading={t('meilisearch.title')}>
            <div className="in-stack in-stack--3">
              <MeilisearchDetails {...meilisearch} />
            </div>
          </Panel>
        )}
        {dead > 0 && (
          <Panel id="dead" heading={t('dead.title')}>
            <DeadLetters {...{ postgres, meilisearch }} />
          </Panel>
        )}
        {(dead > 0 || meilisearch) && (
          <Panel id="do" heading={t('do')}>
            <div className="in-stack">
              {dead > 0 && <Act act="retry" formKey={keys.retry} primary />}
              {meilisearch && <Act act="check" formKey={keys.check} />}
              {meilisearch && <Act act="rebuild" formKey={keys.rebuild} />}
            </div>
          </Panel>
        )}
      </div>
    </AdminFrame>
  )
}

function Act({ act, formKey, primary }: { act: UpkeepAct; formKey: string; primary?: boolean }) {
  const t = useTranslations('auth.upkeep')
  return (
    <form method="post" action={address} className="in-stack in-stack--1">
      <input type="hidden" name="act" value={act} />
      <input type="hidden" name="key" value={formKey} />
      <Button variant={primary ? 'primary' : 'secondary'} size="sm" aria-describedby={`${act}-help`}>
        {t(act)}
      </Button>
      <p className="in-small in-muted" id={`${act}-help`}>
        {t(`${act}Help`)}
      </p>
    </form>
  )
}
