import { useTranslations } from 'use-intl/react'
import type { LocalisedText } from '#app/platform/localised-text.ts'
import { TextArea, TextField } from '#app/ui/field.tsx'
import { type Filled, filledIn } from './both-forms.tsx'

/** What the texts of more than one form are called. */
type Called =
  | 'goal'
  | 'help'
  | 'indicator'
  | 'intro'
  | 'name'
  | 'note'
  | 'outcome'
  | 'owner'
  | 'place'
  | 'programme'
  | 'purpose'
  | 'question'
  | 'reason'
  | 'role'
  | 'shortNotice'
  | 'subtitle'
  | 'text'
  | 'title'
  | 'why'

type Text = ({ called: Called } | { label: string }) & {
  name: string
  stored: LocalisedText | null | undefined
  /** How many lines, for a longer text; a single line without. */
  rows?: number
}

type OtherLanguagesProps = {
  texts: readonly Text[]
  filled: Filled
  /** Goes before the ids where a page has several forms with the same fields. */
  prefix?: string
  /** Unfolded from the beginning: somebody has come to write them. */
  open?: boolean
}

const others = ['en', 'sv'] as const
const suffixes = { en: 'En', sv: 'Sv' }

/**
 * The texts of a form in English and Swedish, which they may have and need not. Folded away, with how many are written;
 * open where something in there is wrong, or was written in a form that comes back.
 */
export function OtherLanguages({ texts, filled, prefix = '', open = false }: OtherLanguagesProps) {
  const t = useTranslations('workbench.otherLanguages')
  const { value, error } = filledIn(filled)
  const fields = texts.flatMap(({ name, stored, rows, ...text }) =>
    others.map((lang) => {
      const field = `${name}${suffixes[lang]}`
      const label = 'called' in text ? t(`fields.${text.called}`) : text.label
      return {
        ...{ name: field, id: `${prefix}${field}`, label: t(lang, { field: label }), lang, rows },
        ...{ error: error(field), defaultValue: value(field, stored?.[lang]) },
      }
    }),
  )
  const written = fields.filter(({ defaultValue }) => defaultValue.trim() !== '').length
  return (
    <details
      className="in-fold"
      open={open || fields.some(({ error }) => error) || (filled.typed !== null && written > 0)}
    >
      <summary>{t('summary', { written, all: fields.length })}</summary>
      <p className="in-small in-muted">{t('help')}</p>
      {pairs(fields).map((pair) => (
        <div key={pair[0]?.name} className="in-both">
          {pair.map(({ rows, ...field }) =>
            rows ? (
              <TextArea key={field.name} {...field} rows={rows} />
            ) : (
              <TextField key={field.name} {...field} />
            ),
          )}
        </div>
      ))}
    </details>
  )
}

const pairs = <Item,>(items: readonly Item[]) =>
  items.flatMap((_, at) => (at % others.length === 0 ? [items.slice(at, at + others.length)] : []))
