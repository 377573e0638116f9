import type { BothForms } from '../content.ts'

export type PlanBlock = {
  kind: 'heading' | 'subheading' | 'paragraph' | 'ambition' | 'signature'
  unnumbered?: boolean
  text: BothForms
}

/** A plan of the demo. Years are told from the year it is seeded in; `on` is a month and a day of the first. */
export type PlanContent = {
  slug: string
  title: BothForms
  subtitle: BothForms
  owner: BothForms
  contact: string
  years: { from: number; to: number }
  version: BothForms
  note: BothForms
  adoption: {
    by: BothForms
    kind: 'official' | 'board'
    on: `${number}-${number}`
    caseNumber: string
    consultedWith: BothForms
  }
  blocks: PlanBlock[]
}

export const heading = (nb: string, nn: string): PlanBlock => ({ kind: 'heading', text: { nb, nn } })
export const subheading = (nb: string, nn: string): PlanBlock => ({ kind: 'subheading', text: { nb, nn } })
export const paragraph = (nb: string, nn: string): PlanBlock => ({ kind: 'paragraph', text: { nb, nn } })
export const ambition = (nb: string, nn: string): PlanBlock => ({ kind: 'ambition', text: { nb, nn } })
export const signature = (nb: string, nn: string): PlanBlock => ({ kind: 'signature', text: { nb, nn } })
export const foreword: PlanBlock = { kind: 'heading', unnumbered: true, text: { nb: 'Forord', nn: 'Forord' } }
