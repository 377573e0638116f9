import { useLocale, useTranslations } from 'use-intl/react'
import { type LocalisedText, pick } from '#app/platform/localised-text.ts'
import { RadioGroup } from '#app/ui/choice.tsx'
import { Select, TextField } from '#app/ui/field.tsx'
import { ROUND_PURPOSES } from '../round-revision.ts'
import { BothForms, type Filled, filledIn } from './both-forms.tsx'
import { OtherLanguages } from './other-languages.tsx'

export type PhaseChoice = {
  id: string
  title: LocalisedText
  openedAt: Date | null
  outcomeAt: Date | null
}

type Stored = { title: LocalisedText; intro: LocalisedText; phaseId: string; purpose: string }

type NameFieldsProps = {
  phases: readonly PhaseChoice[]
  stored: Stored | null
  filled: Filled
  /** The purpose stands once the round has opened. */
  purposeFixed?: boolean
}

/** What a round is called and says, the phase it belongs to, and what it is for. */
export function RoundNameFields({ phases, stored, filled, purposeFixed = false }: NameFieldsProps) {
  const t = useTranslations('workbench.roundSettings')
  const locale = useLocale()
  const { value, error } = filledIn(filled)
  // The phase the work is in, else the next.
  const current = (
    phases.find((one) => one.openedAt && !one.outcomeAt) ?? phases.find((one) => !one.outcomeAt)
  )?.id
  return (
    <>
      <BothForms
        {...{ name: 'title', filled, stored: stored?.title ?? null }}
        labels={{ nb: t('titleNb'), nn: t('titleNn') }}
      />
      <BothForms
        {...{ name: 'intro', filled, stored: stored?.intro ?? null, rows: 4, help: t('introHelp') }}
        labels={{ nb: t('introNb'), nn: t('introNn') }}
      />
      <OtherLanguages
        filled={filled}
        texts={[
          { name: 'title', called: 'name', stored: stored?.title },
          { name: 'intro', called: 'intro', stored: stored?.intro, rows: 4 },
        ]}
      />
      <Select
        name="phase"
        label={t('phase')}
        error={error('phase')}
        emptyLabel={t('choosePhase')}
        options={phases.map(({ id, title, outcomeAt }) => {
          const name = pick(title, locale).text
          return { value: id, label: outcomeAt ? t('phaseEnded', { phase: name }) : name }
        })}
        defaultValue={value('phase', stored?.phaseId ?? current)}
      />
      {purposeFixed && stored ? (
        <input type="hidden" name="purpose" value={stored.purpose} />
      ) : (
        <RadioGroup
          name="purpose"
          legend={t('purpose')}
          error={error('purpose')}
          defaultValue={value('purpose', stored?.purpose ?? 'input')}
          options={ROUND_PURPOSES.map((purpose) => ({ value: purpose, label: t(`purposes.${purpose}`) }))}
        />
      )}
    </>
  )
}

/** The number and the address of a round that is not public yet. Empty means the next number, and that as address. */
export function RoundPlaceFields({
  stored,
  filled,
}: {
  stored: { number: number; slug: string } | null
  filled: Filled
}) {
  const t = useTranslations('workbench.roundSettings')
  const { value, error } = filledIn(filled)
  return (
    <div className="in-both">
      <TextField
        name="number"
        label={t('number')}
        help={stored ? undefined : t('numberHelp')}
        inputMode="numeric"
        error={error('number')}
        defaultValue={value('number', stored ? String(stored.number) : '')}
      />
      <TextField
        name="slug"
        label={t('slug')}
        help={t('slugHelp')}
        autoCapitalize="none"
        spellCheck={false}
        error={error('slug')}
        defaultValue={value('slug', stored?.slug ?? '')}
      />
    </div>
  )
}
