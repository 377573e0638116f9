import { useLocale, useTranslations } from 'use-intl/react'
import { WordChanges } from '#app/features/documents/components/word-changes.tsx'
import { elementId, shownNumber } from '#app/features/documents/paragraph.ts'
import { aPagesEffort } from '#app/features/documents/word-changes.ts'
import { documentPath } from '#app/features/strategies/address.ts'
import { pathIn } from '#app/platform/locale.ts'
import { pick } from '#app/platform/localised-text.ts'
import { useDates } from '#app/ui/dates.tsx'
import { inSentence, Localised } from '#app/ui/localised.tsx'
import {
  type ChainChange,
  type ChainPlace,
  type DrawnChange,
  type DrawnSide,
  drawChanges,
  placesByVersion,
} from '../chain.ts'

/** What a response did to the text: each paragraph before beside the paragraph after, changes marked word by word. */
export function ChainChanges({ changes }: { changes: readonly ChainChange[] }) {
  const locale = useLocale()
  return (
    <div className="in-stack in-stack--5">
      {drawChanges(changes, locale, aPagesEffort()).map((change) => (
        <DrawnPair key={change.key} change={change} />
      ))}
    </div>
  )
}

function DrawnPair({ change }: { change: DrawnChange }) {
  const t = useTranslations('public.heard')
  const { kind, before, after, version, notes } = change
  const locale = useLocale()
  return (
    <div className="in-drawn in-stack in-stack--2">
      <p className="in-meta">
        <strong>
          {kind === 'removed' && version
            ? t.rich('removedIn', { version: inSentence(version.title) })
            : t(`change.${kind}`)}
        </strong>
      </p>
      {(before.length > 0 || after.length > 0) && (
        <div className={before.length > 0 && after.length > 0 ? 'in-pair' : 'in-pair in-pair--one'}>
          {before.length > 0 && <Side sides={before} />}
          {after.length > 0 && <Side sides={after} />}
        </div>
      )}
      {notes.map((note) => (
        <p key={pick(note, locale).text} className="in-prelines in-measure">
          <Localised text={note} />
        </p>
      ))}
      {after.length > 0 && (
        <p className="in-row in-noprint">
          {after.map(({ place }) => (
            <PlaceLink key={place.id} place={place} />
          ))}
        </p>
      )}
    </div>
  )
}

function Side({ sides }: { sides: readonly DrawnSide[] }) {
  const { day } = useDates()
  const name = usePlaceName()
  return (
    <div>
      {sides.map(({ place, words, lang, fallback }) => (
        <div key={place.id} className="in-pair__part">
          <p className="in-pair__head">
            <strong>{name(place)}</strong>
            <span>{day(place.version.publishedAt)}</span>
          </p>
          <p lang={fallback ? lang : undefined} className="in-prelines">
            <WordChanges changes={words} />
          </p>
        </div>
      ))}
    </div>
  )
}

/** A paragraph in words: «Utkast 2, avsnitt 4.2». */
function usePlaceName() {
  const t = useTranslations('public.heard')
  return ({ version, anchor }: Pick<ChainPlace, 'anchor'> & { version: { title: ChainPlace['text'] } }) => {
    const number = shownNumber(anchor)
    const named = inSentence(version.title)
    return number ? t.rich('place', { version: named, number }) : t.rich('placePlain', { version: named })
  }
}

/** Where a paragraph stands in its document. */
export function usePlaceHref() {
  const locale = useLocale()
  return ({ strategy, document, version, anchor }: ChainPlace) =>
    `${pathIn(locale, documentPath(strategy, document.slug, version.number))}#${elementId(anchor)}`
}

function PlaceLink({ place }: { place: ChainPlace }) {
  const t = useTranslations('public.heard')
  const href = usePlaceHref()(place)
  const number = shownNumber(place.anchor)
  const version = inSentence(place.version.title)
  return <a href={href}>{number ? t.rich('readInAt', { number, version }) : t('readIn')}</a>
}

/** The paragraphs a response changed or took out, as links, a line for each version; nothing where none may be shown. */
export function ChangedPlaces({ changes }: { changes: readonly ChainChange[] }) {
  const t = useTranslations('public.heard')
  const after = changes.flatMap((change) => change.after ?? [])
  const gone = changes.flatMap(({ kind, before }) => (kind === 'removed' && before ? [before] : []))
  const lines = [
    ...placesByVersion(after).map((places) => ({ key: 'changedPlaces' as const, places })),
    ...placesByVersion(gone).map((places) => ({ key: 'removedPlaces' as const, places })),
  ]
  return lines.map(({ key, places: [first, ...others] }) => (
    <p key={`${key} ${first.id}`} className="in-meta">
      {t.rich(key, {
        version: inSentence(first.version.title),
        places: () => <PlaceLinks places={[first, ...others]} />,
      })}
    </p>
  ))
}

function PlaceLinks({ places }: { places: readonly ChainPlace[] }) {
  const t = useTranslations('public.heard')
  const href = usePlaceHref()
  return places.map((place, at) => {
    const number = shownNumber(place.anchor)
    return (
      <span key={place.id}>
        {at > 0 && ', '}
        <a href={href(place)}>{number ? t('paragraph', { number }) : t('unnumbered')}</a>
      </span>
    )
  })
}
