import type { ReportFinding, ReportSource } from '#app/features/exports/report.ts'
import { layoutOf } from '#app/features/tables/subject.ts'
import { tableOf } from '#app/features/tables/table.ts'
import { writtenTable } from '#app/features/tables/wording.ts'

const place = (anchor: string, text: string, number = 1) => ({
  ...{ document: { title: { nb: 'Utkastet' } }, version: { number, title: { nb: `Utkast ${number}` } } },
  ...{ anchor, text: { nb: text } },
})

/** A finding with everything a finding can have. */
export function aReportFinding(own: Partial<ReportFinding> = {}): ReportFinding {
  const quote = {
    mode: 'quote' as const,
    state: 'shown' as const,
    bases: [] as string[],
    lang: 'nb',
    href: null,
  }
  return {
    title: { nb: 'Kommunene vil ha noen å ringe', nn: 'Kommunane vil ha nokon å ringje' },
    text: {
      nb: '## Hjelp\n\nDe fleste, {t4}, vil ha hjelp: {s1}.\n\n{s2}\n\nEn forelder er uenig {s3}.',
      nn: 'Dei fleste, {t4}, vil ha hjelp: {s1}.',
    },
    ...{ theme: { nb: 'Hjelp og støtte' }, themeNow: null },
    question: { position: 2, title: { nb: 'Hva trenger dere?' } },
    commented: [],
    quotes: [
      {
        ...{ ...quote, key: 'c1', number: 1, from: 'i1', words: 'Vi vil ha en fast kontakt' },
        sender: { name: 'Tindås kommune', kind: 'municipality' },
      },
      {
        ...{ ...quote, key: 'c2', number: 2, from: 'i2', lang: 'nn', words: 'Rettleiinga må kome før krava' },
        sender: { name: 'Tilsynet for opplæring', kind: 'state-body' },
      },
      {
        ...{ ...quote, key: 'c3', number: 3, from: 'i3', mode: 'paraphrase', words: null },
        sender: { name: 'Kari Privat', kind: 'person' },
      },
    ],
    counts: [{ number: 4, count: 14, of: 62 }],
    responses: [
      {
        ...{
          citationId: null,
          disposition: 'partly',
          reason: { nb: 'Vi er enige om målet.\n\nPenger er en annen sak.' },
        },
        changes: [
          {
            ...{ id: 'x', kind: 'changed', version: { number: 2, title: { nb: 'Utkast 2' } }, note: null },
            before: place('4.2', 'Kommunene får hjelp.'),
            after: place('4.2', 'Kommunene får hjelp av en fast kontaktperson.', 2),
          },
        ],
      },
    ],
    carried: [],
    ...own,
  }
}

/** A report's source with some findings, and the one table of who answered. */
export function aReportSource(own: Partial<ReportSource> = {}): ReportSource {
  const at = new Date('2026-06-01T10:00:00Z')
  const subject = { kind: 'received' } as const
  const counts = ['invited', 'answered', 'with-remarks', 'late'].map((column, n) => ({
    ...{ row: 'municipality', column, senders: 40 - 8 * n },
  }))
  const facts = { senders: 32, late: 16, adopted: 0, withdrawn: 1, tagged: 0 }
  const round = { number: 2, title: { nb: 'Utkast til strategi', nn: 'Utkast til strategi' } }
  const strategy = { title: { nb: 'Strategi for oppvekst' }, caseNumber: '26/1234' }
  const written = { key: subject, subject, table: tableOf(layoutOf(subject), counts), facts }
  return {
    ...{ lang: 'nb', scope: 'published', madeAt: at, strategy, organisers: ['Departementet', 'Forbundet'] },
    round: {
      ...{ ...round, legalForm: 'høring', opensAt: new Date('2026-01-10T08:00:00Z'), closedAt: null },
      ...{ deadlineAt: new Date('2026-04-10T21:59:00Z'), acceptsLateUntil: null },
    },
    quantity: [],
    ledger: {
      ...{ invited: 40, answered: 24, noRemarks: 8, silent: 8, late: 16, uninvited: 3, persons: 5 },
      kinds: [
        { kind: 'municipality', invited: 30, answered: 25 },
        { kind: 'state-body', invited: 10, answered: 7 },
      ],
    },
    findings: [aReportFinding()],
    tables: [
      {
        group: 'received',
        table: writtenTable(written, { number: 2, strategyTitle: strategy.title }, 'nb', at),
      },
    ],
    senders: {
      kinds: [
        { kind: 'municipality', names: ['Bjørkelund kommune', 'Tindås kommune'] },
        { kind: 'state-body', names: ['Tilsynet for opplæring'] },
      ],
      ...{ persons: 5, unnamed: 0, withdrawn: 1 },
    },
    left: { findings: [], inputs: 4, of: 32, cited: 12, passages: { all: 400, read: 380 } },
    ...own,
  }
}
