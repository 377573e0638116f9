import { useLocale, useTranslations } from 'use-intl/react'
import { ORGANISATION_KINDS } from '#app/features/organisations/organisation.ts'
import type { AskedQuestion } from '#app/features/questionnaires/queries.server.ts'
import { columnLetters } from '#app/platform/files/table-text.ts'
import { pick } from '#app/platform/localised-text.ts'
import { Button } from '#app/ui/button.tsx'
import { Select, TextField } from '#app/ui/field.tsx'
import { Alert } from '#app/ui/message.tsx'
import { Table } from '#app/ui/table.tsx'
import {
  doubledHeadings,
  IMPORT_FIELDS,
  isMappable,
  type Mapping,
  TABLE_CHANNELS,
} from '../import-mapping.ts'
import { WRITTEN_LANGUAGES, writtenLanguageNames } from '../written-language.ts'

type TableMappingProps = {
  action: string
  formKey: string
  columns: readonly string[]
  sample: readonly (readonly string[])[]
  questions: readonly AskedQuestion[]
  mapping: Mapping
  errorOf: (field: string) => string | undefined
  /** Whether it has been looked over: then registering is what comes next. */
  checked: boolean
}

/** Says what each column is, beside the first rows as they stand. */
export function TableMapping(props: TableMappingProps) {
  const { action, formKey, columns, sample, questions, mapping, errorOf, checked } = props
  const t = useTranslations('workbench.tableImport')
  const kinds = useTranslations('public.kind')
  const intake = useTranslations('workbench.intake')
  const locale = useLocale()
  const doubled = doubledHeadings(columns)
  const roles = [
    ...IMPORT_FIELDS.map((value) => ({ value: value as string, label: t(`fields.${value}`) })),
    ...questions.filter(isMappable).map(({ id, position, title }) => ({
      value: `question:${id}`,
      label: t('toQuestion', { position, title: short(pick(title, locale).text) }),
    })),
  ]
  return (
    <form method="post" action={action} className="in-stack in-stack--4">
      <input type="hidden" name="act" value="map" />
      <input type="hidden" name="key" value={formKey} />
      {doubled.map(({ heading, at }) => (
        <Alert key={heading} tone="warning">
          <p>{t('doubled', { heading, places: at.map(columnLetters).join(', '), count: at.length })}</p>
        </Alert>
      ))}
      <Table caption={t('mappingTable')} captionHidden>
        <thead>
          <tr>
            <th scope="col">{t('column')}</th>
            <th scope="col">{t('firstRows')}</th>
            <th scope="col">{t('meaning')}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map((heading, at) => (
            <tr key={columnLetters(at)}>
              <th scope="row" className="in-break">
                {columnLetters(at)} {heading}
              </th>
              <td className="in-break in-small in-muted">
                {sample
                  .slice(0, 2)
                  .map((cells) => short(cells[at] ?? ''))
                  .filter(Boolean)
                  .join(' · ')}
              </td>
              <td>
                <Select
                  name={`column[${at}]`}
                  label={
                    <span className="in-sr">
                      {t('meaningOf', { column: `${columnLetters(at)} ${heading}` })}
                    </span>
                  }
                  emptyLabel={t('notTaken')}
                  options={roles}
                  defaultValue={mapping.columns[at] ?? ''}
                  error={errorOf(`column[${at}]`)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
      <div className="in-form">
        <Select
          name="kind"
          label={t('kind')}
          help={t('kindHelp')}
          emptyLabel={t('kindNone')}
          options={[...ORGANISATION_KINDS, 'person' as const].map((kind) => ({
            value: kind,
            label: kinds(kind),
          }))}
          defaultValue={mapping.kind ?? ''}
        />
        <Select
          name="channel"
          label={t('channel')}
          options={TABLE_CHANNELS.map((value) => ({ value, label: intake(`channels.${value}`) }))}
          defaultValue={mapping.channel}
        />
        <TextField
          name="received"
          label={t('received')}
          help={t('receivedHelp')}
          defaultValue={mapping.received}
          error={errorOf('received')}
        />
        <Select
          name="lang"
          label={t('lang')}
          options={WRITTEN_LANGUAGES.map((value) => ({ value, label: writtenLanguageNames[value] }))}
          defaultValue={mapping.lang}
        />
        <div className="in-row">
          <Button variant={checked ? 'secondary' : 'primary'}>{t('check')}</Button>
        </div>
      </div>
    </form>
  )
}

const short = (text: string) => ([...text].length > 60 ? `${[...text].slice(0, 60).join('')}…` : text)
