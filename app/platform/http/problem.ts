import { type Locale, localeAsked } from '../locale.ts'

/** A sentence in every language. */
export type Sentence = Readonly<Record<Locale, string>>

/** What went wrong, to be thrown; it is said in the language of whoever asked. */
export class Problem {
  constructor(
    readonly status: number,
    readonly detail: Sentence,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {}
}

const titles: Record<number, Sentence> = {
  400: { nb: 'Feil i forespørselen', nn: 'Feil i førespurnaden', en: 'Bad request', sv: 'Fel i förfrågan' },
  404: { nb: 'Finnes ikke', nn: 'Finst ikkje', en: 'Not found', sv: 'Finns inte' },
  405: {
    ...{ nb: 'Metoden er ikke tillatt', nn: 'Metoden er ikkje tillaten' },
    ...{ en: 'Method not allowed', sv: 'Metoden är inte tillåten' },
  },
  410: { nb: 'Borte', nn: 'Borte', en: 'Gone', sv: 'Borta' },
  500: { nb: 'Noe gikk galt', nn: 'Noko gjekk gale', en: 'Something went wrong', sv: 'Något gick fel' },
}

/** The sentences of what anybody's program can run into. */
export const problemWords = {
  page: {
    nb: 'Parameteren «page» er et helt tall fra 1 og oppover.',
    nn: 'Parameteren «page» er eit heilt tal frå 1 og oppover.',
    en: 'The parameter "page" is a whole number from 1.',
    sv: 'Parametern ”page” är ett heltal från 1 och uppåt.',
  },
  nothing: {
    nb: 'På denne adressen står det ikke noe som alle kan lese.',
    nn: 'På denne adressa står det ikkje noko som alle kan lese.',
    en: 'Nothing that anyone may read stands at this address.',
    sv: 'På den här adressen finns inget som alla får läsa.',
  },
  readOnly: {
    nb: 'Denne adressen kan bare leses.',
    nn: 'Denne adressa kan berre lesast.',
    en: 'This address can only be read.',
    sv: 'Den här adressen kan bara läsas.',
  },
  refused: {
    nb: 'Forespørselen kunne ikke besvares.',
    nn: 'Førespurnaden kunne ikkje svarast på.',
    en: 'It could not be answered.',
    sv: 'Förfrågan kunde inte besvaras.',
  },
  failed: (code: string) => ({
    nb: `Noe gikk galt hos oss. Oppgi koden ${code} når du melder fra.`,
    nn: `Noko gjekk gale hos oss. Oppgi koden ${code} når du melder frå.`,
    en: `Something went wrong here. Tell us the code ${code}.`,
    sv: `Något gick fel hos oss. Uppge koden ${code} när du hör av dig.`,
  }),
} satisfies Record<string, Sentence | ((code: string) => Sentence)>

/** What went wrong, in a sentence (RFC 9457); in English for programs that ask for no language we have. */
export function problemAnswer(request: Request, { status, detail, headers }: Problem): Response {
  const lang = localeAsked(request.headers.get('accept-language'), 'en')
  const title = (titles[status] ?? problemWords.refused)[lang]
  return new Response(JSON.stringify({ type: 'about:blank', title, status, detail: detail[lang] }), {
    status,
    headers: {
      'Access-Control-Allow-Origin': '*',
      'Cache-Control': 'public, max-age=0, must-revalidate',
      ...headers,
      'Content-Language': lang,
      'Content-Type': 'application/problem+json; charset=utf-8',
      Vary: 'Accept-Language',
    },
  })
}
