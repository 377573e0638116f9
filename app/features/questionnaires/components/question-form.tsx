import { useTranslations } from 'use-intl/react'
import { BothForms, filledIn } from '#app/features/strategies/components/both-forms.tsx'
import { OtherLanguages } from '#app/features/strategies/components/other-languages.tsx'
import { Button } from '#app/ui/button.tsx'
import { Checkbox } from '#app/ui/choice.tsx'
import { TextField } from '#app/ui/field.tsx'
import { questionnairePath, questionPath } from '../address.ts'
import type { BuiltQuestion } from '../building.server.ts'
import type { Problem } from '../problems.ts'
import { NO_OPINION, type QuestionKind } from '../question.ts'
import { formRows, typedParts, type WrittenPart, writtenPart } from '../written-parts.ts'
import { fieldsOf, PART_FIELDS, type PartField } from '../written-question.ts'
import { AskedOfField } from './asked-of-field.tsx'
import { PartRows } from './part-rows.tsx'

export type QuestionFormProps = {
  roundId: string
  kind: QuestionKind
  /** What is stored; null for a new question. */
  stored: BuiltQuestion | null
  formKey: string
  typed: Record<string, unknown> | null
  errors: readonly Problem[]
}

/** Everything there is to say about one question, with the fields that its kind has. */
export function QuestionForm({ roundId, kind, stored, formKey, typed, errors }: QuestionFormProps) {
  const t = useTranslations('workbench.question')
  const filled = { typed, errors }
  const { value, error } = filledIn(filled)
  const has = new Set(fieldsOf(kind))
  const action = questionPath(roundId, stored?.id ?? 'new', stored ? undefined : kind)
  const settings = stored?.settings
  const ticked = (name: string, was: boolean | undefined) => (typed ? typed[name] === 'on' : was === true)
  const number = (name: 'mostCharacters' | 'fewest' | 'most', help: string) => (
    <TextField
      {...{ name, help, label: t(name), error: error(name), inputMode: 'numeric', size: 8 }}
      defaultValue={value(name, settings?.[name] === undefined ? '' : String(settings[name]))}
    />
  )
  const rows = (field: PartField) =>
    typed ? atLeast(typedParts(typed[field]), 1) : atLeast(storedParts(field, stored), 3)
  const typedKinds = typed ? [typed.askedOf].flat().filter((one) => typeof one === 'string') : null
  return (
    <form method="post" action={action} className="in-form in-form--wide">
      {/* Enter in a field saves; without this it would press the first button there is, which moves a row. */}
      <button type="submit" className="in-sr" tabIndex={-1} aria-hidden="true">
        {t('save')}
      </button>
      <input type="hidden" name="key" value={formKey} />
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="revision" value={stored?.revision ?? 0} />
      <BothForms
        {...{ name: 'title', filled, stored: stored?.title ?? null, rows: 2 }}
        labels={{ nb: t('titleNb'), nn: t('titleNn') }}
      />
      <BothForms
        {...{ name: 'help', filled, stored: stored?.help ?? null, rows: 3 }}
        labels={{ nb: t('helpNb'), nn: t('helpNn') }}
        help={t('helpHelp')}
      />
      <OtherLanguages
        filled={filled}
        texts={[
          { name: 'title', called: 'question', stored: stored?.title, rows: 2 },
          { name: 'help', called: 'help', stored: stored?.help, rows: 3 },
        ]}
      />
      {PART_FIELDS.filter((field) => has.has(field)).map((field) => (
        <PartRows key={field} {...{ field, action, error }} rows={rows(field)} scale={kind === 'scale'} />
      ))}
      {has.has('counts') && (
        <div className="in-both">
          {number('fewest', t(`fewestHelp.${counted(kind)}`))}
          {number('most', t(`mostHelp.${counted(kind)}`))}
        </div>
      )}
      {has.has('mostCharacters') && number('mostCharacters', t('mostCharactersHelp'))}
      <Checkbox
        name="required"
        value="on"
        label={t('required')}
        help={t('requiredHelp')}
        defaultChecked={ticked('required', stored?.required)}
      />
      {has.has('importance') && (
        <Checkbox
          name="importance"
          value="on"
          label={t('importance')}
          help={t('importanceHelp')}
          defaultChecked={ticked('importance', settings?.importance)}
        />
      )}
      {kind !== 'general' && <AskedOfField chosen={typedKinds ?? stored?.askedOf ?? []} />}
      <div className="in-row">
        <Button>{t('save')}</Button>
        <a href={questionnairePath(roundId)}>{t('cancel')}</a>
      </div>
    </form>
  )
}

const counted = (kind: QuestionKind) =>
  kind === 'participants' || kind === 'file' || kind === 'ranking' ? kind : 'multiple-choice'

// One empty row stands after what there is, and a new list has three.
const atLeast = (rows: readonly WrittenPart[], fewest: number) =>
  formRows(rows, Math.max(rows.length === 0 ? fewest : 0, rows.at(-1)?.nb || rows.at(-1)?.nn ? 1 : 0))

function storedParts(field: PartField, stored: BuiltQuestion | null): WrittenPart[] {
  if (field === 'options')
    return (stored?.options ?? []).filter(({ key }) => key !== NO_OPINION).map(writtenPart)
  return (stored?.settings?.[field] ?? []).map(writtenPart)
}
