import { useTranslations } from 'use-intl/react'
import type { Icon } from '#app/ui/icon.tsx'
import { ArrowRightIcon, CogIcon, PencilIcon, TagIcon, TasklistSendIcon } from '#app/ui/icons.tsx'
import { Localised } from '#app/ui/localised.tsx'
import type { DemoPerson } from '../demo.server.ts'

const marks: Record<DemoPerson['part'], Icon> = {
  administrator: CogIcon,
  staff: TagIcon,
  submitter: TasklistSendIcon,
  contributor: PencilIcon,
}

/** The people a visitor of the demo may be; choosing one gives a one-time link, as a letter would. */
export function DemoPeople({ people, action }: { people: readonly DemoPerson[]; action: string }) {
  const t = useTranslations('auth.demo')
  return (
    <section className="in-stack in-stack--2" aria-labelledby="demo">
      <h2 className="in-h2" id="demo">
        {t('title')}
      </h2>
      <p className="in-meta">
        {t('text')} <a href="/mailbox">{t('mailbox')}</a>
      </p>
      <form method="post" action={action}>
        <ul className="in-list in-roles">
          {people.map(({ id, name, line, part }) => {
            const Mark = marks[part]
            return (
              <li key={id}>
                <button type="submit" name="person" value={id}>
                  <Mark />
                  <span>
                    <strong>{name}</strong>
                    <span className="in-meta">
                      <Localised text={line} />
                    </span>
                  </span>
                  <ArrowRightIcon />
                </button>
              </li>
            )
          })}
        </ul>
      </form>
    </section>
  )
}
