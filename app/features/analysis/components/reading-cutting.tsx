import { useTranslations } from 'use-intl/react'
import { Button } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choice.tsx'
import { TextField } from '#app/ui/field.tsx'
import { placesToSplit } from '../passage-cutting.ts'
import type { ReadPassage } from '../reading.server.ts'
import { ActForm, KeyHint } from './reading-form.tsx'

/** What was typed into the forms of this panel and not taken in, and the sentence why. */
export type CuttingTyped = {
  words?: string
  from?: string
  to?: string
  error?: string
  at: 'split' | 'span' | null
}

type CuttingProps = {
  passage: ReadPassage
  /** Whether another passage of the answer comes after it. */
  hasNext: boolean
  typed: CuttingTyped
}

/** The chosen passage divided otherwise: split, joined with the next, or any words made a passage of their own. */
export function CuttingPanel({ passage, hasNext, typed }: CuttingProps) {
  const t = useTranslations('workbench.reading')
  const places = placesToSplit(passage.text)
  const fields = { passage: passage.id }
  return (
    <details className="in-panel in-fold" id="cutting-panel" open={typed.at !== null}>
      <summary>{t('cutting')}</summary>
      <div className="in-stack" key={passage.id}>
        {passage.madeAt && (
          <ActForm act="restore" passage={passage.id} fields={fields}>
            <Button size="sm" variant="secondary">
              {t(passage.origin === 'span' ? 'restoreSpan' : 'restore')}
            </Button>
          </ActForm>
        )}
        {passage.origin !== 'span' && hasNext && (
          <ActForm act="join" passage={passage.id} fields={fields}>
            <Button size="sm" variant="secondary" data-key="join">
              {t('join')} <KeyHint of="join" />
            </Button>
          </ActForm>
        )}
        <ActForm act="split" passage={passage.id} fields={fields} className="in-stack in-stack--3">
          {places.length > 0 && (
            <RadioGroup
              name="at"
              id="split-at"
              legend={t('splitBefore')}
              look="joined"
              options={places.map(({ atCp, words }) => ({ value: String(atCp), label: `«${words}»` }))}
            />
          )}
          <TextField
            name="words"
            label={t(places.length > 0 ? 'splitWords' : 'splitBeforeWords')}
            help={t('splitHelp')}
            defaultValue={typed.words}
            error={typed.at === 'split' ? typed.error : undefined}
            data-key={places.length === 0 ? 'split' : undefined}
          />
          <Button size="sm" variant="secondary">
            {t('split')} <KeyHint of="split" />
          </Button>
        </ActForm>
        <ActForm act="span" passage={passage.id} fields={fields} className="in-stack in-stack--3">
          <TextField
            name="from"
            label={
              <>
                {t('spanFrom')} <KeyHint of="span" />
              </>
            }
            help={t('spanHelp')}
            defaultValue={typed.from}
            error={typed.at === 'span' ? typed.error : undefined}
            data-key="span"
          />
          <TextField name="to" label={t('spanTo')} defaultValue={typed.to} />
          <Button size="sm" variant="secondary">
            {t('makeSpan')}
          </Button>
        </ActForm>
      </div>
    </details>
  )
}
