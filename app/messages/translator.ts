import { createTranslator } from 'use-intl/core'
import type { Locale } from '../platform/locale.ts'
import { catalogue, type Messages } from './catalogue.ts'

export const timeZone = 'Europe/Oslo'

/** Translates outside React: page titles, letters. `translator('nn', 'auth')('title')`. */
export function translator<N extends keyof Messages>(locale: Locale, namespace: N) {
  return createTranslator<Messages, N>({ locale, messages: catalogue[locale], namespace, timeZone })
}
