import { z } from 'zod'
import { ASSIGNMENT_KINDS, mostShares } from './assignment.ts'

const key = z.uuid()
const id = z.uuid()
const due = z.string().max(40, 'due-unusable').default('')
const note = z.string().max(500, 'noteTooLong').default('')

/** Giving, changing, moving and ending. Days are as somebody wrote them. */
export const assigningForm = z.discriminatedUnion('act', [
  z.object({
    ...{ act: z.literal('assign'), key, kind: z.enum(ASSIGNMENT_KINDS), due, note },
    people: z.array(id).max(mostShares, 'too-many-people').default([]),
    question: id.optional(),
    theme: id.optional(),
    organisation: id.optional(),
  }),
  z.object({ act: z.literal('assign-themes'), key, due, note }),
  z.object({
    act: z.literal('change'),
    key,
    assignment: id,
    person: id,
    seen: z.string().max(600),
    due,
    note,
  }),
  z.object({ act: z.literal('end'), key, assignment: id }),
  z.object({ act: z.literal('end-division'), key }),
])

export type AssigningFields = z.output<typeof assigningForm>
export type AssignFields = Extract<AssigningFields, { act: 'assign' }>
export type ChangeFields = Extract<AssigningFields, { act: 'change' }>

/** Whether one wants the letter of the day. */
export const digestForm = z.object({ key, wanted: z.enum(['yes', 'no']) })
