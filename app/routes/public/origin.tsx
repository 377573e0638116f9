import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useLocale, useTranslations } from 'use-intl/react'
import { elementId, shownNumber } from '#app/features/documents/paragraph.ts'
import { chainOfParagraph, findChainParagraph } from '#app/features/responses/chain.server.ts'
import { commentsOn, commentsPerPage } from '#app/features/responses/chain-comments.server.ts'
import { passagesPerPage } from '#app/features/responses/chain-passages.server.ts'
import { ParagraphComments } from '#app/features/responses/components/chain-comments.tsx'
import { OriginFindings } from '#app/features/responses/components/chain-origin.tsx'
import { GoneSince, PassageList } from '#app/features/responses/components/chain-passages.tsx'
import { changesPath, documentPath, originPath } from '#app/features/strategies/address.ts'
import { leadOn } from '#app/features/strategies/addressed.server.ts'
import { keptList } from '#app/features/strategies/kept-page.server.ts'
import { strategyStep, trail } from '#app/features/strategies/trail.ts'
import { translator } from '#app/messages/translator.ts'
import { pageParam, slugParam } from '#app/platform/http/answer.server.ts'
import { ownOrigin } from '#app/platform/http/own-origin.server.ts'
import { localeOfPath, pathIn } from '#app/platform/locale.ts'
import { labelled, pick } from '#app/platform/localised-text.ts'
import { addressLinks, pageAddresses } from '#app/platform/page-addresses.ts'
import { Empty } from '#app/ui/empty.tsx'
import { Localised } from '#app/ui/localised.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Section } from '#app/ui/section.tsx'

// "2" is a version; "02", "2x" and what else people may write is none.
const versionIn = (asked: string | undefined) => (/^[1-9]\d{0,5}$/.test(asked ?? '') ? Number(asked) : 0)

/** Kept for all readers, by what its list is asked for. */
export const handle = { kept: ['page', 'comments'] }

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const url = new URL(request.url)
  const found = await findChainParagraph({
    ...{ strategy: slugParam(params.strategy), document: slugParam(params.document) },
    ...{ version: versionIn(params.version), anchor: slugParam(params.anchor) },
  })
  const paragraph = found ?? (await leadOn({ request, params }))
  const page = pageParam(url)
  const now = new Date()
  const commentPage = pageParam(url, 'comments')
  const [{ led, became, behind }, { comments, total: commentTotal }] = await Promise.all([
    chainOfParagraph(paragraph, now, page),
    commentsOn(paragraph.ancestors, now, commentPage),
  ])
  const locale = localeOfPath(url.pathname)
  const t = translator(locale, 'public')
  const { strategy, document, version, anchor, kind, text } = paragraph
  const number = shownNumber(anchor)
  // What nothing has led to yet is no answer to why, but to what was said.
  const onlySaid = led.length + became.length === 0 && commentTotal > 0
  const title = number
    ? t(onlySaid ? 'origin.linkSaidTo' : 'origin.title', { number })
    : t(onlySaid ? 'origin.linkSaid' : 'origin.titlePlain')
  const pageCount = Math.ceil(behind.total / passagesPerPage)
  const commentPages = Math.ceil(commentTotal / commentsPerPage)
  if (commentPage <= Math.max(1, commentPages))
    await keptList({ params, context }, { page, pageCount }, 'texts', 'inputs', 'work')
  return {
    ...{ strategy, document, anchor, kind, text, led, became, behind, page },
    ...{ title, comments, commentTotal, commentPage, commentPages },
    version: { number: version.number, title: version.title },
    pageCount,
    ...trail(
      [
        strategyStep(strategy, locale),
        {
          ...labelled(document.kind === 'draft' ? version.title : document.title, locale),
          href: pathIn(locale, documentPath(strategy.slug, document.slug, version.number)),
        },
        { label: number ? t('origin.crumb', { number }) : t('origin.crumbPlain') },
      ],
      [{ label: title }, labelled(version.title, locale)],
    ),
    addresses: pageAddresses(ownOrigin(request), url.pathname, page),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  ...addressLinks(data?.addresses),
  // A page that says there is nothing to say is of no use to those who search.
  ...(data && data.led.length + data.became.length + data.commentTotal === 0
    ? [{ name: 'robots', content: 'noindex' }]
    : []),
]

export default function Origin() {
  const found = useLoaderData<typeof loader>()
  const { strategy, document, version, anchor, text, led, became, behind, page, pageCount } = found
  const { title, comments, commentTotal, commentPage, commentPages } = found
  const t = useTranslations('public')
  const frame = useTranslations('frame')
  const locale = useLocale()
  const edition = pick(version.title, locale).text
  const inDocument = `${pathIn(locale, documentPath(strategy.slug, document.slug, version.number))}#${elementId(anchor)}`
  const base = pathIn(locale, originPath(strategy.slug, document.slug, version.number, anchor))
  const { text: words, lang, fallback } = pick(text, locale)
  return (
    <>
      <PageHead
        title={title}
        meta={
          <>
            <Localised text={document.title} />, <Localised text={version.title} />
          </>
        }
      />
      <section className="in-origin" aria-labelledby="slik">
        <h2 className="in-h4" id="slik">
          {t('origin.now', { version: edition })}
        </h2>
        <blockquote className="in-prelines" lang={fallback ? lang : undefined}>
          {words}
        </blockquote>
        <p className="in-meta in-noprint">
          <a href={inDocument}>{t('origin.toDocument')}</a>
        </p>
      </section>
      {led.length > 0 && (
        <Section id="funn" heading={t('origin.led', { count: led.length })}>
          <OriginFindings findings={led} />
        </Section>
      )}
      {became.length > 0 && (
        <Section id="siden" heading={t('origin.became')}>
          <p className="in-measure">{t('origin.becameText')}</p>
          <OriginFindings findings={became} />
        </Section>
      )}
      {led.length + became.length === 0 && (
        <Empty
          heading={t('origin.none')}
          action={{
            href: pathIn(locale, changesPath(strategy.slug, document.slug, version.number)),
            label: t('origin.toComparison'),
          }}
        >
          {t('origin.noneText')}
        </Empty>
      )}
      {led.length > 0 && (
        <Section id="utdrag" heading={t('origin.behind')}>
          <div className="in-stack in-stack--5 in-measure">
            <div>
              <p className="in-meta">
                {t('origin.behindText', {
                  ...{ total: behind.total, inputs: behind.inputs, findings: led.length },
                })}
              </p>
              <GoneSince behind={behind} />
            </div>
            <PassageList strategy={strategy.slug} passages={behind.passages} />
          </div>
          <Pagination
            label={t('heard.pages')}
            page={page}
            pageCount={pageCount}
            href={(n) => `${n > 1 ? `${base}?page=${n}` : base}#utdrag`}
            previousLabel={frame('previous')}
            nextLabel={frame('next')}
            pageLabel={(n) => frame('pageOf', { page: n, pages: pageCount })}
          />
        </Section>
      )}
      {commentTotal > 0 && (
        <Section id="merknader" heading={t('origin.comments')}>
          <div className="in-stack in-stack--5 in-measure">
            <p className="in-meta">{t('origin.commentsText', { total: commentTotal })}</p>
            <ParagraphComments strategy={strategy.slug} comments={comments} />
          </div>
          <Pagination
            label={t('origin.commentPages')}
            page={commentPage}
            pageCount={commentPages}
            href={(n) => `${n > 1 ? `${base}?comments=${n}` : base}#merknader`}
            previousLabel={frame('previous')}
            nextLabel={frame('next')}
            pageLabel={(n) => frame('pageOf', { page: n, pages: commentPages })}
          />
        </Section>
      )}
    </>
  )
}
