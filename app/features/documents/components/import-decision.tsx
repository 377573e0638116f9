import { useTranslations } from 'use-intl/react'
import { Button } from '#app/ui/button.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { kindKey } from './block-name.tsx'

/** Where an import and the text it is to fill part: a kind, or null where one of them has ended. */
export type Parting = { at: number; inFile: string | null; inVersion: string | null; words: string }

type ImportDecisionProps = {
  action: string
  keys: { take: string; discard: string }
  seen: string
  lang: 'nb' | 'nn'
  blocks: number
  /** The version that is being written, if it has any text. */
  writing: { number: number; blocks: number } | null
  /** The number a new version gets, or the empty one has. */
  next: number
  parting: Parting | null
}

/** Takes an import in, in one of the ways that are open, or throws it away. */
export function ImportDecision(props: ImportDecisionProps) {
  const t = useTranslations('workbench.import')
  const { action, keys, seen, lang, blocks, writing, next, parting } = props
  return (
    <Panel id="decision" heading={t('decide')}>
      <div className="in-stack in-stack--3 in-measure">
        <form method="post" action={action} className="in-stack in-stack--3">
          <input type="hidden" name="act" value="take" />
          <input type="hidden" name="key" value={keys.take} />
          <input type="hidden" name="seen" value={seen} />
          {!writing && (
            <>
              <p>{t('takeText', { count: blocks, number: next })}</p>
              <Button name="how" value="new">
                {t('take', { number: next })}
              </Button>
            </>
          )}
          {writing && (
            <>
              {parting ? (
                <PartingText parting={parting} lang={lang} number={writing.number} />
              ) : (
                <>
                  <p>{t(`fillText.${lang}`, { count: blocks, number: writing.number })}</p>
                  <Button name="how" value="fill">
                    {t(`fill.${lang}`)}
                  </Button>
                </>
              )}
              <p>{t('replaceText', { count: writing.blocks, number: writing.number })}</p>
              <Button name="how" value="replace" variant="secondary" danger>
                {t('replace', { number: writing.number })}
              </Button>
            </>
          )}
        </form>
        <form method="post" action={action}>
          <input type="hidden" name="act" value="discard" />
          <input type="hidden" name="key" value={keys.discard} />
          <Button variant="tertiary">{t('discard')}</Button>
        </form>
      </div>
    </Panel>
  )
}

function PartingText({ parting, lang, number }: { parting: Parting; lang: 'nb' | 'nn'; number: number }) {
  const t = useTranslations('workbench.import')
  const kinds = useTranslations('workbench.version.kinds')
  const named = (kind: string | null) => (kind ? kinds(kindKey(kind)).toLowerCase() : t('nothing'))
  const { at, inFile, inVersion, words } = parting
  return (
    <p>
      {t(`cannotFill.${lang}`, { number, at, inFile: named(inFile), inVersion: named(inVersion) })}{' '}
      {words && t('partsAt', { words })}
    </p>
  )
}
