import type { FindingContent } from './content.ts'

const written = { by: 'hakon-rud', createdDay: -31, publishedDay: -22, round: 'runde-1' } as const

/** More of what was heard in round 1; numbers in braces are quotes ({s1}) and counts ({t3}) of heard.ts. */
export const moreFindings: FindingContent[] = [
  {
    ...{
      key: 'rapportering',
      slug: 'rapportering-pa-24-indikatorer',
      theme: 'styring-og-penger',
      ...written,
    },
    title: {
      nb: 'Rapportering på 24 indikatorer blir for mye',
      nn: 'Rapportering på 24 indikatorar blir for mykje',
    },
    text: {
      nb: `Forslaget om årlig rapportering får motstand der det er nevnt. I {t4} kommuner sto styring og penger i svaret, og kommunestyret i Fjellvik sier det rett ut: {s1}

Solvær foreslår et tall de kan leve med: {s2}

Nettverket i Indre Fjord har spurt medlemmene sine:

{s3}`,
      nn: `Framlegget om årleg rapportering får motstand der det er nemnt. I {t4} kommunar stod styring og pengar i svaret, og kommunestyret i Fjellvik seier det rett ut: {s1}

Solvær foreslår eit tal dei kan leve med: {s2}

Nettverket i Indre Fjord har spurt medlemmene sine:

{s3}`,
    },
    citations: [
      {
        ...{ input: 'r1-fjellvik', question: 'andre-merknader' },
        quote:
          'Vi er imot årleg rapportering på 24 indikatorar. Den som skal fylle ut skjemaet hos oss, er den same som skal gjere arbeidet indikatorane måler.',
      },
      {
        ...{ input: 'r1-solvaer', question: 'andre-merknader' },
        quote: 'Vi kan rapportere på fem indikatorer. Vi kan ikke rapportere på 24.',
      },
      {
        ...{ input: 'r1-indre-fjord', question: 'andre-merknader' },
        quote:
          'Fire av oss har ikkje nokon som kan fylle ut 24 indikatorar, og to av oss har ikkje nokon som ville ha lese dei.',
      },
    ],
  },
  {
    ...{
      key: 'private-eiere',
      slug: 'private-eiere-vil-ha-samme-tilgang',
      theme: 'styring-og-penger',
      ...written,
    },
    title: {
      nb: 'Private eiere må få samme tilgang, ikke bare samme plikter',
      nn: 'Private eigarar må få same tilgang, ikkje berre same plikter',
    },
    text: {
      nb: `Utkastet ga private barnehager pliktene med en gang og ville utrede tilgangen. Eierne ber om at begge deler kommer samtidig:

{s1}

Kommuner som har private barnehager, er enige. Storhavn vil ikke stå imellom: {s2}

Nettverket i Indre Fjord sier det samme om små eiere: {s3}`,
      nn: `Utkastet gav private barnehagar pliktene med ein gong og ville greie ut tilgangen. Eigarane ber om at begge delar kjem samtidig:

{s1}

Kommunar som har private barnehagar, er samde. Storhavn vil ikkje stå imellom: {s2}

Nettverket i Indre Fjord seier det same om små eigarar: {s3}`,
    },
    citations: [
      {
        ...{ input: 'r1-frittstaende-barnehager', question: 'hva-ma-til' },
        quote:
          'Plikter nå og rettigheter senere er ikke likeverdig behandling. Vi ber om at private eiere får samme tilgang til felles løsninger, på samme vilkår og til samme tid som kommunale.',
      },
      {
        ...{ input: 'r1-storhavn', question: 'andre-merknader' },
        quote:
          'Likeverdig tilgang for private bør være et mål fra første dag, og kommunen bør ikke settes til å være mellommann.',
      },
      {
        ...{ input: 'r1-indre-fjord', question: 'andre-merknader' },
        quote: 'Vi støttar at private får same tilgang til felles løysingar, på same vilkår og til same tid.',
      },
    ],
  },
  {
    ...{
      key: 'skjermgrenser',
      slug: 'grenser-for-skjerm-pa-de-laveste-trinnene',
      theme: 'skjerm-og-bok',
      ...written,
    },
    title: {
      nb: 'Uenighet om nasjonale grenser for skjerm',
      nn: 'Usemje om nasjonale grenser for skjerm',
    },
    text: {
      nb: `Innspillene er enige om at de yngste skal lære å lese og skrive på papir. De er uenige om hvem som skal bestemme. Langskjær vil ha grenser for alle: {s1}

Lærersambandet i Furudal mener det motsatte: {s2}

Kaldvik står imellom, og foreslår ordlyd:

{s3}`,
      nn: `Innspela er samde om at dei yngste skal lære å lese og skrive på papir. Dei er usamde om kven som skal bestemme. Langskjær vil ha grenser for alle: {s1}

Lærarsambandet i Furudal meiner det motsette: {s2}

Kaldvik står imellom, og foreslår ordlyd:

{s3}`,
    },
    citations: [
      {
        ...{ input: 'r1-langskjaer', question: 'hva-ma-til' },
        quote:
          'Kommunestyret ønsker nasjonale grenser for 1. til 4. trinn, med unntak for elever som trenger hjelpemidler.',
      },
      {
        ...{ input: 'r1-laerersambandet-furudal', question: 'hva-ma-til' },
        quote: 'Vi er uenige med dem som vil ha nasjonale grenser for skjermtid.',
      },
      {
        ...{ input: 'r1-kaldvik', question: 'hva-ma-til' },
        quote:
          'Skriv at elevane på småskuletrinnet skal lære å lese og skrive på papir først, med skjerm til dei som treng det.',
      },
    ],
  },
  {
    ...{
      key: 'opplysninger-om-barn',
      slug: 'foreldre-vil-vite-hvem-som-leser',
      theme: 'personvern',
      ...written,
    },
    title: {
      nb: 'Foreldre vil vite hvem som leser det de skriver',
      nn: 'Foreldre vil vite kven som les det dei skriv',
    },
    text: {
      nb: `En mor forteller hva som skjedde med en beskjed hun skrev til skolen:

{s1}

Hun ber om ett sted for beskjeder, og om at noe kan slettes: {s2}

For kommunene handler det samme om vurderinger som ingen har tid til å gjøre alene. Eidsbotn skriver: {s3}`,
      nn: `Ei mor fortel kva som skjedde med ei melding ho skreiv til skulen:

{s1}

Ho ber om éin stad for meldingar, og om at noko kan slettast: {s2}

For kommunane handlar det same om vurderingar som ingen har tid til å gjere åleine. Eidsbotn skriv: {s3}`,
    },
    citations: [
      {
        ...{ input: 'r1-tone-aasen', question: 'hva-ma-til' },
        quote:
          'I høst skrev jeg i appen til skolen at sønnen min, Leo i 3B, hadde begynt hos psykolog, fordi læreren ba meg gi beskjed når han skulle gå tidlig. En uke etter viste det seg at meldingen var synlig for alle som hadde vikartimer i klassen.',
      },
      {
        ...{ input: 'r1-tone-aasen', question: 'hva-ma-til' },
        quote:
          'Jeg vil at det skal finnes ett sted for beskjeder, at det er lett å se hvem som kan lese det jeg skriver, og at noe kan slettes når det ikke lenger trengs.',
      },
      {
        ...{ input: 'r1-eidsbotn', question: 'viktigst' },
        quote:
          'Når fem hundre eigarar vurderer den same tenesta, og kjem til fem hundre ulike svar, er det ikkje personvern. Det er papir.',
      },
    ],
  },
  {
    ...{ key: 'penger', slug: 'strategien-gir-ikke-nye-penger', theme: 'styring-og-penger', ...written },
    title: {
      nb: 'Ansvar uten penger er ingen plan',
      nn: 'Ansvar utan pengar er ingen plan',
    },
    text: {
      nb: `Storhavn legger merke til det som ikke står: {s1}

Straumsund har regnet på hva utkastet vil koste: {s2}

En kommune ville at staten skulle betale for utstyr: {s3}`,
      nn: `Storhavn legg merke til det som ikkje står: {s1}

Straumsund har rekna på kva utkastet vil koste: {s2}

Ein kommune ville at staten skulle betale for utstyr: {s3}`,
    },
    citations: [
      {
        ...{ input: 'r1-storhavn', question: 'andre-merknader' },
        quote: 'Storhavn registrerer at strategien ikke gir nye bevilgninger.',
      },
      {
        ...{ input: 'r1-straumsund', question: 'hva-ma-til' },
        quote:
          'Vi har rekna på kva utkastet vil koste Straumsund dei tre første åra: om lag to årsverk og 1,4 millionar kroner i lisensar og konsulentar.',
      },
    ],
  },
  {
    ...{
      key: 'overgangen',
      slug: 'overgangen-til-skolen-gar-pa-papir',
      theme: 'fellesloesninger',
      ...written,
    },
    title: {
      nb: 'Overgangen fra barnehage til skole går fortsatt på papir',
      nn: 'Overgangen frå barnehage til skule går framleis på papir',
    },
    text: {
      nb: `Opplysninger om det samme barnet blir skrevet på nytt når det begynner på skolen. Granmo beskriver det slik:

{s1}

Fjellvik vil beholde samtalen, men ikke skrivingen: {s2}

For private barnehager finnes det ingen kanal: {s3}`,
      nn: `Opplysningar om det same barnet blir skrivne på nytt når det byrjar på skulen. Granmo skildrar det slik:

{s1}

Fjellvik vil halde på samtalen, men ikkje skrivinga: {s2}

For private barnehagar finst det ingen kanal: {s3}`,
    },
    citations: [
      {
        ...{ input: 'r1-granmo', question: 'hva-ma-til' },
        quote:
          'Når eit barn byrjar i første klasse, skriv vi ut frå det eine systemet, skannar, og lastar opp i det andre. Foreldra gir samtykke på nytt til alt.',
      },
      {
        ...{ input: 'r1-fjellvik', question: 'hva-ma-til' },
        quote: 'I dag skriv vi det tre gonger, og i fjor skreiv vi feil ein av dei.',
      },
      {
        ...{ input: 'r1-frittstaende-barnehager', question: 'hva-ma-til' },
        quote:
          'Vi sender opplysninger på papir, fordi vi ikke får tilgang til den kanalen kommunens egne barnehager bruker.',
      },
    ],
  },
]
