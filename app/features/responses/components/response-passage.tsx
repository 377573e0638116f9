import { useTranslations } from 'use-intl/react'
import { SaidToName } from '#app/features/inputs/components/said-to.tsx'
import type { SaidTo } from '#app/features/inputs/said-to.ts'
import type { LocalisedText } from '#app/platform/localised-text.ts'
import { WarningIcon } from '#app/ui/icons.tsx'
import { Localised } from '#app/ui/localised.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { Quote } from '#app/ui/quote.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'

type Cited = {
  quote: string
  lang: string
  senderName: string
  said: SaidTo
  inputId: string
  withdrawnAt: Date | null
}

type AnsweredPassageProps = {
  finding: { title: LocalisedText; href: string }
  citation: Cited | null
}

/** What is answered: the finding by its name, or one passage of it in its sender's own words. */
export function AnsweredPassage({ finding, citation }: AnsweredPassageProps) {
  const t = useTranslations('workbench.response')
  return (
    <Panel id="answered" heading={t('heard')}>
      {citation ? (
        <>
          <Quote
            lang={citation.lang}
            sender={
              <>
                {citation.senderName}, <SaidToName said={citation.said} />
              </>
            }
            link={{ href: `/workbench/inputs/${citation.inputId}`, label: t('readThere') }}
          >
            {citation.quote}
          </Quote>
          {citation.withdrawnAt && (
            <StatusTag tone="warning" icon={WarningIcon}>
              {t('withdrawn')}
            </StatusTag>
          )}
        </>
      ) : (
        <p>
          <a href={finding.href}>
            <Localised text={finding.title} />
          </a>
        </p>
      )}
    </Panel>
  )
}
