import { useTranslations } from 'use-intl/react'
import { NO_OPINION, QUADRANTS, type Question } from '#app/features/questionnaires/question.ts'
import type { LocalisedText } from '#app/platform/localised-text.ts'
import { Localised } from '#app/ui/localised.tsx'
import { DataTable } from '#app/ui/table.tsx'
import { writtenAmount } from '../amount.ts'
import type { AnswerContent } from '../answers.ts'

type Asked = Pick<Question, 'options' | 'settings'>
type Of<Kind extends AnswerContent['kind']> = Extract<AnswerContent, { kind: Kind }>

/**
 * What an answer says beside a written text: what was chosen, in which order, what stands in which field, and how
 * important it is. With `wordless`, fields of words are left out, for pages that show them as the text they are written
 * out as.
 */
export function AnswerShape(props: { question: Asked; answer: AnswerContent; wordless?: boolean }) {
  const t = useTranslations('public.question')
  const { importance } = props.answer
  return (
    <>
      <Shape {...props} />
      {importance !== undefined && (
        <p>
          {t.rich('shown.importance', {
            importance: t(`importance.${importance}`),
            strong: (words) => <strong>{words}</strong>,
          })}
        </p>
      )}
    </>
  )
}

function Shape({
  question,
  answer,
  wordless,
}: {
  question: Asked
  answer: AnswerContent
  wordless?: boolean
}) {
  switch (answer.kind) {
    case 'rich-text':
      return null
    case 'single-choice':
    case 'acceptance':
      return <Chosen question={question} chosen={answer.choice} />
    case 'scale':
      return <Chosen question={question} chosen={String(answer.value)} step />
    case 'multiple-choice':
      return <Several question={question} answer={answer} />
    case 'ranking':
      return <Ranked question={question} answer={answer} />
    case 'swot':
      return wordless ? null : <Swot question={question} answer={answer} />
    case 'table':
      return <Filled question={question} answer={answer} wordless={wordless} />
    case 'participants':
      return <People answer={answer} />
    case 'file':
      return <Files answer={answer} />
  }
}

function useNames(parts: readonly { key: string; label: LocalisedText }[] | null | undefined) {
  const names = new Map((parts ?? []).map(({ key, label }) => [key, label]))
  return (key: string) => {
    const label = names.get(key)
    return label && Object.keys(label).length > 0 ? <Localised text={label} /> : key
  }
}

function Chosen({ question, chosen, step }: { question: Asked; chosen: string; step?: boolean }) {
  const t = useTranslations('public.question.shown')
  const name = useNames(question.options)
  if (chosen === '') return <p className="in-muted">{t('noChoice')}</p>
  const known = question.options?.some(({ key }) => key === chosen)
  const choice = !known && chosen === NO_OPINION ? t('noOpinion') : name(chosen)
  const strong = (words: React.ReactNode) => <strong>{words}</strong>
  return <p>{t.rich(step ? 'step' : 'chose', { choice: () => choice, strong })}</p>
}

function Several({ question, answer }: { question: Asked; answer: Of<'multiple-choice'> }) {
  const t = useTranslations('public.question.shown')
  const name = useNames(question.options)
  const { choices } = answer
  return (
    <>
      <p>{t('choseOf', { count: choices.length, total: question.options?.length ?? choices.length })}</p>
      <ul>
        {choices.map((key) => (
          <li key={key}>{name(key)}</li>
        ))}
      </ul>
    </>
  )
}

function Ranked({ question, answer }: { question: Asked; answer: Of<'ranking'> }) {
  const t = useTranslations('public.question.shown')
  const name = useNames(question.options)
  const { order } = answer
  const others = (question.options ?? []).filter(({ key }) => !order.includes(key))
  return (
    <>
      <p>{t('rankedOf', { count: order.length, total: question.options?.length ?? order.length })}</p>
      <ol>
        {order.map((key) => (
          <li key={key}>{name(key)}</li>
        ))}
      </ol>
      {others.length > 0 && (
        <p className="in-muted">
          {t.rich('notRanked', {
            names: () =>
              others.map(({ key }, at) => (
                <span key={key}>
                  {at > 0 && ', '}
                  {name(key)}
                </span>
              )),
          })}
        </p>
      )}
    </>
  )
}

function Swot({ question, answer }: { question: Asked; answer: Of<'swot'> }) {
  const t = useTranslations('public.question')
  const { cells } = answer
  return (
    <>
      {(question.settings?.levels ?? [])
        .filter(({ key }) => Object.hasOwn(cells, key))
        .map(({ key, label }) => (
          <section key={key} className="in-stack in-stack--2">
            <h4>
              <Localised text={label} />
            </h4>
            <div className="in-swot__shown">
              {QUADRANTS.map((quadrant) => (
                <div key={quadrant}>
                  <h5 className="in-small">{t(`quadrant.${quadrant}`)}</h5>
                  <Lines words={cells[key]?.[quadrant] ?? ''} />
                </div>
              ))}
            </div>
          </section>
        ))}
    </>
  )
}

function Lines({ words }: { words: string }) {
  const t = useTranslations('public.question.shown')
  if (words === '') return <p className="in-muted">{t('empty')}</p>
  const lines = words.split('\n').map((line, at) => ({ line, at }))
  return lines.filter(({ line }) => line.trim() !== '').map(({ line, at }) => <p key={at}>{line}</p>)
}

function Filled({
  question,
  answer,
  wordless,
}: {
  question: Asked
  answer: Of<'table'>
  wordless?: boolean
}) {
  const t = useTranslations('public.question.shown')
  const { cells } = answer
  const { rows = [], columns = [] } = question.settings ?? {}
  const filled = Object.values(cells).flatMap((row) => Object.values(row))
  if (filled.length === 0 || (wordless && filled.some((cell) => typeof cell === 'string'))) return null
  const shown = (cell: string | number | undefined) => {
    if (cell === undefined) return <span className="in-sr">{t('empty')}</span>
    return typeof cell === 'number' ? writtenAmount(cell) : <Lines words={cell} />
  }
  return (
    <DataTable
      caption={t('table')}
      captionHidden
      wide
      columns={[
        { key: '', label: '' },
        ...columns.map(({ key, label, kind, unit }) => ({
          key: `.${key}`,
          label: (
            <>
              <Localised text={label} />
              {unit && ` (${unit})`}
            </>
          ),
          numeric: kind === 'amount',
        })),
      ]}
      rows={rows
        .filter(({ key }) => Object.hasOwn(cells, key))
        .map(({ key, label }) => ({
          key,
          cells: [
            <Localised key={key} text={label} />,
            ...columns.map((column) => shown(cells[key]?.[column.key])),
          ],
        }))}
    />
  )
}

function People({ answer }: { answer: Of<'participants'> }) {
  const t = useTranslations('public.question')
  const lines = answer.people.map(({ name, role, leadership }, at) => ({
    at,
    words: [name, role, leadership && t(`field.leadership.${leadership}`)].filter(Boolean).join(', '),
  }))
  return (
    <>
      <p>{t('shown.people', { count: answer.people.length })}</p>
      <ul>
        {lines.map(({ at, words }) => (
          <li key={at}>{words}</li>
        ))}
      </ul>
    </>
  )
}

function Files({ answer }: { answer: Of<'file'> }) {
  const t = useTranslations('public.question.shown')
  return <p>{t('files', { count: answer.attachments.length })}</p>
}
