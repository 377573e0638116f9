import type { LocalisedText } from '#app/platform/localised-text.ts'
import { Localised } from '#app/ui/localised.tsx'

type ContactListProps = {
  strategies: readonly { slug: string; title: LocalisedText; contactEmail: string | null }[]
}

/** Whom to write to about each strategy. */
export function ContactList({ strategies }: ContactListProps) {
  return (
    <ul>
      {strategies.map(({ slug, title, contactEmail }) => (
        <li key={slug}>
          <Localised text={title} />: <a href={`mailto:${contactEmail}`}>{contactEmail}</a>
        </li>
      ))}
    </ul>
  )
}
