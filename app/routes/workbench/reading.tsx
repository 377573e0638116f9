import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Fragment } from 'react'
import { useTranslations } from 'use-intl/react'
import { NeighbourList } from '#app/features/analysis/components/neighbour-list.tsx'
import { AnswerPanel } from '#app/features/analysis/components/passage-list.tsx'
import { ReadingHead, VersionsPanel } from '#app/features/analysis/components/reading-head.tsx'
import { ReadingNotices } from '#app/features/analysis/components/reading-notices.tsx'
import { TaggingToast } from '#app/features/analysis/components/tagging-toast.tsx'
import { ThemeButtons } from '#app/features/analysis/components/theme-buttons.tsx'
import { withFilesFolded } from '#app/features/analysis/folded-files.ts'
import { listNeighbours } from '#app/features/analysis/queries.server.ts'
import { findInput, listAnswers, listTaggings, listThemes } from '#app/features/analysis/reading.server.ts'
import { requireStaff } from '#app/features/identity/access.server.ts'
import { listVersionAttachments } from '#app/features/inputs/attachments.server.ts'
import { SentAttachments } from '#app/features/inputs/components/sent-attachments.tsx'
import { mayPublishInputs } from '#app/features/inputs/publication.ts'
import { saidToId } from '#app/features/inputs/said-to.ts'
import { translator } from '#app/messages/translator.ts'
import { answer, denied, idParam } from '#app/platform/http/answer.server.ts'
import { Panes } from '#app/ui/panes.tsx'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireStaff(args)
  const found = answer(await findInput(actor, idParam(args.params.input)))
  const { input, round, strategy, versions, current } = found
  const { searchParams } = new URL(args.request.url)
  const asked = searchParams.get('version') ?? String(current)
  const version = versions.find(({ number }) => String(number) === asked)
  if (!version) throw denied('not-found')
  const idOf = (name: string) => uuid.exec(searchParams.get(name) ?? '')?.[0] ?? null
  const removed = idOf('removed')
  const [said, taggings, themes, neighbours, attachments] = await Promise.all([
    listAnswers(version.id),
    listTaggings(version.id, removed),
    listThemes(strategy.id),
    listNeighbours(round.id, { id: version.id, inputId: input.id }),
    listVersionAttachments(version.id),
  ])
  const wanted = idOf('passage')
  const answers = withFilesFolded(said, { file: idOf('file'), passage: wanted })
  const passages = answers.flatMap((one) => one.passages)
  const done = taggings.find(({ id }) => id === (removed ?? idOf('tagged'))) ?? null
  const t = translator(actor.locale, 'workbench')
  return {
    ...{ input, round, strategy, versions, current, version, answers, themes, neighbours, done, attachments },
    taggings: taggings.filter(({ removedAt }) => removedAt === null),
    selected: passages.find(({ id }) => id === wanted) ?? passages[0] ?? null,
    problem: searchParams.has('problem'),
    mayPublish: mayPublishInputs(actor, strategy.id),
    place: { strategyId: strategy.id, roundId: round.id },
    crumbs: [
      { label: t('overview.round', { number: round.number }), href: `/workbench/rounds/${round.id}` },
      { label: version.senderName },
    ],
    pageTitle: t('reading.title', { sender: version.senderName }),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: `${data.pageTitle} – Innspill` }] : [{ title: 'Innspill' }]

export default function Reading() {
  const page = useLoaderData<typeof loader>()
  const t = useTranslations('workbench.reading')
  const { input, version, versions, selected, done, answers } = page
  const base = `/workbench/inputs/${input.id}`
  const kept = version.number === page.current ? '' : `version=${version.number}&`
  const taggings = (number: number) => `${base}/taggings?${kept}number=${number}`
  const passages = answers.flatMap((one) => one.passages)
  const doneAt = passages.find(({ id }) => id === done?.passageId)?.number
  return (
    <>
      <ReadingHead {...page} />
      <div className="in-stack">
        <ReadingNotices
          {...page}
          hasText={answers.some(({ text }) => text)}
          hasPassages={answers.some(({ folded, passages }) => folded + passages.length > 0)}
        />
        <Panes
          label={t('panes')}
          layout="three"
          panes={[
            {
              id: 'innspill',
              label: t('queue'),
              content: (
                <NeighbourList neighbours={page.neighbours} here={version.id} roundId={page.round.id} />
              ),
            },
            {
              id: 'tekst',
              label: t('text'),
              main: true,
              content: answers.map((one, at) => (
                <Fragment key={one.id}>
                  {one.said.kind !== 'question' && one.said.kind !== answers[at - 1]?.said.kind && (
                    <h2 className="in-h2">{t(`saidIn.${one.said.kind}`)}</h2>
                  )}
                  <AnswerPanel
                    answer={one}
                    unfold={`${base}?${kept}file=${one.id}#${saidToId(one.said, 0)}`}
                    taggings={page.taggings}
                    selected={selected?.id ?? null}
                    address={{
                      taggings: (number) => taggings(number),
                      choose: ({ id, number }) => `${base}?${kept}passage=${id}#utdrag-${number}`,
                    }}
                  />
                </Fragment>
              )),
            },
            {
              id: 'temaer',
              label: t('themes'),
              content: (
                <>
                  <ThemeButtons
                    themes={page.themes}
                    passage={selected}
                    taggings={page.taggings}
                    action={taggings(selected?.number ?? 1)}
                    codebook={`/workbench/strategies/${page.strategy.id}/codebook`}
                  />
                  <SentAttachments {...page.attachments} href={(id) => `${base}/attachments/${id}`} />
                  {versions.length > 1 && <VersionsPanel {...{ base, version, versions }} />}
                </>
              ),
            },
          ]}
        />
      </div>
      {done && doneAt && (
        <TaggingToast
          key={`${done.id} ${done.removedAt}`}
          tagging={done}
          number={doneAt}
          action={taggings(doneAt)}
        />
      )}
    </>
  )
}
