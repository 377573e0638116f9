import { Form } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import { Button } from '#app/ui/button.tsx'
import { Checkbox } from '#app/ui/choice.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { strategyPath } from '../address.ts'
import { type Filled, filledIn } from './both-forms.tsx'

type RenamingProps = { slug: string; revision: number; formKey: string; filled: Filled }

/** Another address for the strategy, confirmed before it is given. */
export function Renaming({ slug, revision, formKey, filled }: RenamingProps) {
  const t = useTranslations('workbench.register')
  const errors = useTranslations('workbench.errors')
  const { value, error } = filledIn(filled)
  return (
    <Panel id="renaming" heading={t('renaming')}>
      <div className="in-stack in-stack--3">
        <p>{t('renamingText', { address: strategyPath(slug) })}</p>
        <ErrorSummary heading={errors('heading')} errors={[...filled.errors]} />
        <Form method="post" className="in-form">
          <input type="hidden" name="act" value="rename" />
          <input type="hidden" name="key" value={formKey} />
          <input type="hidden" name="revision" value={revision} />
          <TextField
            name="slug"
            label={t('slug')}
            help={t('slugHelp')}
            error={error('slug')}
            defaultValue={value('slug', '')}
            autoCapitalize="none"
            spellCheck={false}
          />
          <Checkbox name="confirmed" value="yes" label={t('confirm')} error={error('confirmed')} />
          <Button variant="secondary">{t('rename')}</Button>
        </Form>
      </div>
    </Panel>
  )
}

type PublishingProps = { obstacle: string | null; revision: number; formKey: string }

/** Lets everybody read the strategy, or says what stands in the way. */
export function Publishing({ obstacle, revision, formKey }: PublishingProps) {
  const t = useTranslations('workbench.register')
  return (
    <Panel id="publishing" heading={t('publishing')}>
      <div className="in-stack in-stack--3">
        <p>{t('publishingText')}</p>
        {obstacle && <p>{obstacle}</p>}
        {!obstacle && (
          <Form method="post">
            <input type="hidden" name="act" value="publish" />
            <input type="hidden" name="key" value={formKey} />
            <input type="hidden" name="revision" value={revision} />
            <Button variant="secondary">{t('publish')}</Button>
          </Form>
        )}
      </div>
    </Panel>
  )
}
