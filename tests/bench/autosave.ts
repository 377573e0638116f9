import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { answerField, revisionField } from '#app/features/inputs/fields.ts'
import type { Database } from '#db/client.server.ts'
import { autosave } from '#tests/factories/autosaving.ts'
import { aDraft } from '#tests/factories/inputs.ts'
import { aMember, anOrganisation } from '#tests/factories/people.ts'
import { aQuestionnaire, aRound } from '#tests/factories/strategies.ts'
import { cookieOf } from '#tests/setup/sign-in.ts'
import { statementsOf } from '#tests/setup/statements.ts'

/** How many statements one autosave says to the database, who is asking among them; begin and commit not counted. */
export async function measureAutosave(db: Database): Promise<{ autosaveQueries: number }> {
  const round = await aRound(db)
  const [question] = await aQuestionnaire(db, round, [{ kind: 'general' }])
  const organisation = await anOrganisation(db)
  const writer = await aMember(db, organisation, 'contributor')
  const { id: inputId } = await aDraft(db, round, organisation)
  const cookie = await cookieOf(db, writer.personId)
  const id = question?.id ?? ''
  const save = async (revision: number) => {
    const fields = { [revisionField(id)]: String(revision), [answerField(id)]: `Svar nummer ${revision}.` }
    const response = await autosave(cookie, { slug: organisation.slug, inputId }, fields)
    if (response.status !== 200) throw new Error(`Not saved: ${response.status}`)
  }
  // The first request of a young session also prolongs it.
  await save(0)
  return { autosaveQueries: (await statementsOf(() => save(1))).length }
}

/** The scripts of the writing page in kB (gzip). */
export const writingScriptKb = (root?: string) =>
  pageScriptKb(
    ['root', 'routes/workspace/layout', 'routes/workspace/writing'],
    ['frame', 'public', 'workspace'],
    root,
  )

/**
 * The scripts of a page in kB (gzip): everything its routes load before anybody touches the page, with these parts of the
 * catalogue. Needs a build; null without one.
 */
export function pageScriptKb(
  ids: readonly string[],
  words: readonly string[],
  root = process.cwd(),
): number | null {
  const assets = path.join(root, 'build/client/assets')
  const manifest = existsSync(assets) && readdirSync(assets).find((name) => name.startsWith('manifest-'))
  if (!manifest) return null
  const { entry, routes } = JSON.parse(
    /=(\{.*\})/s.exec(readFileSync(path.join(assets, manifest), 'utf8'))?.[1] ?? '{}',
  ) as { entry: Loaded; routes: Record<string, Loaded> }
  const loaded = [entry, ...ids.flatMap((id) => routes[id] ?? [])]
  const files = new Set(
    loaded.flatMap(({ module, imports = [] }) => [module, ...imports].map((file) => path.basename(file))),
  )
  // The words of the page are fetched by name and so are in no list of imports; the language with most counts.
  for (const part of words) {
    const inEach = readdirSync(assets).filter((name) => new RegExp(`^${part}-[\\w-]{8}\\.js$`).test(name))
    const [largest] = inEach.sort((one, other) => size(assets, other) - size(assets, one))
    if (largest) files.add(largest)
  }
  const bytes = [...files].reduce((sum, file) => sum + size(assets, file), 0)
  return Math.round(bytes / 100) / 10
}

type Loaded = { module: string; imports?: string[] }

const size = (assets: string, file: string) =>
  gzipSync(readFileSync(path.join(assets, file)), { level: 9 }).length
