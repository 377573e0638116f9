import { Form, useNavigation } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import type { LocalisedText } from '#app/platform/localised-text.ts'
import { Button } from '#app/ui/button.tsx'
import { useDates } from '#app/ui/dates.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { PadlockIcon } from '#app/ui/icons.tsx'
import { Alert } from '#app/ui/message.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { noon } from './document-words.tsx'

type Decision = {
  title: LocalisedText
  by: LocalisedText
  kind: string
  on: string
  caseNumber: string | null
  consultedWith: LocalisedText
}

/** What will be recorded and locked for ever, to be looked over first. `fields` are sent again as they were typed. */
export function AdoptionConfirmation({
  decision,
  fields,
}: {
  decision: Decision
  fields: Record<string, string>
}) {
  const t = useTranslations('workbench.adoption')
  const busy = useNavigation().state === 'submitting'
  const hidden = Object.entries(fields).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ))
  return (
    <Panel id="confirm" heading={t('confirmHeading')}>
      <div className="in-stack">
        <DecisionList decision={decision} />
        <Alert tone="warning" heading={t('lockHeading')} level={3}>
          <p>{t('lockText')}</p>
        </Alert>
        <div className="in-row">
          <Form method="post">
            {hidden}
            <input type="hidden" name="act" value="adopt" />
            <Button icon={PadlockIcon} aria-disabled={busy}>
              {t('adopt')}
            </Button>
          </Form>
          <Form method="post">
            {hidden}
            <input type="hidden" name="act" value="change" />
            <Button variant="tertiary">{t('change')}</Button>
          </Form>
        </div>
      </div>
    </Panel>
  )
}

/** The decision in every language it is written in. */
export function DecisionList({ decision, hash }: { decision: Decision; hash?: string | null }) {
  const t = useTranslations('workbench.adoption')
  const p = useTranslations('public.document')
  const other = useTranslations('workbench.otherLanguages')
  const { day } = useDates()
  const others = (field: string, text: LocalisedText) =>
    (['en', 'sv'] as const).map((lang) => ({ term: other(lang, { field }), description: text[lang] }))
  const { title, by, kind, on, caseNumber, consultedWith } = decision
  return (
    <DefinitionList
      items={[
        { term: t('byNb'), description: by.nb },
        { term: t('byNn'), description: by.nn },
        ...others(t('by'), by),
        { term: t('kind'), description: p('adopterKind', { kind }) },
        { term: t('on'), description: on && day(noon(on)) },
        { term: t('caseNumber'), description: caseNumber },
        { term: t('consultedNb'), description: consultedWith.nb },
        { term: t('consultedNn'), description: consultedWith.nn },
        ...others(t('consulted'), consultedWith),
        { term: t('titleNb'), description: title.nb },
        { term: t('titleNn'), description: title.nn },
        ...others(t('versionTitle'), title),
        { term: p('hash'), description: hash && <code className="in-hash">{hash}</code> },
      ]}
    />
  )
}
