import type { ComponentProps, ReactNode } from 'react'
import { FieldError, type FieldText } from './field.tsx'

export type Choice = {
  value: string
  label: ReactNode
  help?: ReactNode
  keyHint?: string
  disabled?: boolean
}

type GroupProps = Omit<FieldText, 'label'> & {
  legend: ReactNode
  legendHidden?: boolean
  children: ReactNode
}

/** Fields that answer one question together. The first control in it must carry the group's id. */
export function FieldGroup({ name, legend, legendHidden, help, error, id = name, children }: GroupProps) {
  const describedBy = [help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <fieldset className="ds-fieldset" aria-describedby={describedBy || undefined}>
      <legend className={legendHidden ? 'in-sr' : 'ds-label'}>{legend}</legend>
      {help && (
        <div data-field="description" id={`${id}-help`}>
          {help}
        </div>
      )}
      {children}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </fieldset>
  )
}

export type RadioGroupProps = Omit<GroupProps, 'children'> & {
  options: Choice[]
  defaultValue?: string
  required?: boolean
  /** `joined` is the dense form for pages for work, with room for key hints. */
  look?: 'list' | 'joined'
}

/** One of several. */
export function RadioGroup({ options, defaultValue, required, look = 'list', ...group }: RadioGroupProps) {
  const id = group.id ?? group.name
  const idOf = ({ value }: Choice, place: number) => (place === 0 ? id : `${id}-${value}`)
  const control = (choice: Choice, place: number) => (
    <input
      type="radio"
      className={look === 'list' ? 'ds-input' : undefined}
      id={idOf(choice, place)}
      name={group.name}
      value={choice.value}
      defaultChecked={choice.value === defaultValue}
      required={required}
      disabled={choice.disabled}
      aria-invalid={group.error ? true : undefined}
    />
  )
  if (look === 'joined') {
    return (
      <FieldGroup {...group}>
        <div className="in-choices">
          {options.map((choice, place) => (
            <label key={choice.value} htmlFor={idOf(choice, place)}>
              {control(choice, place)}
              {choice.label}
              {choice.keyHint && <kbd className="in-kbd">{choice.keyHint}</kbd>}
            </label>
          ))}
        </div>
      </FieldGroup>
    )
  }
  return (
    <FieldGroup {...group}>
      {options.map((choice, place) => (
        <div className="ds-field" key={choice.value}>
          {control(choice, place)}
          <label className="ds-label" htmlFor={idOf(choice, place)}>
            {choice.label}
          </label>
          {choice.help && <div data-field="description">{choice.help}</div>}
        </div>
      ))}
    </FieldGroup>
  )
}

/** A single yes. */
export function Checkbox({
  name,
  label,
  help,
  error,
  id = name,
  ...rest
}: FieldText & Omit<ComponentProps<'input'>, keyof FieldText>) {
  const describedBy = [help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className="ds-field">
      <input
        {...rest}
        type="checkbox"
        className="ds-input"
        {...{ id, name }}
        aria-describedby={describedBy || undefined}
        aria-invalid={error ? true : undefined}
      />
      <label className="ds-label" htmlFor={id}>
        {label}
      </label>
      {help && (
        <div data-field="description" id={`${id}-help`}>
          {help}
        </div>
      )}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </div>
  )
}
