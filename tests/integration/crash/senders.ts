import type { Database } from '#db/client.server.ts'
import { aDraft } from '#tests/factories/inputs.ts'
import { aMember, anOrganisation } from '#tests/factories/people.ts'
import { aQuestionnaire, aRound } from '#tests/factories/strategies.ts'
import { cookieOf } from '#tests/setup/sign-in.ts'

/** A draft that its signed-in submitter may send. */
export type Sender = { inputId: string; cookie: string; page: string }

const paragraph = 'Kommunen trenger at staten tar ansvar for felles løsninger før nye krav kommer. '

/** An open round, and in it this many municipalities with every question answered. */
export async function prepareSenders(db: Database, count: number): Promise<Sender[]> {
  const round = await aRound(db)
  const questions = await aQuestionnaire(db, round)
  return Promise.all(
    Array.from({ length: count }, async (_, at) => {
      const organisation = await anOrganisation(db)
      const submitter = await aMember(db, organisation, 'submitter')
      const written = questions.map(({ id, kind, title }) => {
        if (kind === 'single-choice') return [id, { kind, choice: 'yes' }] as const
        if (kind === 'scale') return [id, { kind, value: 4 }] as const
        return [id, `${title.nb} ${at}: ${paragraph.repeat(12)}`] as const
      })
      const { id: inputId } = await aDraft(db, round, organisation, Object.fromEntries(written))
      const cookie = await cookieOf(db, submitter.personId)
      return { inputId, cookie, page: `/workspace/${organisation.slug}/inputs/${inputId}` }
    }),
  )
}
