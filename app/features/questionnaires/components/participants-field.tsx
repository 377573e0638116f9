import { useRef, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { Button } from '#app/ui/button.tsx'
import { FieldGroup } from '#app/ui/choice.tsx'
import { Select, TextField } from '#app/ui/field.tsx'
import { PlusCircleIcon, TrashIcon } from '#app/ui/icons.tsx'
import { partName } from '../filled.ts'
import { MOST } from '../question-settings.ts'
import type { FieldProps } from './field-props.tsx'
import { useLimits } from './limits.tsx'
import { useScripted } from './scripted.tsx'

const EMPTY_ROWS = 3

/** Who takes part: a row each. Some empty rows stand ready; script adds more, and takes one away. */
export function ParticipantsField({ question, name, label, filled, error, touched }: FieldProps) {
  const t = useTranslations('public.question.field')
  const limits = useLimits(question)
  const scripted = useScripted()
  const most = question.settings?.most ?? MOST.people
  const people = filled.people ?? []
  const [rows, setRows] = useState(() => {
    const wanted = Math.max(question.settings?.fewest ?? 0, people.length + EMPTY_ROWS)
    return Array.from({ length: Math.max(Math.min(wanted, most), people.length) }, (_, at) => at)
  })
  const next = useRef(rows.length)
  const add = () => {
    next.current += 1
    setRows((before) => [...before, next.current])
  }
  const remove = (row: number) => {
    setRows((before) => before.filter((other) => other !== row))
    touched()
  }
  const leaderships = (['political', 'administrative'] as const).map((value) => ({
    value,
    label: t(`leadership.${value}`),
  }))
  return (
    <FieldGroup
      {...{ name, error, legend: label, legendHidden: true }}
      help={[t('notPublished'), limits].filter(Boolean).join(' ')}
    >
      <ol className="in-plain in-stack in-stack--3">
        {rows.map((row, at) => {
          const field = (part: string) => partName(name, 'person', at, part)
          const person = people[row]
          return (
            <li key={row}>
              <fieldset className="ds-fieldset in-person">
                <legend className="in-meta">{t('person', { number: at + 1 })}</legend>
                <div className="in-person__fields">
                  <TextField
                    id={at === 0 ? name : undefined}
                    name={field('name')}
                    label={t('name')}
                    defaultValue={person?.name}
                    autoComplete="off"
                  />
                  <TextField
                    name={field('role')}
                    label={t('role')}
                    defaultValue={person?.role}
                    autoComplete="off"
                  />
                  <Select
                    name={field('leadership')}
                    label={t('leadership.label')}
                    options={leaderships}
                    emptyLabel={t('leadership.none')}
                    defaultValue={person?.leadership}
                  />
                  {scripted && rows.length > 1 && (
                    <Button
                      type="button"
                      variant="tertiary"
                      size="sm"
                      icon={TrashIcon}
                      aria-label={t('removePerson', { number: at + 1 })}
                      onClick={() => remove(row)}
                    >
                      {t('remove')}
                    </Button>
                  )}
                </div>
              </fieldset>
            </li>
          )
        })}
      </ol>
      {scripted && rows.length < most && (
        <Button type="button" variant="secondary" size="sm" icon={PlusCircleIcon} onClick={add}>
          {t('addPerson')}
        </Button>
      )}
    </FieldGroup>
  )
}
