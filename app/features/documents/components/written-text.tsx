import { useTranslations } from 'use-intl/react'
import { locales } from '#app/platform/locale.ts'
import type { TextLanguage } from '#app/platform/localised-text.ts'
import { Empty } from '#app/ui/empty.tsx'
import { elementId } from '../paragraph.ts'
import type { Opened, Refused, WorkBlock } from '../work-block.ts'
import { BlockForm } from './block-form.tsx'
import { InsertForm } from './insert-form.tsx'
import { RemoveForm } from './remove-form.tsx'
import { WrittenBlock } from './written-block.tsx'

type WrittenTextProps = {
  blocks: readonly WorkBlock[]
  lang: TextLanguage
  mayWrite: boolean
  opened: Opened
  refused: Refused | null
  /** The block something was just done to, and what. */
  done: { block: string; what: string } | null
  formKey: string
  /** The page's own address; what is opened on it stands after `?`. */
  base: string
  importAt: string
}

/** The whole text as it will be read, numbers and all, with what can be done at each block. */
export function WrittenText(props: WrittenTextProps) {
  const { blocks, lang, mayWrite, opened, refused, done, formKey, base } = props
  const t = useTranslations('workbench.version')
  // A language that nothing is written in yet is said once, beside the contents, and not at every block.
  const owed = locales.filter((one) => blocks.some(({ text }) => text[one]?.trim()))
  const inserting = (after: string) =>
    mayWrite && opened.mode === 'insert' && opened.after === after ? (
      <InsertForm
        {...{ after, formKey, refused, base }}
        id={opened.landing}
        cancel={hrefAt(base, blocks, after)}
      />
    ) : null
  if (blocks.length === 0)
    return (
      <>
        {inserting('start') ?? (
          <Empty
            heading={t('empty')}
            action={mayWrite ? { href: `${base}&after=start#start`, label: t('writeFirst') } : undefined}
          >
            {t('emptyText')} {mayWrite && <a href={props.importAt}>{t('importInstead')}</a>}
          </Empty>
        )}
      </>
    )
  return (
    <div className="in-writing">
      {mayWrite && (
        <div id="start" className="in-writing__start">
          {inserting('start') ?? <a href={`${base}&after=start#start`}>{t('insertFirst')}</a>}
        </div>
      )}
      {blocks.map((block, place) => {
        const opens = opened.mode === 'edit' || opened.mode === 'remove' ? opened.block === block.id : false
        const shared = { block, lang, base, formKey }
        return (
          <div className="in-written" id={elementId(block.anchor)} key={block.id}>
            {opens && mayWrite && opened.mode === 'edit' ? (
              <BlockForm {...shared} refused={refused} />
            ) : (
              <WrittenBlock
                {...{ ...shared, mayWrite, owed }}
                neighbours={{ before: blocks[place - 1], after: blocks[place + 1] }}
                done={done?.block === block.id ? done.what : null}
              />
            )}
            {opens && mayWrite && opened.mode === 'remove' && <RemoveForm {...shared} />}
            {inserting(block.id)}
          </div>
        )
      })}
    </div>
  )
}

// Where one is when something that was opened is closed again.
function hrefAt(base: string, blocks: readonly WorkBlock[], id: string): string {
  const block = blocks.find((one) => one.id === id)
  return block ? `${base}#${elementId(block.anchor)}` : `${base}#start`
}
