import { Form, useNavigation } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import { Button } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choice.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { STANCES } from '../comment.ts'
import type { CommentFields } from '../refused-comment.ts'

/** Which field of a comment a refusal is about. */
export type CommentProblem = { field: keyof CommentFields; message: string }

type CommentFormProps = {
  /** Makes the ids of the fields the page's only ones. */
  id: string
  /** Hidden fields: what the form is about. */
  about: Record<string, string>
  values: CommentFields
  problem: CommentProblem | null
  act: 'add' | 'change'
  /** The language the paragraph is shown in. */
  lang: string
}

/** The fields of a comment. In a new one the words it is about may be typed, pasted, or marked in the text. */
export function CommentForm({ id, about, values, problem, act, lang }: CommentFormProps) {
  const t = useTranslations('workspace.comments')
  const stances = useTranslations('workspace.comments.stances')
  const busy = useNavigation().state !== 'idle'
  const own = (name: keyof CommentFields) => ({
    ...{ name, id: `${id}-${name}` },
    error: problem?.field === name ? problem.message : undefined,
  })
  return (
    <Form method="post" className="in-form in-commentform" preventScrollReset>
      {act === 'add' && (
        <TextArea
          {...own('quote')}
          label={t('quote')}
          help={t('quoteHelp')}
          rows={2}
          defaultValue={values.quote}
          lang={lang}
        />
      )}
      <RadioGroup
        {...own('stance')}
        legend={t('stance')}
        options={STANCES.map((value) => ({ value, label: stances(value) }))}
        defaultValue={values.stance}
      />
      <TextArea
        {...own('proposal')}
        label={t('proposal')}
        help={t('proposalHelp')}
        rows={3}
        defaultValue={values.proposal}
      />
      <TextArea {...own('reason')} label={t('reason')} rows={3} defaultValue={values.reason} />
      <p>
        {Object.entries(about).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {act === 'add' &&
          ['prefix', 'suffix', 'startCp'].map((name) => (
            <input key={name} type="hidden" name={name} defaultValue="" />
          ))}
        <Button name="act" value={act} variant="secondary" disabled={busy}>
          {t(act)}
        </Button>
      </p>
    </Form>
  )
}
