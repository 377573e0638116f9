import { Form } from '@remix-run/react'
import { useLocale, useTranslations } from 'use-intl/react'
import { pick } from '#app/platform/localised-text.ts'
import { Toast } from '#app/ui/toast.tsx'
import type { StandingTag } from './passage-list.tsx'

/** Says what was just done to a passage, and takes it back. */
export function TaggingToast(props: { tagging: StandingTag; number: number; action: string }) {
  const t = useTranslations('workbench.reading')
  const { tagging, number } = props
  const theme = pick(tagging.title, useLocale()).text
  return (
    <Toast
      action={
        <Form method="post" action={props.action} preventScrollReset>
          <input type="hidden" name="act" value={tagging.removedAt ? 'tag' : 'untag'} />
          {tagging.removedAt ? (
            <>
              <input type="hidden" name="passage" value={tagging.passageId} />
              <input type="hidden" name="theme" value={tagging.themeId} />
            </>
          ) : (
            <input type="hidden" name="tagging" value={tagging.id} />
          )}
          <button type="submit">{t('undo')}</button>
        </Form>
      }
    >
      {t(tagging.removedAt ? 'untagged' : 'tagged', { number, theme })}
    </Toast>
  )
}
