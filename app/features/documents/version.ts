import type { LocalisedText } from '../../platform/localised-text.ts'

/** What a version is called until somebody says otherwise. */
export const versionTitle = (kind: string, number: number): LocalisedText =>
  kind === 'draft'
    ? { nb: `Utkast ${number}`, nn: `Utkast ${number}` }
    : { nb: `Utgave ${number}`, nn: `Utgåve ${number}` }

/** How far a version has come. */
export type VersionState = 'writing' | 'published' | 'adopted'

/** Writing until it is published; an adopted version is both. */
export function versionState(version: { publishedAt: Date | null; adoptedAt: Date | null }): VersionState {
  if (version.adoptedAt) return 'adopted'
  return version.publishedAt ? 'published' : 'writing'
}

type Described = { title: LocalisedText; note: LocalisedText | null; roundId: string | null }

/** What is said of a version, as one string: two with the same string say the same. */
export function descriptionMark({ title, note, roundId }: Described): string {
  const words = (text: LocalisedText | null) =>
    (['nb', 'nn', 'en', 'sv'] as const).map((lang) => text?.[lang] ?? '')
  return JSON.stringify([words(title), words(note), roundId ?? ''])
}

/** The state of a version's text: it changes with every block that is written, moved, added or taken away. */
export function textMark(blocks: readonly { id: string; revision: number; anchor: string }[]): string {
  return blocks.map(({ id, revision, anchor }) => `${id} ${revision} ${anchor}`).join('\n')
}
