import { useTranslations } from 'use-intl/react'
import { locales } from '#app/platform/locale.ts'
import { Alert } from '#app/ui/message.tsx'

const fields = { nb: 'nb', nn: 'nn', en: 'textEn', sv: 'textSv' } as const

type RefusedNoticeProps = { message: string; typed: Record<string, unknown> | null; keepWords: boolean }

/** Why a form was not accepted; with the words somebody wrote, where there is no longer a form to keep them in. */
export function RefusedNotice({ message, typed, keepWords }: RefusedNoticeProps) {
  const t = useTranslations('workbench.version')
  const words = locales.flatMap((lang) => {
    const own = keepWords && typed?.[fields[lang]]
    return typeof own === 'string' && own ? [{ lang, own }] : []
  })
  return (
    <Alert tone="danger" live>
      <p>{message}</p>
      {words.map(({ lang, own }) => (
        <div key={lang}>
          <p className="in-meta">{t(`yours.${lang}`)}</p>
          <blockquote lang={lang} className="in-written__saved">
            {own}
          </blockquote>
        </div>
      ))}
    </Alert>
  )
}
