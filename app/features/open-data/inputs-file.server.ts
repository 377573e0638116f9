import { isStance } from '#app/features/inputs/comment.ts'
import { senderKindKey } from '#app/features/organisations/sender-kind.ts'
import { listQuestions } from '#app/features/questionnaires/queries.server.ts'
import { inputPath } from '#app/features/strategies/address.ts'
import type { InputsShown, RoundWindow } from '#app/features/strategies/round.ts'
import { translator } from '#app/messages/translator.ts'
import { type Cell, CSV_START, csvLine } from '#app/platform/files/csv.ts'
import { type Locale, pathIn } from '#app/platform/locale.ts'
import { type PublishedRow, readPublishedInputs } from './inputs-csv.server.ts'
import { columnsOf, questionCells, questionHeadings } from './inputs-csv.ts'

type Round = RoundWindow & { id: string; slug: string; inputsShown: InputsShown; strategy: { slug: string } }
type Asked = { locale: Locale; origin: string; now: Date }

/**
 * A round's published inputs as CSV, a line for each sender, written as fast as it is taken and never held whole. The first
 * batch is read before anything is sent, so that what goes wrong there is told with a status.
 */
export async function inputsFile(
  round: Round,
  { locale, origin, now }: Asked,
): Promise<ReadableStream<Uint8Array>> {
  const t = translator(locale, 'public')
  const words = {
    importance: (title: string) => t('inputsFile.importance', { title }),
    noOpinion: t('question.shown.noOpinion'),
    numbered: (number: number, title: string) => `${number}. ${title}`,
  }
  const asked = columnsOf(await listQuestions(round.id))
  const heading = [...fixed.map((name) => t(`inputsFile.${name}`)), ...questionHeadings(asked, locale, words)]
  const line = (row: PublishedRow) =>
    csvLine([
      ...factsOf(row, round, { t, locale, origin }),
      ...questionCells(asked, row.answers, locale, words),
      commentsOf(row, t),
    ])
  const batches = readPublishedInputs(round, now)
  let first = true
  let next = await batches.next()
  const bytes = new TextEncoder()
  return new ReadableStream({
    async pull(file) {
      if (first) file.enqueue(bytes.encode(CSV_START + csvLine([...heading, t('inputsFile.comments')])))
      else next = await batches.next()
      first = false
      if (next.done) return file.close()
      file.enqueue(bytes.encode(next.value.map(line).join('')))
    },
    cancel: () => void batches.return(undefined),
  })
}

const fixed = [
  ...([
    'id',
    'address',
    'sender',
    'kind',
    'county',
    'countyName',
    'language',
    'version',
    'sent',
    'received',
  ] as const),
  ...(['late', 'noRemarks'] as const),
]

type Words = { t: ReturnType<typeof translator<'public'>>; locale: Locale; origin: string }

// Days and moments as data says them: ISO 8601, moments in UTC.
function factsOf(row: PublishedRow, round: Round, { t, locale, origin }: Words): Cell[] {
  const { inputId, senderName, senderKind, senderCounty, county, lang, kind, submittedAt, receivedOn } = row
  const yesNo = (is: boolean) => t(is ? 'inputsFile.yes' : 'inputsFile.no')
  return [
    ...[inputId, origin + pathIn(locale, inputPath(round.strategy.slug, round.slug, inputId)), senderName],
    ...[t(senderKindKey(senderKind)), senderCounty, county, lang, t(`input.versionKind.${kind}`)],
    ...[submittedAt.toISOString(), receivedOn, yesNo(row.lateAt !== null), yesNo(row.noRemarks)],
  ]
}

/** What was said to paragraphs of the draft, a line for each: where, which words, and what. */
function commentsOf({ comments }: PublishedRow, t: Words['t']): string | null {
  const lines = comments.map(({ said, text }) => {
    const { document, anchor, quote, stance } = said
    const where = `${document.slug}/${document.number} ${anchor}`
    const stands = stance && t(`comment.stance.${isStance(stance) ? stance : 'other'}`)
    const what = [stands, quote && `«${quote}»`].filter(Boolean).join(' ')
    return [what ? `${where} (${what})` : where, text].filter(Boolean).join(': ')
  })
  return lines.length > 0 ? lines.join('\n') : null
}
