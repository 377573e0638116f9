import { getDocumentProxy } from 'unpdf'

type Item = { type?: string; tag?: string; str?: string; hasEOL?: boolean; transform?: number[] }

/**
 * What a PDF says from each of its named places to the next, as it is drawn: by the address the words have on the page. What
 * is drawn beside (artifacts: the foot of the sheet) and what stands before items (bullets, numbers) is left out.
 */
export async function readByPlace(bytes: Buffer) {
  const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 })
  const places: { id: string; page: number; y: number }[] = []
  for (const [id, place] of Object.entries(await pdf.getDestinations())) {
    // Those of the table of contents stand where the addresses of headings do.
    if (/^p\d+$/.test(id)) continue
    const [sheet, , , y] = place as [never, unknown, unknown, number]
    places.push({ id, page: (await pdf.getPageIndex(sheet)) + 1, y })
  }
  places.sort((a, b) => a.page - b.page || b.y - a.y)
  const words = new Map<string, string>()
  for (let page = 1; page <= pdf.numPages; page++) {
    const { items } = await (await pdf.getPage(page)).getTextContent({ includeMarkedContent: true })
    const open: string[] = []
    for (const { type, tag = '', str = '', hasEOL, transform } of items as Item[]) {
      if (type?.startsWith('beginMarkedContent')) open.push(tag)
      else if (type === 'endMarkedContent') open.pop()
      else if (!open.includes('Artifact') && !open.includes('Lbl')) {
        const y = transform?.[5] ?? 0
        const id = places.findLast((one) => one.page < page || (one.page === page && one.y >= y))?.id ?? ''
        words.set(id, `${words.get(id) ?? ''}${str}${hasEOL ? ' ' : ''}`)
      }
    }
  }
  return words
}

/** Words without regard to how they are spaced: lines are broken elsewhere on paper. */
export const unspaced = (text: string) => text.replace(/\s+/g, '')

/** What stands on the page under an address, as anybody sees it: without what is for screens, or hidden. */
export function onPage(html: string, id: string): string {
  const from = html.indexOf(`id="${id}"`)
  const tag = html.slice(html.lastIndexOf('<', from) + 1, from).split(/\s/)[0] ?? ''
  let [depth, at] = [1, html.indexOf('>', from) + 1]
  const parts = new RegExp(`<(/?)${tag}\\b`, 'g')
  parts.lastIndex = at
  for (let part = parts.exec(html); part && depth > 0; part = parts.exec(html)) {
    depth += part[1] ? -1 : 1
    at = depth === 0 ? part.index : at
  }
  return html
    .slice(html.indexOf('>', from) + 1, at)
    .replace(/<svg.*?<\/svg>/gs, '')
    .replace(/<(p|a|span|caption)\b[^>]*class="[^"]*in-(noprint|sr)\b[^"]*"[^>]*>.*?<\/\1>/gs, '')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&')
}
