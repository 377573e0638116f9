import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useLocale, useTranslations } from 'use-intl/react'
import { writeTheme } from '#app/features/analysis/codebook.server.ts'
import { successorOf } from '#app/features/analysis/codebook.ts'
import { newThemeForm } from '#app/features/analysis/codebook-forms.ts'
import {
  countCodebook,
  countThemes,
  findCodebook,
  listStaffNames,
  listThemeTexts,
} from '#app/features/analysis/codebook-list.server.ts'
import { countRechecks } from '#app/features/analysis/codebook-rechecks.server.ts'
import { CodebookTree } from '#app/features/analysis/components/codebook-tree.tsx'
import { ThemeForm } from '#app/features/analysis/components/theme-form.tsx'
import { codebookRefusal, mayWriteCodebook } from '#app/features/analysis/policy.ts'
import { parentOptions } from '#app/features/analysis/theme-choices.ts'
import { formProblems, themeProblem } from '#app/features/analysis/theme-problems.ts'
import { requireStaff } from '#app/features/identity/access.server.ts'
import { translator } from '#app/messages/translator.ts'
import { answer, denied, idParam } from '#app/platform/http/answer.server.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { newKey } from '#app/platform/http/idempotency.server.ts'
import { pick } from '#app/platform/localised-text.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { WorkHead } from '#app/ui/page-head.tsx'
import { Panel } from '#app/ui/panel.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireStaff(args)
  const strategyId = idParam(args.params.strategy)
  const { strategy, themes: tree } = answer(await findCodebook(actor, strategyId))
  const { searchParams } = new URL(args.request.url)
  const mayWrite = mayWriteCodebook(actor, strategyId)
  const [texts, used, whole, late, staff] = await Promise.all([
    listThemeTexts(strategyId),
    countThemes(strategyId),
    countCodebook(strategyId),
    countRechecks(strategyId),
    listStaffNames(strategyId),
  ])
  const textOf = new Map(texts.map((text) => [text.id, text]))
  const useOf = new Map(used.map((use) => [use.themeId, use]))
  const themes = tree.map((theme) => ({
    ...{ id: theme.id, code: theme.code, colour: theme.colour, title: theme.title },
    ...{ parentId: theme.parentId, retiredAt: theme.retiredAt },
    ...{
      definition: textOf.get(theme.id)?.definition ?? {},
      assignee: textOf.get(theme.id)?.assignee ?? null,
    },
    ...{ inputs: useOf.get(theme.id)?.inputs ?? 0, passages: useOf.get(theme.id)?.passages ?? 0 },
    ...{ rechecks: late.get(theme.id) ?? 0, into: theme.mergedInto ? intoOf(tree, theme.id) : null },
  }))
  return {
    ...{ strategy, themes, whole, mayWrite, formKey: newKey() },
    writing: mayWrite && searchParams.has('new'),
    parent: searchParams.get('parent') ?? undefined,
    parents: parentOptions(tree, actor.locale, null),
    staff: staff.map(({ id, name }) => ({ value: id, label: name })),
    place: { strategyId },
    pageTitle: translator(actor.locale, 'workbench')('codebook.title'),
  }
}

type Tree = Extract<Awaited<ReturnType<typeof findCodebook>>, { themes: unknown }>['themes']

function intoOf(tree: Tree, id: string) {
  const into = successorOf(tree, id)
  return into ? { id: into.id, code: into.code } : null
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireStaff(args)
  const strategyId = idParam(args.params.strategy)
  const refusal = codebookRefusal(actor, strategyId)
  if (refusal) throw denied(refusal)
  const form = await readForm(args.request, newThemeForm)
  const t = translator(actor.locale, 'workbench')
  if ('errors' in form) return data({ errors: formProblems(form.errors, t), typed: form.typed }, 422)
  const outcome = answer(await writeTheme(actor, strategyId, form.value))
  if ('themeId' in outcome)
    return redirect(`/workbench/strategies/${strategyId}/codebook/themes/${outcome.themeId}?done=created`)
  const typed: Record<string, unknown> = form.value
  return data({ errors: [themeProblem(outcome.refusal, t)], typed }, 422)
}

/** Also after a refusal: what somebody else did meanwhile is what the page must show. */
export const shouldRevalidate = () => true

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: `${data.pageTitle} – Innspill` }] : [{ title: 'Innspill' }]

export default function Codebook() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const t = useTranslations('workbench.codebook')
  const locale = useLocale()
  const { strategy, themes, mayWrite, whole } = page
  const base = `/workbench/strategies/${strategy.id}/codebook`
  const inUse = themes.filter(({ retiredAt }) => !retiredAt)
  const retired = themes.filter(({ retiredAt }) => retiredAt)
  const writing = page.writing || refused !== undefined
  const add = { href: `${base}?new=1`, label: t('add') }
  return (
    <>
      <WorkHead
        title={t('title')}
        meta={t('meta', { strategy: pick(strategy.title, locale).text, count: inUse.length, ...whole })}
        actions={
          <>
            <a href={`${base}/health`}>{t('health')}</a>
            <a href={`${base}/rechecks`}>{t('rechecks')}</a>
            {mayWrite && !writing && (
              <LinkButton size="sm" href={add.href}>
                {add.label}
              </LinkButton>
            )}
          </>
        }
      />
      <div className="in-stack">
        {!mayWrite && <p className="in-muted">{t('readOnly')}</p>}
        {writing && (
          <ThemeForm
            theme={null}
            parents={page.parents}
            parent={page.parent}
            staff={page.staff}
            formKey={page.formKey}
            typed={refused?.typed ?? null}
            errors={refused?.errors ?? []}
            cancel={base}
          />
        )}
        {inUse.length === 0 && !writing && (
          <Panel>
            <Empty heading={t('empty')} action={mayWrite ? add : undefined}>
              {t('emptyText')}
            </Empty>
          </Panel>
        )}
        {inUse.length > 0 && (
          <Panel id="themes" heading={t('inUse')}>
            <CodebookTree themes={inUse} inputs={whole.inputs} base={base} />
          </Panel>
        )}
        {retired.length > 0 && (
          <Panel id="retired" heading={t('retiredHeading')}>
            <CodebookTree themes={retired} inputs={whole.inputs} base={base} />
          </Panel>
        )}
        <Panel id="file" heading={t('file')}>
          <div className="in-stack in-stack--2">
            <p>{t('fileText')}</p>
            <p className="in-row">
              {inUse.length > 0 && (
                <>
                  <a href={`${base}/export/csv`}>{t('exportCsv')}</a>
                  <a href={`${base}/export/qdc`}>{t('exportQdc')}</a>
                </>
              )}
              {mayWrite && <a href={`${base}/import`}>{t('import')}</a>}
            </p>
            <p className="in-small in-muted">{t('countsText')}</p>
          </div>
        </Panel>
      </div>
    </>
  )
}
