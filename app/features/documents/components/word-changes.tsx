import { Fragment } from 'react'
import type { WordChange } from '../word-changes.ts'

/** A text with what was put in and taken out, readable without colour: real `ins` and `del`. */
export function WordChanges({ changes }: { changes: readonly WordChange[] }) {
  let place = 0
  return changes.map(({ kind, text }, at) => {
    const key = place
    place += text.length + 1
    if (kind === 'removed') return <del key={key}>{text}</del>
    if (kind === 'same') return <Fragment key={key}>{text}</Fragment>
    // What replaces something does not stand glued to it.
    const before = changes[at - 1]
    const glued = before?.kind === 'removed' && !/\s$/.test(before.text) && !/^\s/.test(text)
    return (
      <Fragment key={key}>
        {glued && ' '}
        <ins>{text}</ins>
      </Fragment>
    )
  })
}
