import { type Locale, pathIn } from '../../platform/locale.ts'
import {
  type LocalisedText,
  labelled,
  type TextLanguage,
  type TextPart,
} from '../../platform/localised-text.ts'
import { windowName } from '../../platform/window-name.ts'
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

type Step = TextPart & { href?: string }

/**
 * What a public loader gives of its way here: the steps, drawn above the page, and the name of its window, which is the page
 * and then what it is part of, unless it is given by other parts.
 */
export const trail = <One extends Step>(
  crumbs: One[],
  parts: readonly TextPart[] = crumbs.toReversed(),
  between?: string,
) => ({ crumbs, windowName: windowName(parts, between) })
