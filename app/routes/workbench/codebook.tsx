import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useLocale, useTranslations } from 'use-intl/react'
import { listCodebook, retireTheme, writeTheme } from '#app/features/analysis/codebook.server.ts'
import { CodebookList } from '#app/features/analysis/components/codebook-list.tsx'
import { ThemeForm } from '#app/features/analysis/components/theme-form.tsx'
import { codebookForm } from '#app/features/analysis/forms.ts'
import { codebookRefusal, mayWriteCodebook } from '#app/features/analysis/policy.ts'
import { countTagged } from '#app/features/analysis/queries.server.ts'
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

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireStaff(args)
  const strategyId = idParam(args.params.strategy)
  const { strategy, themes } = answer(await listCodebook(actor, strategyId))
  const { searchParams } = new URL(args.request.url)
  const mayWrite = mayWriteCodebook(actor, strategyId)
  const editing = themes.find(({ id, retiredAt }) => id === searchParams.get('edit') && !retiredAt) ?? null
  const done = searchParams.get('done')
  return {
    ...{ strategy, themes, mayWrite, formKey: newKey() },
    editing: mayWrite ? editing : null,
    writing: mayWrite && (editing !== null || searchParams.has('new')),
    done: done === 'saved' || done === 'retired' ? done : null,
    tagged: await countTagged(strategyId),
    place: { strategyId },
    pageTitle: translator(actor.locale, 'workbench')('codebook.title'),
  }
}

const fieldOf = {
  'code-not-two-letters': 'code',
  'code-taken': 'code',
  'title-missing': 'titleNb',
  'title-too-long': 'titleNb',
  'definition-missing': 'definitionNb',
  'definition-too-long': 'definitionNb',
} as const

export async function action(args: ActionFunctionArgs) {
  const actor = await requireStaff(args)
  const strategyId = idParam(args.params.strategy)
  const refusal = codebookRefusal(actor, strategyId)
  if (refusal) throw denied(refusal)
  const form = await readForm(args.request, codebookForm)
  const t = translator(actor.locale, 'workbench')
  const base = `/workbench/strategies/${strategyId}/codebook`
  if ('errors' in form) {
    const errors = Object.entries(form.errors).flatMap(([field, reasons]) =>
      reasons.slice(0, 1).map((reason) => ({
        field,
        message:
          reason === 'codeMissing' || reason === 'tooLong' ? t(`errors.${reason}`) : t('errors.unclear'),
      })),
    )
    return data({ errors, typed: form.typed }, 422)
  }
  if (form.value.act === 'retire') {
    answer(await retireTheme(actor, strategyId, form.value.theme))
    return redirect(`${base}?done=retired`)
  }
  const outcome = answer(await writeTheme(actor, strategyId, form.value))
  if ('themeId' in outcome) return redirect(`${base}?done=saved`)
  const error = { field: fieldOf[outcome.refusal], message: t(`errors.${outcome.refusal}`) }
  return data({ errors: [error], typed: form.value as Record<string, unknown> }, 422)
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: `${data.pageTitle} – Innspill` }] : [{ title: 'Innspill' }]

export default function Codebook() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const t = useTranslations('workbench.codebook')
  const { strategy, themes, editing, mayWrite, done, tagged } = page
  const base = `/workbench/strategies/${strategy.id}/codebook`
  const inUse = themes.filter(({ retiredAt }) => !retiredAt)
  const retired = themes.filter(({ retiredAt }) => retiredAt)
  const writing = page.writing || refused !== undefined
  return (
    <>
      <WorkHead
        title={t('title')}
        meta={t('meta', { strategy: pick(strategy.title, useLocale()).text, count: inUse.length, tagged })}
        actions={
          mayWrite && !writing ? (
            <LinkButton size="sm" href={`${base}?new=1`}>
              {t('add')}
            </LinkButton>
          ) : undefined
        }
      />
      <div className="in-stack">
        {done && !refused && (
          <Alert tone="success" live>
            <p>{t(done === 'saved' ? 'saved' : 'savedRetired')}</p>
          </Alert>
        )}
        {!mayWrite && <p className="in-muted">{t('readOnly')}</p>}
        {writing && (
          <ThemeForm
            key={editing?.id ?? 'new'}
            theme={editing}
            formKey={page.formKey}
            typed={refused?.typed ?? null}
            errors={refused?.errors ?? []}
            cancel={base}
          />
        )}
        {inUse.length === 0 && !writing && (
          <Panel>
            <Empty
              heading={t('empty')}
              action={mayWrite ? { href: `${base}?new=1`, label: t('add') } : undefined}
            >
              {t('emptyText')}
            </Empty>
          </Panel>
        )}
        {inUse.length > 0 && (
          <CodebookList
            id="themes"
            heading={t('inUse')}
            themes={inUse}
            tagged={tagged}
            editAt={mayWrite ? ({ id }) => `${base}?edit=${id}` : null}
          />
        )}
        {retired.length > 0 && (
          <CodebookList
            id="retired"
            heading={t('retiredHeading')}
            themes={retired}
            tagged={tagged}
            editAt={null}
          />
        )}
      </div>
    </>
  )
}
