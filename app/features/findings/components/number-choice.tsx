import { Form } from '@remix-run/react'
import { useLocale, useTranslations } from 'use-intl/react'
import { sendersAddress } from '#app/features/tables/table-key.ts'
import { type LocalisedText, pick } from '#app/platform/localised-text.ts'
import { Button } from '#app/ui/button.tsx'
import { Field, Select } from '#app/ui/field.tsx'
import { Alert } from '#app/ui/message.tsx'
import { Panel } from '#app/ui/panel.tsx'
import type { ChoosingCount } from '../count-choice.server.ts'
import { countWords } from '../finding-text.ts'

export type TableGroup = {
  group: 'about' | 'all' | 'themes' | 'questions'
  tables: readonly { address: string; title: string }[]
}

type NumberChoiceProps = {
  here: string
  /** The tables of the round. */
  tablesAt: string
  groups: readonly TableGroup[]
  /** What is asked for is a table that is no more. */
  missing: boolean
  choosing: ChoosingCount | null
  formKey: string
}

/** A number is chosen step by step: the table, the row and column, over what; then it is seen before it is put in. */
export function NumberChoice(props: NumberChoiceProps) {
  const { here, tablesAt, groups, missing, choosing } = props
  const t = useTranslations('workbench.numbers')
  return (
    <Panel id="choose" heading={t('choose')}>
      <div className="in-stack">
        <p>{t('chooseText')}</p>
        {missing && (
          <Alert tone="warning" live>
            <p>{t('noTable')}</p>
          </Alert>
        )}
        {/* A new table forgets row and column, so it is a form of its own. */}
        <Form action={`${here}#choose`} className="in-form" preventScrollReset key={choosing?.address ?? ''}>
          <Field name="table" label={t('table')}>
            {(wiring) => (
              <select {...wiring} className="ds-input" defaultValue={choosing?.address ?? ''}>
                <option value="">{t('tablePick')}</option>
                {groups.map(({ group, tables }) => (
                  <optgroup key={group} label={t(`group.${group}`)}>
                    {tables.map(({ address, title }) => (
                      <option key={address} value={address}>
                        {title}
                      </option>
                    ))}
                  </optgroup>
                ))}
              </select>
            )}
          </Field>
          <div className="in-row">
            <Button variant="secondary">{t('showTable')}</Button>
            {choosing && <a href={`${tablesAt}/${choosing.address}`}>{t('openTable')}</a>}
          </div>
        </Form>
        {choosing && <CellChoice {...props} choosing={choosing} />}
        {choosing?.preview && <NumberPreview {...props} choosing={choosing} preview={choosing.preview} />}
      </div>
    </Panel>
  )
}

function CellChoice({ here, choosing }: NumberChoiceProps & { choosing: ChoosingCount }) {
  const t = useTranslations('workbench.numbers')
  const { address, rows, columns, cell, wholes, preview } = choosing
  const options = (list: typeof rows) => list.map(({ key, label }) => ({ value: key, label }))
  return (
    <Form
      action={`${here}#choose`}
      className="in-form"
      preventScrollReset
      key={JSON.stringify([address, cell, preview?.over])}
    >
      <input type="hidden" name="table" value={address} />
      <Select
        {...{ name: 'row', label: t('row'), options: options(rows), emptyLabel: t('rowPick') }}
        defaultValue={cell?.row ?? ''}
      />
      <Select
        {...{ name: 'column', label: t('column'), options: options(columns), emptyLabel: t('columnPick') }}
        defaultValue={cell?.column ?? ''}
      />
      {preview && (
        <Select
          {...{ name: 'over', label: t('over'), defaultValue: preview.over }}
          options={wholes.map(({ name, label, of }) => ({
            value: name,
            label: t('overOption', { label, of }),
          }))}
        />
      )}
      {cell && !preview && (
        <Alert tone="warning">
          <p>{t('noWhole')}</p>
        </Alert>
      )}
      <Button variant="secondary">{t(preview ? 'showOther' : 'showNumber')}</Button>
    </Form>
  )
}

type Preview = NonNullable<ChoosingCount['preview']>

function NumberPreview({
  tablesAt,
  choosing,
  preview,
  formKey,
}: NumberChoiceProps & { choosing: ChoosingCount; preview: Preview }) {
  const t = useTranslations('workbench.numbers')
  const locale = useLocale()
  const { address, cell } = choosing
  const { count, of, over, label, rule } = preview
  if (!cell) return null
  return (
    <section className="in-stack" aria-labelledby="preview-number">
      <h3 className="in-h3" id="preview-number">
        {t('preview')}
      </h3>
      <p>
        <strong className="in-h2">{countWords({ count, of })}</strong> {pick(label, locale).text}
      </p>
      {of === 0 ? (
        <Alert tone="warning">
          <p>{t('refused.of-nobody')}</p>
        </Alert>
      ) : (
        <Form method="post" className="in-row">
          <input type="hidden" name="act" value="add" />
          <input type="hidden" name="key" value={formKey} />
          <input type="hidden" name="table" value={address} />
          <input type="hidden" name="row" value={cell.row} />
          <input type="hidden" name="column" value={cell.column} />
          <input type="hidden" name="over" value={over} />
          <input type="hidden" name="count" value={count} />
          <input type="hidden" name="of" value={of} />
          <Button>{t('add', { number: countWords({ count, of }) })}</Button>
          <a href={`${tablesAt}/${sendersAddress(address, cell.row, cell.column)}`}>{t('behind')}</a>
        </Form>
      )}
      <CountRule rule={rule} />
    </section>
  )
}

/** The rule a number is counted by, folded. */
export function CountRule({ rule }: { rule: LocalisedText }) {
  const t = useTranslations('workbench.numbers')
  const locale = useLocale()
  return (
    <details className="in-details">
      <summary>{t('rule')}</summary>
      {pick(rule, locale)
        .text.split('\n\n')
        .map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
    </details>
  )
}
