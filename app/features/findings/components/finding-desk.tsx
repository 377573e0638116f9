import { useDeferredValue, useEffect, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { useScripted } from '#app/features/questionnaires/components/scripted.tsx'
import type { LocalisedText } from '#app/platform/localised-text.ts'
import { Columns } from '#app/ui/panes.tsx'
import { CitationList, type CitationListProps } from './citation-list.tsx'
import { type FindingCount, FindingCounts } from './finding-counts.tsx'
import { FindingForm } from './finding-form.tsx'
import { FindingPreview, type PreviewParts } from './finding-preview.tsx'
import { useInserting } from './inserting.tsx'
import type { FieldProblem } from './new-finding-form.tsx'
import type { Subjects } from './subject-select.tsx'

type FindingDeskProps = PreviewParts & {
  finding: { title: LocalisedText; text: LocalisedText; revision: number; subject: string }
  formKey: string
  subjects: Subjects
  typed: Record<string, unknown> | null
  errors: FieldProblem[]
  saved: string | null
  citations: Omit<CitationListProps, 'insert'>
  counts: readonly FindingCount[]
  countsAt: string
  above: React.ReactNode
  below: React.ReactNode
}

/** Where a finding is written: the text, how it will read, and beside it what can be put into it. */
export function FindingDesk(props: FindingDeskProps) {
  const { finding, typed, errors, saved, above, below } = props
  const t = useTranslations('workbench.finding')
  const scripted = useScripted()
  const { insert, remember } = useInserting()
  const [written, setWritten] = useState<LocalisedText | null>(null)
  const [held, setHeld] = useState(finding.revision)
  // A save that came through answers with a later revision: what is written is then what is saved.
  if (held !== finding.revision) {
    setHeld(finding.revision)
    setWritten(null)
  }
  const shown = useDeferredValue(written ?? wordsOf(typed) ?? finding.text)
  const dirty = written !== null || typed !== null
  useStayingWhile(written !== null)
  return (
    <Columns
      aside={
        <>
          {above}
          <CitationList {...props.citations} insert={scripted ? insert : null} />
          <FindingCounts counts={props.counts} addAt={props.countsAt} insert={scripted ? insert : null} />
          {below}
        </>
      }
    >
      <div className="in-stack">
        <FindingForm
          key={finding.revision}
          finding={finding}
          formKey={props.formKey}
          subjects={props.subjects}
          typed={typed}
          errors={errors}
          state={dirty ? t('unsaved') : saved}
          onWritten={(form) => {
            const of = (name: string) => String(new FormData(form).get(name) ?? '')
            setWritten({ nb: of('textNb'), nn: of('textNn') })
          }}
          onWritingIn={remember}
        />
        <FindingPreview
          text={shown}
          quotes={props.quotes}
          shownCounts={props.shownCounts}
          note={scripted ? null : t('previewSaved')}
        />
      </div>
    </Columns>
  )
}

function wordsOf(typed: Record<string, unknown> | null): LocalisedText | null {
  if (!typed || !('textNb' in typed)) return null
  return { nb: String(typed.textNb ?? ''), nn: String(typed.textNn ?? '') }
}

/** Asks before the page is left with words that are not saved. */
function useStayingWhile(dirty: boolean) {
  useEffect(() => {
    if (!dirty) return
    const stay = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', stay)
    return () => removeEventListener('beforeunload', stay)
  }, [dirty])
}
