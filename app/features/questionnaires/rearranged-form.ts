import type { QuestionFields } from './forms.ts'
import { rearranged, rowsOf } from './written-parts.ts'
import { PART_FIELDS } from './written-question.ts'

/**
 * A question's form as it is drawn again: with the rows moved as one of its buttons said ('options.up.2'), or as it was.
 * A button that nobody drew moves nothing.
 */
export function rearrangedForm(form: QuestionFields, button = ''): Record<string, unknown> {
  const { key: _, rearrange: __, required, importance, mostCharacters, fewest, most, ...words } = form
  const [field = '', how = '', at = ''] = button.split('.')
  const lists = PART_FIELDS.map((name) => {
    const rows = rowsOf(form[name])
    const drawn = name === field ? rearranged(rows, how, /^\d{1,3}$/.test(at) ? Number(at) : -1) : rows
    return [name, Object.fromEntries(drawn.map((row, place) => [place, row]))]
  })
  return {
    ...words,
    ...(required && { required: 'on' }),
    ...(importance && { importance: 'on' }),
    mostCharacters: mostCharacters === undefined ? '' : String(mostCharacters),
    fewest: fewest === undefined ? '' : String(fewest),
    most: most === undefined ? '' : String(most),
    ...Object.fromEntries(lists),
  }
}
