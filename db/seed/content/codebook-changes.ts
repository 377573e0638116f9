import type { BothForms, ThemeContent } from './content.ts'

/** Where words of an answer of round 1 stand. */
type Snippet = { input: string; question: string; snippet: string }

type LaterTheme = Omit<ThemeContent, 'include' | 'exclude'> & {
  /** The key of the theme it stands under. */
  under: string | null
  by: string
  day: number
  tagged: Snippet[]
}

/** Themes that came while the secretariat was reading: two under others, and one after all of round 1 was read. */
export const laterThemes: LaterTheme[] = [
  {
    ...{ key: 'innlogging', code: 'IN', under: 'fellesloesninger', by: 'hakon-rud', day: -52 },
    title: { nb: 'Antall innlogginger', nn: 'Talet på innloggingar' },
    definition: {
      nb: 'Tid og uro når barn og ansatte må logge inn mange ganger.',
      nn: 'Tid og uro når barn og tilsette må logge inn mange gonger.',
    },
    tagged: [
      {
        ...{ input: 'r1-havneset', question: 'viktigst' },
        snippet: 'bruker vi i snitt elleve minutter av hver økt med nettbrett på innlogging',
      },
      {
        input: 'r1-elevradet-storhavn',
        question: 'hva-ma-til',
        snippet: 'logget inn 17 ganger i ni systemer',
      },
    ],
  },
  {
    ...{ key: 'vikarer', code: 'VI', under: 'kompetanse', by: 'hakon-rud', day: -51 },
    title: { nb: 'Vikarer', nn: 'Vikarar' },
    definition: {
      nb: 'At ingen kan gå på kurs fordi ingen kan ta timene.',
      nn: 'At ingen kan gå på kurs fordi ingen kan ta timane.',
    },
    tagged: [
      { input: 'r1-fjellvik', question: 'hva-ma-til', snippet: 'i Fjellvik finst det ikkje vikarar å leige' },
      {
        ...{ input: 'r1-solvaer', question: 'hva-ma-til' },
        snippet: 'Vikarene er en post i budsjettet som blir foreslått kuttet hvert år',
      },
    ],
  },
  {
    ...{ key: 'beredskap', code: 'BN', under: null, by: 'hakon-rud', day: -6 },
    title: { nb: 'Beredskap når nettet er borte', nn: 'Beredskap når nettet er borte' },
    definition: {
      nb: 'Hva barnehager og skoler gjør når nett eller strøm faller ut, og hvem som skal ha en plan.',
      nn: 'Kva barnehagar og skular gjer når nett eller straum fell ut, og kven som skal ha ein plan.',
    },
    tagged: [
      { input: 'r1-lauvdal', question: 'viktigst', snippet: 'går nettet ned når alle på mellomtrinnet' },
    ],
  },
]

/** A theme that turned out to be part of another; the words had it before they had the other. */
export const mergedTheme = {
  ...{ code: 'FM', into: 'sma-kommuner', by: 'elin-strand', createdDay: -119, mergedDay: -40 },
  title: { nb: 'Fagmiljø i små kommuner', nn: 'Fagmiljø i små kommunar' },
  definition: {
    nb: 'At det er langt til nærmeste kollega.',
    nn: 'At det er langt til næraste kollega.',
  },
  reason: 'Alt som var merket FM, handlet også om kapasitet. Vi klarte ikke å holde dem fra hverandre.',
  tagged: [{ input: 'r1-fjellvik', question: 'viktigst', snippet: 'Når ho er sjuk, er det ingen' }],
}

/** Who has a theme, what they begin an answer with, and words that show what it means. */
export const themeCare: { theme: string; assignee: string; answer: BothForms; example: Snippet }[] = [
  {
    ...{ theme: 'kompetanse', assignee: 'ingrid-dahl' },
    answer: {
      nb: 'Mange skriver at kurs krever tid som ikke finnes. Vi har sett på hvordan tid kan settes av.',
      nn: 'Mange skriv at kurs krev tid som ikkje finst. Vi har sett på korleis tid kan setjast av.',
    },
    example: {
      input: 'r1-furudal',
      question: 'hva-ma-til',
      snippet: 'De har ikke fått en eneste time å ta dem i',
    },
  },
]
