import type { InputContent } from '../content.ts'

export const midtfjellMunicipalities: InputContent[] = [
  {
    key: 'r1-granmo',
    round: 'runde-1',
    sender: { organisation: 'granmo' },
    lang: 'nn',
    title: 'Innspel frå Granmo kommune',
    status: 'submitted',
    day: -63,
    time: '11:14',
    mandate: { level: 'administrative', note: 'Svar frå kommunalsjef for oppvekst, på delegert fullmakt' },
    publication: 'published',
    publishedDay: -60,
    answers: [
      {
        question: 'viktigst',
        text: `Barnehagen blir ofte gløymd i digitale strategiar. Det er bra at ordet står i tittelen her. No må det òg stå i tiltaka. Av dei førti avsnitta vi har lese, handlar fire om barnehage, og to av dei handlar mest om skule.

I Granmo har vi gjort eit medvite val. Barnehagane har eitt kamera, eitt mikroskop til å kople på skjerm, ein projektor og to nettbrett per hus. Dei vaksne har eigen pålogging og eigen maskin på pauserommet. Det høyrest lite ut, men før hadde dei ingen. Assistentane kunne ikkje lese lønsslippen sin på arbeid, langt mindre ta eit kurs.

Det viktigaste strategien kan løyse for barnehagen, er at dei vaksne får tilgang og tid. Barna klarer seg.`,
      },
      { question: 'ambisjoner', choice: '5' },
      {
        question: 'hva-ma-til',
        text: `Avsnitt 2.5 peikar på det rette: Mange i barnehagen har inga pedagogisk utdanning, og dei har ikkje eigen arbeidsplass. Men kurs på nett, slik avsnitt 2.2 legg opp til, treffer ikkje folk som står på golvet frå sju til tre. Vi har best erfaring med korte økter på avdelinga, der styraren eller ein kollega leier. Tjue minutt, éin gong i veka, om noko dei skal gjere dagen etter.

Det må bli slutt på at barnehage og skule har kvar sine system for det same barnet. Når eit barn byrjar i første klasse, skriv vi ut frå det eine systemet, skannar, og lastar opp i det andre. Foreldra gir samtykke på nytt til alt. Avsnitt 4.3 set overgangen fremst. Det er rett val.

Vi støttar at bistand kan gå gjennom fylkeskommunen, men for barnehagen er fylkeskommunen ukjent land. Nokon der må få barnehage som fag.

Vi vil òg åtvare mot å gjere dokumentasjon til hovudbruken av det digitale i barnehagen. Då vi fekk ny app for foreldrekontakt, auka talet på bilete til åtti om dagen på éi avdeling. Foreldra var glade. Personalet såg barna gjennom ei linse. No har vi ein regel om tre bilete, og dei skal barna ha valt.`,
      },
      { question: 'ansvar', choice: 'delt' },
      {
        question: 'andre-merknader',
        text: `Vi har drøfta utkastet med barna i to barnehagar. Spørsmålet var: Kva bruker dei vaksne telefonen til? Svara var «å sjå på klokka», «å ta bilete av maten» og «å ikkje høyre». Vi sender det siste vidare utan kommentar.`,
      },
    ],
  },
  {
    key: 'r1-tindas',
    round: 'runde-1',
    sender: { organisation: 'tindas' },
    lang: 'nn',
    title: 'Innspel frå Tindås kommune',
    status: 'submitted',
    day: -71,
    time: '16:02',
    publication: 'withdrawn',
    publishedDay: -69,
    withdrawal: {
      day: -15,
      reason: {
        nb: 'Kommunen ba om at innspillet ble trukket. Det var en arbeidsutgave som ikke var behandlet i formannskapet.',
        nn: 'Kommunen bad om at innspelet blei trekt. Det var ei arbeidsutgåve som ikkje var handsama i formannskapet.',
      },
    },
    answers: [
      {
        question: 'viktigst',
        text: `Tindås kommune meiner at utstyr er det viktigaste. Maskinene våre er sju år gamle, og dei eldste får ikkje lenger oppdateringar. Strategien bør fastsetje eit minstekrav til utstyr som gjeld for alle elevar i landet, med pengar frå staten til dei kommunane som ligg etter. Her må vi leggje inn tal frå rekneskapen før vi sender.`,
      },
      { question: 'ambisjoner', choice: '3' },
      {
        question: 'hva-ma-til',
        text: `Kommunen må få dekt nye maskiner kvart fjerde år. Dette må økonomisjefen sjå på. Vi foreslår at eit øyremerkt tilskot blir fordelt etter talet på elevar og avstanden til næraste by.`,
      },
      { question: 'ansvar', choice: 'staten' },
    ],
  },
  {
    key: 'r1-hogheia',
    round: 'runde-1',
    sender: { organisation: 'hogheia' },
    lang: 'nn',
    title: 'Fråsegn frå Høgheia kommune',
    status: 'submitted',
    day: -54,
    time: '13:27',
    mandate: { level: 'council', note: 'Kommunestyret i Høgheia, sak 38/26, mot tre røyster' },
    publication: 'published',
    publishedDay: -52,
    answers: [
      {
        question: 'viktigst',
        text: `Kommunestyret i Høgheia vil peike på éin ting: målforma. Elevane våre har rett til læremiddel på nynorsk til same tid og same pris. Den retten er over femti år gammal. På papir er han i hovudsak oppfylt. På skjerm er han det ikkje.

Vi bad rektorane gå gjennom alle digitale tenester elevane bruker i ei vanleg veke. Av elleve tenester hadde fire fullt nynorsk grensesnitt. Tre hadde nynorsk innhald, men menyar på bokmål. I dei siste fire måtte elevane lese og skrive i eit program som ikkje kjenner språket deira. Ei av dei er ei skriveteneste med kunstig intelligens, som «rettar» nynorsk til bokmål utan å spørje.

Når dette skjer kvar dag i ti år, lærer elevane at språket deira er noko ein har til overs. Det er ikkje teknologi. Det er språkpolitikk, utført av ein leverandør.`,
      },
      { question: 'ambisjoner', choice: '3' },
      {
        question: 'hva-ma-til',
        text: `Avsnitt 5.4 må skrivast om. «Følgje med på» og «vurdere tiltak» er ikkje nok. Vi ber om dette:

- Tenester som berre finst på éi målform, skal ikkje kunne få eit merke om at dei oppfyller krava.
- Kravet skal gjelde heile tenesta, ikkje berre læreboktekstane.
- Felles avtalar skal ha ein sanksjon når nynorsken kjem for seint.
- Avsnitt 7.5 om språkmodellar skal gjelde alle verktøy skulen betaler for, ikkje berre dei staten rår til.

Utover dette kan Høgheia gjennomføre det meste av strategien, dersom det følgjer folk med. Vi sluttar oss til dei som vil ha ein fast kontaktperson i staten.

Kommunen har prøvd å bruke innkjøpsmakta si. Vi stilte krav om full nynorsk i eit anbod i fjor, og fekk eitt tilbod, til ein pris som var førti prosent høgare enn året før. Vi fekk til slutt eit kompromiss: leverandøren lova nynorsk «i løpet av avtaleperioden». Han har to år att. Ein kommune med 2 700 innbyggjarar kan ikkje vere den som held ein nasjonal rett i hevd.`,
      },
      { question: 'ansvar', choice: 'delt' },
      {
        question: 'andre-merknader',
        text: `Eit mindretal på tre ville stryke heile kapittel 7 og vente med kunstig intelligens i skulen til det ligg føre forsking. Fleirtalet meiner at elevane alt bruker det, og at skulen då må vere til stades.`,
      },
    ],
  },
]
