import { setTimeout as pause } from 'node:timers/promises'
import type { Sql } from 'postgres'
import { asking } from './readers.ts'

/** Somebody signed in: their cookie, a page of theirs, and words that stand there and are for nobody else. */
export type Own = { cookie: string; path: string; words: string }

export type Mixed = {
  /** The web processes of one installation. */
  origins: readonly string[]
  sql: Sql
  /** Pages that show the title of this round. */
  paths: readonly string[]
  roundId: string
  people: readonly Own[]
  requests: number
  /** Whether, after so many requests, enough has been seen; until then they go on, to twenty times as many. */
  enough?: (seen: Seen) => boolean
  lanes?: number
}

/** What was seen: what somebody was given that is another's, and pages that were older than a second. */
export type Seen = {
  requests: number
  fromMemory: number
  changes: number
  crossings: number
  old: number
  oldestMs: number
  failed: number
}

const promisedMs = 1_000
const sign = /merke-(\d+)-/

/**
 * Readers with a cookie and without, over several processes, while what they read is changed again and again. Each change
 * puts a number on the pages, and the moment it was committed is known; so every answer tells how old it was when it was
 * asked for.
 */
export async function mixedReaders(mixed: Mixed): Promise<Seen> {
  const { origins, sql, paths, roundId, people, requests, enough = () => true, lanes = 12 } = mixed
  const { ask, end } = asking(lanes)
  const seen: Seen = { requests: 0, fromMemory: 0, changes: 0, crossings: 0, old: 0, oldestMs: 0, failed: 0 }
  const committed: number[] = []
  let reading = true
  const change = async () => {
    const number = committed.length
    const title = {
      nb: `Runden merke-${number}-`,
      nn: `Runden merke-${number}-`,
      en: `Round merke-${number}-`,
    }
    await sql`update rounds set title = ${JSON.stringify(title)}::text::jsonb where id = ${roundId}`
    committed.push(performance.now())
    seen.changes++
  }
  await change()
  await pause(promisedMs)
  const changing = (async () => {
    while (reading) {
      await change()
      await pause(200 + Math.random() * 800)
    }
  })()
  const strangers = (body: string, own?: Own) =>
    people.some((person) => person !== own && body.includes(person.words))
  const goesOn = () => seen.requests < requests || (seen.requests < requests * 20 && !enough(seen))
  const lane = async () => {
    while (goesOn()) {
      const turn = seen.requests++
      const origin = origins[Math.floor(Math.random() * origins.length)] ?? ''
      const own = turn % 4 === 0 ? people[Math.floor(Math.random() * people.length)] : undefined
      const headers: Record<string, string> = own ? { cookie: own.cookie } : {}
      const path = own && turn % 8 === 0 ? own.path : (paths[turn % paths.length] ?? '/')
      const asked = performance.now()
      const { status, headers: said, body } = await ask(origin + path, headers)
      const text = body.toString()
      if (status !== 200) seen.failed++
      const kept = said['cache-status'] !== undefined
      if (said['cache-status'] === 'innspill; hit') seen.fromMemory++
      if (strangers(text, own) || (own && kept)) seen.crossings++
      if (own && path === own.path) {
        if (!text.includes(own.words)) seen.crossings++
        continue
      }
      const shown = Number(sign.exec(text)?.[1] ?? -1)
      // The next change was there before this was asked for, and so long before.
      const late = asked - (committed[shown + 1] ?? asked)
      seen.oldestMs = Math.max(seen.oldestMs, Math.round(late))
      if (late > promisedMs) seen.old++
    }
  }
  try {
    await Promise.all(Array.from({ length: lanes }, lane))
  } finally {
    reading = false
    await changing
    end()
  }
  return seen
}
