import { useLocale, useTranslations } from 'use-intl/react'
import { pick } from '#app/platform/localised-text.ts'
import { FieldGroup } from '#app/ui/choice.tsx'
import { Table } from '#app/ui/table.tsx'
import { partName } from '../filled.ts'
import type { TableColumn } from '../question.ts'
import type { FieldProps } from './field-props.tsx'
import { useLimits } from './limits.tsx'

/** A table to fill in: words, and amounts to the right. It scrolls sideways inside itself. */
export function TableField({ question, name, label, filled, error }: FieldProps) {
  const t = useTranslations('public.question.field')
  const locale = useLocale()
  const limits = useLimits(question)
  const { rows = [], columns = [] } = question.settings ?? {}
  const amounts = columns.some(({ kind }) => kind === 'amount')
  const help = [amounts && t('amounts'), limits].filter(Boolean).join(' ')
  const named = ({ label: words, unit }: TableColumn) => pick(words, locale).text + (unit ? ` (${unit})` : '')
  return (
    <FieldGroup {...{ name, error, help, legend: label, legendHidden: true }}>
      <Table caption={label} captionHidden wide>
        <thead>
          <tr>
            <th scope="col">
              <span className="in-sr">{t('row')}</span>
            </th>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={column.kind === 'amount' ? 'r' : undefined}>
                {named(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, label: words }, row) => (
            <tr key={key}>
              <th scope="row">{pick(words, locale).text}</th>
              {columns.map((column, at) => {
                const cell = {
                  id: row === 0 && at === 0 ? name : `${name}-${key}-${column.key}`,
                  name: partName(name, key, column.key),
                  defaultValue: filled.cells?.[key]?.[column.key],
                  'aria-label': t('cell', { row: pick(words, locale).text, column: named(column) }),
                  'aria-describedby': error ? `${name}-error` : undefined,
                }
                return (
                  <td key={column.key} className={column.kind === 'amount' ? 'r' : undefined}>
                    {column.kind === 'amount' ? (
                      <input
                        {...cell}
                        className="ds-input in-cell in-cell--amount"
                        inputMode="decimal"
                        autoComplete="off"
                      />
                    ) : (
                      <textarea {...cell} className="ds-input in-cell" rows={2} />
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </Table>
    </FieldGroup>
  )
}
