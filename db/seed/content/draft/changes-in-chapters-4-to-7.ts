import type { BothForms } from '../content.ts'

/** Paragraphs of chapters 4–7 that were rewritten after round 1, by key. */
export const changesInChapters4To7: Record<string, BothForms> = {
  'en-innlogging': {
    nb: 'Elever og ansatte skal bruke én identitet i alle tjenester de møter i opplæringen, også til prøver og eksamen. Innen 2029 skal alle tjenester som kommuner, fylkeskommuner og private eiere kjøper inn, støtte den felles løsningen. De yngste elevene skal kunne logge inn uten passord. Identiteten skal følge eleven fra grunnskole til videregående.',
    nn: 'Elevar og tilsette skal bruke éin identitet i alle tenester dei møter i opplæringa, også til prøver og eksamen. Innan 2029 skal alle tenester som kommunar, fylkeskommunar og private eigarar kjøper inn, støtte den felles løysinga. Dei yngste elevane skal kunne logge inn utan passord. Identiteten skal følgje eleven frå grunnskule til vidaregåande.',
  },
  tjenestekatalog: {
    nb: 'Staten skal tilby en felles tjenestekatalog innen 2028. Kommunene kan ta den i bruk når den dekker behovene deres. Katalogen viser hvilke digitale tjenester som finnes, hvilke krav de oppfyller, og hvilke vurderinger som er gjort. Kommuner med færre enn 5 000 innbyggere får bistand til innføringen og til å flytte data fra systemene de har.',
    nn: 'Staten skal tilby ein felles tenestekatalog innan 2028. Kommunane kan ta han i bruk når han dekkjer behova deira. Katalogen viser kva digitale tenester som finst, kva krav dei oppfyller, og kva vurderingar som er gjorde. Kommunar med færre enn 5 000 innbyggjarar får hjelp til innføringa og til å flytte data frå systema dei har.',
  },
  'prover-og-eksamen': {
    nb: 'Prøver og eksamen er digitale og krever at alt virker samtidig over hele landet. Staten skal tilby én løsning for prøver og eksamen i grunnskole og videregående, med den samme innloggingen som ellers. Den skal være åpen for øving hele året. Ved brudd skal det finnes en reserveløsning som virker uten nett.',
    nn: 'Prøver og eksamen er digitale og krev at alt verkar samstundes over heile landet. Staten skal tilby éi løysing for prøver og eksamen i grunnskule og vidaregåande, med den same innlogginga som elles. Ho skal vere open for øving heile året. Ved brot skal det finnast ei reserveløysing som verkar utan nett.',
  },
  innkjop: {
    nb: 'Innkjøp av læremidler og digitale tjenester krever kunnskap om fag, jus og teknikk på en gang. Få kommuner har alt dette. Det skal inngås felles avtaler som kommuner, fylkeskommuner og private eiere kan slutte seg til, men som ingen må bruke. Avtalene skal deles opp slik at også små leverandører kan delta.',
    nn: 'Innkjøp av læremiddel og digitale tenester krev kunnskap om fag, jus og teknikk på éin gong. Få kommunar har alt dette. Det skal inngåast felles avtalar som kommunar, fylkeskommunar og private eigarar kan slutte seg til, men som ingen må bruke. Avtalane skal delast opp slik at også små leverandørar kan vere med.',
  },
  'malform-og-samisk': {
    nb: 'Elever har rett til læremidler på sin egen målform, til samme tid og samme pris. Det gjelder også digitale læremidler og de tjenestene som ligger rundt dem, som menyer, stavekontroll og tilbakemeldinger. Kravet skal stå i alle felles avtaler. Tjenester som bare finnes på én målform, får ikke merket «oppfyller kravene» i katalogen.',
    nn: 'Elevar har rett til læremiddel på si eiga målform, til same tid og same pris. Det gjeld også digitale læremiddel og dei tenestene som ligg rundt dei, som menyar, stavekontroll og tilbakemeldingar. Kravet skal stå i alle felles avtalar. Tenester som berre finst på éi målform, får ikkje merket «oppfyller krava» i katalogen.',
  },
  'private-eiere': {
    nb: 'Om lag halvparten av barnehagene er private, og i flere kommuner går de fleste barna der. Private barnehager og friskoler er omfattet av strategien på lik linje med offentlige, med samme plikter og samme tilgang til felles løsninger. Eierne skal være representert i rådet som følger strategien, og små eiere skal ha egen plass.',
    nn: 'Om lag halvparten av barnehagane er private, og i fleire kommunar går dei fleste barna der. Private barnehagar og friskular er omfatta av strategien på lik linje med offentlege, med same plikter og same tilgang til felles løysingar. Eigarane skal vere representerte i rådet som følgjer strategien, og små eigarar skal ha eigen plass.',
  },
  'bistand-til-sma': {
    nb: 'Kommuner har ulike forutsetninger. Noen har egne avdelinger for digitalisering, andre har en brøkdel av en stilling. Kommuner med færre enn 5 000 innbyggere skal få bistand til å innføre felles løsninger: en fast kontaktperson, hjelp til å flytte data og opplæring på stedet. Bistanden kan gis til et nettverk når kommunene ønsker det.',
    nn: 'Kommunar har ulike føresetnader. Nokre har eigne avdelingar for digitalisering, andre har ein brøkdel av ei stilling. Kommunar med færre enn 5 000 innbyggjarar skal få hjelp til å innføre felles løysingar: ein fast kontaktperson, hjelp til å flytte data og opplæring på staden. Hjelpa kan gå til eit nettverk når kommunane ønskjer det.',
  },
  'ki-prinsipper': {
    nb: 'Kunstig intelligens er allerede en del av elevenes hverdag. I barnehagen og på 1. til 4. trinn skal barn ikke bruke slike verktøy på egen hånd. Fra 5. trinn skal det skje sammen med lærer, i tjenester som er vurdert og ligger i katalogen. Staten gir felles råd og oppdaterer dem hvert halvår.',
    nn: 'Kunstig intelligens er alt ein del av kvardagen til elevane. I barnehagen og på 1. til 4. trinn skal barn ikkje bruke slike verktøy på eiga hand. Frå 5. trinn skal det skje saman med lærar, i tenester som er vurderte og ligg i katalogen. Staten gir felles råd og oppdaterer dei kvart halvår.',
  },
  'ki-og-vurdering': {
    nb: 'Når en maskin kan skrive en god tekst på få sekunder, må skolen tenke nytt om hva en innlevering viser. Felles råd om vurdering skal være klare før skoleåret 2027–2028, med eksempler fra alle fag. Muntlig vurdering og arbeid på skolen får større plass. Programmer som hevder å avsløre juks, skal ikke brukes som bevis.',
    nn: 'Når ei maskin kan skrive ein god tekst på få sekund, må skulen tenkje nytt om kva ei innlevering viser. Felles råd om vurdering skal vere klare før skuleåret 2027–2028, med døme frå alle fag. Munnleg vurdering og arbeid på skulen får større plass. Program som hevdar å avsløre juks, skal ikkje brukast som prov.',
  },
}
