import { fileURLToPath } from 'node:url'
import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig, type Plugin } from 'vite'
import tsconfigPaths from 'vite-tsconfig-paths'
import remixConfig from './remix.config.js'

// Notes about other people's comments, and routes without a page; nothing one could act on.
const quiet = new Set(['INVALID_ANNOTATION', 'EMPTY_BUNDLE'])

/** Browsers fetch the words of the page they are on; the server knows all of them. */
const wordsOfThePage: Plugin = {
  name: 'words-of-the-page',
  enforce: 'pre',
  resolveId(source, importer, { ssr }) {
    if (ssr || !/(^|\/)catalogue\.ts$/.test(source) || importer?.includes('catalogue-in-browser')) return null
    return fileURLToPath(new URL('app/messages/catalogue-in-browser.ts', import.meta.url))
  },
}

export default defineConfig({
  plugins: [wordsOfThePage, remix(remixConfig), tsconfigPaths()],
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
