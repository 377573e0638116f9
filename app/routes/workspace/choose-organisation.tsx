import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import { requireActor } from '#app/features/identity/access.server.ts'
import { isDemo } from '#app/features/identity/demo.server.ts'
import { workspacePath } from '#app/features/inputs/address.ts'
import { WorkspaceFrame } from '#app/features/inputs/components/workspace-frame.tsx'
import { listOwnOrganisations } from '#app/features/organisations/membership.server.ts'
import { translator } from '#app/messages/translator.ts'
import { Empty } from '#app/ui/empty.tsx'
import { BuildingsIcon, ChevronRightIcon } from '#app/ui/icons.tsx'
import { WorkHead } from '#app/ui/page-head.tsx'

export const handle = { scripted: true }

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const organisations = await listOwnOrganisations(actor)
  const [only] = organisations
  if (only && organisations.length === 1) throw redirect(workspacePath(only.slug))
  return {
    name: actor.name,
    staff: actor.staff.length > 0,
    organisations: organisations.map(({ slug, name }) => ({ slug, name })),
    title: translator(actor.locale, 'workspace')('choose.title'),
    demo: isDemo(),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function ChooseOrganisation() {
  const { name, staff, organisations, demo } = useLoaderData<typeof loader>()
  const t = useTranslations('workspace.choose')
  return (
    <WorkspaceFrame demo={demo} who={name} staff={staff} links={[]}>
      <div className="in-narrow in-stack in-stack--5">
        <WorkHead title={organisations.length > 0 ? t('title') : t('noneTitle')} />
        {organisations.length > 0 ? (
          <>
            <p>{t('lead')}</p>
            <ul className="in-roles">
              {organisations.map((organisation) => (
                <li key={organisation.slug}>
                  <a href={workspacePath(organisation.slug)}>
                    <BuildingsIcon />
                    <span>{organisation.name}</span>
                    <ChevronRightIcon />
                  </a>
                </li>
              ))}
            </ul>
          </>
        ) : staff ? (
          <Empty heading={t('staff')} action={{ href: '/workbench', label: t('toWorkbench') }} />
        ) : (
          <p>{t('none')}</p>
        )}
      </div>
    </WorkspaceFrame>
  )
}
