import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vite'
import tsconfigPaths from 'vite-tsconfig-paths'
import remixConfig from './remix.config.js'

// Notes about other people's comments, and routes without a page; nothing one could act on.
const quiet = new Set(['INVALID_ANNOTATION', 'EMPTY_BUNDLE'])

export default defineConfig({
  plugins: [remix(remixConfig), tsconfigPaths()],
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
