import { Form, useNavigation } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import { OtherLanguages } from '#app/features/strategies/components/other-languages.tsx'
import type { LocalisedText } from '#app/platform/localised-text.ts'
import { Button } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choice.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Select, TextArea } from '#app/ui/field.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { DISPOSITIONS, type Disposition } from '../disposition.ts'

type ResponseFormProps = {
  action: string
  formKey: string
  revision: number
  stored: { disposition: Disposition; reason: LocalisedText } | null
  /** Whether the theme of the finding has an answer of its own to begin with. */
  hasStandardAnswer: boolean
  typed: Record<string, unknown> | null
  errors: { field: string; message: string }[]
  /** The state line: when it was saved, just after it was. */
  saved: string | null
}

/** What is made of it and why, in both written forms. What was typed stays when a save is refused. */
export function ResponseForm({ action, formKey, stored, typed, errors, ...props }: ResponseFormProps) {
  const t = useTranslations('workbench.response')
  const words = useTranslations('public.heard.disposition')
  const summary = useTranslations('workbench.errors')
  const busy = useNavigation().state === 'submitting'
  const errorOf = (name: string) => errors.find(({ field }) => field === name)?.message
  const written = (name: string, now: string | undefined) =>
    typed ? (typeof typed[name] === 'string' ? String(typed[name]) : '') : (now ?? '')
  const sentences = [
    ...(props.hasStandardAnswer ? [{ value: 'theme', label: t('fromTheme') }] : []),
    ...DISPOSITIONS.map((one) => ({ value: one, label: t('usual', { disposition: words(one) }) })),
  ]
  return (
    <Panel id="response-panel" heading={t('ours')}>
      <ErrorSummary heading={summary('heading')} errors={errors} />
      <Form method="post" action={action} className="in-form" preventScrollReset>
        <input type="hidden" name="key" value={formKey} />
        <input type="hidden" name="revision" value={props.revision} />
        {/* Pressing enter saves: the first button of a form is the one a browser presses. */}
        <button type="submit" name="act" value="write" hidden tabIndex={-1} aria-hidden="true" />
        <RadioGroup
          name="disposition"
          legend={t('disposition')}
          error={errorOf('disposition')}
          defaultValue={written('disposition', stored?.disposition)}
          options={DISPOSITIONS.map((value) => ({ value, label: words(value), help: t(`means.${value}`) }))}
        />
        <div className="in-row">
          <Select
            name="insert"
            label={t('beginWith')}
            help={t('beginHelp')}
            emptyLabel={t('chooseSentence')}
            options={sentences}
          />
          <Button variant="secondary" name="act" value="insert" formNoValidate>
            {t('insert')}
          </Button>
        </div>
        <TextArea
          name="reasonNb"
          label={t('reasonNb')}
          help={t('reasonHelp')}
          error={errorOf('reasonNb')}
          defaultValue={written('reasonNb', stored?.reason.nb)}
          lang="nb"
          rows={7}
        />
        <TextArea
          name="reasonNn"
          label={t('reasonNn')}
          error={errorOf('reasonNn')}
          defaultValue={written('reasonNn', stored?.reason.nn)}
          lang="nn"
          rows={7}
        />
        <OtherLanguages
          filled={{ typed, errors }}
          texts={[{ name: 'reason', called: 'reason', stored: stored?.reason, rows: 7 }]}
        />
        <div className="in-row">
          <Button name="act" value="write" aria-disabled={busy}>
            {t('save')}
          </Button>
          <span role="status" className="in-small in-muted">
            {props.saved}
          </span>
        </div>
      </Form>
    </Panel>
  )
}
