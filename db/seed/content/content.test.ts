import { expect, test } from 'vitest'
import { themes } from './codebook.ts'
import type { InputContent, QuestionContent } from './content.ts'
import { documentV1 } from './document-v1.ts'
import { documentV2 } from './document-v2.ts'
import { changesAfterRoundOne } from './draft/changes-after-round-1.ts'
import { lineageOf } from './draft/revision.ts'
import { findings } from './findings.ts'
import { inputs } from './inputs.ts'
import { counties, municipalities } from './municipalities.ts'
import { organisations } from './organisations.ts'
import { people } from './people.ts'
import { noOpinion, questionnaires } from './questions.ts'
import { strategy } from './strategy.ts'
import { taggings } from './taggings.ts'

const words = (text: string) => text.split(/\s+/).filter(Boolean).length
const repeated = (values: string[]) => values.filter((value, index) => values.indexOf(value) !== index)
const question = (round: string, key: string): QuestionContent | undefined =>
  questionnaires.find((q) => q.round === round)?.questions.find((q) => q.key === key)
const input = (key: string): InputContent | undefined => inputs.find((i) => i.key === key)
const length = ({ answers }: InputContent) => answers.reduce((sum, { text }) => sum + words(text ?? ''), 0)

/** What becomes passages: paragraphs, and each line of a list. */
const paragraphs = (text: string) => text.split(/\n\n|\n(?=- )/)
const paragraphsWith = (inputKey: string, questionKey: string, part: string) =>
  paragraphs(input(inputKey)?.answers.find((a) => a.question === questionKey)?.text ?? '').filter((p) =>
    p.includes(part),
  )

/** Every object that has an `nb` or `nn`, wherever it lies. */
const localised = (value: unknown): object[] => {
  if (value === null || typeof value !== 'object') return []
  if ('nb' in value || 'nn' in value) return [value]
  return Object.values(value).flatMap(localised)
}

test('a snippet lies in exactly one paragraph of the answer it names', () => {
  const astray = taggings.filter((t) => paragraphsWith(t.input, t.question, t.snippet).length !== 1)
  expect(astray).toEqual([])
})

test('a quote lies in exactly one paragraph of the answer it names', () => {
  const citations = findings.flatMap((finding) => finding.citations)
  expect(citations.filter((c) => paragraphsWith(c.input, c.question, c.quote).length !== 1)).toEqual([])
})

test('only published inputs are quoted or tagged', () => {
  const used = [...taggings, ...findings.flatMap((finding) => finding.citations)].map((t) => t.input)
  expect(used.filter((key) => input(key)?.publication !== 'published')).toEqual([])
})

test('a passage is tagged with a theme once, by a person who exists, with a theme that exists', () => {
  const paragraphAndTheme = taggings.map(
    (t) => paragraphsWith(t.input, t.question, t.snippet)[0] + t.theme + t.input,
  )
  expect(repeated(paragraphAndTheme)).toEqual([])
  expect(taggings.filter((t) => !themes.some(({ key }) => key === t.theme))).toEqual([])
  const makers = [...taggings, ...findings].map(({ by }) => by)
  expect(makers.filter((by) => !people.find(({ key }) => key === by)?.staff)).toEqual([])
  expect(findings.filter((f) => !themes.some(({ key }) => key === f.theme))).toEqual([])
})

test('a sender exists and answers a round at most once', () => {
  const senders = inputs.map(({ round, sender }) => ({
    round,
    key: 'person' in sender ? sender.person : sender.organisation,
    known:
      'person' in sender
        ? people.some(({ key }) => key === sender.person)
        : organisations.some(({ slug }) => slug === sender.organisation),
  }))
  expect(senders.filter(({ known }) => !known)).toEqual([])
  expect(repeated(senders.map(({ round, key }) => `${round} ${key}`))).toEqual([])
  const writers = inputs.flatMap(({ by }) => by ?? [])
  expect(writers.filter((by) => !people.some(({ key }) => key === by))).toEqual([])
})

test('an answer fits its question, and a submitted input answers every required one', () => {
  for (const { key, round, answers, status, noRemarks } of inputs) {
    expect(noRemarks && answers.length > 0, key).toBeFalsy()
    for (const answer of answers) {
      const asked = question(round, answer.question)
      const steps = [...(asked?.options ?? []), ...(asked?.scale ? [...asked.scale, noOpinion] : [])]
      expect(asked, `${key} ${answer.question}`).toBeDefined()
      if (steps.length > 0)
        expect(
          steps.map((step) => step.key),
          key,
        ).toContain(answer.choice)
      else expect(answer.text, `${key} ${answer.question}`).toBeTruthy()
    }
    const required = questionnaires.find((q) => q.round === round)?.questions.filter((q) => q.required) ?? []
    const missing = required.filter((q) => !answers.some((a) => a.question === q.key))
    if (status === 'submitted' && !noRemarks) expect(missing, key).toEqual([])
  }
})

test('a submitted input came after the round opened, before its deadline and not after today', () => {
  for (const { key, round, day, status, publication, publishedDay } of inputs) {
    const { opens, deadline } = strategy.rounds.find(({ slug }) => slug === round) ?? {}
    expect(day, key).toBeGreaterThanOrEqual(opens?.day ?? Number.NaN)
    expect(day, key).toBeLessThan(Math.min(deadline?.day ?? Number.NaN, 0))
    expect(publication === 'none', key).toBe(status === 'draft')
    expect(publishedDay !== undefined, key).toBe(publication === 'published' || publication === 'withdrawn')
    if (publishedDay !== undefined) expect(publishedDay, key).toBeGreaterThan(day)
  }
})

test('what a house did with its answer was done before it was sent, and what is planned is not past', () => {
  for (const { key, day, handling, signOffs = [], mandate, enclosed, by } of inputs) {
    const { adopted, steps = [], planned } = handling ?? {}
    const done = [...steps, ...(adopted ? [adopted] : []), ...signOffs].map((step) => step.day)
    expect(
      done.every((one) => one <= day),
      key,
    ).toBe(true)
    expect(planned?.day ?? 1, key).toBeGreaterThan(0)
    if (adopted) expect(mandate?.level, key).toBe(adopted.level)
    // Whoever enclosed a file is named beside it.
    if (enclosed) expect(by, key).toBeDefined()
  }
  const houses = organisations.filter(({ approvalRequired }) => approvalRequired)
  expect(houses).not.toEqual([])
  for (const { slug } of houses) {
    const roles = people.flatMap(({ memberships = [] }) =>
      memberships.filter(({ organisation }) => organisation === slug).flatMap((member) => member.roles),
    )
    expect(new Set(roles), slug).toEqual(new Set(['contributor', 'approver', 'submitter']))
  }
})

test('inputs have the lengths that municipalities really write', () => {
  const lengths = inputs.filter(({ status, noRemarks }) => status === 'submitted' && !noRemarks).map(length)
  expect(lengths.filter((n) => n >= 1200 && n <= 1800).length).toBeGreaterThanOrEqual(3)
  expect(lengths.filter((n) => n >= 250 && n <= 900).length).toBeGreaterThanOrEqual((lengths.length * 2) / 3)
  expect(lengths.filter((n) => n > 1800)).toEqual([])
  const long = inputs.flatMap(({ answers }) => answers.flatMap(({ text }) => paragraphs(text ?? '')))
  expect(long.filter((paragraph) => words(paragraph) > 130)).toEqual([])
})

test('about half of the inputs are in nynorsk', () => {
  const share = inputs.filter(({ lang }) => lang === 'nn').length / inputs.length
  expect(share).toBeGreaterThan(0.4)
  expect(share).toBeLessThan(0.6)
})

test('an organisation number passes its control digit and is not of the kind in real use', () => {
  const weights = [3, 2, 7, 6, 5, 4, 3, 2]
  const wrong = organisations.filter(({ organisationNumber: number }) => {
    const sum = weights.reduce((total, weight, index) => total + weight * Number(number[index]), 0)
    return !/^[01]\d{8}$/.test(number) || (11 - (sum % 11)) % 11 !== Number(number[8])
  })
  expect(wrong).toEqual([])
  expect(repeated(organisations.map((o) => o.organisationNumber))).toEqual([])
})

test('a municipality lies in an invented county and has a number of its own', () => {
  expect(repeated(organisations.map(({ slug }) => slug))).toEqual([])
  expect(repeated(municipalities.map((m) => m.municipalityNumber ?? ''))).toEqual([])
  for (const { name, countyNumber, municipalityNumber } of municipalities) {
    expect(
      counties.map(({ number }) => number),
      name,
    ).toContain(countyNumber)
    expect(municipalityNumber?.slice(0, 2), name).toBe(countyNumber)
  }
  const members = [
    ...organisations.flatMap((o) => o.members ?? []),
    ...inputs.flatMap((i) => i.onBehalfOf ?? []),
  ]
  expect(members.filter((slug) => !municipalities.some((m) => m.slug === slug))).toEqual([])
})

test('what a state body publishes is in both written forms', () => {
  const published = { strategy, documentV1, documentV2, questionnaires, themes, findings, people, noOpinion }
  const halves = localised(published).filter((text) => !('nb' in text && text.nb && 'nn' in text && text.nn))
  expect(halves).toEqual([])
})

test('a paragraph of the draft has one key per version and 40 to 90 words', () => {
  for (const { version, chapters } of [documentV1, documentV2]) {
    const blocks = chapters.flatMap((chapter) => chapter.blocks)
    expect(repeated(blocks.map(({ key }) => key)), `version ${version}`).toEqual([])
    const texts = blocks.filter(({ kind }) => kind === 'paragraph').flatMap(({ text }) => [text.nb, text.nn])
    expect(texts.filter((text) => words(text) < 40 || words(text) > 90)).toEqual([])
  }
})

test('the revision names blocks of the first draft, and changes what it says it changes', () => {
  const first = documentV1.chapters.flatMap((chapter) => chapter.blocks)
  const { changed, added, removed, moved, split } = changesAfterRoundOne
  const places = [...added, ...moved].map(({ after }) => after)
  const named = [
    ...Object.keys({ ...changed, ...split }),
    ...removed,
    ...places,
    ...moved.map(({ key }) => key),
  ]
  expect(named.filter((key) => !first.some((block) => block.key === key))).toEqual([])
  const same = first.filter(({ key, text }) => changed[key]?.nb === text.nb || changed[key]?.nn === text.nn)
  expect(same).toEqual([])
  const second = documentV2.chapters.flatMap((chapter) => chapter.blocks)
  const parts = Object.values(split).reduce((sum, blocks) => sum + blocks.length - 1, 0)
  expect(second.length).toBe(first.length + added.length - removed.length + parts)
})

test('the lineage of the revision names every block of both drafts, those of the second once', () => {
  const keys = ({ chapters }: typeof documentV1) =>
    chapters.flatMap(({ key, blocks }) => [key, ...blocks.map((block) => block.key)]).sort()
  const links = lineageOf(documentV1.chapters, changesAfterRoundOne)
  expect([...new Set(links.flatMap(({ from }) => from ?? []))].sort()).toEqual(keys(documentV1))
  expect(links.flatMap(({ to }) => to ?? []).sort()).toEqual(keys(documentV2))
})

test('a person has an invented address and belongs somewhere that exists', () => {
  expect(people.filter(({ email }) => !email.endsWith('.example'))).toEqual([])
  expect(repeated(people.map(({ key }) => key))).toEqual([])
  expect(repeated(people.map(({ email }) => email))).toEqual([])
  const belongs = people.flatMap(({ memberships }) => memberships ?? []).map((m) => m.organisation)
  expect(belongs.filter((slug) => !organisations.some((o) => o.slug === slug))).toEqual([])
  const serves = people.flatMap(({ staff }) => staff?.organiser ?? [])
  expect(serves.filter((slug) => !strategy.organisers.some((o) => o.slug === slug))).toEqual([])
})
