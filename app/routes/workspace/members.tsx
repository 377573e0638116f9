import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import { requireActor } from '#app/features/identity/access.server.ts'
import { actOnMembers } from '#app/features/organisations/acting.server.ts'
import { membersPath } from '#app/features/organisations/address.ts'
import { ApprovalSetting } from '#app/features/organisations/components/approval-setting.tsx'
import { InvitePanel } from '#app/features/organisations/components/invite-panel.tsx'
import { MemberList } from '#app/features/organisations/components/member-list.tsx'
import { MembersDone } from '#app/features/organisations/components/members-done.tsx'
import { RequestList } from '#app/features/organisations/components/request-list.tsx'
import { membersForm } from '#app/features/organisations/forms.ts'
import { findMembersPage } from '#app/features/organisations/members-page.server.ts'
import { mayDecideMembers, memberDecisionRefusal } from '#app/features/organisations/policy.ts'
import { refusalOf, typedRefusal } from '#app/features/organisations/refused-form.ts'
import { findSender } from '#app/features/organisations/sender.server.ts'
import { translator } from '#app/messages/translator.ts'
import { answer, denied, slugParam } from '#app/platform/http/answer.server.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { newKey } from '#app/platform/http/idempotency.server.ts'
import { Alert } from '#app/ui/message.tsx'
import { WorkHead } from '#app/ui/page-head.tsx'

async function organisationOf(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const sender = answer(await findSender(actor, slugParam(args.params.organisation)))
  // A private person works alone.
  if (sender.organisationId === null) throw denied('not-found')
  return { actor, sender, organisationId: sender.organisationId }
}

export async function loader(args: LoaderFunctionArgs) {
  const { actor, sender, organisationId } = await organisationOf(args)
  const decides = mayDecideMembers(actor, organisationId)
  const page = answer(await findMembersPage(organisationId, decides, new Date()))
  const t = translator(actor.locale, 'workspace')
  return {
    ...{ ...page, decides, slug: sender.slug, self: actor.personId, formKey: newKey() },
    memberKeys: decides ? Object.fromEntries(page.members.map(({ personId }) => [personId, newKey()])) : null,
    done: new URL(args.request.url).searchParams.get('done'),
    title: t('members.title', { organisation: sender.name }),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { actor, sender, organisationId } = await organisationOf(args)
  const refusal = memberDecisionRefusal(actor, organisationId)
  if (refusal) throw denied(refusal)
  const form = await readForm(args.request, membersForm)
  if ('errors' in form) return data(typedRefusal(actor.locale, form), { status: 422 })
  const outcome = answer(await actOnMembers(actor, organisationId, form.value))
  if ('refusal' in outcome) return data(refusalOf(actor.locale, outcome.refusal, form.value), { status: 422 })
  const left = form.value.act === 'end' && form.value.person === actor.personId
  return redirect(left ? '/workspace?all' : `${membersPath(sender.slug)}?done=${form.value.act}`)
}

export const headers = () => ({ 'Cache-Control': 'no-store' })

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Members() {
  const page = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>() ?? null
  const t = useTranslations('workspace.members')
  const { slug, decides, members, self, memberKeys, formKey } = page
  const post = { action: membersPath(slug), formKey, refusal }
  return (
    <div className="in-narrow in-stack in-stack--5">
      <WorkHead title={page.title} meta={decides ? t('leadDecides') : t('lead')} />
      {page.done && !refusal && <MembersDone act={page.done} />}
      {refusal && refusal.about === null && refusal.act !== 'invite' && (
        <Alert tone="warning" live>
          {refusal.problems.map(({ message }) => (
            <p key={message}>{message}</p>
          ))}
        </Alert>
      )}
      {page.requests.length > 0 && <RequestList requests={page.requests} {...post} />}
      <MemberList {...{ members, self, refusal }} action={post.action} formKeys={memberKeys} />
      {decides && <InvitePanel invitations={page.invitations} {...post} />}
      <ApprovalSetting
        required={page.approvalRequired}
        action={post.action}
        formKey={decides ? formKey : null}
      />
    </div>
  )
}
