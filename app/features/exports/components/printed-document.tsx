import { AboutAdoption, AboutDocument } from '#app/features/documents/components/about-document.tsx'
import { DocumentHead } from '#app/features/documents/components/document-head.tsx'
import { DocumentReader } from '#app/features/documents/components/document-reader.tsx'
import { Measures } from '#app/features/documents/components/measures.tsx'
import { SubPlans } from '#app/features/documents/components/sub-plans.tsx'
import type { PublishedDocument } from '#app/features/documents/published-document.server.ts'

export type PrintedDocumentProps = { page: PublishedDocument; years: readonly number[]; path: string }

/** All that the page of a version says of it. */
export function PrintedDocument({ page, years, path }: PrintedDocumentProps) {
  return (
    <>
      <DocumentHead page={page} />
      <DocumentReader blocks={page.blocks} path={path}>
        <Measures measures={page.measures} years={years} />
        <SubPlans page={page} />
        <AboutAdoption page={page} />
        <AboutDocument page={page} />
      </DocumentReader>
    </>
  )
}
