import { Form } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import { BothForms, type Filled } from '#app/features/strategies/components/both-forms.tsx'
import { OtherLanguages } from '#app/features/strategies/components/other-languages.tsx'
import type { LocalisedText } from '#app/platform/localised-text.ts'
import { Button } from '#app/ui/button.tsx'
import { Localised } from '#app/ui/localised.tsx'

type ExpectedNameProps = {
  id: string
  title: LocalisedText
  seen: string
  formKey: string
  /** What came back from a name that was refused; null where none was. */
  filled: Filled | null
}

/** What a sub-plan that is expected is called, in all its languages. */
export function ExpectedName({ id, title, seen, formKey, filled }: ExpectedNameProps) {
  const t = useTranslations('workbench.subPlans')
  const shared = { filled: filled ?? { typed: null, errors: [] }, prefix: `${id}-` }
  return (
    <details className="in-fold" open={filled !== null}>
      <summary>
        {t('rename')}
        <span className="in-sr">
          {' '}
          <Localised text={title} />
        </span>
      </summary>
      <Form method="post" className="in-form" preventScrollReset>
        <input type="hidden" name="act" value="rename" />
        <input type="hidden" name="key" value={formKey} />
        <input type="hidden" name="expected" value={id} />
        <input type="hidden" name="seen" value={seen} />
        <BothForms
          {...{ name: 'name', stored: title, ...shared }}
          labels={{ nb: t('nameNb'), nn: t('nameNn') }}
        />
        <OtherLanguages {...shared} texts={[{ name: 'name', called: 'name', stored: title }]} />
        <div>
          <Button variant="secondary">{t('saveName')}</Button>
        </div>
      </Form>
    </details>
  )
}
