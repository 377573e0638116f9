import { Form, useNavigation } from '@remix-run/react'
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { Button } from '#app/ui/button.tsx'
import { Checkbox, FieldGroup } from '#app/ui/choice.tsx'
import { Select, TextArea, TextField } from '#app/ui/field.tsx'
import { Alert } from '#app/ui/message.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { type Numbered, rangeValue } from '../desk.ts'
import type { DeskTyped } from '../desk-forms.ts'
import { useLegalBasis } from './legal-basis.tsx'

export type DeskErrors = Partial<Record<'range' | 'words' | 'legalBasis' | 'reason' | 'confirmed', string>>

type DeskMaskingProps = {
  versionId: string
  formKey: string
  candidates: readonly Numbered[]
  typed: DeskTyped
  /** At how many places the typed words were just found. */
  found: number | null
  errors: DeskErrors
  /** Whether part of a very long text was not looked through. */
  cut: boolean
}

/** Chooses what to mask, by which law and why. Nothing is masked but what is chosen here. */
export function DeskMasking(props: DeskMaskingProps) {
  const { versionId, formKey, candidates, typed, found, errors, cut } = props
  const t = useTranslations('workbench.publication')
  const basis = useLegalBasis()
  const busy = useNavigation().state === 'submitting'
  const pointing = usePointing('words')
  const proposed = candidates.filter(({ kind }) => kind !== 'typed').length
  return (
    <Panel id="mask" heading={t('maskTitle')}>
      <Form method="post" className="in-form" preventScrollReset>
        <input type="hidden" name="key" value={formKey} />
        <input type="hidden" name="version" value={versionId} />
        <input type="hidden" name="looked" value={typed.looked} />
        <p className="in-small">{t(proposed > 0 ? 'proposed' : 'noProposals', { count: proposed })}</p>
        {cut && <p className="in-small">{t('cut')}</p>}
        {found !== null && (
          <Alert tone="info" level={3} live>
            <p>{t('found', { count: found, words: typed.looked })}</p>
          </Alert>
        )}
        {candidates.length > 0 && (
          <FieldGroup name="range" id="forslag" legend={t('candidates')} error={errors.range}>
            {candidates.map((candidate) => (
              <Checkbox
                key={`${candidate.number} ${rangeValue(candidate)}`}
                id={`forslag-${candidate.number}`}
                name="range"
                value={rangeValue(candidate)}
                defaultChecked={typed.chosen.includes(rangeValue(candidate))}
                label={t('mask', { number: candidate.number, words: shortened(candidate.words) })}
                help={
                  <>
                    {t(`kind.${candidate.kind}`)}. <a href={`#sted-${candidate.number}`}>{t('seeInText')}</a>
                  </>
                }
              />
            ))}
          </FieldGroup>
        )}
        <TextField
          name="words"
          label={t('words')}
          help={t(pointing ? 'wordsHelpPointing' : 'wordsHelp')}
          maxLength={500}
          autoComplete="off"
          defaultValue={typed.words}
          error={errors.words ?? (candidates.length === 0 ? errors.range : undefined)}
        />
        <Button variant="secondary" size="sm" name="act" value="find" disabled={busy}>
          {t('find')}
        </Button>
        <Select
          name="legalBasis"
          label={t('legalBasis')}
          options={basis.options}
          emptyLabel={basis.empty}
          defaultValue={typed.legalBasis}
          error={errors.legalBasis}
        />
        <TextArea
          name="reason"
          label={t('reason')}
          help={t('reasonHelp')}
          rows={3}
          maxLength={2000}
          defaultValue={typed.reason}
          error={errors.reason}
        />
        <Button variant="secondary" name="act" value="mask" disabled={busy}>
          {t('maskChosen')}
        </Button>
      </Form>
    </Panel>
  )
}

const shortened = (words: string) => (words.length > 80 ? `${words.slice(0, 77)}…` : words)

/** With script, words selected in the text are put in the field. Says whether it works here. */
function usePointing(fieldId: string): boolean {
  const [works, setWorks] = useState(false)
  useEffect(() => {
    const take = () => {
      const selection = document.getSelection()
      const within = selection?.anchorNode?.parentElement?.closest('[data-selectable]')
      const words = selection?.toString().trim() ?? ''
      const field = document.getElementById(fieldId)
      if (within && words !== '' && words.length <= 500 && field instanceof HTMLInputElement)
        field.value = words
    }
    setWorks(true)
    document.addEventListener('mouseup', take)
    return () => document.removeEventListener('mouseup', take)
  }, [fieldId])
  return works
}
