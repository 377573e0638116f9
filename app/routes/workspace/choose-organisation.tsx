import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import { requireActor } from '#app/features/identity/access.server.ts'
import { isDemo } from '#app/features/identity/demo.server.ts'
import { startPath, workspacePath } from '#app/features/inputs/address.ts'
import { WorkspaceFrame } from '#app/features/inputs/components/workspace-frame.tsx'
import { hasPersonalInputs } from '#app/features/inputs/queries.server.ts'
import { joinPath, newOrganisationPath } from '#app/features/organisations/address.ts'
import { listOwnOrganisations } from '#app/features/organisations/membership.server.ts'
import { personalSlug } from '#app/features/organisations/organisation.ts'
import { translator } from '#app/messages/translator.ts'
import { isId } from '#app/platform/http/answer.server.ts'
import { BuildingsIcon, ChevronRightIcon, PersonIcon } from '#app/ui/icons.tsx'
import { WorkHead } from '#app/ui/page-head.tsx'
import { Panel } from '#app/ui/panel.tsx'

export const handle = { scripted: true }

/** Whom to answer as. Whoever belongs to one organisation only is led straight there, unless they asked for the choice. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const { searchParams } = new URL(args.request.url)
  const asked = searchParams.get('round') ?? ''
  const round = isId(asked) ? asked : null
  const [organisations, personal] = await Promise.all([
    listOwnOrganisations(actor),
    hasPersonalInputs(actor.personId),
  ])
  const placeOf = (slug: string) => (round ? startPath(slug, round) : workspacePath(slug))
  const places = [...organisations.map(({ slug }) => slug), ...(personal ? [personalSlug] : [])]
  const [only] = places
  if (only && places.length === 1 && !searchParams.has('all')) throw redirect(placeOf(only))
  return {
    name: actor.name,
    staff: actor.staff.length > 0,
    organisations: organisations.map(({ slug, name, county }) => ({ name, county, href: placeOf(slug) })),
    self: placeOf(personalSlug),
    round,
    title: translator(actor.locale, 'workspace')('choose.title'),
    demo: isDemo(),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function ChooseOrganisation() {
  const { name, staff, organisations, self, round, demo, title } = useLoaderData<typeof loader>()
  const t = useTranslations('workspace.choose')
  return (
    <WorkspaceFrame demo={demo} who={name} staff={staff} links={[]}>
      <div className="in-narrow in-stack in-stack--5">
        <WorkHead title={title} />
        <p>{organisations.length > 0 ? t('lead') : t('none')}</p>
        <ul className="in-list in-roles">
          {organisations.map(({ href, name: organisation, county }) => (
            <li key={href}>
              <a href={href}>
                <BuildingsIcon />
                <span>
                  <strong>{organisation}</strong>
                  {county && <span className="in-meta">{county}</span>}
                </span>
                <ChevronRightIcon />
              </a>
            </li>
          ))}
          <li>
            <a href={self}>
              <PersonIcon />
              <span>
                <strong>{t('yourself', { name })}</strong>
              </span>
              <ChevronRightIcon />
            </a>
          </li>
        </ul>
        <Panel id="others" heading={t('others')}>
          <ul className="in-links">
            <li>
              <a href={joinPath()}>{t('join')}</a>
            </li>
            <li>
              <a href={newOrganisationPath(round ?? undefined)}>{t('new')}</a>
            </li>
            <li>
              <a href="/profile">{t('language')}</a>
            </li>
          </ul>
        </Panel>
        {staff && (
          <p>
            {t('staff')} <a href="/workbench">{t('toWorkbench')}</a>
          </p>
        )}
      </div>
    </WorkspaceFrame>
  )
}
