import type { HeadersFunction, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import { PublicFrame } from '#app/features/discovery/components/public-frame.tsx'
import { LetterList } from '#app/features/identity/components/letter-list.tsx'
import { findDemoLetters } from '#app/features/identity/demo.server.ts'
import { translator } from '#app/messages/translator.ts'
import { answer } from '#app/platform/http/answer.server.ts'
import { Empty } from '#app/ui/empty.tsx'
import { PageHead } from '#app/ui/page-head.tsx'

export const headers: HeadersFunction = () => ({ 'Cache-Control': 'no-store' })

/** The letters of an installation that has no mail server because it is a demo. Elsewhere there is no such page. */
export async function loader() {
  return answer(await findDemoLetters())
}

export const meta: MetaFunction = () => [
  { title: `${translator('nb', 'auth')('mailbox.title')} – Innspill` },
  { name: 'robots', content: 'noindex' },
]

export default function Mailbox() {
  const { letters } = useLoaderData<typeof loader>()
  const t = useTranslations('auth.mailbox')
  return (
    <PublicFrame demo>
      <PageHead title={t('title')} lead={t('lead')} />
      {letters.length > 0 ? (
        <LetterList letters={letters} />
      ) : (
        <Empty heading={t('none')} action={{ href: '/sign-in', label: t('signIn') }}>
          {t('noneText')}
        </Empty>
      )}
    </PublicFrame>
  )
}
