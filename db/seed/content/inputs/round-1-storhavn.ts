import type { InputContent } from '../content.ts'

export const storhavn: InputContent = {
  key: 'r1-storhavn',
  round: 'runde-1',
  sender: { organisation: 'storhavn' },
  lang: 'nb',
  title: 'Uttalelse fra Storhavn kommune',
  status: 'submitted',
  day: -53,
  time: '11:58',
  mandate: { level: 'council', note: 'Vedtatt av bystyret i Storhavn, sak 103/26' },
  publication: 'published',
  publishedDay: -51,
  answers: [
    {
      question: 'viktigst',
      text: `Storhavn kommune har 92 000 innbyggere, 34 kommunale skoler, 41 kommunale og 48 private barnehager. Vi har arbeidet systematisk med digitalisering i oppvekst i femten år, og vi har gjort de fleste feilene som står omtalt i forordet. Uttalelsen vår er formet av det.

Det viktigste strategien må løse, er etter vårt syn forholdet mellom kompetanse og infrastruktur. De to delene er skrevet som om de ble laget i hvert sitt rom. I virkeligheten bestemmer infrastrukturen hva lærerne har tid til, og kompetansen bestemmer hva infrastrukturen blir brukt til. Da vi byttet læringsplattform for fire år siden, brukte vi 11 millioner kroner på systemet og 900 000 på opplæring. Vi ville ha snudd det forholdet i dag.

Vi mener videre at strategien bør tørre å si at noe skal ned. Det kommer hele tiden nye verktøy, og ingen tas bort. Storhavn har innført en regel om at en skole som vil ha en ny tjeneste, må foreslå én som skal avvikles. Det har gitt færre tjenester og bedre samtaler. I dag bruker skolene våre 64 tjenester. For tre år siden var det 190.

Endelig vil vi framheve at elevene må tas på alvor som deltakere. Elevrådene våre har uttalt seg om utkastet, og deres viktigste ønske er arbeidsro. Det er ikke et ønske om mindre teknologi, men om færre avbrudd. Vi har lagt deres ord til grunn flere steder i denne uttalelsen.`,
    },
    { question: 'ambisjoner', choice: '4' },
    {
      question: 'hva-ma-til',
      text: `Om kompetanse (kapittel 2). Ansatte lærer når de har tid, når det angår dem i morgen, og når noen de stoler på, er med. Nettbaserte kurs kan være et supplement. Våre tall viser at to av tre som begynner på et frivillig nettkurs, ikke fullfører, og at de som fullfører, stort sett er de samme hver gang. Vi har derfor lagt kompetanseutvikling inn i den bundne tiden, med tolv økter i året på hver skole. Det fordrer at staten ikke fyller den samme tiden med andre satsinger.

Avsnitt 2.3 om ledere er for beskjedent. Rektor eller styrer bestemmer om verktøyene blir brukt med vett. I Storhavn har vi sett at to skoler med samme utstyr, samme system og samme elevgrunnlag kan ha helt ulik praksis. Forskjellen heter ledelse. En modul i løpet av to år er bedre enn ingenting, men lederne trenger et fellesskap av andre ledere. Vi anbefaler faste nettverk på tvers av kommuner.

Om trygghet (kapittel 3). Vi har to jurister og en rådgiver som arbeider med personvern i oppvekst, og vi klarer det knapt. Vi deler gjerne vurderingene våre med alle andre, og har gjort det siden 2023. Men vi er ikke et direktorat. Når en liten kommune legger vår vurdering til grunn, og den viser seg å være feil, er det uklart hvem som svarer for den. Derfor må felles vurderinger ha en eier i staten. Vi tilbyr å være med i arbeidet.

Om skjerm. Bystyret var ikke samlet i synet på anbefalinger om skjermbruk. Flertallet mener at faglige råd er riktig virkemiddel, og at forbud tar fra læreren det skjønnet vi ellers ber dem bruke. Mindretallet ville ha tydelige grenser i timer på 1. til 4. trinn. Alle var enige om at barn som trenger skjerm for å kunne delta, ikke må rammes av regler som er laget for de andre.

Om infrastruktur (kapittel 4). Storhavn støtter felles innlogging og felles standarder uten forbehold. Når det gjelder tjenestekatalogen, er vi positive, men vil understreke to forhold. For det første må katalogen kunne leses av maskiner, slik at vi slipper å føre de samme opplysningene både i vårt eget system og i statens. For det andre må den ikke bli et godkjenningskontor. En katalog som bruker et halvt år på å ta inn en ny tjeneste, vil bli gått utenom.

For at Storhavn skal kunne gjennomføre det strategien legger opp til, trenger vi:

- åpne grensesnitt i alle felles løsninger fra første dag
- et testmiljø der vi kan prøve en ny utgave før elevene møter den
- to års varsel før noe vi bygger på, blir endret eller lagt ned
- rett til å flytte data ut av en tjeneste uten å betale for det
- en fast part å forhandle med når en leverandør har alle kommunene som kunder

Det siste punktet fortjener en utdyping. Markedet er blitt slik at tre leverandører dekker det meste. Ingen kommune, heller ikke vår, er stor nok til å få gjennomslag alene. Da vi krevde å få ut vurderingsdata ved et leverandørbytte, fikk vi tilbud om å kjøpe dem tilbake som konsulenttimer. Felles avtaler er den eneste medisinen vi ser. Men avtalene må deles opp slik at også små og nye leverandører kan konkurrere, ellers løser vi ett problem og lager et større.

Om utstyr. Vi har økt levetiden på elevmaskiner fra tre til fem og et halvt år ved å stille krav til reservedeler og ha et eget verksted der elever på yrkesfag er lærlinger. Det er det mest lønnsomme miljøtiltaket kommunen har gjennomført. Avsnitt 4.5 er godt, og vi deler gjerne kravene våre.`,
    },
    { question: 'ansvar', choice: 'delt' },
    {
      question: 'andre-merknader',
      text: `Private barnehager. Over halvparten av barnehagebarna i Storhavn går i private barnehager. Kommunen er lokal myndighet for dem, men kan verken pålegge dem systemer eller dele våre avtaler med dem. Resultatet er at foreldre med ett barn i hver barnehage møter to forskjellige verdener, og at opplysninger ved overgang til skole kommer på papir fra halvparten. Avsnitt 6.3 sier at dette skal utredes i strategiperioden. Det er for sent og for svakt. Likeverdig tilgang for private bør være et mål fra første dag, og kommunen bør ikke settes til å være mellommann.

Kunstig intelligens. Storhavn har åpnet for bruk av kunstig intelligens fra 8. trinn i en lukket tjeneste som vi selv drifter. Erfaringene er blandede. Elever som skriver godt, skriver bedre. Elever som strever, får tekster de ikke forstår, og leverer dem. Lærerne våre etterlyser ikke flere verktøy. De etterlyser felles råd om vurdering, og de trengte dem i fjor. Vi advarer sterkt mot at hver kommune skal utvikle sine egne.

Forskning. Vi støtter avsnitt 7.1, og ber om at forskerne får tilgang til data på en ryddig måte, slik at ikke hver forsker spør hver rektor. Storhavn fikk i fjor 61 henvendelser om deltakelse i undersøkelser. Vi sa ja til fire.

Rapportering. Bystyret kan ikke støtte avsnitt 6.6. Vi rapporterer allerede til fem statlige systemer om de samme skolene. Nye indikatorer må erstatte gamle, og rangeringer av kommuner bør unngås. Det er lett å måle hvor mange enheter vi har. Det er vanskelig å måle om noen har lært noe.

Økonomi. Storhavn registrerer at strategien ikke gir nye bevilgninger. Vi er en av kommunene som kan bære en del av dette selv, og vi sier det uten å klage. Men vi kan ikke være partner for nabokommunene våre uten at det følger midler med. Rollen som stor nabo er hyggelig, men den er ikke gratis.

Styring. Bystyret støtter et felles råd etter avsnitt 6.2, men ber om at rådet ikke bare består av dem som alltid blir spurt. Av de fem siste utvalgene på området har Storhavn vært med i fire. Vi lærte mye, men vi representerer ikke Nordøyan eller Kvitsand. En fast plass for kommuner med under 3 000 innbyggere, med dekket reise og frikjøp, ville gitt bedre råd enn enda en plass til oss. Rådets saker og vedtak må være åpne, og uenighet bør stå i referatet.

Skolebibliotek. Vi savner biblioteket i strategien. Det er nevnt i forbifarten i avsnitt 1.5, som et sted for utlån av utstyr. Hos oss er skolebibliotekaren den som oftest underviser i kildekritikk, og den som kjenner både boka og basen. Skolene med fast bibliotekar har færre saker om avskrift og flere utlån, og elevene finner fram til mer enn det første treffet. Vi ber om at biblioteket får et eget avsnitt, og at bibliotekarene får den samme tilgangen til kurs som lærerne.

Til slutt vil vi si at prosessen er god. At samme dokument kommer tilbake i en ny utgave, og at vi kan se hva som er endret og hvorfor, er nytt for oss. Vi kommer til å lese det nøye.`,
    },
  ],
}
