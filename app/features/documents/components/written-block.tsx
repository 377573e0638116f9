import { useTranslations } from 'use-intl/react'
import { pick, type TextLanguage } from '#app/platform/localised-text.ts'
import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import { elementId, shownNumber } from '../paragraph.ts'
import type { WorkBlock } from '../work-block.ts'
import { mayJoin } from '../writing.ts'
import { useBlockName } from './block-name.tsx'

type WrittenBlockProps = {
  block: WorkBlock
  lang: TextLanguage
  mayWrite: boolean
  /** The languages it is to stand in. */
  owed: readonly TextLanguage[]
  neighbours: { before?: WorkBlock; after?: WorkBlock }
  done: string | null
  formKey: string
  base: string
}

const notices = ['edited', 'inserted', 'moved', 'joined', 'removed'] as const

/** A block as it will be read, what it lacks, and what can be done with it. */
export function WrittenBlock(props: WrittenBlockProps) {
  const { block, lang, mayWrite, owed, neighbours, done, formKey, base } = props
  const t = useTranslations('workbench.version')
  const name = useBlockName()(block)
  const what = notices.find((one) => one === done)
  const missing = owed.filter((one) => !block.text[one]?.trim())
  return (
    <>
      <Words block={block} lang={lang} />
      <div className="in-written__tools">
        {what && (
          <p role="status" className="in-written__done">
            {t(`done.${what}`)}
          </p>
        )}
        {missing.length > 0 && (
          <p className="in-muted">{missing.map((one) => t(`lacks.${one}`)).join(' · ')}</p>
        )}
        {mayWrite && (
          <>
            <a href={`${base}&edit=${block.id}#edit`}>
              {t('edit')}
              <span className="in-sr"> {name}</span>
            </a>
            <a href={`${base}&after=${block.id}#insert`}>
              {t('insertAfter')}
              <span className="in-sr"> {name}</span>
            </a>
            <details>
              <summary>
                {t('more')}
                <span className="in-sr"> {name}</span>
              </summary>
              <form method="post" action={base}>
                <input type="hidden" name="key" value={formKey} />
                <input type="hidden" name="block" value={block.id} />
                <input type="hidden" name="revision" value={block.revision} />
                {neighbours.before && <Act act="move-up" label={t('moveUp')} name={name} />}
                {neighbours.after && <Act act="move-down" label={t('moveDown')} name={name} />}
                {mayJoin(block, neighbours.after) && <Act act="join" label={t('join')} name={name} />}
                <a href={`${base}&remove=${block.id}#${elementId(block.anchor)}`}>
                  {t('remove')}
                  <span className="in-sr"> {name}</span>
                </a>
              </form>
              <form method="post" action={base} className="in-written__move">
                <input type="hidden" name="key" value={formKey} />
                <input type="hidden" name="block" value={block.id} />
                <input type="hidden" name="revision" value={block.revision} />
                <TextField name="to" id={`to-${block.id}`} label={t('moveAfter')} help={t('moveAfterHelp')} />
                <Act act="move-after" label={t('move')} name={name} />
              </form>
            </details>
          </>
        )}
      </div>
    </>
  )
}

function Act({ act, label, name }: { act: string; label: string; name: string }) {
  return (
    <Button name="act" value={act} variant="tertiary" size="sm">
      {label}
      <span className="in-sr"> {name}</span>
    </Button>
  )
}

function Words({ block, lang }: { block: WorkBlock; lang: TextLanguage }) {
  const t = useTranslations('workbench.version')
  const { text: words, lang: found } = pick(block.text, lang)
  const { kind } = block
  const number = shownNumber(block.anchor)
  const Tag = kind === 'heading' ? 'h2' : kind === 'subheading' ? 'h3' : 'p'
  const look = kind === 'heading' ? 'in-h2' : kind === 'subheading' ? 'in-h3' : undefined
  return (
    <>
      <span className="in-written__no">{number}</span>
      <div className={`in-written__text in-written__text--${kind}`} lang={found}>
        {kind === 'ambition' && (
          <p className="in-meta" lang={undefined}>
            {t('kinds.ambition')}
          </p>
        )}
        <Tag className={look}>{words}</Tag>
      </div>
    </>
  )
}
