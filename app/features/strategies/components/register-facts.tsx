import type { ReactNode } from 'react'
import { useLocale, useTranslations } from 'use-intl/react'
import { pathIn } from '#app/platform/locale.ts'
import type { LocalisedText } from '#app/platform/localised-text.ts'
import { labelled } from '#app/platform/localised-text.ts'
import { useDates } from '#app/ui/dates.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { Localised } from '#app/ui/localised.tsx'
import { historyPath } from '../address.ts'
import type { PublicStrategy } from '../queries.server.ts'
import { citation } from '../register.ts'
import { FallbackNote } from './fallback-note.tsx'
import { MemberGroups } from './member-groups.tsx'
import { Paragraphs } from './paragraphs.tsx'
import { useRegisterDays } from './register-days.tsx'
import { Children, Parent, RelatedLinks } from './related-links.tsx'

type RegisterFactsProps = {
  strategy: PublicStrategy
  /** The whole address of the page in the reader's language. */
  address: string
  /** The day of the reading, in Norway. */
  today: string
  /** When it is read, for the citation; null on paper, which is read at any time. */
  now: Date | null
}

/** The register page: every field in the order of the registers it is modelled on (nordic-practice A1, S1-R). */
export function RegisterFacts({ strategy, address, today, now }: RegisterFactsProps) {
  const t = useTranslations('public.register')
  const day = useRegisterDays()
  const { kind, status, projectNumber, caseNumber, appointedOn, summary, scope } = strategy
  return (
    <div className="in-stack in-stack--4" id="register">
      <p className="in-register__name">
        {t('kinds', { kind })} {projectNumber}
      </p>
      <FallbackNote texts={[strategy.goals, strategy.results, scope]} />
      <DefinitionList
        wide
        items={[
          { term: t('fields.status'), description: t('statuses', { status }) },
          { term: t('fields.projectNumber'), description: projectNumber },
          { term: t('fields.caseNumber'), description: caseNumber },
          { term: t('fields.organisers'), description: <Organisers organisers={strategy.organisers} /> },
          { term: t('mandate'), description: <Mandate {...strategy} /> },
          { term: t('fields.appointedOn'), description: appointedOn && day(appointedOn) },
          { term: t('goalsAndResults'), description: <GoalsAndResults {...strategy} /> },
          {
            term: t('fields.summary'),
            description: Object.keys(summary).length > 0 && <Paragraphs text={summary} />,
          },
          {
            term: t('members'),
            description: strategy.members.length > 0 && (
              <MemberGroups members={strategy.members} today={today} />
            ),
          },
          { term: t('parent'), description: strategy.parent && <Parent parent={strategy.parent} /> },
          {
            term: t('children'),
            description: strategy.children.length > 0 && <Children strategies={strategy.children} />,
          },
          {
            term: t('related'),
            description: strategy.links.length > 0 && <RelatedLinks links={strategy.links} />,
          },
          {
            term: t('fields.scope'),
            description: Object.keys(scope).length > 0 && <Paragraphs text={scope} />,
          },
          { term: t('cite'), description: <Citation {...{ strategy, address, now }} /> },
          { term: t('address'), description: <Address address={address} /> },
        ].map(({ term, description }) => ({ term, description: description || null }))}
      />
      <p className="in-noprint">
        <a href={pathIn(useLocale(), historyPath(strategy.slug))}>{t('history')}</a>
      </p>
    </div>
  )
}

function Organisers({ organisers }: { organisers: PublicStrategy['organisers'] }) {
  return (
    <ul className="in-plain">
      {organisers.map(({ name, role }) => (
        <li key={name}>
          {name}
          {Object.keys(role).length > 0 && (
            <span className="in-meta in-block">
              <Localised text={role} />
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}

type Dates = { mandateFrom: string | null; mandateTo: string | null }

/** When the mandate runs; null when neither end is known. */
function Mandate({ mandateFrom, mandateTo }: Dates): ReactNode {
  const t = useTranslations('public.register')
  const day = useRegisterDays()
  if (mandateFrom && mandateTo) return `${day(mandateFrom)} – ${day(mandateTo)}`
  if (mandateFrom) return t('mandateFrom', { from: day(mandateFrom) })
  return mandateTo ? t('mandateTo', { to: day(mandateTo) }) : null
}

type Written = Pick<PublicStrategy, 'goals' | 'goalsOn' | 'results' | 'resultsOn'>

function GoalsAndResults({ goals, goalsOn, results, resultsOn }: Written) {
  const t = useTranslations('public.register')
  return (
    <div className="in-stack in-stack--3">
      {goals && <Dated heading={t('fields.goals')} text={goals} on={goalsOn} />}
      {results && <Dated heading={t('fields.results')} text={results} on={resultsOn} />}
      {!results && <p className="in-meta">{t('noResults')}</p>}
    </div>
  )
}

function Dated({ heading, text, on }: { heading: string; text: LocalisedText; on: string | null }) {
  const t = useTranslations('public.register')
  const day = useRegisterDays()
  return (
    <div>
      <h3 className="in-h4">{heading}</h3>
      <Paragraphs text={text} />
      {on && <p className="in-meta">{t('writtenOn', { day: day(on) })}</p>}
    </div>
  )
}

function Citation({ strategy, address, now }: Pick<RegisterFactsProps, 'strategy' | 'address' | 'now'>) {
  const t = useTranslations('public.register')
  const { day } = useDates()
  const { label: title, lang } = labelled(strategy.title, useLocale())
  const called = title.replace(/\.$/, '')
  const [before, ...after] = citation({
    ...{ title, address, organisers: strategy.organisers.map(({ name }) => name) },
    ...{ kind: t('kinds', { kind: strategy.kind }), number: strategy.projectNumber },
    read: now ? t('read', { day: day(now) }) : '',
  }).split(called)
  return (
    <p className="in-cite">
      {before}
      <span lang={lang}>{called}</span>
      {after.join(called)}
    </p>
  )
}

function Address({ address }: { address: string }) {
  const t = useTranslations('public.register')
  return (
    <>
      <span className="in-cite">
        <a className="in-link in-url" href={address}>
          {address}
        </a>
      </span>
      <span className="in-meta in-block">{t('addressHelp')}</span>
    </>
  )
}
