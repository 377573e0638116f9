import type { Actor } from '#app/features/identity/actor.ts'
import { keyWith } from '#app/platform/http/idempotency.server.ts'
import { markPassage, remarkPassage, unmarkPassage } from './marks.server.ts'
import { joinPassages, makeSpan, splitPassage } from './passages-made.server.ts'
import { restorePassage } from './passages-restored.server.ts'
import type { Deed, Done } from './reading-done.ts'
import type { CuttingForm, ReadingForm, TaggingForm } from './reading-forms.ts'
import { markRead, unmarkRead } from './reading-marks.server.ts'
import { tagPassage, untag } from './tagging.server.ts'
import { retag, takePosition, takeStance } from './tagging-positions.server.ts'

/** What came of it: the input, the passage one goes on from, and what was done; null when it was so already. */
export type ReadingOutcome = { inputId: string; passageId: string | null; done: Done | null }

/** Does what somebody asks for while reading, whichever way it was asked. Refusals are those of the act itself. */
export function actOnReading(actor: Actor, form: ReadingForm) {
  return isCutting(form) ? cut(actor, form) : tag(actor, form)
}

const isCutting = (form: ReadingForm): form is CuttingForm =>
  form.act === 'split' || form.act === 'join' || form.act === 'span' || form.act === 'restore'

/** Puts a theme on a passage: the one act that everybody waits for, told apart so that it asks little. */
export async function actOfTagging(
  person: Pick<Actor, 'personId'>,
  { passage, theme, position }: Extract<TaggingForm, { act: 'tag' }>,
) {
  const outcome = await tagPassage(person, passage, theme, position ?? null)
  return 'refusal' in outcome
    ? outcome
    : deedOf(outcome, outcome.instead ? 'tagged-instead' : 'tagged', outcome.taggingId ?? '')
}

async function tag(actor: Actor, form: TaggingForm) {
  switch (form.act) {
    case 'tag':
      return actOfTagging(actor, form)
    case 'untag':
      return told(await untag(actor, form.tagging), 'untagged')
    case 'retag':
      return told(await retag(actor, form.tagging), 'tagged')
    case 'position': {
      const outcome = await takePosition(actor, form.tagging, form.position ?? null)
      if ('refusal' in outcome) return outcome
      return deedOf(outcome, 'positioned', outcome.taggingId, { was: outcome.was ?? 'none' })
    }
    case 'stance':
      return told(await takeStance(actor, form), 'stanced')
    case 'mark':
      return marked(await markPassage(actor, { ...form, key: keyWith(form.key, form) }), 'marked')
    case 'unmark':
      return marked(await unmarkPassage(actor, form.mark), 'unmarked')
    case 'remark':
      return marked(await remarkPassage(actor, form.mark), 'marked')
    default:
      return read(actor, form)
  }
}

async function read(actor: Actor, form: Extract<TaggingForm, { act: 'read' | 'unread' }>) {
  const which = { versionId: form.version, answerId: form.answer ?? null }
  const outcome = await (form.act === 'read' ? markRead(actor, which) : unmarkRead(actor, which))
  if ('refusal' in outcome) return outcome
  const made = { inputId: outcome.inputId, passageId: null, made: outcome.changed > 0 }
  return deedOf(made, form.act, form.version, form.answer ? { answer: form.answer } : {})
}

async function cut(actor: Actor, form: CuttingForm) {
  const given = { ...form, key: keyWith(form.key, form) }
  const [outcome, did] = await cutWith(actor, given)
  if ('refusal' in outcome) return outcome
  const { inputId, passageId } = outcome
  return deedOf({ inputId, passageId, made: passageId !== null }, did, passageId ?? '')
}

async function cutWith(actor: Actor, form: CuttingForm) {
  switch (form.act) {
    case 'split':
      return [await splitPassage(actor, form), 'split'] as const
    case 'join':
      return [await joinPassages(actor, form), 'joined'] as const
    case 'span':
      return [await makeSpan(actor, form), 'made'] as const
    case 'restore':
      return [await restorePassage(actor, form), 'restored'] as const
  }
}

type Made = { inputId: string; passageId: string | null; made: boolean }

function deedOf(
  { inputId, passageId, made }: Made,
  did: Deed,
  of: string,
  more: Partial<Done> = {},
): ReadingOutcome {
  return { inputId, passageId, done: made ? { did, of, ...more } : null }
}

function told<Refusal extends { refusal: string }>(
  outcome: Refusal | (Made & { taggingId: string | null }),
  did: Deed,
) {
  return 'refusal' in outcome ? outcome : deedOf(outcome, did, outcome.taggingId ?? '')
}

function marked<Refusal extends { refusal: string }>(
  outcome: Refusal | (Made & { markId: string | null }),
  did: Deed,
) {
  return 'refusal' in outcome ? outcome : deedOf(outcome, did, outcome.markId ?? '')
}
