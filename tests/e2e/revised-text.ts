import type { DocxParagraph } from '../factories/docx.ts'

const themes = [
  ['Lesing', 'skolebibliotekene', 'leselyst'],
  ['Matematikk', 'tallverkstedene', 'tallforståelse'],
  ['Svømming', 'bassengene', 'trygghet i vann'],
  ['Skolemat', 'kjøkkenene', 'gode måltider'],
  ['Friminutt', 'skolegårdene', 'lek og hvile'],
  ['Skolevei', 'gangveiene', 'trygg ferdsel'],
  ['Musikk', 'øvingsrommene', 'samspill'],
  ['Håndverk', 'verkstedene', 'godt arbeid med hendene'],
  ['Språk', 'språkkaféene', 'flere morsmål'],
  ['Natur', 'skolehagene', 'kjennskap til arter'],
  ['Skjerm', 'datarommene', 'ro rundt skjermen'],
  ['Foreldre', 'foreldremøtene', 'tillit mellom hjem og skole'],
  ['Lærere', 'kollegiene', 'tid til faglig prat'],
  ['Rådgivning', 'karrieretorgene', 'veloverveide valg'],
  ['Overganger', 'mottaksgruppene', 'en myk start'],
] as const

const clauses = [
  (place: string, good: string) =>
    `Kommunen åpner ${place} en ettermiddag i uken, slik at alle barn får møte ${good}.`,
  (place: string, good: string) =>
    `Elevrådet uttaler seg om ${place} før budsjettet legges fram, og nevner ${good}.`,
  (place: string, good: string) =>
    `Hver høst måles det hvor mange som bruker ${place}, og hva som hindrer ${good}.`,
  (place: string, good: string) =>
    `Rektor har ansvaret for ${place}. Helsesykepleieren bidrar med råd om ${good}. Begge rapporterer i juni.`,
  (place: string, good: string) =>
    `Fylket deler ut midler til ${place} der avstandene er lange, for å sikre ${good}.`,
  (place: string, good: string) =>
    `Forskere følger ${place} i tre år og skriver om ${good} på et språk foreldre forstår.`,
  (place: string, good: string) =>
    `Ingen skal betale egenandel i ${place}, for ${good} er en del av opplæringen.`,
  (place: string, good: string) =>
    `Frivillige kan låne nøkkel til ${place} i helgene når de arbeider for ${good}.`,
  (place: string, good: string) =>
    `Universell utforming av ${place} er ferdig innen fire år, så ${good} når alle.`,
  (place: string, good: string) =>
    `Direktoratet samler erfaringer fra ${place} i et hefte om ${good} hvert annet år.`,
] as const

/** The words of paragraph 3.9 and its like, as they stand in the first version. */
export const words = (chapter: number, at: number) => {
  const [, place, good] = themes[chapter - 1] ?? themes[0]
  return (clauses[at - 1] ?? clauses[0])(place, good)
}

/** 150 paragraphs in 15 chapters, and an ambition in every third: what comes out of Word. */
export const draftInWord: DocxParagraph[] = themes.flatMap(([heading, , good], chapter) => [
  { style: 'Overskrift1', text: `${chapter + 1} ${heading}` },
  ...(chapter % 3 === 0 ? [`Ambisjon: Alle i Norge kjenner til ${good}.`] : []),
  ...clauses.map((_, at) => words(chapter + 1, at + 1)),
])

/** Chapters, ambitions and paragraphs. */
export const blocksInWord = draftInWord.length

const [first, ...rest] = words(6, 4).split(/(?<=\.) /)

/** What the secretariat does to the first version, by the addresses there are when it is done. */
export const revision = {
  reworded: { at: '2.2', out: 'budsjettet legges fram', in: 'kommunestyret vedtar budsjettet' },
  moved: { from: '3.9', to: '4.3', steps: 5 },
  split: { at: '6.4', parts: [first ?? '', rest.join(' ')] },
  joined: { at: '8.2', with: '8.3' },
  removed: '10.7',
  inserted: {
    at: '12.7',
    after: '12.6',
    words: 'Et barneombud i hvert fylke tar imot klager innen to uker.',
  },
  // So much rewritten that no program can tell: only people know that it is the same.
  rewritten: { at: '13.5', words: 'Vikarer lønnes fra første dag, og timeplanen gir rom for veiledning.' },
} as const

/** What readers are to be told of it: of how many paragraphs, and how many of those before are gone. */
export const expected = { of: 150, same: 143, touched: 7, deleted: 1 } as const
