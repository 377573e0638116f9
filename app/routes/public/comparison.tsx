import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useLocale, useTranslations } from 'use-intl/react'
import { findComparison } from '#app/features/documents/comparison.server.ts'
import { useChangeWords } from '#app/features/documents/components/change-words.tsx'
import {
  ChangedChapters,
  ComparisonChapters,
} from '#app/features/documents/components/comparison-chapters.tsx'
import { ComparisonHead, ComparisonLegend } from '#app/features/documents/components/comparison-head.tsx'
import { storiesOf } from '#app/features/responses/chain-lineage.server.ts'
import { changesPath, documentPath } from '#app/features/strategies/address.ts'
import { leadOn } from '#app/features/strategies/addressed.server.ts'
import { keptPage } from '#app/features/strategies/kept-page.server.ts'
import { strategyStep, trail } from '#app/features/strategies/trail.ts'
import { translator } from '#app/messages/translator.ts'
import { denied, slugParam } from '#app/platform/http/answer.server.ts'
import { localeOfPath, pathIn } from '#app/platform/locale.ts'
import { type LocalisedText, labelled } from '#app/platform/localised-text.ts'
import { Empty } from '#app/ui/empty.tsx'
import { inSentence } from '#app/ui/localised.tsx'
import { PageHead } from '#app/ui/page-head.tsx'

// "2" is a version; "02", "2x" and what else people may write is none.
const versionIn = (asked: string | undefined) => (/^[1-9]\d{0,5}$/.test(asked ?? '') ? Number(asked) : 0)

/** Kept for all readers, whatever else is asked for. */
export const handle = { kept: [] }

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const locale = localeOfPath(new URL(request.url).pathname)
  const { version, since } = params
  const [strategy, document] = [slugParam(params.strategy), slugParam(params.document)]
  const asked = { strategy, document, number: versionIn(version) }
  const found = await findComparison(
    { ...asked, since: since === undefined ? null : versionIn(since) },
    locale,
  )
  const page = found ?? (await leadOn({ request, params }))
  if ('elsewhere' in page) {
    if (!page.elsewhere) throw denied('not-found')
    const { number, since: earlier } = page.elsewhere
    throw redirect(pathIn(locale, changesPath(strategy, document, number, earlier)))
  }
  const at = (number: number) => pathIn(locale, documentPath(page.strategy.slug, page.document.slug, number))
  const t = translator(locale, 'public')
  const storiesIn = (number: number) => storiesOf(page.strategy.slug, page.document.slug, number, null)
  const [earlier, later] = await Promise.all([
    page.from ? storiesIn(page.from.number) : {},
    storiesIn(page.to.number),
  ])
  await keptPage({ params, context }, 'texts')
  return {
    page,
    stories: { from: earlier, to: later },
    paths: { from: page.from ? at(page.from.number) : '', to: at(page.to.number) },
    ...trail(
      [
        strategyStep(page.strategy, locale),
        { ...labelled(page.to.title, locale), href: at(page.to.number) },
        { label: t('changes.crumb') },
      ],
      [{ label: t('changes.crumb') }, labelled(page.document.title, locale), labelled(page.to.title, locale)],
      ', ',
    ),
  }
}

export default function ComparisonPage() {
  const { page, paths, stories } = useLoaderData<typeof loader>()
  const t = useTranslations('public.changes')
  const locale = useLocale()
  const { titled } = useChangeWords()
  const { from, to, compared } = page
  const named = (title: LocalisedText) => () => (
    <span lang={labelled(title, locale).lang}>{titled(title)}</span>
  )
  if (!from || !compared) {
    const name = named(to.title)
    return (
      <>
        <PageHead title={t.rich('titleFirst', { title: name })} />
        <Empty
          heading={t('firstHeading')}
          action={{ href: paths.to, label: t.rich('read', { title: name }) }}
        >
          {t('firstText')}
        </Empty>
      </>
    )
  }
  const sides = {
    from: {
      stories: stories.from,
      path: paths.from,
      title: inSentence(from.title),
      name: named(from.title),
    },
    to: { stories: stories.to, path: paths.to, title: inSentence(to.title), name: named(to.title) },
  }
  const { chapters, counts } = compared
  return (
    <>
      <ComparisonHead
        {...{ from, to, counts, sides }}
        strategy={page.strategy.slug}
        document={page.document.slug}
        versions={page.versions}
        confirmed={page.confirmed}
        texts={page.texts}
      />
      <ComparisonLegend {...{ counts, sides }} />
      <ChangedChapters chapters={chapters} />
      <ComparisonChapters {...{ chapters, sides }} />
    </>
  )
}
