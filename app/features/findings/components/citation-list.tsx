import { Form } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import { SaidToName } from '#app/features/inputs/components/said-to.tsx'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { TrashIcon, WarningIcon } from '#app/ui/icons.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { Quote } from '#app/ui/quote.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import type { findFinding } from '../queries.server.ts'

type Found = Exclude<Awaited<ReturnType<typeof findFinding>>, { refusal: 'not-found' }>
export type StandingCitation = Found['citations'][number]

type CitationListProps = {
  citations: readonly StandingCitation[]
  /** Where one is added; nothing for those who only read. */
  addAt: string | null
}

/** The quotes of a finding with who said them, and what is wrong with those that cannot be shown. */
export function CitationList({ citations, addAt }: CitationListProps) {
  const t = useTranslations('workbench.finding')
  return (
    <Panel
      id="citations"
      heading={t('citations')}
      beside={
        addAt && (
          <LinkButton variant="secondary" size="sm" href={addAt}>
            {t('cite')}
          </LinkButton>
        )
      }
    >
      {citations.length === 0 && (
        <Empty heading={t('noCitations')} level={3}>
          {t('noCitationsText')}
        </Empty>
      )}
      <ul className="in-list">
        {citations.map((citation) => (
          <li key={citation.id}>
            <Quote
              lang={citation.lang}
              sender={
                <>
                  {citation.senderName}, <SaidToName said={citation.said} />
                </>
              }
              link={{
                href: `/workbench/inputs/${citation.inputId}?version=${citation.versionNumber}`,
                label: t('readThere'),
              }}
            >
              {citation.quote}
            </Quote>
            <div className="in-row">
              {citation.problem && <Problem {...citation} />}
              {addAt && (
                <Form method="post" preventScrollReset>
                  <input type="hidden" name="act" value="remove-citation" />
                  <input type="hidden" name="citation" value={citation.id} />
                  <Button
                    variant="tertiary"
                    size="sm"
                    icon={TrashIcon}
                    aria-label={t('remove', { sender: citation.senderName })}
                  >
                    {t('removeShort')}
                  </Button>
                </Form>
              )}
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function Problem({ withdrawn, withheld, published, problem }: StandingCitation) {
  const t = useTranslations('workbench.finding.quoteProblems')
  const reason = withdrawn
    ? 'withdrawn'
    : withheld
      ? 'withheld'
      : !published
        ? 'not-published'
        : problem === 'quote-not-verbatim' || problem === 'quote-masked'
          ? problem
          : 'not-shown'
  return (
    <StatusTag tone="warning" icon={WarningIcon}>
      {t(reason)}
    </StatusTag>
  )
}
