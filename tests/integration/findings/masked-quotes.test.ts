import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { approveFinding } from '#app/features/findings/approval.server.ts'
import { citePassage } from '#app/features/findings/citations.server.ts'
import { publishFinding } from '#app/features/findings/publication.server.ts'
import { findPublishedFinding, listPublishedFindings } from '#app/features/findings/published.server.ts'
import { findFinding } from '#app/features/findings/queries.server.ts'
import { findingsQuoting } from '#app/features/findings/quoting.server.ts'
import { startFinding, writeFinding } from '#app/features/findings/writing.server.ts'
import { maskVersion, unmask } from '#app/features/inputs/masking.server.ts'
import { rangesOfWords } from '#app/features/inputs/masking.ts'
import { publicationOf, publishVersion } from '#app/features/inputs/publication.server.ts'
import { liftWithholding, withholdVersion } from '#app/features/inputs/withholding.server.ts'
import { prepareQueue } from '#app/platform/jobs/queue.server.ts'
import { isRefusal, type Refused } from '#app/platform/refusal.ts'
import { findings, inputs } from '#db/schema/index.ts'
import { aSubmittedInput } from '#tests/factories/inputs.ts'
import { anOrganisation, aStaffMember, only } from '#tests/factories/people.ts'
import { aQuestionnaire, aRound, aStrategy } from '#tests/factories/strategies.ts'
import { appDatabase } from '#tests/setup/app-database.ts'
import type { TestDatabase } from '#tests/setup/database.ts'

let t: TestDatabase

beforeAll(async () => {
  t = await appDatabase()
  await prepareQueue()
})
afterAll(() => t.end())

const text = 'Sønnen vår Ola Nes trenger ro.\nVi vil ha en fast kontaktperson.'
const quote = 'Sønnen vår Ola Nes trenger ro.'

function made<T extends object>(outcome: T): Exclude<T, Refused> {
  if (isRefusal(outcome)) throw new Error(`refused: ${outcome.refusal}`)
  return outcome as Exclude<T, Refused>
}

async function aFinding() {
  const strategy = await aStrategy(t.db)
  const round = await aRound(t.db, { strategy })
  const [asked] = await aQuestionnaire(t.db, round)
  const sender = await anOrganisation(t.db, { name: 'Tindås kommune' })
  const sent = await aSubmittedInput(t.db, round, sender, { [asked?.id ?? '']: text })
  const editor = await aStaffMember(t.db, strategy, 'editor')
  made(await publishVersion(editor, sent.version.id, v7()))
  const titles = { titleNb: 'Noen å ringe', titleNn: '' }
  const { findingId } = made(await startFinding(editor, round.id, { key: v7(), ...titles, subject: '' }))
  made(
    await writeFinding(editor, findingId, {
      ...{ key: v7(), revision: 1, ...titles, textNb: 'De vil ha ro: {s1}', textNn: '' },
      ...{ subject: '', was: '' },
    }),
  )
  const cite = (words: string) =>
    citePassage(editor, findingId, {
      ...{
        passage: sent.passages.find((one) => one.text.includes(words))?.id ?? '',
        quote: words,
        mode: 'quote' as const,
        key: v7(),
      },
    })
  made(await cite(quote))
  const answerId = only(sent.answers).id
  const ranges = rangesOfWords(text, 'Ola Nes').map((range) => ({ ...range, answerId }))
  const mask = (own = ranges) =>
    maskVersion(
      editor,
      sent.version.id,
      { ranges: own, legalBasis: 'personal-matters', reason: 'Barnets navn' },
      v7(),
    )
  const lead = await aStaffMember(t.db, strategy, 'lead')
  const approve = () => approveFinding(lead, findingId, { key: v7(), revision: 2 })
  const publish = async () => {
    made(await approve())
    return publishFinding(editor, findingId, v7())
  }
  const shown = async () => {
    const [{ slug } = { slug: '' }] = await t.db
      .select({ slug: findings.slug })
      .from(findings)
      .where(eq(findings.id, findingId))
    return findPublishedFinding(round.id, slug, new Date())
  }
  const card = async () => (await listPublishedFindings(round.id, 1))[0]
  return { ...sent, round, editor, findingId, answerId, ranges, cite, mask, approve, publish, shown, card }
}

test('a published finding keeps its place when a quote is masked: signs for the words, and the law', async () => {
  const { mask, publish, shown, card } = await aFinding()
  made(await publish())
  made(await mask())
  const found = await shown()
  expect(found?.quotes).toMatchObject([
    { state: 'shown', words: 'Sønnen vår [skjermet] trenger ro.', masked: ['personal-matters'] },
  ])
  expect(JSON.stringify(found)).not.toMatch(/Nes|Barnets navn/)
  expect(await card()).toMatchObject({ quotes: 1, inputs: 1, of: 1 })
})

test('a quote masked as a whole says so without a word of it, and comes back when it is unmasked', async () => {
  const { version, editor, answerId, mask, publish, shown } = await aFinding()
  made(await publish())
  made(await mask([{ answerId, startCp: 0, endCp: [...quote].length }]))
  expect((await shown())?.quotes).toMatchObject([{ state: 'masked', bases: ['personal-matters'] }])
  expect(JSON.stringify(await shown())).not.toMatch(/Nes|trenger/)
  const standing = made(await publicationOf(editor, version.id))
  made(await unmask(editor, only(standing.masks).id, v7()))
  expect((await shown())?.quotes).toMatchObject([{ state: 'shown', words: quote, masked: [] }])
})

test('a draft with a masked quote is not approved, and says why', async () => {
  const { round, editor, findingId, mask, approve } = await aFinding()
  made(await mask())
  expect(await approve()).toEqual({ refusal: 'problems' })
  const found = made(await findFinding(editor, round.id, findingId, new Date()))
  expect(found).toMatchObject({
    problems: [{ kind: 'quote-masked', number: 1, paragraph: 1 }],
    citations: [{ problem: 'quote-masked' }],
  })
})

test('a mask between approval and publication refuses the publication, though the words stand open elsewhere', async () => {
  const { editor, findingId, mask, approve } = await aFinding()
  made(await approve())
  made(await mask())
  expect(await publishFinding(editor, findingId, v7())).toEqual({ refusal: 'problems' })
})

test('quotes of a withheld version are neither shown nor counted, and the finding stays', async () => {
  const { version, editor, publish, shown, card } = await aFinding()
  made(await publish())
  made(await withholdVersion(editor, version.id, { legalBasis: 'unlawful', reason: 'Trusler' }, v7()))
  const found = await shown()
  expect(found).toMatchObject({ of: 0, quotes: [{ state: 'withheld', basis: 'unlawful', sender: null }] })
  expect(JSON.stringify(found)).not.toMatch(/Nes|trenger|Trusler|Tindås/)
  expect(await card()).toMatchObject({ quotes: 0, inputs: 0, of: 0 })
  made(await liftWithholding(editor, version.id, v7()))
  expect(await card()).toMatchObject({ quotes: 1, inputs: 1, of: 1 })
})

test('a quote of a withheld version names nobody either when the sender takes the input back', async () => {
  const { input, version, editor, publish, shown } = await aFinding()
  made(await publish())
  made(await withholdVersion(editor, version.id, { legalBasis: 'unlawful', reason: 'Trusler' }, v7()))
  await t.db.update(inputs).set({ withdrawnAt: new Date() }).where(eq(inputs.id, input.id))
  expect(JSON.stringify(await shown())).not.toMatch(/Nes|trenger|Trusler|Tindås/)
})

test('a finding that quotes a withheld version is not published', async () => {
  const { version, editor, findingId, approve } = await aFinding()
  made(await approve())
  made(await withholdVersion(editor, version.id, { legalBasis: 'unlawful', reason: 'Trusler' }, v7()))
  expect(await publishFinding(editor, findingId, v7())).toEqual({ refusal: 'problems' })
})

test('before they mask, staff are told which findings quote the words, or anything of the version', async () => {
  const { version, findingId, answerId, ranges, publish } = await aFinding()
  const ids = async (own: typeof ranges | null) =>
    (await findingsQuoting(version.id, own)).map(({ id }) => id)
  expect(await ids(ranges)).toEqual([findingId])
  expect(await ids(null)).toEqual([findingId])
  const second = [...quote].length
  expect(await ids([{ answerId, startCp: second, endCp: second + 5 }])).toEqual([])
  expect(await ids([])).toEqual([])
  expect(await ids([{ answerId, startCp: -1e20, endCp: 1e20 }])).toEqual([])
  made(await publish())
  expect((await findingsQuoting(version.id, ranges))[0]?.publishedAt).toBeInstanceOf(Date)
})

test('masked and published at the same moment, a finding never shows the masked words', async () => {
  for (let run = 0; run < 6; run += 1) {
    const { editor, findingId, mask, approve, shown } = await aFinding()
    made(await approve())
    const both = [mask, () => publishFinding(editor, findingId, v7())] as (() => Promise<object>)[]
    if (run % 2 === 1) both.reverse()
    const outcomes = await Promise.all(both.map((act) => act()))
    const refused = outcomes.filter((outcome) => 'refusal' in outcome)
    if (refused.length > 0) expect(refused).toEqual([{ refusal: 'problems' }])
    else expect((await shown())?.quotes).toMatchObject([{ words: 'Sønnen vår [skjermet] trenger ro.' }])
  }
})
