import { type ReactNode, useId } from 'react'

export type TableProps = { caption: ReactNode; captionHidden?: boolean; wide?: boolean; children: ReactNode }

// A table wider than the window must be possible to scroll from the keyboard.
const scrollable = { tabIndex: 0 }

/** A table that scrolls sideways inside itself. `wide` keeps the first column in view. */
export function Table({ caption, captionHidden, wide, children }: TableProps) {
  const id = useId()
  return (
    <section className="in-scroll" aria-labelledby={id} {...scrollable}>
      <table className={wide ? 'in-table in-table--wide' : 'in-table'}>
        <caption id={id} className={captionHidden ? 'in-sr' : undefined}>
          {caption}
        </caption>
        {children}
      </table>
    </section>
  )
}

/** `whole`: its cells are read as one and are not broken, as dates. */
export type Column = { key: string; label: ReactNode; numeric?: boolean; whole?: boolean }
export type Row = { key: string; cells: ReactNode[] }

export type DataTableProps = Omit<TableProps, 'children'> & {
  columns: Column[]
  rows: Row[]
  foot?: ReactNode[]
}

const classOf = ({ numeric, whole }: Omit<Column, 'key' | 'label'>) =>
  numeric ? 'r' : whole ? 'in-whole' : undefined

/** A table of rows, where the first cell names its row. */
export function DataTable({ columns, rows, foot, ...table }: DataTableProps) {
  const line = (cells: ReactNode[]) =>
    columns.map(({ key, label: _, ...look }, place) =>
      place === 0 ? (
        <th key={key} scope="row">
          {cells[place]}
        </th>
      ) : (
        <td key={key} className={classOf(look)}>
          {cells[place]}
        </td>
      ),
    )
  return (
    <Table {...table}>
      <thead>
        <tr>
          {columns.map(({ key, label, numeric }) => (
            <th key={key} scope="col" className={numeric ? 'r' : undefined}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells }) => (
          <tr key={key}>{line(cells)}</tr>
        ))}
      </tbody>
      {foot && (
        <tfoot>
          <tr>{line(foot)}</tr>
        </tfoot>
      )}
    </Table>
  )
}
