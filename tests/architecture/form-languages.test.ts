import { expect, test } from 'vitest'
import { z } from 'zod'

/**
 * Texts that are written in bokmål and nynorsk only. A finding is checked word by word against what was said; the
 * codebook, its answers to begin with and the words of quantity are tools of those who write in Norwegian.
 */
const NORWEGIAN_ONLY = ['findings', 'analysis', 'responses/forms.ts carryForm.definition']

const modules = import.meta.glob<Record<string, unknown>>(
  ['../../app/features/*/*form*.ts', '!../../app/features/*/*.test.ts'],
  { eager: true },
)

/** The fields of a form, of all its acts. */
function fieldsOf(schema: unknown): string[] {
  if (schema instanceof z.ZodObject) return Object.keys(schema.shape)
  if (schema instanceof z.ZodDiscriminatedUnion || schema instanceof z.ZodUnion)
    return schema.options.flatMap((option) => fieldsOf(option))
  if (schema instanceof z.ZodPipe) return fieldsOf(schema.in)
  return []
}

test('a form with a text in bokmål and nynorsk has it in English and Swedish too', () => {
  const lacking = Object.entries(modules).flatMap(([path, exported]) => {
    const [room = '', file = ''] = path.split('/').slice(-2)
    if (NORWEGIAN_ONLY.includes(room)) return []
    return Object.entries(exported).flatMap(([name, schema]) => {
      const fields = new Set(fieldsOf(schema))
      const texts = [...fields].flatMap((field) => /^(.+)Nn$/.exec(field)?.[1] ?? [])
      return texts
        .filter((text) => !fields.has(`${text}En`) || !fields.has(`${text}Sv`))
        .map((text) => `${room}/${file} ${name}.${text}`)
        .filter((text) => !NORWEGIAN_ONLY.includes(text))
    })
  })
  expect(lacking).toEqual([])
  expect(Object.keys(modules).length).toBeGreaterThan(20)
})
