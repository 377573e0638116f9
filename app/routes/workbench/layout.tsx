import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Outlet, useLoaderData, useLocation, useMatches, useRouteLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl/react'
import { Failure, failureTitle } from '#app/failure.tsx'
import { listPlaces } from '#app/features/analysis/queries.server.ts'
import { requireStaff } from '#app/features/identity/access.server.ts'
import { isDemo } from '#app/features/identity/demo.server.ts'
import { RoundPlaces } from '#app/features/strategies/components/round-places.tsx'
import type { Locale } from '#app/platform/locale.ts'
import { PersonIcon } from '#app/ui/icons.tsx'
import { WorkPage } from '#app/ui/page.tsx'

export const handle = { scripted: true }

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireStaff(args)
  return { name: actor.name, demo: isDemo(), places: await listPlaces(actor) }
}

/** What a page of the workbench tells its frame: which strategy and round it is in, and the way there. */
type Told = { place?: { strategyId: string; roundId?: string }; crumbs?: { label: string; href?: string }[] }

export const meta: MetaFunction<typeof loader> = ({ error, matches }) => {
  if (!error) return [{ title: 'Innspill' }]
  const locale = (matches[0]?.data as { locale?: Locale } | undefined)?.locale ?? 'nb'
  return [{ title: failureTitle(error, locale) }]
}

type Frame = { children: ReactNode; about: ReturnType<typeof useLoaderData<typeof loader>> | undefined }

/** The places of one strategy: what the public reads of it, and the themes its inputs are read by. */
function strategyLinks(strategyId: string, pathname: string, t: (key: StrategyPlace) => string) {
  const base = `/workbench/strategies/${strategyId}`
  const rest = pathname.startsWith(base) ? pathname.slice(base.length) : null
  const isHere: Record<StrategyPlace, boolean> = {
    register: rest === '' || rest === '/people' || rest === '/phases',
    documents: rest === '/documents' || pathname.startsWith('/workbench/documents/'),
    meetings: rest === '/meetings' || pathname.startsWith('/workbench/meetings/'),
    codebook: rest?.startsWith('/codebook') ?? false,
  }
  return strategyPlaces.map((place) => ({
    href: place === 'register' ? base : `${base}/${place}`,
    label: t(place),
    current: isHere[place],
  }))
}

const strategyPlaces = ['register', 'documents', 'meetings', 'codebook'] as const
type StrategyPlace = (typeof strategyPlaces)[number]

/** The frame round every page of the workbench; without what it knows of the reader where that was refused. */
function WorkbenchFrame({ children, about }: Frame) {
  const { name, demo = false, places = [] } = about ?? {}
  const t = useTranslations('workbench.nav')
  const frame = useTranslations('frame')
  const { pathname } = useLocation()
  const { place, crumbs } = (useMatches().at(-1)?.data ?? {}) as Told
  // Where there are several strategies and the page is in none, one chooses on the overview.
  const own = places.find(({ strategyId }) => strategyId === place?.strategyId)
  const here = own ?? (places.length === 1 ? places[0] : undefined)
  const roundId = place?.roundId ?? here?.roundId
  const links = [
    { href: '/workbench', label: t('overview'), current: pathname === '/workbench' },
    { href: '/workbench/queue', label: t('queue'), current: pathname === '/workbench/queue' },
    {
      href: '/workbench/search',
      label: t('search'),
      current: /^\/workbench\/(search|tagging-jobs)/.test(pathname),
    },
    ...(here ? strategyLinks(here.strategyId, pathname, t) : []),
    ...(roundId && !place?.roundId
      ? [
          {
            href: `/workbench/rounds/${roundId}/findings`,
            label: t('findings'),
            current: false,
          },
        ]
      : []),
  ]
  // Whoever reads an input has its own ways on, and quiet.
  const localNav = place?.roundId && !pathname.startsWith('/workbench/inputs/') && (
    <RoundPlaces roundId={place.roundId} pathname={pathname} />
  )
  return (
    <WorkPage
      skipLabel={frame('skip')}
      demo={demo ? { label: frame('demoLabel'), text: frame('demo') } : undefined}
      top={{
        brand: { href: '/', label: frame('name') },
        navLabel: frame('mainMenu'),
        menuLabel: frame('menu'),
        links,
        end: name ? [{ href: '/profile', label: name, icon: PersonIcon }] : [],
        account: (
          <form method="post" action="/sign-out">
            <button type="submit">{frame('signOut')}</button>
          </form>
        ),
      }}
      localNav={localNav}
      breadcrumbs={
        crumbs && {
          label: frame('breadcrumbs'),
          steps: [{ label: t('overview'), href: '/workbench' }, ...crumbs],
        }
      }
    >
      {children}
    </WorkPage>
  )
}

export default function WorkbenchLayout() {
  return (
    <WorkbenchFrame about={useLoaderData<typeof loader>()}>
      <Outlet />
    </WorkbenchFrame>
  )
}

export function ErrorBoundary() {
  const t = useTranslations('frame')
  return (
    <WorkbenchFrame about={useRouteLoaderData<typeof loader>('routes/workbench/layout')}>
      <Failure links={[{ href: '/workbench', label: t('workbench') }]} />
    </WorkbenchFrame>
  )
}
