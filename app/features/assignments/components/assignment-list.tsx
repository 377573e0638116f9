import { useTranslations } from 'use-intl/react'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import { DataTable } from '#app/ui/table.tsx'
import { standingOf } from '../due.ts'
import type { RoundAssignment } from '../queries.server.ts'
import { DueText, StandingTag, useAssignmentName } from './assignment-words.tsx'

type AssignmentListProps = {
  assignments: readonly RoundAssignment[]
  total: number
  /** Whether the round is divided now. */
  divided: boolean
  today: string
  base: string
  mayWrite: boolean
  formKey: string
}

/** The standing assignments of a round: who, what, by when and how far. */
export function AssignmentList(props: AssignmentListProps) {
  const { assignments, total, divided, base, mayWrite, formKey } = props
  const t = useTranslations('workbench.assignments')
  const columns = ['person', 'of', 'due', 'read', ...(mayWrite ? (['change'] as const) : [])] as const
  return (
    <Panel id="list" heading={t('list', { count: total })}>
      {total === 0 ? (
        <Empty heading={t('none')} level={3}>
          {t('noneText')}
        </Empty>
      ) : (
        <div className="in-stack in-stack--3">
          <DataTable
            caption={t('caption')}
            captionHidden
            columns={columns.map((key) => ({ key, label: t(`columns.${key}`), whole: key === 'read' }))}
            rows={assignments.map((one) => ({ key: one.id, cells: cellsOf(one, props) }))}
          />
          {mayWrite && divided && (
            <form method="post" action={`${base}#list`} className="in-stack in-stack--2">
              <input type="hidden" name="key" value={formKey} />
              <p className="in-small in-muted">{t('endDivisionText')}</p>
              <p>
                <Button name="act" value="end-division" variant="secondary" size="sm">
                  {t('endDivision')}
                </Button>
              </p>
            </form>
          )}
          <p className="in-small in-muted in-measure">{t('rule')}</p>
        </div>
      )}
    </Panel>
  )
}

function cellsOf(one: RoundAssignment, { today, base, mayWrite, formKey }: AssignmentListProps) {
  return [
    <Who key="who" {...one} />,
    <What key="what" {...one} />,
    <Due key="due" {...{ one, today }} />,
    <Read key="read" {...{ one, today }} />,
    mayWrite && <Change key="change" {...{ one, base, formKey }} />,
  ]
}

function Who({ person, isStaff }: RoundAssignment) {
  const t = useTranslations('workbench.assignments')
  return (
    <>
      {person}
      {!isStaff && (
        <>
          <br />
          <StatusTag tone="warning">{t('left')}</StatusTag>
        </>
      )}
    </>
  )
}

function What(one: RoundAssignment) {
  const name = useAssignmentName()
  return (
    <>
      {name(one)}
      {one.note && (
        <>
          <br />
          <span className="in-small in-muted">{one.note}</span>
        </>
      )}
    </>
  )
}

function Due({ one, today }: { one: RoundAssignment; today: string }) {
  const t = useTranslations('workbench.assignments')
  if (one.dueOn === null) return <span className="in-muted">{t('noDue')}</span>
  return <DueText dueOn={one.dueOn} standing={standingOf(one, today)} today={today} />
}

function Read({ one, today }: { one: RoundAssignment; today: string }) {
  const t = useTranslations('workbench.assignments')
  const standing = standingOf(one, today)
  return (
    <>
      {one.answers > 0 && (
        <>
          {t('inputsRead', { read: one.inputs - one.inputsLeft, all: one.inputs })}
          <br />
          <span className="in-small in-muted">{t('read', { read: one.read, all: one.answers })}</span>
          <br />
        </>
      )}
      <StandingTag standing={standing} />
    </>
  )
}

function Change({ one, base, formKey }: { one: RoundAssignment; base: string; formKey: string }) {
  const t = useTranslations('workbench.assignments')
  const name = useAssignmentName()
  const told = { of: name(one), person: one.person }
  return (
    <form method="post" action={`${base}#list`} className="in-acts">
      <LinkButton
        href={`${base}?change=${one.id}#change`}
        variant="tertiary"
        size="sm"
        aria-label={t('changeOf', told)}
      >
        {t('change')}
      </LinkButton>
      <input type="hidden" name="key" value={formKey} />
      <input type="hidden" name="assignment" value={one.id} />
      <Button name="act" value="end" variant="tertiary" size="sm" aria-label={t('endOf', told)}>
        {t('end')}
      </Button>
    </form>
  )
}
