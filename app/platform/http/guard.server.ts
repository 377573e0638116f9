import { randomBytes } from 'node:crypto'
import { type RequestHandler, Router } from 'express'
import { rateLimit } from 'express-rate-limit'
import helmet from 'helmet'
import onHeaders from 'on-headers'
import { locales } from '../locale.ts'
import { methods } from './methods.server.ts'
import { isOwnOrigin, scriptlessPolicy } from './security-headers.server.ts'

const megabyte = 1024 * 1024
const bodyLimit = 4 * megabyte

// Where a Word file is sent; the form round it takes a little too.
const importPath = /^\/workbench\/documents\/[0-9a-f-]{36}\/import(\.data)?\/?$/
const importLimit = 10 * megabyte + 64 * 1024

// Where files are sent along with an input. They go straight to disk, so one that is somewhat too large may come in as
// far as the page that says so; what is far beyond is turned away here.
const filesPath =
  /^\/(workspace\/[^/]{1,600}\/inputs\/[0-9a-f-]{36}\/attachments|workbench\/rounds\/[0-9a-f-]{36}\/intake\/(new|import))(\.data)?\/?$/i

// A refused body of at most so much is read and thrown away first: a browser that is still sending sees no answer.
const readAway = 64 * megabyte

type GuardSettings = {
  production: boolean
  publicUrl: string | undefined
  demo: boolean
  filesUrl?: string | undefined
  largestFile?: number
}

/** What every request passes before anything is looked up: headers, what may be done, own-origin check, size, and limits on open forms. */
export function guard(settings: GuardSettings) {
  const { production, publicUrl, demo, filesUrl, largestFile = 20 * megabyte } = settings
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
  router.use(methods, filesApart(filesUrl), ownOriginOnly(publicUrl), boundedBody(largestFile))
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

/** What every response of ours says, also one that never comes this way. */
export function alwaysSaid(publicUrl: string | undefined): [name: string, value: string][] {
  const said: [string, string][] = [['Content-Security-Policy', scriptlessPolicy]]
  const response = { setHeader: (name: string, value: string) => said.push([name, value]), removeHeader() {} }
  headers(publicUrl)({} as never, response as never, () => {})
  return said
}

const reading = new Set(['GET', 'HEAD'])

function ownOriginOnly(publicUrl: string | undefined): RequestHandler {
  return (request, response, next) => {
    if (reading.has(request.method) || isOwnOrigin(request.get('origin'), request.get('host'), publicUrl))
      next()
    else refuse(request, response, 403, sentences.foreign)
  }
}

/** Files are no pages, in no form; where they have an origin of their own, they are all there is there, and only there. */
function filesApart(filesUrl: string | undefined): RequestHandler {
  const apart = filesUrl && new URL(filesUrl).host
  return (request, response, next) => {
    const file = /^\/files\//.test(request.path)
    const misplaced = apart !== undefined && (request.get('host') === apart) !== file
    if (misplaced || (file && request.path.endsWith('.data'))) response.sendStatus(404)
    else next()
  }
}

function boundedBody(largestFile: number): RequestHandler {
  return (request, response, next) => {
    const announced = Number(request.get('content-length') ?? 0)
    const [limit, sentence] = importPath.test(request.path)
      ? [importLimit, sentences.wordFile]
      : filesPath.test(request.path)
        ? [Math.max(readAway, largestFile + megabyte), sentences.file(largestFile / megabyte)]
        : [bodyLimit, sentences.text]
    if (request.get('transfer-encoding')) refuse(request, response, 411, sentences.unknownLength)
    else if (announced <= limit) next()
    else if (announced > readAway) refuse(request, response, 413, sentence)
    else request.resume().once('end', () => refuse(request, response, 413, sentence))
  }
}

type Sentence = Record<(typeof locales)[number], string>

const sentences = {
  foreign: {
    nb: 'Skjemaet ble ikke sendt fra Innspill. Gå tilbake, last siden på nytt og send igjen.',
    nn: 'Skjemaet blei ikkje sendt frå Innspill. Gå tilbake, last sida på nytt og send igjen.',
    en: 'The form was not sent from Innspill. Go back, reload the page and send it again.',
    sv: 'Formuläret skickades inte från Innspill. Gå tillbaka, ladda om sidan och skicka igen.',
  },
  unknownLength: {
    nb: 'Nettleseren sa ikke hvor mye den ville sende.',
    nn: 'Nettlesaren sa ikkje kor mykje han ville sende.',
    en: 'The browser did not say how much it would send.',
    sv: 'Webbläsaren sade inte hur mycket den skulle skicka.',
  },
  wordFile: {
    nb: 'Filen er for stor. Den kan være på høyst 10 MB. Ingenting er hentet inn. Gå tilbake og velg en mindre fil, gjerne uten bilder.',
    nn: 'Fila er for stor. Ho kan vere på høgst 10 MB. Ingenting er henta inn. Gå tilbake og vel ei mindre fil, gjerne utan bilete.',
    en: 'The file is too large. It can be at most 10 MB. Nothing was read. Go back and choose a smaller file, without pictures if you can.',
    sv: 'Filen är för stor. Den får vara högst 10 MB. Ingenting har lästs in. Gå tillbaka och välj en mindre fil, gärna utan bilder.',
  },
  file: (most: number) => ({
    nb: `Filen er for stor. Den kan være på høyst ${most} MB. Ingenting er lagt til. Gå tilbake og velg en mindre fil.`,
    nn: `Fila er for stor. Ho kan vere på høgst ${most} MB. Ingenting er lagt til. Gå tilbake og vel ei mindre fil.`,
    en: `The file is too large. It can be at most ${most} MB. Nothing was added. Go back and choose a smaller file.`,
    sv: `Filen är för stor. Den får vara högst ${most} MB. Ingenting har lagts till. Gå tillbaka och välj en mindre fil.`,
  }),
  text: {
    nb: 'Teksten er for lang til å sendes på én gang. Den kan være på høyst 4 MB.',
    nn: 'Teksten er for lang til å sendast på éin gong. Han kan vere på høgst 4 MB.',
    en: 'The text is too long to be sent at once. It can be at most 4 MB.',
    sv: 'Texten är för lång för att skickas på en gång. Den får vara högst 4 MB.',
  },
}

// Before Remix there is no page to draw on and nobody is known; the browser says which language, and a sentence is still
// better than a status.
function refuse(
  request: Parameters<RequestHandler>[0],
  response: Parameters<RequestHandler>[1],
  status: number,
  sentence: Sentence,
) {
  const lang = locales.find((locale) => locale === request.acceptsLanguages([...locales])) ?? 'nb'
  response
    .status(status)
    .set('Connection', 'close')
    .type('html')
    .send(
      `<!doctype html><html lang="${lang}"><meta charset="utf-8"><title>Innspill</title><p>${sentence[lang]}</p></html>`,
    )
}
