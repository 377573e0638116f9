import path from 'node:path'
import { connect } from '#db/client.server.ts'
import { startEmbedded } from '#db/embedded.server.ts'
import { memberships, organisations, people } from '#db/schema/index.ts'
import { enqueuePassagesOf } from '#search/outbox.server.ts'
import { aSubmittedInput, aVersion } from '#tests/factories/inputs.ts'
import { aMeeting } from '#tests/factories/meetings.ts'
import { only, unique } from '#tests/factories/people.ts'
import { aQuestionnaire, aRound, aStrategy, daysFromNow } from '#tests/factories/strategies.ts'

/** A municipality of the test's own that answers a round of the test's own, and its people. */
export type Answering = Awaited<ReturnType<typeof aMunicipalityAnswering>>

const words = (nb: string, nn = nb) => ({ nb, nn })

/** The demo's own database: what a test cannot do on any page, such as letting weeks pass, it does there. */
export async function inDatabase<T>(
  work: (connection: ReturnType<typeof connect>) => Promise<T>,
): Promise<T> {
  const dataDir = path.join(process.env.E2E_DATA_DIR ?? '', 'postgres')
  const server = await startEmbedded({ dataDir })
  const connection = connect(server.url, { max: 2 })
  try {
    return await work(connection)
  } finally {
    await connection.end()
    await server.stop()
  }
}

/** An open round that asks a little of each kind and a municipality: one writes and one more, one approves, one sends. */
export function aMunicipalityAnswering(name: string, writtenForm: 'nb' | 'nn' = 'nb') {
  return inDatabase(async ({ db }) => {
    const strategy = await aStrategy(db, {
      title: words(`Digital hverdag ${unique()}`, `Digital kvardag ${unique()}`),
    })
    const round = await aRound(db, {
      ...{ strategy, number: 1, title: words('Runde 1') },
      intro: words('Si hva som mangler.', 'Sei kva som manglar.'),
    })
    const questions = await aQuestionnaire(db, round, [
      { title: words('Hva er viktigst?', 'Kva er viktigast?'), required: true },
      {
        kind: 'single-choice',
        title: words('Er forslaget godt?', 'Er framlegget godt?'),
        options: [
          { key: 'yes', label: words('Ja') },
          { key: 'no', label: words('Nei') },
        ],
      },
      { kind: 'general', title: words('Noe vi ikke har spurt om?', 'Noko vi ikkje har spurt om?') },
      { kind: 'file', title: words('Legg ved planen', 'Legg ved planen') },
    ])
    const organisation = only(
      await db
        .insert(organisations)
        .values({ slug: `kommune-${unique()}`, name, kind: 'municipality', writtenForm })
        .returning(),
    )
    const person = async (called: string, ...roles: string[]) => {
      const email = `${unique()}@kommune.example`
      const { id } = only(
        await db.insert(people).values({ name: called, email, locale: writtenForm }).returning(),
      )
      const of = { organisationId: organisation.id, personId: id }
      await db.insert(memberships).values(roles.map((role) => ({ ...of, role })))
      return { name: called, email }
    }
    return {
      ...{ strategy, round, questions, organisation },
      home: `/workspace/${organisation.slug}`,
      writer: await person('Tora Bakk', 'contributor'),
      other: await person('Eivind Skar', 'contributor'),
      approver: await person('Gro Haugland', 'approver'),
      submitter: await person('Nils Tveit', 'submitter'),
    }
  })
}

/** Weeks pass: the deadline was a fortnight ago, and the round takes late input for another month. */
export function letTheDeadlinePass({ round }: Answering) {
  return inDatabase(
    ({ sql }) =>
      sql`update rounds set deadline_at = ${daysFromNow(-14).toISOString()}, accepts_late_until = ${daysFromNow(30).toISOString()}
      where id = ${round.id}`,
  )
}

/** Makes somebody of the demo work on the strategy, by the name on the sign-in page. */
export function workedOnBy(
  { strategy }: { strategy: { id: string } },
  name: string,
  role: 'editor' | 'lead' = 'editor',
) {
  return inDatabase(
    ({ sql }) => sql`
      insert into strategy_staff (strategy_id, person_id, organiser_id, role)
      select ${strategy.id}, p.id, (select organiser_id from strategy_staff where person_id = p.id limit 1), ${role}
      from people p where p.name = ${name} on conflict do nothing`,
  )
}

/** A meeting of the strategy that was held yesterday. */
export function aHeldMeeting({ strategy }: Answering) {
  return inDatabase(({ db }) => aMeeting(db, strategy, { title: words('Åpent møte', 'Ope møte') }))
}

/** The municipality has answered twice: first its administration, and after the deadline its council. */
export function aChangedMind({ round, questions, organisation }: Answering) {
  const [question] = questions
  const said = (text: string) => ({ [question?.id ?? '']: text })
  return inDatabase(async ({ db }) => {
    const administrative = said('Kommunen støtter forslaget slik det er.')
    const { input } = await aSubmittedInput(db, round, organisation, administrative)
    const sent = { number: 2, kind: 'adopted', submittedAt: new Date(), lateAt: new Date() }
    await aVersion(db, round, input.id, organisation, said('Kommunestyret krever at staten betaler.'), sent)
    return input
  })
}

/** The municipality has said this of the first question, a passage for each paragraph, and it can be searched for. */
export function aFindableInput({ round, questions, organisation }: Answering, paragraphs: readonly string[]) {
  const said = { [questions[0]?.id ?? '']: paragraphs.join('\n\n') }
  return inDatabase(async ({ db }) => {
    const { input } = await aSubmittedInput(db, round, organisation, said)
    await enqueuePassagesOf(db, input.id)
    return input
  })
}
