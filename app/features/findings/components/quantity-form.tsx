import { Form } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { BAND_LIMITS, type TypedBand } from '../quantity-bands.ts'

type QuantityFormProps = {
  typed: readonly TypedBand[]
  wrong: readonly number[]
  formKey: string
  own: boolean
}

/** What the words of quantity mean, to be changed: a group of fields for each, and an empty one. */
export function QuantityForm({ typed, wrong, formKey, own }: QuantityFormProps) {
  const t = useTranslations('workbench.quantity')
  return (
    <Panel id="edit" heading={t('edit')}>
      <p>{t('editText')}</p>
      <Form method="post" className="in-form" preventScrollReset>
        <input type="hidden" name="key" value={formKey} />
        <input type="hidden" name="act" value="save" />
        {typed.map((band, at) => {
          const id = `band-${at}`
          return (
            <fieldset key={id} className="ds-fieldset" id={id}>
              <legend className="ds-label">
                {at === typed.length - 1 ? t('newBand') : t('band', { number: at + 1 })}
              </legend>
              <div className="in-stack in-stack--3">
                {(['nb', 'nn'] as const).map((lang) => (
                  <TextField
                    key={lang}
                    {...{ name: `${lang}-${at}`, label: t(lang), defaultValue: band[lang], maxLength: 400 }}
                    aria-invalid={wrong.includes(at) || undefined}
                  />
                ))}
              </div>
              <div className="in-form__row">
                {BAND_LIMITS.map((limit) => (
                  <TextField
                    key={limit}
                    {...{ name: `${limit}-${at}`, label: t(limit), defaultValue: band[limit] }}
                    {...{ inputMode: 'numeric', size: 6, maxLength: 6 }}
                  />
                ))}
              </div>
            </fieldset>
          )
        })}
        <Button>{t('save')}</Button>
      </Form>
      {own && (
        <Form method="post" className="in-stack in-stack--2">
          <input type="hidden" name="key" value={formKey} />
          <input type="hidden" name="act" value="restore" />
          <p className="in-small in-muted">{t('restoreText')}</p>
          <div>
            <Button variant="secondary">{t('restore')}</Button>
          </div>
        </Form>
      )}
    </Panel>
  )
}
