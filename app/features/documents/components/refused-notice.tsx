import { useTranslations } from 'use-intl/react'
import { Alert } from '#app/ui/message.tsx'

type RefusedNoticeProps = { message: string; typed: Record<string, unknown> | null; keepWords: boolean }

/** Why a form was not accepted; with the words somebody wrote, where there is no longer a form to keep them in. */
export function RefusedNotice({ message, typed, keepWords }: RefusedNoticeProps) {
  const t = useTranslations('workbench.version')
  const words = (['nb', 'nn'] as const).filter(
    (lang) => keepWords && typeof typed?.[lang] === 'string' && typed[lang],
  )
  return (
    <Alert tone="danger" live>
      <p>{message}</p>
      {words.map((lang) => (
        <div key={lang}>
          <p className="in-meta">{t(lang === 'nb' ? 'yoursNb' : 'yoursNn')}</p>
          <blockquote lang={lang} className="in-written__saved">
            {String(typed?.[lang])}
          </blockquote>
        </div>
      ))}
    </Alert>
  )
}
