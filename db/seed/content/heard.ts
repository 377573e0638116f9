import type { BothForms } from './content.ts'

/** What a response did to the draft; blocks by their keys, of the first draft and of the second. */
export type ChangeContent =
  | { kind: 'changed' | 'moved'; from: string; to: string }
  | { kind: 'added'; to: string }
  | { kind: 'removed'; from: string }
  | { kind: 'none'; note: BothForms }

/** What is made of a finding, or of the quote of a number in it. */
export type ResponseContent = {
  finding: string
  citation?: number
  disposition: 'followed' | 'partly' | 'not-followed' | 'outside-mandate' | 'carried-forward'
  reason: BothForms
  changes: ChangeContent[]
}

/** Rewritten where it stood. */
const changed = (key: string): ChangeContent => ({ kind: 'changed', from: key, to: key })

export const responses: ResponseContent[] = [
  {
    finding: 'hjelp-til-sma',
    disposition: 'followed',
    reason: {
      nb: `Vi er enige i at utkast 1 la ansvaret på kommunene uten at hjelpen var på plass. Kommuner med færre enn 5 000 innbyggere får nå bistand til innføringen, og staten tilbyr katalogen i stedet for å pålegge den.

Grensen på 5 000 følger inndelingen kommunene selv foreslo. Vi har også satt et tak på to nye løsninger i ett skoleår.`,
      nn: `Vi er samde i at utkast 1 la ansvaret på kommunane utan at hjelpa var på plass. Kommunar med færre enn 5 000 innbyggjarar får no hjelp til innføringa, og staten tilbyr katalogen i staden for å påleggje han.

Grensa på 5 000 følgjer inndelinga kommunane sjølve foreslo. Vi har også sett eit tak på to nye løysingar i eitt skuleår.`,
    },
    changes: [
      changed('tjenestekatalog'),
      changed('bistand-til-sma'),
      { kind: 'added', to: 'samlet-plan-og-tempo' },
    ],
  },
  {
    finding: 'hjelp-til-sma',
    citation: 3,
    disposition: 'partly',
    reason: {
      nb: 'Bistanden kan gis til et nettverk når kommunene ønsker det. Vi har ikke gjort det til en regel, fordi ikke alle er med i et nettverk.',
      nn: 'Hjelpa kan gå til eit nettverk når kommunane ønskjer det. Vi har ikkje gjort det til ein regel, fordi ikkje alle er med i eit nettverk.',
    },
    changes: [changed('bistand-til-sma')],
  },
  {
    finding: 'tid-i-arbeidstiden',
    disposition: 'partly',
    reason: {
      nb: 'Kurs skal kunne tas i arbeidstiden, og staten dekker vikar i de minste kommunene. Vi har ikke gått inn for at staten dekker vikar i alle kommuner: Det ville ta midlene fra dem som har det trangest.',
      nn: 'Kurs skal kunne takast i arbeidstida, og staten dekkjer vikar i dei minste kommunane. Vi har ikkje gått inn for at staten dekkjer vikar i alle kommunar: Det ville ta midlane frå dei som har det trongast.',
    },
    changes: [changed('etterutdanning'), changed('digitale-veiledere')],
  },
  {
    finding: 'rapportering',
    disposition: 'followed',
    reason: {
      nb: 'Avsnittet om årlig rapportering er tatt ut. Rådet som følger strategien, henter tall fra registre som finnes.',
      nn: 'Avsnittet om årleg rapportering er teke ut. Rådet som følgjer strategien, hentar tal frå register som finst.',
    },
    changes: [{ kind: 'removed', from: 'arlig-rapport' }],
  },
  {
    finding: 'private-eiere',
    disposition: 'followed',
    reason: {
      nb: 'Private eiere har de samme pliktene og skal ha den samme tilgangen til samme tid. Det står nå i et eget avsnitt.',
      nn: 'Private eigarar har dei same pliktene og skal ha den same tilgangen til same tid. Det står no i eit eige avsnitt.',
    },
    changes: [{ kind: 'added', to: 'private-far-samme-tilgang' }, changed('private-eiere')],
  },
  {
    finding: 'skjermgrenser',
    disposition: 'not-followed',
    reason: {
      nb: `Vi foreslår ikke nasjonale grenser i timer. Det finnes ikke kunnskap som sier hvor grensen skal gå, og en felles grense ville gjøre det vanskeligere for elever som trenger skjerm som hjelpemiddel.

Staten gir i stedet råd om fordelingen, og hver skole lager en plan sammen med foreldrene.`,
      nn: `Vi foreslår ikkje nasjonale grenser i timar. Det finst ikkje kunnskap som seier kvar grensa skal gå, og ei felles grense ville gjere det vanskelegare for elevar som treng skjerm som hjelpemiddel.

Staten gir i staden råd om fordelinga, og kvar skule lagar ein plan saman med foreldra.`,
    },
    changes: [],
  },
  {
    finding: 'skjermgrenser',
    citation: 3,
    disposition: 'followed',
    reason: {
      nb: 'Avsnittet sier nå at de yngste skal lære å lese og skrive først og fremst på papir.',
      nn: 'Avsnittet seier no at dei yngste skal lære å lese og skrive først og fremst på papir.',
    },
    changes: [changed('papir-og-skjerm')],
  },
  {
    finding: 'opplysninger-om-barn',
    disposition: 'partly',
    reason: {
      nb: 'Foreldre skal finne alle beskjeder på ett sted innen 2029, og vurderingene skal være skrevet slik at de forstår dem. Retten til å få noe slettet følger allerede av personvernloven, og er derfor ikke gjentatt.',
      nn: 'Foreldre skal finne alle meldingar på éin stad innan 2029, og vurderingane skal vere skrivne slik at dei forstår dei. Retten til å få noko sletta følgjer alt av personvernlova, og er derfor ikkje teken opp att.',
    },
    changes: [changed('ett-sted-for-foreldre'), changed('personvern-vurderinger')],
  },
  {
    finding: 'penger',
    disposition: 'outside-mandate',
    reason: {
      nb: 'Bevilgninger blir avgjort i de årlige budsjettene. Strategien kan si hva som skal gjøres, men ikke hva det får koste. Innspillene er sendt videre til dem som forbereder budsjettet.',
      nn: 'Løyvingar blir avgjorde i dei årlege budsjetta. Strategien kan seie kva som skal gjerast, men ikkje kva det får koste. Innspela er sende vidare til dei som førebur budsjettet.',
    },
    changes: [],
  },
  {
    finding: 'overgangen',
    disposition: 'carried-forward',
    reason: {
      nb: 'Vi er enige i behovet, men vet for lite om hvilke opplysninger som skal følge barnet, og hvem som eier dem. Avsnitt 4.3 er uendret. Vi spør om felles løsninger igjen i runde 2.',
      nn: 'Vi er samde i behovet, men veit for lite om kva opplysningar som skal følgje barnet, og kven som eig dei. Avsnitt 4.3 er uendra. Vi spør om felles løysingar igjen i runde 2.',
    },
    changes: [],
  },
]

/** Numbers that stand in the texts: how many municipalities took up a theme, of those that answered. */
export const counts: { finding: string; number: number; theme: string }[] = [
  { finding: 'hjelp-til-sma', number: 5, theme: 'sma-kommuner' },
  { finding: 'tid-i-arbeidstiden', number: 5, theme: 'kompetanse' },
  { finding: 'rapportering', number: 4, theme: 'styring-og-penger' },
]

/** A quote that its sender took back after the finding was published. */
export const withdrawnCitation = {
  ...{ finding: 'penger', number: 3, input: 'r1-tindas', question: 'hva-ma-til' },
  quote: 'Kommunen må få dekt nye maskiner kvart fjerde år.',
}

/** What was not settled and is asked about again. */
export const carriedForward = { finding: 'overgangen', round: 'runde-2', question: 'felles-infrastruktur' }
