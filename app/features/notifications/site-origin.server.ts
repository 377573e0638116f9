import { config } from '#app/platform/config.server.ts'

/** Where the site is, for links in letters. */
export function siteOrigin(): string {
  const { publicUrl, port } = config()
  return (publicUrl ?? `http://localhost:${port}`).replace(/\/$/, '')
}
