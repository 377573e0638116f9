import type { ChapterContent } from '../content.ts'
import { ambition, paragraph, subheading } from './block.ts'

/** Chapter 5 of the first draft. */
export const chapter5: ChapterContent = {
  key: 'laeremidler',
  number: 5,
  title: { nb: 'Læremidler og et marked som virker', nn: 'Læremiddel og ein marknad som verkar' },
  blocks: [
    ambition(
      'laeremidler-ambisjon',
      'Alle elever skal ha gode læremidler på sitt eget språk, på papir og på skjerm, og skolene skal vite hva de betaler for.',
      'Alle elevar skal ha gode læremiddel på sitt eige språk, på papir og på skjerm, og skulane skal vite kva dei betaler for.',
    ),
    paragraph(
      'trykt-og-digitalt',
      'Et godt læremiddel kan være en bok, en nettressurs eller begge deler. Skolene skal ha reell mulighet til å velge. Når trykte bøker bare finnes som tilleggskjøp, og digitale lisenser må fornyes hvert år, blir valget ofte gjort av budsjettet. Staten vil vurdere om tilskuddet til læremidler virker nøytralt mellom papir og skjerm.',
      'Eit godt læremiddel kan vere ei bok, ein nettressurs eller begge delar. Skulane skal ha reelt høve til å velje. Når trykte bøker berre finst som tilleggskjøp, og digitale lisensar må fornyast kvart år, blir valet ofte gjort av budsjettet. Staten vil vurdere om tilskotet til læremiddel verkar nøytralt mellom papir og skjerm.',
    ),
    paragraph(
      'innkjop',
      'Innkjøp av læremidler og digitale tjenester krever kunnskap om fag, jus og teknikk på en gang. Få kommuner har alt dette. Kommunene oppfordres til å kjøpe inn sammen der det er hensiktsmessig. Staten vil utarbeide veiledere og maler for kravspesifikasjoner og legge til rette for at innkjøpere kan dele erfaringer.',
      'Innkjøp av læremiddel og digitale tenester krev kunnskap om fag, jus og teknikk på éin gong. Få kommunar har alt dette. Kommunane blir oppmoda om å kjøpe inn saman der det er føremålstenleg. Staten vil utarbeide rettleiarar og malar for kravspesifikasjonar og leggje til rette for at innkjøparar kan dele erfaringar.',
    ),
    paragraph(
      'flytte-innhold',
      'Elever og lærere skal kunne ta med seg arbeidene sine når skolen bytter leverandør. I dag blir planer, vurderinger og elevtekster for ofte liggende igjen. Felles krav til uttrekk av data skal inn i alle nye avtaler. Leverandører som følger åpne standarder, skal få vise det i tjenestekatalogen.',
      'Elevar og lærarar skal kunne ta med seg arbeida sine når skulen byter leverandør. I dag blir planar, vurderingar og elevtekstar for ofte liggjande att. Felles krav til uttrekk av data skal inn i alle nye avtalar. Leverandørar som følgjer opne standardar, skal få vise det i tenestekatalogen.',
    ),
    subheading('sprak-og-tilgang', 'Språk og tilgang', 'Språk og tilgang'),
    paragraph(
      'malform-og-samisk',
      'Elever har rett til læremidler på sin egen målform, til samme tid og samme pris. Det gjelder også digitale læremidler og de tjenestene som ligger rundt dem. Staten vil følge med på om retten blir oppfylt, og vurdere tiltak for å få fram flere læremidler på nynorsk og samisk.',
      'Elevar har rett til læremiddel på si eiga målform, til same tid og same pris. Det gjeld også digitale læremiddel og dei tenestene som ligg rundt dei. Staten vil følgje med på om retten blir oppfylt, og vurdere tiltak for å få fram fleire læremiddel på nynorsk og samisk.',
    ),
    paragraph(
      'universell-utforming',
      'Digitale læremidler skal kunne brukes av alle, også av elever som bruker skjermleser, bryterstyring eller tegnspråk. Leverandørene skal dokumentere dette før avtalen blir inngått. Eierne skal ha en fast kontakt som elever, foreldre og ansatte kan melde feil til, og feil som stenger noen ute, skal rettes først.',
      'Digitale læremiddel skal kunne brukast av alle, også av elevar som bruker skjermlesar, brytarstyring eller teiknspråk. Leverandørane skal dokumentere dette før avtalen blir inngått. Eigarane skal ha ein fast kontakt som elevar, foreldre og tilsette kan melde feil til, og feil som stengjer nokon ute, skal rettast først.',
    ),
    paragraph(
      'kvalitet-i-laeremidler',
      'Lærere skal slippe å gjette på kvaliteten. Det skal finnes enkle og åpne kriterier som sier noe om faglig innhold, språk, alder og forskningsgrunnlag. Kriteriene skal brukes av lærere som vurderer læremidler for hverandre, og resultatet skal være åpent for alle. Staten skal ikke godkjenne læremidler.',
      'Lærarar skal sleppe å gjette på kvaliteten. Det skal finnast enkle og opne kriterium som seier noko om fagleg innhald, språk, alder og forskingsgrunnlag. Kriteria skal brukast av lærarar som vurderer læremiddel for kvarandre, og resultatet skal vere ope for alle. Staten skal ikkje godkjenne læremiddel.',
    ),
  ],
}
