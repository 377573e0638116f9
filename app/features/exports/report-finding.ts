import { translator } from '../../messages/translator.ts'
import { type LocalisedText, pick } from '../../platform/localised-text.ts'
import { shownNumber } from '../documents/paragraph.ts'
import { aloneIn, blocksOf, countWords, type Part } from '../findings/finding-text.ts'
import { isLegalBasis } from '../inputs/masking.ts'
import { senderKindKey } from '../organisations/sender-kind.ts'
import { type OutlineBlock, quietBlock, type Span, textBlock } from './outline.ts'
import type {
  ReportChange,
  ReportFinding,
  ReportLanguage,
  ReportPlace,
  ReportQuote,
  ReportResponse,
} from './report.ts'
import { behindIn } from './report-senders.ts'

/** A finding as a chapter's part, in three steps as a proposition has them: the proposal, what was said, the assessment. */
export function findingBlocks(finding: ReportFinding, number: string, lang: ReportLanguage): OutlineBlock[] {
  const t = translator(lang, 'workbench')
  return [
    { kind: 'heading', level: 2, text: `${number} ${pick(finding.title, lang).text}` },
    ...themeBlocks(finding, lang),
    { kind: 'heading', level: 3, text: t('report.paper.proposal') },
    ...proposal(finding, lang),
    { kind: 'heading', level: 3, text: t('report.paper.heard') },
    ...heard(finding, lang),
    ...behind(finding, lang),
    { kind: 'heading', level: 3, text: t('report.paper.assessment') },
    ...assessment(finding, lang),
  ]
}

function themeBlocks({ theme, themeNow }: ReportFinding, lang: ReportLanguage): OutlineBlock[] {
  if (!theme) return []
  const t = translator(lang, 'workbench')
  const title = pick(theme, lang).text
  return [
    quietBlock(
      themeNow
        ? t('report.paper.themeMerged', { title, now: pick(themeNow, lang).text })
        : t('report.paper.theme', { title }),
    ),
  ]
}

/** Where a paragraph stands, in words: «Utkast 2, avsnitt 4.2». */
export function placeWords(
  { version, anchor }: Pick<ReportPlace, 'version' | 'anchor'>,
  lang: ReportLanguage,
): string {
  const t = translator(lang, 'public')
  const [name, number] = [pick(version.title, lang).text, shownNumber(anchor)]
  return number ? t.markup('heard.place', { version: () => name, number }) : name
}

function spanOf(text: LocalisedText, lang: ReportLanguage, own: Omit<Span, 'text' | 'lang'> = {}): Span {
  const found = pick(text, lang)
  return { ...own, text: found.text, ...(found.fallback && { lang: found.lang }) }
}

function proposal(finding: ReportFinding, lang: ReportLanguage): OutlineBlock[] {
  const t = translator(lang, 'workbench')
  const { question, responses, commented } = finding
  const changed = responses.flatMap(({ changes }) => changes.flatMap(({ before }) => before ?? []))
  const places = new Map([...changed, ...commented].map((place) => [placeWords(place, lang), place]))
  const asked = question && { position: question.position, title: pick(question.title, lang).text }
  const blocks: OutlineBlock[] = [
    ...(asked ? [textBlock(t('report.paper.question', asked))] : []),
    ...[...places].map(([words, place]): OutlineBlock => {
      const own = spanOf(place.text, lang)
      return { kind: 'quote', spans: [own], by: [{ text: words }] }
    }),
  ]
  return blocks.length > 0 ? blocks : [textBlock(t('report.paper.noProposal'))]
}

function heard({ text, quotes, counts }: ReportFinding, lang: ReportLanguage): OutlineBlock[] {
  const own = pick(text, lang)
  const quoted = new Map(quotes.map((quote) => [quote.number, quote]))
  const counted = new Map(counts.map((count) => [count.number, count]))
  const spanOfPart = (part: Part): Span[] => {
    if (part.kind === 'words') return [{ text: part.words, ...(own.fallback && { lang: own.lang }) }]
    if (part.kind === 'count') {
      const count = counted.get(part.number)
      return [{ text: count ? countWords(count) : `{t${part.number}}` }]
    }
    const quote = quoted.get(part.number)
    return quote
      ? quoteSpans(quote, lang)
      : [{ text: `(${translator(lang, 'workbench')('report.paper.missing')})` }]
  }
  return blocksOf(own.text).map((block): OutlineBlock => {
    if (block.kind === 'heading') return { kind: 'heading', level: 4, text: block.words }
    const alone = aloneIn(block.parts)
    const quote = alone === null ? undefined : quoted.get(alone)
    if (quote?.state === 'shown' && quote.mode === 'quote') {
      const [words, ...by] = quoteSpans(quote, lang)
      return { kind: 'quote', spans: words ? [words] : [], by: by.map(bare) }
    }
    return { kind: 'text', spans: block.parts.flatMap(spanOfPart) }
  })
}

// A block says who in a line of its own, without the brackets.
const bare = (span: Span): Span => ({ ...span, text: span.text.replace(/^ ?\(|\)$/g, '') })

/** A citation in the run of a text: words and sender, or why there are no words (the laws of what is masked). */
function quoteSpans(quote: ReportQuote, lang: ReportLanguage): Span[] {
  const t = translator(lang, 'workbench')
  const p = translator(lang, 'public')
  const laws = [
    ...new Set(quote.bases.map((basis) => p(`masked.because.${isLegalBasis(basis) ? basis : 'other'}`))),
  ].join(', ')
  const name = senderName(quote.sender, lang)
  const { state, mode, words } = quote
  const linked = (text: string): Span => ({ text, ...(quote.href && { href: quote.href }) })
  if (state === 'shown' && mode === 'paraphrase') return [linked(`(${name})`)]
  if (state === 'shown')
    return [
      { text: `«${words}»`, ...(quote.lang !== lang && { lang: quote.lang }) },
      linked(` (${name}${laws && `. ${p('masked.inQuote', { because: laws })}`})`),
    ]
  if (state === 'masked') return [linked(`(${name}. ${t('report.paper.masked', { because: laws })})`)]
  if (state === 'withheld') return [{ text: `(${p('masked.quoteWithheld', { because: laws })})` }]
  // Whoever took its words back is not named in a file that may lie about for years.
  return [{ text: `(${t(state === 'withdrawn' ? 'report.paper.withdrawn' : 'report.paper.gone')})` }]
}

function senderName(sender: ReportQuote['sender'], lang: ReportLanguage): string {
  const p = translator(lang, 'public')
  if (!sender) return p('findingText.input')
  if (sender.kind === 'person') return translator(lang, 'workbench')('report.paper.person')
  return sender.name ?? p(senderKindKey(sender.kind))
}

function behind({ quotes }: ReportFinding, lang: ReportLanguage): OutlineBlock[] {
  const t = translator(lang, 'workbench')
  const standing = quotes.filter(({ state }) => state === 'shown' || state === 'masked')
  const { bodies, persons } = behindIn(standing)
  if (bodies.length === 0 && persons === 0) return []
  const and = new Intl.ListFormat(lang, { type: 'conjunction' })
  return [
    quietBlock(t('report.paper.behind')),
    {
      kind: 'list',
      items: [
        ...bodies.map(({ kind, names }) =>
          t('report.paper.group', { kind: kindsWord(kind, lang), names: and.format(names) }),
        ),
        ...(persons > 0 ? [t('report.paper.personsBehind', { count: persons })] : []),
      ],
    },
  ]
}

/** What senders of a kind are called together: «Kommuner». */
export function kindsWord(kind: string, lang: ReportLanguage): string {
  const t = translator(lang, 'workbench')
  const key = `tables.heading.${kind}` as 'tables.heading.municipality'
  return t.has(key) ? t(key) : t('tables.heading.other')
}

function assessment({ responses, quotes, carried }: ReportFinding, lang: ReportLanguage): OutlineBlock[] {
  const t = translator(lang, 'workbench')
  if (responses.length === 0) return [textBlock(t('report.paper.noAssessment'))]
  const taken = carried.map(({ round, as, title, position }) => {
    const told = { number: round.number, title: pick(title, lang).text, position: position ?? 0 }
    return textBlock(
      t(as === 'question' ? 'report.paper.carriedQuestion' : 'report.paper.carriedTheme', told),
    )
  })
  return responses.flatMap((response) => [
    ...responseBlocks(response, quotes, lang),
    ...(response.citationId === null ? taken : []),
  ])
}

function responseBlocks(
  response: ReportResponse,
  quotes: readonly ReportQuote[],
  lang: ReportLanguage,
): OutlineBlock[] {
  const t = translator(lang, 'workbench')
  const p = translator(lang, 'public')
  const { citationId, disposition, reason, changes } = response
  const quote = quotes.find(({ key }) => key === citationId)
  const readable = quote?.state === 'shown' || quote?.state === 'masked'
  const to =
    readable && quote.sender
      ? t('report.paper.toOne', { name: senderName(quote.sender, lang) })
      : t('report.paper.toOneUnnamed')
  const { text, ...own } = spanOf(reason, lang)
  return [
    {
      kind: 'text',
      spans: [
        ...(citationId ? [{ text: to }] : []),
        { text: p(`heard.disposition.${disposition}`), look: 'strong' },
      ],
    },
    ...paragraphs(text).map((words): OutlineBlock => ({ kind: 'text', spans: [{ ...own, text: words }] })),
    ...changes.flatMap((change) => changeBlocks(change, lang)),
  ]
}

const paragraphs = (text: string) =>
  text
    .split(/\n\s*\n/)
    .map((one) => one.trim())
    .filter((one) => one !== '')

function changeBlocks(
  { kind, before, after, version, note }: ReportChange,
  lang: ReportLanguage,
): OutlineBlock[] {
  const t = translator(lang, 'workbench')
  const p = translator(lang, 'public')
  const removed =
    kind === 'removed' && version
      ? ` ${p.markup('heard.removedIn', { version: () => pick(version.title, lang).text })}`
      : ''
  const side = (key: 'before' | 'after', place: ReportPlace | null): OutlineBlock[] =>
    place
      ? [
          {
            kind: 'text',
            spans: [
              { text: t(`report.paper.${key}`, { place: placeWords(place, lang) }), look: 'emphasis' },
              spanOf(place.text, lang),
            ],
          },
        ]
      : []
  return [
    { kind: 'text', spans: [{ text: `${p(`heard.change.${kind}`)}.${removed}`, look: 'strong' }] },
    ...side('before', before),
    ...side('after', after),
    ...(note ? paragraphs(pick(note, lang).text).map(textBlock) : []),
  ]
}
