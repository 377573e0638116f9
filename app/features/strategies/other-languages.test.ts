import { expect, test } from 'vitest'
import { z } from 'zod'
import { parseForm } from '../../platform/http/form.server.ts'
import { inOtherLanguages } from './other-languages.ts'
import { lineOver } from './written.ts'

const schema = z.object({
  titleNb: z.string().default(''),
  ...inOtherLanguages('title', 5, 'tooLong'),
})

function sent(fields: Record<string, string>) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  return parseForm(form, schema)
}

function titleAfter(fields: Record<string, string>) {
  const read = sent(fields)
  if ('errors' in read) return read.errors
  const { titleNb, titleEn, titleSv } = read.value
  return lineOver({ nb: 'Før', en: 'Before', sv: 'Innan' }, titleNb, '', titleEn, titleSv)
}

test('a field that is sent empty takes the text away, and one that is not sent leaves it', () => {
  expect(titleAfter({ titleNb: 'Nå', titleEn: '', titleSv: 'Nu' })).toEqual({ nb: 'Nå', sv: 'Nu' })
  expect(titleAfter({ titleNb: 'Nå', titleSv: ' ' })).toEqual({ nb: 'Nå', en: 'Before' })
  expect(titleAfter({ titleNb: 'Nå' })).toEqual({ nb: 'Nå', en: 'Before', sv: 'Innan' })
})

test('a text that is too long is told by its field, and what is no text is not read', () => {
  expect(titleAfter({ titleNb: 'Nå', titleSv: 'längre' })).toEqual({ titleSv: ['tooLong'] })
  const twice = new FormData()
  for (const value of ['En', 'To']) twice.append('titleEn', value)
  expect(parseForm(twice, schema)).toHaveProperty('errors.titleEn')
})
