import { Fragment } from 'react'
import { useLocale } from 'use-intl/react'
import { type LocalisedText, pick } from '#app/platform/localised-text.ts'
import type { Icon } from '#app/ui/icon.tsx'
import { CheckCircleFillIcon, CircleIcon, HalfCircleIcon, XMarkIcon } from '#app/ui/icons.tsx'
import { StatusTag, type StatusTagProps } from '#app/ui/status-tag.tsx'
import { type MeasureState, stretches } from '../measures.ts'
import { useDocumentWords } from './document-words.tsx'

const marks: Record<MeasureState, { tone: StatusTagProps['tone']; icon: Icon }> = {
  'not-started': { tone: 'neutral', icon: CircleIcon },
  'under-way': { tone: 'info', icon: HalfCircleIcon },
  done: { tone: 'success', icon: CheckCircleFillIcon },
  stopped: { tone: 'warning', icon: XMarkIcon },
}

/** How far a measure had come: a word and a mark. */
export function MeasureStatus({ status }: { status: string }) {
  const words = useDocumentWords()
  const known = status in marks ? marks[status as MeasureState] : marks['not-started']
  return (
    <StatusTag tone={known.tone} icon={known.icon}>
      {words.status(status)}
    </StatusTag>
  )
}

/** The address of a measure on the page of its document. */
export const measureId = (code: string) => `tiltak-${code}`

/** What is said of a measure: the codes it names lead to them, and addresses on the web to what they document. */
export function MeasureText({ text, codes }: { text: LocalisedText; codes: ReadonlySet<string> }) {
  const { text: words, lang, fallback } = pick(text, useLocale())
  return (
    <span lang={fallback ? lang : undefined}>
      {stretches(words, codes).map(({ text: part, code, href }, at) => {
        const target = code ? `#${measureId(code)}` : href
        // The same words may come twice; where they stand tells them apart.
        const key = `${at} ${part}`
        return target ? (
          <a key={key} href={target} className={code ? undefined : 'in-link in-url'}>
            {part}
          </a>
        ) : (
          <Fragment key={key}>{part}</Fragment>
        )
      })}
    </span>
  )
}
