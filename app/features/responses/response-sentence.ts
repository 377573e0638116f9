import { type Disposition, isDisposition } from './disposition.ts'

type Typed = Record<string, unknown>

/**
 * What is typed with a sentence to begin with put into it, in both written forms: after what stands there, and not a second
 * time. A sentence that is usual of a disposition chooses that one too, where none is chosen.
 */
export function withSentence(
  typed: Typed,
  sentence: { nb: string; nn: string },
  usualOf: Disposition | null,
): Typed {
  const chosen = typeof typed.disposition === 'string' && isDisposition(typed.disposition)
  return {
    ...typed,
    reasonNb: added(typed.reasonNb, sentence.nb),
    reasonNn: added(typed.reasonNn, sentence.nn),
    ...(!chosen && usualOf && { disposition: usualOf }),
  }
}

function added(typed: unknown, sentence: string): string {
  const words = typeof typed === 'string' ? typed : ''
  if (sentence === '' || words.replaceAll('\r\n', '\n').includes(sentence)) return words
  return words.trim() === '' ? sentence : `${words.trimEnd()}\n\n${sentence}`
}
