import type { OptionContent, QuestionContent, QuestionnaireContent } from './content.ts'
import { richerQuestions } from './richer-questions.ts'

const agreement: OptionContent[] = [
  { key: '1', text: { nb: 'Helt uenig', nn: 'Heilt usamd' } },
  { key: '2', text: { nb: 'Delvis uenig', nn: 'Delvis usamd' } },
  { key: '3', text: { nb: 'Verken enig eller uenig', nn: 'Verken samd eller usamd' } },
  { key: '4', text: { nb: 'Delvis enig', nn: 'Delvis samd' } },
  { key: '5', text: { nb: 'Helt enig', nn: 'Heilt samd' } },
]

/** The answer beside every scale. */
export const noOpinion: OptionContent = {
  key: 'no-opinion',
  text: { nb: 'Har ingen mening', nn: 'Har inga meining' },
}

const otherRemarks: QuestionContent = {
  key: 'andre-merknader',
  kind: 'general',
  title: { nb: 'Andre merknader', nn: 'Andre merknader' },
  help: {
    nb: 'Skriv om det vi ikke har spurt om. Vis gjerne til nummeret på avsnittet.',
    nn: 'Skriv om det vi ikkje har spurt om. Vis gjerne til nummeret på avsnittet.',
  },
  required: false,
}

const firstRound: QuestionnaireContent = {
  round: 'runde-1',
  questions: [
    {
      key: 'viktigst',
      kind: 'rich-text',
      title: {
        nb: 'Hva er det viktigste strategien må løse?',
        nn: 'Kva er det viktigaste strategien må løyse?',
      },
      help: {
        nb: 'Ta utgangspunkt i barna, elevene og de ansatte hos dere. Velg heller ett forhold enn fem.',
        nn: 'Ta utgangspunkt i barna, elevane og dei tilsette hos dykk. Vel heller éi sak enn fem.',
      },
      required: true,
    },
    {
      key: 'ambisjoner',
      kind: 'scale',
      title: { nb: 'Ambisjonene i utkastet er de riktige', nn: 'Ambisjonane i utkastet er dei rette' },
      help: {
        nb: 'Hvert av de sju kapitlene åpner med en ambisjon. Svar for helheten.',
        nn: 'Kvart av dei sju kapitla opnar med ein ambisjon. Svar for heilskapen.',
      },
      required: true,
      scale: agreement,
    },
    {
      key: 'hva-ma-til',
      kind: 'rich-text',
      title: {
        nb: 'Hva må til for at dere kan gjennomføre det strategien legger opp til?',
        nn: 'Kva må til for at de kan gjennomføre det strategien legg opp til?',
      },
      help: {
        nb: 'Skriv om folk, tid, penger, avtaler og teknikk. Eksempler fra egen hverdag hjelper oss mest.',
        nn: 'Skriv om folk, tid, pengar, avtalar og teknikk. Døme frå eigen kvardag hjelper oss mest.',
      },
      required: false,
    },
    {
      key: 'ansvar',
      kind: 'single-choice',
      title: {
        nb: 'Hvem bør ha hovedansvaret for felles digital infrastruktur?',
        nn: 'Kven bør ha hovudansvaret for felles digital infrastruktur?',
      },
      help: {
        nb: 'Gjelder kapittel 4: innlogging, deling av data, tjenestekatalog og nett.',
        nn: 'Gjeld kapittel 4: innlogging, deling av data, tenestekatalog og nett.',
      },
      required: true,
      options: [
        { key: 'staten', text: { nb: 'Staten', nn: 'Staten' } },
        {
          key: 'kommunene-sammen',
          text: {
            nb: 'Kommunene og fylkeskommunene i fellesskap',
            nn: 'Kommunane og fylkeskommunane i fellesskap',
          },
        },
        {
          key: 'delt',
          text: { nb: 'Staten og kommunene, med delt ansvar', nn: 'Staten og kommunane, med delt ansvar' },
        },
        { key: 'hver-eier', text: { nb: 'Hver enkelt eier', nn: 'Kvar einskild eigar' } },
        { key: 'ikke-berort', text: { nb: 'Spørsmålet gjelder ikke oss', nn: 'Spørsmålet gjeld ikkje oss' } },
      ],
    },
    otherRemarks,
  ],
}

const secondRound: QuestionnaireContent = {
  round: 'runde-2',
  questions: [
    {
      key: 'viktigst-na',
      kind: 'rich-text',
      title: {
        nb: 'Hva er viktigst for dere i det nye utkastet?',
        nn: 'Kva er viktigast for dykk i det nye utkastet?',
      },
      help: {
        nb: 'Skriv hva som bør stå, og hva som fortsatt må endres.',
        nn: 'Skriv kva som bør stå, og kva som framleis må endrast.',
      },
      required: true,
    },
    {
      key: 'fulgt-opp',
      kind: 'scale',
      title: {
        nb: 'Det nye utkastet svarer på det vi tok opp i runde 1',
        nn: 'Det nye utkastet svarer på det vi tok opp i runde 1',
      },
      help: {
        nb: 'Svarte dere ikke i runde 1, velger dere «Har ingen mening».',
        nn: 'Svara de ikkje i runde 1, vel de «Har inga meining».',
      },
      required: true,
      scale: agreement,
    },
    {
      key: 'felles-infrastruktur',
      kind: 'rich-text',
      title: {
        nb: 'Hva må til for at dere kan ta i bruk felles infrastruktur?',
        nn: 'Kva må til for at de kan ta i bruk felles infrastruktur?',
      },
      help: {
        nb: 'Gjelder kapittel 4 i utkastet. Skriv gjerne hva staten bør gjøre, og hva kommunene bør gjøre selv.',
        nn: 'Gjeld kapittel 4 i utkastet. Skriv gjerne kva staten bør gjere, og kva kommunane bør gjere sjølve.',
      },
      required: true,
    },
    {
      key: 'bistand',
      kind: 'single-choice',
      title: {
        nb: 'Hvem bør gi små kommuner hjelp til å innføre fellesløsninger?',
        nn: 'Kven bør gi små kommunar hjelp til å innføre fellesløysingar?',
      },
      help: { nb: 'Gjelder avsnitt 6.4.', nn: 'Gjeld avsnitt 6.4.' },
      required: true,
      options: [
        { key: 'staten', text: { nb: 'Et nasjonalt støtteteam', nn: 'Eit nasjonalt støtteteam' } },
        { key: 'fylket', text: { nb: 'Fylkeskommunen', nn: 'Fylkeskommunen' } },
        {
          key: 'nettverk',
          text: { nb: 'Regionale nettverk av kommuner', nn: 'Regionale nettverk av kommunar' },
        },
        {
          key: 'midler',
          text: {
            nb: 'Kommunen selv, med egne midler til det',
            nn: 'Kommunen sjølv, med eigne midlar til det',
          },
        },
        { key: 'ikke-berort', text: { nb: 'Spørsmålet gjelder ikke oss', nn: 'Spørsmålet gjeld ikkje oss' } },
      ],
    },
    {
      key: 'ansattes-kompetanse',
      kind: 'rich-text',
      title: {
        nb: 'Hva trenger ansatte og ledere for å lykkes?',
        nn: 'Kva treng tilsette og leiarar for å lykkast?',
      },
      help: {
        nb: 'Gjelder kapittel 2. Skriv hva som virker hos dere i dag.',
        nn: 'Gjeld kapittel 2. Skriv kva som verkar hos dykk i dag.',
      },
      required: false,
    },
    ...richerQuestions,
    otherRemarks,
  ],
}

/** What each round asks. Question keys are unique within a round. */
export const questionnaires: QuestionnaireContent[] = [firstRound, secondRound]
