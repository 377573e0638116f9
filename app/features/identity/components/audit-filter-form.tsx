import { useLocale, useTranslations } from 'use-intl/react'
import { type LocalisedText, pick } from '#app/platform/localised-text.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Select, TextField } from '#app/ui/field.tsx'
import { type AuditFilter, type AuditProblem, isFiltered } from '../audit-filter.ts'

/** What one can look for: the beginnings of the kinds of event, in the order of the house. */
const KINDS = [
  'input',
  'sign-off',
  'attachment',
  'passage',
  'theme',
  'assignment',
  'finding',
  'round',
  'question',
  'document',
  'measure',
  'meeting',
  'strategy',
  'register',
  'phase',
  'organisation',
  'membership',
  'takedown',
  'person',
  'sign-in-link',
  'search',
  'audit',
] as const

type AuditFilterFormProps = {
  filter: AuditFilter
  problems: readonly AuditProblem[]
  strategies: readonly { id: string; title: LocalisedText }[]
}

/** Who, what, where and when; what is typed stays, also where it is no day. */
export function AuditFilterForm({ filter, problems, strategies }: AuditFilterFormProps) {
  const t = useTranslations('auth.audit')
  const locale = useLocale()
  const day = (name: AuditProblem) => ({
    name,
    label: t(`filter.${name}`),
    defaultValue: filter[name],
    help: t('filter.dayHelp'),
    error: problems.includes(name) ? t('filter.dayUnusable') : undefined,
    size: 12,
  })
  return (
    <form className="in-filter" action="/admin" aria-label={t('filter.title')}>
      {filter.subject !== '' && <input type="hidden" name="subject" value={filter.subject} />}
      <TextField name="who" label={t('filter.who')} defaultValue={filter.who} />
      <Select
        name="kind"
        label={t('filter.kind')}
        emptyLabel={t('filter.everything')}
        defaultValue={filter.kind}
        options={KINDS.map((kind) => ({ value: kind, label: t(`noun.${kind}`) }))}
      />
      <Select
        name="strategy"
        label={t('strategy')}
        emptyLabel={t('filter.everyStrategy')}
        defaultValue={filter.strategy}
        options={strategies.map(({ id, title }) => ({ value: id, label: pick(title, locale).text }))}
      />
      <TextField {...day('from')} />
      <TextField {...day('to')} />
      <div className="in-filter-actions">
        <Button type="submit">{t('filter.show')}</Button>
        {isFiltered(filter) && (
          <LinkButton variant="secondary" href="/admin">
            {t('filter.clear')}
          </LinkButton>
        )}
      </div>
    </form>
  )
}
