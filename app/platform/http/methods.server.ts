import type { RequestHandler } from 'express'
import { Problem, problemAnswer, problemWords } from './problem.ts'

// What programs of anybody's read, on any site.
const openPath =
  /^\/(api(\/.*)?|catalog\.ttl|((nn|en|sv)\/)?(strategies\/.+\/)?(feed\.atom|calendar\.ics|inputs\.csv))$/

/**
 * Pages are asked for and forms are sent; open data is only asked for. Whatever else may be done to an address is not done to
 * ours, and some of it (TRACE) cannot even be written as a request to hand on. A browser that asks on behalf of another site
 * whether it may say which answer it has already is told that it may.
 */
export const methods: RequestHandler = async (request, response, next) => {
  const { method } = request
  const open = openPath.test(request.path)
  if (method === 'GET' || method === 'HEAD' || (method === 'POST' && !open)) return next()
  const allowed = open ? 'GET, HEAD, OPTIONS' : 'GET, HEAD, POST, OPTIONS'
  response.set('Allow', allowed)
  if (method === 'OPTIONS') {
    if (open)
      response.set({
        'Access-Control-Allow-Origin': '*',
        'Access-Control-Allow-Methods': 'GET, HEAD',
        'Access-Control-Allow-Headers': 'If-None-Match, If-Match, Accept-Language',
        'Access-Control-Max-Age': '86400',
      })
    response.status(204).end()
    return
  }
  const asked = new Request('http://unsaid', {
    headers: { 'accept-language': request.get('accept-language') ?? '' },
  })
  const words = open ? problemWords.readOnly : problemWords.refused
  const said = problemAnswer(asked, new Problem(405, words, { Allow: allowed, Connection: 'close' }))
  response
    .status(405)
    .set(Object.fromEntries(said.headers))
    .send(await said.text())
}
