import { useTranslations } from 'use-intl/react'
import { Localised } from '#app/ui/localised.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { DataTable } from '#app/ui/table.tsx'
import type { AskedQuestion } from '../layout.ts'
import { OWN_TABLES, tableAddress } from '../table-key.ts'

/** The tables every round has, each with what it shows. */
export function OwnTables({ base }: { base: string }) {
  const t = useTranslations('workbench.tables')
  return (
    <Panel id="round-tables" heading={t('group.all')}>
      <ul className="in-list">
        {OWN_TABLES.map((kind) => (
          <li key={kind}>
            <a href={`${base}/${kind}`}>{t(`link.${kind}`)}</a>
            <p className="in-meta">{t(`say.${kind}`)}</p>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

/** Two tables for each question: what was answered, and where the answers stand. */
export function QuestionTables({ base, questions }: { base: string; questions: readonly AskedQuestion[] }) {
  const t = useTranslations('workbench.tables')
  const to = (kind: 'question' | 'question-positions', questionId: string) =>
    `${base}/${tableAddress({ kind, questionId })}`
  return (
    <Panel id="question-tables" heading={t('group.questions')}>
      <DataTable
        caption={t('questionTables')}
        captionHidden
        columns={[
          { key: 'question', label: t('corner.question') },
          { key: 'answers', label: t('answers') },
          { key: 'positions', label: t('standpoints') },
        ]}
        rows={questions.map(({ id, position, title, kind }) => ({
          key: id,
          cells: [
            <span key="question">
              {position}. <Localised text={title} />
            </span>,
            <a key="answers" href={to('question', id)} aria-label={t('answersTo', { position })}>
              {t('show')}
            </a>,
            holdsText(kind) && (
              <a
                key="positions"
                href={to('question-positions', id)}
                aria-label={t('standpointsTo', { position })}
              >
                {t('show')}
              </a>
            ),
          ],
        }))}
      />
    </Panel>
  )
}

// Only what is written in words is cut into passages, and so can be tagged.
const holdsText = (kind: AskedQuestion['kind']) =>
  ['rich-text', 'general', 'swot', 'table', 'acceptance'].includes(kind)
