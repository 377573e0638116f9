import { useTranslations } from 'use-intl/react'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Select, TextField } from '#app/ui/field.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { maxNameLength } from '../forms.ts'
import type { DescribedSearch } from '../staff-names.server.ts'
import { SearchSummary } from './search-summary.tsx'

type SaveFormProps = {
  action: string
  /** The search, as its address says it. */
  search: string
  description: DescribedSearch
  strategies: readonly { id: string; title: string }[]
  formKey: string
  back: string
  errors: { field: string; message: string }[]
  typed: Record<string, unknown> | null
}

/** Gives a search a name, and says who may find it. */
export function SaveForm({
  action,
  search,
  description,
  strategies,
  formKey,
  back,
  errors,
  typed,
}: SaveFormProps) {
  const t = useTranslations('workbench.saved')
  const before = (name: string) => (typeof typed?.[name] === 'string' ? typed[name] : '')
  return (
    <Panel id="save" heading={t('saveTitle')}>
      <form method="post" action={action} className="in-stack in-stack--3 in-measure">
        <ErrorSummary heading={t('errors')} errors={errors} />
        <p>
          <SearchSummary search={description} />
        </p>
        <input type="hidden" name="act" value="save" />
        <input type="hidden" name="key" value={formKey} />
        <input type="hidden" name="search" value={search} />
        <TextField
          name="name"
          label={t('name')}
          help={t('nameHelp')}
          defaultValue={before('name')}
          maxLength={maxNameLength}
          error={errors[0]?.message}
          autoComplete="off"
        />
        <Select
          name="share"
          label={t('share')}
          help={t('shareHelp')}
          emptyLabel={t('onlyMe')}
          defaultValue={before('share')}
          options={strategies.map(({ id, title }) => ({
            value: id,
            label: t('everyoneIn', { strategy: title }),
          }))}
        />
        <div className="in-row">
          <Button>{t('save')}</Button>
          <a href={back}>{t('back')}</a>
        </div>
      </form>
    </Panel>
  )
}
