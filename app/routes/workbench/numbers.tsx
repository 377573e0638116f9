import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import { NumberChoice } from '#app/features/findings/components/number-choice.tsx'
import { NumberList } from '#app/features/findings/components/number-list.tsx'
import { choosingCount, tableChoices } from '#app/features/findings/count-choice.server.ts'
import { standingNumbers } from '#app/features/findings/count-list.server.ts'
import { addCount, removeCount, seeCount } from '#app/features/findings/counts.server.ts'
import { findingAtDesk, findingToWrite } from '#app/features/findings/finding-desk.server.ts'
import { markerOf } from '#app/features/findings/finding-text.ts'
import { numbersForm } from '#app/features/findings/forms.ts'
import { mayWriteFindings } from '#app/features/findings/policy.ts'
import { answer } from '#app/platform/http/answer.server.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { newKey } from '#app/platform/http/idempotency.server.ts'
import { Alert } from '#app/ui/message.tsx'
import { WorkHead } from '#app/ui/page-head.tsx'
import { Columns } from '#app/ui/panes.tsx'

const notices = ['added', 'seen', 'removed'] as const

export async function loader(args: LoaderFunctionArgs) {
  const { actor, t, finding, round, strategy, base, roundAt, title, place, crumbs } =
    await findingAtDesk(args)
  const { searchParams } = new URL(args.request.url)
  const asked = (name: string) => searchParams.get(name) ?? ''
  const table = asked('table')
  const mayWrite = mayWriteFindings(actor, strategy.id)
  const tablesAt = `${roundAt}/tables`
  const [numbers, groups, choosing] = await Promise.all([
    standingNumbers(finding, tablesAt),
    mayWrite ? tableChoices({ round, about: finding }, actor.locale) : [],
    mayWrite && table
      ? choosingCount(
          round,
          { table, row: asked('row'), column: asked('column'), over: asked('over') },
          actor.locale,
        )
      : null,
  ])
  const notice = notices.find((one) => one === asked('notice')) ?? null
  const number = /^[1-9]\d{0,5}$/.test(asked('number')) ? Number(asked('number')) : null
  return {
    ...{ title, numbers, groups, choosing, mayWrite, formKey: newKey() },
    missing: mayWrite && table !== '' && !choosing,
    ...{ base, tablesAt, place },
    notice: notice && t(`numbers.done.${notice}`, { marker: number ? markerOf('count', number) : '' }),
    crumbs: [...crumbs, { label: t('numbers.crumb') }],
    pageTitle: t('numbers.title'),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { actor, base, findingId } = await findingToWrite(args)
  const form = await readForm(args.request, numbersForm)
  if ('errors' in form) return data({ refusal: 'unclear' as const }, 422)
  const { value } = form
  const here = `${base}/numbers`
  switch (value.act) {
    case 'add': {
      const outcome = answer(await addCount(actor, findingId, value))
      if ('refusal' in outcome) return data({ refusal: outcome.refusal }, 422)
      return redirect(`${here}?notice=added&number=${outcome.number}`)
    }
    case 'see': {
      const outcome = answer(await seeCount(actor, findingId, value))
      if ('refusal' in outcome) return data({ refusal: outcome.refusal }, 422)
      return redirect(`${here}?notice=seen`)
    }
    case 'remove': {
      const outcome = answer(await removeCount(actor, findingId, value.number))
      if ('refusal' in outcome) return data({ refusal: outcome.refusal }, 422)
      return redirect(`${here}?notice=removed`)
    }
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: `${data.pageTitle} – Innspill` }] : [{ title: 'Innspill' }]

export default function Numbers() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const t = useTranslations('workbench.numbers')
  const list = <NumberList {...page} />
  return (
    <>
      <WorkHead
        title={t('title')}
        meta={t('for', { finding: page.title })}
        actions={<a href={page.base}>{t('back')}</a>}
      />
      <div className="in-stack">
        {!refused && page.notice && (
          <Alert tone="success" live>
            <p>{page.notice}</p>
          </Alert>
        )}
        {refused && (
          <Alert tone="danger" live>
            <p>{t(`refused.${refused.refusal}`)}</p>
          </Alert>
        )}
        {page.mayWrite ? (
          <Columns aside={list}>
            <NumberChoice {...page} here={`${page.base}/numbers`} />
          </Columns>
        ) : (
          <>
            <p className="in-muted">{t('readOnly')}</p>
            {list}
          </>
        )}
      </div>
    </>
  )
}
