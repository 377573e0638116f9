import { randomBytes } from 'node:crypto'
import { type RequestHandler, Router } from 'express'
import { rateLimit } from 'express-rate-limit'
import helmet from 'helmet'
import onHeaders from 'on-headers'
import { locales } from '../locale.ts'
import { isOwnOrigin, scriptlessPolicy } from './security-headers.server.ts'

const megabyte = 1024 * 1024
const bodyLimit = 4 * megabyte

// Where a Word file is sent; the form round it takes a little too.
const uploadPath = /^\/workbench\/documents\/[0-9a-f-]{36}\/import(\.data)?\/?$/
const uploadLimit = 10 * megabyte + 64 * 1024

// A refused body of at most so much is read and thrown away first: a browser that is still sending sees no answer.
const readAway = 64 * megabyte

type GuardSettings = { production: boolean; publicUrl: string | undefined; demo: boolean }

/** What every request passes before anything is looked up: headers, own-origin check, size, and limits on open forms. */
export function guard({ production, publicUrl, demo }: GuardSettings) {
  const router = Router()
  router.use(headers(publicUrl), (_request, response, next) => {
    response.locals.nonce = randomBytes(16).toString('base64')
    onHeaders(response, function () {
      if (production && !this.hasHeader('Content-Security-Policy'))
        this.setHeader('Content-Security-Policy', scriptlessPolicy)
      // Nobody keeps what has not been declared fit to keep.
      if (!this.hasHeader('Cache-Control')) this.setHeader('Cache-Control', 'no-store')
    })
    next()
  })
  router.use(ownOriginOnly(publicUrl), boundedBody)
  // Counts posts per address; the page itself says so, with what was typed kept.
  router.use(counted('sign-in', demo ? 300 : 60, 'signInFlooded'))
  router.use(counted('answer', demo ? 300 : 60, 'answerFlooded', 'strategies/[^/]+/rounds/[^/]+/answer'))
  router.use(counted('takedown', demo ? 200 : 20, 'takedownFlooded'))
  router.use(counted('check', demo ? 300 : 60, 'checkFlooded'))
  return router
}

/** Counts what each address posts to a public page in a quarter of an hour, however the page's address is written. */
function counted(page: string, limit: number, flag: string, at = page): RequestHandler {
  const path = new RegExp(`^(/(${locales.join('|')}))?/${at}(\\.data)?/*$`, 'i')
  const count = rateLimit({
    ...{ windowMs: 15 * 60_000, limit, standardHeaders: 'draft-8', legacyHeaders: false, identifier: page },
    handler(_request, response, next) {
      response.locals[flag] = true
      next()
    },
  })
  return (request, response, next) =>
    request.method === 'POST' && path.test(decoded(request.path)) ? count(request, response, next) : next()
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

function headers(publicUrl: string | undefined): RequestHandler {
  const secure = publicUrl?.startsWith('https:')
  return helmet({
    contentSecurityPolicy: false,
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: secure ? { maxAge: 31_536_000, includeSubDomains: true } : false,
  })
}

const reading = new Set(['GET', 'HEAD', 'OPTIONS'])

function ownOriginOnly(publicUrl: string | undefined): RequestHandler {
  return (request, response, next) => {
    if (reading.has(request.method) || isOwnOrigin(request.get('origin'), request.get('host'), publicUrl))
      next()
    else
      refuse(
        response,
        403,
        'Skjemaet ble ikke sendt fra Innspill. Gå tilbake, last siden på nytt og send igjen.',
      )
  }
}

const boundedBody: RequestHandler = (request, response, next) => {
  const announced = Number(request.get('content-length') ?? 0)
  const uploads = uploadPath.test(request.path)
  if (request.get('transfer-encoding')) refuse(response, 411, 'Nettleseren sa ikke hvor mye den ville sende.')
  else if (announced <= (uploads ? uploadLimit : bodyLimit)) next()
  else {
    const sentence = uploads
      ? 'Filen er for stor. Den kan være på høyst 10 MB. Ingenting er hentet inn. Gå tilbake og velg en mindre fil, gjerne uten bilder.'
      : 'Teksten er for lang til å sendes på én gang. Den kan være på høyst 4 MB.'
    if (announced > readAway) refuse(response, 413, sentence)
    else request.resume().once('end', () => refuse(response, 413, sentence))
  }
}

// Before Remix there is no page to draw on; a sentence is still better than a status.
function refuse(response: Parameters<RequestHandler>[1], status: number, sentence: string) {
  response
    .status(status)
    .set('Connection', 'close')
    .type('html')
    .send(
      `<!doctype html><html lang="nb"><meta charset="utf-8"><title>Innspill</title><p>${sentence}</p></html>`,
    )
}
