import { RemixBrowser } from '@remix-run/react'
import { hydrateRoot } from 'react-dom/client'
import { fetchWords } from './messages/catalogue-in-browser.ts'

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

// React puts the text a page came with back into every textarea, also into one that was written in before React was
// there. It leaves those alone whose text is no longer the one that came.
function keepWritten(area: EventTarget | null) {
  if (area instanceof HTMLTextAreaElement) area.defaultValue = area.value
}
document.querySelectorAll('textarea').forEach(keepWritten)
document.addEventListener('input', ({ target }) => keepWritten(target), true)

/** Remix reads the page's data by making React wait. A field filled in meanwhile would break React for good. */
async function dataIsRead() {
  try {
    RemixBrowser({})
  } catch (waiting) {
    await waiting
  }
}

// In one go and not as a transition, so that nothing is filled in between two slices of it.
Promise.all([dataIsRead(), fetchWords(document.documentElement.lang, location.pathname)]).then(() =>
  hydrateRoot(document, <RemixBrowser />),
)
