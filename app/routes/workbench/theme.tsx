import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useLocale, useTranslations } from 'use-intl/react'
import { lineOf, successorOf } from '#app/features/analysis/codebook.ts'
import { themeForm } from '#app/features/analysis/codebook-forms.ts'
import { countCodebook, findCodebook, listStaffNames } from '#app/features/analysis/codebook-list.server.ts'
import { countRechecks } from '#app/features/analysis/codebook-rechecks.server.ts'
import { ThemeDesk } from '#app/features/analysis/components/theme-desk.tsx'
import { ThemeDone, ThemeNotices } from '#app/features/analysis/components/theme-notices.tsx'
import { ThemeReading } from '#app/features/analysis/components/theme-reading.tsx'
import { codebookRefusal, mayWriteCodebook } from '#app/features/analysis/policy.ts'
import { changeTheme } from '#app/features/analysis/theme-acts.server.ts'
import { parentOptions, stepsOf, themeOptions } from '#app/features/analysis/theme-choices.ts'
import { listThemeHistory } from '#app/features/analysis/theme-history.server.ts'
import {
  countTheme,
  findTheme,
  listExamples,
  listThemePassages,
} from '#app/features/analysis/theme-page.server.ts'
import { formProblems, themeProblem } from '#app/features/analysis/theme-problems.ts'
import { requireStaff } from '#app/features/identity/access.server.ts'
import { listOrigins } from '#app/features/responses/carried.server.ts'
import { CarriedFrom } from '#app/features/responses/components/carried-list.tsx'
import { translator } from '#app/messages/translator.ts'
import { answer, denied, idParam, isId, pageParam } from '#app/platform/http/answer.server.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { newKey } from '#app/platform/http/idempotency.server.ts'
import { pick } from '#app/platform/localised-text.ts'
import { WorkHead } from '#app/ui/page-head.tsx'
import { themeClass } from '#app/ui/theme-code.tsx'

const passagesShown = 20
const passagesToChoose = 50
const happeningsShown = 10

/** What one can be about to do with a theme: each has its own view, so that a view has one next step. */
const doings = ['edit', 'move', 'merge', 'split', 'retire', 'restore'] as const

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireStaff(args)
  const strategyId = idParam(args.params.strategy)
  const themeId = idParam(args.params.theme)
  const { strategy, themes: tree } = answer(await findCodebook(actor, strategyId))
  if (!tree.some(({ id }) => id === themeId)) throw denied('not-found')
  const url = new URL(args.request.url)
  const { searchParams } = url
  const mayWrite = mayWriteCodebook(actor, strategyId)
  const doing = (mayWrite && doings.find((one) => one === searchParams.get('do'))) || null
  const page = pageParam(url)
  const history = pageParam(new URL(`?page=${searchParams.get('history') ?? ''}`, url))
  const size = doing === 'split' ? passagesToChoose : passagesShown
  const [theme, used, whole, examples, tagged, happened, late, staff, origins] = await Promise.all([
    findTheme(strategyId, themeId),
    countTheme(themeId),
    countCodebook(strategyId),
    listExamples(themeId),
    listThemePassages(themeId, { page, size }),
    listThemeHistory(themeId, { page: history, size: happeningsShown }),
    countRechecks(strategyId),
    doing === 'edit' ? listStaffNames(strategyId) : [],
    listOrigins({ themeId }),
  ])
  if (!theme) throw denied('not-found')
  const t = translator(actor.locale, 'workbench')
  const named = (id: string | null) => {
    const found = tree.find((one) => one.id === id)
    return found ? { id: found.id, code: found.code, title: found.title } : null
  }
  const asked = searchParams.get('into') ?? ''
  const base = `/workbench/strategies/${strategyId}/codebook`
  return {
    ...{ theme, used, examples, origins, mayWrite, doing, base, formKey: newKey() },
    keys: { up: newKey(), down: newKey() },
    inputs: whole.inputs,
    tagged: { ...tagged, page, pages: Math.ceil(tagged.total / size) },
    happened: { ...happened, page: history, pages: Math.ceil(happened.total / happeningsShown) },
    rechecks: late.get(themeId) ?? 0,
    staff: staff.map(({ id, name }) => ({ value: id, label: name })),
    parents: doing === 'move' ? parentOptions(tree, actor.locale, themeId) : [],
    targets: doing === 'merge' ? themeOptions(tree, actor.locale, themeId) : [],
    steps: stepsOf(tree, themeId),
    names: tree.map(({ id, code, title }) => ({ id, code, title })),
    below: tree.filter(({ parentId, retiredAt }) => parentId === themeId && !retiredAt),
    successor: theme.mergedInto ? named(successorOf(tree, themeId)?.id ?? null) : null,
    into: isId(asked) && asked !== themeId ? named(asked) : null,
    done: doneOf(searchParams),
    from: named(searchParams.get('from')),
    place: { strategyId },
    crumbs: [
      { label: t('codebook.title'), href: base },
      ...lineOf(tree, themeId)
        .slice(1)
        .reverse()
        .map(({ id, code, title }) => ({
          label: `${code} ${pick(title, actor.locale).text}`,
          href: `${base}/themes/${id}`,
        })),
      { label: t('theme.title', { code: theme.code }) },
    ],
    pageTitle: `${theme.code} ${pick(theme.title, actor.locale).text} – ${t('codebook.title')}`,
    strategyTitle: strategy.title,
  }
}

const said = [
  ...(['saved', 'created', 'moved', 'merged', 'split', 'retired', 'restored'] as const),
  ...(['example', 'no-example'] as const),
]

function doneOf(searchParams: URLSearchParams) {
  const number = (name: string) =>
    Math.min(1_000_000, Math.max(0, Number.parseInt(searchParams.get(name) ?? '', 10) || 0))
  const what = said.find((one) => one === searchParams.get('done'))
  return what ? { what, passages: number('passages'), disagreeing: number('disagreeing') } : null
}

const saying = {
  ...{ write: 'saved', move: 'moved', merge: 'merged', split: 'split', retire: 'retired' },
  ...{ restore: 'restored', example: 'example', 'no-example': 'no-example' },
} as const

export async function action(args: ActionFunctionArgs) {
  const actor = await requireStaff(args)
  const strategyId = idParam(args.params.strategy)
  const themeId = idParam(args.params.theme)
  const refusal = codebookRefusal(actor, strategyId)
  if (refusal) throw denied(refusal)
  const { themes } = answer(await findCodebook(actor, strategyId))
  if (!themes.some(({ id }) => id === themeId)) throw denied('not-found')
  const form = await readForm(args.request, themeForm)
  const t = translator(actor.locale, 'workbench')
  if ('errors' in form) {
    const act = doings.find((one) => one === form.typed.act) ?? (form.typed.act === 'write' ? 'edit' : null)
    return data({ act, errors: formProblems(form.errors, t), typed: form.typed, problem: null }, 422)
  }
  const { value } = form
  const outcome = answer(await changeTheme(actor, strategyId, themeId, value))
  if ('refusal' in outcome) {
    const act = value.act === 'write' ? 'edit' : (doings.find((one) => one === value.act) ?? null)
    const typed: Record<string, unknown> = value
    return data({ act, errors: [themeProblem(outcome.refusal, t)], typed, problem: outcome.refusal }, 422)
  }
  const words = new URLSearchParams({ done: saying[value.act] })
  if (outcome.passages !== undefined) {
    words.set('passages', String(outcome.passages))
    words.set('disagreeing', String(outcome.disagreeing ?? 0))
    words.set(value.act === 'merge' ? 'from' : 'into', value.act === 'merge' ? themeId : outcome.themeId)
  }
  if (value.act === 'split') words.set('do', 'split')
  const at = value.act === 'merge' ? outcome.themeId : themeId
  return redirect(`/workbench/strategies/${strategyId}/codebook/themes/${at}?${words}`)
}

/** Also after a refusal: what somebody else did meanwhile is what the page must show. */
export const shouldRevalidate = () => true

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: `${data.pageTitle} – Innspill` }] : [{ title: 'Innspill' }]

export default function Theme() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const t = useTranslations('workbench')
  const locale = useLocale()
  const { theme, used, done } = page
  const doing = refused ? refused.act : page.doing
  return (
    <>
      <WorkHead
        title={
          <>
            <span className={themeClass(theme.colour)}>
              <span className="in-code">{theme.code}</span>
            </span>{' '}
            {pick(theme.title, locale).text}
          </>
        }
        meta={
          theme.mergedInto
            ? undefined
            : t('codebook.usedIn', { inputs: used.inputs, of: page.inputs, passages: used.passages })
        }
      />
      <div className="in-stack">
        {done && !refused && <ThemeDone done={done} from={page.from} into={page.into} />}
        <ThemeNotices theme={theme} successor={page.successor} rechecks={page.rechecks} base={page.base} />
        <CarriedFrom origins={page.origins} />
        <ThemeDesk
          {...page}
          doing={doing}
          refused={refused ?? null}
          self={`${page.base}/themes/${theme.id}`}
        />
        {doing !== 'split' && <ThemeReading {...page} self={`${page.base}/themes/${theme.id}`} />}
      </div>
    </>
  )
}
