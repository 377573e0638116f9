import {
  ambition,
  foreword,
  heading,
  type PlanContent,
  paragraph,
  signature,
  subheading,
} from './document.ts'

/** The plan in force while the strategy is made: adopted by an official, with sub-plans and measures. */
export const plan: PlanContent = {
  slug: 'handlingsplan',
  title: {
    nb: 'Handlingsplan for digital oppvekst',
    nn: 'Handlingsplan for digital oppvekst',
  },
  subtitle: {
    nb: 'Det vi gjør nå, mens den nye strategien blir til',
    nn: 'Det vi gjer no, medan den nye strategien blir til',
  },
  owner: { nb: 'Avdeling for digital oppvekst', nn: 'Avdeling for digital oppvekst' },
  contact: 'Avdeling for digital oppvekst, handlingsplan@opplaering.example, 00 00 00 12',
  years: { from: -1, to: 2 },
  version: { nb: 'Vedtatt plan', nn: 'Vedteken plan' },
  note: {
    nb: 'Planen gjelder til strategien er vedtatt, eller til en ny plan tar over.',
    nn: 'Planen gjeld til strategien er vedteken, eller til ein ny plan tek over.',
  },
  adoption: {
    by: {
      nb: 'utdanningsdirektøren i Departementet for opplæring',
      nn: 'utdanningsdirektøren i Departementet for opplæring',
    },
    ...{ kind: 'official', on: '03-06', caseNumber: '25/0318' },
    consultedWith: {
      nb: 'ledergruppen i departementet og arbeidsutvalget i Kommunenes fellesorgan',
      nn: 'leiargruppa i departementet og arbeidsutvalet i Fellesorganet til kommunane',
    },
  },
  blocks: [
    foreword,
    paragraph(
      'En handlingsplan er et løfte med dato på. Denne sier hva vi skal gjøre de neste fire årene, hvem som gjør det, og hvordan alle kan se om det er gjort.',
      'Ein handlingsplan er ein lovnad med dato på. Denne seier kva vi skal gjere dei neste fire åra, kven som gjer det, og korleis alle kan sjå om det er gjort.',
    ),
    paragraph(
      'Den forrige planen hadde 41 tiltak. Vi rakk 17 av dem. Derfor er denne kortere, og derfor står det også hva vi har valgt å la ligge.',
      'Den førre planen hadde 41 tiltak. Vi rakk 17 av dei. Derfor er denne kortare, og derfor står det òg kva vi har valt å late liggje.',
    ),
    paragraph(
      'Vi rapporterer i januar hvert år. Er noe stanset eller forsinket, skal det stå like tydelig som det som er ferdig.',
      'Vi rapporterer i januar kvart år. Er noko stansa eller forseinka, skal det stå like tydeleg som det som er ferdig.',
    ),
    signature('Ragnhild Solem\nutdanningsdirektør', 'Ragnhild Solem\nutdanningsdirektør'),
    heading('Hvor vi står', 'Kvar vi står'),
    paragraph(
      'Tilsynet fra i fjor viser at sju av ti skoleeiere har oversikt over hvilke digitale tjenester elevene bruker. Blant barnehageeierne er det fire av ti.',
      'Tilsynet frå i fjor viser at sju av ti skuleeigarar har oversyn over kva digitale tenester elevane bruker. Blant barnehageeigarane er det fire av ti.',
    ),
    paragraph(
      'Forskjellen mellom eiere er større enn forskjellen mellom skoler hos samme eier. Det tyder på at støtte til eieren virker bedre enn kurs til den enkelte skolen.',
      'Skilnaden mellom eigarar er større enn skilnaden mellom skular hos same eigar. Det tyder på at støtte til eigaren verkar betre enn kurs til den einskilde skulen.',
    ),
    heading('Hva vi vil', 'Kva vi vil'),
    ambition(
      'Ingen barn skal ha dårligere vilkår for å lære fordi eieren er liten eller budsjettet er stramt.',
      'Ingen barn skal ha dårlegare vilkår for å lære fordi eigaren er liten eller budsjettet er stramt.',
    ),
    subheading('For barn og elever', 'For barn og elevar'),
    paragraph(
      'Utstyr og tjenester skal velges etter hva de gjør for læringen. Den som kjøper, skal kunne forklare valget til en forelder uten å bruke fagord.',
      'Utstyr og tenester skal veljast etter kva dei gjer for læringa. Den som kjøper, skal kunne forklare valet til ein forelder utan å bruke fagord.',
    ),
    paragraph(
      'Elever som trenger tilrettelegging, skal slippe å søke på nytt hver gang skolen bytter system.',
      'Elevar som treng tilrettelegging, skal sleppe å søkje på nytt kvar gong skulen byter system.',
    ),
    subheading('For ansatte', 'For tilsette'),
    paragraph(
      'Ansatte skal få opplæring før et nytt verktøy tas i bruk, i arbeidstiden og av noen som kjenner faget.',
      'Tilsette skal få opplæring før eit nytt verktøy blir teke i bruk, i arbeidstida og av nokon som kjenner faget.',
    ),
    heading('Slik arbeider vi', 'Slik arbeider vi'),
    paragraph(
      'Planen utdypes i fem områdeplaner og ni avdelingsplaner. De lages av dem som skal gjennomføre dem, og skal være ferdige innen utgangen av april det første året.',
      'Planen blir utdjupa i fem områdeplanar og ni avdelingsplanar. Dei blir laga av dei som skal gjennomføre dei, og skal vere ferdige innan utgangen av april det første året.',
    ),
    paragraph(
      'Hvert tiltak har én ansvarlig avdeling. Står to avdelinger oppført, har ingen av dem ansvaret.',
      'Kvart tiltak har éi ansvarleg avdeling. Står to avdelingar oppførte, har ingen av dei ansvaret.',
    ),
    heading('Oppfølging', 'Oppfølging'),
    paragraph(
      'Status meldes én gang i året for hvert tiltak: ikke begynt, i gang, ferdig eller stanset. Et tiltak uten melding vises som ikke rapportert.',
      'Status blir meld éin gong i året for kvart tiltak: ikkje byrja, i gang, ferdig eller stansa. Eit tiltak utan melding blir vist som ikkje rapportert.',
    ),
    paragraph(
      'Det vi lærer underveis, tar vi med inn i den nye strategien. Tiltak som ikke virker, tas ut, og det skal gå fram hvorfor.',
      'Det vi lærer undervegs, tek vi med inn i den nye strategien. Tiltak som ikkje verkar, blir tekne ut, og det skal gå fram kvifor.',
    ),
  ],
}
