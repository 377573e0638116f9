import { LRUCache } from 'lru-cache'
import type { PageKey } from './keys.ts'
import type { Page } from './page.server.ts'

/** A page with what it is kept under: the look its drawing was as new as, and the moment it ends at. */
export type Stored = { page: Page; keys: readonly PageKey[]; look: number; until: number }

const largestShare = 1 / 16

/**
 * The pages in memory, never more than so many bytes. Those with a query have a quarter to themselves: whoever asks for
 * every page of every list does not push out what everybody reads.
 */
export class Store {
  readonly #plain: LRUCache<string, Stored>
  readonly #queried: LRUCache<string, Stored>

  constructor(bytes: number) {
    const room = (maxSize: number) =>
      new LRUCache<string, Stored>({
        maxSize,
        maxEntrySize: Math.max(1, Math.floor(bytes * largestShare)),
        sizeCalculation: ({ page }, key) => page.bytes + key.length * 2,
      })
    this.#plain = room(Math.floor((bytes * 3) / 4))
    this.#queried = room(Math.floor(bytes / 4))
  }

  #roomOf(key: string) {
    return key.includes('?') ? this.#queried : this.#plain
  }

  get(key: string): Stored | undefined {
    return this.#roomOf(key).get(key)
  }

  /** Keeps a page, unless it is too large to be worth what it would push out. */
  set(key: string, stored: Stored): void {
    this.#roomOf(key).set(key, stored)
  }

  delete(key: string): void {
    this.#roomOf(key).delete(key)
  }

  get pages(): number {
    return this.#plain.size + this.#queried.size
  }

  get bytes(): number {
    return this.#plain.calculatedSize + this.#queried.calculatedSize
  }
}
