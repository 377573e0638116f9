import type { Gone, PageKey } from './keys.ts'

/** A page is no older than this after a change: twice as long as it takes to look, and shorter than the second promised. */
const trustMs = 900

/** Keys remembered as gone. When there are more, everything is gone, which is never wrong. */
const mostKeys = 10_000

/**
 * What is known of changes in the database. Each look is numbered and tells what became gone since the one before. A page
 * whose drawing began after look n holds every change that look n and those before it told of; so it may be shown as long
 * as no later look has told of one of its keys. Times are milliseconds of a clock that never goes back.
 */
export class Freshness {
  #look = 0
  #everythingAt = 0
  #begunAt = Number.NEGATIVE_INFINITY
  readonly #goneAt = new Map<PageKey, number>()

  /** The last look: what a drawing that begins now is as new as. */
  get look(): number {
    return this.#look
  }

  /** A look that began at `begunAt` found that these are gone. */
  found(gone: Gone, begunAt: number): void {
    this.#look++
    this.#begunAt = begunAt
    if (gone === 'everything' || this.#goneAt.size + gone.length > mostKeys) {
      this.#goneAt.clear()
      this.#everythingAt = this.#look
    } else for (const key of gone) this.#goneAt.set(key, this.#look)
  }

  /** How long ago the last look began that told of anything; Infinity before the first. */
  age(now: number): number {
    return now - this.#begunAt
  }

  /** Whether what is known of changes is recent enough to show anything by. */
  isTrusted(now: number): boolean {
    return this.age(now) <= trustMs
  }

  /** Whether nothing of these keys has changed since what was known at a look. */
  isSince(look: number, keys: readonly PageKey[]): boolean {
    if (look < this.#everythingAt) return false
    for (const key of keys) if (look < (this.#goneAt.get(key) ?? 0)) return false
    return true
  }
}

/** How far apart two clocks may be, or a drawing and the moment at which it would become another. */
const marginMs = 250

/**
 * Two clocks, as far apart as was last seen: the process draws by its own, the database decides by its own. Where it
 * matters that a moment has not come, it is the one that is ahead that counts.
 */
export class Clocks {
  #aheadMs = 0

  /** The database's clock showed `theirs` between these two of ours. */
  compared(theirs: number, from: number, to: number): void {
    this.#aheadMs = theirs < from ? theirs - from : theirs > to ? theirs - to : 0
  }

  /** No clock shows less than this: moments from here on may lie before what is drawn now. */
  earliest(now: number): Date {
    return new Date(now + Math.min(0, this.#aheadMs) - marginMs)
  }

  /** Whether a moment has come by either clock. */
  hasCome(moment: number, now: number): boolean {
    return now + Math.max(0, this.#aheadMs) >= moment
  }

  /** Whether it is so near that what was drawn may be of either side of it. */
  isNear(moment: number, now: number): boolean {
    return this.hasCome(moment - marginMs, now)
  }
}
