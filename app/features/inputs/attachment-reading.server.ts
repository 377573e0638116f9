import { setTimeout as pause } from 'node:timers/promises'
import { and, asc, eq, gt, isNull, or, sql } from 'drizzle-orm'
import { config } from '#app/platform/config.server.ts'
import { database, databaseNow, tx } from '#app/platform/database.server.ts'
import type { HeardEvent } from '#app/platform/events/event.ts'
import { record } from '#app/platform/events/record.server.ts'
import { hasText, isFileKind } from '#app/platform/files/file-kind.ts'
import { clearAbandoned, fileStorage } from '#app/platform/files/storage.server.ts'
import { ReadingStopped, readTextApart } from '#app/platform/files/text-reading.server.ts'
import { scanForViruses } from '#app/platform/files/virus-scan.server.ts'
import { isRefusal } from '#app/platform/refusal.ts'
import { attachments } from '#db/schema/index.ts'
import { infected, partlyRead } from './attachment.ts'
import { attachmentRead } from './events.ts'

// Reading a file may take half a minute, so it is not done where events are told: letters and passages do not wait for
// it. The table itself says what is left to do; the event only tells that there is something.

const aMinuteMs = 60_000
const atATime = 20

type Upkeep = { signal: AbortSignal; onError: (error: unknown) => void }

let told = () => {}

/** The worker hears that a file was added. */
export const attachmentHandlers: Record<string, (event: HeardEvent) => Promise<void>> = {
  'attachment.added': async () => told(),
}

/** Looks at every file that is added, and each minute at those that could not be looked at, until aborted. */
export async function keepReadingAttachments({ signal, onError }: Upkeep): Promise<void> {
  while (!signal.aborted) {
    const more = new Promise<void>((resolve) => {
      told = resolve
    })
    await readWaitingAttachments({ signal, onError }).catch(onError)
    await clearAbandoned(new Date()).catch(onError)
    const rest = new AbortController()
    await Promise.race([more, aMinute(AbortSignal.any([signal, rest.signal]))])
    rest.abort()
  }
}

const aMinute = (signal: AbortSignal) => pause(aMinuteMs, undefined, { signal }).catch(() => undefined)

/**
 * Looks at the files that wait, the oldest first: for viruses where there is a scanner, then for text. One that cannot be
 * looked at now (the scanner or the storage is away) holds back no other and waits for the next time.
 */
export async function readWaitingAttachments({ signal, onError }: Upkeep): Promise<void> {
  const scanner = config().virusScanner
  let after: string | undefined
  while (!signal.aborted) {
    const waiting = await listWaiting(after, scanner !== undefined)
    for (const file of waiting) {
      if (signal.aborted) return
      try {
        const clean = scanner === undefined || file.scannedAt !== null || (await scan(file, scanner))
        if (clean && file.readAt === null) await read(file, signal)
      } catch (error) {
        if (!(error instanceof ReadingStopped)) onError(error)
      }
    }
    after = waiting.at(-1)?.id
    if (after === undefined) return
  }
}

// Ids grow with time, so the next ones are those that came after.
function listWaiting(after: string | undefined, scanning: boolean) {
  const unscanned = and(
    isNull(attachments.scannedAt),
    sql`${attachments.problem} is distinct from ${infected}`,
  )
  return database()
    .db.select({
      ...{ id: attachments.id, sha256: attachments.sha256, type: attachments.type },
      ...{ scannedAt: attachments.scannedAt, readAt: attachments.readAt },
    })
    .from(attachments)
    .where(
      and(
        or(isNull(attachments.readAt), scanning ? unscanned : undefined),
        after ? gt(attachments.id, after) : undefined,
      ),
    )
    .orderBy(asc(attachments.id))
    .limit(atATime)
}

type Waiting = { id: string; sha256: string; type: string }

/** Asks the scanner; an infected file is done with for good. */
async function scan({ id, sha256 }: Waiting, scanner: string): Promise<boolean> {
  const verdict = await scanForViruses(scanner, await fileStorage().read(sha256))
  const at = sql`clock_timestamp()`
  const found = { problem: infected, text: null, readAt: at }
  await database()
    .db.update(attachments)
    .set({ scannedAt: at, ...(verdict === 'infected' && found) })
    .where(eq(attachments.id, id))
  return verdict === 'clean'
}

/** Reads what the file says, if its kind says anything, and tells those who make passages. */
async function read({ id, sha256, type }: Waiting, signal: AbortSignal): Promise<void> {
  const found =
    isFileKind(type) && hasText(type)
      ? await fileStorage().lend(sha256, (path) => readTextApart(path, type, { signal }))
      : null
  const said = found && !isRefusal(found) ? found : null
  const problem = isRefusal(found) ? found.refusal : said && !said.whole ? partlyRead : null
  await tx(async (tx) => {
    const at = await databaseNow(tx)
    const [row] = await tx
      .update(attachments)
      .set({ readAt: at, text: said?.text ?? null, problem })
      .where(and(eq(attachments.id, id), isNull(attachments.readAt)))
      .returning({ strategyId: attachments.strategyId, inputId: attachments.inputId })
    if (!row) return
    const { strategyId, inputId } = row
    await record(tx, {
      ...{ kind: attachmentRead, actorId: null, subjectId: id, strategyId, at },
      data: { inputId, read: said !== null, problem },
    })
  })
}
