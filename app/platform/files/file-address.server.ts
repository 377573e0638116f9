import { createHmac, timingSafeEqual } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { installationSecrets } from '#db/schema/index.ts'
import { config } from '../config.server.ts'
import { database } from '../database.server.ts'
import { type Refused, refuse } from '../refusal.ts'
import { type FileKind, isFileKind } from './file-kind.ts'

/** A file as it is handed out: what it is and the name it is saved under. */
export type HandedOut = { sha256: string; kind: FileKind; name: string }

const lifetimeSeconds = 120

/**
 * The address a file can be fetched at for two minutes, by whoever has it: no cookie is asked for there. Only a page that
 * has asked its policy may hand it on.
 */
export async function fileAddress(file: HandedOut, now: Date): Promise<string> {
  const { filesUrl } = config()
  const until = Math.floor(now.getTime() / 1_000) + lifetimeSeconds
  const { sha256, kind, name } = file
  const query = new URLSearchParams({ kind, name, until: String(until), sum: await sumOf(file, until) })
  return `${filesUrl ? new URL(filesUrl).origin : ''}/files/${sha256}?${query}`
}

/** The file an address is for. Not found unless we signed it as it stands; then it may be too late. */
export async function fileAtAddress(
  address: string,
  now: Date,
): Promise<HandedOut | Refused<'not-found'> | Refused<'too-late'>> {
  const { pathname, searchParams } = new URL(address)
  const sha256 = /^\/files\/([0-9a-f]{64})$/.exec(pathname)?.[1]
  const [kind, name, until, sum] = ['kind', 'name', 'until', 'sum'].map((one) => searchParams.get(one) ?? '')
  if (!sha256 || !kind || !name || !until || !sum) return refuse('not-found')
  if (!isFileKind(kind) || !/^\d{1,12}$/.test(until)) return refuse('not-found')
  const expected = Buffer.from(await sumOf({ sha256, kind, name }, Number(until)))
  const given = Buffer.from(sum)
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) return refuse('not-found')
  return Number(until) * 1_000 > now.getTime() ? { sha256, kind, name } : refuse('too-late')
}

const sumOf = ({ sha256, kind, name }: HandedOut, until: number) => signature([sha256, kind, name, until])

/** What only this installation can have written beside these words. Say first what they are for. */
export async function signature(words: readonly (string | number)[]): Promise<string> {
  return createHmac('sha256', await secret())
    .update(JSON.stringify(words))
    .digest('base64url')
}

const known = new WeakMap<object, string>()

/** The key all processes of this installation share; made with its tables. */
async function secret(): Promise<string> {
  const { db } = database()
  const [found] = known.has(db)
    ? [{ value: known.get(db) ?? '' }]
    : await db
        .select({ value: installationSecrets.value })
        .from(installationSecrets)
        .where(eq(installationSecrets.name, 'file-addresses'))
  if (!found) throw new Error('The key of file addresses is not there')
  known.set(db, found.value)
  return found.value
}
