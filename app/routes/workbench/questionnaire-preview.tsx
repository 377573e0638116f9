import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { IntlProvider, useTranslations } from 'use-intl/react'
import { requireStaff } from '#app/features/identity/access.server.ts'
import { SENDER_KINDS, senderKindKey } from '#app/features/organisations/sender-kind.ts'
import { previewPath, questionnairePath } from '#app/features/questionnaires/address.ts'
import { findQuestionnaire } from '#app/features/questionnaires/building.server.ts'
import { QuestionPreview } from '#app/features/questionnaires/components/question-preview.tsx'
import { isQuestionKind } from '#app/features/questionnaires/question.ts'
import { findStaffRound } from '#app/features/strategies/work-round.server.ts'
import { catalogue } from '#app/messages/catalogue.ts'
import { timeZone, translator } from '#app/messages/translator.ts'
import { answer, idParam } from '#app/platform/http/answer.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Select } from '#app/ui/field.tsx'
import { LinkSwitch } from '#app/ui/link-switch.tsx'
import { WorkHead } from '#app/ui/page-head.tsx'
import { Panel } from '#app/ui/panel.tsx'

const forms = ['nb', 'nn'] as const

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireStaff(args)
  const { round, strategy } = answer(await findStaffRound(actor, idParam(args.params.round)))
  const { questions } = answer(await findQuestionnaire(actor, round, new Date()))
  const asked = new URL(args.request.url).searchParams
  const shown = questions.filter(({ kind }) => isQuestionKind(kind))
  const chosen = SENDER_KINDS.find((kind) => kind === asked.get('for')) ?? null
  const t = translator(actor.locale, 'workbench')
  return {
    ...{ round, sender: chosen, all: shown.length },
    narrowed: shown.some(({ askedOf }) => askedOf !== null),
    questions: shown.filter(({ askedOf }) => !chosen || !askedOf || askedOf.includes(chosen)),
    lang: forms.find((form) => form === asked.get('lang')) ?? actor.locale,
    place: { strategyId: strategy.id, roundId: round.id },
    crumbs: [
      { label: t('overview.round', { number: round.number }), href: `/workbench/rounds/${round.id}` },
      { label: t('questionnaire.crumb'), href: questionnairePath(round.id) },
      { label: t('preview.crumb') },
    ],
    pageTitle: t('preview.title', { number: round.number }),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: `${data.pageTitle} – Innspill` }] : [{ title: 'Innspill' }]

export default function QuestionnairePreview() {
  const { round, questions, all, narrowed, sender, lang } = useLoaderData<typeof loader>()
  const t = useTranslations('workbench.preview')
  const senders = useTranslations('public')
  const base = previewPath(round.id)
  return (
    <>
      <WorkHead
        title={t('title', { number: round.number })}
        meta={t('lead')}
        actions={<a href={questionnairePath(round.id)}>{t('back')}</a>}
      />
      <div className="in-stack">
        <LinkSwitch
          label={t('form')}
          links={forms.map((form) => ({
            href: `${base}?lang=${form}${sender ? `&for=${sender}` : ''}`,
            label: t(form),
            current: form === lang,
          }))}
        />
        {narrowed && (
          <form method="get" action={base} className="in-row">
            <input type="hidden" name="lang" value={lang} />
            <Select
              name="for"
              label={t('for')}
              emptyLabel={t('everybody')}
              defaultValue={sender ?? ''}
              options={SENDER_KINDS.map((kind) => ({ value: kind, label: senders(senderKindKey(kind)) }))}
            />
            <Button variant="secondary">{t('show')}</Button>
            <p className="in-meta">{t('shown', { count: questions.length, all })}</p>
          </form>
        )}
        {questions.length === 0 && (
          <Panel>
            <Empty heading={t('empty')} action={{ href: questionnairePath(round.id), label: t('back') }}>
              {t('emptyText')}
            </Empty>
          </Panel>
        )}
        <IntlProvider locale={lang} messages={catalogue[lang]} timeZone={timeZone}>
          <div className="in-stack" lang={lang} key={lang}>
            {questions.map((question, at) => (
              <QuestionPreview
                key={question.id}
                question={question}
                number={at + 1}
                total={questions.length}
              />
            ))}
          </div>
        </IntlProvider>
      </div>
    </>
  )
}
