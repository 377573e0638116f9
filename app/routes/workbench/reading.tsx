import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useFetcher, useLoaderData, useLocation } from '@remix-run/react'
import { useCallback, useMemo } from 'react'
import { ReadingPage } from '#app/features/analysis/components/reading-page.tsx'
import { withFilesFolded } from '#app/features/analysis/folded-files.ts'
import { listMarks } from '#app/features/analysis/marks.server.ts'
import { listNeighbours } from '#app/features/analysis/queries.server.ts'
import {
  findInput,
  findSuccessor,
  listAnswers,
  listTaggings,
  listThemes,
} from '#app/features/analysis/reading.server.ts'
import { actOnReading } from '#app/features/analysis/reading-acts.server.ts'
import { type Done, doneFrom } from '#app/features/analysis/reading-done.ts'
import { readingForm } from '#app/features/analysis/reading-forms.ts'
import { listReadings } from '#app/features/analysis/reading-marks.server.ts'
import { listDraftParagraphs } from '#app/features/analysis/tagging-positions.server.ts'
import { nextPath } from '#app/features/assignments/address.ts'
import { requireStaff } from '#app/features/identity/access.server.ts'
import { listVersionAttachments } from '#app/features/inputs/attachments.server.ts'
import { mayPublishInputs } from '#app/features/inputs/publication.ts'
import { translator } from '#app/messages/translator.ts'
import { answer, denied, idParam, isId } from '#app/platform/http/answer.server.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { newKey } from '#app/platform/http/idempotency.server.ts'

export const handle = { scripted: true }

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireStaff(args)
  const found = answer(await findInput(actor, idParam(args.params.input)))
  const { input, round, strategy, versions, current } = found
  const { searchParams } = new URL(args.request.url)
  const asked = searchParams.get('version') ?? String(current)
  const version = versions.find(({ number }) => String(number) === asked)
  if (!version) throw denied('not-found')
  const idOf = (name: string) => {
    const value = searchParams.get(name) ?? ''
    return isId(value) ? value : null
  }
  const done = doneFrom(searchParams)
  const [said, taggings, marks, readings, themes, paragraphs, neighbours, attachments] = await Promise.all([
    listAnswers(version.id),
    listTaggings(version.id, done?.of ?? null),
    listMarks(version.id),
    listReadings(version.id),
    listThemes(strategy.id),
    listDraftParagraphs(round.id),
    listNeighbours(round.id, { id: version.id, inputId: input.id }),
    listVersionAttachments(version.id),
  ])
  const wanted = await standingPassage(version.id, idOf('passage'), said)
  const t = translator(actor.locale, 'workbench')
  return {
    ...{ input, round, strategy, versions, current, version, themes, neighbours, done, attachments },
    ...{ taggings, marks, readings, paragraphs, selectedId: wanted },
    answers: withFilesFolded(said, { file: idOf('file'), passage: wanted }),
    mayPublish: mayPublishInputs(actor, strategy.id),
    queueHref: nextPath(input.id),
    ...{ personId: actor.personId, formKey: newKey() },
    place: { strategyId: strategy.id, roundId: round.id },
    crumbs: [
      { label: t('overview.round', { number: round.number }), href: `/workbench/rounds/${round.id}` },
      { label: version.senderName },
    ],
    pageTitle: t('reading.title', { sender: version.senderName }),
  }
}

/** The passage asked for; where it was split or joined since, the one that is read there now. */
async function standingPassage(
  versionId: string,
  asked: string | null,
  said: Awaited<ReturnType<typeof listAnswers>>,
) {
  if (!asked || said.some(({ passages }) => passages.some(({ id }) => id === asked))) return asked
  return findSuccessor(versionId, asked)
}

/** What is done without script: the page again, with what happened, or with what was typed and why it was not done. */
export async function action(args: ActionFunctionArgs) {
  const actor = await requireStaff(args)
  const { input } = answer(await findInput(actor, idParam(args.params.input)))
  const form = await readForm(args.request, readingForm)
  if ('errors' in form) {
    const [reason] = Object.values(form.errors).flat()
    return data(refusalOf(form.typed, reason ?? 'other'), 422)
  }
  const outcome = answer(await actOnReading(actor, form.value))
  if ('refusal' in outcome) return data(refusalOf(form.value, outcome.refusal), 422)
  const { searchParams } = new URL(args.request.url)
  const passage = outcome.passageId ?? searchParams.get('passage')
  const version = searchParams.get('version')
  const query = new URLSearchParams({
    ...(version && /^\d{1,6}$/.test(version) && { version }),
    ...(passage && isId(passage) && { passage }),
    ...outcome.done,
  })
  return redirect(`/workbench/inputs/${input.id}?${query}`)
}

function refusalOf(typed: Record<string, unknown>, reason: string) {
  const words = Object.entries(typed).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : [],
  )
  const { act = '', ...rest } = Object.fromEntries(words)
  return { act, reason, typed: rest }
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: `${data.pageTitle} – Innspill` }] : [{ title: 'Innspill' }]

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>

/** The page as it came, and then as it is each time somebody looks anew, which moves nothing and loads nothing else. */
function Looked({ loaded }: { loaded: Loaded }) {
  const { load, data: anew, state: at } = useFetcher<typeof loader>()
  const { pathname, search } = useLocation()
  const start = useCallback(
    (done: Done | null) => {
      const query = new URLSearchParams(search)
      for (const name of ['did', 'of', 'answer', 'was']) query.delete(name)
      for (const [name, value] of Object.entries(done ?? {})) query.set(name, value)
      load(`${pathname}?${query}`)
    },
    [load, pathname, search],
  )
  const look = useMemo(() => ({ start, at }), [start, at])
  const refused = useActionData<typeof action>() ?? null
  return <ReadingPage page={anew ?? loaded} refused={refused} look={look} />
}

export default function Reading() {
  const page = useLoaderData<typeof loader>()
  // Another input, or another of its versions, is another page.
  return <Looked key={page.version.id} loaded={page} />
}
