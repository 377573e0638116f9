import { RemixBrowser } from '@remix-run/react'
import { startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'

// Chromium knows no nynorsk and would write dates and numbers as in the browser's own language. Bokmål writes
// them alike, and as the server did.
if (Intl.DateTimeFormat.supportedLocalesOf('nn').length === 0)
  Object.assign(Intl, {
    DateTimeFormat: knowingNynorsk(Intl.DateTimeFormat),
    ListFormat: knowingNynorsk(Intl.ListFormat),
    NumberFormat: knowingNynorsk(Intl.NumberFormat),
    PluralRules: knowingNynorsk(Intl.PluralRules),
  })

function knowingNynorsk<Format extends abstract new (...given: never[]) => object>(format: Format) {
  return new Proxy(format, {
    construct: (target, [locale, ...rest]) =>
      Reflect.construct(target, [String(locale) === 'nn' ? 'nb' : locale, ...rest]),
  })
}

startTransition(() => {
  hydrateRoot(document, <RemixBrowser />)
})
