import { Fragment, useCallback, useMemo } from 'react'
import { useTranslations } from 'use-intl/react'
import type { listVersionAttachments } from '#app/features/inputs/attachments.server.ts'
import { SentAttachments } from '#app/features/inputs/components/sent-attachments.tsx'
import { saidToId } from '#app/features/inputs/said-to.ts'
import { useDates } from '#app/ui/dates.tsx'
import { Panes } from '#app/ui/panes.tsx'
import { Toast } from '#app/ui/toast.tsx'
import type { ReadAnswer, ReadPassage, StandingTag } from '../reading.server.ts'
import type { Done } from '../reading-done.ts'
import type { listDraftParagraphs } from '../tagging-positions.server.ts'
import { CiteLink } from './cite-link.tsx'
import { type Neighbour, NeighbourList } from './neighbour-list.tsx'
import { AnswerPanel } from './passage-list.tsx'
import { CuttingPanel, type CuttingTyped } from './reading-cutting.tsx'
import { type DeskState, focusPassage, type Looking, useDesk } from './reading-desk.tsx'
import { ReadingPlaceContext } from './reading-form.tsx'
import { type ReadInput, ReadingHead, type ReadVersion, VersionsPanel } from './reading-head.tsx'
import { KeysHelp, useReadingKeys } from './reading-help.tsx'
import { NotesPanel, type ReadMark } from './reading-notes.tsx'
import { ReadingNotices } from './reading-notices.tsx'
import { PositionPanel, StancePanel } from './reading-positions.tsx'
import { ReadAll, type Reading } from './reading-read.tsx'
import { MarkedWords } from './reading-selection.tsx'
import { TaggingToast } from './tagging-toast.tsx'
import { type ReadTheme, ThemeButtons } from './theme-buttons.tsx'

export type ReadingPageProps = ReadInput & {
  version: ReadVersion
  answers: readonly (ReadAnswer & { folded: number })[]
  /** Those that stand, and the one that was just taken away. */
  taggings: readonly StandingTag[]
  marks: readonly ReadMark[]
  readings: readonly Reading[]
  themes: readonly ReadTheme[]
  paragraphs: Awaited<ReturnType<typeof listDraftParagraphs>>
  neighbours: readonly Neighbour[]
  attachments: Awaited<ReturnType<typeof listVersionAttachments>>
  selectedId: string | null
  done: Done | null
  mayPublish: boolean
  queueHref: string
  personId: string
  formKey: string
}

/** What was posted without script and refused: the act, why, and what was typed. */
export type Refusal = { act: string; reason: string; typed: Record<string, string> }

type ReadingPageAsked = { page: ReadingPageProps; refused: Refusal | null; look: Looking }

/** An input as it is read and tagged. */
export function ReadingPage({ page, refused, look }: ReadingPageAsked) {
  const t = useTranslations('workbench.reading')
  const problem = useProblem()
  const { input, version, versions, answers } = page
  const base = `/workbench/inputs/${input.id}`
  const kept = version.number === page.current ? '' : `version=${version.number}&`
  const hrefOf = ({ id, number }: ReadPassage) => `${base}?${kept}passage=${id}#utdrag-${number}`
  const passages = useMemo(() => answers.flatMap((one) => one.passages), [answers])
  const first = passages.find(({ id }) => id === page.selectedId) ?? passages[0] ?? null
  const standing = useMemo(() => page.taggings.filter(({ removedAt }) => removedAt === null), [page.taggings])
  const desk = useDesk({ base, passages, taggings: standing, first, look })
  const { selected, select, say } = desk
  const here = selected ? passages.findIndex(({ id }) => id === selected.id) : -1
  const step = useCallback(
    (by: number) => {
      const to = passages[here + by]
      if (to) select(to)
      else say(by > 0 ? 'at-the-end' : 'at-the-start')
    },
    [select, say, passages, here],
  )
  const number = selected?.number
  const back = useCallback(() => number && focusPassage(number), [number])
  const keys = useReadingKeys({ step, back, desk })
  const scripted = keys.on !== null

  const place = useMemo(
    () => ({
      formKey: page.formKey,
      above: (themeId: string) => page.themes.find(({ id }) => id === themeId)?.above ?? [],
      action: (passage: string | null) => `${base}?${kept}${passage ? `passage=${passage}` : ''}`,
    }),
    [base, kept, page.formKey, page.themes],
  )
  const reader = { personId: page.personId, versionId: version.id }
  const answer = answers.find(({ id }) => id === selected?.answerId)
  return (
    <ReadingPlaceContext.Provider value={place}>
      <div className={keys.on ? 'in-reading in-reading--keys' : 'in-reading'} onSubmit={desk.submitted}>
        <ReadingHead {...page} />
        <div className="in-stack">
          <ReadingNotices
            {...page}
            problem={refused && problem(refused.reason)}
            hasText={answers.some(({ text }) => text)}
            hasPassages={answers.some(({ folded, passages: own }) => folded + own.length > 0)}
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
                content: (
                  <>
                    <KeysHelp keys={keys} />
                    {answers.map((one, at) => (
                      <Fragment key={one.id}>
                        {one.said.kind !== 'question' && one.said.kind !== answers[at - 1]?.said.kind && (
                          <h2 className="in-h2">{t(`saidIn.${one.said.kind}`)}</h2>
                        )}
                        <AnswerPanel
                          answer={one}
                          unfold={`${base}?${kept}file=${one.id}#${saidToId(one.said, 0)}`}
                          taggings={standing}
                          marks={page.marks}
                          readings={page.readings}
                          reader={reader}
                          selected={selected}
                          address={{
                            href: hrefOf,
                            choose: (passage) => select(passage),
                          }}
                        />
                      </Fragment>
                    ))}
                    <ReadAll answers={answers} readings={page.readings} reader={reader} />
                  </>
                ),
              },
              {
                id: 'temaer',
                label: t('themes'),
                content: (
                  <>
                    <ThemeButtons
                      themes={page.themes}
                      passage={selected}
                      taggings={standing}
                      codebook={`/workbench/strategies/${page.strategy.id}/codebook`}
                      scripted={scripted}
                      back={back}
                    />
                    {selected && (
                      <>
                        {page.mayPublish && (
                          <p>
                            <CiteLink
                              passage={{
                                id: selected.id,
                                roundId: page.round.id,
                                senderName: version.senderName,
                              }}
                              from={hrefOf(selected)}
                            />
                          </p>
                        )}
                        <PositionPanel passage={selected} taggings={standing} />
                        <NotesPanel
                          passage={selected}
                          marks={page.marks}
                          typed={refused?.act === 'mark' ? (refused.typed.text ?? '') : ''}
                          error={refused?.act === 'mark' ? problem(refused.reason) : undefined}
                        />
                        <StancePanel
                          passage={selected}
                          paragraphs={page.paragraphs}
                          answer={answer}
                          open={refused?.act === 'stance'}
                        />
                        <CuttingPanel
                          passage={selected}
                          hasNext={hasNext(passages, selected)}
                          typed={typedOf(refused, problem)}
                        />
                      </>
                    )}
                    <SentAttachments {...page.attachments} href={(id) => `${base}/attachments/${id}`} />
                    {versions.length > 1 && <VersionsPanel {...{ base, version, versions }} />}
                  </>
                ),
              },
            ]}
          />
        </div>
        <MarkedWords answers={answers}>
          <Told
            state={desk.state}
            done={desk.state.at === 'saved' ? desk.done : page.done}
            page={page}
            passages={passages}
          />
        </MarkedWords>
      </div>
    </ReadingPlaceContext.Provider>
  )
}

const hasNext = (passages: readonly ReadPassage[], one: ReadPassage) =>
  passages.some(
    ({ answerId, startCp, origin }) =>
      answerId === one.answerId && origin !== 'span' && startCp > one.startCp,
  )

function typedOf(refused: Refusal | null, problem: (reason: string) => string): CuttingTyped {
  if (refused?.act !== 'split' && refused?.act !== 'span') return { at: null }
  return { ...refused.typed, at: refused.act, error: problem(refused.reason) }
}

type ToldProps = {
  state: DeskState
  done: Done | null
  page: ReadingPageProps
  passages: readonly ReadPassage[]
}

/** What was done last, with the way back; or why it was not. */
function Told({ state, done, page, passages }: ToldProps) {
  const t = useTranslations('workbench.reading')
  const problem = useProblem()
  const { clock } = useDates()
  if (state.at === 'waiting') return <Toast>{t('waiting', { count: state.count })}</Toast>
  if (state.at === 'refused') return <Toast key={state.reason}>{problem(state.reason)}</Toast>
  if (done)
    return <TaggingToast key={`${done.did} ${done.of}`} {...{ done, passages }} taggings={page.taggings} />
  return state.at === 'saved' ? <Toast>{t('savedAt', { time: clock(state.time) })}</Toast> : null
}

const reasons = [
  ...([
    'theme-retired',
    'passage-changed',
    'tagging-changed',
    'positions-differ',
    'not-beside-each-other',
  ] as const),
  ...(['too-long', 'nothing-after', 'nothing-on-one-side', 'nothing-chosen', 'place-missing'] as const),
  ...(['words-missing', 'words-not-found', 'words-twice', 'nothing-to-restore', 'note-missing'] as const),
  ...(['note-too-long', 'paragraph-missing', 'paragraph-taken', 'position-missing', 'signed-out'] as const),
  ...(['gone', 'theme-merged', 'nothing-put', 'nothing-done', 'nothing-there'] as const),
  ...(['at-the-end', 'at-the-start', 'last-input', 'first-input'] as const),
]

/** Why something was not done, in words. */
function useProblem() {
  const t = useTranslations('workbench.reading.problems')
  return (reason: string) => t(reasons.find((one) => one === reason) ?? 'other')
}
