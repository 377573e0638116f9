import type { PersonContent } from './content.ts'

const municipalPeople: PersonContent[] = [
  {
    key: 'kari-lund',
    name: 'Kari Lund',
    email: 'kari.lund@solvaer.example',
    preferredForm: 'nb',
    title: 'Rådgiver for digital skole',
    memberships: [{ organisation: 'solvaer', roles: ['contributor'] }],
    signIn: {
      nb: 'Rådgiver i Solvær kommune. Skriver svaret sammen med kolleger.',
      nn: 'Rådgivar i Solvær kommune. Skriv svaret saman med kollegaer.',
    },
  },
  {
    key: 'jonas-berg',
    name: 'Jonas Berg',
    email: 'jonas.berg@solvaer.example',
    preferredForm: 'nb',
    title: 'Barnehagefaglig rådgiver',
    memberships: [{ organisation: 'solvaer', roles: ['contributor'] }],
  },
  {
    key: 'siri-vik',
    name: 'Siri Vik',
    email: 'siri.vik@solvaer.example',
    preferredForm: 'nb',
    title: 'Kommunalsjef for oppvekst',
    memberships: [{ organisation: 'solvaer', roles: ['approver', 'submitter'] }],
    signIn: {
      nb: 'Kommunalsjef i Solvær kommune. Godkjenner svaret og sender det inn.',
      nn: 'Kommunalsjef i Solvær kommune. Godkjenner svaret og sender det inn.',
    },
  },
  {
    key: 'anne-moe',
    name: 'Anne Moe',
    email: 'anne.moe@solvaer.example',
    preferredForm: 'nb',
    title: 'Politisk sekretær',
    memberships: [{ organisation: 'solvaer', roles: ['submitter'] }],
  },
  {
    key: 'oddny-teig',
    name: 'Oddny Teig',
    email: 'oddny.teig@fjellvik.example',
    preferredForm: 'nn',
    title: 'Rådgivar for oppvekst og IKT',
    memberships: [{ organisation: 'fjellvik', roles: ['contributor'] }],
    signIn: {
      nb: 'Rådgiver i Fjellvik kommune. Har begynt på svaret i runde 2.',
      nn: 'Rådgivar i Fjellvik kommune. Har byrja på svaret i runde 2.',
    },
  },
  {
    key: 'sverre-hjelle',
    name: 'Sverre Hjelle',
    email: 'sverre.hjelle@fjellvik.example',
    preferredForm: 'nn',
    title: 'Oppvekstsjef',
    memberships: [{ organisation: 'fjellvik', roles: ['approver'] }],
    signIn: {
      nb: 'Oppvekstsjef i Fjellvik kommune. Godkjenner svaret før det blir sendt.',
      nn: 'Oppvekstsjef i Fjellvik kommune. Godkjenner svaret før det blir sendt.',
    },
  },
  {
    key: 'marit-nes',
    name: 'Marit Nes',
    email: 'marit.nes@fjellvik.example',
    preferredForm: 'nn',
    title: 'Leiar for politisk sekretariat',
    memberships: [{ organisation: 'fjellvik', roles: ['contributor', 'submitter'] }],
    signIn: {
      nb: 'Politisk sekretariat i Fjellvik kommune. Skriver og sender inn.',
      nn: 'Politisk sekretariat i Fjellvik kommune. Skriv og sender inn.',
    },
  },
  {
    key: 'leif-moen',
    name: 'Leif Moen',
    email: 'leif.moen@storhavn.example',
    preferredForm: 'nb',
    title: 'Rådgiver for oppvekst',
    memberships: [{ organisation: 'storhavn', roles: ['contributor'] }],
    signIn: {
      nb: 'Rådgiver i Storhavn kommune. Skriver svaret, som må godkjennes der før det sendes.',
      nn: 'Rådgivar i Storhavn kommune. Skriv svaret, som må godkjennast der før det blir sendt.',
    },
  },
  {
    key: 'hilde-brekke',
    name: 'Hilde Brekke',
    email: 'hilde.brekke@storhavn.example',
    preferredForm: 'nb',
    title: 'Kommunaldirektør for oppvekst',
    memberships: [{ organisation: 'storhavn', roles: ['approver'] }],
    signIn: {
      nb: 'Kommunaldirektør i Storhavn kommune. Må godkjenne svaret før det sendes.',
      nn: 'Kommunaldirektør i Storhavn kommune. Må godkjenne svaret før det blir sendt.',
    },
  },
  {
    key: 'petter-holm',
    name: 'Petter Holm',
    email: 'petter.holm@storhavn.example',
    preferredForm: 'nb',
    title: 'Leder for politisk sekretariat',
    memberships: [{ organisation: 'storhavn', roles: ['submitter'] }],
    signIn: {
      nb: 'Politisk sekretariat i Storhavn kommune. Sender svaret når det er godkjent.',
      nn: 'Politisk sekretariat i Storhavn kommune. Sender svaret når det er godkjent.',
    },
  },
  {
    key: 'aslaug-kvam',
    name: 'Aslaug Kvam',
    email: 'aslaug.kvam@kaldvik.example',
    preferredForm: 'nn',
    title: 'Politisk sekretær',
    memberships: [{ organisation: 'kaldvik', roles: ['contributor', 'submitter'] }],
  },
  {
    key: 'per-aas',
    name: 'Per Aas',
    email: 'per.aas@indrefjord.example',
    preferredForm: 'nn',
    title: 'Dagleg leiar',
    memberships: [{ organisation: 'indre-fjord', roles: ['contributor', 'approver', 'submitter'] }],
    signIn: {
      nb: 'Leder for Nettverk for oppvekst i Indre Fjord. Svarer på vegne av seks kommuner.',
      nn: 'Leiar for Nettverk for oppvekst i Indre Fjord. Svarer på vegner av seks kommunar.',
    },
  },
]

const staff: PersonContent[] = [
  {
    key: 'ingrid-dahl',
    name: 'Ingrid Dahl',
    email: 'ingrid.dahl@opplaering.example',
    preferredForm: 'nb',
    title: 'Rådgiver',
    staff: { organiser: 'departementet', role: 'analyst' },
    signIn: {
      nb: 'Leser i sekretariatet, Departementet. Søker, leser og merker utdrag.',
      nn: 'Lesar i sekretariatet, Departementet. Søkjer, les og merkjer utdrag.',
    },
  },
  {
    key: 'hakon-rud',
    name: 'Håkon Rud',
    email: 'hakon.rud@opplaering.example',
    preferredForm: 'nb',
    title: 'Seniorrådgiver',
    staff: { organiser: 'departementet', role: 'editor' },
    signIn: {
      nb: 'Redaktør, Departementet. Kontrollerer innspill, skriver funn og publiserer.',
      nn: 'Redaktør, Departementet. Kontrollerer innspel, skriv funn og publiserer.',
    },
  },
  {
    key: 'elin-strand',
    name: 'Elin Strand',
    email: 'elin.strand@opplaering.example',
    preferredForm: 'nb',
    title: 'Prosjektleder',
    staff: { organiser: 'departementet', role: 'lead' },
    signIn: {
      nb: 'Leder arbeidet, Departementet. Åpner runder og bestemmer hvem som er med.',
      nn: 'Leier arbeidet, Departementet. Opnar rundar og avgjer kven som er med.',
    },
  },
  {
    key: 'mads-hovden',
    name: 'Mads Hovden',
    email: 'mads.hovden@fellesorganet.example',
    preferredForm: 'nn',
    title: 'Fagleiar for oppvekst',
    staff: { organiser: 'fellesorganet', role: 'analyst' },
    signIn: {
      nb: 'Leser i sekretariatet, Fellesorganet. Søker, leser og merker utdrag.',
      nn: 'Lesar i sekretariatet, Fellesorganet. Søkjer, les og merkjer utdrag.',
    },
  },
  {
    key: 'tor-lien',
    name: 'Tor Lien',
    email: 'tor.lien@drift.example',
    preferredForm: 'nb',
    title: 'Driftsansvarlig',
    administrator: true,
    signIn: {
      nb: 'Administrator. Styrer tilganger og ser loggen.',
      nn: 'Administrator. Styrer tilgangar og ser loggen.',
    },
  },
]

const privatePeople: PersonContent[] = [
  {
    key: 'tone-aasen',
    name: 'Tone Aasen',
    email: 'tone.aasen@post.example',
    preferredForm: 'nb',
    title: 'Forelder',
  },
  {
    key: 'bente-skogheim',
    name: 'Bente Skogheim',
    email: 'bente.skogheim@post.example',
    preferredForm: 'nb',
    title: 'Forelder',
  },
  {
    key: 'arve-myrland',
    name: 'Arve Myrland',
    email: 'arve.myrland@post.example',
    preferredForm: 'nb',
    title: 'Besteforelder',
  },
]

/** Every person of the demo, all invented; those with `signIn` stand on the sign-in page. */
export const people: PersonContent[] = [...municipalPeople, ...staff, ...privatePeople]
