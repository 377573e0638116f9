import type { WrittenForm } from './content.ts'

/** A comment on a paragraph of the draft that the input's round asks about; `words` are the paragraph's in `lang`. */
export type CommentContent = {
  input: string
  paragraph: string
  lang: WrittenForm
  stance: 'agree' | 'disagree' | 'change'
  words?: string
  proposal?: string
  reason?: string
}

export const comments: readonly CommentContent[] = [
  {
    ...{ input: 'r1-solvaer', paragraph: '4.2', lang: 'nb', stance: 'change' },
    words: 'innen 2029',
    proposal: 'når den dekker behovene deres',
    reason:
      'Vi har to ansatte på IKT og fagsystemer som ikke kan kobles på ennå. En frist uten bistand blir en frist vi bryter.',
  },
  {
    ...{ input: 'r1-solvaer', paragraph: '3.2', lang: 'nb', stance: 'agree' },
    words: 'Eiere med få ansatte skal kunne øve sammen',
    reason: 'Slik øver vi allerede med nabokommunene på kysten.',
  },
  {
    ...{ input: 'r1-storhavn', paragraph: '4.2', lang: 'nb', stance: 'agree' },
    reason:
      'Vi la inn våre egne vurderinger i en prøve i fjor, og det sparte arbeid allerede den første våren.',
  },
  {
    ...{ input: 'r1-storhavn', paragraph: '3.3', lang: 'nb', stance: 'disagree' },
    words: 'anbefalinger for skjermbruk på 1. til 4. trinn',
    reason:
      'Anbefalingene må gjelde lenger opp. Hos oss kommer de fleste spørsmålene fra foreldre på mellomtrinnet.',
  },
  {
    ...{ input: 'r1-fjellvik', paragraph: '4.2', lang: 'nn', stance: 'disagree' },
    words: 'Kommunane skal sjølve leggje inn avtalane og vurderingane sine',
    reason:
      'Dette er arbeid for ein stilling vi ikkje har. Staten bør leggje inn vurderingane av dei store tenestene.',
  },
  {
    ...{ input: 'r1-lauvdal', paragraph: '4.4', lang: 'nn', stance: 'change' },
    words:
      'Staten vil sjå på korleis ordningane for utbygging av breiband kan ta betre omsyn til barnehagar og skular.',
    proposal: 'Staten skal sikre breiband til alle barnehagar og skular der marknaden ikkje byggjer ut.',
    reason: 'Å sjå på ordningane er gjort før. To av grendeskulane våre ventar framleis.',
  },
  { ...{ input: 'r2-storhavn', paragraph: '4.2', lang: 'nb', stance: 'agree' } },
  {
    ...{ input: 'r2-storhavn', paragraph: '3.3', lang: 'nb', stance: 'agree' },
    words: '1. til 7. trinn',
    reason: 'Dette svarer på det vi tok opp i forrige runde.',
  },
  {
    ...{ input: 'r2-lauvdal', paragraph: '4.5', lang: 'nn', stance: 'change' },
    words: 'Staten vil sjå på korleis',
    proposal: 'Staten skal innan 2028 ha endra',
    reason: 'Avsnittet er det same som i første utkastet. Vi treng ein dato.',
  },
  {
    ...{ input: 'r2-setermark', paragraph: '4.2', lang: 'nn', stance: 'change' },
    words: 'Kommunar med færre enn 5 000 innbyggjarar',
    proposal: 'Kommunar med færre enn 10 000 innbyggjarar',
    reason: 'Vi er 6 200 og har ikkje fleire folk på IKT enn naboen med 4 000.',
  },
  {
    ...{ input: 'r2-fjellvik', paragraph: '4.2', lang: 'nn', stance: 'agree' },
    words: 'Kommunane kan ta han i bruk når han dekkjer behova deira.',
    reason: 'Dette bad vi om i runde 1.',
  },
  {
    ...{ input: 'r2-fjellvik', paragraph: '4.1', lang: 'nn', stance: 'change' },
    words: 'utan passord',
    proposal: 'utan passord og utan eigen telefon',
    reason: 'Dei yngste har ikkje telefon, og vi vil ikkje at dei skal trenge det.',
  },
  {
    ...{ input: 'r2-granmo', paragraph: '3.2', lang: 'nn', stance: 'agree' },
    reason: 'Vi øver gjerne saman med andre.',
  },
]
