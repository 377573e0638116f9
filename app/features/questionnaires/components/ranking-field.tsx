import { useEffect, useRef, useState } from 'react'
import { useLocale, useTranslations } from 'use-intl/react'
import { pick } from '#app/platform/localised-text.ts'
import { FieldGroup } from '#app/ui/choice.tsx'
import { ChevronDownIcon, ChevronUpIcon } from '#app/ui/icons.tsx'
import { partName } from '../filled.ts'
import { movedTo, placesOf } from '../ranking.ts'
import type { FieldProps } from './field-props.tsx'
import { useLimits } from './limits.tsx'
import { useScripted } from './scripted.tsx'

/**
 * Options put in order by the place of each. Without script the places are chosen one by one; with it a new place moves
 * the others, the list stands in its order, and what happened is said aloud.
 */
export function RankingField({ question, name, label, filled, error, touched }: FieldProps) {
  const t = useTranslations('public.question.field')
  const locale = useLocale()
  const limits = useLimits(question)
  const scripted = useScripted()
  const keys = (question.options ?? []).map(({ key }) => key)
  const [order, setOrder] = useState(() => standing(keys, filled.ranks))
  const [said, setSaid] = useState('')
  const focus = useRef('')
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => {
    if (focus.current) document.getElementById(focus.current)?.focus()
    focus.current = ''
  })
  const nameOf = (key: string) => {
    const words = question.options?.find((option) => option.key === key)?.label
    return words ? pick(words, locale).text : key
  }
  // The places may have been chosen before the page was awake, so it is the fields that know.
  const placed = () => {
    const fields = [...(list.current?.querySelectorAll('select') ?? [])]
    return Object.fromEntries(fields.map((field, at) => [field.dataset.key ?? String(at), field.value]))
  }
  const idOf = (key: string) => (key === keys[0] ? name : `${name}-${key}-place`)
  const move = (key: string, place: number | null, button: string) => {
    const moved = movedTo(placesOf(keys, placed()), key, place)
    focus.current = button === 'place' ? idOf(key) : `${name}-${key}-${button}`
    setOrder(moved)
    const now = moved.indexOf(key) + 1
    setSaid(
      now === 0
        ? t('unranked', { name: nameOf(key) })
        : t('ranked', { name: nameOf(key), place: now, total: keys.length }),
    )
    touched()
  }
  const placeOf = (key: string) =>
    order === null ? (filled.ranks?.[key] ?? '') : String(order.indexOf(key) + 1).replace(/^0$/, '')
  const shown = order === null ? keys : [...order, ...keys.filter((key) => !order.includes(key))]
  return (
    <FieldGroup
      {...{ name, error, legend: label, legendHidden: true }}
      help={[t('rankHelp'), limits].filter(Boolean).join(' ')}
    >
      <ol className="in-plain in-ranking" ref={list}>
        {shown.map((key, at) => {
          const place = placeOf(key)
          const id = idOf(key)
          const up = place === '' ? (order?.length ?? 0) + 1 : Number(place) - 1
          return (
            <li key={key} className="in-ranking__row">
              <label htmlFor={id}>{nameOf(key)}</label>
              <select
                key={place}
                className="ds-input"
                {...{ id, name: partName(name, 'rank', key), 'data-key': key, defaultValue: place }}
                aria-invalid={error ? true : undefined}
                onChange={(event) => {
                  if (!scripted) return
                  event.stopPropagation()
                  const { value } = event.currentTarget
                  move(key, value === '' ? null : Number(value), 'place')
                }}
              >
                <option value="">{t('noPlace')}</option>
                {keys.map((_, step) => (
                  <option key={keys[step]} value={step + 1}>
                    {t('place', { place: step + 1 })}
                  </option>
                ))}
              </select>
              {scripted && (
                <span className="in-ranking__moves">
                  <button
                    type="button"
                    className="ds-button in-btn-sm"
                    data-variant="tertiary"
                    id={`${name}-${key}-up`}
                    aria-label={t('moveUp', { name: nameOf(key) })}
                    aria-disabled={place === '1'}
                    onClick={() => place !== '1' && move(key, up, 'up')}
                  >
                    <ChevronUpIcon />
                  </button>
                  <button
                    type="button"
                    className="ds-button in-btn-sm"
                    data-variant="tertiary"
                    id={`${name}-${key}-down`}
                    aria-label={t('moveDown', { name: nameOf(key) })}
                    aria-disabled={place === '' || at === shown.length - 1}
                    onClick={() => place !== '' && move(key, Number(place) + 1, 'down')}
                  >
                    <ChevronDownIcon />
                  </button>
                </span>
              )}
            </li>
          )
        })}
      </ol>
      <p className="in-sr" role="status">
        {said}
      </p>
    </FieldGroup>
  )
}

// Places that were typed and not taken in stay as they were typed: no order can be read from two at one place.
function standing(keys: readonly string[], ranks: Readonly<Record<string, string>> = {}): string[] | null {
  const order = placesOf(keys, ranks)
  return order.every((key, at) => ranks[key] === String(at + 1)) ? order : null
}
