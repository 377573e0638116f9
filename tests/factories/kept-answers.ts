import type { AskedPage } from './kept-pages.ts'

const pageOf = {
  strategy: 'strategy',
  round: 'round',
  inputs: 'published-inputs',
  input: 'published-input',
  findings: 'findings',
  finding: 'finding',
} as const

/** Every answer of the API that may be kept, by route: about what the pages of the demo are about. */
export function keptAnswers(pages: Record<string, AskedPage[]>): Record<string, AskedPage[]> {
  const page = (name: string): AskedPage => {
    const [first] = pages[`nb/public/${name}`] ?? []
    if (!first) throw new Error(`There is no page ${name}`)
    return first
  }
  const asked = (at: string, params: Record<string, string> = {}): AskedPage[] => [
    { at: `/api/v1${at}`, params },
  ]
  const { at: strategy, params } = page('strategy')
  const meeting = page('meeting')
  const version = { ...params, document: 'utkast', version: '1' }
  return {
    'routes/api/strategies': asked('/strategies'),
    'routes/api/history': asked(`${strategy}/history`, params),
    'routes/api/meetings': asked(`${strategy}/meetings`, params),
    'routes/api/meeting': asked(meeting.at, meeting.params),
    'routes/api/documents': asked(`${strategy}/documents`, params),
    'routes/api/document': asked(`${strategy}/documents/utkast/1`, version),
    'routes/api/rounds': asked(`${strategy}/rounds`, params),
    ...Object.fromEntries(
      Object.entries(pageOf).map(([route, name]) => {
        const { at, params } = page(name)
        return [`routes/api/${route}`, asked(at, params)]
      }),
    ),
  }
}
