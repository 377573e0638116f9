import type { BothForms } from './content.ts'

type MemberContent = { name: string; organisation: string; role: string; sinceDay: number; untilDay?: number }
type LinkContent = { kind: string; title: BothForms; href: string }

/** What the register page of the demo's strategy says beside its title, summary and scope. Days are from today. */
export const register = {
  kind: 'strategy',
  status: 'ongoing',
  projectNumber: 'DEP042:00/2026',
  appointedDay: -216,
  mandateFromDay: -210,
  /** As first decided, and as it is after it was made longer. */
  mandateToDays: { first: 90, now: 170 },
  extendedDay: -46,
  goals: {
    nb: 'Alle barn og elever skal ha et digitalt tilbud som er trygt, likeverdig og til å lære av, uansett hvor de bor.\n\nStaten og kommunene skal bli enige om hvem som har ansvaret for hva, og om hvilke løsninger som bør være felles.\n\nStrategien skal kunne følges opp: hvert tiltak skal ha en eier og et mål som kan måles.',
    nn: 'Alle barn og elevar skal ha eit digitalt tilbod som er trygt, likeverdig og til å lære av, uansett kvar dei bur.\n\nStaten og kommunane skal bli samde om kven som har ansvaret for kva, og om kva løysingar som bør vere felles.\n\nStrategien skal kunne følgjast opp: kvart tiltak skal ha ein eigar og eit mål som kan målast.',
  },
  members: [
    { name: 'Ragnhild Stølen', organisation: 'Departementet', role: 'chair', sinceDay: -210 },
    { name: 'Eirik Fosshaug', organisation: 'Fellesorganet', role: 'member', sinceDay: -210 },
    { name: 'Ingvild Bråten', organisation: 'Departementet', role: 'secretary', sinceDay: -210 },
    { name: 'Ingvild Bråten', organisation: 'Departementet', role: 'contact', sinceDay: -150 },
    { name: 'Tuva Lidal', organisation: 'Nordhav universitet', role: 'expert', sinceDay: -180 },
    { name: 'Sindre Myrvold', organisation: 'Fellesorganet', role: 'member', sinceDay: -210, untilDay: -95 },
  ] satisfies MemberContent[],
  links: [
    {
      kind: 'document',
      title: { nb: 'Mandatet for arbeidet', nn: 'Mandatet for arbeidet' },
      href: 'https://opplaering.example/mandat-digital-strategi',
    },
    {
      kind: 'news',
      title: {
        nb: 'Staten og kommunene går sammen om én strategi',
        nn: 'Staten og kommunane går saman om éin strategi',
      },
      href: 'https://opplaering.example/nytt/felles-strategi',
    },
  ] satisfies LinkContent[],
}

/** What came of the phases that are over, by their keys, and how many days after the end it was written down. */
export const outcomes: { phase: string; day: number; text: BothForms }[] = [
  {
    phase: 'kunnskap',
    day: -128,
    text: {
      nb: 'Partene ble enige om sju områder og om at strategien skal si hvem som gjør hva. Tre spørsmål om penger og om private eiere ble tatt med videre til det første utkastet.',
      nn: 'Partane blei samde om sju område og om at strategien skal seie kven som gjer kva. Tre spørsmål om pengar og om private eigarar blei tekne med vidare til det første utkastet.',
    },
  },
  {
    phase: 'forste-utkast',
    day: -44,
    text: {
      nb: 'Utkastet fikk støtte for retningen og motstand mot fristene. Funnene er lagt ut, og utkastet er skrevet om der flest ba om det.',
      nn: 'Utkastet fekk støtte for retninga og motstand mot fristane. Funna er lagde ut, og utkastet er skrive om der flest bad om det.',
    },
  },
]

/** The programme that the strategy is part of. */
export const programme = {
  slug: 'digital-opplaering',
  kind: 'programme',
  status: 'ongoing',
  title: { nb: 'Program for digital opplæring', nn: 'Program for digital opplæring' },
  summary: {
    nb: 'Programmet samler arbeidet med digital opplæring, slik at strategier og prosjekter bygger på hverandre.',
    nn: 'Programmet samlar arbeidet med digital opplæring, slik at strategiar og prosjekt byggjer på kvarandre.',
  },
  scope: {
    nb: 'Omfatter departementet og etatene under det.',
    nn: 'Omfattar departementet og etatane under det.',
  },
  projectNumber: 'DEP007:00/2025',
  caseNumber: '25/0093',
  publishedDay: -320,
  mandateFromDay: -330,
  mandateToDay: 900,
  goals: {
    nb: 'Arbeid som hører sammen, skal kunne leses sammen.',
    nn: 'Arbeid som høyrer saman, skal kunne lesast saman.',
  },
}

/** Another part of the programme, which is over. */
export const sibling = {
  slug: 'laeremidler-for-sma-sprak',
  kind: 'project',
  status: 'ended',
  title: { nb: 'Digitale læremidler for små språk', nn: 'Digitale læremiddel for små språk' },
  summary: {
    nb: 'Prosjektet fant ut hva som skal til for at det finnes gode digitale læremidler også på små språk.',
    nn: 'Prosjektet fann ut kva som skal til for at det finst gode digitale læremiddel også på små språk.',
  },
  scope: {
    nb: 'Omfatter departementet og to direktorater.',
    nn: 'Omfattar departementet og to direktorat.',
  },
  projectNumber: 'DEP017:00/2025',
  caseNumber: '25/0311',
  publishedDay: -260,
  mandateFromDay: -270,
  mandateToDay: -60,
  goals: {
    nb: 'Finne ut hvilke læremidler som mangler, og foreslå hvordan de kan bli laget.',
    nn: 'Finne ut kva læremiddel som manglar, og føreslå korleis dei kan bli laga.',
  },
  results: {
    nb: 'En oversikt over hva som mangler, og et forslag om en felles innkjøpsordning. Forslaget er tatt med i arbeidet med strategien.',
    nn: 'Ei oversikt over kva som manglar, og eit framlegg om ei felles innkjøpsordning. Framlegget er teke med i arbeidet med strategien.',
  },
  resultsDay: -52,
}
