type Said = { id: string; said: { kind: string }; passages: readonly { id: string }[] }

/** Files that together say no more than this are shown with everything else. */
export const mostUnfolded = 200

/**
 * What a version says, for one page: the answers and comments whole, and of long files only the one that is asked for, or
 * that has the passage asked for. `folded` is how many passages of a file are not on the page. Passages keep their numbers.
 */
export function withFilesFolded<One extends Said>(
  answers: readonly One[],
  asked: { file: string | null; passage: string | null },
): (One & { folded: number })[] {
  const isFile = ({ said }: Said) => said.kind === 'attachment'
  const inFiles = answers.reduce((sum, one) => sum + (isFile(one) ? one.passages.length : 0), 0)
  return answers.map((one) => {
    const isAsked = one.id === asked.file || one.passages.some(({ id }) => id === asked.passage)
    const shown = !isFile(one) || inFiles <= mostUnfolded || isAsked
    return shown ? { ...one, folded: 0 } : { ...one, passages: [], folded: one.passages.length }
  })
}
