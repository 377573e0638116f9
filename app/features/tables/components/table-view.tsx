import { useTranslations } from 'use-intl/react'
import { Table } from '#app/ui/table.tsx'
import { ThemeTag } from '#app/ui/theme-code.tsx'
import { sendersAddress } from '../table-key.ts'
import type { WrittenCell, WrittenTable } from '../wording.ts'

/** A table with a link behind every number but nought. `here` is its own address; `rowHref` leads on from the name of a row. */
export function TableView({
  table,
  here,
  rowHref,
}: {
  table: WrittenTable
  here: string
  rowHref?: (key: string) => string | null
}) {
  const t = useTranslations('workbench.tables')
  return (
    <Table caption={table.title} captionHidden wide>
      <thead>
        <tr>
          <th scope="col">{table.corner}</th>
          {table.columns.map(({ key, label, lang }) => (
            <th key={key} scope="col" className="r in-heading" lang={lang}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row) => (
          <tr key={row.key}>
            <th scope="row" lang={row.lang}>
              <RowName row={row} href={rowHref?.(row.key) ?? null} />
            </th>
            {row.cells.map((cell, at) => (
              <td key={cell.column} className="r">
                {cell.number === 0 ? (
                  <span className="in-muted">0</span>
                ) : (
                  <a
                    href={sendersAddress(here, row.key, cell.column)}
                    aria-label={t(cell.of === null ? 'cell' : 'cellOf', {
                      ...{ row: row.label, column: table.columns[at]?.label ?? '' },
                      ...{ number: cell.number, of: cell.of ?? 0 },
                    })}
                  >
                    {t('number', { number: cell.number })}
                  </a>
                )}
                <Of cell={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

function RowName({ row, href }: { row: WrittenTable['rows'][number]; href: string | null }) {
  const t = useTranslations('workbench.tables')
  const { label, theme } = row
  const name = theme ? (
    <span className={theme.depth > 1 ? `in-depth in-depth--${Math.min(3, theme.depth)}` : undefined}>
      <ThemeTag code={theme.code} color={theme.colour}>
        {label}
      </ThemeTag>
    </span>
  ) : (
    label
  )
  if (!href) return name
  return (
    <a href={href} aria-label={theme ? t('standpointsOn', { theme: label }) : undefined}>
      {name}
    </a>
  )
}

function Of({ cell: { of, share } }: { cell: WrittenCell }) {
  const t = useTranslations('workbench.tables')
  if (of === null) return null
  return (
    <span className="in-of">
      {t('ofNumber', { of })}
      {share !== null && <span className="in-share">{t('percent', { share })}</span>}
    </span>
  )
}

/** The counting rule in words; it stands under the table and follows it into every file. */
export function CountingRules({ notes }: { notes: readonly string[] }) {
  return (
    <ul className="ds-list in-measure">
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  )
}
