import type { LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLoaderData, useLocation } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import { requireActor } from '#app/features/identity/access.server.ts'
import { isDemo } from '#app/features/identity/demo.server.ts'
import { workspacePath } from '#app/features/inputs/address.ts'
import { WorkspaceFrame } from '#app/features/inputs/components/workspace-frame.tsx'
import { membersPath } from '#app/features/organisations/address.ts'
import { findSender } from '#app/features/organisations/sender.server.ts'
import { answer, slugParam } from '#app/platform/http/answer.server.ts'

export const handle = { scripted: true }

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const { name, slug, kind } = answer(await findSender(actor, slugParam(args.params.organisation)))
  return { sender: { name, slug, kind }, name: actor.name, staff: actor.staff.length > 0, demo: isDemo() }
}

export default function WorkspaceLayout() {
  const { sender, name, staff, demo } = useLoaderData<typeof loader>()
  const t = useTranslations('workspace.layout')
  const { pathname } = useLocation()
  const home = workspacePath(sender.slug)
  const at = membersPath(sender.slug)
  const members =
    sender.kind === 'person' ? [] : [{ href: at, label: t('members'), current: pathname === at }]
  return (
    <WorkspaceFrame
      demo={demo}
      who={sender.kind === 'person' ? t('yourself', { name }) : t('you', { name, organisation: sender.name })}
      staff={staff}
      links={[
        { href: home, label: t('tasks'), current: pathname === home },
        { href: `${home}#own`, label: t('inputs'), current: pathname.startsWith(`${home}/inputs/`) },
        ...members,
      ]}
    >
      <Outlet />
    </WorkspaceFrame>
  )
}
