import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import { recheckForm } from '#app/features/analysis/codebook-forms.ts'
import { findCodebook } from '#app/features/analysis/codebook-list.server.ts'
import { countRechecks, listRechecks, recheck } from '#app/features/analysis/codebook-rechecks.server.ts'
import { LateThemes, RecheckList } from '#app/features/analysis/components/codebook-rechecks.tsx'
import { ThemePages } from '#app/features/analysis/components/theme-pages.tsx'
import { findTheme } from '#app/features/analysis/theme-page.server.ts'
import { requireStaff } from '#app/features/identity/access.server.ts'
import { translator } from '#app/messages/translator.ts'
import { answer, idParam, pageParam } from '#app/platform/http/answer.server.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { newKey } from '#app/platform/http/idempotency.server.ts'
import { Empty } from '#app/ui/empty.tsx'
import { Alert } from '#app/ui/message.tsx'
import { WorkHead } from '#app/ui/page-head.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { Panes } from '#app/ui/panes.tsx'

const shown = 50

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireStaff(args)
  const strategyId = idParam(args.params.strategy)
  const { themes } = answer(await findCodebook(actor, strategyId))
  const url = new URL(args.request.url)
  const left = await countRechecks(strategyId)
  const late = themes.flatMap(({ id, code, colour, title }) => {
    const count = left.get(id)
    return count ? [{ id, code, colour, title, count }] : []
  })
  const asked = themes.find(({ id }) => id === url.searchParams.get('theme')) ?? null
  const chosen = asked ?? late[0] ?? null
  const page = pageParam(url)
  const [theme, waiting] = chosen
    ? await Promise.all([
        findTheme(strategyId, chosen.id),
        listRechecks(strategyId, chosen.id, { page, size: shown }),
      ])
    : [null, { total: 0, versions: [] }]
  const t = translator(actor.locale, 'workbench')
  const base = `/workbench/strategies/${strategyId}/codebook`
  return {
    ...{ base, late, waiting, page, pages: Math.ceil(waiting.total / shown), formKey: newKey() },
    theme: theme && {
      ...{ id: theme.id, code: theme.code, colour: theme.colour, title: theme.title },
      ...{ definition: theme.definition, createdAt: theme.createdAt },
    },
    done: Math.min(200, Math.max(0, Number.parseInt(url.searchParams.get('done') ?? '', 10) || 0)),
    place: { strategyId },
    crumbs: [{ label: t('codebook.title'), href: base }, { label: t('rechecks.title') }],
    pageTitle: t('rechecks.title'),
  }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireStaff(args)
  const strategyId = idParam(args.params.strategy)
  answer(await findCodebook(actor, strategyId))
  const form = await readForm(args.request, recheckForm)
  const t = translator(actor.locale, 'workbench')
  if ('errors' in form) {
    const [reason] = form.errors.versions ?? []
    const known = reason === 'nothingChosen' || reason === 'tooMany' ? reason : null
    const message = known ? t(`rechecks.errors.${known}`) : t('errors.unclear')
    return data({ errors: [{ field: 'versions', message }] }, 422)
  }
  const { versions } = answer(await recheck(actor, strategyId, form.value))
  const words = new URLSearchParams({ theme: form.value.theme, done: String(versions) })
  return redirect(`/workbench/strategies/${strategyId}/codebook/rechecks?${words}`)
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: `${data.pageTitle} – Innspill` }] : [{ title: 'Innspill' }]

export default function Rechecks() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const t = useTranslations('workbench.rechecks')
  const { base, late, theme, waiting, done } = page
  const self = `${base}/rechecks`
  const list = theme && waiting.total > 0
  return (
    <>
      <WorkHead title={t('title')} meta={t('meta')} />
      <div className="in-stack">
        {done > 0 && !refused && (
          <Alert tone="success" live>
            <p>{t('done', { count: done, code: theme?.code ?? '' })}</p>
          </Alert>
        )}
        {late.length === 0 && !list ? (
          <Panel>
            <Empty heading={t('none')} action={{ href: base, label: t('back') }}>
              {t('noneText')}
            </Empty>
          </Panel>
        ) : (
          <Panes
            label={t('panes')}
            layout="left"
            panes={[
              {
                id: 'themes',
                label: t('themes'),
                content: <LateThemes themes={late} chosen={theme?.id ?? null} self={self} />,
              },
              {
                id: 'inputs',
                label: t('inputs'),
                main: true,
                content: (
                  <>
                    {theme && (
                      <RecheckList
                        theme={theme}
                        waiting={waiting}
                        formKey={page.formKey}
                        errors={refused?.errors ?? []}
                        base={base}
                      />
                    )}
                    <ThemePages
                      label={t('pages')}
                      page={page.page}
                      pages={page.pages}
                      href={(number) => `${self}?theme=${theme?.id}&page=${number}`}
                    />
                  </>
                ),
              },
            ]}
          />
        )}
      </div>
    </>
  )
}
