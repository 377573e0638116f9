import { Form } from '@remix-run/react'
import { useLocale, useTranslations } from 'use-intl/react'
import { type LocalisedText, pick } from '#app/platform/localised-text.ts'
import { Button } from '#app/ui/button.tsx'
import { Select, TextField } from '#app/ui/field.tsx'
import { Localised } from '#app/ui/localised.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { DataTable } from '#app/ui/table.tsx'
import type { RegisterLink } from '../links.server.ts'
import { LINK_KINDS } from '../register.ts'
import { BothForms, type Filled, filledIn } from './both-forms.tsx'
import { OtherLanguages } from './other-languages.tsx'
import { Removal } from './removal.tsx'

type LinksPanelProps = {
  links: readonly RegisterLink[]
  editing: RegisterLink | null
  strategies: readonly { id: string; title: LocalisedText }[]
  base: string
  mayWrite: boolean
  keys: { save: string; remove: string }
  filled: Filled
}

/** More on the matter, with the form to add a link, or to change the one chosen. */
export function LinksPanel({ links, editing, strategies, base, mayWrite, keys, filled }: LinksPanelProps) {
  const t = useTranslations('workbench.people')
  const register = useTranslations('public.register')
  const locale = useLocale()
  const nameOf = ({ title, related }: RegisterLink) => {
    const own = pick(title, locale).text
    return own || (related ? pick(related.title, locale).text : '')
  }
  return (
    <Panel id="links" heading={t('links')}>
      <div className="in-stack">
        {links.length === 0 ? (
          <p>{t('noLinks')}</p>
        ) : (
          <DataTable
            caption={t('linksList')}
            captionHidden
            columns={[
              { key: 'name', label: t('name') },
              { key: 'kind', label: t('linkKind') },
              { key: 'target', label: t('target') },
              ...(mayWrite ? [{ key: 'do', label: t('change') }] : []),
            ]}
            rows={links.map((link) => ({
              key: link.id,
              cells: [
                nameOf(link),
                register('linkKinds', { kind: link.kind }),
                link.related ? <Localised key="target" text={link.related.title} /> : link.href,
                <div className="in-row in-nowrap" key="do">
                  <a
                    href={`${base}?link=${link.id}#links`}
                    aria-label={t('changeOf', { name: nameOf(link) })}
                  >
                    {t('change')}
                  </a>
                  <Removal
                    fields={{ act: 'remove-link', key: keys.remove, link: link.id }}
                    label={t('remove')}
                    name={t('removeOf', { name: nameOf(link) })}
                  />
                </div>,
              ],
            }))}
          />
        )}
        {mayWrite && (
          <LinkForm
            {...{ editing, strategies, base, filled }}
            formKey={keys.save}
            heading={editing ? t('changeOf', { name: nameOf(editing) }) : t('addLink')}
          />
        )}
      </div>
    </Panel>
  )
}

type LinkFormProps = Pick<LinksPanelProps, 'editing' | 'strategies' | 'base' | 'filled'> & {
  formKey: string
  heading: string
}

function LinkForm({ editing, strategies, base, filled, formKey, heading }: LinkFormProps) {
  const t = useTranslations('workbench.people')
  const register = useTranslations('public.register')
  const locale = useLocale()
  const { value, error } = filledIn(filled)
  return (
    <Form
      method="post"
      action={editing ? `${base}?link=${editing.id}` : base}
      className="in-form in-form--wide"
      key={editing?.id ?? 'new'}
      preventScrollReset
    >
      <h3 className="in-h3">{heading}</h3>
      <input type="hidden" name="act" value="save-link" />
      <input type="hidden" name="key" value={formKey} />
      <input type="hidden" name="seen" value={editing?.seen ?? ''} />
      {editing && <input type="hidden" name="link" value={editing.id} />}
      <div className="in-both">
        <Select
          name="kind"
          label={t('linkKind')}
          error={error('kind')}
          options={LINK_KINDS.map((kind) => ({ value: kind, label: register('linkKinds', { kind }) }))}
          defaultValue={value('kind', editing?.kind ?? 'document')}
        />
      </div>
      <BothForms
        {...{ name: 'title', filled, stored: editing?.title ?? null }}
        labels={{ nb: t('titleNb'), nn: t('titleNn') }}
      />
      <OtherLanguages filled={filled} texts={[{ name: 'title', called: 'name', stored: editing?.title }]} />
      <div className="in-both">
        <TextField
          name="href"
          label={t('href')}
          help={t('hrefHelp')}
          error={error('href')}
          inputMode="url"
          defaultValue={value('href', editing?.href)}
        />
        <Select
          name="related"
          label={t('related')}
          error={error('related')}
          emptyLabel={t('noParent')}
          options={strategies.map(({ id, title }) => ({ value: id, label: pick(title, locale).text }))}
          defaultValue={value('related', editing?.relatedId)}
        />
      </div>
      <div className="in-row">
        <Button variant={editing ? 'primary' : 'secondary'}>{editing ? t('saveLink') : t('addLink')}</Button>
        {editing && <a href={`${base}#links`}>{t('cancel')}</a>}
      </div>
    </Form>
  )
}
