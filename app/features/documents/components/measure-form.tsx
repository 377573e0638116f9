import { Form, useNavigation } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import { OtherLanguages } from '#app/features/strategies/components/other-languages.tsx'
import type { LocalisedText } from '#app/platform/localised-text.ts'
import { Button } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choice.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextArea, TextField } from '#app/ui/field.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { type FieldProblem, filledWith, type Typed } from '../filled.ts'
import { MEASURE_KINDS } from '../measures.ts'

export type WorkMeasure = {
  id: string
  kind: string
  code: string
  title: LocalisedText
  goal: LocalisedText | null
  owner: LocalisedText | null
  indicator: LocalisedText | null
  retiredAt: Date | null
  seen: string
}

type MeasureFormProps = {
  /** The one that is changed; none adds one. */
  measure: WorkMeasure | null
  formKey: string
  typed: Typed
  errors: FieldProblem[]
  cancel: string
}

/** Adds a measure, a mission or something set aside, or changes what one says. Its code and kind stay. */
export function MeasureForm({ measure, formKey, typed, errors, cancel }: MeasureFormProps) {
  const t = useTranslations('workbench')
  const busy = useNavigation().state === 'submitting'
  const errorOf = (name: string) => errors.find(({ field }) => field === name)?.message
  const pair = (name: 'title' | 'goal' | 'owner' | 'indicator', help?: string) =>
    (['Nb', 'Nn'] as const).map((form) => {
      const lang = form === 'Nb' ? 'nb' : 'nn'
      const field = {
        name: `${name}${form}`,
        label: t(`measures.${name}${form}`),
        help: form === 'Nb' ? help : undefined,
        error: errorOf(`${name}${form}`),
        defaultValue: filledWith(typed, `${name}${form}`, measure?.[name]?.[lang]),
        lang,
      }
      const long = name === 'goal' || name === 'indicator'
      return long ? <TextArea key={form} {...field} rows={2} /> : <TextField key={form} {...field} />
    })
  return (
    <Panel
      id="measure-form"
      heading={measure ? t('measures.editHeading', { code: measure.code }) : t('measures.addHeading')}
    >
      <ErrorSummary heading={t('errors.heading')} errors={errors} />
      <Form method="post" className="in-form">
        <input type="hidden" name="act" value={measure ? 'edit' : 'add'} />
        <input type="hidden" name="key" value={formKey} />
        {measure ? (
          <>
            <input type="hidden" name="measure" value={measure.id} />
            <input type="hidden" name="seen" value={measure.seen} />
          </>
        ) : (
          <>
            <RadioGroup
              name="kind"
              legend={t('measures.kind')}
              error={errorOf('kind')}
              options={MEASURE_KINDS.map((kind) => ({ value: kind, label: t(`measures.kinds.${kind}`) }))}
              defaultValue={filledWith(typed, 'kind', 'measure')}
            />
            <TextField
              name="code"
              label={t('measures.code')}
              help={t('measures.codeHelp')}
              error={errorOf('code')}
              defaultValue={filledWith(typed, 'code', '')}
              maxLength={12}
              size={8}
              autoCapitalize="characters"
            />
          </>
        )}
        {pair('title')}
        {pair('goal', t('measures.goalHelp'))}
        {pair('owner')}
        {pair('indicator')}
        <OtherLanguages
          filled={{ typed, errors }}
          texts={[
            { name: 'title', called: 'title', stored: measure?.title },
            { name: 'goal', called: 'goal', stored: measure?.goal, rows: 2 },
            { name: 'owner', called: 'owner', stored: measure?.owner },
            { name: 'indicator', called: 'indicator', stored: measure?.indicator, rows: 2 },
          ]}
        />
        <div className="in-row">
          <Button aria-disabled={busy}>{t('measures.save')}</Button>
          <a href={cancel}>{t('measures.cancel')}</a>
        </div>
      </Form>
      {measure && (
        <Form method="post" className="in-stack in-stack--2 in-measure">
          <hr />
          <input type="hidden" name="act" value="retire" />
          <input type="hidden" name="measure" value={measure.id} />
          <p className="in-small in-muted">{t('measures.retireText')}</p>
          <div>
            <Button variant="secondary" size="sm" danger>
              {t('measures.retireHeading', { code: measure.code })}
            </Button>
          </div>
        </Form>
      )}
    </Panel>
  )
}
