import { useTranslations } from 'use-intl/react'
import { Toast } from '#app/ui/toast.tsx'
import type { ReadPassage, StandingTag } from '../reading.server.ts'
import { type Done, undoOf } from '../reading-done.ts'
import { ActForm, KeyHint } from './reading-form.tsx'
import { useWholeName } from './reading-positions.tsx'

type ToastProps = {
  done: Done
  /** The taggings of the page, the one that was just taken away among them. */
  taggings: readonly StandingTag[]
  passages: readonly ReadPassage[]
}

/** Says what was just done, and takes it back. */
export function TaggingToast({ done, taggings, passages }: ToastProps) {
  const t = useTranslations('workbench.reading')
  const nameOf = useWholeName()
  const fields = undoOf(done)
  const tagging = taggings.find(({ id }) => id === done.of)
  const number = passages.find(({ id }) => id === tagging?.passageId)?.number
  const { act = '', ...rest } = fields ?? {}
  return (
    <Toast
      action={
        fields && (
          <ActForm act={act} passage={tagging?.passageId ?? null} fields={rest}>
            <button type="submit">
              {t('undo')} <KeyHint of="undo" />
            </button>
          </ActForm>
        )
      }
    >
      {tagging && number && done.did === 'tagged-instead'
        ? t('taggedInstead', { number, theme: nameOf(tagging) })
        : tagging && number && (done.did === 'tagged' || done.did === 'untagged' || done.did === 'positioned')
          ? t(done.did, { number, theme: nameOf(tagging) })
          : t(`done.${done.did}`)}
    </Toast>
  )
}
