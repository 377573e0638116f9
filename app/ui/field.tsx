import type { ComponentProps, ReactNode } from 'react'

/** What every field has. Without an id of its own the field takes its name as id, so that errors can link to it. */
export type FieldText = { name: string; label: ReactNode; help?: ReactNode; error?: ReactNode; id?: string }

type FieldProps = FieldText & { labelId?: string; children: (wiring: FieldWiring) => ReactNode }

export type FieldWiring = {
  id: string
  name: string
  'aria-describedby'?: string
  'aria-invalid'?: true
}

/** Ties label, help and error to a control of any kind. */
export function Field({ name, label, help, error, id = name, labelId, children }: FieldProps) {
  const describedBy = [help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className="ds-field">
      <label className="ds-label" htmlFor={id} id={labelId}>
        {label}
      </label>
      {help && (
        <div data-field="description" id={`${id}-help`}>
          {help}
        </div>
      )}
      {children({
        id,
        name,
        'aria-describedby': describedBy || undefined,
        'aria-invalid': error ? true : undefined,
      })}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </div>
  )
}

/** The same sentence as in the summary on top. */
export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p className="ds-validation-message" id={id}>
      {children}
    </p>
  )
}

type Own = keyof FieldText

export function TextField({
  name,
  label,
  help,
  error,
  id,
  ...rest
}: FieldText & Omit<ComponentProps<'input'>, Own>) {
  return (
    <Field {...{ name, label, help, error, id }}>
      {(wiring) => <input type="text" {...rest} {...wiring} className="ds-input" />}
    </Field>
  )
}

export function TextArea({
  name,
  label,
  help,
  error,
  id,
  ...rest
}: FieldText & Omit<ComponentProps<'textarea'>, Own>) {
  return (
    <Field {...{ name, label, help, error, id }}>
      {(wiring) => <textarea rows={6} {...rest} {...wiring} className="ds-input" />}
    </Field>
  )
}

/** `lang` where a choice is in another language than the page. */
export type Option = { value: string; label: string; lang?: string; disabled?: boolean }

export type SelectProps = FieldText & { options: Option[]; emptyLabel?: string } & Omit<
    ComponentProps<'select'>,
    Own
  >

/** A choice from a list. `emptyLabel` is the first, empty choice. */
export function Select({ name, label, help, error, id, options, emptyLabel, ...rest }: SelectProps) {
  return (
    <Field {...{ name, label, help, error, id }}>
      {(wiring) => (
        <select {...rest} {...wiring} className="ds-input">
          {emptyLabel !== undefined && <option value="">{emptyLabel}</option>}
          {options.map(({ value, label: text, lang, disabled }) => (
            <option key={value} value={value} lang={lang} disabled={disabled}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
