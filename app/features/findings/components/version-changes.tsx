import { useLocale, useTranslations } from 'use-intl/react'
import { aPagesEffort, type Effort, wordChanges } from '#app/features/documents/word-changes.ts'
import { type LocalisedText, pick } from '#app/platform/localised-text.ts'
import { StatusTag } from '#app/ui/status-tag.tsx'
import type { FoundSave } from '../history.server.ts'
import { paragraphChanges } from '../history.ts'
import type { Words } from '../merging.ts'

type Saved = Words & Pick<FoundSave, 'theme' | 'question'>

/** What was changed from one version of a finding to another, by paragraph, and what it was about. */
export function VersionChanges({ from, to }: { from: Saved; to: Saved }) {
  const t = useTranslations('workbench.findingHistory')
  const effort = aPagesEffort()
  const parts = [
    { key: 'titleNb', lang: 'nb', of: (words: Words) => words.title },
    { key: 'textNb', lang: 'nb', of: (words: Words) => words.text },
    { key: 'titleNn', lang: 'nn', of: (words: Words) => words.title },
    { key: 'textNn', lang: 'nn', of: (words: Words) => words.text },
  ] as const
  const changed = parts.filter(({ of, lang }) => wordsOf(of(from), lang) !== wordsOf(of(to), lang))
  const moved = from.theme?.id !== to.theme?.id || from.question?.id !== to.question?.id
  if (changed.length === 0 && !moved) return <p>{t('same')}</p>
  return (
    <>
      {moved && <SubjectChange from={from} to={to} />}
      {changed.map(({ key, lang, of }) => (
        <section key={key} className="in-stack in-stack--3">
          <h3 className="in-h3">{t(key)}</h3>
          <Paragraphs
            before={wordsOf(of(from), lang)}
            after={wordsOf(of(to), lang)}
            lang={lang}
            effort={effort}
          />
        </section>
      ))}
    </>
  )
}

function SubjectChange({ from, to }: { from: Saved; to: Saved }) {
  const t = useTranslations('workbench.finding')
  const locale = useLocale()
  const about = ({ theme, question }: Saved) => {
    if (theme) return t('ofTheme', { theme: `${theme.code} ${pick(theme.title, locale).text}` })
    if (!question) return t('noSubject')
    return t('ofQuestion', { number: question.position, title: pick(question.title, locale).text })
  }
  return (
    <section className="in-stack in-stack--1">
      <h3 className="in-h3">{t('subject')}</h3>
      <p>
        <del>{about(from)}</del> <ins>{about(to)}</ins>
      </p>
    </section>
  )
}

const wordsOf = (text: LocalisedText, lang: 'nb' | 'nn') => text[lang] ?? ''

type ParagraphsProps = { before: string; after: string; lang: string; effort: Effort }

function Paragraphs({ before, after, lang, effort }: ParagraphsProps) {
  const t = useTranslations('workbench.findingHistory')
  const changes = paragraphChanges(before, after)
  const same = changes.filter((change) => change.before === change.after).length
  return (
    <>
      {changes.map((change, place) => {
        if (change.before === change.after) return null
        const kind = change.before === null ? 'added' : change.after === null ? 'removed' : 'changed'
        const words = wordChanges(change.before ?? '', change.after ?? '', effort)
        return (
          <div key={`${kind} ${String(place)}`} className="in-stack in-stack--1">
            <p>
              <StatusTag tone={kind === 'removed' ? 'warning' : 'info'}>{t(kind)}</StatusTag>
            </p>
            <p lang={lang} className="in-measure">
              {words.map(({ kind: how, text }, at) => {
                const key = `${how} ${String(at)}`
                if (how === 'same') return <span key={key}>{text}</span>
                return how === 'added' ? <ins key={key}>{text}</ins> : <del key={key}>{text}</del>
              })}
            </p>
          </div>
        )
      })}
      {same > 0 && <p className="in-small in-muted">{t('unchanged', { count: same })}</p>}
    </>
  )
}
