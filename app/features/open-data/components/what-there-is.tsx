import { useLocale, useTranslations } from 'use-intl/react'
import { pathIn } from '#app/platform/locale.ts'
import { Section } from '#app/ui/section.tsx'
import { DataTable } from '#app/ui/table.tsx'
import { apiPath } from '../api-address.ts'

/** What programs can fetch: what it holds, in which format, and where. */
export function WhatThereIs() {
  const t = useTranslations('public.openData.what')
  const locale = useLocale()
  const rows = [
    { key: 'api', format: 'JSON', href: `${apiPath}/openapi.json` },
    { key: 'csv', format: 'CSV', href: null },
    { key: 'feed', format: 'Atom', href: pathIn(locale, '/feed.atom') },
    { key: 'calendar', format: 'iCal', href: pathIn(locale, '/calendar.ics') },
    { key: 'catalogue', format: 'Turtle', href: '/catalog.ttl' },
    { key: 'sitemap', format: 'XML', href: '/sitemap.xml' },
  ] as const
  return (
    <Section id="finnes" heading={t('heading')}>
      <DataTable
        caption={t('caption')}
        captionHidden
        columns={[
          { key: 'content', label: t('content') },
          { key: 'format', label: t('format') },
          { key: 'address', label: t('address') },
        ]}
        rows={rows.map(({ key, format, href }) => ({
          key,
          cells: [
            t(key),
            format,
            href === null ? (
              t('csvWhere')
            ) : (
              <a key={href} className="in-link in-cite" href={href}>
                {href}
              </a>
            ),
          ],
        }))}
      />
    </Section>
  )
}
