import { foreword, heading, type PlanContent, paragraph, signature } from './document.ts'

/** The plan before: adopted by a board, replaced, and still to be read where it always was. */
export const earlierPlan: PlanContent = {
  slug: 'plan-for-digitale-laeringsmidler',
  title: { nb: 'Plan for digitale læringsmidler', nn: 'Plan for digitale læringsmiddel' },
  subtitle: { nb: 'Fra forsøk til vanlig drift', nn: 'Frå forsøk til vanleg drift' },
  owner: { nb: 'Seksjon for læringsmidler', nn: 'Seksjon for læringsmiddel' },
  contact: 'Seksjonen er lagt ned. Spør Avdeling for digital oppvekst, handlingsplan@opplaering.example',
  years: { from: -5, to: -2 },
  version: { nb: 'Vedtatt plan', nn: 'Vedteken plan' },
  note: {
    nb: 'Planen ble lagd etter to år med forsøk i åtte kommuner.',
    nn: 'Planen blei laga etter to år med forsøk i åtte kommunar.',
  },
  adoption: {
    by: { nb: 'styret i Kommunenes fellesorgan', nn: 'styret i Fellesorganet til kommunane' },
    ...{ kind: 'board', on: '02-10', caseNumber: '21/0077' },
    consultedWith: {
      nb: 'departementet og åtte forsøkskommuner',
      nn: 'departementet og åtte forsøkskommunar',
    },
  },
  blocks: [
    foreword,
    paragraph(
      'Åtte kommuner har prøvd ut digitale læringsmidler i to år. Nå skal resten av landet få nytte av det de lærte, også av det som ikke gikk bra.',
      'Åtte kommunar har prøvd ut digitale læringsmiddel i to år. No skal resten av landet få nytte av det dei lærte, òg av det som ikkje gjekk bra.',
    ),
    signature('Torbjørn Ask\nstyreleder', 'Torbjørn Ask\nstyreleiar'),
    heading('Innkjøp', 'Innkjøp'),
    paragraph(
      'Kommunene skal kunne kjøpe inn sammen uten å måtte velge det samme.',
      'Kommunane skal kunne kjøpe inn saman utan å måtte velje det same.',
    ),
    paragraph(
      'En avtale skal ikke vare lenger enn tre år, slik at ingen blir sittende fast.',
      'Ein avtale skal ikkje vare lenger enn tre år, slik at ingen blir sitjande fast.',
    ),
    heading('Opplæring', 'Opplæring'),
    paragraph(
      'Hver skole skal ha to ansatte som kjenner verktøyene godt og har tid til å hjelpe andre.',
      'Kvar skule skal ha to tilsette som kjenner verktøya godt og har tid til å hjelpe andre.',
    ),
  ],
}
