import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { listAnswerHistory } from '#app/features/inputs/answer-history.server.ts'
import type { AnswerContent } from '#app/features/inputs/answers.ts'
import { joined, type Saved } from '#app/features/inputs/draft.ts'
import type { SentAnswer } from '#app/features/inputs/forms.ts'
import { saveDraft } from '#app/features/inputs/saving.server.ts'
import { canonicalText, docFromPlainText } from '#app/platform/rich-text/plain-text.ts'
import { inputs } from '#db/schema/index.ts'
import { aMember, anOrganisation } from '#tests/factories/people.ts'
import { aQuestionnaire, aRound } from '#tests/factories/strategies.ts'
import { appDatabase } from './room.ts'

// Two or three people write the same answers, as pages do: each knows a revision and sends it along. Whatever they do
// and in whatever order it arrives, nothing that was acknowledged may be gone without having been shown to somebody.

const t = appDatabase()
const writers = 3
const asked = 2

type Step =
  | { do: 'save' | 'reload' | 'restore'; who: number; question: number }
  | { do: 'settle'; who: number; question: number; how: 'mine' | 'theirs' | 'both' }

const who = { who: fc.nat(writers - 1), question: fc.nat(asked - 1) }
const aStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('save' as const), ...who }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('reload' as const, 'restore' as const), ...who }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('settle' as const),
      ...who,
      how: fc.constantFrom('mine' as const, 'theirs' as const, 'both' as const),
    }),
  },
)
/** Steps one after another, some of them sent at the same moment. */
const aHistory = fc.array(fc.array(aStep, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 8 })

type Place = { inputId: string; questionId: string }
type Shown = { revision: number; answer: AnswerContent | null }
type Conflict = { mine: AnswerContent | null; theirs: AnswerContent | null; revision: number }

/** One person's page: what it shows of each answer, and the conflicts that wait for a choice. */
class Page {
  private readonly shown = new Map<string, Shown>()
  private readonly waiting = new Map<string, Conflict>()

  constructor(
    private readonly person: { personId: string },
    private readonly log: Log,
  ) {}

  async save(place: Place, answer: AnswerContent | null, from?: number): Promise<void> {
    const shown = this.shown.get(place.questionId)
    const revision = from ?? shown?.revision ?? 0
    const sent: SentAnswer = { questionId: place.questionId, revision, read: () => answer ?? '' }
    const outcome = (await saveDraft(this.person, { inputId: place.inputId }, [sent])) as Saved
    const [saved] = outcome.saved
    if (saved) {
      this.log.acknowledged(place, answer)
      this.shown.set(place.questionId, { revision: saved.revision, answer })
      this.waiting.delete(place.questionId)
    }
    for (const { yours, theirs, revision: at } of outcome.conflicts) {
      this.log.seen(place, yours)
      this.log.seen(place, theirs)
      this.waiting.set(place.questionId, { mine: yours, theirs, revision: at })
    }
    expect(outcome.saved.length + outcome.conflicts.length).toBe(1)
  }

  async reload(place: Place): Promise<void> {
    const [current] = await listAnswerHistory(place.inputId, { id: place.questionId, kind: 'rich-text' })
    if (current?.current) this.shown.set(place.questionId, current)
  }

  async restore(place: Place): Promise<void> {
    const versions = await listAnswerHistory(place.inputId, { id: place.questionId, kind: 'rich-text' })
    const [current, ...kept] = versions
    const oldest = kept.at(-1)
    if (current && oldest) await this.save(place, oldest.answer, current.revision)
  }

  async settle(place: Place, how: 'mine' | 'theirs' | 'both'): Promise<void> {
    const conflict = this.waiting.get(place.questionId)
    if (!conflict) return
    const { mine, theirs, revision } = conflict
    if (how === 'theirs') {
      this.waiting.delete(place.questionId)
      this.shown.set(place.questionId, { revision, answer: theirs })
    } else await this.save(place, how === 'mine' ? mine : joined(theirs, mine), revision)
  }
}

/** What the server has acknowledged, and what somebody has been shown. */
class Log {
  private readonly taken = new Map<string, Set<string>>()
  private readonly shown = new Map<string, Set<string>>()

  acknowledged = ({ questionId }: Place, answer: AnswerContent | null) => add(this.taken, questionId, answer)
  seen = ({ questionId }: Place, answer: AnswerContent | null) => add(this.shown, questionId, answer)

  lost(questionId: string, standing: readonly (AnswerContent | null)[]): string[] {
    const there = new Set(standing.map(textOf))
    return [...(this.taken.get(questionId) ?? [])].filter(
      (text) => !there.has(text) && !this.shown.get(questionId)?.has(text),
    )
  }

  get size() {
    return [...this.taken.values()].reduce((sum, texts) => sum + texts.size, 0)
  }
}

const textOf = (answer: AnswerContent | null) =>
  answer?.kind === 'rich-text' ? canonicalText(answer.body) : ''
function add(into: Map<string, Set<string>>, key: string, answer: AnswerContent | null) {
  into.set(key, (into.get(key) ?? new Set()).add(textOf(answer)))
}

async function aTable() {
  const round = await aRound(t.db)
  const questions = await aQuestionnaire(
    t.db,
    round,
    Array.from({ length: asked }, () => ({ kind: 'rich-text' })),
  )
  const organisation = await anOrganisation(t.db)
  const people = [
    await aMember(t.db, organisation, 'contributor'),
    await aMember(t.db, organisation, 'approver'),
    await aMember(t.db, organisation, 'contributor', 'submitter'),
  ]
  const draft = async () =>
    (
      await t.db
        .insert(inputs)
        .values(await freshInput())
        .returning()
    )[0]?.id ?? ''
  // A new round's worth of drafts costs more than what is tried: only the input is new each time.
  const freshInput = async () => {
    const sender = await anOrganisation(t.db)
    await t.sql`insert into memberships (organisation_id, person_id, role)
      select ${sender.id}, person_id, role from memberships where organisation_id = ${organisation.id}`
    return { strategyId: round.strategyId, roundId: round.id, organisationId: sender.id }
  }
  return { people, questions: questions.map(({ id }) => id), draft }
}

const histories = 250

test('whatever two or three write at once, nothing acknowledged is lost', async () => {
  const { people, questions, draft } = await aTable()
  let [words, acknowledged, run] = [0, 0, 0]
  await fc.assert(
    fc.asyncProperty(aHistory, async (steps) => {
      const inputId = await draft()
      const log = new Log()
      const pages = people.map((person) => new Page(person, log))
      for (const together of steps) {
        // Sent at the same moment, on connections of their own.
        await Promise.all(
          together.map((step) => {
            const page = pages[step.who] as Page
            const place = { inputId, questionId: questions[step.question] ?? '' }
            if (step.do === 'reload') return page.reload(place)
            if (step.do === 'restore') return page.restore(place)
            if (step.do === 'settle') return page.settle(place, step.how)
            words += 1
            const text = `alfa${words} beta${words} gamma${words} delta${words}`
            return page.save(place, { kind: 'rich-text', body: docFromPlainText(text) })
          }),
        )
      }
      for (const questionId of questions) {
        const versions = await listAnswerHistory(inputId, { id: questionId, kind: 'rich-text' })
        expect(
          log.lost(
            questionId,
            versions.map(({ answer }) => answer),
          ),
        ).toEqual([])
        const revisions = versions.map(({ revision }) => revision)
        expect(new Set(revisions).size).toBe(revisions.length)
      }
      acknowledged += log.size
      run += 1
    }),
    { numRuns: histories },
  )
  expect(run).toBe(histories)
  expect(acknowledged).toBeGreaterThan(histories)
}, 300_000)

test('of many who save the same answer at once, one is written and every other is shown both texts', async () => {
  const { people, questions, draft } = await aTable()
  const inputId = await draft()
  const questionId = questions[0] ?? ''
  for (let revision = 0; revision < 40; revision += 1) {
    const outcomes = (await Promise.all(
      Array.from({ length: 6 }, (_, at) =>
        saveDraft(people[at % 3] as { personId: string }, { inputId }, [
          { questionId, revision, read: () => ({ text: `Forsøk ${revision} fra nummer ${at}.` }) },
        ]),
      ),
    )) as Saved[]
    expect(outcomes.filter(({ saved }) => saved.length === 1)).toHaveLength(1)
    expect(outcomes.filter(({ conflicts }) => conflicts.length === 1)).toHaveLength(5)
  }
  const [row] = await t.db.select().from(inputs).where(eq(inputs.id, inputId))
  expect(row?.draftRevision).toBe(40)
}, 120_000)
