import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig, type Plugin } from 'vite'
import tsconfigPaths from 'vite-tsconfig-paths'
import { readingWords } from './app/messages/reading-words.ts'
import remixConfig from './remix.config.js'

// Notes about other people's comments, and routes without a page; nothing one could act on.
const quiet = new Set(['INVALID_ANNOTATION', 'EMPTY_BUNDLE'])

/** Browsers fetch the words of the page they are on; the server knows all of them. */
const wordsOfThePage: Plugin = {
  name: 'words-of-the-page',
  enforce: 'pre',
  resolveId(source, importer, { ssr }) {
    const beside = source === './catalogue.ts' && importer?.includes('/app/messages/')
    if (ssr || !(beside || /messages\/catalogue\.ts$/.test(source))) return null
    if (importer?.includes('catalogue-in-browser')) return null
    return fileURLToPath(new URL('app/messages/catalogue-in-browser.ts', import.meta.url))
  },
}

const apart = 'virtual:words-of-reading/'

/** The page where inputs are read is opened thousands of times: it gets its own words, and not all of the workbench. */
const wordsOfReading: Plugin = {
  name: 'words-of-reading',
  resolveId: (source) => (source.startsWith(apart) ? `\0${source}` : null),
  load(id) {
    if (!id.startsWith(`\0${apart}`)) return null
    const language = id.slice(apart.length + 1)
    const taken = Object.entries(readingWords).map(([part, names]) => {
      const file = fileURLToPath(new URL(`app/messages/${language}/${part}.json`, import.meta.url))
      this.addWatchFile(file)
      const all = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
      return [part, names === 'all' ? all : Object.fromEntries(names.map((name) => [name, all[name]]))]
    })
    return `export default ${JSON.stringify(Object.fromEntries(taken))}`
  },
}

export default defineConfig({
  plugins: [wordsOfThePage, wordsOfReading, remix(remixConfig), tsconfigPaths()],
  build: {
    target: 'es2022',
    rollupOptions: {
      // Importing our modules does nothing by itself, so a page carries only what it uses: the editor's 125 kB (gzip)
      // come with the editor and not with every signed-in page.
      treeshake: { moduleSideEffects: (id) => !/\/app\/(features|platform|ui)\/[^?]*\.tsx?$/.test(id) },
      onwarn: (warning, warn) => quiet.has(warning.code ?? '') || warn(warning),
    },
  },
  resolve: { dedupe: ['react', 'react-dom', 'prosemirror-model', 'prosemirror-state', 'prosemirror-view'] },
})
