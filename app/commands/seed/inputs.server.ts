import { sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { contentHash, digest } from '#app/features/inputs/content-hash.server.ts'
import type { VersionKind } from '#app/features/inputs/input.ts'
import { publicBody } from '#app/features/inputs/masked-body.ts'
import { publicText, rangesOfWords, type Stretch } from '#app/features/inputs/masking.ts'
import { receiptNumber } from '#app/features/inputs/receipt.ts'
import { asksForText, isQuestionKind } from '#app/features/questionnaires/question.ts'
import type { Transaction } from '#app/platform/database.server.ts'
import type { RichTextDoc } from '#app/platform/rich-text/document.ts'
import { canonicalText, docFromPlainText } from '#app/platform/rich-text/plain-text.ts'
import * as schema from '#db/schema/index.ts'
import type { InputContent } from '#db/seed/content/content.ts'
import { inputs as contents } from '#db/seed/content/inputs.ts'
import { commentsOf, seedDraftComments } from './comments.server.ts'
import { type Enclosed, enclosedIn, handlingOf, seedEnclosed, seedSignOffs } from './enclosed.server.ts'
import { found, type Seeded } from './frame.server.ts'
import { osloTime } from './oslo-time.ts'

/** The frozen answers of the demo, by `input key/question key`. */
export type SeededAnswers = Map<string, { versionId: string; answerId: string; text: string }>

/** The demo's inputs: drafts, and versions as they would lie after being submitted, checked and withdrawn. */
export async function seedInputs(tx: Transaction, seeded: Seeded): Promise<SeededAnswers> {
  const answers: SeededAnswers = new Map()
  for (const content of contents) {
    const inputId = await seedInput(tx, seeded, content)
    // The draft stays after it is sent: a correction begins with it.
    await seedDraft(tx, seeded, content, inputId)
    await seedSignOffs(tx, seeded, content, inputId)
    const files = await seedEnclosed(tx, seeded, content, inputId)
    if (content.status === 'draft') continue
    if (content.before)
      await seedVersion(tx, seeded, sentBefore(content, content.before), inputId, new Map(), [])
    await seedVersion(tx, seeded, content, inputId, answers, files)
  }
  return answers
}

/** What the administration sent, as content of its own. */
function sentBefore(content: InputContent, before: NonNullable<InputContent['before']>): InputContent {
  const { before: _, mandate: __, masks: ___, handling: ____, ...rest } = content
  return { ...rest, ...before, key: `${content.key}/before` }
}

function senderOf(seeded: Seeded, content: InputContent) {
  if ('person' in content.sender) {
    const person = found(seeded.people.get(content.sender.person), content.key)
    return { personId: person.id, name: person.name, kind: 'person', number: null, county: null }
  }
  const body = found(seeded.organisations.get(content.sender.organisation), content.key)
  const { id, name, kind, organisationNumber, countyNumber } = body
  return { organisationId: id, name, kind, number: organisationNumber, county: countyNumber }
}

/** An answer as it was frozen, by the key of its question. */
type FrozenAnswer = {
  id: string
  key: string
  questionId?: string
  body: RichTextDoc | null
  choice: string | null
  canonicalText: string | null
  digest: string | null
}

const byOf = (seeded: Seeded, content: InputContent) => seeded.people.get(content.by ?? '')?.id ?? null

async function seedInput(tx: Transaction, seeded: Seeded, content: InputContent) {
  const { organisationId, personId } = { organisationId: null, personId: null, ...senderOf(seeded, content) }
  const withdrawal = content.withdrawal
  const id = v7()
  await tx.insert(schema.inputs).values({
    ...{ id, strategyId: seeded.strategyId, organisationId, personId },
    roundId: found(seeded.rounds.get(content.round), content.round).id,
    createdAt: osloTime(seeded.today, content.day - 3, '10:00'),
    createdBy: byOf(seeded, content),
    withdrawnAt: withdrawal ? osloTime(seeded.today, withdrawal.day, '13:00') : null,
    withdrawalReason: withdrawal
      ? content.lang === 'nn'
        ? withdrawal.reason.nn
        : withdrawal.reason.nb
      : null,
  })
  return id
}

function answersOf(seeded: Seeded, content: InputContent) {
  return content.answers.map(({ question, text, choice }) => {
    const row = found(seeded.questions.get(`${content.round}/${question}`), `${content.key}/${question}`)
    const written = isQuestionKind(row.kind) && asksForText(row.kind)
    const body = written ? docFromPlainText(text ?? '') : null
    return { key: question, questionId: row.id, body, choice: written ? null : (choice ?? null) }
  })
}

async function seedDraft(tx: Transaction, seeded: Seeded, content: InputContent, inputId: string) {
  const rows = answersOf(seeded, content).map(({ questionId, body, choice }) => ({
    ...{ strategyId: seeded.strategyId, inputId, questionId, body, choice, updatedBy: byOf(seeded, content) },
    updatedAt: osloTime(seeded.today, content.day, content.time),
  }))
  if (rows.length > 0) await tx.insert(schema.draftAnswers).values(rows)
  const at = osloTime(seeded.today, content.day, content.time)
  const draft = { inputId, by: byOf(seeded, content), at }
  await seedDraftComments(tx, seeded, draft, await commentsOf(tx, seeded, content))
}

async function seedVersion(
  tx: Transaction,
  seeded: Seeded,
  content: InputContent,
  inputId: string,
  seededAnswers: SeededAnswers,
  files: readonly Enclosed[],
) {
  const { strategyId } = seeded
  const round = found(seeded.rounds.get(content.round), content.round)
  const sender = senderOf(seeded, content)
  const submittedAt = osloTime(seeded.today, content.day, content.time)
  const [next] = await tx.execute<{ value: string }>(sql`select nextval('receipt_sequence') as value`)
  const sequence = Number(next?.value)
  const level = content.mandate?.level
  const kind: VersionKind =
    level && level !== 'administrative' && level !== 'delegated' ? 'adopted' : 'administrative'
  const id = v7()
  const frozen = {
    ...{
      receiptNumber: receiptNumber(submittedAt, sequence),
      roundId: round.id,
      inputId,
      number: content.before ? 2 : 1,
      kind,
    },
    ...{ senderName: sender.name, senderKind: sender.kind, senderNumber: sender.number, submittedAt },
    noRemarks: content.noRemarks ?? false,
    handling: handlingOf(seeded, content),
  }
  const comments = await commentsOf(tx, seeded, content)
  // A version that says more than answers is summed up by digests, so its answers have theirs.
  const more = comments.length > 0 || files.length > 0 || frozen.handling !== null
  const answers = answersOf(seeded, content).map((answer) => ({
    ...answer,
    digest: more ? digest(answer) : null,
  }))
  const said = [...answers, ...comments.map((comment) => ({ ...comment, questionId: null }))]
  await tx.insert(schema.inputVersions).values({
    ...{
      id,
      strategyId,
      ...frozen,
      senderCounty: sender.county,
      lang: content.lang,
      receiptSequence: sequence,
    },
    submittedBy: byOf(seeded, content),
    deadlineAt: round.deadlineAt,
    lateAt: submittedAt > round.deadlineAt ? submittedAt : null,
    contentHash: contentHash({ ...frozen, answers: said, attachments: files.map(({ sha256 }) => sha256) }),
    idempotencyKey: `demo/${content.key}`,
  })
  await enclosedIn(tx, { strategyId, versionId: id }, files)
  const toQuestions = answers.map(({ key, questionId, body, choice, digest: sum }): FrozenAnswer => {
    const answerId = v7()
    const canonical = body ? canonicalText(body) : null
    seededAnswers.set(`${content.key}/${key}`, { versionId: id, answerId, text: canonical ?? '' })
    return { id: answerId, key, questionId, body, choice, canonicalText: canonical, digest: sum }
  })
  const rows = [...toQuestions, ...comments.map((comment) => ({ ...comment, key: comment.id }))]
  if (rows.length > 0)
    await tx
      .insert(schema.answers)
      .values(rows.map(({ key: _, ...row }) => ({ ...row, strategyId, versionId: id })))
  if (content.publication === 'published' || content.publication === 'withdrawn')
    await publish(tx, seeded, content, inputId, id, rows)
}

async function publish(
  tx: Transaction,
  seeded: Seeded,
  content: InputContent,
  inputId: string,
  versionId: string,
  rows: FrozenAnswer[],
) {
  const { strategyId } = seeded
  const publishedBy = found(seeded.people.get(seeded.editor), seeded.editor).id
  const publishedAt = osloTime(seeded.today, content.publishedDay ?? content.day + 2, '10:00')
  await tx
    .insert(schema.inputPublications)
    .values({ versionId, strategyId, inputId, publishedAt, publishedBy })
  const masks = rows.flatMap((row) => masksOn(content, row))
  if (masks.length > 0)
    await tx.insert(schema.inputMasks).values(
      masks.map((mask) => ({
        ...{ ...mask, strategyId, versionId },
        ...{ maskedAt: publishedAt, maskedBy: publishedBy },
      })),
    )
  if (content.withdrawal || rows.length === 0) return
  await tx.insert(schema.publicAnswers).values(
    rows.map(({ id: answerId, body, choice, canonicalText: text }) => {
      const own = masks.filter((mask) => mask.answerId === answerId)
      const shown = text === null ? { text, masks: [] } : publicText(text, own, content.lang)
      return {
        ...{ versionId, strategyId, answerId, choice, ...shown },
        body: body && publicBody(body, own, content.lang),
      }
    }),
  )
}

// The longest words first: what is masked already is not masked again.
function masksOn(content: InputContent, { id: answerId, key, canonicalText }: FrozenAnswer) {
  const masks: (Stretch & { answerId: string; legalBasis: string; reason: string })[] = []
  for (const { question, words, legalBasis, reason } of content.masks ?? []) {
    if (question !== key) continue
    for (const word of words)
      for (const stretch of rangesOfWords(canonicalText ?? '', word))
        if (!masks.some((mask) => mask.startCp < stretch.endCp && mask.endCp > stretch.startCp))
          masks.push({ ...stretch, answerId, legalBasis, reason })
  }
  return masks
}
