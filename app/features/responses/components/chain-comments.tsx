import { useLocale, useTranslations } from 'use-intl/react'
import { useBecause } from '#app/features/inputs/components/because.tsx'
import { StanceTag } from '#app/features/inputs/components/comment-words.tsx'
import { SaidToName } from '#app/features/inputs/components/said-to.tsx'
import { senderKindKey } from '#app/features/organisations/sender-kind.ts'
import { findingPath, inputPath } from '#app/features/strategies/address.ts'
import { pathIn } from '#app/platform/locale.ts'
import { Localised } from '#app/ui/localised.tsx'
import { Quote } from '#app/ui/quote.tsx'
import type { ChainComment } from '../chain-comments.server.ts'
import { DispositionTag } from './disposition-tag.tsx'

type CommentsProps = { strategy: string; comments: readonly ChainComment[] }

/** Comments on a paragraph as anyone may read them, and the findings each is in with what was made of them. */
export function ParagraphComments({ strategy, comments }: CommentsProps) {
  return (
    <div className="in-stack in-stack--5">
      {comments.map((comment) => (
        <ParagraphComment key={comment.id} {...{ strategy, comment }} />
      ))}
    </div>
  )
}

function ParagraphComment({ strategy, comment }: { strategy: string; comment: ChainComment }) {
  const t = useTranslations('public')
  const locale = useLocale()
  const because = useBecause()
  const { words, masked, lang, sender, input, said, anchor, fates } = comment
  const laws = [...new Set(masked.map(because))].join(', ')
  const href = `${pathIn(locale, inputPath(strategy, input.round, input.id))}#${anchor}`
  const link = { href, label: t('heard.readInput') }
  const whose = (
    <>
      {sender.name ?? t(senderKindKey(sender.kind))}. <SaidToName said={said} /> ·
    </>
  )
  return (
    <div className="in-stack in-stack--2">
      {said.kind === 'comment' && (
        <p>
          <StanceTag stance={said.stance} />
        </p>
      )}
      {words === null && laws === '' ? (
        <p className="in-meta">
          {whose} <a href={link.href}>{link.label}</a>
        </p>
      ) : (
        <Quote lang={words === null ? undefined : lang} sender={whose} link={link}>
          {words === null ? (
            t('heard.maskedWhole', { because: laws })
          ) : (
            <span className="in-prelines">{words}</span>
          )}
        </Quote>
      )}
      {words !== null && laws !== '' && <p className="in-meta">{t('masked.inQuote', { because: laws })}</p>}
      {fates.length === 0 && <p className="in-meta">{t('origin.commentUnused')}</p>}
      {fates.map(({ slug, title, disposition }) => (
        <p key={slug} className="in-row">
          <span>
            {t.rich('origin.commentIn', {
              link: () => (
                <a href={pathIn(locale, findingPath(strategy, input.round, slug))}>
                  <Localised text={title} />
                </a>
              ),
            })}
          </span>
          {disposition && <DispositionTag disposition={disposition} />}
        </p>
      ))}
    </div>
  )
}
