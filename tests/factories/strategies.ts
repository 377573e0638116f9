import type { Database } from '#db/client.server.ts'
import { phases, questionnaires, questions, rounds, strategies } from '#db/schema/index.ts'
import { only, unique } from './people.ts'

const day = 86_400_000

/** A moment so many days from now; negative is before. */
export const daysFromNow = (days: number) => new Date(Date.now() + days * day)

const words = (nb: string, nn = nb) => ({ nb, nn })

/** A published strategy. */
export async function aStrategy(db: Database, own: Partial<typeof strategies.$inferInsert> = {}) {
  const values = {
    slug: `strategi-${unique()}`,
    title: words('Digital kompetanse i skolen', 'Digital kompetanse i skulen'),
    summary: words('En strategi om digital kompetanse.', 'Ein strategi om digital kompetanse.'),
    scope: words('Barnehage og skole', 'Barnehage og skule'),
    legalRegime: words('Offentleglova'),
    contactEmail: 'strategi@example.test',
    publishedAt: daysFromNow(-30),
    ...own,
  }
  return only(await db.insert(strategies).values(values).returning())
}

/** A published round that opened yesterday and has its deadline in ten days, with a strategy if none is given. */
export async function aRound(
  db: Database,
  { strategy, ...own }: Partial<typeof rounds.$inferInsert> & { strategy?: { id: string } } = {},
) {
  const strategyId = (strategy ?? (await aStrategy(db))).id
  const number = own.number ?? (await db.$count(phases)) + 1
  const phase = only(
    await db
      .insert(phases)
      .values({
        strategyId,
        position: number,
        title: words('Innspill', 'Innspel'),
        purpose: words('Få fram hva som mangler.', 'Få fram kva som manglar.'),
        startsOn: '2026-01-01',
        endsOn: '2026-12-31',
      })
      .returning(),
  )
  const values = {
    strategyId,
    phaseId: phase.id,
    number,
    slug: `runde-${unique()}`,
    title: words(`Runde ${number}`),
    intro: words('Fortell hva dere mener.', 'Fortel kva de meiner.'),
    legalForm: 'innspill',
    purpose: 'input',
    opensAt: daysFromNow(-1),
    deadlineAt: daysFromNow(10),
    publishedAt: daysFromNow(-1),
    ...own,
  }
  return only(await db.insert(rounds).values(values).returning())
}

type OwnQuestion = Partial<typeof questions.$inferInsert>

/** What a round asks: a required text, a choice, a scale and the general question, unless other questions are given. */
export async function aQuestionnaire(
  db: Database,
  round: { id: string; strategyId: string },
  own: OwnQuestion[] = standardQuestions,
) {
  const place = { strategyId: round.strategyId, roundId: round.id }
  const { id: questionnaireId } = only(
    await db.insert(questionnaires).values(place).returning({ id: questionnaires.id }),
  )
  const rows = own.map((question, at) => ({
    kind: 'rich-text',
    title: words(`Spørsmål ${at + 1}`),
    ...question,
    ...place,
    questionnaireId,
    position: at + 1,
  }))
  return db.insert(questions).values(rows).returning()
}

const standardQuestions: OwnQuestion[] = [
  {
    kind: 'rich-text',
    title: words('Hva er viktigst for dere?', 'Kva er viktigast for dykk?'),
    required: true,
  },
  {
    kind: 'single-choice',
    title: words('Støtter dere forslaget?', 'Støttar de framlegget?'),
    options: [
      { key: 'yes', label: words('Ja') },
      { key: 'no', label: words('Nei') },
    ],
  },
  {
    kind: 'scale',
    title: words('Ambisjonene er riktige', 'Ambisjonane er rette'),
    options: ['1', '2', '3', '4', '5'].map((key) => ({ key, label: words(key) })),
  },
  { kind: 'general', title: words('Noe vi ikke har spurt om?', 'Noko vi ikkje har spurt om?') },
]
