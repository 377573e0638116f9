import { useContext } from 'react'
import { useLocale, useTranslations } from 'use-intl/react'
import { pick } from '#app/platform/localised-text.ts'
import { Button } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choice.tsx'
import { useDates } from '#app/ui/dates.tsx'
import { Select } from '#app/ui/field.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { POSITIONS } from '../position.ts'
import type { ReadAnswer, ReadPassage, StandingTag } from '../reading.server.ts'
import type { listDraftParagraphs } from '../tagging-positions.server.ts'
import { ActForm, KeyHint, ReadingPlaceContext } from './reading-form.tsx'

/** What stands on the chosen passage, who put it there, and what the sender thinks of it. */
export function PositionPanel(props: { passage: ReadPassage; taggings: readonly StandingTag[] }) {
  const t = useTranslations('workbench.reading')
  const nameOf = useWholeName()
  const { day } = useDates()
  const own = props.taggings.filter(({ passageId }) => passageId === props.passage.id)
  if (own.length === 0) return null
  return (
    <Panel id="positions-panel" heading={t('positionsOf', { number: props.passage.number })}>
      <ul className="in-put">
        {own.map((tagging, at) => (
          <li key={tagging.id}>
            <p id={`about-${tagging.id}`}>
              <strong>{nameOf(tagging)}</strong>{' '}
              <span className="in-small in-muted">
                {t('taggedBy', { name: tagging.by, day: day(tagging.taggedAt) })}
              </span>
            </p>
            <PositionButtons tagging={tagging} keyed={at === own.length - 1} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function PositionButtons({ tagging, keyed }: { tagging: StandingTag; keyed: boolean }) {
  const t = useTranslations('workbench.positions')
  const choices = tagging.theme ? [...POSITIONS, null] : POSITIONS
  return (
    <ActForm act="position" passage={tagging.passageId} fields={{ tagging: tagging.id }}>
      <fieldset className="in-positions" aria-labelledby={`about-${tagging.id}`}>
        {choices.map((position) => (
          <button
            key={position}
            type="submit"
            name="position"
            value={position ?? ''}
            aria-pressed={tagging.position === position}
            data-key={keyed ? (position ?? undefined) : undefined}
          >
            {t(position ?? 'none')}
            {keyed && position && <KeyHint of={position} />}
          </button>
        ))}
      </fieldset>
    </ActForm>
  )
}

/** The same with the themes it stands under, for several may have one title. */
export function useWholeName() {
  const { above } = useContext(ReadingPlaceContext)
  const nameOf = useTaggingName()
  const locale = useLocale()
  return (tagging: Pick<StandingTag, 'theme' | 'paragraph'>) =>
    [
      ...(tagging.theme ? above(tagging.theme.id) : []).map((title) => pick(title, locale).text),
      nameOf(tagging),
    ].join(' › ')
}

/** What a tagging is about, in words: a theme, or a paragraph of the draft. */
export function useTaggingName() {
  const t = useTranslations('workbench.reading')
  const locale = useLocale()
  return ({ theme, paragraph }: Pick<StandingTag, 'theme' | 'paragraph'>) =>
    theme ? pick(theme.title, locale).text : t('paragraph', { anchor: paragraph?.anchor ?? '' })
}

type StanceProps = {
  passage: ReadPassage
  paragraphs: Awaited<ReturnType<typeof listDraftParagraphs>>
  /** The answer the passage is of: a comment is about its own paragraph. */
  answer: ReadAnswer | undefined
  open: boolean
}

/** What the passage thinks of a paragraph of the draft. */
export function StancePanel({ passage, paragraphs, answer, open }: StanceProps) {
  const t = useTranslations('workbench')
  const locale = useLocale()
  if (paragraphs.length === 0) return null
  const own = answer?.said.kind === 'comment' ? answer.said : null
  const several =
    new Set(paragraphs.map((one) => `${pick(one.document, locale).text} ${one.number}`)).size > 1
  const wordsOf = (one: (typeof paragraphs)[number]) =>
    `${several ? `${pick(one.document, locale).text} ${one.number}: ` : ''}${one.anchor} · ${one.words}`
  return (
    <details className="in-panel in-fold" id="stance-panel" open={open}>
      <summary>
        {t('reading.stance')} <KeyHint of="stance" />
      </summary>
      <ActForm
        act="stance"
        passage={passage.id}
        fields={{ passage: passage.id }}
        className="in-stack in-stack--3"
      >
        <Select
          key={passage.id}
          name="paragraph"
          label={t('reading.stanceTo')}
          emptyLabel={t('reading.chooseParagraph')}
          defaultValue={paragraphs.find(({ anchor }) => anchor === own?.anchor)?.id}
          options={paragraphs.map((one) => ({ value: one.id, label: wordsOf(one) }))}
          data-key="stance"
        />
        <RadioGroup
          name="position"
          legend={t('reading.stanceIs')}
          look="joined"
          options={POSITIONS.map((position) => ({ value: position, label: t(`positions.${position}`) }))}
        />
        <Button size="sm" variant="secondary">
          {t('reading.takeStance')}
        </Button>
      </ActForm>
    </details>
  )
}
