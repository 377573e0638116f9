import { translator } from '#app/messages/translator.ts'
import { CSV_START, csvLine } from '#app/platform/files/csv.ts'
import type { Locale } from '#app/platform/locale.ts'
import { pick } from '#app/platform/localised-text.ts'
import type { AuditFilter, AuditSpan } from './audit-filter.ts'
import { readAuditEvents } from './audit-log.server.ts'

/** The record as CSV, a line for each event, written as fast as it is taken and never held whole. */
export function auditFile(filter: AuditFilter, span: AuditSpan, locale: Locale): ReadableStream<Uint8Array> {
  const t = translator(locale, 'auth')
  const heading = [t('audit.when'), t('audit.what'), t('audit.who'), t('audit.subject'), t('audit.strategy')]
  const events = readAuditEvents(filter, span)
  const bytes = new TextEncoder()
  return new ReadableStream({
    start(file) {
      file.enqueue(bytes.encode(CSV_START + csvLine([...heading, t('audit.kindCode'), t('audit.subjectId')])))
    },
    async pull(file) {
      const { value, done } = await events.next()
      if (done) return file.close()
      const lines = value.map(({ at, type, actor, subjectId, subjectName, subjectTitle, strategy }) =>
        csvLine([
          ...[at.toISOString(), kindWords(t, type), actor],
          ...[subjectName ?? (subjectTitle && pick(subjectTitle, locale).text)],
          ...[strategy && pick(strategy, locale).text, type, subjectId],
        ]),
      )
      file.enqueue(bytes.encode(lines.join('')))
    },
    cancel: () => void events.return(undefined),
  })
}

function kindWords(t: ReturnType<typeof translator<'auth'>>, type: string): string {
  const key = `audit.type.${type}` as 'audit.type.person.signed-in'
  return t.has(key) ? t(key) : t('audit.otherType')
}
