import { fold } from './fold.ts'

// Words that say how a question is built rather than what it is about. Negations are not here: they carry meaning.
const lists = [
  // Bokmål and nynorsk.
  `og eller men som at om av på i til fra for med ved hos er var være vært blir ble blitt har hadde ha det den de
   en et dette denne disse der her da når så seg sin sitt sine han hun vi jeg dere du dei han ho me eg vere vore
   vart vert ein eit frå kan kunne skal skulle vil ville bør må hva hvem hvor hvordan hvorfor hvilke hvilken hvilket
   når kva kven kvar korleis kvifor kva`,
  // Swedish.
  `och att det som en ett är var för på av med till den de i om har hade från vad vem hur varför vilka vilken
   vilket när där här jag vi ni han hon`,
  // English.
  `the a an and or of to in on at for with by from is are was were be been it this that these those as what who
   whom which how why when where does do did has have had i we you they he she`,
  // Finnish.
  `ja tai on ovat oli olla että se ne tämä nämä joka jotka mikä mitä mitkä kuka ketkä miten miksi milloin missä
   kuinka minä me te he hän`,
]

const stopWords: ReadonlySet<string> = new Set(lists.flatMap((list) => list.trim().split(/\s+/)).map(fold))

/** Whether a word, in any case or spelling, only builds a sentence. For questions in any words; never for an index. */
export function isStopWord(word: string): boolean {
  return stopWords.has(fold(word))
}
