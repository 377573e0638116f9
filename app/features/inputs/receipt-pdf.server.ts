import { translator } from '#app/messages/translator.ts'
import { dateWords } from '#app/platform/date-words.ts'
import type { Locale } from '#app/platform/locale.ts'
import { pick } from '#app/platform/localised-text.ts'
import { drawPaper } from '#app/platform/paper/paper.server.ts'
import { isAnswered } from './answers.ts'
import { groupedHash } from './receipt.ts'
import { checkPath } from './receipt-check.ts'
import type { Receipt } from './receipts.server.ts'

/** The receipt as a PDF of one sheet: what was received from whom, when, the sum that proves it and where it is checked. */
export function drawReceipt(receipt: Receipt, locale: Locale, origin: string): Promise<Buffer> {
  const t = translator(locale, 'workspace')
  const dates = dateWords(locale)
  const { version, round, questions, withdrawnAt } = receipt
  const { senderName: sender, senderNumber, receiptNumber: number } = version
  const title = t('receipt.title', { number })
  const answered = questions.filter(({ answer }) => isAnswered(answer)).length
  const checked = origin + checkPath(number)
  const fact = (term: string, description: string | null | undefined) =>
    description ? [{ term, description }] : []
  return drawPaper({ title, lang: locale, foot: () => t('receipt.paper.foot', { number, origin }) }, [
    { kind: 'small', text: t('receipt.paper.from') },
    { kind: 'title', text: title },
    {
      kind: 'text',
      text: withdrawnAt
        ? t('receipt.paper.withdrawn', { sender, number: round.number, moment: dates.moment(withdrawnAt) })
        : t(version.lateAt ? 'receipt.paper.leadLate' : 'receipt.paper.lead', {
            ...{ sender, number: round.number },
          }),
    },
    {
      kind: 'facts',
      facts: [
        ...fact(t('receipt.received'), dates.second(version.submittedAt)),
        ...fact(t('receipt.deadline'), dates.moment(version.deadlineAt)),
        ...fact(
          t('receipt.sender'),
          senderNumber
            ? t('receipt.senderNumber', {
                sender,
                number: senderNumber.replace(/(\d{3})(?=\d)/g, '$1\u00a0'),
              })
            : sender,
        ),
        ...fact(t('receipt.sentBy'), version.submittedByName),
        ...fact(
          t('receipt.about'),
          `${pick(round.strategyTitle, locale).text}, ${pick(round.title, locale).text}`,
        ),
        ...fact(t('receipt.content'), t('receipt.contentOf', { answered, total: questions.length })),
        ...fact(t('receipt.treated'), t(`receipt.kind.${version.kind}`, { number: version.number })),
        ...fact(`${t('receipt.checksum')} (${t('receipt.algorithm')})`, groupedHash(version.contentHash)),
      ],
    },
    { kind: 'text', text: t('receipt.record') },
    { kind: 'heading', text: t('receipt.paper.check') },
    { kind: 'text', text: t('receipt.paper.checkText') },
    { kind: 'link', text: checked, href: checked },
  ])
}
