import { Form, Link } from '@remix-run/react'
import { useLocale, useTranslations } from 'use-intl/react'
import { elementId } from '#app/features/documents/paragraph.ts'
import { answerFromRow } from '#app/features/inputs/answer-rows.ts'
import { AnswerShape } from '#app/features/inputs/components/answer-shape.tsx'
import { CommentWords, StanceTag } from '#app/features/inputs/components/comment-words.tsx'
import { SaidToName } from '#app/features/inputs/components/said-to.tsx'
import { saidToId } from '#app/features/inputs/said-to.ts'
import { documentPath } from '#app/features/strategies/address.ts'
import { pick } from '#app/platform/localised-text.ts'
import { useDates } from '#app/ui/dates.tsx'
import { PadlockIcon, XMarkIcon } from '#app/ui/icons.tsx'
import { Localised } from '#app/ui/localised.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import { ThemeTag } from '#app/ui/theme-code.tsx'
import type { listAnswers, listTaggings } from '../reading.server.ts'

export type ReadAnswer = Awaited<ReturnType<typeof listAnswers>>[number]
export type ReadPassage = ReadAnswer['passages'][number]
export type StandingTag = Awaited<ReturnType<typeof listTaggings>>[number]

/** Where a page's forms post, and how a passage is chosen by address. */
export type ReadingAddress = {
  taggings: (number: number) => string
  choose: (passage: ReadPassage) => string
}

type AnswerPanelProps = {
  /** Of a long file the passages are elsewhere; `folded` is how many. */
  answer: ReadAnswer & { folded: number }
  unfold: string
  taggings: readonly StandingTag[]
  selected: string | null
  address: ReadingAddress
}

/** What was said to a question, to a paragraph of the draft or in a file, as it was sent, passage by passage. */
export function AnswerPanel({ answer, unfold, taggings, selected, address }: AnswerPanelProps) {
  const t = useTranslations('workbench.reading')
  const { said } = answer
  return (
    <Panel
      id={said.kind === 'question' ? `svar-${answer.place}` : saidToId(said, 0)}
      level={said.kind === 'question' ? 2 : 3}
      heading={
        said.kind === 'question' ? (
          <>
            <span className="in-small in-muted">{t('question', { number: answer.place })} </span>
            <br />
            <Localised text={said.title} />
          </>
        ) : (
          <SaidToName said={said} />
        )
      }
      beside={
        <StatusTag line icon={PadlockIcon}>
          {t('locked')}
        </StatusTag>
      }
    >
      {said.kind === 'comment' && <Commented said={said} changes={answer.changes} />}
      {said.kind === 'question' && <Shape {...answer} />}
      {answer.folded > 0 && (
        <p>
          <a href={unfold}>{t('unfold', { count: answer.folded })}</a>
        </p>
      )}
      {answer.passages.map((passage) => (
        <PassageBlock
          key={passage.id}
          passage={passage}
          chosen={passage.id === selected}
          taggings={taggings.filter(({ passageId }) => passageId === passage.id)}
          address={address}
        />
      ))}
    </Panel>
  )
}

function Commented({
  said,
  changes,
}: {
  said: Extract<ReadAnswer['said'], { kind: 'comment' }>
  changes: ReadAnswer['changes']
}) {
  const t = useTranslations('workbench.reading')
  const { document, anchor } = said
  const href = `${documentPath(document.strategy, document.slug, document.number)}#${elementId(anchor)}`
  return (
    <div className="in-comment in-stack in-stack--2">
      <p>
        <StanceTag stance={said.stance} />{' '}
        <a className="in-small" href={href}>
          {t('toParagraph', { anchor })}
        </a>
      </p>
      <CommentWords quote={said.quote} changes={changes} reason="" />
    </div>
  )
}

// Words in fields stand as passages below; what was chosen, ranked, counted and listed stands as it is.
function Shape({ kind, choice, data, importance, options, settings }: ReadAnswer) {
  const shape = kind && answerFromRow(kind, { body: null, choice, data, importance })
  return shape && <AnswerShape question={{ options, settings }} answer={shape} wordless />
}

type PassageBlockProps = {
  passage: ReadPassage
  chosen: boolean
  taggings: readonly StandingTag[]
  address: ReadingAddress
}

function PassageBlock({ passage, chosen, taggings, address }: PassageBlockProps) {
  const t = useTranslations('workbench')
  const { number, lang, text } = passage
  return (
    <div
      className={chosen ? 'in-psg in-psg--on' : 'in-psg'}
      id={`utdrag-${number}`}
      aria-current={chosen || undefined}
    >
      <Link
        className="in-anchor"
        to={address.choose(passage)}
        preventScrollReset
        aria-label={t('reading.choosePassage', { number })}
      >
        {number}
      </Link>
      <p lang={lang}>{text}</p>
      <div className="in-psg__tags">
        {taggings.map((tagging) => (
          <Tagged key={tagging.id} {...{ tagging, number }} action={address.taggings(number)} />
        ))}
        {taggings.length === 0 && <span className="in-small in-muted">{t('input.notTagged')}</span>}
      </div>
    </div>
  )
}

function Tagged(props: { tagging: StandingTag; number: number; action: string }) {
  const t = useTranslations('workbench.reading')
  const { day } = useDates()
  const theme = pick(props.tagging.title, useLocale()).text
  const form = `untag-${props.tagging.id}`
  return (
    <>
      <Form id={form} method="post" action={props.action} preventScrollReset hidden>
        <input type="hidden" name="act" value="untag" />
        <input type="hidden" name="tagging" value={props.tagging.id} />
      </Form>
      <ThemeTag
        code={props.tagging.code}
        color={props.tagging.colour}
        action={
          <button
            type="submit"
            form={form}
            aria-label={t('remove', { theme, number: props.number })}
            title={t('taggedBy', { name: props.tagging.by, day: day(props.tagging.taggedAt) })}
          >
            <XMarkIcon />
          </button>
        }
      >
        {theme}
      </ThemeTag>
    </>
  )
}
