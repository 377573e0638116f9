import { useTranslations } from 'use-intl/react'
import { CiteLink } from '#app/features/analysis/components/cite-link.tsx'
import { useVersionKind } from '#app/features/analysis/components/input-status.tsx'
import { SaidToName } from '#app/features/inputs/components/said-to.tsx'
import { Localised } from '#app/ui/localised.tsx'
import { ThemeTag } from '#app/ui/theme-code.tsx'
import type { StaffHit } from '../staff-search.server.ts'
import type { Result } from './result-list.tsx'

/** How a hit is shown to those who work with the inputs: with its standing, and the themes it is tagged with. */
export function useStaffResult(): (hit: StaffHit) => Result {
  const t = useTranslations('workbench')
  const kindOf = useVersionKind()
  const standingOf = (hit: StaffHit) =>
    [
      kindOf(hit),
      hit.lateAt && t('input.late').toLowerCase(),
      hit.withdrawnAt && t('input.withdrawn').toLowerCase(),
    ]
      .filter(Boolean)
      .join(' · ')
  return (hit) => {
    const { fragment, lines, moreLines, passagesInInput, inputId, lang, passageId } = hit
    const round = t('overview.round', { number: hit.round }).toLowerCase()
    return {
      ...{ fragment, lines, moreLines, passagesInInput, inputId, lang },
      key: passageId,
      href: `/workbench/inputs/${inputId}?version=${hit.version}&passage=${passageId}`,
      sender: hit.senderName,
      place: (
        <>
          <SaidToName said={hit.said} /> · {round} · {standingOf(hit)}
        </>
      ),
      shortPlace: round,
      aside: (
        <>
          <Themes themes={hit.themes} />
          {hit.mayCite && (
            <p className="in-small in-noprint">
              <CiteLink passage={{ ...hit, id: passageId }} />
            </p>
          )}
        </>
      ),
    }
  }
}

function Themes({ themes }: Pick<StaffHit, 'themes'>) {
  const t = useTranslations('workbench.search')
  if (themes.length === 0) return <p className="in-small in-muted">{t('notTagged')}</p>
  return (
    <p className="in-row">
      {themes.map(({ id, code, colour, title }) => (
        <ThemeTag key={id} code={code} color={colour}>
          <Localised text={title} />
        </ThemeTag>
      ))}
    </p>
  )
}
