import { useLocale, useTranslations } from 'use-intl/react'
import { EveryLanguage } from '#app/features/strategies/components/every-language.tsx'
import { OtherLanguages } from '#app/features/strategies/components/other-languages.tsx'
import { type LocalisedText, pick } from '#app/platform/localised-text.ts'
import { Button } from '#app/ui/button.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Select, TextArea, TextField } from '#app/ui/field.tsx'
import { Alert } from '#app/ui/message.tsx'
import { Panel } from '#app/ui/panel.tsx'

type Description = { title: LocalisedText; note: LocalisedText | null; roundId: string | null }

type VersionFormProps = {
  version: Description
  /** The mark of what stands in the form, so that another's save in the meantime is noticed. */
  seen: string
  rounds: readonly { id: string; number: number; title: LocalisedText }[]
  formKey: string
  typed: Record<string, unknown> | null
  errors: { field: string; message: string }[]
  action: string
}

/** What a version is called, what is new in it, and the round it is put out in. */
export function VersionForm({ version, seen, rounds, formKey, typed, errors, action }: VersionFormProps) {
  const t = useTranslations('workbench')
  const locale = useLocale()
  const { title, note, roundId } = version
  const written = (field: string, stored: string | null | undefined) =>
    typed ? (typeof typed[field] === 'string' ? String(typed[field]) : '') : (stored ?? '')
  const errorOf = (field: string) => errors.find((one) => one.field === field)?.message
  return (
    <Panel id="about" heading={t('version.views.about')}>
      <ErrorSummary heading={t('errors.heading')} errors={errors} />
      {typed && typed.seen !== seen && (
        <Alert tone="warning" heading={t('version.describedNow')} level={3}>
          <DefinitionList
            items={[
              { term: t('otherLanguages.fields.title'), description: <EveryLanguage text={title} /> },
              { term: t('version.news'), description: note && <EveryLanguage text={note} /> },
            ]}
          />
        </Alert>
      )}
      <form method="post" action={action} className="in-form">
        <input type="hidden" name="act" value="describe" />
        <input type="hidden" name="key" value={formKey} />
        <input type="hidden" name="seen" value={seen} />
        <TextField
          name="titleNb"
          label={t('version.titleNb')}
          help={t('version.titleHelp')}
          error={errorOf('titleNb')}
          defaultValue={written('titleNb', title.nb)}
          lang="nb"
        />
        <TextField
          name="titleNn"
          label={t('version.titleNn')}
          error={errorOf('titleNn')}
          defaultValue={written('titleNn', title.nn)}
          lang="nn"
        />
        <TextArea
          name="noteNb"
          label={t('version.noteNb')}
          help={t('version.noteHelp')}
          error={errorOf('noteNb')}
          defaultValue={written('noteNb', note?.nb)}
          rows={4}
          lang="nb"
        />
        <TextArea
          name="noteNn"
          label={t('version.noteNn')}
          error={errorOf('noteNn')}
          defaultValue={written('noteNn', note?.nn)}
          rows={4}
          lang="nn"
        />
        <OtherLanguages
          filled={{ typed, errors }}
          texts={[
            { name: 'title', called: 'title', stored: title },
            { name: 'note', called: 'note', stored: note, rows: 4 },
          ]}
        />
        <Select
          name="round"
          label={t('version.round')}
          help={t('version.roundHelp')}
          error={errorOf('round')}
          emptyLabel={t('version.noRound')}
          options={rounds.map(({ id, number, title: name }) => ({
            value: id,
            label: `${t('overview.round', { number })} – ${pick(name, locale).text}`,
          }))}
          defaultValue={written('round', roundId)}
        />
        <div className="in-row">
          <Button>{t('version.saveAbout')}</Button>
        </div>
      </form>
    </Panel>
  )
}
