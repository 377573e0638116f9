import { useTranslations } from 'use-intl/react'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { joinPath } from '../address.ts'
import { errorOf, type Problem } from '../problems.ts'
import type { FoundOrganisation } from '../search.server.ts'
import { WhichOrganisation } from './organisation-list.tsx'

type JoinFormProps = {
  organisation: FoundOrganisation
  formKey: string
  message: string
  problems: readonly Problem[]
}

/** Asks to work for an organisation, with words to whoever decides. */
export function JoinForm({ organisation, formKey, message, problems }: JoinFormProps) {
  const t = useTranslations('workspace.join')
  return (
    <Panel id="ask" heading={t('ask', { organisation: organisation.name })}>
      <form
        method="post"
        action={`${joinPath()}?organisation=${encodeURIComponent(organisation.slug)}`}
        className="in-form"
        noValidate
      >
        <ErrorSummary heading={t('notAsked')} errors={[...problems]} />
        <WhichOrganisation organisation={organisation} />
        <input type="hidden" name="key" value={formKey} />
        <input type="hidden" name="organisation" value={organisation.id} />
        <TextArea
          name="message"
          label={t('message')}
          help={t('messageHelp')}
          rows={4}
          maxLength={2_000}
          required
          defaultValue={message}
          error={errorOf(problems, 'message')}
        />
        <Button>{t('send')}</Button>
      </form>
    </Panel>
  )
}
