import type { InputContent } from '../content.ts'

export const fjellvikAndLauvdal: InputContent[] = [
  {
    key: 'r1-fjellvik',
    round: 'runde-1',
    sender: { organisation: 'fjellvik' },
    by: 'marit-nes',
    lang: 'nn',
    title: 'Innspel frå Fjellvik kommune',
    status: 'submitted',
    day: -52,
    time: '14:12',
    mandate: { level: 'council', note: 'Vedteke av kommunestyret i Fjellvik, sak 41/26' },
    publication: 'published',
    publishedDay: -50,
    answers: [
      {
        question: 'viktigst',
        text: `Vi er 2 100 innbyggjarar og har éin tilsett som driv alt av pedagogisk IKT. Nasjonale fellesløysingar er ikkje eit tillegg for oss, men eit vilkår.

Den eine stillinga skal dekkje to skular, tre barnehagar, kulturskulen og vaksenopplæringa. Ho set opp maskiner i august, svarer foreldre i september, skriv personvernvurderingar i oktober og held kurs når det er tid. Når ho er sjuk, er det ingen. Det er ikkje eit særtrekk ved Fjellvik. Dei fleste kommunane rundt oss er bygde på same måten.

Det viktigaste strategien må løyse, er derfor ikkje kva verktøy elevane skal ha, men kven som skal gjere arbeidet rundt verktøya. Vi finn mange gode setningar om samarbeid i utkastet. Vi finn få setningar som tek ei oppgåve bort frå oss. Kommunestyret ber om at kvart tiltak i strategien får ei linje som seier kor mange timar det krev i ein kommune med under 5 000 innbyggjarar.

Vi vil òg seie kva vi lykkast med. I ein liten kommune kjenner vi alle barna. Overgangen frå barnehage til skule tek vi ved eit kjøkenbord, og det verkar. Vi treng ikkje eit system som erstattar samtalen. Vi treng eit system som gjer at vi slepp å skrive det same tre stader etterpå.

Eit døme: I haust kom ei ny teneste for fråvær. Ho var god. Men for å ta henne i bruk måtte nokon lese 46 sider rettleiing, lage roller til 70 tilsette, rydde i klasselister frå to system og svare på spørsmål frå heimane. Det tok fem veker. I dei fem vekene var det ingen som hjelpte lærarane med det dei eigentleg hadde bedt om, som var kjeldekritikk på mellomtrinnet.`,
      },
      { question: 'ambisjoner', choice: '4' },
      {
        question: 'hva-ma-til',
        text: `Avsnitt 4.2 seier at kommunane skal ta i bruk ein tenestekatalog innan 2029 og sjølve leggje inn avtalar og vurderingar. For oss er det feil rekkjefølgje. Vi har om lag førti avtalar. Å leggje inn dei, med vurderingar som held, er eit halvt årsverk. Vi ber om at staten fyller katalogen først, og at kommunane får hente ut det dei treng.

Skal vi kunne gjennomføre det som står i utkastet, treng vi dette:

- ferdige vurderingar av personvern for dei tenestene alle bruker
- nokon å ringje som kjenner kommunen vår, det første året etter ei innføring
- hjelp til å flytte data ut av det gamle systemet, for det er der det stoppar opp
- fristar som ikkje kjem oppå kvarandre, og aldri i august

Avsnitt 6.4 oppmodar små kommunar om å samarbeide med naboane. Det gjer vi allereie, i Nettverk for oppvekst i Indre Fjord. Men fire kommunar med ein kvart rådgivar kvar blir ein rådgivar, ikkje ei avdeling. Samarbeid er bra, men det lagar ikkje folk.

Om kurs etter avsnitt 2.2: Gratis kurs er ikkje gratis når vi må leige inn vikar, og i Fjellvik finst det ikkje vikarar å leige. Sist vi sende tre lærarar på kurs same dagen, måtte rektor ha to klassar i gymsalen. Vi ber om at kursa kan delast opp i økter på nitti minutt, og at staten tek kostnaden med vikar i kommunar som ikkje har nokon å ta av.

Vi støttar éi innlogging for alle tenester, slik avsnitt 4.1 legg opp til. Elevane på småskulen har passord på ein lapp i pennalet. Det er ikkje trygt, men det er slik det er når ein sjuåring skal hugse fire ulike ord med stor bokstav og tal.

Når det gjeld deling av data i avsnitt 4.3, ber vi om at papir ikkje blir rekna som feil. Den samtalen vi har om kvart barn før skulestart, skal vi halde på. Men allergiar, språk og kven som er føresett, kunne gått av seg sjølv. I dag skriv vi det tre gonger, og i fjor skreiv vi feil ein av dei.`,
      },
      { question: 'ansvar', choice: 'staten' },
      {
        question: 'andre-merknader',
        text: `Fjellvik har nynorsk som målform i alle skulane. Elevane våre får bøkene på nynorsk, men menyane, stavekontrollen og hjelpetekstane i dei digitale læremidla er på bokmål. I to av tenestene vi betaler for, blir nynorske ord streka under som feil. Det er vanskeleg å forklare ein niåring at læraren og maskina er usamde om korleis ho skal skrive. Avsnitt 5.4 må bli eit krav i avtalane, ikkje noko staten «følgjer med på».

Til avsnitt 6.6: Vi er imot årleg rapportering på 24 indikatorar. Den som skal fylle ut skjemaet hos oss, er den same som skal gjere arbeidet indikatorane måler. Ein open tabell som samanliknar oss med byar, vil fortelje innbyggjarane at vi er små. Det veit dei.

Kommunestyret vedtok fråsegna samrøystes.

Til kapittel 7: Kommunestyret drøfta kunstig intelligens lenge. Vi landa på at råd frå staten er betre enn fire hundre lokale reglar, og at råda må seie noko om alder. Vi har ingen som kan vurdere slike verktøy fagleg. Då blir valet gjort av den læraren som er mest nysgjerrig, eller av den leverandøren som ringjer sist.`,
      },
    ],
  },
  {
    key: 'r1-lauvdal',
    round: 'runde-1',
    sender: { organisation: 'lauvdal' },
    lang: 'nn',
    title: 'Innspel frå Lauvdal kommune',
    status: 'submitted',
    day: -58,
    time: '09:40',
    mandate: { level: 'executive-board', note: 'Formannskapet i Lauvdal, sak 77/26' },
    publication: 'published',
    publishedDay: -55,
    answers: [
      {
        question: 'viktigst',
        text: `Lauvdal kommune har fire barnehagar, tre skular og lang reiseveg mellom dei. Det viktigaste for oss er at tilsette får kompetanse der dei er, og at nettet held når dei skal bruke han.

Ved den minste skulen vår går nettet ned når alle på mellomtrinnet loggar på samstundes. Læraren har lært seg å dele klassen i to og la halve gruppa arbeide med bok. Det er god pedagogikk nokre dagar, men det bør vere læraren som vel det, og ikkje ein boks på veggen. Ambisjonen i kapittel 4 er rett. Utan nett er resten av strategien lesestoff.

Vi er glade for at forordet seier rett ut at innføringa har gått fortare enn opplæringa. Slik var det her òg. Vi kjøpte einingar til alle i eit budsjettvedtak i desember, og fekk dei levert i januar. Opplæringa kom året etter.`,
      },
      { question: 'ambisjoner', choice: '4' },
      {
        question: 'hva-ma-til',
        text: `Tid til kompetanse må inn i arbeidstida og ut av ettermiddagen. Vi har prøvd begge delar. Då vi la kurs til planleggingsdagane, kom alle. Då vi la same kurset på nett som «valfritt tilbod», kom dei som kunne det frå før. Avsnitt 2.2 seier at eigaren «legg til rette». Det er for veikt. Skriv at tida skal setjast av, og kven som betaler for henne.

Ordninga med digitale rettleiarar i avsnitt 2.6 er det beste tiltaket vi har hatt. To lærarar har hatt tjue prosent kvar i tre år. Dei sit i klasserommet saman med kollegaen, ikkje på eit kontor. Men når budsjettet er stramt, er det dei to gongene tjue prosentane som ryk først, fordi rolla ikkje står nokon stad. Ei nasjonal skildring av rolla ville ha hjelpt oss å halde på ho.

Vi treng dessutan:

- ei avklaring av kven som har ansvar for nettet fram til bygget, når ingen vil byggje ut
- felles krav til levetid på utstyr, slik at vi kan seie nei til det billegaste
- éin kalender for nasjonale prøver, kartleggingar og nye system

For barnehagane er det viktigast at kurs kan takast i små grupper og på dagtid. Vi har prøvd ein modell der to avdelingar tek på seg barna til kvarandre éin time annankvar veke. Det kostar ingenting og verkar så lenge ingen er sjuke. Frå november til mars er det alltid nokon som er sjuke.`,
      },
      { question: 'ansvar', choice: 'delt' },
      {
        question: 'andre-merknader',
        text: `Formannskapet vil leggje til at strategien bør seie noko om skuleskyssen. Elevar i Lauvdal sit opptil åtti minutt i buss kvar dag, og det er der mykje av skjermtida er. Skulen kan ikkje ta ansvar for alt, men foreldre, skule og fylkeskommune kan snakke saman om det.`,
      },
    ],
  },
]
