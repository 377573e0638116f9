import { type Locale, pathIn } from '../../platform/locale.ts'
import { type LocalisedText, labelled, type TextLanguage } from '../../platform/localised-text.ts'
import { roundPath, strategyPath } from './address.ts'

/** A step on the way to a page: what it is called and where it is. */
export type TrailStep = { label: string; lang?: TextLanguage; href: string }

type Head = { slug: string; title: LocalisedText }

/** The step to a strategy's page. */
export const strategyStep = (strategy: Head, locale: Locale): TrailStep => ({
  ...labelled(strategy.title, locale),
  href: pathIn(locale, strategyPath(strategy.slug)),
})

/** The steps to a round's page; `label` is what the round is called in the reader's language. */
export const roundSteps = (round: { slug: string; strategy: Head }, label: string, locale: Locale) => [
  strategyStep(round.strategy, locale),
  { label, href: pathIn(locale, roundPath(round.strategy.slug, round.slug)) },
]

/** What the window of a page is called: the page, then what it is part of. */
export const trailTitle = (steps: readonly { label: string }[] = []) =>
  [...steps.map(({ label }) => label).reverse(), 'Innspill'].join(' – ')
