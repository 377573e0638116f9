import { useTranslations } from 'use-intl/react'
import { Table } from '#app/ui/table.tsx'

// What is typed is the same in every written language of the service; the words are translated.
const ways = [
  'word',
  'words',
  'phrase',
  'or',
  'not',
  'parentheses',
  'beginning',
  'part',
  'similar',
  'near',
  'sender',
  'language',
] as const

/** How one may search: what to type, and what it finds. */
export function HowToSearch() {
  const t = useTranslations('public.search.howTo')
  return (
    <details className="in-howto in-noprint">
      <summary>{t('title')}</summary>
      <div className="in-stack in-stack--3">
        <p className="in-meta">{t('lead')}</p>
        <Table caption={t('title')} captionHidden>
          <thead>
            <tr>
              <th scope="col">{t('type')}</th>
              <th scope="col">{t('finds')}</th>
            </tr>
          </thead>
          <tbody>
            {ways.map((way) => (
              <tr key={way}>
                <th scope="row">
                  <code>{t(`${way}.type`)}</code>
                </th>
                <td>{t(`${way}.finds`)}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      </div>
    </details>
  )
}
