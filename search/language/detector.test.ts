import { expect, test } from 'vitest'
import { detectLanguage } from './detector.ts'

const sentences: Record<string, string[]> = {
  nb: [
    'Kommunen mener at fristen er for kort, og at skolene ikke får tid til å gjennomføre tiltakene.',
    'Hvordan skal lærerne sikre at alle elever får den opplæringen de har rett til?',
    'Vi ønsker flere ressurser til skolehelsetjenesten, men ser at det ikke er mulig nå.',
  ],
  nn: [
    'Kommunen meiner at fristen er for kort, og at skulane ikkje får tid til å gjennomføre tiltaka.',
    'Korleis skal lærarane sikre at alle elevar får den opplæringa dei har rett til?',
    'Vi ønskjer fleire ressursar til skulehelsetenesta, men ser at det ikkje er mogleg no.',
  ],
  sv: [
    'Kommunen anser att tidsfristen är för kort och att skolorna inte hinner genomföra åtgärderna.',
    'Hur ska lärarna se till att alla elever får den undervisning de har rätt till?',
  ],
  fi: [
    'Kunta katsoo, että määräaika on liian lyhyt eivätkä koulut ehdi toteuttaa toimenpiteitä, jos ne ovat uusia.',
    'Miten opettajat voivat varmistaa, että kaikki oppilaat saavat opetusta, joka on heidän oikeutensa?',
  ],
  en: [
    'The municipality believes that the deadline is too short and that schools will not have time for this.',
    'How should the teachers make sure that all pupils have what they are entitled to?',
  ],
  se: [
    'Suohkan oaivvilda ahte áigemearri lea menddo oanehaš, ja ahte skuvllat eai oaččo doarvái áiggi.',
    'Mii dárbbašit eanet sámegiel oahpaheddjiid, muhto dat ii leat álki gávdnat dán suohkanis.',
  ],
}
const all = Object.entries(sentences).flatMap(([lang, texts]) => texts.map((text) => [lang, text] as const))

test.each(all)('in %s: %s', (lang, text) => {
  for (const declared of ['nb', 'nn', 'sv', 'fi', 'en', 'se'])
    expect(detectLanguage(text, declared)).toEqual({ lang, sure: true })
})

test('a text that says nothing is as its sender, or as the text it is part of', () => {
  expect(detectLanguage('Barnehage', 'nn')).toEqual({ lang: 'nn', sure: true })
  expect(detectLanguage('', 'se')).toEqual({ lang: 'se', sure: true })
  expect(detectLanguage('§ 11-5', 'nb', false)).toEqual({ lang: 'nb', sure: false })
})

test('one word of another language is not enough, but leaves a doubt when nothing speaks against it', () => {
  expect(detectLanguage('Ikkje aktuelt', 'nb')).toEqual({ lang: 'nb', sure: false })
})

test('a quotation does not turn a text', () => {
  const text =
    'Vi viser til høringsnotatet og mener at kommunene ikke får dekket sine utgifter. Elevrådet skrev: «Vi veit ikkje.»'
  expect(detectLanguage(text, 'nb')).toEqual({ lang: 'nb', sure: true })
})

test('a text in two written forms keeps the one declared, and says that it is not sure', () => {
  const mixed = `${sentences.nb?.[0]} ${sentences.nn?.[0]}`
  for (const declared of ['nb', 'nn'])
    expect(detectLanguage(mixed, declared)).toEqual({ lang: declared, sure: false })
})

test('a language nobody knows here is corrected like any other', () => {
  expect(detectLanguage(sentences.nn?.[0] ?? '', 'no').lang).toBe('nn')
  expect(detectLanguage('Barnehage', 'no')).toEqual({ lang: 'no', sure: true })
})
