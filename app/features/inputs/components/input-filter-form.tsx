import { useLocale, useTranslations } from 'use-intl/react'
import { senderKindKey } from '#app/features/organisations/sender-kind.ts'
import { type LocalisedText, labelled } from '#app/platform/localised-text.ts'
import { Button } from '#app/ui/button.tsx'
import { Select } from '#app/ui/field.tsx'
import { type InputGroup, inputsMatching, LIST_ORDERS, type ListOrder } from '../published-list.ts'

/** A question that a list can be narrowed to; `number` is its place among them, and what the address says. */
export type FilterQuestion = { number: number; title: LocalisedText; inputs: number }

type Chosen = { kind: string | null; county: string | null; question: number | null; order: ListOrder }

/** Narrows a list of inputs by sender, county and question. Each choice says how many it leaves beside the others. */
export function InputFilterForm({
  action,
  filter,
  groups,
  kinds,
  counties,
  questions,
}: {
  action: string
  filter: Chosen
  groups: readonly InputGroup[]
  kinds: readonly string[]
  counties: ReadonlyMap<string, string>
  questions: readonly FilterQuestion[]
}) {
  const t = useTranslations('public')
  const locale = useLocale()
  const byName = (one: { label: string }, other: { label: string }) =>
    one.label.localeCompare(other.label, locale)
  const option = (value: string, label: string, own: Partial<Chosen>) => ({
    value,
    label: `${label} (${inputsMatching(groups, { ...filter, ...own })})`,
  })
  return (
    <form action={action} method="get" className="in-filter">
      <Select
        name="kind"
        label={t('inputs.kind')}
        options={kinds.map((kind) => option(kind, t(senderKindKey(kind)), { kind })).sort(byName)}
        emptyLabel={t('inputs.allKinds')}
        defaultValue={filter.kind ?? ''}
      />
      {counties.size > 0 && (
        <Select
          name="county"
          label={t('inputs.county')}
          options={[...counties].map(([county, name]) => option(county, name, { county })).sort(byName)}
          emptyLabel={t('inputs.allCounties')}
          defaultValue={filter.county ?? ''}
        />
      )}
      {questions.length > 0 && (
        <Select
          name="question"
          label={t('inputs.question')}
          options={questions.map(({ number, title, inputs: count }) => {
            const { label, lang } = labelled(title, locale)
            return {
              ...{ value: String(number), lang },
              label: t('inputs.questionOption', { number, title: label, count }),
            }
          })}
          emptyLabel={t('inputs.anyQuestion')}
          defaultValue={filter.question ?? ''}
        />
      )}
      <Select
        name="order"
        label={t('inputs.order')}
        options={LIST_ORDERS.map((order) => ({ value: order, label: t(`inputs.orders.${order}`) }))}
        defaultValue={filter.order}
      />
      <Button variant="secondary">{t('inputs.show')}</Button>
    </form>
  )
}
