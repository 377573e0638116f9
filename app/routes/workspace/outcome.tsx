import type { LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { useLocale, useTranslations } from 'use-intl/react'
import { requireActor } from '#app/features/identity/access.server.ts'
import { receiptPath } from '#app/features/inputs/address.ts'
import { findOwnInput, listSentVersions } from '#app/features/inputs/drafts.server.ts'
import { chainOfInput } from '#app/features/responses/chain.server.ts'
import { OwnOutcome } from '#app/features/responses/components/own-outcome.tsx'
import { findingsPath, outcomePath } from '#app/features/strategies/address.ts'
import { publishedInputsShown } from '#app/features/strategies/round.ts'
import { translator } from '#app/messages/translator.ts'
import { databaseTime } from '#app/platform/database.server.ts'
import { answer, idParam, slugParam } from '#app/platform/http/answer.server.ts'
import { pathIn } from '#app/platform/locale.ts'
import { pick } from '#app/platform/localised-text.ts'
import { Empty } from '#app/ui/empty.tsx'
import { WorkHead } from '#app/ui/page-head.tsx'
import { Panel } from '#app/ui/panel.tsx'

export const handle = { scripted: true }

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const slug = slugParam(args.params.organisation)
  const input = answer(await findOwnInput(actor, slug, idParam(args.params.input)))
  const { round, sender } = input
  const now = await databaseTime()
  const withdrawn = input.withdrawnAt !== null
  const [chain, versions] = await Promise.all([
    withdrawn ? null : chainOfInput(round.id, input.id, now, { own: true }),
    listSentVersions(input.id),
  ])
  const t = translator(actor.locale, 'workspace')
  const open = versions.some(({ publishedAt }) => publishedAt) && publishedInputsShown(round, now)
  return {
    ...{ chain, withdrawn },
    title: t('outcome.title', { sender: sender.kind, number: round.number }),
    meta: t(sender.kind === 'person' ? 'outcome.metaYourself' : 'outcome.meta', {
      strategy: pick(round.strategyTitle, actor.locale).text,
      name: sender.name,
    }),
    sender: { kind: sender.kind, receipt: receiptPath(slug, input.id) },
    // What all can read of the same, where the input is public.
    publicPage: open && !withdrawn ? outcomePath(round.strategySlug, round.slug, input.id) : null,
    findings: findingsPath(round.strategySlug, round.slug),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Outcome() {
  const { chain, withdrawn, title, meta, sender, publicPage, findings } = useLoaderData<typeof loader>()
  const t = useTranslations('workspace.outcome')
  const locale = useLocale()
  const kind = { sender: sender.kind }
  const receipt = { href: sender.receipt, label: t('receipt') }
  const toFindings = { href: pathIn(locale, findings), label: t('toFindings') }
  const found = chain?.findings ?? []
  const rest = chain ? Math.max(0, chain.passages.of - chain.passages.total) : 0
  const answered = found.filter(({ responses }) => responses.some(({ citationId }) => citationId === null))
  return (
    <div className="in-narrow in-stack in-stack--5">
      <WorkHead
        title={title}
        meta={meta}
        actions={
          <>
            <a href={receipt.href}>{receipt.label}</a>
            {publicPage && <a href={pathIn(locale, publicPage)}>{t('public')}</a>}
          </>
        }
      />
      {withdrawn ? (
        <Empty heading={t('withdrawn')} action={receipt}>
          {t('withdrawnText')}
        </Empty>
      ) : chain?.published === 0 ? (
        <Empty heading={t('none')} action={receipt}>
          {t('noneText', kind)}
        </Empty>
      ) : chain && found.length === 0 ? (
        <Empty heading={t('unused')} action={toFindings}>
          {t('unusedText')}
        </Empty>
      ) : (
        chain && (
          <>
            <p className="in-measure">
              {t('lead', {
                ...{ passages: chain.passages.total, of: chain.passages.of, findings: found.length },
              })}{' '}
              {t('answered', { answered: answered.length, findings: found.length })}{' '}
              <a href={toFindings.href}>{toFindings.label}</a>
            </p>
            <OwnOutcome sender={sender} findings={found} />
            {rest > 0 && (
              <Panel id="rest" heading={t('rest')}>
                <p>{t('restText', { count: rest })}</p>
              </Panel>
            )}
          </>
        )
      )}
    </div>
  )
}
