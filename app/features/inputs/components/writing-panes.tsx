import { useTranslations } from 'use-intl/react'
import type { Member } from '#app/features/organisations/membership.server.ts'
import { useDates } from '#app/ui/dates.tsx'
import { CheckCircleFillIcon, CircleIcon } from '#app/ui/icons.tsx'
import { Localised } from '#app/ui/localised.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { Progress } from '#app/ui/progress.tsx'
import { Timeline } from '#app/ui/timeline.tsx'
import type { SentVersion, WrittenQuestion } from '../drafts.server.ts'
import type { Writer } from '../presence.ts'
import type { SignOffState } from '../sign-off.ts'

/** The questions with what is answered, each a link to its field. */
export function QuestionsPane({
  questions,
  answered,
}: {
  questions: readonly WrittenQuestion[]
  answered: ReadonlySet<string>
}) {
  const t = useTranslations('workspace.writing')
  const count = questions.filter(({ id }) => answered.has(id)).length
  return (
    <Panel id="questions-list" heading={t('questions')}>
      <Progress value={count} max={questions.length}>
        {t('answered', { answered: count, total: questions.length })}
      </Progress>
      <ol className="in-qlist">
        {questions.map(({ id, position, title, required }) => {
          const done = answered.has(id)
          const Mark = done ? CheckCircleFillIcon : CircleIcon
          return (
            <li key={id}>
              <a href={`#question-${position}`}>
                <Mark />
                <span>
                  {position}. <Localised text={title} />
                </span>
                <span className="in-small">
                  {done ? t('isAnswered') : required ? t('mustAnswer') : t('notBegun')}
                </span>
              </a>
            </li>
          )
        })}
      </ol>
    </Panel>
  )
}

/** Who works on the input, where more than one may, and what has happened to it and will. */
export function TogetherPane({
  members,
  versions,
  self,
  present = [],
  deadline,
  signOff,
}: {
  members: readonly Member[]
  versions: readonly SentVersion[]
  self: string
  /** Who else has the draft open now. */
  present?: readonly Writer[]
  deadline: Date
  /** Where the draft stands with its approvers, and where that is read; null for who asks nobody. */
  signOff: { state: SignOffState; href: string } | null
}) {
  const t = useTranslations('workspace.writing')
  const ladder = useTranslations('workspace.signOff')
  const { moment } = useDates()
  const [latest] = versions
  const publishedAt = versions.find((version) => version.publishedAt)?.publishedAt
  return (
    <>
      {members.length > 0 && (
        <Panel id="members" heading={t('here')}>
          <ul className="in-people">
            {members.map(({ personId, name, roles }, at) => (
              <li key={personId}>
                <span className={`in-ava t t-${(at % 7) + 1}`} aria-hidden="true">
                  {initials(name)}
                </span>
                <span>
                  {personId === self ? t('you', { name }) : name}
                  <br />
                  <span className="in-muted in-small">
                    {roles.map((role) => t(`role.${role}`)).join(', ')}
                  </span>
                  {present.some((writer) => writer.personId === personId) && (
                    <>
                      <br />
                      <span className="in-small in-present">{t('inDraftNow')}</span>
                    </>
                  )}
                </span>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      <Panel id="way" heading={t('way')}>
        <div className="in-small">
          <Timeline
            steps={[
              {
                name: t('draftStep'),
                at: latest ? 'done' : 'now',
                state: latest ? t('draftDone') : t('draftNow'),
              },
              ...(signOff
                ? [
                    {
                      name: ladder('title'),
                      href: signOff.href,
                      at: signOff.state === 'approved' ? ('done' as const) : ('next' as const),
                      state: ladder(`state.${signOff.state}`),
                    },
                  ]
                : []),
              {
                name: t('sendStep'),
                at: latest ? 'done' : 'next',
                state: latest
                  ? t('sendDone', { moment: moment(latest.submittedAt) })
                  : t('sendBy', { deadline: moment(deadline) }),
              },
              {
                name: t('publishStep'),
                at: publishedAt ? 'done' : latest ? 'now' : 'next',
                state: publishedAt ? t('publishDone', { moment: moment(publishedAt) }) : t('publishNext'),
              },
            ]}
          />
        </div>
      </Panel>
    </>
  )
}

function initials(name: string) {
  const parts = name.split(/\s+/).filter(Boolean)
  return [parts[0], parts.length > 1 ? parts.at(-1) : ''].map((part) => part?.[0] ?? '').join('')
}
