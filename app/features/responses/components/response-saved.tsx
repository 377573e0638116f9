import { useTranslations } from 'use-intl/react'
import { TakesFocus } from '#app/features/findings/components/finding-notices.tsx'
import { EveryLanguage } from '#app/features/strategies/components/every-language.tsx'
import type { LocalisedText } from '#app/platform/localised-text.ts'
import { useDates } from '#app/ui/dates.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Alert } from '#app/ui/message.tsx'
import { Panel } from '#app/ui/panel.tsx'
import type { Disposition } from '../disposition.ts'
import { DispositionTag } from './disposition-tag.tsx'

type Said = { disposition: Disposition; reason: LocalisedText }

/** What is said, in every language it is said in. */
function Words({ disposition, reason }: Said) {
  return (
    <div className="in-stack in-stack--3">
      <p>
        <DispositionTag disposition={disposition} />
      </p>
      <EveryLanguage text={reason} />
    </div>
  )
}

/** What another saved while somebody was writing: both texts are kept, one's own in the form. */
export function SavedResponse({
  response,
}: {
  response: Said & { updatedAt: Date; updatedBy: string | null }
}) {
  const t = useTranslations('workbench.response')
  const { moment } = useDates()
  return (
    <TakesFocus>
      <Alert tone="warning" heading={t('stale')}>
        <p>{t('staleText', { name: response.updatedBy ?? '–', at: moment(response.updatedAt) })}</p>
        <Words {...response} />
      </Alert>
    </TakesFocus>
  )
}

/** The response for those who only read. */
export function ResponseRead({ response }: { response: Said | null }) {
  const t = useTranslations('workbench.response')
  return (
    <Panel id="response-panel" heading={t('ours')}>
      {response ? (
        <Words {...response} />
      ) : (
        <Empty heading={t('none')} level={3}>
          {t('noneText')}
        </Empty>
      )}
    </Panel>
  )
}
