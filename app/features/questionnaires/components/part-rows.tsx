import { useTranslations } from 'use-intl/react'
import { Button } from '#app/ui/button.tsx'
import { Select, TextField } from '#app/ui/field.tsx'
import type { WrittenPart } from '../written-parts.ts'
import type { PartField } from '../written-question.ts'

type PartRowsProps = {
  field: PartField
  rows: readonly WrittenPart[]
  /** The form's own address, to land at the rows again after they were rearranged. */
  action: string
  /** The steps of a scale are called steps, and numbered. */
  scale: boolean
  error(field: string): string | undefined
}

const ways = ['up', 'down', 'remove'] as const

/**
 * The parts of a question as rows, one per alternative, level, row or column. Buttons rearrange the rows in the form;
 * nothing is saved before the question is.
 */
export function PartRows({ field, rows, action, scale, error }: PartRowsProps) {
  const t = useTranslations('workbench.question')
  const what = scale ? 'steps' : field
  const rearrange = (how: string, at: number) => ({
    ...{ name: 'rearrange', value: `${field}.${how}.${at}`, formAction: `${action}#${field}` },
    ...{ formNoValidate: true, variant: 'tertiary' as const, size: 'sm' as const },
  })
  return (
    <fieldset className="ds-fieldset" id={field}>
      <legend className="ds-label">{t(`parts.${what}`)}</legend>
      <div data-field="description">{t(`partsHelp.${what}`)}</div>
      <ol className="in-part-rows">
        {rows.map((row, at) => (
          <li key={`${field}.${rows.slice(0, at).length}`}>
            <input type="hidden" name={`${field}.${at}.key`} value={row.key} />
            <div className="in-part-rows__words">
              {(['nb', 'nn', 'en', 'sv'] as const).map((lang) => (
                <TextField
                  key={lang}
                  name={`${field}.${at}.${lang}`}
                  label={t(`part.${lang}`, { number: at + 1 })}
                  lang={lang}
                  defaultValue={row[lang]}
                  error={error(`${field}.${at}.${lang}`)}
                />
              ))}
              {field === 'columns' && (
                <>
                  <Select
                    name={`${field}.${at}.kind`}
                    label={t('columnKind')}
                    defaultValue={row.kind || 'text'}
                    options={(['text', 'amount'] as const).map((kind) => ({
                      value: kind,
                      label: t(`columnKinds.${kind}`),
                    }))}
                  />
                  <TextField
                    name={`${field}.${at}.unit`}
                    label={t('unit')}
                    defaultValue={row.unit ?? ''}
                    error={error(`${field}.${at}.unit`)}
                  />
                </>
              )}
            </div>
            <div className="in-row">
              {ways.map((way) => (
                <Button
                  key={way}
                  {...rearrange(way, at)}
                  disabled={(way === 'up' && at === 0) || (way === 'down' && at === rows.length - 1)}
                  aria-label={t(`${way}Of`, { number: at + 1 })}
                >
                  {t(way)}
                </Button>
              ))}
            </div>
          </li>
        ))}
      </ol>
      <div className="in-row">
        <Button {...rearrange('more', 0)} variant="secondary">
          {t('more')}
        </Button>
      </div>
    </fieldset>
  )
}
