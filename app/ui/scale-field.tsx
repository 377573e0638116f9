import { type Choice, FieldGroup, type RadioGroupProps } from './choice.tsx'

export type ScaleFieldProps = Omit<RadioGroupProps, 'look'> & {
  /** A way out that is no step on the scale, such as having no opinion. */
  outside?: Choice
}

/** Steps in order, in a row; under each other on small screens. */
export function ScaleField({ options, outside, defaultValue, required, ...group }: ScaleFieldProps) {
  const id = group.id ?? group.name
  const step = ({ value, label, disabled }: Choice, place: number) => (
    <label key={value} className={place === options.length ? 'in-scale__outside' : undefined}>
      <input
        type="radio"
        id={place === 0 ? id : `${id}-${value}`}
        name={group.name}
        value={value}
        defaultChecked={value === defaultValue}
        required={required}
        disabled={disabled}
        aria-invalid={group.error ? true : undefined}
      />
      <span>{label}</span>
    </label>
  )
  return (
    <FieldGroup {...group}>
      <div className="in-scale">
        <div className="in-scale__steps">{options.map(step)}</div>
        {outside && step(outside, options.length)}
      </div>
    </FieldGroup>
  )
}
