import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import { requireAdministrator } from '#app/features/identity/access.server.ts'
import { AdminFrame } from '#app/features/identity/components/admin-frame.tsx'
import { isDemo } from '#app/features/identity/demo.server.ts'
import { organisationsAdminPath } from '#app/features/organisations/address.ts'
import { OrganisationList } from '#app/features/organisations/components/organisation-list.tsx'
import { RegisterForm } from '#app/features/organisations/components/register-form.tsx'
import { RegisterReported } from '#app/features/organisations/components/register-reported.tsx'
import { registerForm } from '#app/features/organisations/forms.ts'
import { maxRegisterBytes } from '#app/features/organisations/register.ts'
import { readRegisterFile } from '#app/features/organisations/register-file.server.ts'
import { importRegister } from '#app/features/organisations/register-import.server.ts'
import { organisationsPerPage, searchOrganisations } from '#app/features/organisations/search.server.ts'
import { translator } from '#app/messages/translator.ts'
import { answer, pageParam } from '#app/platform/http/answer.server.ts'
import { readUpload } from '#app/platform/http/form.server.ts'
import { cleanLine } from '#app/platform/rich-text/clean-text.ts'
import { Empty } from '#app/ui/empty.tsx'
import { WorkHead } from '#app/ui/page-head.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { SearchForm } from '#app/ui/search-form.tsx'

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireAdministrator(asked)
  const url = new URL(asked.request.url)
  const q = cleanLine(url.searchParams.get('q') ?? '').slice(0, 100)
  const page = pageParam(url)
  const found = await searchOrganisations(q, page, { now: new Date(), also: true })
  const pages = Math.max(1, Math.ceil(found.total / organisationsPerPage))
  return { ...found, q, page, pages, name: actor.name, locale: actor.locale, demo: isDemo() }
}

/** Nothing is kept between trying a file and importing it: the file is sent again. */
export async function action(asked: ActionFunctionArgs) {
  const actor = await requireAdministrator(asked)
  const form = await readUpload(asked.request, registerForm, 'file')
  const refused = (reason: string) => data({ report: null, reason, tried: true }, { status: 422 })
  if ('errors' in form) return refused('try-again')
  if (!form.file) return refused('no-file')
  if (form.file.size > maxRegisterBytes) return refused('too-large')
  const register = readRegisterFile(new Uint8Array(await form.file.arrayBuffer()))
  if ('refusal' in register) return refused(register.refusal)
  const tried = form.value.act !== 'import'
  const report = answer(await importRegister(actor, register, { tried }))
  return data({ report, reason: null, tried }, { status: 200 })
}

export const headers = () => ({ 'Cache-Control': 'no-store' })

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${translator(data?.locale ?? 'nb', 'workspace')('keeping.title')} – Innspill` },
]

export default function Organisations() {
  const { name, demo, q, page, pages, organisations, total } = useLoaderData<typeof loader>()
  const done = useActionData<typeof action>()
  const t = useTranslations('workspace.keeping')
  const frame = useTranslations('frame')
  const pageAt = (n: number) => {
    const query = new URLSearchParams({ ...(q && { q }), ...(n > 1 && { page: String(n) }) }).toString()
    return `${organisationsAdminPath()}${query ? `?${query}` : ''}`
  }
  return (
    <AdminFrame {...{ name, demo }} here="/admin/organisations">
      <WorkHead title={t('title')} meta={t('lead')} />
      <div className="in-stack">
        {done?.report && <RegisterReported report={done.report} tried={done.tried} />}
        <Panel
          id="list"
          heading={t('list')}
          beside={<span className="in-meta">{t('total', { total })}</span>}
        >
          <div className="in-stack in-stack--3">
            <SearchForm
              action={organisationsAdminPath()}
              label={t('searchLabel')}
              buttonLabel={t('search')}
              defaultValue={q}
            />
            {organisations.length > 0 ? (
              <OrganisationList
                organisations={organisations}
                href={({ slug }) => organisationsAdminPath(slug)}
              />
            ) : (
              <Empty
                heading={t('none')}
                level={3}
                action={{ href: organisationsAdminPath(), label: t('all') }}
              />
            )}
            <Pagination
              label={frame('pages')}
              page={page}
              pageCount={pages}
              href={pageAt}
              previousLabel={frame('previous')}
              nextLabel={frame('next')}
              pageLabel={(n) => frame('pageOf', { page: n, pages })}
            />
          </div>
        </Panel>
        <RegisterForm reason={done?.reason ?? null} />
      </div>
    </AdminFrame>
  )
}
