import { getDocumentProxy } from 'unpdf'

export type Tagged = { role: string; page: number; text: string }
type Node = { role?: string; type?: string; id?: string; children?: Node[] }

const blocks = new Set(['H1', 'H2', 'H3', 'H4', 'H5', 'P', 'LBody', 'TH', 'TD', 'Caption'])

/** What a tagged PDF says, element by element in the order it is read aloud, and what is drawn beside that (artifacts). */
export async function readTagged(bytes: Buffer) {
  const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 })
  const elements: Tagged[] = []
  const headings: string[] = []
  const artifacts: { page: number; text: string }[] = []
  for (let page = 1; page <= pdf.numPages; page++) {
    const sheet = await pdf.getPage(page)
    const { items } = await sheet.getTextContent({ includeMarkedContent: true })
    const marked = new Map<string, string>()
    const open: (string | null)[] = []
    for (const item of items as {
      type?: string
      id?: string
      tag?: string
      str?: string
      hasEOL?: boolean
    }[]) {
      if (item.type === 'beginMarkedContentProps') open.push(item.id ?? item.tag ?? null)
      else if (item.type === 'beginMarkedContent') open.push(item.tag ?? null)
      else if (item.type === 'endMarkedContent') open.pop()
      else {
        const id = open.at(-1) ?? 'Artifact'
        marked.set(id, `${marked.get(id) ?? ''}${item.str ?? ''}${item.hasEOL ? ' ' : ''}`)
      }
    }
    for (const [id, text] of marked) if (id === 'Artifact') artifacts.push({ page, text })
    const wordsIn = (node: Node): string =>
      node.type === 'content'
        ? (marked.get(node.id ?? '') ?? '')
        : (node.children ?? []).map(wordsIn).join('')
    const walk = (node: Node) => {
      if (node.role && blocks.has(node.role))
        elements.push({ role: node.role, page, text: flat(wordsIn(node)) })
      else for (const child of node.children ?? []) walk(child)
    }
    const headingsIn = ({ role, children }: Node): string[] => [
      ...(role && /^H\d$/.test(role) ? [role] : []),
      ...(children ?? []).flatMap(headingsIn),
    ]
    const tree = (await sheet.getStructTree()) as Node | null
    if (tree) walk(tree)
    if (tree) headings.push(...headingsIn(tree))
  }
  const [outline, { info }] = [await pdf.getOutline(), await pdf.getMetadata()]
  return {
    elements,
    headings,
    artifacts,
    pages: pdf.numPages,
    outline,
    title: (info as { Title?: string }).Title,
  }
}

/** Words without regard to where lines were broken. */
export const flat = (text: string) => text.replace(/\s+/g, ' ').trim()
