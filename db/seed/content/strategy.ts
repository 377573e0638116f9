import type { StrategyContent } from './content.ts'

/** The one strategy of the demo, with its organisers, phases and two rounds. */
export const strategy: StrategyContent = {
  slug: 'digital-kompetanse-2027-2032',
  title: {
    nb: 'Digital kompetanse og infrastruktur i barnehage og skole 2027–2032',
    nn: 'Digital kompetanse og infrastruktur i barnehage og skule 2027–2032',
  },
  summary: {
    nb: 'Staten og kommunene lager én felles strategi. Les utkastet, si hva som må endres, og følg hva som skjer med innspillet ditt.',
    nn: 'Staten og kommunane lagar éin felles strategi. Les utkastet, sei kva som må endrast, og følg kva som skjer med innspelet ditt.',
  },
  scope: {
    nb: 'Gjelder barnehage, grunnskole og videregående opplæring, både offentlig og privat eid. Voksenopplæring er tatt med der kommunen har ansvaret.',
    nn: 'Gjeld barnehage, grunnskule og vidaregåande opplæring, både offentleg og privat eigd. Vaksenopplæring er teken med der kommunen har ansvaret.',
  },
  caseNumber: '26/1482',
  legalRegime: {
    nb: 'Departementet tar imot og arkiverer alle innspill. De er saksdokumenter og kan kreves innsyn i etter offentleglova. Vi publiserer innspill med navnet på organisasjonen. Privatpersoner står uten navn. Opplysninger som loven ikke lar oss vise, blir skjermet, og det står hvor. Dette er en innspillsrunde og ikke en formell høring.',
    nn: 'Departementet tek imot og arkiverer alle innspel. Dei er saksdokument, og alle kan krevje innsyn i dei etter offentleglova. Vi publiserer innspel med namnet på organisasjonen. Privatpersonar står utan namn. Opplysningar som lova ikkje lèt oss vise, blir skjerma, og det står kvar. Dette er ein innspelsrunde og ikkje ei formell høyring.',
  },
  contactEmail: 'digital.strategi@opplaering.example',
  organisers: [
    {
      slug: 'departementet',
      name: { nb: 'Departementet for opplæring (demo)', nn: 'Departementet for opplæring (demo)' },
      shortName: { nb: 'Departementet', nn: 'Departementet' },
      role: {
        nb: 'Leder arbeidet og tar imot innspillene',
        nn: 'Leier arbeidet og tek imot innspela',
      },
    },
    {
      slug: 'fellesorganet',
      name: { nb: 'Kommunenes fellesorgan (demo)', nn: 'Fellesorganet til kommunane (demo)' },
      shortName: { nb: 'Fellesorganet', nn: 'Fellesorganet' },
      role: {
        nb: 'Likestilt partner, på vegne av kommuner og fylkeskommuner',
        nn: 'Likestilt partnar, på vegner av kommunar og fylkeskommunar',
      },
    },
  ],
  phases: [
    {
      key: 'kunnskap',
      name: { nb: 'Kunnskap og mål', nn: 'Kunnskap og mål' },
      purpose: {
        nb: 'Vi samlet det forskning, tilsyn og kommunene selv har skrevet, og ble enige om hva strategien skal løse.',
        nn: 'Vi samla det forsking, tilsyn og kommunane sjølve har skrive, og blei samde om kva strategien skal løyse.',
      },
      opensDay: -210,
      closesDay: -130,
      rounds: [],
    },
    {
      key: 'forste-utkast',
      name: { nb: 'Runde 1: første utkast', nn: 'Runde 1: første utkast' },
      purpose: {
        nb: 'Alle kunne svare på det første utkastet. Vi spurte om retning, ansvar og hva som må til.',
        nn: 'Alle kunne svare på det første utkastet. Vi spurde om retning, ansvar og kva som må til.',
      },
      opensDay: -120,
      closesDay: -50,
      rounds: ['runde-1'],
    },
    {
      key: 'nytt-utkast',
      name: { nb: 'Runde 2: nytt utkast', nn: 'Runde 2: nytt utkast' },
      purpose: {
        nb: 'Utkastet er skrevet om etter runde 1. Nå spør vi om endringene treffer, og om hva dere trenger for å komme i gang.',
        nn: 'Utkastet er skrive om etter runde 1. No spør vi om endringane treffer, og om kva de treng for å kome i gang.',
      },
      opensDay: -20,
      closesDay: 24,
      rounds: ['runde-2'],
    },
    {
      key: 'oppsummering',
      name: { nb: 'Oppsummering', nn: 'Oppsummering' },
      purpose: {
        nb: 'Vi leser alt, viser hva vi hørte, og begrunner hva som blir fulgt og hva som ikke blir det.',
        nn: 'Vi les alt, viser kva vi høyrde, og grunngir kva som blir følgt og kva som ikkje blir det.',
      },
      opensDay: 25,
      closesDay: 80,
      rounds: [],
    },
    {
      key: 'vedtatt',
      name: { nb: 'Vedtatt strategi', nn: 'Vedteken strategi' },
      purpose: {
        nb: 'Strategien blir lagt fram av begge parter. Etterpå viser vi hvert år hva som er gjort.',
        nn: 'Strategien blir lagd fram av begge partar. Etterpå viser vi kvart år kva som er gjort.',
      },
      opensDay: 81,
      closesDay: null,
      rounds: [],
    },
  ],
  rounds: [
    {
      slug: 'runde-1',
      number: 1,
      name: { nb: 'Første utkast', nn: 'Første utkast' },
      intro: {
        nb: 'Vi ba om svar på fire spørsmål om det første utkastet. Dere kunne også skrive fritt om det vi ikke spurte om.',
        nn: 'Vi bad om svar på fire spørsmål om det første utkastet. De kunne også skrive fritt om det vi ikkje spurde om.',
      },
      legalForm: 'innspill',
      purpose: 'input',
      opens: { day: -120 },
      deadline: { day: -50, time: '23:59' },
      documentVersion: 1,
    },
    {
      slug: 'runde-2',
      number: 2,
      name: { nb: 'Nytt utkast', nn: 'Nytt utkast' },
      intro: {
        nb: 'Utkastet er endret etter runde 1. Les det, og svar på spørsmålene. Dere trenger ikke gjenta det dere skrev sist; det har vi.',
        nn: 'Utkastet er endra etter runde 1. Les det, og svar på spørsmåla. De treng ikkje ta opp att det de skreiv sist; det har vi.',
      },
      legalForm: 'innspill',
      purpose: 'input',
      opens: { day: -20 },
      deadline: { day: 24, time: '12:00' },
      documentVersion: 2,
    },
  ],
}
