import { and, asc, eq, gt, inArray, isNull } from 'drizzle-orm'
import { v7 } from 'uuid'
import { organisationSlug, slugOf } from '#app/features/organisations/organisation.ts'
import type { Transaction } from '#app/platform/database.server.ts'
import { inputs, organisations, people } from '#db/schema/index.ts'
import { type Letter, type LetterSender, senderKey } from './registration.ts'

/** Who registers: nobody in particular where a file is read on the command line, and what the record calls the way. */
export type Registrar = { actorId: string | null; source: 'import' | 'staff' | 'file' }

/** A sender on record, as a version freezes it, with its input in the round if it has one. */
type Sender = {
  id: string
  kind: string
  name: string
  number: string | null
  county: string | null
  input: { id: string; withdrawn: boolean } | null
}

/** Those on record among the senders of some letters, by senderKey, and the slugs that are taken. */
export type Senders = { found: Map<string, Sender>; slugs: Map<string, string[]> }

type Place = { strategyId: string; roundId: string }

/** Rows per statement: far below the limit of bind parameters. */
const CHUNK = 5_000

/**
 * Finds the senders and holds their inputs. An organisation is the same when its kind and its name are, case and
 * white space apart. A private person is the same only as one whom staff registered in the same round by that name:
 * two letters of one name in one round are nearly always one person writing twice, who must not count twice; but a
 * name is no proof of who somebody is, so people who can sign in and people of other rounds are never taken for it.
 */
export async function knownSenders(tx: Transaction, roundId: string, letters: readonly Letter[]) {
  const wanted = new Set(letters.map(({ sender }) => senderKey(sender)))
  const senders: Senders = { found: new Map(), slugs: new Map() }
  for await (const { slug, ...body } of everyOrganisation(tx)) {
    takeSlug(senders, slug)
    const sender: Sender = { ...body, input: null }
    for (const key of [senderKey(body), senderKey({ ...body, organisationId: body.id })])
      if (wanted.has(key) && !senders.found.has(key)) senders.found.set(key, sender)
  }
  for await (const { inputId: _, ...registered } of everyRegisteredPerson(tx, roundId)) {
    const person = { ...registered, kind: 'person', number: null, county: null, input: null }
    const key = senderKey(person)
    if (wanted.has(key) && !senders.found.has(key)) senders.found.set(key, person)
  }
  await holdInputs(tx, roundId, senders)
  return senders
}

/** Puts the letters' unknown senders on record, and gives every sender an input in the round. */
export async function insertSenders(
  tx: Transaction,
  place: Place,
  letters: readonly Letter[],
  senders: Senders,
  { actorId, source }: Registrar,
) {
  const made = { createdBy: actorId }
  const keys = new Map<string, LetterSender>()
  // The first letter of a new sender says how its name is written.
  for (const { sender } of letters) if (!keys.has(senderKey(sender))) keys.set(senderKey(sender), sender)
  const unknown = [...keys].filter(([key]) => !senders.found.has(key)).map(([, sender]) => sender)
  for (const part of chunks(unknown)) {
    const bodies = part
      .filter(({ kind }) => kind !== 'person')
      .map((sender) => newOrganisation(sender, senders))
    const persons = part.filter(({ kind }) => kind === 'person').map((sender) => ({ ...sender, id: v7() }))
    if (bodies.length > 0)
      await tx
        .insert(organisations)
        .values(bodies.map((body) => ({ ...body, ...made, listed: source === 'import' })))
    if (persons.length > 0) await tx.insert(people).values(persons.map(({ id, name }) => ({ id, name })))
    for (const { apart, ...sender } of [...bodies.map((body) => ({ ...body, apart: undefined })), ...persons])
      senders.found.set(senderKey({ ...sender, ...(apart !== undefined && { apart }) }), {
        ...{ id: sender.id, kind: sender.kind, name: sender.name },
        ...{ number: null, county: null, input: null },
      })
  }
  const without = [...keys.keys()].flatMap((key) => {
    const sender = senders.found.get(key)
    return sender && !sender.input ? [sender] : []
  })
  // Who opens its own draft at this moment is not in our way: its input is taken then.
  for (const part of chunks(without))
    await tx
      .insert(inputs)
      .values(
        part.map(({ id, kind }) => ({
          ...place,
          ...made,
          ...(kind === 'person' ? { personId: id } : { organisationId: id }),
        })),
      )
      .onConflictDoNothing()
  if (without.length > 0) await holdInputs(tx, place.roundId, senders)
}

/** The sender of a letter and its input, when both are on record. */
export function senderOf({ found }: Senders, letter: Letter) {
  const sender = found.get(senderKey(letter.sender))
  if (!sender?.input) throw new Error('A letter is registered only when its sender has an input')
  const { id, kind, name, number, county, input } = sender
  return { id, kind, name, number, county, inputId: input.id }
}

/** Nobody submits, withdraws or registers for these senders until we are done. */
async function holdInputs(tx: Transaction, roundId: string, { found }: Senders) {
  const byId = new Map([...found.values()].map((sender) => [sender.id, sender]))
  for (const column of [inputs.organisationId, inputs.personId])
    for (const ids of chunks([...byId.keys()])) {
      const held = await tx
        .select({ id: inputs.id, sender: column, withdrawnAt: inputs.withdrawnAt })
        .from(inputs)
        .where(and(eq(inputs.roundId, roundId), inArray(column, ids)))
        .orderBy(asc(inputs.id))
        .for('update')
      for (const { id, sender, withdrawnAt } of held) {
        const owner = byId.get(sender ?? '')
        if (owner) owner.input = { id, withdrawn: withdrawnAt !== null }
      }
    }
}

function newOrganisation({ kind, name }: LetterSender, senders: Senders) {
  const slug = organisationSlug(name, senders.slugs.get(stem(slugOf(name))) ?? [])
  takeSlug(senders, slug)
  return { id: v7(), slug, name, kind }
}

/** Only slugs of one stem can be in each other's way. */
const stem = (slug: string) => slug.replace(/(-\d+)+$/, '')

function takeSlug({ slugs }: Senders, slug: string) {
  const taken = slugs.get(stem(slug))
  if (taken) taken.push(slug)
  else slugs.set(stem(slug), [slug])
}

/** Names are compared here and not by the database, whose idea of small letters depends on how it was set up. */
async function* everyOrganisation(tx: Transaction) {
  for (let last: string | undefined, full = true; full; ) {
    const page = await tx
      .select({
        ...{ id: organisations.id, slug: organisations.slug, name: organisations.name },
        ...{ kind: organisations.kind, county: organisations.countyNumber },
        number: organisations.organisationNumber,
      })
      .from(organisations)
      .where(last ? gt(organisations.id, last) : undefined)
      .orderBy(asc(organisations.id))
      .limit(CHUNK)
    yield* page
    last = page.at(-1)?.id
    full = page.length === CHUNK
  }
}

async function* everyRegisteredPerson(tx: Transaction, roundId: string) {
  for (let last: string | undefined, full = true; full; ) {
    const page = await tx
      .select({ id: people.id, name: people.name, inputId: inputs.id })
      .from(inputs)
      .innerJoin(people, eq(people.id, inputs.personId))
      .where(and(eq(inputs.roundId, roundId), isNull(people.email), last ? gt(inputs.id, last) : undefined))
      .orderBy(asc(inputs.id))
      .limit(CHUNK)
    yield* page
    last = page.at(-1)?.inputId
    full = page.length === CHUNK
  }
}

/** A list in parts that fit into one statement. */
export function* chunks<T>(list: readonly T[]): Generator<T[]> {
  for (let from = 0; from < list.length; from += CHUNK) yield list.slice(from, from + CHUNK)
}
