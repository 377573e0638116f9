import { elementId, shownNumber } from '#app/features/documents/paragraph.ts'
import type { PublishedDocument } from '#app/features/documents/published-document.server.ts'
import { documentPath } from '#app/features/strategies/address.ts'
import type { ApiAddresses } from './api-address.ts'
import type { ApiDocumentRow } from './api-documents.server.ts'
import type { Answer } from './api-schema.ts'
import type { DocumentSummary, DocumentVersion } from './api-schema-document.ts'
import { iso, isoOrNull, told } from './api-values.ts'

type Told = Answer<typeof DocumentVersion>

const versionPages = (at: ApiAddresses, strategy: string, document: string, number: number) =>
  at.pages(documentPath(strategy, document, number))

/** A document as a list names it, with its published versions. */
export function documentSummary(
  strategy: string,
  { versions, ...document }: ApiDocumentRow,
  at: ApiAddresses,
): Answer<typeof DocumentSummary> {
  const { slug } = document
  return {
    ...document,
    versions: versions.map(({ number, title, publishedAt, adoptedAt, adoptedOn }) => ({
      ...{ number, title, publishedAt: iso(publishedAt), adoptedAt: isoOrNull(adoptedAt), adoptedOn },
      ...{ self: at.version(strategy, slug, number), pages: versionPages(at, strategy, slug, number) },
    })),
  }
}

/** A published version of a document with its text. */
export function versionAnswer(found: PublishedDocument, at: ApiAddresses): Told {
  const { document, version, blocks, measures } = found
  const [strategy, { slug }] = [found.strategy.slug, document]
  const { kind, title, subtitle, owner, periodFrom, periodTo } = document
  const here = at.version(strategy, slug, version.number)
  return {
    ...told(here, versionPages(at, strategy, slug, version.number)),
    strategy: at.strategy(strategy),
    document: { slug, kind, title, subtitle, owner, periodFrom, periodTo },
    ...{ number: version.number, title: version.title, publishedAt: iso(version.publishedAt) },
    ...{ adoptedAt: isoOrNull(version.adoptedAt), adoptedOn: version.adoptedOn },
    ...{ state: found.standing.state, note: version.note, adoptedBy: version.adoptedBy },
    ...{ adoptionCase: version.adoptionCase, consultedWith: version.consultedWith },
    contentHash: version.contentHash,
    round: version.round && at.round(strategy, version.round.slug),
    versions: found.versions.map(({ number }) => ({ number, self: at.version(strategy, slug, number) })),
    paragraphs: blocks.map((block) => ({
      kind: block.kind as Told['paragraphs'][number]['kind'],
      ...{ number: shownNumber(block.anchor), anchor: block.anchor, text: block.text },
      fragment: elementId(block.anchor),
    })),
    measures: measures.map(({ code, goal, indicator, retiredAt, statuses, ...measure }) => ({
      kind: measure.kind as Told['measures'][number]['kind'],
      ...{ code, title: measure.title, goal, owner: measure.owner, indicator },
      retiredAt: isoOrNull(retiredAt),
      statuses: statuses.map(({ year, status, note }) => ({
        ...{ year, status: status as Told['measures'][number]['statuses'][number]['status'], note },
      })),
    })),
  }
}
