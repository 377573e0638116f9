import type { Meilisearch } from 'meilisearch'
import type { Database } from '../database.server.ts'
import type { SearchDocument } from '../document.ts'
import { readDocuments } from '../postgres/documents.server.ts'
import { requestCheck } from '../requests.server.ts'
import { isThere, troubleOf } from './connection.server.ts'
import { idOf, indexedDocument } from './document.ts'
import type { Lease } from './lease.server.ts'
import { type Claim, giveUpClaims, halveClaims, learnSize, noteSent, putBack, take } from './queue.server.ts'

/** Who sends, and where to. Long work ends early when `signal` says so. */
export type Sender = {
  readonly db: Database
  readonly client: Meilisearch
  readonly lease: Lease
  readonly signal?: AbortSignal | undefined
}

/** `sent` documents went off; `none` were due; the lease is `lost`; or the `index` is not there. */
export type Sending = 'sent' | 'none' | 'lost-lease' | 'lost-index'

const mostDocuments = 1_000
const mostBytes = 8_000_000

/** As many at once come from a queue that grows. */
const manyDocuments = 200
const learnEveryMs = 10_000

/** Until then every sending of unknown end has been carried out, if ever. */
const settledAfterMs = 60_000

/**
 * Sends the next documents of an index, as they are now: those that are there are replaced whole, the others deleted.
 * One request at a time, so that the order of sending is the order of reading. Throws when the server does not answer.
 */
export async function sendNext(sender: Sender, uid: string): Promise<Sending> {
  const { db, client, lease } = sender
  const claims = await take(db, uid, mostDocuments)
  if (claims.length === 0) return 'none'
  if (claims.length >= manyDocuments) await learnSizeNowAndThen(db)
  const held = await lease.hold()
  if (!held) return 'lost-lease'
  // Sending to an index that is gone would make another in its place, without our settings.
  if (!(await isThere(client, uid))) return 'lost-index'
  const documents = await readDocuments(
    db,
    claims.map(({ docKey }) => docKey),
  )
  const { lines, put, gone, unfit } = parcelOf(claims, documents)
  if (unfit.length > 0) await giveUpClaims(db, uid, unfit, 'unfit')
  const index = client.index(uid)
  if (put.length > 0) {
    const outcome = await dispatch(sender, uid, put, held.fence, () =>
      index.addDocumentsFromString(lines.join('\n'), 'application/x-ndjson', { primaryKey: 'id' }),
    )
    if (outcome !== 'sent') return outcome
  }
  if (gone.length === 0) return 'sent'
  return dispatch(sender, uid, gone, held.fence, () =>
    index.deleteDocuments(gone.map(({ docKey }) => idOf(docKey))),
  )
}

let learntAt = Number.NEGATIVE_INFINITY

async function learnSizeNowAndThen(db: Database): Promise<void> {
  if (performance.now() - learntAt < learnEveryMs) return
  learntAt = performance.now()
  await learnSize(db)
}

async function dispatch(
  { db }: Sender,
  uid: string,
  claims: readonly Claim[],
  fence: number,
  request: () => Promise<{ taskUid: number }>,
): Promise<Sending> {
  try {
    const { taskUid } = await request()
    if (await noteSent(db, uid, claims, taskUid, fence)) return 'sent'
    await putBack(db, uid, claims)
    return 'lost-lease'
  } catch (error) {
    const trouble = troubleOf(error)
    if (trouble?.kind === 'lost') return 'lost-index'
    if (trouble?.kind === 'too-large' || trouble?.kind === 'refused') {
      const settle = claims.length > 1 ? halveClaims : giveUpClaims
      await settle(db, uid, claims, trouble.code)
      return 'sent'
    }
    // It may be carried out yet, even after what is sent next: a comparison later finds out.
    if (trouble?.kind === 'unheard') await requestCheck(db, { afterMs: settledAfterMs })
    throw error
  }
}

/** As many documents as fit in one request, and at least one. `unfit` cannot be written as the index wants them. */
function parcelOf(claims: readonly Claim[], documents: Awaited<ReturnType<typeof readDocuments>>) {
  const lines: string[] = []
  const put: Claim[] = []
  const gone: Claim[] = []
  const unfit: Claim[] = []
  let bytes = 0
  for (const claim of claims) {
    const doc = documents.get(claim.docKey)
    if (!doc) {
      gone.push(claim)
      continue
    }
    const line = lineOf(doc)
    if (line === null) {
      unfit.push(claim)
      continue
    }
    bytes += Buffer.byteLength(line)
    if (bytes > mostBytes && put.length > 0) break
    lines.push(line)
    put.push(claim)
  }
  return { lines, put, gone, unfit }
}

function lineOf(doc: SearchDocument): string | null {
  try {
    return JSON.stringify(indexedDocument(doc))
  } catch {
    return null
  }
}
