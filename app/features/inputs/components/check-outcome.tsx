import { useTranslations } from 'use-intl/react'
import { useDates } from '#app/ui/dates.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { Localised } from '#app/ui/localised.tsx'
import { Alert } from '#app/ui/message.tsx'
import type { CheckedVersion } from '../verification.server.ts'

/** What the holder of a receipt is told. `intact`: what is stored, summed up now, gives the sum of the receipt. */
export type CheckedReceipt = Omit<
  CheckedVersion,
  'storedHash' | 'recomputedHash' | 'versionId' | 'inputId'
> & {
  intact: boolean
}

/** That a receipt is true, or that what is stored is no longer what was received. Says nothing that the receipt does not. */
export function CheckOutcome({ checked }: { checked: CheckedReceipt }) {
  const t = useTranslations('public.check')
  const { second, day } = useDates()
  return (
    <section aria-labelledby="outcome" className="in-stack in-measure">
      <Alert tone={checked.intact ? 'success' : 'danger'} live>
        <h2 className="in-h3" id="outcome">
          {t(checked.intact ? 'intact' : 'altered')}
        </h2>
        <p>{t(checked.intact ? 'intactText' : 'alteredText')}</p>
      </Alert>
      <DefinitionList
        items={[
          { term: t('receipt'), description: checked.receiptNumber },
          { term: t('received'), description: second(checked.submittedAt) },
          { term: t('inTime'), description: t(checked.lateAt ? 'late' : 'notLate') },
          {
            term: t('about'),
            description: (
              <>
                <Localised text={checked.strategyTitle} />, <Localised text={checked.roundTitle} />
              </>
            ),
          },
          { term: t('version'), description: t(`kind.${checked.kind}`, { number: checked.number }) },
          {
            term: t('state'),
            description: checked.withdrawnAt
              ? t('withdrawn', { date: day(checked.withdrawnAt) })
              : checked.publishedAt
                ? t('published', { date: day(checked.publishedAt) })
                : t('notPublished'),
          },
        ]}
      />
    </section>
  )
}
