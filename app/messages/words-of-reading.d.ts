// Made by vite.config.ts of the catalogue's files.
declare module 'virtual:words-of-reading/*' {
  const words: Record<string, unknown>
  export default words
}
