import { database } from '#app/platform/database.server.ts'

/** What the app's own pool says to the database while `work` is done, beside begin and commit. */
export async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  // The driver's own options, which it asks before every statement it sends.
  const { options } = database().sql as unknown as {
    options: { debug: false | ((id: number, text: string) => void) }
  }
  const said: string[] = []
  const before = options.debug
  options.debug = (_id, text) => void said.push(text)
  try {
    await work()
  } finally {
    options.debug = before
  }
  return said.filter((text) => !/^\s*(begin|commit|rollback)\b/i.test(text))
}
