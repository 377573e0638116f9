import { translator } from '../../messages/translator.ts'
import { dateWords } from '../../platform/date-words.ts'
import { pick } from '../../platform/localised-text.ts'
import type { WrittenTable } from '../tables/wording.ts'
import {
  inWidth,
  type Outline,
  type OutlineBlock,
  type OutlineTable,
  quietBlock,
  textBlock,
} from './outline.ts'
import type { ReportLanguage, ReportSource, ReportVoices } from './report.ts'
import { findingBlocks, kindsWord, placeWords } from './report-finding.ts'
import { inTradition } from './report-senders.ts'

/**
 * A report before it is drawn, in the order of a proposition: about the round, the findings in three steps each, what was
 * done in one table, the tables of the round with their rules, the senders, and what is left unanswered.
 */
export function outlineOf(source: ReportSource): Outline {
  const { lang, scope, round, strategy } = source
  const t = translator(lang, 'workbench')
  const name = pick(strategy.title, lang).text
  const chapters = [aboutBlocks, findingsBlocks, dispositionBlocks, tableBlocks, senderBlocks, leftBlocks]
  return {
    lang,
    title: t('report.paper.title', { number: round.number }),
    subtitle: name,
    draft: scope === 'draft' ? { mark: t('report.paper.draft'), text: t('report.paper.draftText') } : null,
    front: frontFacts(source),
    contents: t('report.paper.contents'),
    foot: t('report.paper.foot', { strategy: name, number: round.number }),
    page: (page, pages) => t('report.paper.page', { page, pages }),
    below: countedBlocks(source),
    blocks: chapters.flatMap((chapter, at) => chapter(source, at + 1)),
  }
}

function frontFacts({ lang, scope, round, strategy, organisers, findings, madeAt }: ReportSource) {
  const t = translator(lang, 'workbench')
  const dates = dateWords(lang)
  const fact = (
    key: 'round' | 'period' | 'deadline' | 'organisers' | 'case' | 'findings' | 'made',
    description: string | null,
  ) => (description ? [{ term: t(`report.paper.fact.${key}`), description }] : [])
  const until = round.closedAt ?? round.acceptsLateUntil ?? round.deadlineAt
  return [
    ...fact('round', pick(round.title, lang).text),
    ...fact('period', t('report.paper.period', { from: dates.day(round.opensAt), to: dates.day(until) })),
    ...fact('deadline', dates.moment(round.deadlineAt)),
    ...fact('organisers', organisers.join(', ')),
    ...fact('case', strategy.caseNumber),
    ...fact('findings', t('report.paper.findingsCount', { scope, count: findings.length })),
    ...fact('made', dates.moment(madeAt)),
  ]
}

const chapter = (number: number, text: string): OutlineBlock => ({
  kind: 'heading',
  level: 1,
  text: `${number} ${text}`,
})

function countedBlocks({ lang, quantity }: ReportSource): OutlineBlock[] {
  const t = translator(lang, 'workbench')
  return [
    { kind: 'text', spans: [{ text: t('report.paper.counted'), look: 'strong' }] },
    textBlock(t('report.paper.countedText')),
    ...(quantity.length > 0
      ? [textBlock(t('report.paper.quantity')), { kind: 'list' as const, items: quantity }]
      : []),
    textBlock(t('report.paper.madeText')),
  ]
}

function aboutBlocks({ lang, round, ledger }: ReportSource, number: number): OutlineBlock[] {
  const t = translator(lang, 'workbench')
  const { moment } = dateWords(lang)
  const { opensAt, deadlineAt, acceptsLateUntil, closedAt, legalForm } = round
  const early = closedAt !== null && closedAt < deadlineAt
  const window = [
    t(legalForm === 'høring' ? 'report.paper.aboutHearing' : 'report.paper.aboutInput'),
    t('report.paper.window', { from: moment(opensAt), deadline: moment(deadlineAt) }),
    ...(acceptsLateUntil && !early ? [t('report.paper.lateUntil', { until: moment(acceptsLateUntil) })] : []),
    ...(early ? [t('report.paper.endedEarly', { closed: moment(closedAt) })] : []),
  ]
  const { kinds, ...sums } = ledger
  return [
    chapter(number, t('report.paper.about')),
    textBlock(window.join(' ')),
    textBlock(t('report.paper.invitedOf', sums)),
    ...(sums.invited > 0
      ? [textBlock(`${t('report.paper.answeredOf', sums)} ${t('report.paper.lateCount', sums)}`)]
      : []),
    textBlock(t('report.paper.others', sums)),
    ...(kinds.length > 0
      ? [
          textBlock(t('report.paper.kinds')),
          {
            kind: 'list' as const,
            items: inTradition(kinds).map(({ kind, ...of }) =>
              t('report.paper.kind', { kind: kindsWord(kind, lang), ...of }),
            ),
          },
        ]
      : []),
  ]
}

function findingsBlocks({ lang, findings }: ReportSource, number: number): OutlineBlock[] {
  const t = translator(lang, 'workbench')
  return [
    chapter(number, t('report.paper.findings')),
    ...(findings.length === 0 ? [textBlock(t('report.paper.noFindings'))] : []),
    ...findings.flatMap((finding, at) => findingBlocks(finding, `${number}.${at + 1}`, lang)),
  ]
}

const longestReason = 240

/** The first words of a text, as many as a cell has room for. */
function shortened(text: string): string {
  const first = text.trim().split(/\n\s*\n/)[0] ?? ''
  if (first.length <= longestReason) return first
  const cut = first.slice(0, longestReason)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 1))} …`
}

/** Disposition (T6): what was heard, what was done, why, and where in the document. */
function dispositionBlocks({ lang, findings }: ReportSource, number: number): OutlineBlock[] {
  const t = translator(lang, 'workbench')
  const p = translator(lang, 'public')
  const rows = findings.map(({ title, responses }, at) => {
    const response = responses.find(({ citationId }) => citationId === null)
    const places = responses.flatMap(({ changes }) =>
      changes.flatMap(({ after, before }) => after ?? before ?? []),
    )
    const where = [...new Set(places.map((place) => placeWords(place, lang)))].join('; ')
    return {
      head: `${number - 1}.${at + 1} ${pick(title, lang).text}`,
      cells: [
        response ? p(`heard.disposition.${response.disposition}`) : t('report.paper.notAssessed'),
        response ? shortened(pick(response.reason, lang).text) : t('report.paper.nowhere'),
        where || t('report.paper.nowhere'),
      ],
    }
  })
  const columns = (['disposition', 'reason', 'where'] as const).map((key) => t(`report.paper.${key}`))
  return [
    chapter(number, t('report.paper.dispositions')),
    ...(rows.length === 0 ? [textBlock(t('report.paper.noFindings'))] : []),
    ...(rows.length > 0
      ? [
          {
            ...{ kind: 'table' as const, corner: t('report.paper.finding'), columns, rows, numbers: false },
            caption: t('report.paper.table', { number: 1, title: t('report.paper.dispositionsTitle') }),
          },
          quietBlock(t('report.paper.dispositionsRule')),
        ]
      : []),
  ]
}

// In the order of nordic-practice.md § C2: T1 received, T2 answers, T3 positions, T4 themes, T5 coverage.
const groups = ['received', 'answers', 'positions', 'themes', 'counties'] as const

function tableBlocks({ lang, tables, findings }: ReportSource, number: number): OutlineBlock[] {
  const t = translator(lang, 'workbench')
  const ordered = groups.flatMap((group) => tables.filter((table) => table.group === group))
  // The table of what was done is the first.
  const first = findings.length > 0 ? 2 : 1
  return [
    chapter(number, t('report.paper.tables')),
    ...ordered.flatMap(({ table, note, voices = [] }, at): OutlineBlock[] => {
      const caption = t('report.paper.table', { number: first + at, title: table.title })
      return [
        ...drawnTable(table, caption, lang),
        ...[...table.notes, ...(note ? [note] : [])].map(quietBlock),
        ...voiceBlocks(voices, lang),
      ]
    }),
  ]
}

/** Who is behind the number of each theme (T4). */
function voiceBlocks(voices: readonly ReportVoices[], lang: ReportLanguage): OutlineBlock[] {
  const t = translator(lang, 'workbench')
  if (voices.length === 0) return []
  const and = new Intl.ListFormat(lang)
  const words = ({ bodies, more, persons, unnamed }: ReportVoices) =>
    [
      ...bodies.map(({ kind, names }) =>
        t('report.paper.group', { kind: kindsWord(kind, lang), names: and.format(names) }),
      ),
      ...(more > 0 ? [t('report.paper.moreNamed', { count: more })] : []),
      ...(persons > 0 ? [t('report.paper.personsBehind', { count: persons })] : []),
      ...(unnamed > 0 ? [t('report.paper.unnamedBehind', { count: unnamed })] : []),
    ].join('. ')
  return [
    { kind: 'heading', level: 3, text: t('report.paper.voices') },
    quietBlock(t('report.paper.voicesText')),
    ...voices.map((theme): OutlineBlock => {
      const { code, theme: title, total } = theme
      const told = total > 0 ? `${words(theme)}.` : t('report.paper.nowhere')
      return {
        kind: 'text',
        spans: [
          { text: `${t('report.paper.voice', { code, theme: title, count: total })} `, look: 'strong' },
          { text: told },
        ],
      }
    }),
  ]
}

/** A table of the round in as many parts as its columns need. */
function drawnTable(table: WrittenTable, caption: string, lang: ReportLanguage): OutlineTable[] {
  const t = translator(lang, 'workbench')
  const numbers = new Intl.NumberFormat(lang)
  const whole: OutlineTable = {
    ...{ kind: 'table', caption, corner: table.corner, numbers: true },
    columns: table.columns.map(({ label }) => label),
    rows: table.rows.map(({ label, theme, cells }) => ({
      head: theme ? `${theme.code} ${label}` : label,
      cells: cells.map(({ number, share }) =>
        share === null
          ? numbers.format(number)
          : t('report.paper.percent', { number: numbers.format(number), share }),
      ),
    })),
  }
  const beside = table.base.in === 'column' ? table.columns.findIndex(({ key }) => key === table.base.key) : 0
  return inWidth(whole, beside === -1 ? null : beside, t('report.paper.continued'))
}

function senderBlocks({ lang, senders }: ReportSource, number: number): OutlineBlock[] {
  const t = translator(lang, 'workbench')
  const { kinds, persons, unnamed, withdrawn } = senders
  const some = kinds.length > 0 || persons > 0 || unnamed > 0
  return [
    chapter(number, t('report.paper.senders')),
    textBlock(t(some ? 'report.paper.sendersText' : 'report.paper.noSenders')),
    ...inTradition(kinds).flatMap(({ kind, names }): OutlineBlock[] => [
      { kind: 'heading', level: 3, text: kindsWord(kind, lang) },
      { kind: 'list', items: names },
    ]),
    ...(persons > 0 ? [textBlock(t('report.paper.personsCount', { count: persons }))] : []),
    ...(unnamed > 0 ? [textBlock(t('report.paper.unnamedCount', { count: unnamed }))] : []),
    ...(withdrawn > 0 ? [textBlock(t('report.paper.withdrawnCount', { count: withdrawn }))] : []),
  ]
}

function leftBlocks({ lang, left, findings }: ReportSource, number: number): OutlineBlock[] {
  const t = translator(lang, 'workbench')
  const { findings: open, inputs, of, cited, passages } = left
  return [
    chapter(number, t('report.paper.left')),
    ...(open.length > 0
      ? [
          textBlock(t('report.paper.leftFindings')),
          { kind: 'list' as const, items: open.map((title) => pick(title, lang).text) },
        ]
      : findings.length > 0
        ? [textBlock(t('report.paper.allAnswered'))]
        : []),
    textBlock(t('report.paper.leftInputs', { left: inputs, of, cited })),
    textBlock(t('report.paper.leftPassages', passages)),
  ]
}
