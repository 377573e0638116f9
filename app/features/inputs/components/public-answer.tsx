import { useLocale, useTranslations } from 'use-intl/react'
import { Localised } from '#app/ui/localised.tsx'
import { RichText } from '#app/ui/rich-text.tsx'
import type { PublicAnswer as Answered } from '../published.server.ts'
import { AnswerShape } from './answer-shape.tsx'
import { useBecause } from './because.tsx'

/**
 * A question and its answer: what was chosen in its words, and a text as it was written. What is masked is a sign in the
 * reader's language, and under the answer stands by which law.
 */
export function PublicAnswer({ id, lang, answered }: { id: string; lang: string; answered: Answered }) {
  const signs = useTranslations('public.masked')
  const because = useBecause()
  const locale = useLocale()
  const { question, answer, text, masks } = answered
  const sign = { text: signs('sign'), lang: locale }
  return (
    <section className="in-section in-stack in-stack--3" id={id} aria-labelledby={`${id}-title`}>
      <h3 className="in-h3" id={`${id}-title`}>
        <Localised text={question.title} />
      </h3>
      {answer.kind !== 'rich-text' && <AnswerShape question={question} answer={answer} wordless />}
      {text && (
        <div className="in-prose" lang={lang}>
          <RichText document={text} headingLevel={4} masked={sign} />
        </div>
      )}
      {answer.kind === 'rich-text' && <AnswerShape question={question} answer={answer} />}
      {masks.map(({ basis, count }) => (
        <p key={basis} className="in-meta">
          <span className="in-masked">{sign.text}</span> {signs('note', { count, because: because(basis) })}
        </p>
      ))}
    </section>
  )
}
