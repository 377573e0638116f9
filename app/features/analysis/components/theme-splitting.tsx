import { Form, useNavigation } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import { Button } from '#app/ui/button.tsx'
import { Checkbox, FieldGroup } from '#app/ui/choice.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { NewThemeFields } from './theme-changes.tsx'
import type { FieldProblem, ThemeTyped } from './theme-form.tsx'

type Choosable = { id: string; text: string; lang: string; senderName: string }

type SplitThemeProps = {
  passages: readonly Choosable[]
  /** How many passages the theme is on, on this page and the others. */
  total: number
  /** The theme that an earlier page made; null for the first. */
  into: { id: string; code: string; title: string } | null
  formKey: string
  typed: ThemeTyped
  errors: FieldProblem[]
  cancel: string
}

/** Chooses which passages go to a new theme, a page at a time; the rest stay. */
export function SplitTheme({ passages, total, into, formKey, typed, errors, cancel }: SplitThemeProps) {
  const t = useTranslations('workbench')
  const busy = useNavigation().state === 'submitting'
  const chosen = new Set([typed?.passages].flat())
  return (
    <Panel
      id="split"
      heading={into ? t('theme.splitMore', { code: into.code, title: into.title }) : t('theme.split')}
    >
      <ErrorSummary heading={t('errors.heading')} errors={errors} />
      <Form method="post" className="in-form">
        <input type="hidden" name="act" value="split" />
        <input type="hidden" name="key" value={formKey} />
        {into && <input type="hidden" name="into" value={into.id} />}
        <p>{t('theme.splitText')}</p>
        {!into && <NewThemeFields typed={typed} errors={errors} code="" />}
        <FieldGroup
          name="passages"
          legend={t('theme.splitWhich', { shown: passages.length, total })}
          error={errors.find(({ field }) => field === 'passages')?.message}
        >
          {passages.map(({ id, text, lang, senderName }, place) => (
            <Checkbox
              key={id}
              name="passages"
              value={id}
              id={place === 0 ? 'passages' : `passage-${id}`}
              defaultChecked={chosen.has(id)}
              label={<span lang={lang}>{text}</span>}
              help={senderName}
            />
          ))}
        </FieldGroup>
        <div className="in-row">
          <Button disabled={busy}>{into ? t('theme.splitMoreDo') : t('theme.splitDo')}</Button>
          <a href={cancel}>{into ? t('theme.splitDone') : t('codebook.form.cancel')}</a>
        </div>
      </Form>
    </Panel>
  )
}
