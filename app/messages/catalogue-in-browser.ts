import { type Locale, localeOf } from '../platform/locale.ts'
import type { Messages } from './catalogue.ts'
import { isReadingPage } from './reading-words.ts'

// What browsers get in the place of catalogue.ts (vite.config.ts): the words of one language, and of the pages they are
// on. All of them together weigh more than everything else a page runs.

/** Filled before the page wakes up; empty until then, and for languages the page is not in. */
export const catalogue: Record<Locale, Messages> = {
  nb: {} as Messages,
  nn: {} as Messages,
  en: {} as Messages,
  sv: {} as Messages,
}

type Part = keyof Messages
type Words = Record<Part, () => Promise<{ default: unknown }>>

const words: Record<Locale, Words> = {
  nb: {
    frame: () => import('./nb/frame.json'),
    public: () => import('./nb/public.json'),
    auth: () => import('./nb/auth.json'),
    workspace: () => import('./nb/workspace.json'),
    workbench: () => import('./nb/workbench.json'),
  },
  nn: {
    frame: () => import('./nn/frame.json'),
    public: () => import('./nn/public.json'),
    auth: () => import('./nn/auth.json'),
    workspace: () => import('./nn/workspace.json'),
    workbench: () => import('./nn/workbench.json'),
  },
  en: {
    frame: () => import('./en/frame.json'),
    public: () => import('./en/public.json'),
    auth: () => import('./en/auth.json'),
    workspace: () => import('./en/workspace.json'),
    workbench: () => import('./en/workbench.json'),
  },
  sv: {
    frame: () => import('./sv/frame.json'),
    public: () => import('./sv/public.json'),
    auth: () => import('./sv/auth.json'),
    workspace: () => import('./sv/workspace.json'),
    workbench: () => import('./sv/workbench.json'),
  },
}

const readingIn: Record<Locale, () => Promise<{ default: unknown }>> = {
  nb: () => import('virtual:words-of-reading/nb'),
  nn: () => import('virtual:words-of-reading/nn'),
  en: () => import('virtual:words-of-reading/en'),
  sv: () => import('virtual:words-of-reading/sv'),
}

/** Fetches the words of the pages under an address: a sender's pages need none of the secretariat's. */
export async function fetchWords(language: string, path: string): Promise<void> {
  const locale = localeOf(language)
  if (isReadingPage(path)) {
    Object.assign(catalogue[locale], (await readingIn[locale]()).default)
    return
  }
  const parts: Part[] = /^\/workspace\//.test(path)
    ? ['frame', 'public', 'workspace']
    : ['frame', 'public', 'auth', 'workspace', 'workbench']
  // The secretariat looks at texts as readers of the other written form see them.
  const languages = new Set<Locale>(/^\/workbench\//.test(path) ? [locale, 'nb', 'nn'] : [locale])
  for (const one of languages) {
    const read = await Promise.all(
      parts.map(async (part) => [part, (await words[one][part]()).default] as const),
    )
    Object.assign(catalogue[one], Object.fromEntries(read))
  }
}
