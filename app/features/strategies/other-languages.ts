import { z } from 'zod'
import { keptEmpty } from '../../platform/http/kept-empty.ts'

type Field<Name extends string> = Record<`${Name}En` | `${Name}Sv`, z.ZodOptional<z.ZodString>>

/**
 * A text of a form in English and Swedish, beside the two written forms of Norwegian. A form that has no fields for them
 * leaves what stands (written.ts), and one whose field is empty takes the text away.
 */
export function inOtherLanguages<Name extends string>(name: Name, most: number, tooLong: string) {
  const field = keptEmpty(z.string().max(most, tooLong).optional())
  return { [`${name}En`]: field, [`${name}Sv`]: field } as Field<Name>
}
