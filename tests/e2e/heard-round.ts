import { eq } from 'drizzle-orm'
import { memberships, organisations, people } from '#db/schema/index.ts'
import { enqueuePassagesOf } from '#search/outbox.server.ts'
import { aTagging, aTheme } from '#tests/factories/analysis.ts'
import { aSubmittedInput, publish } from '#tests/factories/inputs.ts'
import { only, unique } from '#tests/factories/people.ts'
import { aQuestionnaire, aRound, aStrategy, daysFromNow } from '#tests/factories/strategies.ts'
import { inDatabase, workedOnBy } from './answering.ts'

/** A municipality that has answered, and what the tests know of it. */
export type Voice = Awaited<ReturnType<typeof aHeardRound>>['voices'][number]
export type HeardRound = Awaited<ReturnType<typeof aHeardRound>>

const words = (nb: string, nn = nb) => ({ nb, nn })

/** Who edits and who leads in the round of the test's own. */
export const [editorName, leadName] = ['Håkon Rud', 'Elin Strand']

type Said = { name: string; form: 'nb' | 'nn'; emails: number; text: string }

const said: readonly Said[] = [
  {
    ...{ name: 'Storneset kommune', form: 'nb', emails: 2 },
    text: 'Skolene trenger en nettvakt å ringe til når nettet er nede.',
  },
  {
    ...{ name: 'Litlevik kommune', form: 'nn', emails: 2 },
    text: 'Elevane ventar i fleire veker på ei ny maskin, og nettvakta svarer ikkje.',
  },
  // Nobody there has an address with us.
  {
    ...{ name: 'Øvrebø kommune', form: 'nb', emails: 0 },
    text: 'Vi har ingen nettvakt, og lærerne retter feil selv.',
  },
]

/**
 * A round that is over, with what three municipalities said published and a theme that one of them is tagged with; and a
 * second round that has not opened. Weeks of waiting and reading, which no test can do on pages.
 */
export async function aHeardRound() {
  const made = await inDatabase(async ({ db }) => {
    const strategy = await aStrategy(db, {
      title: words(`Skolens nett ${unique()}`, `Nettet i skulen ${unique()}`),
    })
    const round = await aRound(db, {
      ...{ strategy, number: 1, title: words('Hva trengs?', 'Kva trengst?') },
      ...{ opensAt: daysFromNow(-60), deadlineAt: daysFromNow(-15), closedAt: daysFromNow(-15) },
      ...{ publishedAt: daysFromNow(-61) },
    })
    const next = await aRound(db, {
      ...{ strategy, number: 2, title: words('Utkastet', 'Utkastet') },
      ...{ opensAt: daysFromNow(20), deadlineAt: daysFromNow(80) },
    })
    const asking = { kind: 'rich-text', title: words('Hva er viktigst?', 'Kva er viktigast?') }
    const [question] = await aQuestionnaire(db, round, [asking])
    await aQuestionnaire(db, next, [asking])
    const theme = await aTheme(db, strategy, {
      ...{ code: 'HJ', title: words('Hjelp når noe svikter', 'Hjelp når noko sviktar') },
    })
    const { id: staffId } = only(await db.select().from(people).where(eq(people.name, editorName)))
    const voices = []
    for (const { name, form, text, emails } of said) {
      const organisation = only(
        await db
          .insert(organisations)
          .values({ slug: `kommune-${unique()}`, name, kind: 'municipality', writtenForm: form })
          .returning(),
      )
      const addresses = Array.from({ length: emails }, () => `${unique()}@kommune.example`)
      for (const email of addresses) {
        const { id: personId } = only(
          await db.insert(people).values({ name: 'Liv Solheim', email, locale: form }).returning(),
        )
        await db.insert(memberships).values({ organisationId: organisation.id, personId, role: 'submitter' })
      }
      const sent = await aSubmittedInput(
        db,
        round,
        organisation,
        { [question?.id ?? '']: text },
        { lang: form, submittedAt: daysFromNow(-20) },
      )
      await publish(db, sent, staffId)
      await enqueuePassagesOf(db, sent.input.id)
      voices.push({
        name,
        form,
        text,
        organisation,
        addresses,
        input: sent.input,
        passage: only(sent.passages),
      })
    }
    for (const { name, passage } of voices)
      if (name === 'Litlevik kommune') await aTagging(db, passage, theme, staffId)
    return { strategy, round, next, theme, voices }
  })
  await workedOnBy(made, editorName)
  await workedOnBy(made, leadName, 'lead')
  return { ...made, base: `/workbench/rounds/${made.round.id}` }
}
