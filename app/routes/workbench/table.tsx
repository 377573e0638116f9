import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import { requireStaff } from '#app/features/identity/access.server.ts'
import { CountingRules, TableView } from '#app/features/tables/components/table-view.tsx'
import { readTable } from '#app/features/tables/counted.server.ts'
import { figureOf, NARROW_WIDTH } from '#app/features/tables/figure.ts'
import { tableAddress } from '#app/features/tables/table-key.ts'
import { translator } from '#app/messages/translator.ts'
import { answer, idParam, slugParam } from '#app/platform/http/answer.server.ts'
import { Empty } from '#app/ui/empty.tsx'
import { Alert } from '#app/ui/message.tsx'
import { WorkHead } from '#app/ui/page-head.tsx'
import { Panel } from '#app/ui/panel.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireStaff(args)
  const roundId = idParam(args.params.round)
  const found = answer(await readTable(actor, roundId, slugParam(args.params.table), new Date()))
  const base = `/workbench/rounds/${roundId}`
  if ('movedTo' in found) throw redirect(`${base}/tables/${found.movedTo}?notice=merged`)
  const { round, key, table } = found
  const t = translator(actor.locale, 'workbench')
  const figure = figureOf(table)
  const narrow = figureOf(table, NARROW_WIDTH)
  return {
    ...{ table, kind: key.kind, base: `${base}/tables`, here: `${base}/tables/${tableAddress(key)}` },
    figure: figure && { width: figure.width, height: figure.height, narrowHeight: narrow?.height },
    codebook: `/workbench/strategies/${round.strategyId}/codebook`,
    merged: new URL(args.request.url).searchParams.get('notice') === 'merged',
    place: { strategyId: round.strategyId, roundId: round.id },
    crumbs: [
      { label: t('overview.round', { number: round.number }), href: base },
      { label: t('tables.crumb'), href: `${base}/tables` },
      { label: table.title },
    ],
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.table.title} – Innspill` : 'Innspill' },
]

// What is wider than the window must be possible to scroll from the keyboard.
const scrollable = { tabIndex: 0 }

export default function TablePage() {
  const { table, kind, base, here, figure, codebook, merged } = useLoaderData<typeof loader>()
  const t = useTranslations('workbench.tables')
  return (
    <>
      <WorkHead
        title={table.title}
        meta={table.about}
        actions={
          <>
            <a href={base}>{t('back')}</a>
            <a href={`${here}/file/xlsx`} download>
              {t('xlsx')}
            </a>
            <a href={`${here}/file/csv`} download>
              {t('csv')}
            </a>
          </>
        }
      />
      <div className="in-stack">
        {merged && (
          <Alert tone="info">
            <p>{t('merged')}</p>
          </Alert>
        )}
        {table.rows.length === 0 ? (
          <Panel>
            <NothingYet kind={kind} codebook={codebook} base={base} />
          </Panel>
        ) : (
          <Panel id="numbers">
            <p className="in-hint in-sidehint">{t('scroll')}</p>
            <TableView
              table={table}
              here={here}
              rowHref={kind === 'positions' ? (key) => `${base}/theme-positions-${key}` : undefined}
            />
          </Panel>
        )}
        {figure && (
          <Panel id="figure" heading={t('figure')}>
            <section
              className="in-scroll in-figure"
              aria-label={t('figureOf', { title: table.title })}
              {...scrollable}
            >
              <picture>
                <source
                  media="(max-width: 40rem)"
                  srcSet={`${here}/figure?narrow`}
                  width={NARROW_WIDTH}
                  height={figure.narrowHeight}
                />
                <img
                  src={`${here}/figure`}
                  width={figure.width}
                  height={figure.height}
                  alt={t('figureAlt', { title: table.title })}
                />
              </picture>
            </section>
            <p>
              <a href={`${here}/figure`}>{t('figureLink')}</a>
            </p>
          </Panel>
        )}
        <Panel id="counting" heading={t('notes')}>
          <CountingRules notes={table.notes} />
        </Panel>
      </div>
    </>
  )
}

function NothingYet({ kind, codebook, base }: { kind: string; codebook: string; base: string }) {
  const t = useTranslations('workbench.tables')
  if (kind === 'positions' || kind === 'themes')
    return (
      <Empty heading={t('noThemes')} action={{ href: codebook, label: t('noThemesLink') }}>
        {t('noThemesText')}
      </Empty>
    )
  return (
    <Empty heading={t('nobody')} action={{ href: base, label: t('back') }}>
      {t('nobodyText')}
    </Empty>
  )
}
