import { useLocale, useTranslations } from 'use-intl/react'
import { type LocalisedText, pick } from '#app/platform/localised-text.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import type { Option } from '#app/ui/field.tsx'
import { Alert } from '#app/ui/message.tsx'
import { MergeTheme, MoveTheme, RetireTheme } from './theme-changes.tsx'
import { type FieldProblem, ThemeForm, type ThemeTyped } from './theme-form.tsx'
import type { NamedTheme } from './theme-notices.tsx'
import { ThemePages } from './theme-pages.tsx'
import { SplitTheme } from './theme-splitting.tsx'

type Doing = 'edit' | 'move' | 'merge' | 'split' | 'retire' | 'restore'

export type DeskTheme = {
  id: string
  code: string
  parentId: string | null
  title: LocalisedText
  definition: LocalisedText
  include: LocalisedText | null
  exclude: LocalisedText | null
  standardAnswer: LocalisedText | null
  assigneeId: string | null
  retiredAt: Date | null
  mergedInto: string | null
  seen: string
}

type ThemeDeskProps = {
  theme: DeskTheme
  doing: Doing | null
  refused: { errors: FieldProblem[]; typed: ThemeTyped; problem: string | null } | null
  mayWrite: boolean
  formKey: string
  keys: { up: string; down: string }
  staff: Option[]
  parents: Option[]
  targets: Option[]
  steps: { up: string | undefined; down: string | null | undefined }
  tagged: {
    passages: readonly { id: string; text: string; lang: string; senderName: string }[]
    total: number
    page: number
    pages: number
  }
  into: NamedTheme | null
  self: string
}

/** What is being done with a theme, or the ways to begin. Nothing for those who only read. */
export function ThemeDesk(props: ThemeDeskProps) {
  const { theme, doing, refused, mayWrite, formKey, self, tagged, into } = props
  const t = useTranslations('workbench.theme')
  const locale = useLocale()
  if (!mayWrite) return null
  const form = { formKey, typed: refused?.typed ?? null, errors: refused?.errors ?? [], cancel: self }
  const stale = refused?.problem === 'changed-meanwhile'
  // What somebody else has taken out of use meanwhile has no form any more, but a sentence.
  if (refused && (doing === null || (theme.retiredAt && doing !== 'restore')))
    return (
      <>
        <ErrorSummary heading={t('notDone')} errors={refused.errors} />
        <Ways {...props} />
      </>
    )
  switch (doing) {
    case 'edit':
      return (
        <>
          {stale && (
            <Alert tone="warning" heading={t('standing')}>
              <p>{t('standingText')}</p>
              <p className="in-lines">
                {`${theme.code} ${pick(theme.title, locale).text}\n${pick(theme.definition, locale).text}`}
              </p>
            </Alert>
          )}
          <ThemeForm {...form} theme={theme} parents={null} staff={props.staff} />
        </>
      )
    case 'move':
      return (
        <MoveTheme
          {...form}
          parents={props.parents}
          parentId={theme.parentId}
          {...props.steps}
          keys={props.keys}
        />
      )
    case 'merge':
      return (
        <MergeTheme
          {...form}
          code={theme.code}
          passages={tagged.total}
          targets={props.targets}
          chosen={into?.id}
        />
      )
    case 'retire':
    case 'restore':
      return <RetireTheme {...form} retired={theme.retiredAt !== null} passages={tagged.total} />
    case 'split':
      return (
        <>
          <SplitTheme
            {...form}
            passages={tagged.passages}
            total={tagged.total}
            into={into && { id: into.id, code: into.code, title: pick(into.title, locale).text }}
          />
          <ThemePages
            label={t('pagesOfPassages')}
            {...tagged}
            href={(page) => `${self}?do=split${into ? `&into=${into.id}` : ''}&page=${page}`}
          />
        </>
      )
    default:
      return <Ways {...props} />
  }
}

/** The ways to change a theme: what is out of use can only come back, and what was merged cannot. */
function Ways({ theme, self, tagged }: ThemeDeskProps) {
  const t = useTranslations('workbench.theme')
  const way = (doing: Doing, label: string) => (
    <LinkButton variant="secondary" size="sm" href={`${self}?do=${doing}`}>
      {label}
    </LinkButton>
  )
  if (theme.mergedInto) return null
  if (theme.retiredAt) return <div className="in-row">{way('restore', t('restoreDo'))}</div>
  return (
    <nav className="in-row" aria-label={t('actions')}>
      <LinkButton size="sm" href={`${self}?do=edit`}>
        {t('edit')}
      </LinkButton>
      {way('move', t('moveShort'))}
      {way('merge', t('mergeShort'))}
      {tagged.total > 0 && way('split', t('splitShort'))}
      {way('retire', t('retireShort'))}
    </nav>
  )
}
