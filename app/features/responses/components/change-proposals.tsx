import { useTranslations } from 'use-intl/react'
import type { LocalisedText } from '#app/platform/localised-text.ts'
import { Empty } from '#app/ui/empty.tsx'
import { Localised } from '#app/ui/localised.tsx'
import { Alert } from '#app/ui/message.tsx'
import { Panel } from '#app/ui/panel.tsx'
import type { ShownProposal } from '../change-page.server.ts'
import { ParagraphSearch } from './change-forms.tsx'
import { type Linking, ProposalRows } from './change-rows.tsx'

type Later = { id: string; title: LocalisedText; document: LocalisedText; publishedAt: Date | null }

type LaterVersionsProps = {
  versions: readonly Later[]
  current: string | null
  path: string
  /** The response's own part of the address. */
  own: string
}

/** The versions a change can have come in, one of them chosen; or that there is none yet. */
export function LaterVersions({ versions, current, path, own }: LaterVersionsProps) {
  const t = useTranslations('workbench.response.changes')
  if (versions.length === 0)
    return (
      <Panel>
        <Empty heading={t('noLater')}>{t('noLaterText')}</Empty>
      </Panel>
    )
  return (
    <nav aria-label={t('versions')} className="in-row">
      <span>{t('versions')}</span>
      {versions.map(({ id, title, document, publishedAt }) => (
        <a
          key={id}
          href={`${path}${own ? `${own}&` : '?'}version=${id}`}
          aria-current={id === current ? 'page' : undefined}
        >
          <Localised text={document} />: <Localised text={title} />
          {!publishedAt && ` (${t('draft')})`}
        </a>
      ))}
    </nav>
  )
}

type ProposedChangesProps = {
  proposals: readonly ShownProposal[]
  added: readonly ShownProposal[]
  hits: readonly ShownProposal[]
  hitCount?: number
  sought: string
  target: { id: string; title: LocalisedText; hasBase: boolean }
  /** Where the way from the earlier version is confirmed, when nobody has. */
  alignAt: string | null
  search: string
  citation: string | null
  linked: ReadonlySet<string>
  linking: Linking
}

/** What may be linked: what was talked of, what somebody looks for, and what is new in the version. */
export function ProposedChanges(props: ProposedChangesProps) {
  const t = useTranslations('workbench.response.changes')
  const { proposals, added, hits, hitCount = 0, sought, target, alignAt, linked, linking } = props
  return (
    <>
      <Panel id="proposals" heading={t('proposals')}>
        {alignAt && (
          <Alert tone="warning" heading={t('unconfirmed')} level={3}>
            <p>{t('unconfirmedText')}</p>
            <p>
              <a href={alignAt}>{t('confirm')}</a>
            </p>
          </Alert>
        )}
        {!alignAt && proposals.length === 0 && (
          <Empty heading={t('noProposals')} level={3}>
            {t(target.hasBase ? 'noProposalsText' : 'newDocument')}
          </Empty>
        )}
        <ProposalRows {...{ proposals, linking, linked }} />
      </Panel>
      <Panel id="search" heading={t('anyParagraph')}>
        <div className="in-stack in-stack--3">
          <ParagraphSearch
            {...{ action: props.search, citation: props.citation, version: target.id, sought }}
          />
          {sought && (
            <p role="status">
              {hits.length < hitCount
                ? t('firstHits', { shown: hits.length, count: hitCount, words: sought })
                : t('hits', { count: hitCount, words: sought })}
            </p>
          )}
          <ProposalRows {...{ proposals: hits, linking, linked }} />
        </div>
      </Panel>
      {added.length > 0 && (
        <Panel id="added">
          <details>
            <summary>{t('added', { count: added.length })}</summary>
            <ProposalRows {...{ proposals: added, linking, linked }} />
          </details>
        </Panel>
      )}
    </>
  )
}
