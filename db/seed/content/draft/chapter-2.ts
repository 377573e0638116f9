import type { ChapterContent } from '../content.ts'
import { ambition, paragraph, subheading } from './block.ts'

/** Chapter 2 of the first draft. */
export const chapter2: ChapterContent = {
  key: 'ansatte-og-ledere',
  number: 2,
  title: { nb: 'Ansatte og ledere som vet hva de velger', nn: 'Tilsette og leiarar som veit kva dei vel' },
  blocks: [
    ambition(
      'ansatte-og-ledere-ambisjon',
      'Alle som arbeider med barn og elever, skal ha kompetanse til å velge digitale verktøy bort like trygt som de tar dem i bruk.',
      'Alle som arbeider med barn og elevar, skal ha kompetanse til å velje digitale verktøy bort like trygt som dei tek dei i bruk.',
    ),
    paragraph(
      'grunnutdanning',
      'Lærerutdanningene skal gi nye lærere erfaring med digital undervisning i egne fag, ikke bare kurs i enkeltverktøy. Studentene skal møte de samme tjenestene i studiet som de møter i praksis. Universiteter og høyskoler inviteres til avtaler med kommuner og fylkeskommuner om praksisplasser der digital dømmekraft er en del av veiledningen.',
      'Lærarutdanningane skal gi nye lærarar erfaring med digital undervisning i eigne fag, ikkje berre kurs i einskilde verktøy. Studentane skal møte dei same tenestene i studiet som dei møter i praksis. Universitet og høgskular blir inviterte til avtalar med kommunar og fylkeskommunar om praksisplassar der digital dømmekraft er ein del av rettleiinga.',
    ),
    paragraph(
      'etterutdanning',
      'Ansatte i barnehage og skole skal ha tilgang til korte, gratis og nettbaserte kurs om digital kompetanse. Kursene skal kunne tas enkeltvis eller samlet i personalgruppa. Eieren legger til rette for at de ansatte kan delta. Staten utvikler kursene sammen med universiteter og høyskoler og holder dem oppdatert gjennom hele strategiperioden.',
      'Tilsette i barnehage og skule skal ha tilgang til korte, gratis og nettbaserte kurs om digital kompetanse. Kursa skal kunne takast kvar for seg eller samla i personalgruppa. Eigaren legg til rette for at dei tilsette kan delta. Staten utviklar kursa saman med universitet og høgskular og held dei oppdaterte gjennom heile strategiperioden.',
    ),
    paragraph(
      'ledelse',
      'Styrere, rektorer og kommuneledelse avgjør om digitale satsinger blir til noe. De trenger innsikt i pedagogikk, personvern, økonomi og anskaffelser, og de trenger noen å spørre. Innholdet i lederutdanningene skal gjennomgås. Målet er at alle nye ledere får en modul om digital utvikling i løpet av de to første årene i stillingen.',
      'Styrarar, rektorar og kommuneleiing avgjer om digitale satsingar blir til noko. Dei treng innsikt i pedagogikk, personvern, økonomi og innkjøp, og dei treng nokon å spørje. Innhaldet i leiarutdanningane skal gjennomgåast. Målet er at alle nye leiarar får ein modul om digital utvikling i løpet av dei to første åra i stillinga.',
    ),
    subheading('stotte-i-hverdagen', 'Støtte i hverdagen', 'Støtte i kvardagen'),
    paragraph(
      'laeringsfellesskap',
      'Kompetanse blir til i fellesskap. Ansatte lærer mest når de planlegger, prøver ut og vurderer sammen med kolleger. Kommuner og private eiere oppfordres til å bygge nettverk på tvers av enheter, gjerne i eksisterende regionale samarbeid. Staten vil dele gode eksempler, men ikke bestemme hvordan nettverkene skal arbeide.',
      'Kompetanse blir til i fellesskap. Tilsette lærer mest når dei planlegg, prøver ut og vurderer saman med kollegaer. Kommunar og private eigarar blir oppmoda om å byggje nettverk på tvers av einingar, gjerne i regionale samarbeid som finst frå før. Staten vil dele gode døme, men ikkje avgjere korleis nettverka skal arbeide.',
    ),
    paragraph(
      'barnehagens-ansatte',
      'I barnehagen har mange ansatte ingen pedagogisk utdanning, og få har egen arbeidsplass med datamaskin. Tilbudene om kompetanse skal derfor også passe for assistenter og fagarbeidere, kunne brukes på avdelingen og være på begge målformer. Samisk og tegnspråk skal vurderes i de tilbudene der det er behov for det.',
      'I barnehagen har mange tilsette inga pedagogisk utdanning, og få har eigen arbeidsplass med datamaskin. Tilboda om kompetanse skal derfor også passe for assistentar og fagarbeidarar, kunne brukast på avdelinga og vere på begge målformer. Samisk og teiknspråk skal vurderast i dei tilboda der det er behov for det.',
    ),
    paragraph(
      'digitale-veiledere',
      'Mange kommuner har gode erfaringer med lærere som bruker en del av stillingen sin på å veilede kolleger. De kjenner fagene, elevene og utstyret. Strategien legger til grunn at hver skole har noen med en slik rolle, og at barnehager kan dele en veileder med andre barnehager i nærheten.',
      'Mange kommunar har gode erfaringar med lærarar som bruker ein del av stillinga si på å rettleie kollegaer. Dei kjenner faga, elevane og utstyret. Strategien legg til grunn at kvar skule har nokon med ei slik rolle, og at barnehagar kan dele ein rettleiar med andre barnehagar i nærleiken.',
    ),
  ],
}
