import { useLocale, useTranslations } from 'use-intl/react'
import type { AskedQuestion } from '#app/features/questionnaires/queries.server.ts'
import { type LocalisedText, pick } from '#app/platform/localised-text.ts'
import { Button } from '#app/ui/button.tsx'
import { Checkbox } from '#app/ui/choice.tsx'
import { useDates } from '#app/ui/dates.tsx'
import { Select, TextArea, TextField } from '#app/ui/field.tsx'
import type { SingleChannel } from '../channel.ts'
import type { PersonNaming } from '../naming.ts'
import type { DrawnRegistration } from '../registration-posting.server.ts'
import { WRITTEN_LANGUAGES, writtenLanguageNames } from '../written-language.ts'
import { RegistrationAnswers } from './registration-answers.tsx'
import { RegistrationFiles } from './registration-files.tsx'
import { SenderFields } from './registration-sender.tsx'

type RegistrationFieldsProps = {
  action: string
  formKey: string
  channel: SingleChannel
  /** Held meetings an oral input can be from. */
  meetings: readonly { id: string; title: LocalisedText; startsAt: Date }[]
  meeting: string | null
  questions: readonly AskedQuestion[]
  namings: readonly PersonNaming[]
  limits: { most: number; megabytes: number }
  lang: string
  drawn: DrawnRegistration | undefined
  errorOf: (field: string) => string | undefined
  autoFocus: boolean
}

/** Everything there is to say of one input that came another way. One form, so that nothing typed is lost. */
export function RegistrationFields(props: RegistrationFieldsProps) {
  const { action, formKey, channel, meetings, questions, drawn, errorOf } = props
  const t = useTranslations('workbench.intake')
  const locale = useLocale()
  const { day } = useDates()
  const typed = drawn?.typed ?? {}
  const oral = channel === 'oral'
  const others = questions.filter(({ kind }) => kind !== 'general' && kind !== 'file')
  return (
    <form method="post" action={action} encType="multipart/form-data" className="in-form in-form--wide">
      {/* The first button is the one that the Enter key presses. */}
      <button type="submit" name="act" value="register" className="in-sr" tabIndex={-1} aria-hidden>
        {t('register')}
      </button>
      <input type="hidden" name="key" value={formKey} />
      <input type="hidden" name="channel" value={channel} />
      {oral && (
        <Select
          name="meeting"
          label={t('meeting')}
          error={errorOf('meeting')}
          emptyLabel={t('noMeeting')}
          options={meetings.map(({ id, title, startsAt }) => ({
            value: id,
            label: `${pick(title, locale).text}, ${day(startsAt)}`,
          }))}
          defaultValue={typed.meeting ?? props.meeting ?? ''}
        />
      )}
      <SenderFields
        {...{ typed, search: drawn?.search ?? null, namings: props.namings, errorOf }}
        here={action}
        autoFocus={props.autoFocus}
      />
      {oral && (
        <TextField
          name="speaker"
          label={t('speaker')}
          help={t('speakerHelp')}
          error={errorOf('speaker')}
          defaultValue={typed.speaker ?? ''}
          autoComplete="off"
          maxLength={300}
        />
      )}
      <TextField
        name="received"
        label={t(oral ? 'said' : 'received')}
        help={t(oral ? 'saidHelp' : 'receivedHelp')}
        error={errorOf('received')}
        defaultValue={typed.received ?? ''}
        autoComplete="off"
      />
      {!oral && (
        <RegistrationFiles {...{ drawn, limits: props.limits, error: errorOf('file') }} here={action} />
      )}
      <div id="text-from-file">
        <TextArea
          name="text"
          label={t(oral ? 'oralText' : 'text')}
          help={t(oral ? 'oralTextHelp' : 'textHelp')}
          error={errorOf('text')}
          rows={oral ? 8 : 14}
          defaultValue={typed.text ?? ''}
        />
      </div>
      <RegistrationAnswers questions={others} answers={drawn?.answers ?? {}} errorOf={errorOf} />
      {oral && (
        <details open={Boolean(drawn && (drawn.files.length > 0 || errorOf('file')))}>
          <summary>{t('oralFiles')}</summary>
          <RegistrationFiles {...{ drawn, limits: props.limits, error: errorOf('file') }} here={action} />
        </details>
      )}
      <Select
        name="lang"
        label={t('lang')}
        options={WRITTEN_LANGUAGES.map((value) => ({ value, label: writtenLanguageNames[value] }))}
        defaultValue={typed.lang ?? props.lang}
      />
      {!oral && (
        <Checkbox
          name="noRemarks"
          label={t('noRemarks')}
          help={t('noRemarksHelp')}
          defaultChecked={typed.noRemarks === 'on'}
        />
      )}
      <div className="in-row">
        <Button name="act" value="register">
          {t(oral ? 'registerOral' : 'register')}
        </Button>
        <p className="in-small in-muted">{t('frozen')}</p>
      </div>
    </form>
  )
}
