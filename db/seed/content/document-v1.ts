import type { DocumentVersionContent } from './content.ts'
import { chapter1 } from './draft/chapter-1.ts'
import { chapter2 } from './draft/chapter-2.ts'
import { chapter3 } from './draft/chapter-3.ts'
import { chapter4 } from './draft/chapter-4.ts'
import { chapter5 } from './draft/chapter-5.ts'
import { chapter6 } from './draft/chapter-6.ts'
import { chapter7 } from './draft/chapter-7.ts'
import { foreword } from './draft/foreword.ts'

/** The draft that round 1 asked about. */
export const documentV1: DocumentVersionContent = {
  version: 1,
  label: { nb: 'Utkast 1', nn: 'Utkast 1' },
  publishedDay: -122,
  note: {
    nb: 'Det første utkastet. Det er erstattet av utkast 2, men står her slik at alle kan se hva innspillene i runde 1 svarte på.',
    nn: 'Det første utkastet. Det er erstatta av utkast 2, men står her slik at alle kan sjå kva innspela i runde 1 svara på.',
  },
  chapters: [foreword, chapter1, chapter2, chapter3, chapter4, chapter5, chapter6, chapter7],
}
