import { Link } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import { elementId } from '#app/features/documents/paragraph.ts'
import { answerFromRow } from '#app/features/inputs/answer-rows.ts'
import { AnswerShape } from '#app/features/inputs/components/answer-shape.tsx'
import { CommentWords, StanceTag } from '#app/features/inputs/components/comment-words.tsx'
import { SaidToName } from '#app/features/inputs/components/said-to.tsx'
import { saidToId } from '#app/features/inputs/said-to.ts'
import { documentPath } from '#app/features/strategies/address.ts'
import { useDates } from '#app/ui/dates.tsx'
import { PadlockIcon, XMarkIcon } from '#app/ui/icons.tsx'
import { Localised } from '#app/ui/localised.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import { ThemeTag } from '#app/ui/theme-code.tsx'
import type { ReadAnswer, ReadPassage, StandingTag } from '../reading.server.ts'
import { ActForm } from './reading-form.tsx'
import { PassageMarks, type ReadMark } from './reading-notes.tsx'
import { useTaggingName } from './reading-positions.tsx'
import { ReadBy, type Reading } from './reading-read.tsx'

/** How a passage is chosen by address, and with script. */
export type ReadingAddress = {
  href: (passage: ReadPassage) => string
  choose: (passage: ReadPassage) => void
}

type AnswerPanelProps = {
  /** Of a long file the passages are elsewhere; `folded` is how many. */
  answer: ReadAnswer & { folded: number }
  unfold: string
  taggings: readonly StandingTag[]
  marks: readonly ReadMark[]
  readings: readonly Reading[]
  /** Whoever reads, and the version that is read. */
  reader: { personId: string; versionId: string }
  selected: ReadPassage | null
  address: ReadingAddress
}

/** What was said to a question, to a paragraph of the draft or in a file, as it was sent, passage by passage. */
export function AnswerPanel(props: AnswerPanelProps) {
  const { answer, unfold, taggings, marks, selected, address, readings, reader } = props
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
          chosen={passage.id === selected?.id}
          taggings={taggings.filter(({ passageId }) => passageId === passage.id)}
          marks={marks.filter(({ passageId }) => passageId === passage.id)}
          address={address}
        />
      ))}
      <ReadBy
        answer={answer}
        readings={readings.filter(({ answerId }) => answerId === answer.id)}
        reader={reader}
        keyed={selected?.answerId === answer.id}
      />
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
  marks: readonly ReadMark[]
  address: ReadingAddress
}

function PassageBlock({ passage, chosen, taggings, marks, address }: PassageBlockProps) {
  const t = useTranslations('workbench')
  const { number, lang, text, origin } = passage
  const classes = ['in-psg', chosen && 'in-psg--on', origin === 'span' && 'in-psg--span']
  return (
    <div
      className={classes.filter(Boolean).join(' ')}
      id={`utdrag-${number}`}
      aria-current={chosen || undefined}
    >
      <Link
        className="in-anchor"
        to={address.href(passage)}
        preventScrollReset
        aria-label={t('reading.choosePassage', { number })}
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return
          event.preventDefault()
          address.choose(passage)
        }}
      >
        {number}
      </Link>
      <p
        id={`passage-${passage.id}`}
        lang={lang}
        data-start={passage.startCp}
        data-answer={passage.answerId}
        data-passage={passage.id}
      >
        {text}
      </p>
      <div className="in-psg__tags">
        {origin === 'span' && <span className="in-small in-muted">{t('reading.span')}</span>}
        {taggings.map((tagging) => (
          <Tagged key={tagging.id} {...{ tagging, passage }} />
        ))}
        {taggings.length === 0 && <span className="in-small in-muted">{t('input.notTagged')}</span>}
        <PassageMarks {...{ marks, passage }} />
      </div>
    </div>
  )
}

function Tagged({ tagging, passage }: { tagging: StandingTag; passage: ReadPassage }) {
  const t = useTranslations('workbench')
  const { day } = useDates()
  const nameOf = useTaggingName()
  const name = nameOf(tagging)
  return (
    <ActForm act="untag" passage={passage.id} fields={{ tagging: tagging.id }}>
      <ThemeTag
        code={tagging.theme?.code ?? '§'}
        color={tagging.theme?.colour ?? 7}
        action={
          <button
            type="submit"
            aria-label={t('reading.remove', { theme: name, number: passage.number })}
            title={t('reading.taggedBy', { name: tagging.by, day: day(tagging.taggedAt) })}
          >
            <XMarkIcon />
          </button>
        }
      >
        {tagging.position
          ? t('reading.namePosition', { name, position: t(`positions.${tagging.position}`).toLowerCase() })
          : name}
      </ThemeTag>
    </ActForm>
  )
}
