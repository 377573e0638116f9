import fc from 'fast-check'
import { expect, test } from 'vitest'
import { negationBeside } from './negation.ts'
import { isVerbatim, verifyQuote } from './quote.ts'

const source = [
  'Vi i Fjellvik er uenige i at kommunen skal betale alene. Staten må ikke skyve kostnadene over på kommunene, og dette gjelder «små» kommuner mest – særlig i distriktene.',
  'Barnehagen er med i planen. Kommunen mener at utstyret skal følge barnet, dersom foreldrene ønsker det, gjennom hele skoleløpet.',
].join('\n')

function kindOf(quote: string): string {
  return verifyQuote(quote, source).kind
}

function quoted(quote: string): string {
  const check = verifyQuote(quote, source)
  return check.kind === 'not-found' ? '' : [...source].slice(check.startCp, check.endCp).join('')
}

test('the source’s own words are exact, at their place', () => {
  for (const quote of [source, 'Staten må ikke skyve kostnadene', ' Barnehagen er med i planen. ']) {
    expect(kindOf(quote)).toBe('exact')
    expect(quoted(quote)).toBe(quote.trim())
  }
})

test.each([
  ['other quotation marks', 'dette gjelder "små" kommuner mest', 'dette gjelder «små» kommuner mest'],
  ['another dash', 'mest - særlig i distriktene', 'mest – særlig i distriktene'],
  ['a no-break space', 'Staten må\u00A0ikke skyve', 'Staten må ikke skyve'],
  ['a soft hyphen', 'Staten må ikke skyve kost\u00ADnadene', 'Staten må ikke skyve kostnadene'],
  ['several spaces and a line break', 'Staten  må\nikke   skyve', 'Staten må ikke skyve'],
  ['letters written in two parts', 'Staten ma\u030A ikke skyve', 'Staten må ikke skyve'],
])('%s makes no difference', (_, quote, original) => {
  expect(kindOf(quote)).toBe('normalised')
  expect(quoted(quote)).toBe(original)
})

test('a source with soft hyphens and no-break spaces is found by clean words, with the offsets of the source', () => {
  const untidy = 'Vi 👍 at kost\u00ADnadene\u00A0 må bæres av staten.'
  const check = verifyQuote('kostnadene må bæres av staten', untidy)
  const startCp = 8
  const endCp = [...untidy].length - 1
  const words = 'kost\u00ADnadene\u00A0 må bæres av staten'
  expect(check).toEqual({ kind: 'normalised', startCp, endCp, words })
  expect([...untidy].slice(startCp, endCp).join('')).toBe(words)
})

test.each([
  ['one word changed', 'Staten må ikke flytte kostnadene'],
  ['one word dropped', 'Staten må skyve kostnadene'],
  ['one word added', 'Staten må ikke bare skyve kostnadene'],
  ['the wrong order', 'skyve ikke må Staten'],
  ['another case', 'staten må ikke skyve'],
  ['half a word', 'enige i at kommunen skal betale'],
  ['a cut word at the end', 'Staten må ikke skyve kost'],
  ['nothing', ' '],
  ['marks alone', '[…]'],
  ['words of another text', 'Alle skal ha lik tilgang'],
])('%s is not found', (_, quote) => {
  expect(kindOf(quote)).toBe('not-found')
})

test('parts may be left out where it is marked', () => {
  for (const mark of ['[…]', '[...]', '[ … ]']) {
    const quote = `Barnehagen er med ${mark} utstyret skal følge barnet`
    expect(kindOf(quote)).toBe('elided')
    expect(quoted(quote)).toBe('Barnehagen er med i planen. Kommunen mener at utstyret skal følge barnet')
  }
  expect(kindOf('[…] utstyret skal følge barnet […]')).toBe('elided')
})

test.each([
  ['parts in the wrong order', 'utstyret skal følge barnet […] Barnehagen er med'],
  ['a part of two words', 'Barnehagen er med […] følge barnet'],
  ['a changed word beside the mark', 'Barnehagen er med […] utstyret bør følge barnet'],
  ['parts that overlap', 'Barnehagen er med i planen […] med i planen. Kommunen'],
  ['an ellipsis without brackets', 'Barnehagen er med … utstyret skal følge barnet'],
])('leaving out does not excuse %s', (_, quote) => {
  expect(kindOf(quote)).toBe('not-found')
})

test('leaving out a negation or a condition is marked', () => {
  expect(verifyQuote('Vi i Fjellvik […] skyve kostnadene over', source)).toMatchObject({
    jumpsOverNegation: true,
  })
  expect(verifyQuote('utstyret skal følge […] gjennom hele skoleløpet', source)).toMatchObject({
    jumpsOverNegation: true,
  })
  expect(verifyQuote('Barnehagen er med […] utstyret skal følge', source)).toMatchObject({
    jumpsOverNegation: false,
  })
  for (const word of ['ikke', 'ikkje', 'inte', 'eik', 'not', 'unntatt', 'unnateke', 'dersom', 'IKKE']) {
    const check = verifyQuote('Vi vil gjerne […] betale for dette', `Vi vil gjerne ${word} betale for dette`)
    expect(check, word).toMatchObject({ kind: 'elided', jumpsOverNegation: true })
  }
  const compound = verifyQuote('Vi vil gjerne […] betale for dette', 'Vi vil gjerne notat betale for dette')
  expect(compound).toMatchObject({ jumpsOverNegation: false })
})

test('words of ours may stand in brackets within a sentence', () => {
  expect(kindOf('uenige i at [vi] skal betale alene')).toBe('edited')
  expect(kindOf('[Fjellvik] mener at utstyret skal følge barnet')).toBe('edited')
  expect(kindOf('utstyret [til eleven] skal følge barnet')).toBe('edited')
  expect(quoted('uenige i at [vi] skal betale alene')).toBe('uenige i at kommunen skal betale alene')
})

test('words may be left out and put in in one quote, each as it may alone', () => {
  for (const quote of [
    'uenige i at [vi] skal betale alene […] utstyret skal følge barnet',
    'Barnehagen er med […] utstyret [til eleven] skal følge barnet',
    'Barnehagen er med […] [dette utstyret] skal følge barnet',
    '[…] utstyret skal [alltid] følge barnet […]',
    'Barnehagen er med i planen [fra 2027] […] utstyret skal følge barnet',
  ])
    expect(kindOf(quote), quote).toBe('elided-and-edited')
  const both = '[B]arnehagen er med […] utstyret [til "eleven"] skal følge'
  expect(verifyQuote(both, source)).toMatchObject({ words: both })
  expect(verifyQuote('Vi i Fjellvik […] må [helst] skyve kostnadene over', source)).toMatchObject({
    jumpsOverNegation: true,
  })
})

test.each([
  ['a negation of ours', 'Barnehagen er med […] utstyret skal [ikke] følge barnet'],
  ['a changed word', 'Barnehagen er med […] utstyret [til eleven] må følge barnet'],
  [
    'two words of the source between the ellipses',
    'Barnehagen er med […] utstyret [her] skal […] gjennom hele skoleløpet',
  ],
  [
    'words of ours across a sentence end',
    'uenige i at kommunen […] er med i [planen der] utstyret skal følge',
  ],
  ['words of ours over many words', 'Barnehagen er med […] Kommunen [her] dersom foreldrene ønsker'],
  ['parts in the wrong order', 'utstyret [til eleven] skal følge […] Barnehagen er med'],
  ['an ellipsis where nothing is left out', 'Barnehagen er med […] i planen. Kommunen mener [her] at'],
  ['a question of ours', 'Barnehagen er med […] utstyret skal følge barnet [alltid]?'],
  ['brackets around nothing', 'Barnehagen er med […] utstyret [] skal følge barnet'],
])('both in one quote do not excuse %s', (_, quote) => {
  expect(kindOf(quote)).toBe('not-found')
})

test('a source with brackets of its own is quoted with them, words left out too', () => {
  const text = 'Vi viser til planen [vedlegg 2] og ber om mer tid. Fristen er for kort for oss.'
  expect(verifyQuote('til planen [vedlegg 2] og ber […] er for kort', text)).toMatchObject({ kind: 'elided' })
})

test('a letter in brackets changes only its case', () => {
  expect(kindOf('[U]tstyret skal følge barnet')).toBe('edited')
  expect(kindOf('[b]arnehagen er med i planen')).toBe('edited')
  expect(kindOf('[A]tstyret skal følge barnet')).toBe('not-found')
})

test.each([
  ['across a sentence end', 'Barnehagen er med i [planen der] utstyret skal følge barnet'],
  ['across the end of a sentence it begins', 'Barnehagen er med i [utkastet] Kommunen mener at'],
  ['across paragraphs', 'særlig i [alle] er med i planen'],
  ['over many words', 'Vi i Fjellvik [og andre] skal betale alene'],
  ['with a long text', `utstyret [${'a'.repeat(70)}] skal følge barnet`],
  ['around too few words', '[Kommunen] skal [ikke] betale'],
  ['beside a changed word', 'utstyret [til eleven] må følge barnet'],
])('an insertion %s is not found', (_, quote) => {
  expect(kindOf(quote)).toBe('not-found')
})

test('an insertion in place of a negation is marked', () => {
  expect(verifyQuote('Staten må [helst] skyve kostnadene over på kommunene', source)).toMatchObject({
    kind: 'edited',
    jumpsOverNegation: true,
  })
})

test.each([
  ['the rest of a word cut by a soft hyphen', 'Vi er u\u00ADenige i dette', 'enige i dette'],
  ['the rest of a compound with a hyphen', 'Vi vil ha ikke-digitale verktøy', 'digitale verktøy'],
  ['the beginning of one', 'Vi vil ha digitale-ikke analoge', 'Vi vil ha digitale'],
  ['the rest of a number with decimals', 'Det gjelder 12,5 prosent', '5 prosent'],
  ['the first of its figures', 'Det gjelder 12,5 prosent', 'Det gjelder 12'],
  ['the rest of a number in thousands', 'Det koster 62\u00A0000 kroner', '000 kroner'],
  ['the first of its thousands', 'Det koster 62 000 kroner', 'Det koster 62'],
  ['a number without its sign', 'Det er −5 grader ute', '5 grader ute'],
  ['a word without its denial', 'We don’t want it', 'We don'],
])('%s is not a quote', (_, text, quote) => {
  expect(verifyQuote(quote, text).kind).toBe('not-found')
})

test('a quote is kept with the source’s marks, the brackets where they were put', () => {
  const kept = (quote: string) => {
    const check = verifyQuote(quote, source)
    return check.kind === 'not-found' ? null : check.words
  }
  expect(kept('dette gjelder "små" kommuner mest - særlig')).toBe(
    'dette gjelder «små» kommuner mest – særlig',
  )
  expect(kept("dette gjelder 'små' kommuner")).toBe('dette gjelder «små» kommuner')
  expect(kept('dette gjelder "små" kommuner [...]Kommunen mener at')).toBe(
    'dette gjelder «små» kommuner […] Kommunen mener at',
  )
  expect(kept('[…] gjelder "små" kommuner [...]')).toBe('[…] gjelder «små» kommuner […]')
  expect(kept('[D]ette gjelder "små" kommuner')).toBe('[D]ette gjelder «små» kommuner')
  expect(kept('og [kravet] gjelder "små" kommuner mest - [særlig] i distriktene')).toBe(
    'og [kravet] gjelder «små» kommuner mest – [særlig] i distriktene',
  )
  expect(kept('[D]ette gjelder "små" kommuner […] [k]ommunen mener at')).toBe(
    '[D]ette gjelder «små» kommuner […] [k]ommunen mener at',
  )
})

test.each([
  ['a mark for something left out where nothing is', 'Barnehagen er med […] i planen. Kommunen'],
  ['brackets around nothing', 'utstyret [] skal følge barnet'],
  ['a mark that is no ellipsis', 'utstyret [..] skal følge barnet'],
  ['a negation of ours', 'utstyret skal [ikke] følge barnet'],
  ['a question of ours', 'utstyret skal følge barnet [alltid]?'],
])('%s is not found', (_, quote) => {
  expect(kindOf(quote)).toBe('not-found')
})

test('a quote that leaves a negation of its own sentence outside is marked', () => {
  const beside = (quote: string, text = source) => {
    const check = verifyQuote(quote, text)
    return check.kind !== 'not-found' && negationBeside(text, check.startCp, check.endCp)
  }
  expect(beside('skyve kostnadene over på kommunene')).toBe(true)
  expect(beside('Kommunen mener at utstyret skal følge barnet')).toBe(true)
  expect(beside('Barnehagen er med i planen')).toBe(false)
  expect(beside('Vi i Fjellvik er uenige i at kommunen skal betale alene.')).toBe(false)
  expect(beside('kommuner vil betale', 'Ikke alle kommuner vil betale.')).toBe(true)
  expect(beside('Vi støtter forslaget', 'Vi støtter forslaget. Men ikke dette.')).toBe(false)
})

const word = fc.stringMatching(/^[a-zæøå]{2,8}$/)
const text = fc.array(word, { minLength: 6, maxLength: 20 })

test('any run of whole words is found, at offsets that give the words back', () => {
  fc.assert(
    fc.property(text, fc.nat(5), fc.integer({ min: 1, max: 6 }), (words, from, length) => {
      const quote = words.slice(from, from + length).join(' ')
      const whole = `👍 ${words.join(' ')}`
      const check = verifyQuote(quote, whole)
      expect(check.kind).toBe('exact')
      if (check.kind === 'exact') expect([...whole].slice(check.startCp, check.endCp).join('')).toBe(quote)
    }),
  )
})

test('a word that is nowhere in the source is never quoted', () => {
  fc.assert(
    fc.property(text, fc.nat(19), (words, at) => {
      const changed = [...words]
      changed[at % words.length] = 'qxz'
      return !isVerbatim(verifyQuote(changed.join(' '), words.join(' ')))
    }),
  )
})

test('strange quotes are answered, and quickly', () => {
  const long = 'a b c '.repeat(5000)
  expect(verifyQuote(`${'a b c […] '.repeat(200)}x y z`, long).kind).toBe('not-found')
  expect(verifyQuote('['.repeat(5000), long).kind).toBe('not-found')
  expect(verifyQuote(']\u0301\uD800[', '\uD800').kind).toBe('not-found')
})
