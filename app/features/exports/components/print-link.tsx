import { useLocale, useTranslations } from 'use-intl/react'
import { formatTag } from '#app/platform/locale.ts'
import { PrinterIcon } from '#app/ui/icons.tsx'
import { exactSize } from '../print.ts'

/** A printed page on offer: its address, and the exact size of the file where that is known. */
export type OfferedPrint = { href: string; size: number | null }

/** The way to a page as a file to print, with its format and exact size; `register`: of part of the page only. */
export function PrintLink({ print: { href, size }, register }: { print: OfferedPrint; register?: boolean }) {
  const t = useTranslations('public.print')
  const locale = useLocale()
  const what = t(register ? 'registerForPrint' : 'forPrint')
  const words = size === null ? 'link' : 'linkSized'
  return (
    <p className="in-printlink in-noprint">
      <PrinterIcon />
      <a href={href} type="application/pdf" rel="alternate" download>
        {t(words, { what, size: size === null ? '' : exactSize(size, formatTag(locale)) })}
      </a>
    </p>
  )
}
