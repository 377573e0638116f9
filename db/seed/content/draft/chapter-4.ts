import type { ChapterContent } from '../content.ts'
import { ambition, paragraph, subheading } from './block.ts'

/** Chapter 4 of the first draft. */
export const chapter4: ChapterContent = {
  key: 'felles-infrastruktur',
  number: 4,
  title: { nb: 'Felles infrastruktur og standarder', nn: 'Felles infrastruktur og standardar' },
  blocks: [
    ambition(
      'felles-infrastruktur-ambisjon',
      'Det som er likt for alle, skal løses én gang. Data skal følge barnet når det trengs, og bli liggende når det ikke trengs.',
      'Det som er likt for alle, skal løysast éin gong. Data skal følgje barnet når det trengst, og bli liggjande når det ikkje trengst.',
    ),
    paragraph(
      'en-innlogging',
      'Elever og ansatte skal kunne bruke én identitet i alle tjenester de møter i opplæringen. Arbeidet med en felles løsning for innlogging videreføres. Innen 2030 skal alle tjenester som kommuner og fylkeskommuner kjøper inn, støtte den felles løsningen. Det skal også finnes en enkel måte å logge inn på for de yngste elevene.',
      'Elevar og tilsette skal kunne bruke éin identitet i alle tenester dei møter i opplæringa. Arbeidet med ei felles løysing for innlogging held fram. Innan 2030 skal alle tenester som kommunar og fylkeskommunar kjøper inn, støtte den felles løysinga. Det skal også finnast ein enkel måte å logge inn på for dei yngste elevane.',
    ),
    paragraph(
      'tjenestekatalog',
      'Kommunene skal ta i bruk en felles tjenestekatalog innen 2029. Katalogen viser hvilke digitale tjenester som finnes, hvilke krav de oppfyller, og hvilke vurderinger andre eiere har gjort. Kommunene skal selv legge inn sine avtaler og vurderinger, slik at katalogen blir et felles verktøy for anskaffelse, personvern og drift.',
      'Kommunane skal ta i bruk ein felles tenestekatalog innan 2029. Katalogen viser kva digitale tenester som finst, kva krav dei oppfyller, og kva vurderingar andre eigarar har gjort. Kommunane skal sjølve leggje inn avtalane og vurderingane sine, slik at katalogen blir eit felles verktøy for innkjøp, personvern og drift.',
    ),
    paragraph(
      'deling-av-data',
      'Systemene i barnehage og skole deler i dag lite data med hverandre. Begreper blir brukt ulikt, og de samme opplysningene blir skrevet inn flere ganger. Det skal lages felles begreper og standarder for de opplysningene som oftest må deles, først ved overgangen fra barnehage til skole. Rettslige hindre skal kartlegges før teknikken bygges.',
      'Systema i barnehage og skule deler i dag lite data med kvarandre. Omgrep blir brukte ulikt, og dei same opplysningane blir skrivne inn fleire gonger. Det skal lagast felles omgrep og standardar for dei opplysningane som oftast må delast, først ved overgangen frå barnehage til skule. Rettslege hinder skal kartleggjast før teknikken blir bygd.',
    ),
    subheading('nett-og-utstyr', 'Nett og utstyr', 'Nett og utstyr'),
    paragraph(
      'nett-som-holder',
      'Alle barnehager og skoler skal ha nett som tåler at alle er på samtidig. Det gjelder også bygg som ligger slik til at det ikke lønner seg å bygge ut. Eierne har ansvar for nettet inne i byggene. Staten vil se på hvordan ordningene for utbygging av bredbånd kan ta bedre hensyn til barnehager og skoler.',
      'Alle barnehagar og skular skal ha nett som toler at alle er på samstundes. Det gjeld også bygg som ligg slik til at det ikkje løner seg å byggje ut. Eigarane har ansvar for nettet inne i bygga. Staten vil sjå på korleis ordningane for utbygging av breiband kan ta betre omsyn til barnehagar og skular.',
    ),
    paragraph(
      'utstyr-som-varer',
      'Utstyr skal vare lenger. En maskin som kan repareres, oppdateres og brukes i seks år, er billigere og bedre for miljøet enn en som må byttes etter tre. Felles krav til levetid, reservedeler og retur skal være klare til bruk i anskaffelser. Skolene oppfordres til å la elevene lære å reparere.',
      'Utstyr skal vare lenger. Ei maskin som kan reparerast, oppdaterast og brukast i seks år, er billegare og betre for miljøet enn ei som må bytast etter tre. Felles krav til levetid, reservedelar og retur skal vere klare til bruk i innkjøp. Skulane blir oppmoda om å la elevane lære å reparere.',
    ),
    paragraph(
      'prover-og-eksamen',
      'Prøver og eksamen er digitale og krever at alt virker samtidig over hele landet. Gjennomføringen skal bli enklere for skolene, og løsningene skal være tilgjengelige for øving hele året. Staten har ansvar for systemet, eierne for utstyr og nett. Ved brudd skal det finnes en reserveløsning som skolen har prøvd på forhånd.',
      'Prøver og eksamen er digitale og krev at alt verkar samstundes over heile landet. Gjennomføringa skal bli enklare for skulane, og løysingane skal vere tilgjengelege for øving heile året. Staten har ansvar for systemet, eigarane for utstyr og nett. Ved brot skal det finnast ei reserveløysing som skulen har prøvd på førehand.',
    ),
  ],
}
