import { createElement, type ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { IntlProvider } from 'use-intl/react'
import { documentPath, inputPath, strategyPath } from '#app/features/strategies/address.ts'
import { catalogue } from '#app/messages/catalogue.ts'
import { timeZone, translator } from '#app/messages/translator.ts'
import { type Locale, pathIn } from '#app/platform/locale.ts'
import { pick } from '#app/platform/localised-text.ts'
import { PrintedDocument, type PrintedDocumentProps } from './components/printed-document.tsx'
import { PrintedInput, type PrintedInputProps } from './components/printed-input.tsx'
import { PrintedRegister, type PrintedRegisterProps } from './components/printed-register.tsx'
import { blocksOf } from './print-blocks.ts'
import { readMarkup } from './print-markup.server.ts'
import type { PrintOfPage } from './prints.server.ts'

// What is printed is what the page says: the same components, read again as blocks of a paper. So no rule of what the public
// may read, and none of how it is said, stands in two places.

type Reader = { locale: Locale; origin: string }

/** A version of a document as a file to print. */
export function documentPrint(shown: Omit<PrintedDocumentProps, 'path'>, reader: Reader): PrintOfPage {
  const { document, strategy, version } = shown.page
  const page = documentPath(strategy.slug, document.slug, version.number)
  const path = pathIn(reader.locale, page)
  const [title, edition] = [pick(document.title, reader.locale).text, pick(version.title, reader.locale).text]
  const drawn = createElement(PrintedDocument, { ...shown, path })
  return printOf(drawn, { page, title: `${title}, ${edition}`, edition, contents: true }, reader)
}

/** What the register says of a strategy as a file to print. */
export function registerPrint(shown: Omit<PrintedRegisterProps, 'address'>, reader: Reader): PrintOfPage {
  const { locale, origin } = reader
  const page = strategyPath(shown.strategy.slug)
  const register = translator(locale, 'public')('strategy.register')
  const address = origin + pathIn(locale, page)
  const drawn = createElement(PrintedRegister, { ...shown, address })
  const title = `${pick(shown.strategy.title, locale).text} – ${register}`
  return printOf(drawn, { page, title, edition: register }, reader)
}

/** A published input as a file to print. */
export function inputPrint(shown: PrintedInputProps, reader: Reader): PrintOfPage {
  const { input, round } = shown
  const page = inputPath(round.strategy.slug, round.slug, input.id)
  const strategy = pick(round.strategy.title, reader.locale).text
  const t = translator(reader.locale, 'public')
  const { name } = input.sender
  const title = name === null ? t('input.titlePerson') : t('input.title', { name })
  const drawn = createElement(PrintedInput, { ...shown, title })
  return printOf(drawn, { page, title: `${title} – ${strategy}` }, reader)
}

type About = { page: string; title: string; edition?: string; contents?: boolean }

// With fewer headings one finds one's way without a list of them.
const fewestListed = 6

function printOf(
  drawn: ReactElement,
  { page, title, edition, contents }: About,
  { locale, origin }: Reader,
): PrintOfPage {
  const provider = { locale, messages: catalogue[locale], timeZone, children: drawn }
  const html = renderToStaticMarkup(createElement(IntlProvider, provider))
  const blocks = blocksOf(readMarkup(html), { lang: locale, origin })
  const listed = blocks.filter((block) => block.kind === 'heading' && block.level === 1).length
  const t = translator(locale, 'public')
  return {
    page,
    print: {
      ...{ lang: locale, title, blocks },
      contents: contents && listed >= fewestListed ? t('document.contents') : null,
      ...{ address: origin + pathIn(locale, page), edition: edition ?? '' },
      sheet: t('print.sheet', { page: '{page}', pages: '{pages}' }),
    },
  }
}
