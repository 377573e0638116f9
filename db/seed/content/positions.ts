// The words for a position and a mark as the database has them.
type Position = 'supports' | 'supports-with-remarks' | 'against' | 'neutral' | 'unclear'
type MarkKind = 'note' | 'flag' | 'evidence'

type Place = { input: string; question: string; snippet: string }

/** What passages of the demo think of what they are tagged with; the snippets are those of the taggings. */
export const positions: (Place & { position: Position })[] = [
  {
    ...{ input: 'r1-fjellvik', question: 'viktigst' },
    snippet: 'Nasjonale fellesløysingar er ikkje eit tillegg for oss, men eit vilkår',
    position: 'supports',
  },
  {
    ...{ input: 'r1-fjellvik', question: 'andre-merknader' },
    snippet: 'Vi er imot årleg rapportering på 24 indikatorar',
    position: 'against',
  },
  {
    ...{ input: 'r1-fjellvik', question: 'hva-ma-til', snippet: 'staten fyller katalogen først' },
    position: 'supports-with-remarks',
  },
  {
    ...{ input: 'r1-straumsund', question: 'hva-ma-til', snippet: 'Fellesløysingar må vere frivillige' },
    position: 'against',
  },
  {
    ...{ input: 'r1-straumsund', question: 'viktigst' },
    snippet: 'La fellesløysingane vere så gode at vi vil ha dei',
    position: 'unclear',
  },
  {
    ...{ input: 'r1-kaldvik', question: 'viktigst', snippet: 'det er lov å ta bort skjermen' },
    position: 'supports',
  },
  {
    ...{ input: 'r1-langskjaer', question: 'hva-ma-til' },
    snippet: 'Kommunestyret ønsker nasjonale grenser for 1. til 4. trinn',
    position: 'supports',
  },
  {
    ...{ input: 'r1-storhavn', question: 'hva-ma-til', snippet: 'felles vurderinger ha en eier i staten' },
    position: 'supports-with-remarks',
  },
  {
    ...{ input: 'r1-storhavn', question: 'andre-merknader' },
    snippet: 'Likeverdig tilgang for private bør være et mål fra første dag',
    position: 'supports-with-remarks',
  },
  {
    ...{ input: 'r1-fjordheim-fylkeskommune', question: 'hva-ma-til' },
    snippet: 'Fylkeskommunen ønskjer éi felles løysing for prøver og eksamen',
    position: 'supports',
  },
  {
    ...{ input: 'r1-indre-fjord', question: 'hva-ma-til', snippet: 'Kaldvik og Hamreid, tek dissens' },
    position: 'neutral',
  },
]

/** Notes, flags and evidence on passages of the demo. */
export const marks: (Place & { kind: MarkKind; text?: string; by: string; day: number })[] = [
  {
    ...{
      input: 'r1-fjellvik',
      question: 'hva-ma-til',
      snippet: 'i Fjellvik finst det ikkje vikarar å leige',
    },
    ...{ kind: 'evidence', by: 'ingrid-dahl', day: -48 },
  },
  {
    ...{ input: 'r1-fjellvik', question: 'andre-merknader' },
    snippet: 'Vi er imot årleg rapportering på 24 indikatorar',
    ...{ kind: 'flag', by: 'ingrid-dahl', day: -48 },
  },
  {
    ...{ input: 'r1-fjellvik', question: 'andre-merknader' },
    snippet: 'Vi er imot årleg rapportering på 24 indikatorar',
    ...{ kind: 'note', by: 'hakon-rud', day: -47 },
    text: 'Gjelder dette alle 24, eller bare de årlige? Sammenlign med Straumsund.',
  },
  {
    ...{ input: 'r1-straumsund', question: 'viktigst' },
    snippet: 'La fellesløysingane vere så gode at vi vil ha dei',
    ...{ kind: 'note', by: 'ingrid-dahl', day: -46 },
    text: 'Kan leses som støtte og som motstand. Lest som uklart.',
  },
  {
    ...{ input: 'r1-storhavn', question: 'viktigst' },
    snippet: 'brukte vi 11 millioner kroner på systemet og 900 000 på opplæring',
    ...{ kind: 'evidence', by: 'hakon-rud', day: -45 },
  },
]

/** What passages of the demo think of paragraphs of the first draft, by their address. */
export const paragraphPositions: (Place & { anchor: string; position: Position; by: string; day: number })[] =
  [
    {
      ...{ input: 'r1-solvaer', question: 'hva-ma-til', snippet: 'Vi støtter katalogen, men fristen' },
      ...{ anchor: '4.2', position: 'supports-with-remarks', by: 'ingrid-dahl', day: -47 },
    },
    {
      ...{ input: 'r1-straumsund', question: 'viktigst', snippet: 'Men hjelp til dei som ikkje har' },
      ...{ anchor: '6.4', position: 'against', by: 'ingrid-dahl', day: -47 },
    },
  ]
