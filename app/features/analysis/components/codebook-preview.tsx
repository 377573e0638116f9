import { useLocale, useTranslations } from 'use-intl/react'
import { type LocalisedText, pick } from '#app/platform/localised-text.ts'
import { Button } from '#app/ui/button.tsx'
import { Alert } from '#app/ui/message.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { DataTable } from '#app/ui/table.tsx'
import type { FileProblem } from '../codebook-file.ts'

type Proposed = {
  row: number
  codeFree: boolean
  parentId: string | null
  parentRow: number | null
  depth: number
  draft: { code: string; title: LocalisedText; definition: LocalisedText }
}

type CodebookPreviewProps = {
  preview: {
    themes: readonly Proposed[]
    problems: readonly { row: number; column: string; problem: FileProblem; value: string }[]
    unused: readonly string[]
    name: string
    format: 'csv' | 'qdc'
    text: string
    encoding: string | null
  }
  message: string | null
  codes: readonly { id: string; code: string }[]
  formKey: string
  base: string
}

const shownProblems = 50

/** What a file would add, or everything that is wrong with it, each with its row and column. */
export function CodebookPreview({ preview, message, codes, formKey, base }: CodebookPreviewProps) {
  const t = useTranslations('workbench.codebookImport')
  const { themes, problems, unused, name, format, text } = preview
  return (
    <>
      {message && (
        <Alert tone="warning" live>
          <p>{message}</p>
        </Alert>
      )}
      {problems.length > 0 && (
        <Panel id="problems" heading={t('problems', { count: problems.length })} tone="warning">
          <div className="in-stack in-stack--2">
            <p>{t('problemsText', { name })}</p>
            <ul className="in-prose">
              {problems.slice(0, shownProblems).map(({ row, column, problem, value }) => (
                <li key={`${row} ${column} ${problem}`} className="in-break">
                  {t(format === 'csv' ? 'where' : 'whereCode', { row, column })}{' '}
                  {t(`problem.${problem}`, { value, column })}
                </li>
              ))}
            </ul>
            {problems.length > shownProblems && (
              <p>{t('moreProblems', { count: problems.length - shownProblems })}</p>
            )}
          </div>
        </Panel>
      )}
      {problems.length === 0 && (
        <Panel id="preview" heading={t('preview', { count: themes.length })}>
          <div className="in-stack">
            <p className="in-break">{t('previewText', { name })}</p>
            {preview.encoding === 'windows-1252' && <p>{t('windows')}</p>}
            {unused.length > 0 && (
              <p className="in-break">
                {t('unused', { columns: unused.map((one) => `«${one}»`).join(', ') })}
              </p>
            )}
            <Themes themes={themes} codes={codes} />
            <form method="post" action={`${base}/import`} encType="multipart/form-data" className="in-row">
              <input type="hidden" name="act" value="take" />
              <input type="hidden" name="key" value={formKey} />
              <input type="hidden" name="name" value={name} />
              <input type="hidden" name="format" value={format} />
              <textarea name="text" defaultValue={text} hidden readOnly />
              <Button>{t('take', { count: themes.length })}</Button>
              <a href={base}>{t('leave')}</a>
            </form>
          </div>
        </Panel>
      )}
    </>
  )
}

function Themes({ themes, codes }: Pick<CodebookPreviewProps, 'codes'> & { themes: readonly Proposed[] }) {
  const t = useTranslations('workbench.codebookImport')
  const locale = useLocale()
  const parentOf = ({ parentId, parentRow }: Proposed) =>
    parentRow === null
      ? codes.find(({ id }) => id === parentId)?.code
      : themes.find(({ row }) => row === parentRow)?.draft.code
  return (
    <DataTable
      caption={t('table')}
      captionHidden
      columns={[
        ...[
          { key: 'code', label: t('column.code') },
          { key: 'title', label: t('column.title') },
        ],
        ...[
          { key: 'parent', label: t('column.parent') },
          { key: 'meaning', label: t('column.meaning') },
        ],
      ]}
      rows={themes.map((theme) => ({
        key: String(theme.row),
        cells: [
          theme.codeFree ? t('freeCode', { code: theme.draft.code }) : theme.draft.code,
          pick(theme.draft.title, locale).text,
          parentOf(theme) ?? '–',
          pick(theme.draft.definition, locale).text || t('noMeaning'),
        ],
      }))}
    />
  )
}
