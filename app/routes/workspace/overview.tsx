import type { LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import { requireActor } from '#app/features/identity/access.server.ts'
import { workspacePath } from '#app/features/inputs/address.ts'
import { OpenRounds } from '#app/features/inputs/components/open-rounds.tsx'
import { OwnInputs } from '#app/features/inputs/components/own-inputs.tsx'
import { deadlineStanding } from '#app/features/inputs/deadline.ts'
import { listProgress } from '#app/features/inputs/progress.server.ts'
import { listOpenRoundsFor, listOwnInputs, ownInputsPerPage } from '#app/features/inputs/queries.server.ts'
import { findSender } from '#app/features/organisations/sender.server.ts'
import { listOutcomes } from '#app/features/responses/outcomes.server.ts'
import { publishedInputsShown } from '#app/features/strategies/round.ts'
import { translator } from '#app/messages/translator.ts'
import { databaseTime } from '#app/platform/database.server.ts'
import { answer, pageParam, slugParam } from '#app/platform/http/answer.server.ts'
import { WorkHead } from '#app/ui/page-head.tsx'
import { Pagination } from '#app/ui/pagination.tsx'

export const handle = { scripted: true }

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const sender = answer(await findSender(actor, slugParam(args.params.organisation)))
  const page = pageParam(new URL(args.request.url))
  const now = await databaseTime()
  const [rounds, { inputs, total }] = await Promise.all([
    listOpenRoundsFor(sender, now),
    listOwnInputs(sender, page),
  ])
  const [begun, outcomes] = await Promise.all([
    listProgress(
      rounds.flatMap(({ inputId }) => inputId ?? []),
      sender.kind,
    ),
    listOutcomes(inputs.map(({ id }) => id)),
  ])
  return {
    kind: sender.kind,
    slug: sender.slug,
    page,
    pages: Math.max(1, Math.ceil(total / ownInputsPerPage)),
    title: translator(actor.locale, 'workspace')('overview.title', {
      sender: sender.kind,
      organisation: sender.name,
    }),
    rounds: rounds.map((round) => ({
      ...round,
      standing: deadlineStanding(round, now),
      progress: begun.find(({ inputId }) => inputId === round.inputId) ?? null,
    })),
    inputs: inputs.map((input) => ({
      ...{ ...input, outcome: outcomes.has(input.id) },
      shownPublicly: publishedInputsShown(input.round, now),
    })),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Overview() {
  const { slug, kind, page, pages, title, rounds, inputs } = useLoaderData<typeof loader>()
  const t = useTranslations('frame')
  return (
    <div className="in-narrow in-stack in-stack--5">
      <WorkHead title={title} />
      <OpenRounds organisation={slug} rounds={rounds} />
      <OwnInputs organisation={slug} kind={kind} inputs={inputs} />
      {pages > 1 && (
        <Pagination
          label={t('pages')}
          page={page}
          pageCount={pages}
          href={(n) => `${workspacePath(slug)}?page=${n}#own`}
          previousLabel={t('previous')}
          nextLabel={t('next')}
          pageLabel={(n) => t('pageOf', { page: n, pages })}
        />
      )}
    </div>
  )
}
