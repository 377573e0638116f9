import { useTranslations } from 'use-intl/react'
import { OtherLanguages } from '#app/features/strategies/components/other-languages.tsx'
import { Button } from '#app/ui/button.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { Alert } from '#app/ui/message.tsx'
import type { Refused } from '../work-block.ts'

type InsertFormProps = {
  after: string
  /** Where the page lands: its own place, or that of the form whose words are put in here instead. */
  id: 'insert' | 'edit'
  refused: Refused | null
  formKey: string
  base: string
  cancel: string
}

/** Several blocks written or pasted at once, in the light notation that stands beside the fields. */
export function InsertForm({ after, id, refused, formKey, base, cancel }: InsertFormProps) {
  const t = useTranslations('workbench.version')
  const typed = (field: string) =>
    typeof refused?.typed?.[field] === 'string' ? String(refused.typed[field]) : ''
  return (
    <form
      method="post"
      action={`${base}&after=${after}#insert`}
      className="in-written__form"
      id={id}
      aria-label={t('inserting')}
    >
      {refused?.message && (
        <Alert tone="danger" live>
          <p>{refused.message}</p>
        </Alert>
      )}
      <input type="hidden" name="act" value="insert" />
      <input type="hidden" name="key" value={formKey} />
      <input type="hidden" name="after" value={after} />
      <TextArea
        name="nb"
        id="insert-nb"
        label={t('textNb')}
        help={t('insertHelp')}
        defaultValue={typed('nb')}
        rows={8}
        lang="nb"
      />
      <TextArea
        name="nn"
        id="insert-nn"
        label={t('textNn')}
        help={t('insertHelpNn')}
        defaultValue={typed('nn')}
        rows={8}
        lang="nn"
      />
      <OtherLanguages
        filled={{ typed: refused?.typed ?? null, errors: [] }}
        texts={[{ name: 'text', called: 'text', stored: null, rows: 8 }]}
      />
      <details className="in-small">
        <summary>{t('notation')}</summary>
        <dl className="in-notation">
          {(['heading', 'uncounted', 'subheading', 'ambition', 'signature'] as const).map((kind) => (
            <div key={kind}>
              <dt>
                <code>{marks[kind]}</code>
              </dt>
              <dd>{t(`kinds.${kind}`)}</dd>
            </div>
          ))}
        </dl>
        <p>{t('notationEscape')}</p>
      </details>
      <div className="in-row">
        <Button>{t('insert')}</Button>
        <a href={cancel}>{t('cancel')}</a>
      </div>
    </form>
  )
}

const marks = {
  heading: '# ',
  uncounted: '#! ',
  subheading: '## ',
  ambition: '> ',
  signature: '-- ',
} as const
