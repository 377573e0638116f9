import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { translator } from '#app/messages/translator.ts'
import type { Locale } from '#app/platform/locale.ts'
import { TableFigure } from './components/table-figure.tsx'
import { FIGURE_WIDTH, figureOf } from './figure.ts'
import type { WrittenTable } from './wording.ts'

/** The figure of a table as SVG, so wide; null where there is nothing to draw. */
export function drawFigure(table: WrittenTable, locale: Locale, width: number = FIGURE_WIDTH): string | null {
  const figure = figureOf(table, width)
  if (!figure) return null
  const t = translator(locale, 'workbench')
  return renderToStaticMarkup(
    createElement(TableFigure, {
      figure,
      number: (number) => t('tables.number', { number }),
      of: (of) => t('tables.ofNumber', { of }),
    }),
  )
}
