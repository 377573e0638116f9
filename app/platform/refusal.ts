/** A rule said no: the reason is a kebab-case word that the page translates. */
export type Refused<Reason extends string = string> = { readonly refusal: Reason }

/** Says no with a reason, keeping the reason's own type. */
export function refuse<const Reason extends string>(reason: Reason): Refused<Reason> {
  return { refusal: reason }
}

/** Whether an outcome is a refusal; narrows both branches of a union. */
export function isRefusal<Outcome>(outcome: Outcome): outcome is Extract<Outcome, Refused> {
  return typeof outcome === 'object' && outcome !== null && 'refusal' in outcome
}
