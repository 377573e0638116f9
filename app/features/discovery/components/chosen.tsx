import { useTranslations } from 'use-intl/react'
import { SenderName } from '#app/features/inputs/components/sender-name.tsx'
import { Chip, Chips } from '#app/ui/chip.tsx'
import { addressOf, withoutValue } from '../filters.ts'
import type { FacetsProps } from './facets.tsx'

type ChosenProps = FacetsProps & {
  /** Who sent the input the search is narrowed to; null when nobody knows of it. */
  within: { name: string | null; kind: string } | null
}

/** What has been chosen; each can be taken away by itself. */
export function Chosen({ action, filters, facets, kept, within }: ChosenProps) {
  const t = useTranslations('public.search')
  const values = facets.flatMap(({ name, options }) =>
    options.filter(({ checked }) => checked).map(({ value, label }) => ({ name, value, label })),
  )
  if (values.length === 0 && !filters.input) return null
  return (
    <Chips label={t('chosen')}>
      {filters.input && (
        <Chip
          href={addressOf(action, { ...filters, input: null, page: 1 }, kept)}
          removeLabel={t('removeInput')}
        >
          {within ? (
            <>
              {t('inputFrom')} <SenderName {...within} />
            </>
          ) : (
            t('oneInput')
          )}
        </Chip>
      )}
      {values.map(({ name, value, label }) => (
        <Chip
          key={`${name} ${value}`}
          href={addressOf(action, withoutValue(filters, name, value), kept)}
          removeLabel={t('remove', { label })}
        >
          {label}
        </Chip>
      ))}
    </Chips>
  )
}
