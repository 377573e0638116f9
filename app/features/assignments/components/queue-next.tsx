import { useTranslations } from 'use-intl/react'
import { LinkButton } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { Progress } from '#app/ui/progress.tsx'
import { readingPath } from '../address.ts'
import { standingOf } from '../due.ts'
import type { NextInput, Queue } from '../queue.server.ts'
import { DueText } from './assignment-words.tsx'

/** What comes next, with one way straight to it; or that all is read, or that there is nothing to read. */
export function QueueNext({ queue, today }: { queue: Queue; today: string }) {
  const t = useTranslations('workbench.queue')
  const words = useTranslations('workbench.assignments')
  const { assignments, next, inputs, inputsLeft } = queue
  const [first] = next
  const toWork = { href: '/workbench', label: t('toWork') }
  if (assignments.length === 0)
    return (
      <Empty heading={t('none')} action={toWork}>
        {t('noneText')}
      </Empty>
    )
  if (inputs === 0)
    return (
      <Empty heading={t('empty')} action={toWork}>
        {t('emptyText')}
      </Empty>
    )
  if (!first)
    return (
      <Empty heading={t('done', { all: inputs })} action={toWork}>
        {t('doneText')}
      </Empty>
    )
  return (
    <Panel id="next" heading={t('nextHeading')}>
      <div className="in-stack in-stack--3">
        <Progress value={inputs - inputsLeft} max={inputs}>
          {t('left', { left: inputsLeft, all: inputs })}
        </Progress>
        <p>
          <LinkButton href={readingPath(first)}>{t('next', { sender: first.senderName })}</LinkButton>
        </p>
        <h3 className="in-h3">{t('ahead')}</h3>
        <ul className="in-list in-list--rows">
          {next.map((one) => (
            <li key={`${one.inputId} ${one.number}`} className="in-list__row">
              <div className="in-stack in-stack--1">
                <p>
                  <a href={readingPath(one)}>{one.senderName}</a>
                </p>
                <p className="in-meta">
                  {words('round', { number: one.roundNumber })} ·{' '}
                  {t('answersLeft', { left: one.left, answers: one.answers })}
                  <Due {...{ one, today }} />
                </p>
              </div>
            </li>
          ))}
        </ul>
      </div>
    </Panel>
  )
}

function Due({ one: { dueOn, left }, today }: { one: NextInput; today: string }) {
  if (dueOn === null) return null
  return (
    <>
      {' · '}
      <DueText {...{ dueOn, today }} standing={standingOf({ answers: left, read: 0, dueOn }, today)} />
    </>
  )
}
