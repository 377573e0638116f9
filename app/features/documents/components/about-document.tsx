import { useLocale, useTranslations } from 'use-intl/react'
import { documentPath, strategyPath } from '#app/features/strategies/address.ts'
import { pathIn } from '#app/platform/locale.ts'
import { useDates } from '#app/ui/dates.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { Localised } from '#app/ui/localised.tsx'
import { Section } from '#app/ui/section.tsx'
import type { Referred } from '../published-document.server.ts'
import type { Serialised } from './document-head.tsx'
import { noon, useDocumentWords } from './document-words.tsx'

/** The decision: who, when, after talking with whom, and the sum by which the text can be checked. */
export function AboutAdoption({ page: { version } }: { page: Serialised }) {
  const t = useTranslations('public.document')
  const { day } = useDates()
  if (!version.adoptedAt || !version.adoptedOn) return null
  const { adopterKind } = version
  return (
    <Section id="vedtak" heading={t('adoptionHeading')}>
      <DefinitionList
        wide
        items={[
          {
            term: t('by'),
            description: (
              <>
                <Localised text={version.adoptedBy} />
                {adopterKind && <span className="in-meta"> ({t('adopterKind', { kind: adopterKind })})</span>}
              </>
            ),
          },
          { term: t('on'), description: day(noon(version.adoptedOn)) },
          { term: t('caseNumber'), description: version.adoptionCase },
          {
            term: t('consulted'),
            description: version.consultedWith && <Localised text={version.consultedWith} />,
          },
          {
            term: t('hash'),
            description: (
              <>
                <code className="in-hash">{version.contentHash}</code>
                <span className="in-meta in-hash-text">{t('hashText')}</span>
              </>
            ),
          },
        ]}
      />
    </Section>
  )
}

/** What the document is part of, what it replaces, whom it belongs to and whom to ask. */
export function AboutDocument({ page }: { page: Serialised }) {
  const t = useTranslations('public.document')
  const locale = useLocale()
  const { period, kind } = useDocumentWords()
  const { document, strategy, parents, parentStrategy, predecessor, successor, standing } = page
  const link = (href: string, title: Referred['title']) => (
    <a href={pathIn(locale, href)}>
      <Localised text={title} />
    </a>
  )
  const tree = [
    ...(parentStrategy
      ? [{ key: 'over', to: strategyPath(parentStrategy.slug), title: parentStrategy.title }]
      : []),
    { key: 'strategy', to: strategyPath(strategy.slug), title: strategy.title },
    ...[...parents]
      .reverse()
      .map(({ slug, title }) => ({ key: slug, to: documentPath(strategy.slug, slug), title })),
  ]
  return (
    <Section id="om" heading={t('aboutHeading')}>
      <DefinitionList
        wide
        items={[
          { term: t('kindTerm'), description: kind(document.kind) },
          { term: t('periodTerm'), description: period(document) },
          { term: t('ownerTerm'), description: document.owner && <Localised text={document.owner} /> },
          {
            term: t('partOf'),
            description: (
              <ol className="in-tree">
                {tree.map(({ key, to, title }) => (
                  <li key={key}>{link(to, title)}</li>
                ))}
              </ol>
            ),
          },
          {
            term: t(standing.state === 'not-adopted' ? 'willReplace' : 'replacesTerm'),
            description:
              predecessor && link(documentPath(strategy.slug, predecessor.slug), predecessor.title),
          },
          {
            term: t('replacedTerm'),
            description: successor && link(documentPath(strategy.slug, successor.slug), successor.title),
          },
          { term: t('contact'), description: document.contact && <Contact words={document.contact} /> },
        ]}
      />
    </Section>
  )
}

/** An address of mail in a text of contact leads to writing there. */
function Contact({ words }: { words: string }) {
  const [mail] = /[^\s<>(),;:]+@[^\s<>(),;:]+\.[\p{L}]+/u.exec(words) ?? []
  if (!mail) return words
  const at = words.indexOf(mail)
  return (
    <>
      {words.slice(0, at)}
      <a href={`mailto:${mail}`}>{mail}</a>
      {words.slice(at + mail.length)}
    </>
  )
}
