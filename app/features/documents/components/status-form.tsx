import { Form, useNavigation } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import { EveryLanguage } from '#app/features/strategies/components/every-language.tsx'
import { OtherLanguages } from '#app/features/strategies/components/other-languages.tsx'
import type { LocalisedText } from '#app/platform/localised-text.ts'
import { Button } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choice.tsx'
import { useDates } from '#app/ui/dates.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { LinkSwitch } from '#app/ui/link-switch.tsx'
import { Alert } from '#app/ui/message.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { type FieldProblem, filledWith, type Typed } from '../filled.ts'
import { MEASURE_STATES } from '../measures.ts'
import { useDocumentWords } from './document-words.tsx'

export type Noted = { year: number; status: string; note: LocalisedText | null; at: Date }

type StatusFormProps = {
  measure: { id: string; code: string }
  /** The year reported for, what is noted for it, and the years one can choose. */
  year: number
  noted: Noted | null
  years: { year: number; href: string }[]
  formKey: string
  typed: Typed
  errors: FieldProblem[]
  /** Somebody else noted this year while one was writing. */
  stale: boolean
  cancel: string
}

/** How far a measure had come in one year. */
export function StatusForm(props: StatusFormProps) {
  const { measure, year, noted, years, formKey, typed, errors, stale, cancel } = props
  const t = useTranslations('workbench')
  const words = useDocumentWords()
  const { moment } = useDates()
  const busy = useNavigation().state === 'submitting'
  const errorOf = (name: string) => errors.find(({ field }) => field === name)?.message
  const stored = noted && {
    said: t('measures.noted', { status: words.status(noted.status), at: moment(noted.at) }),
    note: noted.note,
  }
  return (
    <Panel id="status-form" heading={t('measures.statusHeading', { code: measure.code })}>
      <div className="in-stack">
        <ErrorSummary heading={t('errors.heading')} errors={errors} />
        <LinkSwitch
          label={t('measures.year')}
          links={years.map((one) => ({
            href: one.href,
            label: String(one.year),
            current: one.year === year,
          }))}
        />
        {stored && stale && (
          <Alert tone="warning" heading={t('measures.storedByOther')} level={3}>
            <p>{stored.said}</p>
            <EveryLanguage text={stored.note} />
          </Alert>
        )}
        {stored && !stale && <p className="in-meta">{stored.said}</p>}
        <Form method="post" className="in-form" key={year}>
          <input type="hidden" name="act" value="report" />
          <input type="hidden" name="key" value={formKey} />
          <input type="hidden" name="measure" value={measure.id} />
          <input type="hidden" name="year" value={year} />
          <input type="hidden" name="seen" value={noted ? noted.at.toISOString() : ''} />
          <RadioGroup
            name="status"
            legend={t('measures.status')}
            error={errorOf('status') ?? errorOf('year')}
            options={MEASURE_STATES.map((status) => ({
              value: status,
              label: words.status(status),
            }))}
            defaultValue={filledWith(typed, 'status', noted?.status)}
          />
          <TextArea
            name="noteNb"
            label={t('measures.noteNb')}
            help={t('measures.noteHelp')}
            error={errorOf('noteNb')}
            defaultValue={filledWith(typed, 'noteNb', noted?.note?.nb)}
            lang="nb"
            rows={3}
          />
          <TextArea
            name="noteNn"
            label={t('measures.noteNn')}
            error={errorOf('noteNn')}
            defaultValue={filledWith(typed, 'noteNn', noted?.note?.nn)}
            lang="nn"
            rows={3}
          />
          <OtherLanguages
            filled={{ typed, errors }}
            texts={[{ name: 'note', called: 'note', stored: noted?.note, rows: 3 }]}
          />
          <div className="in-row">
            <Button aria-disabled={busy}>{t('measures.saveStatus')}</Button>
            <a href={cancel}>{t('measures.cancel')}</a>
          </div>
        </Form>
      </div>
    </Panel>
  )
}
