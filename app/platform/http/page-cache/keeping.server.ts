import { randomBytes } from 'node:crypto'
import type { RequestListener } from 'node:http'
import { createRequestHandler, type ServerBuild } from '@remix-run/node'
import { alwaysSaid } from '../guard.server.ts'
import { keptRoutes } from './addresses.ts'
import type { Look } from './following.server.ts'
import { pageCache } from './page-cache.server.ts'

type Settings = {
  production: boolean
  pageCacheMb: number
  publicUrl: string | undefined
  filesUrl: string | undefined
  trustProxy: number
}

/**
 * The pages of a build, kept in memory in front of everything else; undefined where the settings say that none are. The
 * build itself follows what changes: it alone knows the tables, and holds the connections.
 */
export function keepingPages(build: ServerBuild, settings: Settings, pass: RequestListener) {
  const { pageCacheMb: megabytes, production, ...where } = settings
  if (megabytes === 0) return undefined
  const draw = createRequestHandler(build, production ? 'production' : 'development')
  const { lookedSince } = build.entry.module as unknown as { lookedSince: Look }
  return pageCache({
    ...{ ...where, megabytes, pass, look: lookedSince },
    routes: keptRoutes(build.routes),
    headers: alwaysSaid(settings.publicUrl),
    async draw(request, drawing) {
      const context = Object.assign(drawing, {
        ...{ nonce: '', code: randomBytes(4).toString('hex'), signInFlooded: false },
      })
      return draw(request, context)
    },
  })
}
