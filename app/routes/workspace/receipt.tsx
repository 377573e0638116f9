import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import { requireActor } from '#app/features/identity/access.server.ts'
import {
  adoptionPath,
  attachmentsPath,
  ownOutcomePath,
  receiptPath,
  receiptPdfPath,
  submissionPath,
  withdrawalPath,
  workspacePath,
  writingPath,
} from '#app/features/inputs/address.ts'
import { withChanges } from '#app/features/inputs/comment-changes.ts'
import { AllThatIsSent } from '#app/features/inputs/components/all-that-is-sent.tsx'
import { FilesListed } from '#app/features/inputs/components/files-listed.tsx'
import { ReceiptPaper } from '#app/features/inputs/components/receipt-paper.tsx'
import { SentVersions } from '#app/features/inputs/components/sent-versions.tsx'
import { deadlineStanding } from '#app/features/inputs/deadline.ts'
import { findRules } from '#app/features/inputs/draft-to-send.server.ts'
import { findOwnInput } from '#app/features/inputs/drafts.server.ts'
import { effectiveVersions } from '#app/features/inputs/effective.ts'
import { checkPath } from '#app/features/inputs/receipt-check.ts'
import { findReceipt } from '#app/features/inputs/receipts.server.ts'
import { findSentBeside } from '#app/features/inputs/sent-version.server.ts'
import { inputPath } from '#app/features/strategies/address.ts'
import { publishedInputsShown } from '#app/features/strategies/round.ts'
import { translator } from '#app/messages/translator.ts'
import { answer, denied, idParam, slugParam } from '#app/platform/http/answer.server.ts'
import { pathIn } from '#app/platform/locale.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { FilesIcon } from '#app/ui/icons.tsx'
import { Alert } from '#app/ui/message.tsx'
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
  const [[rules], sent] = await Promise.all([findRules(inputId), findSentBeside(receipt.version.id)])
  const { now, allowsCorrections, allowsWithdrawal } = answer(rules)
  const { state } = deadlineStanding(receipt.round, now)
  const beside = answer(sent)
  return {
    ...{ receipt, beside, allowsCorrections, allowsWithdrawal },
    comments: withChanges(beside.comments),
    counting: effectiveVersions(receipt.versions).map(({ id }) => id),
    check: pathIn(actor.locale, checkPath(receipt.version.receiptNumber)),
    title: translator(actor.locale, 'workspace')('receipt.title', { number: receipt.version.receiptNumber }),
    takesIn: state === 'open' || state === 'late',
    shownPublicly: publishedInputsShown(receipt.round, now),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function ReceiptPage() {
  const page = useLoaderData<typeof loader>()
  const t = useTranslations('workspace.receipt')
  const { receipt, beside, takesIn, counting } = page
  const { sender, round, version, versions, standing, withdrawnAt, id } = receipt
  const { slug } = sender
  const published = !withdrawnAt && page.shownPublicly && versions.some(({ publishedAt }) => publishedAt)
  const open = takesIn && !withdrawnAt
  const stands = versions.find((one) => counting.includes(one.id) && one.kind !== 'registered')
  // What was adopted is changed by adopting anew, never by a correction.
  const adopted = versions.some(({ kind }) => kind === 'adopted')
  const mayCorrect = open && standing.mayWrite && page.allowsCorrections && !adopted
  const mayAdopt =
    open && standing.maySubmit && sender.organisationId !== null && (page.allowsCorrections || !adopted)
  const links = [
    published && { href: inputPath(round.strategySlug, round.slug, id), text: t('readPublic') },
    !withdrawnAt && { href: ownOutcomePath(slug, id), text: t('outcome', { sender: sender.kind }) },
    mayCorrect && { href: writingPath(slug, id), text: t('write') },
    mayAdopt && { href: adoptionPath(slug, id), text: t('adopt') },
    standing.mayWithdraw &&
      !withdrawnAt &&
      page.allowsWithdrawal && { href: withdrawalPath(slug, id), text: t('withdraw') },
  ].filter((link) => link !== false)
  return (
    <div className="in-page in-stack in-stack--6">
      {!withdrawnAt && !counting.includes(version.id) && (
        <Alert tone="info">
          <p>
            {t('replaced')} <a href={receiptPath(slug, id, stands?.number)}>{t('replacedBy')}</a>
          </p>
        </Alert>
      )}
      <Columns
        aside={
          <section aria-labelledby="next" className="in-noprint in-stack">
            <h2 className="in-h2" id="next">
              {t('next')}
            </h2>
            <ol className="in-numbered">
              {withdrawnAt ? (
                <li>{t('nextWithdrawn')}</li>
              ) : (
                <>
                  <li>{published ? t('nextPublic') : t('nextCheck')}</li>
                  <li>{t('nextRead')}</li>
                  {open && !page.allowsCorrections && <li>{t('nextNoCorrections')}</li>}
                  {open && page.allowsCorrections && <li>{adopted ? t('nextAdopted') : t('nextCorrect')}</li>}
                  {open && !adopted && beside.handling?.planned && <li>{t('nextAdopt')}</li>}
                </>
              )}
            </ol>
            <ul className="in-links">
              {links.map(({ href, text }) => (
                <li key={href}>
                  <a href={href}>{text}</a>
                </li>
              ))}
            </ul>
          </section>
        }
      >
        <ReceiptPaper {...{ receipt, beside }}>
          {beside.files.length > 0 && (
            <section aria-labelledby="paper-files" className="in-stack in-stack--2">
              <h2 className="in-h3" id="paper-files">
                {t('files')}
              </h2>
              <FilesListed files={beside.files} href={(file) => attachmentsPath(slug, id, file.id)} sums />
            </section>
          )}
          <div className="in-row in-noprint">
            <LinkButton href={receiptPdfPath(slug, id, version.number)} icon={FilesIcon}>
              {t('pdf')}
            </LinkButton>
            <LinkButton href={page.check} variant="secondary">
              {t('check')}
            </LinkButton>
            <LinkButton href={workspacePath(slug)} variant="secondary">
              {t('overview')}
            </LinkButton>
          </div>
          <p className="in-small in-muted in-noprint">{t('print')}</p>
        </ReceiptPaper>
      </Columns>
      <div className="in-narrow in-stack in-stack--5">
        {versions.length > 1 && (
          <SentVersions
            versions={versions}
            counting={withdrawnAt ? [] : counting}
            here={version.id}
            href={(number) => receiptPath(slug, id, number)}
          />
        )}
        <AllThatIsSent
          lang={version.lang}
          className="in-noprint"
          heading={t('sent')}
          questions={receipt.questions}
          comments={page.comments}
          files={[]}
          fileHref={(file) => attachmentsPath(slug, id, file.id)}
          noRemarks={beside.noRemarks}
        />
      </div>
    </div>
  )
}
