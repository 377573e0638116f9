import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { requireStaff } from '#app/features/identity/access.server.ts'
import type { Actor } from '#app/features/identity/actor.ts'
import { translator } from '#app/messages/translator.ts'
import { denied, idParam } from '#app/platform/http/answer.server.ts'
import { type LocalisedText, pick } from '#app/platform/localised-text.ts'
import { isRefusal, type Refused } from '#app/platform/refusal.ts'
import { findingRefusal } from './policy.ts'
import { findFinding, findFindingHead } from './queries.server.ts'

type Args = LoaderFunctionArgs | ActionFunctionArgs

/** What every page under a finding names. */
type Named = {
  finding: { id: string; title: LocalisedText }
  round: { id: string; number: number }
  strategy: { id: string }
}

/**
 * The finding an address is of as `find` knows it, for somebody who works on its strategy: with its own address (`base`),
 * its name, the place of the page and the way back to it (`crumbs`). What others work on does not exist (404).
 */
export async function findingDesk<Found extends Named>(
  args: Args,
  find: (actor: Actor, roundId: string, findingId: string) => Promise<Found | Refused<'not-found'>>,
) {
  const actor = await requireStaff(args)
  const found = await find(actor, idParam(args.params.round), idParam(args.params.finding))
  if (isRefusal(found)) throw denied('not-found')
  const { finding, round, strategy } = found
  const t = translator(actor.locale, 'workbench')
  const roundAt = `/workbench/rounds/${round.id}`
  const base = `${roundAt}/findings/${finding.id}`
  const title = pick(finding.title, actor.locale).text
  const crumbs: { label: string; href?: string }[] = [
    { label: t('overview.round', { number: round.number }), href: roundAt },
    { label: t('findings.list'), href: `${roundAt}/findings` },
    { label: title, href: base },
  ]
  const place = { strategyId: strategy.id, roundId: round.id }
  return { ...found, actor, t, base, roundAt, title, place, crumbs }
}

/** The finding as its head tells of it. */
export const findingAtDesk = (args: Args) => findingDesk(args, findFindingHead)

/** The finding with what it rests on and what stands in the way of it. */
export const checkedFindingAtDesk = (args: Args, now: Date) =>
  findingDesk(args, (actor, roundId, findingId) => findFinding(actor, roundId, findingId, now))

/** The finding for somebody who writes it, asked before anything is read or listed: those who only read are told so (403). */
export async function findingToWrite(args: Args) {
  const found = await findingAtDesk(args)
  const refusal = findingRefusal(found.actor, found.strategy.id)
  if (refusal) throw denied(refusal)
  return { ...found, roundId: found.round.id, findingId: found.finding.id }
}
