import { Form, useNavigation } from '@remix-run/react'
import { useLocale, useTranslations } from 'use-intl/react'
import { OtherLanguages } from '#app/features/strategies/components/other-languages.tsx'
import { pick } from '#app/platform/localised-text.ts'
import { Button } from '#app/ui/button.tsx'
import { Checkbox, FieldGroup } from '#app/ui/choice.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Select, TextArea, TextField } from '#app/ui/field.tsx'
import type { MeetingForm as Fields } from '../meeting.ts'
import { type MeetingValues, OTHERS_CALLED } from '../meeting-values.ts'
import type { Ties } from '../queries.server.ts'

/** Something a form was refused for, by field. */
export type FieldProblem = { field: string; message: string }

type MeetingFormProps = {
  values: MeetingValues
  ties: Ties
  formKey: string
  /** Of the meeting as it was when the form was drawn; null for a new one. */
  revision: number | null
  errors: FieldProblem[]
  submitLabel: string
}

const otherRows = { title: undefined, place: undefined, intro: 3, programme: 6 }

/** What a meeting is, in every language. What was typed stays when it is not taken. */
export function MeetingForm({ values, ties, formKey, revision, errors, submitLabel }: MeetingFormProps) {
  const t = useTranslations('workbench.meeting')
  const heading = useTranslations('workbench.errors')('heading')
  const locale = useLocale()
  const busy = useNavigation().state === 'submitting'
  const own = (name: keyof Fields) => ({
    ...{ name, label: t(name), defaultValue: values[name] },
    error: errors.find(({ field }) => field === name)?.message,
  })
  return (
    <Form method="post" className="in-form" preventScrollReset>
      <ErrorSummary heading={heading} errors={errors} />
      {revision !== null && (
        <>
          <input type="hidden" name="act" value="write" />
          <input type="hidden" name="revision" value={revision} />
        </>
      )}
      <input type="hidden" name="key" value={formKey} />
      <TextField {...own('titleNb')} help={t('titleHelp')} lang="nb" />
      <TextField {...own('titleNn')} lang="nn" />
      <div className="in-form__row">
        <TextField {...own('date')} type="date" />
        <TextField {...own('from')} type="time" />
        <TextField {...own('to')} type="time" />
      </div>
      <TextField {...own('placeNb')} help={t('placeHelp')} lang="nb" />
      <TextField {...own('placeNn')} lang="nn" />
      <TextField {...own('streamUrl')} help={t('streamHelp')} inputMode="url" />
      <TextArea {...own('introNb')} lang="nb" rows={3} />
      <TextArea {...own('introNn')} lang="nn" rows={3} />
      <TextArea {...own('programmeNb')} help={t('programmeHelp')} lang="nb" rows={6} />
      <TextArea {...own('programmeNn')} help={t('programmeNnHelp')} lang="nn" rows={6} />
      <OtherLanguages
        filled={{ typed: null, errors }}
        texts={(['title', 'place', 'intro', 'programme'] as const).map((name) => ({
          ...{ name, called: OTHERS_CALLED[name], rows: otherRows[name] },
          stored: { en: values[`${name}En`], sv: values[`${name}Sv`] },
        }))}
      />
      <Select
        name="round"
        label={t('round')}
        emptyLabel={t('noRound')}
        options={ties.rounds.map(({ id, number }) => ({ value: id, label: t('roundName', { number }) }))}
        defaultValue={values.round}
      />
      <FieldGroup name="documents" legend={t('documents')}>
        {ties.versions.length === 0 && <p>{t('noDocuments')}</p>}
        {ties.versions.map(({ id, title, documentTitle }) => (
          <Checkbox
            key={id}
            name="documents"
            id={`document-${id}`}
            value={id}
            label={t('documentName', {
              document: pick(documentTitle, locale).text,
              version: pick(title, locale).text,
            })}
            defaultChecked={values.documents.includes(id)}
          />
        ))}
      </FieldGroup>
      <TextArea {...own('inputs')} help={t('inputsHelp')} rows={4} />
      <div className="in-row">
        <Button disabled={busy}>{submitLabel}</Button>
      </div>
    </Form>
  )
}
