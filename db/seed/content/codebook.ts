import type { ThemeContent } from './content.ts'

/** The codebook of the strategy: what each theme means and where its limits go. */
export const themes: ThemeContent[] = [
  {
    key: 'sma-kommuner',
    code: 'SK',
    title: { nb: 'Små kommuner og kapasitet', nn: 'Små kommunar og kapasitet' },
    definition: {
      nb: 'At det mangler folk eller fagmiljø til å innføre og drive digitale løsninger, og hva slags hjelp som trengs.',
      nn: 'At det manglar folk eller fagmiljø til å innføre og drive digitale løysingar, og kva slags hjelp som trengst.',
    },
    include: {
      nb: 'Én person som gjør alt, bistand, kontaktperson, nettverk som hjelper hverandre, tempo i innføringer.',
      nn: 'Éin person som gjer alt, bistand, kontaktperson, nettverk som hjelper kvarandre, tempo i innføringar.',
    },
    exclude: {
      nb: 'Tid til kurs for ansatte: se KO. Penger generelt: se ST.',
      nn: 'Tid til kurs for tilsette: sjå KO. Pengar generelt: sjå ST.',
    },
  },
  {
    key: 'fellesloesninger',
    code: 'FI',
    title: { nb: 'Felles infrastruktur og innlogging', nn: 'Felles infrastruktur og innlogging' },
    definition: {
      nb: 'Tekniske løsninger som flere eiere bruker sammen: identitet, katalog, standarder, deling av data, eksamen og nett.',
      nn: 'Tekniske løysingar som fleire eigarar bruker saman: identitet, katalog, standardar, deling av data, eksamen og nett.',
    },
    include: {
      nb: 'Antall innlogginger, tjenestekatalogen, overgangen fra barnehage til skole, bredbånd, reserveløsninger.',
      nn: 'Talet på innloggingar, tenestekatalogen, overgangen frå barnehage til skule, breiband, reserveløysingar.',
    },
    exclude: {
      nb: 'Hvem som skal hjelpe med innføringen: se SK. Vurdering av personvern: se PV.',
      nn: 'Kven som skal hjelpe med innføringa: sjå SK. Vurdering av personvern: sjå PV.',
    },
  },
  {
    key: 'personvern',
    code: 'PV',
    title: { nb: 'Personvern og sikkerhet', nn: 'Personvern og tryggleik' },
    definition: {
      nb: 'Vern av opplysninger om barn og ansatte, og evnen til å tåle feil og angrep.',
      nn: 'Vern av opplysningar om barn og tilsette, og evna til å tole feil og angrep.',
    },
    include: {
      nb: 'Felles vurderinger, reklame og sporing, innebygd kunstig intelligens som ingen har vurdert, øvelser, varsling.',
      nn: 'Felles vurderingar, reklame og sporing, innebygd kunstig intelligens som ingen har vurdert, øvingar, varsling.',
    },
    exclude: {
      nb: 'Mobbing og krenkelser på nett når det handler om omsorg og ikke om opplysninger.',
      nn: 'Mobbing og krenkingar på nett når det handlar om omsorg og ikkje om opplysningar.',
    },
  },
  {
    key: 'kompetanse',
    code: 'KO',
    title: { nb: 'Kompetanse og tid', nn: 'Kompetanse og tid' },
    definition: {
      nb: 'Hva ansatte og ledere trenger å kunne, og tiden de trenger for å lære det.',
      nn: 'Kva tilsette og leiarar treng å kunne, og tida dei treng for å lære det.',
    },
    include: {
      nb: 'Kurs, vikar, veiledere, lederutdanning, grunnutdanning, assistenter i barnehagen.',
      nn: 'Kurs, vikar, rettleiarar, leiarutdanning, grunnutdanning, assistentar i barnehagen.',
    },
    exclude: {
      nb: 'Hva elevene skal lære: merk med temaet det gjelder.',
      nn: 'Kva elevane skal lære: merk med temaet det gjeld.',
    },
  },
  {
    key: 'skjerm-og-bok',
    code: 'SB',
    title: { nb: 'Skjerm, bok og arbeidsro', nn: 'Skjerm, bok og arbeidsro' },
    definition: {
      nb: 'Fordelingen mellom skjerm og papir, mengden skjerm, og hvordan skjerm virker på ro, lesing og lek.',
      nn: 'Fordelinga mellom skjerm og papir, mengda skjerm, og korleis skjerm verkar på ro, lesing og leik.',
    },
    include: {
      nb: 'Antall enheter, plan for skjermbruk, råd eller grenser, unntak for hjelpemidler.',
      nn: 'Talet på einingar, plan for skjermbruk, råd eller grenser, unntak for hjelpemiddel.',
    },
    exclude: {
      nb: 'Pris og utvalg av trykte læremidler: se LM.',
      nn: 'Pris på og utval av trykte læremiddel: sjå LM.',
    },
  },
  {
    key: 'laeremidler-og-sprak',
    code: 'LM',
    title: { nb: 'Læremidler, språk og marked', nn: 'Læremiddel, språk og marknad' },
    definition: {
      nb: 'Tilgang til læremidler, målform og samisk, innkjøp, og forholdet til leverandørene.',
      nn: 'Tilgang til læremiddel, målform og samisk, innkjøp, og forholdet til leverandørane.',
    },
    include: {
      nb: 'Nynorsk i menyer og stavekontroll, felles avtaler, uttrekk av data, skolebibliotek.',
      nn: 'Nynorsk i menyar og stavekontroll, felles avtalar, uttrekk av data, skulebibliotek.',
    },
    exclude: {
      nb: 'Språkmodeller og kunstig intelligens i vurdering: se KI.',
      nn: 'Språkmodellar og kunstig intelligens i vurdering: sjå KI.',
    },
  },
  {
    key: 'styring-og-penger',
    code: 'ST',
    title: { nb: 'Styring, ansvar og penger', nn: 'Styring, ansvar og pengar' },
    definition: {
      nb: 'Hvem som skal ha ansvar for hva, hvem som er med på lik linje, og hvem som betaler.',
      nn: 'Kven som skal ha ansvar for kva, kven som er med på lik linje, og kven som betaler.',
    },
    include: {
      nb: 'Private eiere, rådet, rapportering, frivillig eller pliktig, finansiering.',
      nn: 'Private eigarar, rådet, rapportering, frivillig eller pliktig, finansiering.',
    },
    exclude: {
      nb: 'Praktisk hjelp ved innføring: se SK.',
      nn: 'Praktisk hjelp ved innføring: sjå SK.',
    },
  },
  {
    key: 'kunstig-intelligens',
    code: 'KI',
    title: { nb: 'Kunstig intelligens og vurdering', nn: 'Kunstig intelligens og vurdering' },
    definition: {
      nb: 'Bruk av kunstig intelligens i barnehage og skole, og hva den gjør med vurdering og eksamen.',
      nn: 'Bruk av kunstig intelligens i barnehage og skule, og kva han gjer med vurdering og eksamen.',
    },
    include: {
      nb: 'Felles råd, aldersgrenser, programmer som skal avsløre juks, trening på norsk og samisk innhold.',
      nn: 'Felles råd, aldersgrenser, program som skal avsløre juks, trening på norsk og samisk innhald.',
    },
    exclude: {
      nb: 'Personvern i slike tjenester: se PV.',
      nn: 'Personvern i slike tenester: sjå PV.',
    },
  },
]
