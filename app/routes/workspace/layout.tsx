import type { LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLoaderData, useLocation } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import { requireActor } from '#app/features/identity/access.server.ts'
import { isDemo } from '#app/features/identity/demo.server.ts'
import { workspacePath } from '#app/features/inputs/address.ts'
import { WorkspaceFrame } from '#app/features/inputs/components/workspace-frame.tsx'
import { findOwnOrganisation } from '#app/features/organisations/membership.server.ts'
import { answer, slugParam } from '#app/platform/http/answer.server.ts'

export const handle = { scripted: true }

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const { name, slug } = answer(await findOwnOrganisation(actor, slugParam(args.params.organisation)))
  return { organisation: { name, slug }, name: actor.name, staff: actor.staff.length > 0, demo: isDemo() }
}

export default function WorkspaceLayout() {
  const { organisation, name, staff, demo } = useLoaderData<typeof loader>()
  const t = useTranslations('workspace.layout')
  const { pathname } = useLocation()
  const home = workspacePath(organisation.slug)
  return (
    <WorkspaceFrame
      demo={demo}
      who={t('you', { name, organisation: organisation.name })}
      staff={staff}
      links={[
        { href: home, label: t('tasks'), current: pathname === home },
        { href: `${home}#own`, label: t('inputs'), current: pathname.startsWith(`${home}/inputs/`) },
      ]}
    >
      <Outlet />
    </WorkspaceFrame>
  )
}
