import type { Actor } from '#app/features/identity/actor.ts'
import { type Refused, refuse } from '#app/platform/refusal.ts'
import { listTexts } from './desk.server.ts'
import { type Candidate, pointedAt, rangesSent, rangeValue } from './desk.ts'
import { type DeskAnswer, type DeskForm, type DeskReason, deskProblem } from './desk-forms.ts'
import { placesOf } from './desk-proposals.ts'
import { maskVersion, unmask } from './masking.server.ts'
import { publicationOf, publishVersion } from './publication.server.ts'
import { liftWithholding, withholdVersion } from './withholding.server.ts'

/** What was done, and to how many stretches. */
export type DeskDone = { done: 'published' | 'masked' | 'unmasked' | 'withheld' | 'lifted'; count: number }

type Choosing = Extract<DeskForm, { act: 'mask' | 'find' }>

/** Does what the desk's form asks, or says why not, with what was typed and chosen. */
export async function decideAtDesk(
  actor: Actor,
  form: DeskForm,
): Promise<DeskDone | DeskAnswer | Refused<'not-found' | 'forbidden'>> {
  const { version, key } = form
  switch (form.act) {
    case 'publish':
      return told(form, 'published', await publishVersion(actor, version, key))
    case 'unmask':
      return told(form, 'unmasked', await unmask(actor, form.mask, key))
    case 'withhold':
      return told(form, 'withheld', await withholdVersion(actor, version, form, key))
    case 'lift':
      return told(form, 'lifted', await liftWithholding(actor, version, key))
    case 'find':
      return form.words.trim() === '' ? refused(form, 'words-missing') : look(actor, form)
    case 'mask':
      return mask(actor, form)
  }
}

async function mask(actor: Actor, form: Extract<DeskForm, { act: 'mask' }>) {
  // Words whose places nobody has seen are looked up first: the same word may stand where it is no secret.
  if (form.words.trim() !== '' && form.words !== form.looked) return look(actor, form)
  const ranges = rangesSent(form.range)
  if (ranges === null) return refused(form, 'outside')
  const { legalBasis, reason } = form
  const outcome = await maskVersion(actor, form.version, { ranges, legalBasis, reason }, form.key)
  if ('masked' in outcome) return { done: 'masked' as const, count: outcome.masked }
  return told(form, 'masked', outcome)
}

async function told(
  form: DeskForm,
  done: DeskDone['done'],
  outcome: object | Refused<DeskReason | 'not-found' | 'forbidden'>,
): Promise<DeskDone | DeskAnswer | Refused<'not-found' | 'forbidden'>> {
  if (!('refusal' in outcome)) return { done, count: 1 }
  const { refusal } = outcome
  return refusal === 'not-found' || refusal === 'forbidden' ? refuse(refusal) : refused(form, refusal)
}

async function look(actor: Actor, form: Choosing): Promise<DeskAnswer | Refused<'not-found'>> {
  const standing = await publicationOf(actor, form.version)
  if ('refusal' in standing) return standing
  const texts = await listTexts(form.version)
  const found = placesOf(texts, form.words, standing.masks)
  const values = new Set([...form.range, ...found.map(rangeValue)])
  return {
    act: 'find',
    typed: { ...typedIn(form), chosen: [...values], looked: form.words },
    candidates: await chosenPlaces(form.version, [...values]),
    found: found.length,
    problems: [],
  }
}

async function refused(form: DeskForm, reason: DeskReason): Promise<DeskAnswer> {
  const typed = typedIn(form)
  const candidates = await chosenPlaces(form.version, typed.chosen)
  return { act: form.act, typed, candidates, found: null, problems: [deskProblem(reason)] }
}

/** The places a form had chosen, with their words, so that it can come back as it was. */
export async function chosenPlaces(versionId: string, chosen: readonly string[]): Promise<Candidate[]> {
  if (chosen.length === 0) return []
  const ranges = chosen.flatMap((value) => rangesSent([value]) ?? [])
  return pointedAt(await listTexts(versionId), ranges)
}

function typedIn(form: DeskForm) {
  return {
    chosen: 'range' in form ? form.range : [],
    words: 'words' in form ? form.words : '',
    looked: 'looked' in form ? form.looked : '',
    legalBasis: 'legalBasis' in form ? form.legalBasis : '',
    reason: 'reason' in form ? form.reason : '',
  }
}
