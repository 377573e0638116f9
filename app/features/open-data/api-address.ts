import { type locales, pathIn } from '#app/platform/locale.ts'

/** Where the API begins. What an address answers under it keeps its meaning; other meanings get another number. */
export const apiPath = '/api/v1'

/** The addresses of answers, under the origin they are asked at. */
export function apiAddresses(origin: string) {
  const strategies = `${origin}${apiPath}/strategies`
  const strategy = (slug: string) => `${strategies}/${slug}`
  const documents = (slug: string) => `${strategy(slug)}/documents`
  const rounds = (slug: string) => `${strategy(slug)}/rounds`
  const round = (slug: string, round: string) => `${rounds(slug)}/${round}`
  const meetings = (slug: string) => `${strategy(slug)}/meetings`
  const inputs = (slug: string, name: string) => `${round(slug, name)}/inputs`
  const findings = (slug: string, name: string) => `${round(slug, name)}/findings`
  return {
    ...{ strategies, strategy, documents, rounds, round, inputs, findings, meetings },
    history: (slug: string) => `${strategy(slug)}/history`,
    meeting: (slug: string, meeting: string) => `${meetings(slug)}/${meeting}`,
    version: (slug: string, document: string, number: number) => `${documents(slug)}/${document}/${number}`,
    input: (slug: string, name: string, id: string) => `${inputs(slug, name)}/${id}`,
    finding: (slug: string, name: string, finding: string) => `${findings(slug, name)}/${finding}`,
    /** The page people read at this path, in each language. */
    pages: (path: string, fragment = '') => {
      const at = (locale: (typeof locales)[number]) =>
        `${origin}${pathIn(locale, path)}${fragment && `#${fragment}`}`
      return { nb: at('nb'), nn: at('nn'), en: at('en'), sv: at('sv') }
    },
  }
}

export type ApiAddresses = ReturnType<typeof apiAddresses>
