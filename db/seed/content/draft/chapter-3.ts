import type { ChapterContent } from '../content.ts'
import { ambition, paragraph, subheading } from './block.ts'

/** Chapter 3 of the first draft. */
export const chapter3: ChapterContent = {
  key: 'trygg-hverdag',
  number: 3,
  title: { nb: 'En trygg og balansert digital hverdag', nn: 'Ein trygg og balansert digital kvardag' },
  blocks: [
    ambition(
      'trygg-hverdag-ambisjon',
      'Ingen barn skal betale for skolegangen med opplysninger om seg selv, og ingen skal ha mer skjerm enn det som tjener læring, lek og trivsel.',
      'Ingen barn skal betale for skulegangen med opplysningar om seg sjølve, og ingen skal ha meir skjerm enn det som tener læring, leik og trivsel.',
    ),
    paragraph(
      'personvern-vurderinger',
      'Hver eier har ansvar for å vurdere personvernet før en tjeneste blir tatt i bruk. I dag gjør flere hundre eiere den samme vurderingen av de samme tjenestene. Staten vil lage felles maler for vurdering av personvernkonsekvenser og samle eksempler på ferdige vurderinger som andre kan bygge på. Ansvaret blir liggende hos eieren.',
      'Kvar eigar har ansvar for å vurdere personvernet før ei teneste blir teken i bruk. I dag gjer fleire hundre eigarar den same vurderinga av dei same tenestene. Staten vil lage felles malar for vurdering av personvernkonsekvensar og samle døme på ferdige vurderingar som andre kan byggje på. Ansvaret blir liggjande hos eigaren.',
    ),
    paragraph(
      'informasjonssikkerhet',
      'Barnehager og skoler lagrer opplysninger om helse, familie og utvikling. Et angrep kan ramme hardt og lenge. Alle eiere skal ha en plan for å drive videre når systemene er nede, og planen skal øves hvert år. Eiere med få ansatte skal kunne øve sammen og få hjelp fra et felles varslingsmiljø.',
      'Barnehagar og skular lagrar opplysningar om helse, familie og utvikling. Eit angrep kan ramme hardt og lenge. Alle eigarar skal ha ein plan for å drive vidare når systema er nede, og planen skal øvast kvart år. Eigarar med få tilsette skal kunne øve saman og få hjelp frå eit felles varslingsmiljø.',
    ),
    paragraph(
      'skjermbalanse',
      'Skolen skal ha et bevisst forhold til hvor mye tid elevene bruker foran skjerm, og hva de gjør der. Lange økter gir uro, trette øyne og mindre bevegelse. Staten vil utarbeide anbefalinger for skjermbruk på 1. til 4. trinn. Hver skole bør ha en plan for skjermbruk som er kjent for elever og foreldre.',
      'Skulen skal ha eit medvite forhold til kor mykje tid elevane bruker framfor skjerm, og kva dei gjer der. Lange økter gir uro, trøytte auge og mindre rørsle. Staten vil utarbeide tilrådingar for skjermbruk på 1. til 4. trinn. Kvar skule bør ha ein plan for skjermbruk som er kjend for elevar og foreldre.',
    ),
    subheading('hjem-og-skole', 'Hjem, barnehage og skole', 'Heim, barnehage og skule'),
    paragraph(
      'ett-sted-for-foreldre',
      'Foreldre får i dag beskjeder gjennom mange ulike apper og portaler. Noen familier har én app for barnehagen, to for skolen og enda en for skolefritidsordningen. Eierne skal arbeide for at foreldre kan finne beskjeder og gi samtykke på ett sted. Kravene til slike løsninger skal være kjent i løpet av 2029.',
      'Foreldre får i dag meldingar gjennom mange ulike appar og portalar. Nokre familiar har éin app for barnehagen, to for skulen og endå ein for skulefritidsordninga. Eigarane skal arbeide for at foreldre kan finne meldingar og gi samtykke på éin stad. Krava til slike løysingar skal vere kjende i løpet av 2029.',
    ),
    paragraph(
      'mobbing-pa-nett',
      'Krenkelser på nett stopper ikke ved skoleporten. Ansatte skal vite hva de gjør når en elev blir utsatt for deling av bilder, utestenging eller trusler, også når det skjer utenfor skoletiden. Skolene skal ha en kjent framgangsmåte. Elevene skal ha en voksen de kan gå til uten å måtte forklare alt to ganger.',
      'Krenkingar på nett stoppar ikkje ved skuleporten. Tilsette skal vite kva dei gjer når ein elev blir utsett for deling av bilete, utestenging eller trugsmål, også når det skjer utanfor skuletida. Skulane skal ha ein kjend framgangsmåte. Elevane skal ha ein vaksen dei kan gå til utan å måtte forklare alt to gonger.',
    ),
    paragraph(
      'reklame-og-sporing',
      'Barn skal ikke møte reklame eller bli sporet i tjenester de må bruke i barnehagen eller på skolen. Det gjelder også innebygde videoer, kart og lenker til andre nettsteder. Kravet skal stå i felles avtalevilkår som eiere kan bruke i alle anskaffelser, og leverandøren skal kunne vise at det er oppfylt.',
      'Barn skal ikkje møte reklame eller bli spora i tenester dei må bruke i barnehagen eller på skulen. Det gjeld også innebygde videoar, kart og lenkjer til andre nettstader. Kravet skal stå i felles avtalevilkår som eigarar kan bruke i alle innkjøp, og leverandøren skal kunne vise at det er oppfylt.',
    ),
  ],
}
