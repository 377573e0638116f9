import { useLocale, useTranslations } from 'use-intl/react'
import { SenderName } from '#app/features/inputs/components/sender-name.tsx'
import { documentPath, inputPath } from '#app/features/strategies/address.ts'
import { FallbackNote } from '#app/features/strategies/components/fallback-note.tsx'
import { pathIn } from '#app/platform/locale.ts'
import { type LocalisedText, pick } from '#app/platform/localised-text.ts'
import { docFromPlainText } from '#app/platform/rich-text/plain-text.ts'
import { useDates } from '#app/ui/dates.tsx'
import { Deadline } from '#app/ui/deadline.tsx'
import { inSentence, Localised } from '#app/ui/localised.tsx'
import { Alert } from '#app/ui/message.tsx'
import { RichText } from '#app/ui/rich-text.tsx'
import { Section } from '#app/ui/section.tsx'
import { meetingState } from '../meeting.ts'
import type { PublicMeeting } from '../published.server.ts'
import { useMeetingTime } from './meeting-time.tsx'
import { Programme } from './programme.tsx'

type ArticleProps = { strategy: string; meeting: PublicMeeting; now: Date }

/** All there is to read of a meeting below its name. */
export function MeetingArticle({ strategy, meeting, now }: ArticleProps) {
  const t = useTranslations('public.meeting')
  const locale = useLocale()
  const { day } = useDates()
  const { cancelledAt, summary, summaryAt, items, documents, inputs } = meeting
  const over = meetingState(meeting, now) === 'past'
  return (
    <div className="in-stack in-stack--6">
      {cancelledAt && (
        <Alert tone="warning" heading={t('cancelledTitle')}>
          <p>{t('cancelledText', { date: day(cancelledAt) })}</p>
        </Alert>
      )}
      <div className="in-cols in-cols--front">
        <WhenAndWhere meeting={meeting} now={now} />
        <div className="in-cols__main">
          {summary ? (
            <Section id="referat" heading={t('summary')}>
              <div className="in-stack in-stack--3">
                {summaryAt && <p className="in-meta">{t('summaryOn', { date: day(summaryAt) })}</p>}
                <FallbackNote texts={[summary]} />
                <Prose text={summary} />
              </div>
            </Section>
          ) : (
            over && !cancelledAt && <p className="in-meta">{t('noSummary')}</p>
          )}
          {summary && inputs.length > 0 && (
            <Section id="innspill" heading={t('inputs')}>
              <ul className="in-list in-list--rows">
                {inputs.map(({ id, round, senderName, senderKind }) => (
                  <li key={id}>
                    <a href={pathIn(locale, inputPath(strategy, round, id))}>
                      <SenderName name={senderName} kind={senderKind} />
                    </a>
                  </li>
                ))}
              </ul>
            </Section>
          )}
          {(items.length > 0 || (!over && !cancelledAt)) && (
            <Section id="program" heading={t('programme')}>
              {items.length > 0 ? (
                <div className="in-stack in-stack--3">
                  <FallbackNote texts={items.map(({ title }) => title)} />
                  <Programme items={items} />
                  {items.some(({ clock }) => clock) && <p className="in-meta">{t('programmeTimes')}</p>}
                </div>
              ) : (
                <p>{t('noProgramme')}</p>
              )}
            </Section>
          )}
          {documents.length > 0 && (
            <Section id="dokumenter" heading={t('documents')}>
              <ul className="in-list in-list--rows">
                {documents.map(({ document, documentTitle, number, title }) => (
                  <li key={`${document}/${number}`}>
                    <a href={pathIn(locale, documentPath(strategy, document, number))}>
                      {t.rich('documentVersion', {
                        document: inSentence(documentTitle),
                        version: inSentence(title),
                      })}
                    </a>
                  </li>
                ))}
              </ul>
            </Section>
          )}
        </div>
      </div>
    </div>
  )
}

function WhenAndWhere({ meeting, now }: { meeting: PublicMeeting; now: Date }) {
  const t = useTranslations('public.meeting')
  const { weekday, date, time } = useMeetingTime()
  const { place, streamUrl, cancelledAt, startsAt } = meeting
  const open = streamUrl !== null && !cancelledAt
  const over = meetingState(meeting, now) === 'past'
  return (
    <Deadline
      heading={t('when')}
      dateTime={startsAt.toISOString()}
      date={
        <span className="in-wraps">
          {weekday(meeting)} <span className="in-nowrap">{date(meeting)}</span>
        </span>
      }
      time={time(meeting)}
      action={open && !over ? { href: streamUrl, label: t('stream') } : undefined}
      note={place ? <Localised text={place} /> : streamUrl && t('online')}
    >
      {open && over && (
        <p className="in-small in-deadline__note">
          <a href={streamUrl}>{t('streamPast')}</a>
        </p>
      )}
    </Deadline>
  )
}

function Prose({ text }: { text: LocalisedText }) {
  const { text: words, lang } = pick(text, useLocale())
  return (
    <div className="in-prose" lang={lang}>
      <RichText document={docFromPlainText(words)} />
    </div>
  )
}
