import type { BothForms } from '../content.ts'

type Status = 'not-started' | 'under-way' | 'done' | 'stopped'

/** Statuses by year, told from the year it is seeded in. A measure without one for a year is not reported. */
export type MeasureContent = {
  kind: 'mission' | 'measure' | 'set-aside'
  code: string
  title: BothForms
  goal: BothForms
  owner?: BothForms
  indicator?: BothForms
  statuses?: { year: number; status: Status; note?: BothForms }[]
}

/** What the plan says shall be done, what it is for, and what is deliberately left. */
export const planMeasures: MeasureContent[] = [
  {
    kind: 'mission',
    code: 'M1',
    title: { nb: 'Bedre læring', nn: 'Betre læring' },
    goal: {
      nb: 'Digitale verktøy brukes der de hjelper, og legges bort der de ikke gjør det.',
      nn: 'Digitale verktøy blir brukte der dei hjelper, og lagde bort der dei ikkje gjer det.',
    },
  },
  {
    kind: 'mission',
    code: 'M2',
    title: { nb: 'Likere vilkår', nn: 'Likare vilkår' },
    goal: {
      nb: 'Hva et barn får, skal ikke avhenge av hvor stor kommunen er.',
      nn: 'Kva eit barn får, skal ikkje hengje på kor stor kommunen er.',
    },
  },
  {
    kind: 'mission',
    code: 'M3',
    title: { nb: 'Tryggere arbeidsdag', nn: 'Tryggare arbeidsdag' },
    goal: {
      nb: 'Ansatte vet hva de kan bruke, og hvem de kan spørre.',
      nn: 'Tilsette veit kva dei kan bruke, og kven dei kan spørje.',
    },
  },
  {
    kind: 'measure',
    code: 'T1',
    title: { nb: 'Katalog over vurderte tjenester', nn: 'Katalog over vurderte tenester' },
    goal: {
      nb: 'Bidrar til M2 og M3: eiere slipper å vurdere de samme tjenestene hver for seg.',
      nn: 'Bidreg til M2 og M3: eigarar slepp å vurdere dei same tenestene kvar for seg.',
    },
    owner: { nb: 'Avdeling for digitale tjenester', nn: 'Avdeling for digitale tenester' },
    indicator: {
      nb: 'Andel eiere som har brukt katalogen minst én gang i året',
      nn: 'Del av eigarane som har brukt katalogen minst éin gong i året',
    },
    statuses: [
      {
        year: -1,
        status: 'under-way',
        note: {
          nb: '38 tjenester er vurdert. Vurderingene: https://katalog.opplaering.example/vurderinger',
          nn: '38 tenester er vurderte. Vurderingane: https://katalog.opplaering.example/vurderinger',
        },
      },
      {
        year: 0,
        status: 'done',
        note: { nb: 'Åpen for alle eiere siden august.', nn: 'Open for alle eigarar sidan august.' },
      },
    ],
  },
  {
    kind: 'measure',
    code: 'T2',
    title: { nb: 'Bistand til små eiere', nn: 'Hjelp til små eigarar' },
    goal: {
      nb: 'Bidrar til M2: eiere med færre enn 400 barn får en fast rådgiver.',
      nn: 'Bidreg til M2: eigarar med færre enn 400 barn får ein fast rådgivar.',
    },
    owner: { nb: 'Avdeling for kompetanse', nn: 'Avdeling for kompetanse' },
    indicator: { nb: 'Antall eiere med rådgiver, av 118', nn: 'Talet på eigarar med rådgivar, av 118' },
    statuses: [
      { year: -1, status: 'not-started' },
      {
        year: 0,
        status: 'under-way',
        note: { nb: '44 av 118 har fått rådgiver.', nn: '44 av 118 har fått rådgivar.' },
      },
    ],
  },
  {
    kind: 'measure',
    code: 'T3',
    title: { nb: 'Opplæring før innføring', nn: 'Opplæring før innføring' },
    goal: {
      nb: 'Bidrar til M1 og M3: ingen nye verktøy uten to timer opplæring i arbeidstiden.',
      nn: 'Bidreg til M1 og M3: ingen nye verktøy utan to timar opplæring i arbeidstida.',
    },
    owner: { nb: 'Avdeling for kompetanse', nn: 'Avdeling for kompetanse' },
    indicator: {
      nb: 'Andel ansatte som sier at de fikk opplæring i tide',
      nn: 'Del av dei tilsette som seier at dei fekk opplæring i tide',
    },
    statuses: [{ year: -1, status: 'under-way' }],
  },
  {
    kind: 'measure',
    code: 'T4',
    title: { nb: 'Ett sett med tall', nn: 'Eitt sett med tal' },
    goal: {
      nb: 'Bidrar til M1: det samme måles hvert år, slik at vi ser om noe blir bedre.',
      nn: 'Bidreg til M1: det same blir målt kvart år, slik at vi ser om noko blir betre.',
    },
    owner: { nb: 'Avdeling for analyse', nn: 'Avdeling for analyse' },
    indicator: { nb: 'Antall spørreskjemaer til skolene', nn: 'Talet på spørjeskjema til skulane' },
    statuses: [
      { year: -1, status: 'done', note: { nb: 'Fra fem skjemaer til ett.', nn: 'Frå fem skjema til eitt.' } },
      { year: 0, status: 'done' },
    ],
  },
  {
    kind: 'measure',
    code: 'T5',
    title: { nb: 'Felles innlogging i barnehagene', nn: 'Felles innlogging i barnehagane' },
    goal: {
      nb: 'Bidrar til M3: én innlogging for ansatte, uansett eier.',
      nn: 'Bidreg til M3: éi innlogging for tilsette, same kven som eig.',
    },
    owner: { nb: 'Avdeling for digitale tjenester', nn: 'Avdeling for digitale tenester' },
    indicator: { nb: 'Andel barnehager som er koblet på', nn: 'Del av barnehagane som er kopla på' },
    statuses: [
      { year: -1, status: 'under-way' },
      {
        year: 0,
        status: 'stopped',
        note: {
          nb: 'Venter på hva strategien sier om felles løsninger.',
          nn: 'Ventar på kva strategien seier om felles løysingar.',
        },
      },
    ],
  },
  {
    kind: 'set-aside',
    code: 'N1',
    title: {
      nb: 'Egen nasjonal nettbutikk for læringsmidler',
      nn: 'Eigen nasjonal nettbutikk for læringsmiddel',
    },
    goal: {
      nb: 'Kommunene kjøper allerede sammen i regioner. En butikk til ville kostet mer enn den sparte.',
      nn: 'Kommunane kjøper alt saman i regionar. Ein butikk til ville kosta meir enn han sparte.',
    },
  },
  {
    kind: 'set-aside',
    code: 'N2',
    title: { nb: 'Én enhet per barn i barnehagen', nn: 'Éi eining per barn i barnehagen' },
    goal: {
      nb: 'Vi finner ikke støtte for at det hjelper barna. Pengene går til flere voksne.',
      nn: 'Vi finn ikkje støtte for at det hjelper barna. Pengane går til fleire vaksne.',
    },
  },
]
