import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import { requireActor } from '#app/features/identity/access.server.ts'
import {
  receiptPath,
  submissionPath,
  withdrawalPath,
  workspacePath,
  writingPath,
} from '#app/features/inputs/address.ts'
import { AnswersShown } from '#app/features/inputs/components/answer-shown.tsx'
import { ReceiptPaper } from '#app/features/inputs/components/receipt-paper.tsx'
import { deadlineStanding } from '#app/features/inputs/deadline.ts'
import { findOwnInput } from '#app/features/inputs/drafts.server.ts'
import { findReceipt } from '#app/features/inputs/receipts.server.ts'
import { inputPath } from '#app/features/strategies/address.ts'
import { publishedInputsShown } from '#app/features/strategies/round.ts'
import { translator } from '#app/messages/translator.ts'
import { answer, denied, idParam, slugParam } from '#app/platform/http/answer.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { useDates } from '#app/ui/dates.tsx'
import { FilesIcon } from '#app/ui/icons.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { Columns } from '#app/ui/panes.tsx'

export const handle = { scripted: true }

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const slug = slugParam(args.params.organisation)
  const inputId = idParam(args.params.input)
  const asked = new URL(args.request.url).searchParams.get('version')
  const number = asked === null ? null : Number(asked)
  if (number !== null && !(Number.isInteger(number) && number > 0 && number < 1_000_000))
    throw denied('not-found')
  const receipt = await findReceipt(actor, slug, inputId, number)
  if (!receipt) {
    // Nothing is sent yet: the way to a receipt goes through sending.
    const input = answer(number === null ? await findOwnInput(actor, slug, inputId) : null)
    throw redirect(submissionPath(input.sender.slug, input.id))
  }
  const now = new Date()
  const { state } = deadlineStanding(receipt.round, now)
  return {
    receipt,
    title: translator(actor.locale, 'workspace')('receipt.title', { number: receipt.version.receiptNumber }),
    takesIn: state === 'open' || state === 'late',
    shownPublicly: publishedInputsShown(receipt.round, now),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function ReceiptPage() {
  const { receipt, takesIn, shownPublicly } = useLoaderData<typeof loader>()
  const t = useTranslations('workspace.receipt')
  const { moment } = useDates()
  const { sender, round, version, versions, standing, withdrawnAt } = receipt
  const published = !withdrawnAt && shownPublicly && versions.some(({ publishedAt }) => publishedAt)
  const publicHref = inputPath(round.strategySlug, round.slug, receipt.id)
  const mayCorrect = takesIn && standing.mayWrite && !withdrawnAt
  return (
    <div className="in-page in-stack in-stack--6">
      <Columns
        aside={
          <section aria-labelledby="next" className="in-noprint in-stack">
            <h2 className="in-h2" id="next">
              {t('next')}
            </h2>
            <ol className="in-steps">
              {withdrawnAt ? (
                <li>{t('nextWithdrawn')}</li>
              ) : (
                <>
                  <li>{published ? t('nextPublic') : t('nextCheck')}</li>
                  <li>{t('nextRead')}</li>
                  {takesIn && <li>{t('nextCorrect')}</li>}
                </>
              )}
            </ol>
            <ul className="in-links">
              {published && (
                <li>
                  <a href={publicHref}>{t('readPublic')}</a>
                </li>
              )}
              {mayCorrect && (
                <li>
                  <a href={writingPath(sender.slug, receipt.id)}>{t('write')}</a>
                </li>
              )}
              {standing.mayWithdraw && !withdrawnAt && (
                <li>
                  <a href={withdrawalPath(sender.slug, receipt.id)}>{t('withdraw')}</a>
                </li>
              )}
            </ul>
          </section>
        }
      >
        <ReceiptPaper receipt={receipt}>
          <div className="in-row in-noprint">
            <LinkButton href="#sent" icon={FilesIcon} variant="secondary">
              {t('sent')}
            </LinkButton>
            <LinkButton href={workspacePath(sender.slug)}>{t('overview')}</LinkButton>
          </div>
          <p className="in-small in-muted in-noprint">{t('print')}</p>
        </ReceiptPaper>
      </Columns>
      <div className="in-narrow in-stack in-stack--5">
        {versions.length > 1 && (
          <Panel id="versions" heading={t('versions')} className="in-noprint">
            <ul className="in-list">
              {versions.map(({ id, number, receiptNumber, submittedAt }) => (
                <li key={id} className="in-list__row">
                  <span>{t('versionRow', { number, moment: moment(submittedAt) })}</span>
                  <a
                    href={receiptPath(sender.slug, receipt.id, number)}
                    aria-current={id === version.id ? 'page' : undefined}
                  >
                    {t('title', { number: receiptNumber })}
                  </a>
                </li>
              ))}
            </ul>
          </Panel>
        )}
        <Panel id="sent" heading={t('sent')} className="in-noprint">
          <AnswersShown questions={receipt.questions} />
        </Panel>
      </div>
    </div>
  )
}
