import { useTranslations } from 'use-intl/react'
import { useDates } from '#app/ui/dates.tsx'

type Letter = { id: string; to: string; subject: string; text: string; sentAt: Date }

/** Letters as they were sent. Their links lead to this site, whatever address the letter gives it. */
export function LetterList({ letters }: { letters: readonly Letter[] }) {
  const t = useTranslations('auth.mailbox')
  const { moment } = useDates()
  return (
    <ul className="in-list">
      {letters.map(({ id, to, subject, text, sentAt }) => (
        <li key={id} className="in-stack in-stack--2">
          <h2 className="in-h3">{subject}</h2>
          <p className="in-meta">{t('to', { to, at: moment(sentAt) })}</p>
          <div className="in-prose">
            {text.split(/\n{2,}/).map((paragraph) => (
              <p key={paragraph} className="in-prelines">
                {linked(paragraph)}
              </p>
            ))}
          </div>
        </li>
      ))}
    </ul>
  )
}

function linked(text: string) {
  return text.split(/(https?:\/\/\S+)/).map((part) => {
    if (!URL.canParse(part)) return part
    const { pathname, search } = new URL(part)
    return (
      <a key={part} href={pathname + search}>
        {part}
      </a>
    )
  })
}
