import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { Button } from '#app/ui/button.tsx'
import { XMarkIcon } from '#app/ui/icons.tsx'
import { useScripted } from './scripted.tsx'

/**
 * Takes a chosen radio back: having chosen nothing is something else than having no opinion. Without script, one more
 * radio that stands for no answer.
 */
export function ClearChoice({
  name,
  chosen,
  touched,
}: {
  name: string
  chosen: boolean
  touched: () => void
}) {
  const t = useTranslations('public.question.field')
  const scripted = useScripted()
  const place = useRef<HTMLDivElement>(null)
  const [any, setAny] = useState(chosen)
  useEffect(() => {
    const group = place.current?.parentElement
    const look = () => setAny(radiosIn(group, name).some(({ checked }) => checked))
    look()
    group?.addEventListener('change', look)
    return () => group?.removeEventListener('change', look)
  }, [name])
  const clear = () => {
    const radios = radiosIn(place.current?.parentElement, name)
    for (const radio of radios) radio.checked = false
    radios[0]?.focus()
    setAny(false)
    touched()
  }
  return (
    <div ref={place}>
      {scripted && any && (
        <Button type="button" variant="tertiary" size="sm" icon={XMarkIcon} onClick={clear}>
          {t('clear')}
        </Button>
      )}
      <noscript>
        <div className="ds-field">
          <input
            type="radio"
            className="ds-input"
            id={`${name}-unanswered`}
            name={name}
            value=""
            defaultChecked={!chosen}
          />
          <label className="ds-label" htmlFor={`${name}-unanswered`}>
            {t('unanswered')}
          </label>
        </div>
      </noscript>
    </div>
  )
}

function radiosIn(group: HTMLElement | null | undefined, name: string): HTMLInputElement[] {
  const radios = group?.querySelectorAll<HTMLInputElement>('input[type="radio"]') ?? []
  return [...radios].filter((radio) => radio.name === name && radio.value !== '')
}
