import { z } from 'zod'

type Field<Name extends string> = Record<`${Name}En` | `${Name}Sv`, z.ZodOptional<z.ZodString>>

/**
 * A text of a form in English and Swedish, beside the two written forms of Norwegian. A form that has no fields for them
 * leaves what stands (written.ts).
 */
export function inOtherLanguages<Name extends string>(name: Name, most: number, tooLong: string) {
  const field = z.string().max(most, tooLong).optional()
  return { [`${name}En`]: field, [`${name}Sv`]: field } as Field<Name>
}
