import { useTranslations } from 'use-intl/react'
import { Empty } from '#app/ui/empty.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import { DataTable } from '#app/ui/table.tsx'
import { standingOf } from '../due.ts'
import type { PersonProgress, RoundProgress } from '../progress.server.ts'
import { useDay } from './assignment-words.tsx'

/** How far a round has come: what is read and what is tagged, each number of how many. */
export function RoundTable({ progress }: { progress: RoundProgress }) {
  const t = useTranslations('workbench.progress')
  const { inputs, answers, passages, tagged } = progress
  const rows = [
    { key: 'inputsRead', part: progress.inputsRead, whole: inputs },
    { key: 'answersRead', part: progress.answersRead, whole: answers },
    { key: 'answersUnassigned', part: progress.answersUnassigned, whole: answers },
    { key: 'tagged', part: tagged, whole: passages },
    { key: 'untagged', part: passages - tagged, whole: passages },
    { key: 'flagged', part: progress.flagged, whole: passages },
  ] as const
  return (
    <Panel id="round" heading={t('round')}>
      <DataTable
        caption={t('caption')}
        captionHidden
        columns={(['what', 'count', 'share'] as const).map((key) => ({
          ...{ key, label: t(`columns.${key}`), numeric: key !== 'what' },
        }))}
        rows={rows.map(({ key, part, whole }) => ({
          key,
          cells: [
            t(`rows.${key}`),
            t('of', { part, whole }),
            whole === 0 ? '–' : t('percent', { part: part / whole }),
          ],
        }))}
      />
    </Panel>
  )
}

const columns = ['person', 'read', 'tagged', 'untagged', 'flagged', 'all', 'due'] as const

/** How far each has come with what they have been given. */
export function PeopleTable(props: { people: readonly PersonProgress[]; answers: number; today: string }) {
  const t = useTranslations('workbench.progress')
  const day = useDay()
  const of = (part: number, whole: number) => (whole === 0 ? '–' : t('of', { part, whole }))
  return (
    <Panel id="people" heading={t('people')}>
      {props.people.length === 0 ? (
        <Empty heading={t('nobody')} level={3} />
      ) : (
        <DataTable
          wide
          caption={t('peopleCaption')}
          captionHidden
          columns={columns.map((key) => ({
            ...{ key, label: t(`peopleColumns.${key}`), numeric: key !== 'person' && key !== 'due' },
          }))}
          rows={props.people.map((one) => ({
            key: one.personId,
            cells: [
              <Who key="who" {...one} />,
              of(one.read, one.answers),
              of(one.tagged, one.passages),
              of(one.passages - one.tagged, one.passages),
              of(one.flagged, one.passages),
              of(one.readInAll, props.answers),
              <span key="due">
                {one.dueOn === null ? t('noDue') : day(one.dueOn)}
                {standingOf(one, props.today) === 'overdue' && (
                  <>
                    <br />
                    <StatusTag tone="danger">{t('overdue')}</StatusTag>
                  </>
                )}
              </span>,
            ],
          }))}
        />
      )}
    </Panel>
  )
}

function Who({ person, isStaff, assignments }: PersonProgress) {
  const t = useTranslations('workbench.progress')
  return (
    <>
      {person}
      <br />
      <span className="in-small in-muted">{t('assigned', { count: assignments })}</span>
      {!isStaff && (
        <>
          <br />
          <StatusTag tone="warning">{t('left')}</StatusTag>
        </>
      )}
    </>
  )
}
