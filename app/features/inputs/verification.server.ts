import { and, eq, isNull, sql } from 'drizzle-orm'
import { database } from '#app/platform/database.server.ts'
import type { LocalisedText } from '#app/platform/localised-text.ts'
import {
  answers,
  attachments,
  inputPublications,
  inputs,
  inputVersions,
  rounds,
  strategies,
  versionAttachments,
} from '#db/schema/index.ts'
import { contentHash, digest } from './content-hash.server.ts'
import type { VersionKind } from './input.ts'
import { withdrawnAtOf } from './taken-back.server.ts'
import { isWithheld } from './withheld.server.ts'

/** A version that was received, with its hash as it was given and as it comes out now from what is stored. */
export type CheckedVersion = {
  versionId: string
  inputId: string
  receiptNumber: string
  number: number
  kind: VersionKind
  submittedAt: Date
  lateAt: Date | null
  roundNumber: number
  roundTitle: LocalisedText
  strategySlug: string
  strategyTitle: LocalisedText
  /** When a version of the input was made public and not withheld since; null: it is not public. */
  publishedAt: Date | null
  withdrawnAt: Date | null
  storedHash: string
  recomputedHash: string
}

/** What lies under a receipt number, for whoever holds it. Asks no policy: say nothing of it that the receipt does not. */
export async function checkReceipt(receiptNumber: string): Promise<CheckedVersion | null> {
  const [found] = await database()
    .db.select({ id: inputVersions.id })
    .from(inputVersions)
    .where(eq(inputVersions.receiptNumber, receiptNumber))
  return found ? recomputedHash(found.id) : null
}

/**
 * Computes the hash of a version again from its rows: every digest from the answer it stands for, in the format the
 * version was received in. Null when there is no such version.
 */
export async function recomputedHash(versionId: string): Promise<CheckedVersion | null> {
  const { db } = database()
  const [[version], said, files] = await Promise.all([
    db
      .select({
        ...{ versionId: inputVersions.id, inputId: inputVersions.inputId, roundId: inputVersions.roundId },
        ...{ receiptNumber: inputVersions.receiptNumber, number: inputVersions.number },
        kind: sql<VersionKind>`${inputVersions.kind}`,
        ...{ submittedAt: inputVersions.submittedAt, lateAt: inputVersions.lateAt },
        ...{ senderName: inputVersions.senderName, senderKind: inputVersions.senderKind },
        ...{ senderNumber: inputVersions.senderNumber, noRemarks: inputVersions.noRemarks },
        ...{ naming: inputVersions.naming, handling: inputVersions.handling },
        ...{ roundNumber: rounds.number, roundTitle: rounds.title },
        ...{ strategySlug: strategies.slug, strategyTitle: strategies.title },
        publishedAt: sql<string | null>`(select min(p.published_at) from ${inputPublications} p
          where p.input_id = ${inputVersions.inputId} and not ${isWithheld(sql`p.version_id`)})`,
        withdrawnAt: withdrawnAtOf(inputVersions.id),
        storedHash: inputVersions.contentHash,
      })
      .from(inputVersions)
      .innerJoin(inputs, eq(inputs.id, inputVersions.inputId))
      .innerJoin(rounds, eq(rounds.id, inputVersions.roundId))
      .innerJoin(strategies, eq(strategies.id, rounds.strategyId))
      .where(eq(inputVersions.id, versionId)),
    // What a file says is read from it afterwards; the hash covers the file itself.
    db
      .select()
      .from(answers)
      .where(and(eq(answers.versionId, versionId), isNull(answers.attachmentId)))
      .limit(10_000),
    db
      .select({ sha256: attachments.sha256 })
      .from(versionAttachments)
      .innerJoin(attachments, eq(attachments.id, versionAttachments.attachmentId))
      .where(eq(versionAttachments.versionId, versionId))
      .limit(1_000),
  ])
  if (!version) return null
  const { senderName, senderKind, senderNumber, roundId, noRemarks, naming, handling, ...shown } = version
  const recomputedHash = contentHash({
    ...version,
    answers: said.map((row) => ({ ...row, digest: row.digest === null ? null : digest(row) })),
    attachments: files.map(({ sha256 }) => sha256),
  })
  const publishedAt = shown.publishedAt === null ? null : new Date(shown.publishedAt)
  return { ...shown, publishedAt, recomputedHash }
}
