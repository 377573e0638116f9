import type { RoundSlug } from './content.ts'

/** An input that did not come through Innspill, as staff registered it. */
export type IntakeContent = {
  round: RoundSlug
  channel: 'letter' | 'e-mail' | 'oral'
  sender: {
    kind: 'organisation' | 'network' | 'business' | 'person'
    name: string
    naming?: 'named' | 'hidden'
  }
  /** The day it was received, counted from today; of an oral one, the day of its meeting. */
  day: number
  meeting?: string
  speaker?: string
  lang: 'nb' | 'nn'
  text: string
}

const meeting = 'apent-innspillsmote-om-forste-utkast'

export const intake: IntakeContent[] = [
  {
    ...{ round: 'runde-1', channel: 'oral', day: -92, meeting, lang: 'nb', speaker: 'Jorunn Haug' },
    sender: { kind: 'organisation', name: 'Landslaget for skolebibliotek' },
    text: 'Skolebiblioteket er stedet der elevene kan få hjelp til å vurdere kilder, også digitale.\n\nUtkastet nevner ikke skolebibliotekarene. Vi ber om at de blir nevnt ved siden av lærerne.',
  },
  {
    ...{ round: 'runde-1', channel: 'oral', day: -92, meeting, lang: 'nn', speaker: 'Eivind Myklebust' },
    sender: { kind: 'network', name: 'Fjordnettverket for IKT i skulen' },
    text: 'Vi er ni små kommunar som deler éin rådgivar. Krava må kunne oppfyllast i fellesskap.\n\nDet må bli lov å dele tenester på tvers av kommunegrensene utan ny avtale kvart år.',
  },
  {
    ...{ round: 'runde-1', channel: 'oral', day: -92, meeting, lang: 'nb' },
    sender: { kind: 'person', name: 'Anita Solberg', naming: 'hidden' },
    text: 'Jeg er mor til to på barneskolen. Vi foreldre må få vite hvilke apper skolen bruker, og hva de lagrer.',
  },
  {
    ...{ round: 'runde-2', channel: 'letter', day: -9, lang: 'nb' },
    sender: { kind: 'organisation', name: 'Foreningen Rolig skoledag' },
    text: 'Vi viser til utkastet.\n\nSkjermtid må veies mot ro og konsentrasjon. Vi savner et mål om skjermfrie timer på de laveste trinnene.\n\nSkolene må få bestemme selv hvordan målet nås.',
  },
  {
    ...{ round: 'runde-2', channel: 'e-mail', day: -4, lang: 'nn' },
    sender: { kind: 'business', name: 'Nordlys Læringsverktøy' },
    text: 'Vi lagar læringsverktøy for grunnskulen.\n\nFelles krav til personvern gjer det enklare for oss og tryggare for elevane. Krava bør vere klare minst eitt år før dei gjeld.',
  },
]
