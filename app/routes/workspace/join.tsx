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
import { isDemo } from '#app/features/identity/demo.server.ts'
import { workspacePath } from '#app/features/inputs/address.ts'
import { WorkspaceFrame } from '#app/features/inputs/components/workspace-frame.tsx'
import { joinPath, newOrganisationPath } from '#app/features/organisations/address.ts'
import { JoinForm } from '#app/features/organisations/components/join-form.tsx'
import { OrganisationList } from '#app/features/organisations/components/organisation-list.tsx'
import { OwnRequests } from '#app/features/organisations/components/own-requests.tsx'
import { joinForm } from '#app/features/organisations/forms.ts'
import { problemOf, problemsOf } from '#app/features/organisations/problems.ts'
import { askToJoin, listOwnRequests } from '#app/features/organisations/requests.server.ts'
import {
  organisationAt,
  organisationsPerPage,
  searchOrganisations,
} from '#app/features/organisations/search.server.ts'
import { translator } from '#app/messages/translator.ts'
import { answer, pageParam } from '#app/platform/http/answer.server.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { newKey } from '#app/platform/http/idempotency.server.ts'
import { cleanLine } from '#app/platform/rich-text/clean-text.ts'
import { Empty } from '#app/ui/empty.tsx'
import { Alert } from '#app/ui/message.tsx'
import { WorkHead } from '#app/ui/page-head.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { SearchForm } from '#app/ui/search-form.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const url = new URL(args.request.url)
  const q = cleanLine(url.searchParams.get('q') ?? '').slice(0, 100)
  const at = cleanLine(url.searchParams.get('organisation') ?? '').slice(0, 200)
  const page = pageParam(url)
  const now = new Date()
  const [found, chosen, requests] = await Promise.all([
    q === '' ? null : searchOrganisations(q, page, { now }),
    at === '' ? null : organisationAt(at),
    listOwnRequests(actor),
  ])
  return {
    ...{ q, page, chosen, requests, found: found?.organisations ?? null, total: found?.total ?? 0 },
    pages: Math.max(1, Math.ceil((found?.total ?? 0) / organisationsPerPage)),
    ...{ name: actor.name, staff: actor.staff.length > 0, demo: isDemo(), formKey: newKey() },
    member: chosen !== null && actor.memberships.some(({ organisationId }) => organisationId === chosen.id),
    asked: url.searchParams.has('asked'),
    title: translator(actor.locale, 'workspace')('join.title'),
  }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const form = await readForm(args.request, joinForm)
  const typed = (value: unknown) => (typeof value === 'string' ? value : '')
  if ('errors' in form) {
    const problems = problemsOf(actor.locale, form.errors)
    return data({ problems, message: typed(form.typed.message) }, { status: 422 })
  }
  const outcome = answer(await askToJoin(actor, form.value))
  if (!('refusal' in outcome)) return redirect(`${joinPath()}?asked`)
  const problems = [problemOf(actor.locale, outcome.refusal)]
  return data({ problems, message: form.value.message }, { status: 422 })
}

export const headers = () => ({ 'Cache-Control': 'no-store' })

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Join() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const t = useTranslations('workspace.join')
  const frame = useTranslations('frame')
  const { q, chosen, member, found, total, pages, requests, asked, title } = page
  const searchAt = (n: number) => `${joinPath()}?q=${encodeURIComponent(q)}${n > 1 ? `&page=${n}` : ''}`
  return (
    <WorkspaceFrame demo={page.demo} who={page.name} staff={page.staff} links={[]}>
      <div className="in-narrow in-stack in-stack--5">
        <WorkHead title={title} meta={t('lead')} />
        {asked && !refused && (
          <Alert tone="success" live>
            <p>{t('asked')}</p>
          </Alert>
        )}
        {chosen ? (
          member ? (
            <Alert tone="info">
              <p>
                {t('member', { organisation: chosen.name })}{' '}
                <a href={workspacePath(chosen.slug)}>{t('toOrganisation')}</a>
              </p>
            </Alert>
          ) : (
            <JoinForm
              organisation={chosen}
              formKey={page.formKey}
              message={refused?.message ?? ''}
              problems={refused?.problems ?? []}
            />
          )
        ) : (
          refused && (
            <Alert tone="warning" live>
              {refused.problems.map(({ message }) => (
                <p key={message}>{message}</p>
              ))}
            </Alert>
          )
        )}
        {chosen ? (
          <p>
            <a href={joinPath()}>{t('another')}</a>
          </p>
        ) : (
          <Panel id="search" heading={t('find')}>
            <div className="in-stack in-stack--3">
              <SearchForm
                action={joinPath()}
                label={t('searchLabel')}
                buttonLabel={t('search')}
                defaultValue={q}
                help={t('searchHelp')}
              />
              {found && found.length > 0 && (
                <>
                  <p className="in-meta">{t('found', { total })}</p>
                  <OrganisationList
                    organisations={found}
                    href={({ slug }) => `${joinPath()}?organisation=${encodeURIComponent(slug)}`}
                  />
                  <Pagination
                    label={frame('pages')}
                    page={page.page}
                    pageCount={pages}
                    href={searchAt}
                    previousLabel={frame('previous')}
                    nextLabel={frame('next')}
                    pageLabel={(n) => frame('pageOf', { page: n, pages })}
                  />
                </>
              )}
              {found && found.length === 0 && (
                <Empty
                  heading={t('nothing', { q })}
                  level={3}
                  action={{ href: newOrganisationPath(), label: t('tell') }}
                >
                  {t('nothingText')}
                </Empty>
              )}
            </div>
          </Panel>
        )}
        {requests.length > 0 && <OwnRequests requests={requests} />}
        <p>
          {t('notHere')} <a href={newOrganisationPath()}>{t('tell')}</a>
        </p>
      </div>
    </WorkspaceFrame>
  )
}
