import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import { requireAdministrator } from '#app/features/identity/access.server.ts'
import { AdminFrame } from '#app/features/identity/components/admin-frame.tsx'
import { isDemo } from '#app/features/identity/demo.server.ts'
import { actOnMembers } from '#app/features/organisations/acting.server.ts'
import { organisationsAdminPath } from '#app/features/organisations/address.ts'
import { InvitePanel } from '#app/features/organisations/components/invite-panel.tsx'
import { MemberList } from '#app/features/organisations/components/member-list.tsx'
import { MembersDone } from '#app/features/organisations/components/members-done.tsx'
import { OrganisationForm } from '#app/features/organisations/components/organisation-form.tsx'
import { OrganisationKin } from '#app/features/organisations/components/organisation-kin.tsx'
import { RequestList } from '#app/features/organisations/components/request-list.tsx'
import { keepingForm } from '#app/features/organisations/forms.ts'
import { findMembersPage } from '#app/features/organisations/members-page.server.ts'
import { problemOf, problemsOf } from '#app/features/organisations/problems.ts'
import { refusalOf, typedRefusal } from '#app/features/organisations/refused-form.ts'
import {
  findFullOrganisation,
  listCounties,
  saveOrganisation,
} from '#app/features/organisations/upkeep.server.ts'
import { translator } from '#app/messages/translator.ts'
import { answer, slugParam } from '#app/platform/http/answer.server.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { newKey } from '#app/platform/http/idempotency.server.ts'
import { Alert } from '#app/ui/message.tsx'
import { WorkHead } from '#app/ui/page-head.tsx'

async function organisationOf(asked: LoaderFunctionArgs) {
  const actor = await requireAdministrator(asked)
  const slug = slugParam(asked.params.organisation)
  return { actor, slug, organisation: answer(await findFullOrganisation(actor, slug)) }
}

export async function loader(asked: LoaderFunctionArgs) {
  const { actor, organisation } = await organisationOf(asked)
  const [counties, members] = await Promise.all([
    listCounties(),
    findMembersPage(organisation.id, true, new Date()).then(answer),
  ])
  const done = new URL(asked.request.url).searchParams.get('done')
  return {
    ...{ name: actor.name, locale: actor.locale, demo: isDemo(), self: actor.personId },
    ...{ organisation, counties, done, formKey: newKey() },
    ...{ members: members.members, invitations: members.invitations, requests: members.requests },
    memberKeys: Object.fromEntries(members.members.map(({ personId }) => [personId, newKey()])),
  }
}

export async function action(asked: ActionFunctionArgs) {
  const { actor, slug, organisation } = await organisationOf(asked)
  const form = await readForm(asked.request, keepingForm)
  const fields = (sent: Record<string, unknown>) =>
    Object.fromEntries(
      Object.entries(sent).map(([name, value]) => [name, typeof value === 'string' ? value : '']),
    )
  if ('errors' in form) {
    if (form.typed.act !== 'save')
      return data({ saving: null, refusal: typedRefusal(actor.locale, form) }, { status: 422 })
    const saving = { problems: problemsOf(actor.locale, form.errors), typed: fields(form.typed) }
    return data({ saving, refusal: null }, { status: 422 })
  }
  const { value } = form
  if (value.act === 'save') {
    const outcome = answer(await saveOrganisation(actor, slug, value, value.key))
    if ('refusal' in outcome) {
      const saving = { problems: [problemOf(actor.locale, outcome.refusal)], typed: fields(value) }
      return data({ saving, refusal: null }, { status: 422 })
    }
  } else {
    const outcome = answer(await actOnMembers(actor, organisation.id, value))
    if ('refusal' in outcome)
      return data({ saving: null, refusal: refusalOf(actor.locale, outcome.refusal, value) }, { status: 422 })
  }
  return redirect(`${organisationsAdminPath(slug)}?done=${value.act}`)
}

export const headers = () => ({ 'Cache-Control': 'no-store' })

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.organisation.name} – ${translator(data?.locale ?? 'nb', 'workspace')('keeping.title')}` },
]

export default function Organisation() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const t = useTranslations('workspace.keeping')
  const { name, demo, organisation, counties, members, invitations, requests, self, done } = page
  const post = {
    ...{ action: organisationsAdminPath(organisation.slug), formKey: page.formKey },
    refusal: refused?.refusal ?? null,
  }
  const meta = [organisation.county, organisation.listed ? t('isListed') : t('isUnlisted')].filter(Boolean)
  return (
    <AdminFrame {...{ name, demo }} here="/admin/organisations">
      <WorkHead
        title={organisation.name}
        meta={meta.join(' · ')}
        actions={<a href={organisationsAdminPath()}>{t('back')}</a>}
      />
      <div className="in-stack">
        {done === 'save' && !refused && (
          <Alert tone="success" live>
            <p>{t('saved')}</p>
          </Alert>
        )}
        {done && !refused && <MembersDone act={done} />}
        {post.refusal?.about === null && post.refusal.act !== 'invite' && (
          <Alert tone="warning" live>
            {post.refusal.problems.map(({ message }) => (
              <p key={message}>{message}</p>
            ))}
          </Alert>
        )}
        {organisation.approvers === 0 && (
          <Alert tone="info" heading={t('noApprover')}>
            <p>{t('noApproverText')}</p>
          </Alert>
        )}
        <OrganisationForm
          {...{ organisation, counties }}
          action={post.action}
          formKey={page.formKey}
          refused={refused?.saving ?? null}
        />
        <OrganisationKin before={organisation.before} after={organisation.after} />
        {requests.length > 0 && <RequestList requests={requests} {...post} />}
        {members.length > 0 && (
          <MemberList
            {...{ members, self }}
            action={post.action}
            formKeys={page.memberKeys}
            refusal={post.refusal}
          />
        )}
        <InvitePanel invitations={invitations} secondary {...post} />
      </div>
    </AdminFrame>
  )
}
