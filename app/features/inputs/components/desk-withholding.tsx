import { Form } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import { Button } from '#app/ui/button.tsx'
import { Checkbox } from '#app/ui/choice.tsx'
import { Select, TextArea } from '#app/ui/field.tsx'
import { Panel } from '#app/ui/panel.tsx'
import type { Desk } from '../desk.server.ts'
import type { DeskErrors } from './desk-masking.tsx'
import { useLegalBasis } from './legal-basis.tsx'

type DeskWithholdingProps = {
  desk: Desk
  formKey: string
  /** What came back, when the form was refused. */
  refused: { errors: DeskErrors; typed: { legalBasis: string; reason: string } } | null
}

/** Keeps the whole version from the public, or lets it go again. */
export function DeskWithholding({ desk, formKey, refused }: DeskWithholdingProps) {
  const t = useTranslations('workbench.publication')
  const basis = useLegalBasis()
  const { standing } = desk
  const errors = refused?.errors ?? {}
  const act = standing.withholding ? 'lift' : 'withhold'
  return (
    <Panel id="withhold" heading={t(`${act}.title`)}>
      <details open={refused !== null}>
        <summary>{t(`${act}.open`)}</summary>
        <Form method="post" className="in-form">
          <input type="hidden" name="act" value={act} />
          <input type="hidden" name="key" value={formKey} />
          <input type="hidden" name="version" value={standing.id} />
          <p className="in-small">{t(standing.publishedAt ? `${act}.textPublished` : `${act}.text`)}</p>
          {act === 'withhold' && (
            <>
              <Select
                id="withhold-basis"
                name="legalBasis"
                label={t('legalBasis')}
                options={basis.options}
                emptyLabel={basis.empty}
                defaultValue={refused?.typed.legalBasis ?? ''}
                error={errors.legalBasis}
              />
              <TextArea
                id="withhold-reason"
                name="reason"
                label={t('reason')}
                help={t('withhold.reasonHelp')}
                rows={3}
                maxLength={2000}
                defaultValue={refused?.typed.reason ?? ''}
                error={errors.reason}
              />
            </>
          )}
          <Checkbox
            id="withhold-confirmed"
            name="confirmed"
            label={t(`${act}.confirm`)}
            error={errors.confirmed}
          />
          <Button variant="secondary" danger={act === 'withhold'}>
            {t(`${act}.button`)}
          </Button>
        </Form>
      </details>
    </Panel>
  )
}
