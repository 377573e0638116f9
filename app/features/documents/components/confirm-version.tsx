import { useTranslations } from 'use-intl/react'
import { Button } from '#app/ui/button.tsx'
import { Alert } from '#app/ui/message.tsx'
import { Panel } from '#app/ui/panel.tsx'

type PublishProps = {
  number: number
  blocks: number
  missing: { nb: number; nn: number }
  translated: { en: number; sv: number }
  /** The address anyone will find it at. */
  address: string
  /** The strategy itself is not public yet, so nothing of it is. */
  strategyHidden: boolean
  roundNumber: number | null
  seen: string
  formKey: string
  base: string
}

/** Says what publishing does before it is done. */
export function ConfirmPublishing(props: PublishProps) {
  const t = useTranslations('workbench.version')
  const { number, blocks, missing, translated, seen, formKey, base } = props
  if (blocks === 0)
    return (
      <Panel id="publish" heading={t('publishHeading', { number })}>
        <p>{t('problems.empty')}</p>
        <p>
          <a href={base}>{t('back')}</a>
        </p>
      </Panel>
    )
  return (
    <Panel id="publish" heading={t('publishHeading', { number })}>
      <div className="in-stack in-stack--3 in-measure">
        <p>{t('publishText', { count: blocks })}</p>
        <p>
          {t(props.strategyHidden ? 'publishAtLater' : 'publishAt')} <code>{props.address}</code>
        </p>
        <p>
          {props.roundNumber === null
            ? t('publishNoRound')
            : t('publishRound', { number: props.roundNumber })}{' '}
          <a href={`${base}&view=about`}>{t('changeAbout')}</a>
        </p>
        <p>
          {t('translated', { ...translated, of: blocks })} {t('translatedFrozen')}
        </p>
        {missing.nb + missing.nn > 0 && (
          <Alert tone="warning" heading={t('publishMissing')} level={3}>
            <p>
              {missing.nn > 0 && t('missingNn', { count: missing.nn, of: blocks })}{' '}
              {missing.nb > 0 && t('missingNb', { count: missing.nb, of: blocks })} {t('bothOwed')}
            </p>
          </Alert>
        )}
        <form method="post" action={`${base}&view=publish`}>
          <input type="hidden" name="act" value="publish" />
          <input type="hidden" name="key" value={formKey} />
          <input type="hidden" name="seen" value={seen} />
          <div className="in-row">
            <Button>{t('publishYes', { number })}</Button>
            <a href={base}>{t('back')}</a>
          </div>
        </form>
      </div>
    </Panel>
  )
}

type DiscardProps = Pick<PublishProps, 'number' | 'blocks' | 'seen' | 'formKey' | 'base'>

/** Asks before a version that is being written is thrown away. */
export function ConfirmDiscarding({ number, blocks, seen, formKey, base }: DiscardProps) {
  const t = useTranslations('workbench.version')
  return (
    <Panel id="discard" heading={t('discardHeading', { number })}>
      <form method="post" action={`${base}&view=discard`} className="in-stack in-stack--3 in-measure">
        <p>{t('discardText', { count: blocks })}</p>
        <input type="hidden" name="act" value="discard" />
        <input type="hidden" name="key" value={formKey} />
        <input type="hidden" name="seen" value={seen} />
        <div className="in-row">
          <Button danger>{t('discardYes', { number })}</Button>
          <a href={base}>{t('back')}</a>
        </div>
      </form>
    </Panel>
  )
}
