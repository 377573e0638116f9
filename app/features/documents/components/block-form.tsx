import { useTranslations } from 'use-intl/react'
import { EveryLanguage } from '#app/features/strategies/components/every-language.tsx'
import { OtherLanguages } from '#app/features/strategies/components/other-languages.tsx'
import type { TextLanguage } from '#app/platform/localised-text.ts'
import { Button } from '#app/ui/button.tsx'
import { useDates } from '#app/ui/dates.tsx'
import { Select, TextArea } from '#app/ui/field.tsx'
import { Alert } from '#app/ui/message.tsx'
import { KIND_CHOICES } from '../forms.ts'
import { elementId } from '../paragraph.ts'
import type { Refused, SavedMeanwhile, WorkBlock } from '../work-block.ts'
import { isUncounted } from '../writing.ts'
import { kindKey, useBlockName } from './block-name.tsx'

type BlockFormProps = {
  block: WorkBlock
  /** The language the text is shown in. */
  lang: TextLanguage
  refused: Refused | null
  formKey: string
  base: string
}

/** A block as a form, where it stands. A blank line in it makes two of one. */
export function BlockForm({ block, lang, refused, formKey, base }: BlockFormProps) {
  const t = useTranslations('workbench.version')
  const name = useBlockName()(block)
  const { typed, message, saved } = refused ?? { typed: null, message: null, saved: null }
  const here = elementId(block.anchor)
  const kind = isUncounted(block.kind, block.anchor) ? 'uncounted' : block.kind
  const written = (field: string, stored: string) =>
    typed ? (typeof typed[field] === 'string' ? String(typed[field]) : '') : stored
  return (
    <form
      method="post"
      id="edit"
      action={`${base}&edit=${block.id}#edit`}
      className="in-written__form"
      aria-label={t('editing', { name })}
    >
      {saved && <Saved {...saved} />}
      {message && !saved && (
        <Alert tone="danger" live>
          <p>{message}</p>
        </Alert>
      )}
      <input type="hidden" name="act" value="edit" />
      <input type="hidden" name="key" value={formKey} />
      <input type="hidden" name="block" value={block.id} />
      <input type="hidden" name="revision" value={saved?.revision ?? block.revision} />
      <Select
        name="kind"
        label={t('kind')}
        options={KIND_CHOICES.map((one) => ({ value: one, label: t(`kinds.${one}`) }))}
        defaultValue={written('kind', kindKey(kind))}
      />
      <TextArea
        name="nb"
        label={t('textNb')}
        help={t('splitHelp')}
        defaultValue={written('nb', block.text.nb ?? '')}
        rows={rowsFor(block.text.nb)}
        lang="nb"
      />
      <TextArea
        name="nn"
        label={t('textNn')}
        defaultValue={written('nn', block.text.nn ?? '')}
        rows={rowsFor(block.text.nn ?? block.text.nb)}
        lang="nn"
      />
      <OtherLanguages
        filled={{ typed, errors: [] }}
        texts={[{ name: 'text', called: 'text', stored: block.text, rows: rowsFor(block.text.nb) }]}
        open={lang === 'en' || lang === 'sv'}
      />
      <div className="in-row">
        <Button>{t('save')}</Button>
        <a href={`${base}#${here}`}>{t('cancel')}</a>
      </div>
    </form>
  )
}

const rowsFor = (text = '') => Math.min(14, Math.max(3, Math.ceil(text.length / 80) + 1))

/** Both texts are kept: one's own in the form, the saved one here to take from. */
function Saved({ text, by, at }: SavedMeanwhile) {
  const t = useTranslations('workbench.version')
  const { moment } = useDates()
  return (
    <Alert tone="warning" heading={t('stale')} level={3} live>
      <p>{t('staleText', { name: by ?? '–', at: at ? moment(at) : '–' })}</p>
      <div className="in-written__saved">
        <EveryLanguage text={text} />
      </div>
    </Alert>
  )
}
