import { useTranslations } from 'use-intl/react'
import { Localised } from '#app/ui/localised.tsx'
import { Panel } from '#app/ui/panel.tsx'
import type { AskedQuestion } from '../layout.ts'
import { OWN_TABLES, tableAddress } from '../table-key.ts'

/** The tables every round has, each with what it shows. */
export function OwnTables({ base }: { base: string }) {
  const t = useTranslations('workbench.tables')
  return (
    <Panel id="round-tables" heading={t('group.all')}>
      <dl className="in-dl in-dl--wide">
        {OWN_TABLES.map((kind) => (
          <div key={kind}>
            <dt>
              <a href={`${base}/${kind}`}>{t(`link.${kind}`)}</a>
            </dt>
            <dd>{t(`say.${kind}`)}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}

/** Two tables for each question: what was answered, and where the answers stand. */
export function QuestionTables({ base, questions }: { base: string; questions: readonly AskedQuestion[] }) {
  const t = useTranslations('workbench.tables')
  return (
    <Panel id="question-tables" heading={t('group.questions')}>
      <dl className="in-dl in-dl--wide">
        {questions.map(({ id, position, title, kind }) => (
          <div key={id}>
            <dt>
              {position}. <Localised text={title} />
            </dt>
            <dd className="in-row">
              <a
                href={`${base}/${tableAddress({ kind: 'question', questionId: id })}`}
                aria-label={t('answersTo', { position })}
              >
                {t('answers')}
              </a>
              {holdsText(kind) && (
                <a
                  href={`${base}/${tableAddress({ kind: 'question-positions', questionId: id })}`}
                  aria-label={t('standpointsTo', { position })}
                >
                  {t('standpoints')}
                </a>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}

// Only what is written in words is cut into passages, and so can be tagged.
const holdsText = (kind: AskedQuestion['kind']) =>
  ['rich-text', 'general', 'swot', 'table', 'acceptance'].includes(kind)
