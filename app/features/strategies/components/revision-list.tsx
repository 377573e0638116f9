import { type ReactNode, useId } from 'react'
import { useTranslations } from 'use-intl/react'
import type { LocalisedText } from '#app/platform/localised-text.ts'
import { useDates } from '#app/ui/dates.tsx'
import type { FieldChange, RegisterRecord } from '../revision.ts'
import { Paragraphs } from './paragraphs.tsx'
import { useRegisterDays } from './register-days.tsx'

type Revision = { number: number; at: Date; first: boolean; by?: string | null; changes: FieldChange[] }

/** The saves, the newest first: when, perhaps by whom, and what each field said before and says after. */
export function RevisionList({ revisions, level = 2 }: { revisions: readonly Revision[]; level?: 2 | 3 }) {
  const t = useTranslations('public.history')
  const { moment } = useDates()
  const Heading = `h${level}` as const
  return (
    <ol className="in-list">
      {revisions.map(({ number, at, first, by, changes }) => (
        <li key={number} className="in-stack in-stack--3">
          <div>
            <Heading className="in-h3">
              <time dateTime={at.toISOString()}>{moment(at)}</time>
            </Heading>
            <p className="in-meta">
              {first ? t('first') : t('changed', { count: changes.length })}
              {by && ` · ${by}`}
            </p>
          </div>
          {first ? <p>{t('firstText')}</p> : <Changes changes={changes} />}
        </li>
      ))}
    </ol>
  )
}

/** Each field with what it said before and what it says after. */
export function Changes({ changes }: { changes: readonly FieldChange[] }) {
  const t = useTranslations('public.history')
  const fields = useTranslations('public.register.fields')
  return (
    <dl className="in-change">
      {changes.map(({ field, before, after }) => (
        <div key={field}>
          <dt>{fields(field)}</dt>
          <dd>
            <span className="in-change__label">{t('before')}</span>
            <del>
              <FieldValue field={field} value={before} other={after} />
            </del>
          </dd>
          <dd>
            <span className="in-change__label">{t('after')}</span>
            <ins>
              <FieldValue field={field} value={after} other={before} />
            </ins>
          </dd>
        </div>
      ))}
    </dl>
  )
}

type ValueProps = { field: FieldChange['field']; value: unknown; other?: unknown }

/** What a field says, as the register page says it. */
export function FieldValue({ field, value, other = null }: ValueProps): ReactNode {
  const t = useTranslations('public.history')
  const register = useTranslations('public.register')
  const day = useRegisterDays()
  if (typeof value === 'boolean') return value ? t('yes') : t('no')
  if (value === null || value === undefined || value === '') return t('nothing')
  if (typeof value === 'string') {
    if (field === 'kind') return register('kinds', { kind: value })
    if (field === 'status') return register('statuses', { status: value })
    return /^\d{4}-\d\d-\d\d$/.test(value) ? day(value) : value
  }
  if (field === 'organisers') return <Bodies bodies={value as RegisterRecord['organisers']} />
  return <Words text={value as LocalisedText} other={(other ?? {}) as LocalisedText} />
}

function Bodies({ bodies }: { bodies: RegisterRecord['organisers'] }) {
  const t = useTranslations('public.history')
  if (bodies.length === 0) return t('nothing')
  return (
    <ul className="in-plain">
      {bodies.map(({ name, role }) => (
        <li key={name}>
          {name} {Object.keys(role).length > 0 && <Paragraphs text={role} />}
        </li>
      ))}
    </ul>
  )
}

/** Only the languages that differ: the others say what they said. */
function Words({ text, other }: { text: LocalisedText; other: LocalisedText }) {
  const t = useTranslations('public.history')
  const id = useId()
  const languages = (Object.keys({ ...text, ...other }) as (keyof LocalisedText)[]).filter(
    (language) => text[language] !== other[language],
  )
  return languages.sort().map((language) => (
    <div key={`${id} ${language}`} lang={text[language] ? language : undefined}>
      {text[language] ? <Paragraphs text={{ [language]: text[language] }} /> : t('nothing')}
    </div>
  ))
}
