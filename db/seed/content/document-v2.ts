import type { DocumentVersionContent } from './content.ts'
import { documentV1 } from './document-v1.ts'
import { changesAfterRoundOne } from './draft/changes-after-round-1.ts'
import { revise } from './draft/revision.ts'

/** The draft that round 2 asks about: the first one as changed after round 1. */
export const documentV2: DocumentVersionContent = {
  version: 2,
  label: { nb: 'Utkast 2', nn: 'Utkast 2' },
  publishedDay: -20,
  note: {
    nb: 'Nytt utkast etter runde 1. Om lag en tredel av avsnittene er endret. To er nye: 4.4 om private eiere og 6.6 om tempo. Avsnittet om årlig rapportering på 24 indikatorer er tatt ut. 5.6 om kvalitet i læremidler er flyttet til 5.3, og 7.6 om læringsanalyse er delt i to.',
    nn: 'Nytt utkast etter runde 1. Om lag ein tredel av avsnitta er endra. To er nye: 4.4 om private eigarar og 6.6 om tempo. Avsnittet om årleg rapportering på 24 indikatorar er teke ut. 5.6 om kvalitet i læremiddel er flytta til 5.3, og 7.6 om læringsanalyse er delt i to.',
  },
  chapters: revise(documentV1.chapters, changesAfterRoundOne),
}
