import { useTranslations } from 'use-intl/react'
import { Button } from '#app/ui/button.tsx'
import { elementId } from '../paragraph.ts'
import type { WorkBlock } from '../work-block.ts'
import { useBlockName } from './block-name.tsx'

/** Asks before a block is taken away, where it stands. */
export function RemoveForm({ block, formKey, base }: { block: WorkBlock; formKey: string; base: string }) {
  const t = useTranslations('workbench.version')
  const name = useBlockName()(block)
  const here = `${base}#${elementId(block.anchor)}`
  return (
    <form method="post" action={base} className="in-written__form" aria-label={t('removing', { name })}>
      <p>{t('removeSure', { name })}</p>
      <input type="hidden" name="act" value="remove" />
      <input type="hidden" name="key" value={formKey} />
      <input type="hidden" name="block" value={block.id} />
      <input type="hidden" name="revision" value={block.revision} />
      <div className="in-row">
        <Button danger>{t('removeYes')}</Button>
        <a href={here}>{t('keep')}</a>
      </div>
    </form>
  )
}
