import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import { ProblemList } from '#app/features/findings/components/problem-list.tsx'
import { QuantityForm } from '#app/features/findings/components/quantity-form.tsx'
import { BandList, useBandMeaning } from '#app/features/findings/components/quantity-key.tsx'
import { quantityForm, typedIn } from '#app/features/findings/forms.ts'
import { findingRefusal, mayWriteFindings } from '#app/features/findings/policy.ts'
import { bandProblems, gapsOf, readBands, typedBands } from '#app/features/findings/quantity-bands.ts'
import {
  findQuantityWords,
  listMisfits,
  setQuantityWords,
} from '#app/features/findings/quantity-setting.server.ts'
import { requireStaff } from '#app/features/identity/access.server.ts'
import { translator } from '#app/messages/translator.ts'
import { answer, denied, idParam } from '#app/platform/http/answer.server.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { newKey } from '#app/platform/http/idempotency.server.ts'
import { pick } from '#app/platform/localised-text.ts'
import { Empty } from '#app/ui/empty.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Localised } from '#app/ui/localised.tsx'
import { Alert } from '#app/ui/message.tsx'
import { WorkHead } from '#app/ui/page-head.tsx'
import { Panel } from '#app/ui/panel.tsx'

const notices = ['saved', 'restored'] as const

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireStaff(args)
  const strategyId = idParam(args.params.strategy)
  const { title, own, bands } = answer(await findQuantityWords(actor, strategyId))
  const asked = new URL(args.request.url).searchParams.get('notice')
  const t = translator(actor.locale, 'workbench')
  return {
    ...{ bands: [...bands], own: own !== null, typed: typedBands(bands), gaps: gapsOf(bands) },
    misfits: await listMisfits(strategyId, new Date()),
    ...{ mayWrite: mayWriteFindings(actor, strategyId), formKey: newKey() },
    notice: notices.find((one) => one === asked) ?? null,
    meta: pick(title, actor.locale).text,
    place: { strategyId },
    crumbs: [{ label: t('quantity.crumb') }],
    pageTitle: t('quantity.title'),
  }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireStaff(args)
  const strategyId = idParam(args.params.strategy)
  answer(await findQuantityWords(actor, strategyId))
  const refusal = findingRefusal(actor, strategyId)
  if (refusal) throw denied(refusal)
  const form = await readForm(args.request, quantityForm)
  if ('errors' in form) return data({ typed: null, problems: [{ problem: 'unclear' as const }] }, 422)
  const { value } = form
  const here = `/workbench/strategies/${strategyId}/quantity-words`
  if (value.act === 'restore') {
    answer(await setQuantityWords(actor, strategyId, { key: value.key, bands: null }))
    return redirect(`${here}?notice=restored`)
  }
  const { bands, problems: limits, kept: typed } = readBands(typedIn(value))
  const problems = [...limits, ...bandProblems(bands)]
  if (problems.length > 0) return data({ typed, problems }, 422)
  const outcome = answer(await setQuantityWords(actor, strategyId, { key: value.key, bands }))
  if ('refusal' in outcome) return data({ typed, problems: [{ problem: 'unclear' as const }] }, 422)
  return redirect(`${here}?notice=saved`)
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: `${data.pageTitle} – Innspill` }] : [{ title: 'Innspill' }]

export default function QuantityWords() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const t = useTranslations('workbench.quantity')
  const meaning = useBandMeaning()
  const { bands, own, gaps, mayWrite, notice, formKey } = page
  const problems = refused?.problems ?? []
  const gapWords = gaps.map((gap) => t('gap', gap)).join(', ')
  return (
    <>
      <WorkHead title={t('title')} meta={page.meta} />
      <div className="in-stack">
        {!refused && notice && (
          <Alert tone="success" live>
            <p>{t(notice)}</p>
          </Alert>
        )}
        <ErrorSummary
          heading={t('errorHeading')}
          errors={problems.map((problem) => {
            const at = 'at' in problem ? problem.at : 0
            const and = 'and' in problem ? problem.and : 0
            const word = 'word' in problem ? problem.word : ''
            const values = { at: at + 1, and: and + 1, word }
            return { field: `nb-${at}`, message: t(`errors.${problem.problem}`, values) }
          })}
        />
        <Panel id="meaning" heading={t('meaning')}>
          <div className="in-stack in-stack--3">
            <p>{t('lead')}</p>
            <p className="in-muted">{t(own ? 'own' : 'default')}</p>
            <BandList bands={bands} langs={['nb', 'nn']} meaning={meaning} />
            {gaps.length > 0 && (
              <p>
                {t('gaps', { gaps: gapWords })} {t('gapsText')}
              </p>
            )}
            <p className="in-small in-muted">{t('half')}</p>
          </div>
        </Panel>
        <Misfits misfits={page.misfits} />
        {mayWrite ? (
          <QuantityForm
            key={JSON.stringify(bands)}
            typed={refused?.typed ?? page.typed}
            wrong={problems.flatMap((problem) => ('at' in problem ? [problem.at] : []))}
            formKey={formKey}
            own={own}
          />
        ) : (
          <p className="in-muted">{t('readOnly')}</p>
        )}
      </div>
    </>
  )
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>

/** The drafts whose words do not fit their numbers. */
function Misfits({ misfits }: Pick<Page, 'misfits'>) {
  const t = useTranslations('workbench.quantity')
  if (misfits.length === 0)
    return (
      <Panel id="misfits">
        <Empty heading={t('misfitsNone')}>{t('misfitsNoneText')}</Empty>
      </Panel>
    )
  return (
    <Panel id="misfits" heading={t('misfits')}>
      <p>{t('misfitsText')}</p>
      <ul className="in-list">
        {misfits.map(({ id, roundId, title, problems }) => {
          const at = `/workbench/rounds/${roundId}/findings/${id}`
          return (
            <li key={id}>
              <p>
                <a href={at}>
                  <Localised text={title} />
                </a>
              </p>
              <ProblemList problems={problems} at={at} />
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}
