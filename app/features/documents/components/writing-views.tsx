import { useTranslations } from 'use-intl/react'
import { type Locale, locales } from '#app/platform/locale.ts'
import { LinkSwitch } from '#app/ui/link-switch.tsx'

/** What the page of a version can show. */
export const VERSION_VIEWS = ['text', 'preview', 'about', 'publish', 'discard'] as const
export type VersionView = (typeof VERSION_VIEWS)[number]

type WritingViewsProps = { view: VersionView; lang: Locale; path: string; mayWrite: boolean }

/** The ways of seeing a version that is written, and the language its text is shown in. */
export function WritingViews({ view, lang, path, mayWrite }: WritingViewsProps) {
  const t = useTranslations('workbench.version')
  const views = mayWrite ? (['text', 'preview', 'about', 'publish'] as const) : (['text', 'preview'] as const)
  return (
    <div className="in-row">
      <LinkSwitch
        label={t('viewsLabel')}
        links={views.map((one) => ({
          href: one === 'text' ? `${path}?lang=${lang}` : `${path}?lang=${lang}&view=${one}`,
          label: t(`views.${one}`),
          current: one === view,
        }))}
      />
      {(view === 'text' || view === 'preview') && (
        <LinkSwitch
          label={t('formsLabel')}
          links={locales.map((one) => ({
            href: `${path}?lang=${one}${view === 'preview' ? '&view=preview' : ''}`,
            label: t(`forms.${one}`),
            current: one === lang,
          }))}
        />
      )}
    </div>
  )
}
