import { useLocale, useTranslations } from 'use-intl/react'
import { NO_OPINION } from '#app/features/questionnaires/question.ts'
import { pick } from '#app/platform/localised-text.ts'
import { Localised } from '#app/ui/localised.tsx'
import { RichText } from '#app/ui/rich-text.tsx'
import type { PublicAnswer as Answered } from '../published.server.ts'
import { useBecause } from './because.tsx'

/**
 * A question and its answer: a text as it was written, a choice or a step in its words. What is masked is a sign in the
 * reader's language, and under the answer stands by which law.
 */
export function PublicAnswer({ id, lang, answered }: { id: string; lang: string; answered: Answered }) {
  const t = useTranslations('public.input')
  const signs = useTranslations('public.masked')
  const because = useBecause()
  const locale = useLocale()
  const { question, answer, masks } = answered
  const sign = { text: signs('sign'), lang: locale }
  return (
    <section className="in-section in-stack in-stack--3" id={id} aria-labelledby={`${id}-title`}>
      <h3 className="in-h3" id={`${id}-title`}>
        <Localised text={question.title} />
      </h3>
      {answer.kind === 'rich-text' ? (
        <div className="in-prose" lang={lang}>
          <RichText document={answer.body} headingLevel={4} masked={sign} />
        </div>
      ) : (
        <ChosenWords
          options={question.options}
          chosen={answer.kind === 'scale' ? String(answer.value) : 'choice' in answer ? answer.choice : ''}
          noOpinion={t('noOpinion')}
          of={answer.kind === 'scale' ? t('onScale') : t('chose')}
        />
      )}
      {masks.map(({ basis, count }) => (
        <p key={basis} className="in-meta">
          <span className="in-masked">{sign.text}</span> {signs('note', { count, because: because(basis) })}
        </p>
      ))}
    </section>
  )
}

function ChosenWords(props: {
  options: Answered['question']['options']
  chosen: string
  noOpinion: string
  of: string
}) {
  const locale = useLocale()
  const option = props.options?.find(({ key }) => key === props.chosen)
  const words = option
    ? pick(option.label, locale).text
    : props.chosen === NO_OPINION
      ? props.noOpinion
      : props.chosen
  return (
    <p>
      {props.of} <strong>{words}</strong>
    </p>
  )
}
