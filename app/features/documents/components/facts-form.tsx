import { Form, useNavigation } from '@remix-run/react'
import { useLocale, useTranslations } from 'use-intl/react'
import { OtherLanguages } from '#app/features/strategies/components/other-languages.tsx'
import { type LocalisedText, pick } from '#app/platform/localised-text.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Select, TextField } from '#app/ui/field.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { DOCUMENT_KINDS, type Facts } from '../facts.ts'
import { type FieldProblem, filledWith, type Typed } from '../filled.ts'
import { useDocumentWords } from './document-words.tsx'

export type OtherDocument = { id: string; title: LocalisedText; kind: string; published: boolean }

type FactsFormProps = {
  facts: Facts
  seen: string
  formKey: string
  others: readonly OtherDocument[]
  /** Some version is adopted, so the title stands. */
  adopted: boolean
  typed: Typed
  errors: FieldProblem[]
}

/** What the document is, beside its text. What was typed stays when a save is refused. */
export function FactsForm({ facts, seen, formKey, others, adopted, typed, errors }: FactsFormProps) {
  const t = useTranslations('workbench')
  const { kind: kindName } = useDocumentWords()
  const locale = useLocale()
  const busy = useNavigation().formData?.get('act') === 'facts'
  const errorOf = (name: string) => errors.find(({ field }) => field === name)?.message
  const filled = (name: string, stored: string | number | null | undefined) =>
    filledWith(typed, name, stored === null || stored === undefined ? '' : String(stored))
  const pair = (name: 'title' | 'subtitle' | 'owner', stored: LocalisedText | null) =>
    (['Nb', 'Nn'] as const).map((form) => {
      const lang = form === 'Nb' ? 'nb' : 'nn'
      return (
        <TextField
          key={form}
          name={`${name}${form}`}
          label={t(`facts.${name}${form}`)}
          help={name === 'title' && form === 'Nb' && adopted ? t('facts.titleAdopted') : undefined}
          error={errorOf(`${name}${form}`)}
          defaultValue={filled(`${name}${form}`, stored?.[lang])}
          readOnly={name === 'title' && adopted}
          lang={lang}
        />
      )
    })
  const choices = others.map(({ id, title, kind }) => ({
    value: id,
    label: `${pick(title, locale).text} (${kindName(kind)})`,
  }))
  return (
    <Panel id="facts" heading={t('facts.heading')}>
      <ErrorSummary heading={t('errors.heading')} errors={errors} />
      <Form method="post" className="in-form" preventScrollReset>
        <input type="hidden" name="act" value="facts" />
        <input type="hidden" name="key" value={formKey} />
        <input type="hidden" name="seen" value={seen} />
        <Select
          name="kind"
          label={t('facts.kind')}
          options={DOCUMENT_KINDS.map((kind) => ({ value: kind, label: kindName(kind) }))}
          defaultValue={filled('kind', facts.kind)}
        />
        {pair('title', facts.title)}
        {pair('subtitle', facts.subtitle)}
        {pair('owner', facts.owner)}
        <OtherLanguages
          filled={{ typed, errors }}
          texts={[
            ...(adopted ? [] : [{ name: 'title', called: 'title' as const, stored: facts.title }]),
            { name: 'subtitle', called: 'subtitle', stored: facts.subtitle },
            { name: 'owner', called: 'owner', stored: facts.owner },
          ]}
        />
        <div className="in-years">
          <TextField
            name="periodFrom"
            label={t('facts.periodFrom')}
            error={errorOf('periodFrom')}
            defaultValue={filled('periodFrom', facts.periodFrom)}
            inputMode="numeric"
            maxLength={4}
            size={6}
          />
          <TextField
            name="periodTo"
            label={t('facts.periodTo')}
            error={errorOf('periodTo')}
            defaultValue={filled('periodTo', facts.periodTo)}
            inputMode="numeric"
            maxLength={4}
            size={6}
          />
        </div>
        <TextField
          name="contact"
          label={t('facts.contact')}
          help={t('facts.contactHelp')}
          error={errorOf('contact')}
          defaultValue={filled('contact', facts.contact)}
        />
        <Select
          name="parent"
          label={t('facts.parent')}
          emptyLabel={t('facts.none')}
          error={errorOf('parent')}
          options={choices}
          defaultValue={filled('parent', facts.parentId)}
        />
        <Select
          name="supersedes"
          label={t('facts.supersedes')}
          help={t('facts.supersedesHelp')}
          emptyLabel={t('facts.none')}
          error={errorOf('supersedes')}
          options={choices}
          defaultValue={filled('supersedes', facts.supersedesId)}
        />
        <Button aria-disabled={busy}>{t('facts.save')}</Button>
      </Form>
    </Panel>
  )
}
