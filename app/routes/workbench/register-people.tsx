import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import { requireStaff } from '#app/features/identity/access.server.ts'
import { LinksPanel } from '#app/features/strategies/components/links-panel.tsx'
import { MembersPanel } from '#app/features/strategies/components/members-panel.tsx'
import { OrganisersPanel } from '#app/features/strategies/components/organisers-panel.tsx'
import { ParentPanel } from '#app/features/strategies/components/parent-panel.tsx'
import { peopleForm } from '#app/features/strategies/forms.ts'
import { listNameable, setParent } from '#app/features/strategies/hierarchy.server.ts'
import { listLinks, removeLink, saveLink } from '#app/features/strategies/links.server.ts'
import { listMembers, removeMember, saveMember } from '#app/features/strategies/members.server.ts'
import {
  listPossibleOrganisers,
  removeOrganiser,
  saveOrganiser,
} from '#app/features/strategies/organisers.server.ts'
import { decisionRefusal, mayDecide } from '#app/features/strategies/policy.ts'
import { problemOf, problemsOf } from '#app/features/strategies/problems.ts'
import { findRegister } from '#app/features/strategies/register.server.ts'
import { translator } from '#app/messages/translator.ts'
import { answer, denied, idParam } from '#app/platform/http/answer.server.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { newKey } from '#app/platform/http/idempotency.server.ts'
import { pick } from '#app/platform/localised-text.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Alert } from '#app/ui/message.tsx'
import { WorkHead } from '#app/ui/page-head.tsx'

const done = {
  'save-member': 'member',
  'remove-member': 'member-removed',
  'save-organiser': 'organiser',
  'remove-organiser': 'organiser-removed',
  'save-link': 'link',
  'remove-link': 'link-removed',
  'set-parent': 'parent',
} as const
const notices = Object.values(done)

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireStaff(args)
  const strategyId = idParam(args.params.strategy)
  const { record, revision } = answer(await findRegister(actor, strategyId))
  const [members, links, strategies, possible] = await Promise.all([
    listMembers(strategyId),
    listLinks(strategyId),
    listNameable(actor, strategyId),
    listPossibleOrganisers(),
  ])
  const asked = new URL(args.request.url).searchParams
  const mayWrite = mayDecide(actor, strategyId)
  const t = translator(actor.locale, 'workbench')
  const keys = () => ({ save: newKey(), remove: newKey() })
  return {
    ...{ strategyId, record, revision, members, links, strategies, possible, mayWrite },
    editing: {
      member: (mayWrite && members.find(({ id }) => id === asked.get('member'))) || null,
      link: (mayWrite && links.find(({ id }) => id === asked.get('link'))) || null,
      organiser: mayWrite ? asked.get('organiser') : null,
    },
    keys: { member: keys(), link: keys(), organiser: keys(), parent: newKey() },
    notice: notices.find((one) => one === asked.get('notice')) ?? null,
    place: { strategyId },
    crumbs: [
      { label: pick(record.title, actor.locale).text, href: `/workbench/strategies/${strategyId}` },
      { label: t('people.crumb') },
    ],
    pageTitle: t('people.title'),
  }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireStaff(args)
  const strategyId = idParam(args.params.strategy)
  const refusal = decisionRefusal(actor, strategyId)
  if (refusal) throw denied(refusal)
  const form = await readForm(args.request, peopleForm)
  if ('errors' in form) {
    const errors = problemsOf(actor.locale, form.errors)
    return data({ act: form.typed.act, stale: false, errors, typed: form.typed }, 422)
  }
  const { value } = form
  const outcome = answer(await written(actor, strategyId, value))
  if (!('refusal' in outcome))
    return redirect(`/workbench/strategies/${strategyId}/people?notice=${done[value.act]}`)
  const typed: Record<string, unknown> = value
  const stale = outcome.refusal === 'stale'
  const errors = stale ? [] : [problemOf(actor.locale, outcome.refusal)]
  return data({ act: value.act, stale, errors, typed }, stale ? 409 : 422)
}

function written(
  actor: Parameters<typeof saveMember>[0],
  strategyId: string,
  value: ReturnType<(typeof peopleForm)['parse']>,
) {
  switch (value.act) {
    case 'save-member':
      return saveMember(actor, strategyId, value)
    case 'remove-member':
      return removeMember(actor, strategyId, value.member)
    case 'save-link':
      return saveLink(actor, strategyId, value)
    case 'remove-link':
      return removeLink(actor, strategyId, value.link)
    case 'save-organiser':
      return saveOrganiser(actor, strategyId, value)
    case 'remove-organiser':
      return removeOrganiser(actor, strategyId, value)
    case 'set-parent':
      return setParent(actor, strategyId, value)
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: `${data.pageTitle} – Innspill` }] : [{ title: 'Innspill' }]

export default function RegisterPeople() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const t = useTranslations('workbench')
  const { strategyId, record, revision, mayWrite, editing, keys, strategies } = page
  const base = `/workbench/strategies/${strategyId}/people`
  const filled = (act: string) =>
    refused?.act === act ? { typed: refused.typed, errors: refused.errors } : { typed: null, errors: [] }
  const common = { base, mayWrite, revision }
  return (
    <>
      <WorkHead
        title={t('people.title')}
        actions={<a href={`/workbench/strategies/${strategyId}`}>{t('register.title')}</a>}
      />
      <div className="in-stack">
        {page.notice && !refused && (
          <Alert tone="success" live>
            <p>{t(`people.done.${page.notice}`)}</p>
          </Alert>
        )}
        {refused?.stale && (
          <Alert tone="warning" live>
            <p>{t('register.staleSmall')}</p>
          </Alert>
        )}
        {refused && (
          <ErrorSummary
            heading={t('errors.heading')}
            errors={refused.errors.map(({ field, message }) => ({
              message,
              // The page has another field of that name, with the members.
              field: refused.act === 'save-organiser' ? `organiser-${field}` : field,
            }))}
          />
        )}
        {!mayWrite && <p className="in-muted">{t('register.readOnly')}</p>}
        <OrganisersPanel
          {...common}
          organisers={record.organisers}
          possible={page.possible}
          editing={editing.organiser}
          keys={keys.organiser}
          filled={filled('save-organiser')}
        />
        <MembersPanel
          {...common}
          members={page.members}
          editing={editing.member}
          keys={keys.member}
          filled={filled('save-member')}
        />
        <LinksPanel
          {...common}
          links={page.links}
          editing={editing.link}
          strategies={strategies}
          keys={keys.link}
          filled={filled('save-link')}
        />
        <ParentPanel
          {...common}
          parentId={record.parentId}
          strategies={strategies}
          formKey={keys.parent}
          filled={filled('set-parent')}
        />
      </div>
    </>
  )
}
