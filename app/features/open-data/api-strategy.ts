import { isNameListed } from '#app/features/inputs/listing-age.ts'
import { roundPath, strategyPath } from '#app/features/strategies/address.ts'
import type { PublicStrategy } from '#app/features/strategies/queries.server.ts'
import { roundState } from '#app/features/strategies/round.ts'
import type { ApiAddresses } from './api-address.ts'
import type { Answer } from './api-schema.ts'
import type { Round, RoundSummary, Strategy, StrategySummary } from './api-schema-strategy.ts'
import type { ApiRoundRow, ApiStrategyRow } from './api-strategies.server.ts'
import { iso, isoOrNull, told } from './api-values.ts'

type Summary = Answer<typeof StrategySummary>
type Told = Answer<typeof Strategy>

/** A strategy as a list names it. */
export function strategySummary(row: ApiStrategyRow, at: ApiAddresses): Summary {
  const { kind, status, publishedAt, ...head } = row
  return {
    ...head,
    ...{ kind: kind as Summary['kind'], status: status as Summary['status'] },
    publishedAt: iso(publishedAt ?? new Date(0)),
    ...{ self: at.strategy(row.slug), pages: at.pages(strategyPath(row.slug)) },
  }
}

/** Whether somebody who took part is still named: as long as they do, and as long after that as others are. */
const nameStands = (until: string | null, now: Date) =>
  until === null || isNameListed(new Date(`${until}T12:00:00Z`), now)

/** A strategy as its register page says it. */
export function strategyAnswer(found: PublicStrategy, at: ApiAddresses, now: Date): Told {
  const { slug } = found
  const ref = (one: { slug: string; title: Told['title']; kind: string }) => ({
    ...{ slug: one.slug, title: one.title, kind: one.kind as Told['kind'], self: at.strategy(one.slug) },
  })
  return {
    ...told(at.strategy(slug), at.pages(strategyPath(slug))),
    ...{ id: found.id, slug, kind: found.kind as Told['kind'], projectNumber: found.projectNumber },
    ...{ title: found.title, status: found.status as Told['status'], caseNumber: found.caseNumber },
    summary: found.summary,
    organisers: found.organisers.map(({ name, role }) => ({ name, role })),
    ...{ mandate: { from: found.mandateFrom, to: found.mandateTo }, appointedOn: found.appointedOn },
    goals: found.goals && { text: found.goals, on: found.goalsOn },
    results: found.results && { text: found.results, on: found.resultsOn },
    phases: found.phases.map(({ title, startsOn, endsOn, state }) => ({ title, startsOn, endsOn, state })),
    links: found.links.map(({ kind, title, href, related }) => ({
      kind: kind as Told['links'][number]['kind'],
      ...{ title: related?.title ?? title ?? {}, href: related ? null : href },
      strategy: related && at.strategy(related.slug),
    })),
    parent: found.parent && ref(found.parent),
    children: found.children.map(ref),
    members: found.members.map(({ name, organisation, role, since, until }) => ({
      ...{ name: nameStands(until, now) ? name : null, organisation },
      ...{ role: role as Told['members'][number]['role'], since, until },
    })),
    ...{ scope: found.scope, legalRegime: found.legalRegime, contactEmail: found.contactEmail },
    ...{ rounds: at.rounds(slug), documents: at.documents(slug) },
    ...{ meetings: at.meetings(slug), history: at.history(slug) },
  }
}

type ToldRound = Answer<typeof Round>

const roundHead = (round: ApiRoundRow, now: Date) => ({
  ...{ slug: round.slug, number: round.number, title: round.title },
  legalForm: round.legalForm as ToldRound['legalForm'],
  ...{ opensAt: iso(round.opensAt), deadlineAt: iso(round.deadlineAt) },
  ...{ acceptsLateUntil: isoOrNull(round.acceptsLateUntil), closedAt: isoOrNull(round.closedAt) },
  state: roundState(round, now),
})

/** A round as a list names it. */
export function roundSummary(
  strategy: string,
  round: ApiRoundRow,
  at: ApiAddresses,
  now: Date,
): Answer<typeof RoundSummary> {
  const { slug } = round
  return {
    ...roundHead(round, now),
    ...{ self: at.round(strategy, slug), pages: at.pages(roundPath(strategy, slug)) },
  }
}

type WholeRound = ApiRoundRow & {
  strategy: { slug: string }
  intro: ToldRound['intro']
  inputsShown: ToldRound['inputsShown']
}
type Asked = Omit<ToldRound['questions'][number], 'number' | 'options'> & {
  options: ToldRound['questions'][number]['options'] | null
}
type Held = { document: string; number: number; title: ToldRound['title'] }
type Counted = ToldRound['statistics']

/** A round with what it asks, what it is about, and who has answered. */
export function roundAnswer(
  round: WholeRound,
  { questions, versions, ledger }: { questions: Asked[]; versions: Held[]; ledger: Counted | undefined },
  at: ApiAddresses,
  now: Date,
): ToldRound {
  const { slug, strategy } = round
  const none = { invitedMunicipalities: 0, answeredMunicipalities: 0, noRemarksMunicipalities: 0 }
  const counted = ledger ?? { ...none, uninvitedMunicipalities: 0, others: 0, persons: 0 }
  return {
    ...told(at.round(strategy.slug, slug), at.pages(roundPath(strategy.slug, slug))),
    ...roundHead(round, now),
    ...{ strategy: at.strategy(strategy.slug), intro: round.intro, inputsShown: round.inputsShown },
    questions: questions.map(({ position, kind, title, help, required, options }, place) => ({
      ...{ position, number: place + 1, kind, title, help, required },
      options: (options ?? []).map(({ key, label }) => ({ key, label })),
    })),
    documents: versions.map(({ document, number, title }) => ({
      ...{ document, version: number, title, self: at.version(strategy.slug, document, number) },
    })),
    statistics: {
      ...{ invitedMunicipalities: counted.invitedMunicipalities },
      ...{ answeredMunicipalities: counted.answeredMunicipalities },
      ...{ noRemarksMunicipalities: counted.noRemarksMunicipalities },
      ...{ uninvitedMunicipalities: counted.uninvitedMunicipalities },
      ...{ others: counted.others, persons: counted.persons },
    },
    inputs: at.inputs(strategy.slug, slug),
    inputsCsv: at.pages(`${roundPath(strategy.slug, slug)}/inputs.csv`).nb,
    findings: at.findings(strategy.slug, slug),
  }
}
