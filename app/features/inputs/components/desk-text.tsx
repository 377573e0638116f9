import { Fragment } from 'react'
import { useTranslations } from 'use-intl/react'
import { neverPublic } from '#app/features/questionnaires/question.ts'
import { Panel } from '#app/ui/panel.tsx'
import { signIn } from '#search/public-text.ts'
import { answerFromRow } from '../answers.ts'
import type { Desk, DeskText as Text } from '../desk.server.ts'
import { linesOf, type Numbered } from '../desk.ts'
import { saidToId } from '../said-to.ts'
import { AnswerShape } from './answer-shape.tsx'
import { StanceTag } from './comment-words.tsx'
import { useLegalBasis } from './legal-basis.tsx'
import { SaidToName } from './said-to.tsx'

type Mask = Desk['standing']['masks'][number]

type DeskTextProps = {
  texts: readonly Text[]
  lang: string
  masks: readonly Mask[]
  candidates: readonly Numbered[]
  isPublic: boolean
}

/** The version as the public would get it, with what may be masked marked and numbered. */
export function DeskText({ texts, lang, masks, candidates, isPublic }: DeskTextProps) {
  const t = useTranslations('workbench.publication')
  return (
    <Panel id="public-text" heading={t(isPublic ? 'textPublished' : 'text')} className="in-desk">
      <p className="in-muted in-measure">{t('lead')}</p>
      {texts.length === 0 && <p>{t('noAnswers')}</p>}
      {texts.map((answered) => (
        <Answer
          key={answered.id}
          answered={answered}
          lang={lang}
          masks={masks.filter(({ answerId }) => answerId === answered.id)}
          candidates={candidates.filter(({ answerId }) => answerId === answered.id)}
        />
      ))}
    </Panel>
  )
}

type AnswerProps = {
  answered: Text
  lang: string
  masks: readonly Mask[]
  candidates: readonly Numbered[]
}

function Answer({ answered, lang, masks, candidates }: AnswerProps) {
  const t = useTranslations('workbench.publication')
  const { text, kind, choice, data, importance, position, said } = answered
  const id = said.kind === 'question' ? `svar-${position}` : saidToId(said, 0)
  const shape = kind === null ? null : answerFromRow(kind, { body: null, choice, data, importance })
  return (
    <section className="in-section in-stack in-stack--3" id={id} aria-labelledby={`${id}-title`}>
      <h3 className="in-h3" id={`${id}-title`}>
        <SaidToName said={said} />
      </h3>
      {said.kind === 'comment' && (
        <p>
          <StanceTag stance={said.stance} />
        </p>
      )}
      {kind !== null && neverPublic(kind) && <p className="in-meta">{t('neverPublic')}</p>}
      {shape && <AnswerShape question={answered} answer={shape} wordless />}
      <div className="in-prose" lang={lang} data-selectable hidden={text === null}>
        {linesOf(text ?? '', masks, candidates).map((line) => (
          <p key={line[0]?.at}>
            {line.map((piece) => (
              <Fragment key={piece.at}>
                {piece.kind === 'plain' && piece.text}
                {piece.kind === 'masked' && <Masked lang={lang} mask={piece.mask} />}
                {piece.kind === 'offered' && <Offered candidate={piece.candidate} text={piece.text} />}
              </Fragment>
            ))}
          </p>
        ))}
      </div>
      {answered.links.length > 0 && (
        <div className="in-small">
          <p>{t('links', { count: answered.links.length })}</p>
          <ul className="in-plain">
            {answered.links.slice(0, 50).map((link) => (
              <li key={link} className="in-break">
                {link}
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  )
}

function Masked({ mask, lang }: { mask: Mask; lang: string }) {
  const t = useTranslations('workbench.publication')
  const { short } = useLegalBasis()
  return (
    <a
      className="in-masked"
      href={`#skjerming-${mask.id}`}
      aria-label={t('maskedHere', { basis: short(mask.legalBasis) })}
    >
      {signIn(lang)} <span className="in-small">{short(mask.legalBasis)}</span>
    </a>
  )
}

function Offered({ candidate, text }: { candidate: Numbered; text: string }) {
  const t = useTranslations('workbench.publication')
  const { number, kind } = candidate
  return (
    <mark className="in-offered" id={`sted-${number}`}>
      {text}
      <a href={`#forslag-${number}`} aria-label={t('offeredHere', { number, kind: t(`kind.${kind}`) })}>
        {number}
      </a>
    </mark>
  )
}
