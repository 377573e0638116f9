import type { AppLoadContext, EntryContext, HandleErrorFunction } from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { drawPrintsApart, stopDrawingPrints } from './features/exports/print-drawing.server.ts'
import { changedSince, closeChanges } from './platform/changes/since.server.ts'
import { closeDatabase } from './platform/database.server.ts'
import { drawnPage } from './platform/http/drawn-page.server.ts'
import { scriptedPolicy, scriptlessPolicy } from './platform/http/security-headers.server.ts'
import { logUnexpected } from './platform/log.server.ts'
import { ResponseContext } from './response-context.ts'
import type { PageHandle } from './root.tsx'
import { shownTables } from './shown-tables.ts'

const renderLimitMs = 5_000

// Whoever serves pages does not draw files.
drawPrintsApart()

/** Lets go of what this build holds (the database pool); the server process calls it when it drains. */
export async function shutdown() {
  stopDrawingPrints()
  await Promise.all([closeChanges(), closeDatabase()])
}

/** What has changed of what readers see, for the pages that the server process keeps. */
export const lookedSince = (before: string | null) => changedSince(before, shownTables)

/** Draws the whole page before sending it. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  { nonce, code }: AppLoadContext,
) {
  const scripted = remix.staticHandlerContext.matches.some(
    (match) => (remix.routeModules[match.route.id]?.handle as PageHandle | undefined)?.scripted,
  )
  const development = process.env.NODE_ENV !== 'production'
  headers.set('Content-Type', 'text/html; charset=utf-8')
  headers.set('Content-Security-Policy', scripted ? scriptedPolicy(nonce, { development }) : scriptlessPolicy)
  // Pages that carry a nonce or somebody's own things are never kept by anyone.
  if (scripted) headers.set('Cache-Control', 'no-store')
  const html = await drawnPage(
    <ResponseContext.Provider value={{ nonce, code }}>
      <RemixServer context={remix} url={request.url} abortDelay={renderLimitMs} nonce={nonce} />
    </ResponseContext.Provider>,
  )
  return new Response(html, { status, headers })
}

/** Unexpected errors of loaders, actions and drawing end here, under the code the page shows. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (request.signal.aborted) return
  logUnexpected(error, `${request.method} ${new URL(request.url).pathname}`, context.code)
}
