import { useTranslations } from 'use-intl/react'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextArea, TextField } from '#app/ui/field.tsx'

/** Why a request was not taken in, by the field it is about. */
export type TakedownProblem = {
  field: 'words' | 'reason' | 'email' | 'form'
  reason:
    | 'wordsMissing'
    | 'reasonMissing'
    | 'tooLong'
    | 'emailUnusable'
    | 'tryAgain'
    | 'sent-otherwise'
    | 'flooded'
    | 'too-many'
}

type TakedownRequestFormProps = {
  action: string
  formKey: string
  typed: { words: string; reason: string; email: string }
  problems: readonly TakedownProblem[]
}

/** Asks that something be taken down. The field nobody sees is for programs that fill in every field. */
export function TakedownRequestForm({ action, formKey, typed, problems }: TakedownRequestFormProps) {
  const t = useTranslations('public.takedown')
  const errorOf = (name: string) => {
    const found = problems.find(({ field }) => field === name)
    return found && t(`problems.${found.reason}`)
  }
  return (
    <form method="post" action={action} className="in-form in-measure" noValidate id="form">
      <ErrorSummary
        heading={t('problems.heading')}
        errors={problems.map(({ field, reason }) => ({ field, message: t(`problems.${reason}`) }))}
      />
      <input type="hidden" name="key" value={formKey} />
      <TextArea
        name="words"
        label={t('words')}
        help={t('wordsHelp')}
        rows={3}
        maxLength={4000}
        required
        defaultValue={typed.words}
        error={errorOf('words')}
      />
      <TextArea
        name="reason"
        label={t('reason')}
        help={t('reasonHelp')}
        rows={4}
        maxLength={4000}
        required
        defaultValue={typed.reason}
        error={errorOf('reason')}
      />
      <TextField
        name="email"
        type="email"
        autoComplete="email"
        label={t('email')}
        help={t('emailHelp')}
        maxLength={254}
        defaultValue={typed.email}
        error={errorOf('email')}
      />
      <div hidden>
        <TextField name="website" label={t('trap')} tabIndex={-1} autoComplete="off" />
      </div>
      <Button>{t('send')}</Button>
    </form>
  )
}
