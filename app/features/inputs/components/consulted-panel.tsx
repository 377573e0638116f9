import { useTranslations } from 'use-intl/react'
import { Localised } from '#app/ui/localised.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { commentingPath } from '../address.ts'
import type { Consulted } from '../comments.server.ts'

type ConsultedPanelProps = { slug: string; inputId: string; consulted: readonly Consulted[] }

/** The way to the draft the round asks about, with how much has been said of it. Nothing where no draft was put out. */
export function ConsultedPanel({ slug, inputId, consulted }: ConsultedPanelProps) {
  const t = useTranslations('workspace.comments')
  if (consulted.length === 0) return null
  return (
    <Panel>
      {consulted.map(({ id, title, documentTitle, comments }) => (
        <p key={id}>
          <a href={commentingPath(slug, inputId, id)}>
            {t('toDraft')}: <Localised text={documentTitle} />, <Localised text={title} />
          </a>{' '}
          <span className="in-small in-muted">{t('countOn', { count: comments })}</span>
        </p>
      ))}
    </Panel>
  )
}
