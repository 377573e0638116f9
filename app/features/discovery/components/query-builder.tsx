import { useTranslations } from 'use-intl/react'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Select, TextField } from '#app/ui/field.tsx'
import { Alert } from '#app/ui/message.tsx'
import { Panel } from '#app/ui/panel.tsx'
import type { QueryRefusal } from '#search/query.ts'
import { addressOf, type Filters, parametersOf } from '../filters.ts'
import { type BuilderRow, maxRows, type RowRefusal, rowKinds } from '../query-builder.ts'

/** The rows as they stand, null when they cannot say what was typed; and why what they hold cannot be written. */
type Building = {
  rows: BuilderRow[] | null
  problems: { row: number; refusal: RowRefusal }[]
  whole: QueryRefusal | null
}

type QueryBuilderProps = Building & { action: string; filters: Filters }

/** A search put together row by row, beside the typed one. Writing it puts it in the field above. */
export function QueryBuilder({ action, filters, rows, problems, whole }: QueryBuilderProps) {
  const t = useTranslations('workbench.builder')
  const close = addressOf(action, filters)
  return (
    <Panel id="builder" heading={t('title')} beside={<a href={close}>{t('close')}</a>}>
      {rows === null ? (
        <Alert tone="info">
          <p>{t('cannotShow')}</p>
          <p>
            <a href={addressOf(action, { ...filters, text: '', page: 1 }, { build: '1' })}>
              {t('fromNothing')}
            </a>
          </p>
        </Alert>
      ) : (
        <RowsForm {...{ action, filters, rows, problems, whole }} />
      )}
    </Panel>
  )
}

type RowsFormProps = Omit<QueryBuilderProps, 'rows'> & { rows: BuilderRow[] }

function RowsForm({ action, filters, rows, problems, whole }: RowsFormProps) {
  const t = useTranslations('workbench.builder')
  const refused = useRowRefusal()
  const errors = [
    ...(whole ? [{ field: idOf('text', 0), message: refused(whole) }] : []),
    ...problems.map(({ row, refusal }) => ({
      field: idOf('text', row),
      message: t('inRow', { row: row + 1, problem: refused(refusal) }),
    })),
  ]
  const kept = [...parametersOf({ ...filters, page: 1 }, { build: '1' })]
  return (
    <form action={action} method="get" className="in-stack in-stack--3">
      <ErrorSummary heading={t('errors')} errors={errors} />
      <p className="in-meta">{t('lead')}</p>
      {kept.map(([name, value]) => (
        <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
      ))}
      <ol className="in-plain in-builder">
        {rows.map((row, at) => {
          const problem = problems.find((one) => one.row === at)
          const key = `${at} ${JSON.stringify(row)}`
          return <Row key={key} at={at} row={row} error={problem && refused(problem.refusal)} />
        })}
      </ol>
      <div className="in-row">
        <Button variant="secondary" name="act" value="write">
          {t('write')}
        </Button>
        {rows.length < maxRows && (
          <Button variant="tertiary" name="act" value="add">
            {t('add')}
          </Button>
        )}
      </div>
    </form>
  )
}

type RowProps = { at: number; row: BuilderRow; error: string | undefined }

function Row({ at, row, error }: RowProps) {
  const t = useTranslations('workbench.builder')
  const ids = (field: string) => ({ id: idOf(field, at) })
  return (
    <li>
      <fieldset className="in-builder__row">
        <legend className="in-sr">{t('row', { row: at + 1 })}</legend>
        {at === 0 ? (
          <input type="hidden" name="rowJoin" value="and" />
        ) : (
          <Select
            name="rowJoin"
            {...ids('join')}
            label={t('join')}
            defaultValue={row.join}
            options={(['and', 'or'] as const).map((value) => ({ value, label: t(`joins.${value}`) }))}
          />
        )}
        <Select
          name="rowHas"
          {...ids('has')}
          label={t('has')}
          defaultValue={row.has}
          options={(['yes', 'no'] as const).map((value) => ({ value, label: t(`hasIt.${value}`) }))}
        />
        <Select
          name="rowKind"
          {...ids('kind')}
          label={t('kind')}
          defaultValue={row.kind}
          options={rowKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        />
        <TextField
          name="rowText"
          {...ids('text')}
          label={t('text')}
          defaultValue={row.text}
          maxLength={200}
          error={error}
          autoComplete="off"
          spellCheck={false}
        />
        <div className="in-builder__near">
          <TextField
            name="rowOther"
            {...ids('other')}
            label={t('other')}
            defaultValue={row.other}
            maxLength={200}
            autoComplete="off"
            spellCheck={false}
          />
          <TextField
            name="rowNear"
            {...ids('near')}
            label={t('distance')}
            defaultValue={row.distance}
            type="number"
            min={1}
            max={10}
          />
        </div>
      </fieldset>
    </li>
  )
}

const idOf = (field: string, row: number) => `row-${row + 1}-${field}`

function useRowRefusal(): (refusal: RowRefusal) => string {
  const t = useTranslations('workbench.builder')
  const typed = useTranslations('public.search.refusal')
  return (refusal) => {
    if (refusal === 'not-one-thing') return t('notOneThing')
    return refusal === 'near-needs-two-words' ? t('twoWords') : typed(refusal)
  }
}
