import type { ChapterContent } from '../content.ts'
import { ambition, paragraph, subheading } from './block.ts'

/** Chapter 6 of the first draft. */
export const chapter6: ChapterContent = {
  key: 'styring',
  number: 6,
  title: { nb: 'Styring og samarbeid', nn: 'Styring og samarbeid' },
  blocks: [
    ambition(
      'styring-ambisjon',
      'Stat, kommuner, fylkeskommuner og private eiere skal vite hvem som gjør hva, og ingen skal få en oppgave uten å ha mulighet til å løse den.',
      'Stat, kommunar, fylkeskommunar og private eigarar skal vite kven som gjer kva, og ingen skal få ei oppgåve utan å ha høve til å løyse ho.',
    ),
    paragraph(
      'hvem-gjor-hva',
      'Staten har ansvar for lover, læreplaner og nasjonale løsninger. Kommuner og fylkeskommuner har ansvar for drift, innkjøp og kompetanse. Mellom disse ligger oppgaver som ingen eier alene: standarder, felles avtaler og samordning av leverandører. For hver slik oppgave skal det i løpet av strategiens første år pekes ut én ansvarlig part.',
      'Staten har ansvar for lover, læreplanar og nasjonale løysingar. Kommunar og fylkeskommunar har ansvar for drift, innkjøp og kompetanse. Mellom desse ligg oppgåver som ingen eig åleine: standardar, felles avtalar og samordning av leverandørar. For kvar slik oppgåve skal det i løpet av det første året av strategien peikast ut éin ansvarleg part.',
    ),
    paragraph(
      'felles-rad',
      'Et råd med like mange medlemmer fra stat og kommunesektor skal følge strategien. Rådet skal ha medlemmer fra store og små kommuner, fra fylkeskommunene og fra private eiere. Det gir råd om rekkefølge og tempo, og legger hvert år fram en åpen oversikt over hva som er gjort, hva som er forsinket, og hvorfor.',
      'Eit råd med like mange medlemmer frå stat og kommunesektor skal følgje strategien. Rådet skal ha medlemmer frå store og små kommunar, frå fylkeskommunane og frå private eigarar. Det gir råd om rekkjefølgje og tempo, og legg kvart år fram ei open oversikt over kva som er gjort, kva som er forseinka, og kvifor.',
    ),
    paragraph(
      'private-eiere',
      'Om lag halvparten av barnehagene er private, og i flere kommuner går de fleste barna der. Private barnehager og friskoler er omfattet av strategien. De har samme plikter som offentlige eiere når det gjelder personvern og sikkerhet. Hvordan de kan knyttes til felles løsninger, skal utredes i strategiperioden.',
      'Om lag halvparten av barnehagane er private, og i fleire kommunar går dei fleste barna der. Private barnehagar og friskular er omfatta av strategien. Dei har same plikter som offentlege eigarar når det gjeld personvern og tryggleik. Korleis dei kan knytast til felles løysingar, skal greiast ut i strategiperioden.',
    ),
    subheading('store-og-sma', 'Store og små kommuner', 'Store og små kommunar'),
    paragraph(
      'bistand-til-sma',
      'Kommuner har ulike forutsetninger. Noen har egne avdelinger for digitalisering, andre har en brøkdel av en stilling. Små kommuner oppfordres til å samarbeide med naboer om drift, kompetanse og innkjøp. Fylkeskommunene kan ta en rolle som støttespiller der kommunene ønsker det. Erfaringene fra slike samarbeid skal samles og deles.',
      'Kommunar har ulike føresetnader. Nokre har eigne avdelingar for digitalisering, andre har ein brøkdel av ei stilling. Små kommunar blir oppmoda om å samarbeide med naboar om drift, kompetanse og innkjøp. Fylkeskommunane kan ta ei rolle som støttespelar der kommunane ønskjer det. Erfaringane frå slike samarbeid skal samlast og delast.',
    ),
    paragraph(
      'finansiering',
      'Strategien gir ikke i seg selv nye bevilgninger. Tiltak som krever penger, blir fremmet i de årlige budsjettene. Når staten legger nye oppgaver til kommunesektoren, skal kostnadene beregnes på forhånd og dekkes etter vanlige regler. For felles løsninger skal det stå hva de koster å innføre, hva de koster å drive, og hvem som betaler.',
      'Strategien gir ikkje i seg sjølv nye løyvingar. Tiltak som krev pengar, blir fremja i dei årlege budsjetta. Når staten legg nye oppgåver til kommunesektoren, skal kostnadene reknast ut på førehand og dekkjast etter vanlege reglar. For felles løysingar skal det stå kva dei kostar å innføre, kva dei kostar å drive, og kven som betaler.',
    ),
    paragraph(
      'arlig-rapport',
      'Kommuner og fylkeskommuner skal hvert år rapportere på et sett av 24 indikatorer for digital modenhet. Rapportene blir publisert slik at innbyggerne kan sammenligne kommunen sin med andre. Resultatene skal brukes i dialogen mellom stat og kommune og som grunnlag for å prioritere tiltak i det videre arbeidet med strategien.',
      'Kommunar og fylkeskommunar skal kvart år rapportere på eit sett av 24 indikatorar for digital modning. Rapportane blir publiserte slik at innbyggjarane kan samanlikne kommunen sin med andre. Resultata skal brukast i dialogen mellom stat og kommune og som grunnlag for å prioritere tiltak i det vidare arbeidet med strategien.',
    ),
  ],
}
