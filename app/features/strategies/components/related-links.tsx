import { useLocale, useTranslations } from 'use-intl/react'
import { pathIn } from '#app/platform/locale.ts'
import { Localised } from '#app/ui/localised.tsx'
import { strategyPath } from '../address.ts'
import type { PublishedRegister } from '../published-register.server.ts'

type Other = NonNullable<PublishedRegister['parent']>

/** The strategy this one is part of. */
export function Parent({ parent }: { parent: Other }) {
  const t = useTranslations('public.register')
  return (
    <>
      <StrategyLink strategy={parent} /> <span className="in-meta">{t('kinds', { kind: parent.kind })}</span>
    </>
  )
}

/** The strategies that are part of this one. */
export function Children({ strategies }: { strategies: readonly Other[] }) {
  return (
    <ul className="in-plain">
      {strategies.map((strategy) => (
        <li key={strategy.slug}>
          <Parent parent={strategy} />
        </li>
      ))}
    </ul>
  )
}

function StrategyLink({ strategy: { slug, title } }: { strategy: Pick<Other, 'slug' | 'title'> }) {
  return (
    <a href={pathIn(useLocale(), strategyPath(slug))}>
      <Localised text={title} />
    </a>
  )
}

/** More on the matter: what sort of thing it is, and the way there. */
export function RelatedLinks({ links }: { links: PublishedRegister['links'] }) {
  const t = useTranslations('public.register')
  return (
    <ul className="in-plain">
      {links.map(({ id, kind, title, href, related }) => (
        <li key={id}>
          {related ? (
            <StrategyLink
              strategy={{ slug: related.slug, title: Object.keys(title).length > 0 ? title : related.title }}
            />
          ) : (
            <a href={href ?? undefined}>
              <Localised text={title} />
            </a>
          )}{' '}
          <span className="in-meta">{t('linkKinds', { kind })}</span>
        </li>
      ))}
    </ul>
  )
}
