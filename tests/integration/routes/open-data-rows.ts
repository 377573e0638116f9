import type { Row } from './matrix.ts'
import { everyone } from './readable-rows.ts'
import type { World } from './world.ts'

const api =
  (rest: (world: World) => string): Row['at'] =>
  (world) =>
    `/api/v1${rest(world)}`
const strategy = (world: World) => `/strategies/${world.public.strategy}`
const round = (world: World) => `${strategy(world)}/rounds/${world.public.round}`

/** What programs read: everybody gets the same, and nothing can be written. */
export const openDataRows: Record<string, Row> = {
  'routes/public/robots': everyone(() => '/robots.txt'),
  'routes/public/sitemap-index': everyone(() => '/sitemap.xml'),
  'routes/public/sitemap': everyone(() => '/sitemap/1'),
  'routes/public/catalogue': everyone(() => '/catalog.ttl'),
  'routes/api/description': everyone(api(() => '/openapi.json')),
  'routes/api/strategies': everyone(api(() => '/strategies')),
  'routes/api/strategy': everyone(api(strategy)),
  'routes/api/history': everyone(api((w) => `${strategy(w)}/history`)),
  'routes/api/meetings': everyone(api((w) => `${strategy(w)}/meetings`)),
  'routes/api/meeting': everyone(api((w) => `${strategy(w)}/meetings/finst-ikkje`)),
  'routes/api/documents': everyone(api((w) => `${strategy(w)}/documents`)),
  'routes/api/document': everyone(api((w) => `${strategy(w)}/documents/utkast/2`)),
  'routes/api/rounds': everyone(api((w) => `${strategy(w)}/rounds`)),
  'routes/api/round': everyone(api(round)),
  'routes/api/inputs': everyone(api((w) => `${round(w)}/inputs`)),
  'routes/api/input': everyone(api((w) => `${round(w)}/inputs/${w.public.input}`)),
  'routes/api/findings': everyone(api((w) => `${round(w)}/findings`)),
  'routes/api/finding': everyone(api((w) => `${round(w)}/findings/${w.public.finding}`)),
  'routes/api/not-found': everyone(api(() => '/finst-ikkje')),
}
