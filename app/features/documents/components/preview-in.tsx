import { IntlProvider } from 'use-intl/react'
import { catalogue } from '#app/messages/catalogue.ts'
import { timeZone } from '#app/messages/translator.ts'
import type { Locale } from '#app/platform/locale.ts'
import { Panel } from '#app/ui/panel.tsx'
import type { WorkBlock } from '../work-block.ts'
import { DocumentReader } from './document-reader.tsx'

type PreviewInProps = { lang: Locale; blocks: readonly Omit<WorkBlock, 'id' | 'revision'>[]; path: string }

/** A text as a reader of a language will see it, on a page that is in another. */
export function PreviewIn({ lang, blocks, path }: PreviewInProps) {
  return (
    <Panel>
      <div lang={lang}>
        <IntlProvider locale={lang} messages={catalogue[lang]} timeZone={timeZone}>
          <DocumentReader blocks={blocks} path={path} />
        </IntlProvider>
      </div>
    </Panel>
  )
}
