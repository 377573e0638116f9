import { useTranslations } from 'use-intl/react'
import { Button } from '#app/ui/button.tsx'
import { Checkbox } from '#app/ui/choice.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import { Table } from '#app/ui/table.tsx'
import type { TableSummary } from '../import-checking.server.ts'
import { ROW_PROBLEMS, type ToldProblem } from '../row-problem.ts'
import { useReceivedDay } from './registered-list.tsx'

type TableCheckedProps = {
  action: string
  formKey: string
  rowCount: number
  summary: TableSummary
  problemCount: number
  error: string | undefined
}

/** What would be registered, and the button that has it done. */
export function TableChecked({ action, formKey, rowCount, summary, problemCount, error }: TableCheckedProps) {
  const t = useTranslations('workbench.tableImport')
  const kinds = useTranslations('public.kind')
  const received = useReceivedDay()
  const { ready, alreadyThere, badRows, preview } = summary
  return (
    <Panel id="checked" heading={t('checked')}>
      <div className="in-stack in-stack--4">
        <DefinitionList
          items={[
            { term: t('rows'), description: t('number', { count: rowCount }) },
            { term: t('ready'), description: t('number', { count: ready }) },
            { term: t('there'), description: alreadyThere > 0 && t('number', { count: alreadyThere }) },
            { term: t('bad'), description: t('number', { count: badRows }) },
          ].map(({ description, ...item }) => ({ ...item, description: description || undefined }))}
        />
        {preview.length > 0 && (
          <Table caption={t('preview', { count: preview.length })}>
            <thead>
              <tr>
                {(['row', 'sender', 'received', 'text'] as const).map((column) => (
                  <th key={column} scope="col">
                    {t(`columns.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {preview.map(({ row, sender, kind, onRecord, received: on, text, answers }) => (
                <tr key={row}>
                  <td>{row}</td>
                  <th scope="row" className="in-break">
                    {sender} <span className="in-small in-muted">{kinds(kind as 'other')}</span>{' '}
                    {!onRecord && kind !== 'person' && <StatusTag line>{t('newSender')}</StatusTag>}
                  </th>
                  <td>{on ? received(on) : t('noDay')}</td>
                  <td className="in-break">
                    {text}{' '}
                    {answers > 0 && <span className="in-muted">{t('answers', { count: answers })}</span>}
                  </td>
                </tr>
              ))}
            </tbody>
          </Table>
        )}
        {ready === 0 ? (
          <p>{t(badRows > 0 ? 'noneReady' : 'allThere')}</p>
        ) : (
          <form method="post" action={action} className="in-stack in-stack--3">
            <input type="hidden" name="act" value="ask" />
            <input type="hidden" name="key" value={formKey} />
            {problemCount > 0 && (
              <Checkbox
                name="skipBad"
                label={t('skipBad', { count: badRows })}
                help={t('skipBadHelp')}
                error={error}
              />
            )}
            <div className="in-row">
              <Button>{t('register', { count: ready })}</Button>
              <p className="in-small in-muted">{t('registerHelp')}</p>
            </div>
          </form>
        )}
      </div>
    </Panel>
  )
}

/** What stands in the way of rows, by row and column as the file shows them. */
export function TableProblems({ problems, count }: { problems: readonly ToldProblem[]; count: number }) {
  const t = useTranslations('workbench.tableImport')
  if (count === 0) return null
  return (
    <Panel id="problems" heading={t('problems', { count })}>
      <div className="in-stack in-stack--3">
        {count > problems.length && (
          <p className="in-small">{t('problemsMore', { shown: problems.length })}</p>
        )}
        <ul className="in-list">
          {problems.map(({ row, column, reason, value }) => {
            const known = ROW_PROBLEMS.find((one) => one === reason) ?? 'too-long'
            return (
              <li key={`${row} ${column} ${reason}`} className="in-break">
                <strong>{column ? t('at', { row, column }) : t('atRow', { row })}</strong>{' '}
                {t(`reason.${known}`, { value: value ?? '' })}
                {value && known !== 'id-twice' && <span className="in-muted"> {t('found', { value })}</span>}
              </li>
            )
          })}
        </ul>
      </div>
    </Panel>
  )
}
