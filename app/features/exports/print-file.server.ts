import { translator } from '#app/messages/translator.ts'
import { mediaTypes } from '#app/platform/files/file-kind.ts'
import { handOutBytes } from '#app/platform/files/handing-out.server.ts'
import { pathIn } from '#app/platform/locale.ts'
import type { OfferedPrint } from './components/print-link.tsx'
import { printFileName } from './print.ts'
import { PrintsBusy } from './print-drawing.server.ts'
import { type PrintOfPage, printFile, printSize } from './prints.server.ts'

/**
 * What a page says of the file it offers: where it is and how large. `name` is the last part of its address. A page whose
 * file is still being drawn is not `settled`, and says more the next time.
 */
export async function offerPrint(offered: PrintOfPage, name: 'document' | 'register' | 'input') {
  const { size, settled } = await printSize(offered)
  const print: OfferedPrint = { href: `${pathIn(offered.print.lang, offered.page)}/${name}.pdf`, size }
  return { print, settled }
}

/**
 * Hands out the file of a page as the page is now. Whoever keeps it asks anew before showing it again, because what it says
 * may be masked or taken away; search engines show the page. Where too many are drawn at once one is asked to come again.
 */
export async function handOutPrint(request: Request, offered: PrintOfPage): Promise<Response> {
  const { page, print } = offered
  try {
    const { bytes, sha256 } = await printFile(offered)
    const name = printFileName(print.title)
    const told = { bytes, sha256, mediaType: mediaTypes.pdf, name, kept: 'no-cache' }
    return handOutBytes(request, told, {
      'Content-Language': print.lang,
      Link: `<${pathIn(print.lang, page)}>; rel="canonical"`,
      'X-Robots-Tag': 'noindex',
    })
  } catch (error) {
    if (!(error instanceof PrintsBusy)) throw error
    return new Response(`${translator(print.lang, 'public')('print.busy')}\n`, {
      status: 503,
      headers: {
        'Content-Type': 'text/plain; charset=utf-8',
        'Cache-Control': 'no-store',
        'Retry-After': '10',
      },
    })
  }
}
