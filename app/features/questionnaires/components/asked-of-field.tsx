import { useTranslations } from 'use-intl/react'
import { SENDER_KINDS, senderKindKey } from '#app/features/organisations/sender-kind.ts'
import { FieldGroup } from '#app/ui/choice.tsx'

/** Whom a question is put to: the kinds that are ticked, or everybody when none is. */
export function AskedOfField({ chosen }: { chosen: readonly string[] }) {
  const t = useTranslations('workbench.question')
  const senders = useTranslations('public')
  return (
    <FieldGroup name="askedOf" legend={t('askedOf')} help={t('askedOfHelp')}>
      <div className="in-ticks">
        {SENDER_KINDS.map((kind, at) => (
          <div className="ds-field" key={kind}>
            <input
              type="checkbox"
              className="ds-input"
              id={at === 0 ? 'askedOf' : `askedOf-${kind}`}
              name="askedOf"
              value={kind}
              defaultChecked={chosen.includes(kind)}
            />
            <label className="ds-label" htmlFor={at === 0 ? 'askedOf' : `askedOf-${kind}`}>
              {senders(senderKindKey(kind))}
            </label>
          </div>
        ))}
      </div>
    </FieldGroup>
  )
}
