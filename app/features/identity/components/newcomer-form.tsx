import { useTranslations } from 'use-intl/react'
import { Button } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choice.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextField } from '#app/ui/field.tsx'

/** Why no link was sent, by the field it is about. */
export type NewcomerProblem = {
  field: 'name' | 'email' | 'answersFor' | 'form'
  reason:
    | 'name-missing'
    | 'name-too-long'
    | 'email-missing'
    | 'email-unusable'
    | 'answers-for-missing'
    | 'flooded'
    | 'try-again'
}

type NewcomerFormProps = {
  action: string
  typed: { name: string; email: string; answersFor: string }
  problems: readonly NewcomerProblem[]
}

/** Begins to answer without being here from before. The field nobody sees is for programs that fill in every field. */
export function NewcomerForm({ action, typed, problems }: NewcomerFormProps) {
  const t = useTranslations('public.answer')
  const errorOf = (name: string) => {
    const found = problems.find(({ field }) => field === name)
    return found && t(`problems.${found.reason}`)
  }
  return (
    <form method="post" action={action} className="in-form" noValidate id="form">
      <ErrorSummary
        heading={t('problems.heading')}
        errors={problems.map(({ field, reason }) => ({ field, message: t(`problems.${reason}`) }))}
      />
      <RadioGroup
        name="answersFor"
        legend={t('new.for')}
        options={[
          { value: 'self', label: t('new.self') },
          { value: 'body', label: t('new.body'), help: t('new.bodyHelp') },
        ]}
        defaultValue={typed.answersFor}
        error={errorOf('answersFor')}
      />
      <TextField
        name="name"
        autoComplete="name"
        label={t('new.name')}
        maxLength={120}
        required
        defaultValue={typed.name}
        error={errorOf('name')}
      />
      <TextField
        name="email"
        type="email"
        autoComplete="email"
        label={t('new.email')}
        help={t('new.emailHelp')}
        maxLength={254}
        required
        defaultValue={typed.email}
        error={errorOf('email')}
      />
      <div hidden>
        <TextField name="website" label={t('new.trap')} tabIndex={-1} autoComplete="off" />
      </div>
      <Button variant="secondary">{t('new.button')}</Button>
    </form>
  )
}
