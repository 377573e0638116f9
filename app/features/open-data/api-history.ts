import type { FieldChange, RegisterRecord } from '#app/features/strategies/revision.ts'
import type { Answer } from './api-schema.ts'
import type { RegisterRevision } from './api-schema-history.ts'
import { iso } from './api-values.ts'

type Told = Answer<typeof RegisterRevision>
type Value = Told['changes'][number]['before']
type Revision = { number: number; at: Date; first: boolean; changes: FieldChange[] }

/** A save of the register as its history tells of it: not by whom. */
export function revisionAnswer({ number, at, first, changes }: Revision): Told {
  return {
    ...{ number, at: iso(at), first },
    changes: changes.map(({ field, before, after }) => ({
      ...{ field, before: toldValue(field, before), after: toldValue(field, after) },
    })),
  }
}

function toldValue(field: FieldChange['field'], value: unknown): Value {
  if (field !== 'organisers') return (value ?? null) as Value
  // Bodies are known by name to those who read; our own ids lead nowhere.
  return (value as RegisterRecord['organisers']).map(({ name, role }) => ({ name, role }))
}
