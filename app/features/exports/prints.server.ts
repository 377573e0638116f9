import { createHash } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { and, eq, lt, sql } from 'drizzle-orm'
import { database } from '#app/platform/database.server.ts'
import { prints } from '#db/schema/index.ts'
import type { Print } from './print.ts'
import { arePrintsDrawnApart, PrintsBusy, printBytes } from './print-drawing.server.ts'
import { drawingHand } from './print-hand.server.ts'

/** A printed page as a file, and the address of the page in bokmål, under which it is kept. */
export type PrintOfPage = { page: string; print: Print }

/** A drawn file without its bytes. */
type Kept = { sha256: string; size: number }

// A reader of the page waits no longer for the size of a file that is being drawn.
const patienceMs = 1_500

/** The sum of all that is drawn and of the hand that draws it: another text, mask, version or address is another file. */
export const fingerprintOf = (print: Print, hand = drawingHand()) =>
  createHash('sha256').update(hand).update(JSON.stringify(print)).digest('base64url')

/** What a page can say of its file: its exact size; whether that is all there is to say for now. */
export type PrintSize = { size: number | null; settled: boolean }

/**
 * The exact size of the file that a page offers. Where it was not drawn yet it is drawn now, by a process set apart for that;
 * no size where there is none, where it cannot be drawn, and for now where it takes longer than readers wait.
 */
export async function printSize({ page, print }: PrintOfPage): Promise<PrintSize> {
  const fingerprint = fingerprintOf(print)
  const kept = await findKept({ page, print }, fingerprint)
  if (kept) return { size: kept.size, settled: true }
  if (!arePrintsDrawnApart() || hasFailed(fingerprint)) return { size: null, settled: true }
  const waiting = new AbortController()
  // What goes wrong is told to whoever asks for the file.
  const drawn = made({ page, print }, fingerprint).catch(() => null)
  const late = pause(patienceMs, null, { signal: waiting.signal }).catch(() => null)
  const first = await Promise.race([drawn, late])
  waiting.abort()
  return { size: first?.size ?? null, settled: first !== null || hasFailed(fingerprint) }
}

/** The file of a page as it is now, drawn if it must be. Never one that says anything else than the page. */
export async function printFile({ page, print }: PrintOfPage): Promise<Kept & { bytes: Buffer }> {
  const fingerprint = fingerprintOf(print)
  const [kept] = await database()
    .db.select({ sha256: prints.sha256, size: prints.size, bytes: prints.bytes })
    .from(prints)
    .where(and(ofPage({ page, print }), eq(prints.fingerprint, fingerprint)))
  return kept ?? made({ page, print }, fingerprint)
}

const ofPage = ({ page, print }: PrintOfPage) => and(eq(prints.page, page), eq(prints.lang, print.lang))

async function findKept(asked: PrintOfPage, fingerprint: string): Promise<Kept | null> {
  const [kept] = await database()
    .db.select({ sha256: prints.sha256, size: prints.size })
    .from(prints)
    .where(and(ofPage(asked), eq(prints.fingerprint, fingerprint)))
  return kept ?? null
}

const being = new Map<string, ReturnType<typeof make>>()

/** Drawn once for all who ask at the same time. */
function made(asked: PrintOfPage, fingerprint: string) {
  const key = `${asked.page} ${fingerprint}`
  const going = being.get(key) ?? make(asked, fingerprint).finally(() => being.delete(key))
  being.set(key, going)
  return going
}

// What cannot be drawn is not tried again for every reader of the page.
const failures = new Map<string, number>()
const failureMs = 5 * 60_000
const mostFailures = 500

const hasFailed = (fingerprint: string) =>
  performance.now() - (failures.get(fingerprint) ?? -failureMs) < failureMs

function noteFailure(fingerprint: string, error: unknown): never {
  if (!(error instanceof PrintsBusy)) {
    if (failures.size >= mostFailures) failures.clear()
    failures.set(fingerprint, performance.now())
  }
  throw error
}

async function make({ page, print }: PrintOfPage, fingerprint: string) {
  const bytes = await printBytes(print).catch((error: unknown) => noteFailure(fingerprint, error))
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const drawn = { fingerprint, sha256, size: bytes.length, bytes, madeAt: sql`now()` }
  // What the page said before is gone with this.
  await database()
    .db.insert(prints)
    .values({ page, lang: print.lang, ...drawn })
    .onConflictDoUpdate({ target: [prints.page, prints.lang], set: drawn })
  return { sha256, size: bytes.length, bytes }
}

/** Files are kept for so long; of a page that is gone, or that nobody reads, none is left. */
const keptDays = 30

/** Takes away what was drawn long ago. */
export async function sweepPrints(): Promise<void> {
  await database()
    .db.delete(prints)
    .where(lt(prints.madeAt, sql`now() - make_interval(days => ${keptDays})`))
}
