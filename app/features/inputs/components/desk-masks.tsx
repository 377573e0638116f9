import { Form } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import { Button } from '#app/ui/button.tsx'
import { useDates } from '#app/ui/dates.tsx'
import { Alert } from '#app/ui/message.tsx'
import { Panel } from '#app/ui/panel.tsx'
import type { Desk } from '../desk.server.ts'
import { useLegalBasis } from './legal-basis.tsx'

type DeskMasksProps = {
  desk: Desk
  base: string
  formKey: string
  /** The mask somebody is about to remove. */
  removing: string | null
  mayDecide: boolean
}

/** What is masked, with its words, by which law, why and by whom; and a way to remove each. */
export function DeskMasks({ desk, base, formKey, removing, mayDecide }: DeskMasksProps) {
  const t = useTranslations('workbench.publication')
  const { full } = useLegalBasis()
  const { moment } = useDates()
  const { masks, id: versionId } = desk.standing
  if (masks.length === 0) return null
  const places = new Map(desk.texts.map(({ id }, at) => [id, at]))
  const wordsOf = (mask: (typeof masks)[number]) =>
    [...(desk.texts.find(({ id }) => id === mask.answerId)?.text ?? '')]
      .slice(mask.startCp, mask.endCp)
      .join('')
  const inOrder = [...masks].sort(
    (a, b) => (places.get(a.answerId) ?? 0) - (places.get(b.answerId) ?? 0) || a.startCp - b.startCp,
  )
  return (
    <Panel id="masks" heading={t('masks', { count: masks.length })}>
      <ul className="in-list in-list--last">
        {inOrder.map((mask) => (
          <li key={mask.id} id={`skjerming-${mask.id}`} className="in-stack in-stack--1">
            <p lang={desk.standing.lang}>«{wordsOf(mask)}»</p>
            <p className="in-small">{full(mask.legalBasis)}</p>
            {mask.reason && <p className="in-small">{t('reasonWas', { reason: mask.reason })}</p>}
            <p className="in-small in-muted">
              {t('byAt', { name: mask.maskedBy, at: moment(mask.maskedAt) })}
            </p>
            {mayDecide && removing !== mask.id && (
              <p className="in-small">
                <a
                  href={`${base}&unmask=${mask.id}#skjerming-${mask.id}`}
                  aria-label={t('unmaskOf', { words: wordsOf(mask) })}
                >
                  {t('unmask')}
                </a>
              </p>
            )}
            {mayDecide && removing === mask.id && (
              <Alert tone="warning" level={3} heading={t('unmaskTitle')}>
                <p>{t(desk.standing.publishedAt ? 'unmaskText' : 'unmaskTextWaiting')}</p>
                <Form method="post" action={base} className="in-row">
                  <input type="hidden" name="act" value="unmask" />
                  <input type="hidden" name="key" value={formKey} />
                  <input type="hidden" name="version" value={versionId} />
                  <input type="hidden" name="mask" value={mask.id} />
                  <Button variant="secondary" size="sm" danger>
                    {t('unmaskYes')}
                  </Button>
                  <a href={`${base}#masks`}>{t('unmaskNo')}</a>
                </Form>
              </Alert>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
