import { Form } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import { SaidToName } from '#app/features/inputs/components/said-to.tsx'
import type { SaidTo } from '#app/features/inputs/said-to.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { TrashIcon, WarningIcon } from '#app/ui/icons.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { Quote } from '#app/ui/quote.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import { markerOf } from '../finding-text.ts'
import type { TurnedKind } from '../quote.ts'
import { InsertMark } from './finding-counts.tsx'

/** A citation as those who write the finding see it. */
export type StandingCitation = {
  id: string
  number: number
  mode: 'quote' | 'paraphrase'
  quote: string
  lang: string
  senderName: string
  said: SaidTo
  /** Where it is read as it was sent. */
  href: string
  problem: 'quote-not-public' | 'quote-withdrawn' | 'quote-masked' | 'quote-not-verbatim' | 'withheld' | null
  /** Of words left out or put in: the source's own, and whether a negation is jumped over. */
  form: { kind: TurnedKind; source: string; jumps: boolean } | null
  /** A negation of the same sentence is not quoted. */
  beside: boolean
  inText: boolean
}

export type CitationListProps = {
  citations: readonly StandingCitation[]
  /** Where one is added; nothing for those who only read. */
  addAt: string | null
  /** With script: puts a mark where the caret is. */
  insert: ((marker: string) => void) | null
}

/** What a finding cites, who said it, the marks that stand for it, and what is wrong with what cannot be shown. */
export function CitationList({ citations, addAt, insert }: CitationListProps) {
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
          <li key={citation.id} className="in-stack in-stack--2">
            <p className="in-row">
              <code>{markerOf('citation', citation.number)}</code>
              {citation.mode === 'paraphrase' && <StatusTag>{t('paraphrase')}</StatusTag>}
              {!citation.inText && <span className="in-small in-muted">{t('notInText')}</span>}
            </p>
            <Quote
              lang={citation.lang}
              sender={
                <>
                  {citation.senderName}, <SaidToName said={citation.said} />
                </>
              }
              link={{ href: citation.href, label: t('readThere') }}
            >
              {citation.quote}
            </Quote>
            <Turned citation={citation} />
            <div className="in-row">
              {citation.problem && (
                <StatusTag tone="warning" icon={WarningIcon}>
                  {t(`quoteStates.${citation.problem}`)}
                </StatusTag>
              )}
              {addAt && <InsertMark marker={markerOf('citation', citation.number)} insert={insert} />}
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

/** What can turn the meaning of a quote: words left out or put in beside the source's own, a negation not quoted. */
function Turned({ citation }: { citation: StandingCitation }) {
  const t = useTranslations('workbench.finding')
  const { form, beside, lang } = citation
  if (!form && !beside) return null
  return (
    <div className="in-stack in-stack--2">
      <p className="in-row">
        {form && form.kind !== 'edited' && <StatusTag tone="info">{t('elided')}</StatusTag>}
        {form && form.kind !== 'elided' && <StatusTag tone="info">{t('edited')}</StatusTag>}
        {form?.jumps && (
          <StatusTag tone="warning" icon={WarningIcon}>
            {t('jumps')}
          </StatusTag>
        )}
        {beside && (
          <StatusTag tone="warning" icon={WarningIcon}>
            {t('beside')}
          </StatusTag>
        )}
      </p>
      {form && (
        <Quote lang={lang} sender={t('sourceBeside')}>
          {form.source}
        </Quote>
      )}
    </div>
  )
}
