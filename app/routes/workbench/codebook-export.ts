import type { LoaderFunctionArgs } from '@remix-run/node'
import { CODEBOOK_COLUMNS, COLUMN_NAMES } from '#app/features/analysis/codebook-file.ts'
import { findCodebook, listThemeTexts } from '#app/features/analysis/codebook-list.server.ts'
import { cellsOf, codebookQdc } from '#app/features/analysis/codebook-qdc.ts'
import { requireStaff } from '#app/features/identity/access.server.ts'
import { CSV_START, csvLine } from '#app/platform/files/csv.ts'
import { answer, denied, idParam } from '#app/platform/http/answer.server.ts'

/** The themes in use, as a table for spreadsheets or in the exchange form of programs for qualitative analysis. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireStaff(args)
  const strategyId = idParam(args.params.strategy)
  const { strategy, themes: tree } = answer(await findCodebook(actor, strategyId))
  const { format } = args.params
  if (format !== 'csv' && format !== 'qdc') throw denied('not-found')
  const texts = await listThemeTexts(strategyId)
  const themes = tree.flatMap((theme) => {
    const text = texts.find(({ id }) => id === theme.id)
    return text && !theme.retiredAt ? [{ ...text, colour: theme.colour, parentId: theme.parentId }] : []
  })
  // The exchange form has at least one code.
  if (format === 'qdc' && themes.length === 0) throw denied('not-found')
  const body =
    format === 'qdc'
      ? codebookQdc(themes)
      : CSV_START +
        [
          CODEBOOK_COLUMNS.map((column) => COLUMN_NAMES[column]),
          ...themes.map((theme) => {
            const cells = cellsOf(theme, themes)
            return CODEBOOK_COLUMNS.map((column) => cells[column])
          }),
        ]
          .map(csvLine)
          .join('')
  return new Response(body, {
    headers: {
      'Content-Type': format === 'qdc' ? 'application/xml; charset=utf-8' : 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="kodebok-${strategy.slug.replace(/[^a-z0-9-]/g, '')}.${format}"`,
      'Cache-Control': 'no-store',
    },
  })
}
