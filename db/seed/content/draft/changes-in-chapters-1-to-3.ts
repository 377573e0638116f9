import type { BothForms } from '../content.ts'

/** Paragraphs of chapters 1–3 that were rewritten after round 1, by key. */
export const changesInChapters1To3: Record<string, BothForms> = {
  'papir-og-skjerm': {
    nb: 'Å lese og skrive er grunnlaget for alt annet. På 1. til 4. trinn skal elevene lære å lese og skrive først og fremst på papir, med skjerm som støtte for dem som trenger det. På høyere trinn skal lærerne velge etter hva eleven skal lære. Staten gir råd om fordelingen, og rådene blir oppdatert hvert år.',
    nn: 'Å lese og skrive er grunnlaget for alt anna. På 1. til 4. trinn skal elevane lære å lese og skrive først og fremst på papir, med skjerm som støtte for dei som treng det. På høgare trinn skal lærarane velje etter kva eleven skal lære. Staten gir råd om fordelinga, og råda blir oppdaterte kvart år.',
  },
  'tilgang-til-utstyr': {
    nb: 'Elever skal ha tilgang til utstyr som virker, og som passer til alderen og oppgaven. På ungdomstrinnet og i videregående skal alle ha hver sin enhet. På lavere trinn og i barnehagen avgjør eieren hvor mange som trengs. Ingen elev skal falle utenfor fordi familien ikke har råd til nett eller utstyr.',
    nn: 'Elevar skal ha tilgang til utstyr som verkar, og som passar til alderen og oppgåva. På ungdomstrinnet og i vidaregåande skal alle ha kvar si eining. På lågare trinn og i barnehagen avgjer eigaren kor mange som trengst. Ingen elev skal falle utanfor fordi familien ikkje har råd til nett eller utstyr.',
  },
  'elevenes-stemme': {
    nb: 'Barn og elever har rett til å bli hørt i saker som gjelder dem. Elevrådet skal få uttale seg før skolen eller eieren tar i bruk en ny tjeneste som alle må bruke, og svaret skal følge saken. Det gjelder også regler for mobiltelefon. I barnehagen er samtaler og observasjon måten å få vite det på.',
    nn: 'Barn og elevar har rett til å bli høyrde i saker som gjeld dei. Elevrådet skal få uttale seg før skulen eller eigaren tek i bruk ei ny teneste som alle må bruke, og svaret skal følgje saka. Det gjeld også reglar for mobiltelefon. I barnehagen er samtalar og observasjon måten å få vite det på.',
  },
  etterutdanning: {
    nb: 'Ansatte i barnehage og skole skal ha tilgang til korte og gratis kurs om digital kompetanse. Kursene skal kunne tas i arbeidstiden. Eieren setter av tid, og staten dekker vikar for ansatte i kommuner med færre enn 5 000 innbyggere. Minst halvparten av kursene skal arbeide med de ansattes egne fag og egne barnegrupper.',
    nn: 'Tilsette i barnehage og skule skal ha tilgang til korte og gratis kurs om digital kompetanse. Kursa skal kunne takast i arbeidstida. Eigaren set av tid, og staten dekkjer vikar for tilsette i kommunar med færre enn 5 000 innbyggjarar. Minst halvparten av kursa skal arbeide med dei faga og barnegruppene dei tilsette har sjølve.',
  },
  'barnehagens-ansatte': {
    nb: 'I barnehagen har mange ansatte ingen pedagogisk utdanning, og få har egen arbeidsplass med datamaskin. Tilbudene om kompetanse skal passe for assistenter og fagarbeidere, kunne brukes på avdelingen og være på begge målformer. Private og kommunale barnehager skal få de samme tilbudene. Kurs skal også finnes på nordsamisk og med tegnspråktolking.',
    nn: 'I barnehagen har mange tilsette inga pedagogisk utdanning, og få har eigen arbeidsplass med datamaskin. Tilboda om kompetanse skal passe for assistentar og fagarbeidarar, kunne brukast på avdelinga og vere på begge målformer. Private og kommunale barnehagar skal få dei same tilboda. Kurs skal også finnast på nordsamisk og med teiknspråktolking.',
  },
  'digitale-veiledere': {
    nb: 'Mange kommuner har gode erfaringer med lærere som bruker en del av stillingen sin på å veilede kolleger. De kjenner fagene, elevene og utstyret. Flere skoler og barnehager kan dele en veileder, også over kommunegrensene. Rollen skal beskrives nasjonalt, slik at den kan inngå i avtaler om lønn og tid.',
    nn: 'Mange kommunar har gode erfaringar med lærarar som bruker ein del av stillinga si på å rettleie kollegaer. Dei kjenner faga, elevane og utstyret. Fleire skular og barnehagar kan dele ein rettleiar, også over kommunegrensene. Rolla skal skildrast nasjonalt, slik at ho kan gå inn i avtalar om løn og tid.',
  },
  'personvern-vurderinger': {
    nb: 'Hver eier har ansvar for personvernet, men ingen trenger å gjøre hele vurderingen alene. Staten skal sørge for ferdige vurderinger av de tjenestene som flest bruker, og holde dem ved like når tjenestene endres. Eieren legger til det som gjelder lokalt. Vurderingene skal ligge i tjenestekatalogen og være skrevet slik at foreldre forstår dem.',
    nn: 'Kvar eigar har ansvar for personvernet, men ingen treng å gjere heile vurderinga åleine. Staten skal sørgje for ferdige vurderingar av dei tenestene som flest bruker, og halde dei ved like når tenestene blir endra. Eigaren legg til det som gjeld lokalt. Vurderingane skal liggje i tenestekatalogen og vere skrivne slik at foreldre forstår dei.',
  },
  skjermbalanse: {
    nb: 'Skolen skal ha et bevisst forhold til hvor mye tid elevene bruker foran skjerm, og hva de gjør der. Staten utarbeider anbefalinger for barnehagen og for 1. til 7. trinn. Hver skole skal ha en plan for skjermbruk som er laget sammen med elever og foreldre. Elever som trenger skjerm som hjelpemiddel, skal alltid ha det.',
    nn: 'Skulen skal ha eit medvite forhold til kor mykje tid elevane bruker framfor skjerm, og kva dei gjer der. Staten utarbeider tilrådingar for barnehagen og for 1. til 7. trinn. Kvar skule skal ha ein plan for skjermbruk som er laga saman med elevar og foreldre. Elevar som treng skjerm som hjelpemiddel, skal alltid ha det.',
  },
  'ett-sted-for-foreldre': {
    nb: 'Foreldre får i dag beskjeder gjennom mange ulike apper og portaler. Innen utgangen av 2029 skal foreldre kunne finne alle beskjeder og gi samtykke på ett sted, uansett hvem som eier barnehagen eller skolen. Staten fastsetter kravene innen 2028. Løsningen skal finnes på flere språk og fungere for foreldre som ikke bor sammen.',
    nn: 'Foreldre får i dag meldingar gjennom mange ulike appar og portalar. Innan utgangen av 2029 skal foreldre kunne finne alle meldingar og gi samtykke på éin stad, uansett kven som eig barnehagen eller skulen. Staten fastset krava innan 2028. Løysinga skal finnast på fleire språk og fungere for foreldre som ikkje bur saman.',
  },
}
