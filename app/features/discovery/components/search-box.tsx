import { useTranslations } from 'use-intl/react'
import { Checkbox } from '#app/ui/choice.tsx'
import { SearchForm } from '#app/ui/search-form.tsx'
import type { QueryRefusal } from '#search/query.ts'
import { type Filters, parametersOf } from '../filters.ts'
import { HowToSearch } from './how-to-search.tsx'

type SearchBoxProps = {
  action: string
  filters: Filters
  /** What else the address says and must go on saying. */
  kept: Record<string, string>
  label: string
  refusal: QueryRefusal | null
}

/** Where one types what to look for, and reads how. What was chosen before is kept. */
export function SearchBox({ action, filters, kept, label, refusal }: SearchBoxProps) {
  const t = useTranslations('public.search')
  const others = { ...filters, text: '', any: false, compounds: false, page: 1 }
  return (
    <div className="in-stack in-stack--2">
      <SearchForm
        action={action}
        label={label}
        buttonLabel={t('button')}
        defaultValue={filters.text}
        keep={[...parametersOf(others, kept)]}
        error={refusal && t(`refusal.${refusal}`)}
      >
        <Checkbox
          name="compounds"
          value="1"
          label={t('compounds')}
          help={t('compoundsHelp')}
          defaultChecked={filters.compounds}
        />
      </SearchForm>
      <HowToSearch />
    </div>
  )
}
