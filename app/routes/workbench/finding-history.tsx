import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import { VersionChanges } from '#app/features/findings/components/version-changes.tsx'
import { VersionList } from '#app/features/findings/components/version-list.tsx'
import { findingAtDesk, findingToWrite } from '#app/features/findings/finding-desk.server.ts'
import { restoringForm } from '#app/features/findings/forms.ts'
import { findSave, listVersions, restoreVersion } from '#app/features/findings/history.server.ts'
import { mayWriteFindings } from '#app/features/findings/policy.ts'
import { answer, pageParam } from '#app/platform/http/answer.server.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { newKey } from '#app/platform/http/idempotency.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Select } from '#app/ui/field.tsx'
import { Alert } from '#app/ui/message.tsx'
import { WorkHead } from '#app/ui/page-head.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Panel } from '#app/ui/panel.tsx'

const pageSize = 30
const mostChoices = 200

export async function loader(args: LoaderFunctionArgs) {
  const { actor, t, finding, strategy, base, title, place, crumbs } = await findingAtDesk(args)
  const url = new URL(args.request.url)
  const page = pageParam(url)
  const [from, to] = ['from', 'to'].map((name) => numberIn(url.searchParams.get(name)))
  const [versions, before, after] = await Promise.all([
    listVersions(finding.id, { page, size: pageSize }),
    from ? findSave(finding.id, from) : null,
    to ? findSave(finding.id, to) : null,
  ])
  return {
    ...{ title, page, versions, formKey: newKey(), base, place },
    compared: before && after ? { before, after } : null,
    facts: {
      ...{ revision: finding.revision, approvedRevision: finding.approvedRevision },
      publishedRevision: finding.publishedRevision,
    },
    mayWrite: mayWriteFindings(actor, strategy.id),
    crumbs: [...crumbs, { label: t('findingHistory.title') }],
    pageTitle: t('findingHistory.title'),
  }
}

const numberIn = (asked: string | null) => (/^[1-9]\d{0,5}$/.test(asked ?? '') ? Number(asked) : null)

export async function action(args: ActionFunctionArgs) {
  const { actor, base, findingId } = await findingToWrite(args)
  const form = await readForm(args.request, restoringForm)
  if ('errors' in form) return data({ problem: 'missing' as const }, 422)
  const outcome = answer(await restoreVersion(actor, findingId, form.value))
  if (!('refusal' in outcome)) return redirect(`${base}?notice=restored`)
  return outcome.refusal === 'stale'
    ? data({ problem: 'stale' as const }, 409)
    : data({ problem: 'missing' as const }, 422)
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: `${data.pageTitle} – Innspill` }] : [{ title: 'Innspill' }]

export default function FindingHistory() {
  const { title, page, versions, compared, facts, base } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const t = useTranslations('workbench.findingHistory')
  const way = useTranslations('workbench.nav')
  const frame = useTranslations('frame')
  const here = `${base}/history`
  const pageCount = Math.ceil(versions.total / pageSize)
  return (
    <>
      <WorkHead
        title={t('title')}
        meta={t('of', { finding: title })}
        actions={<a href={base}>{t('back')}</a>}
      />
      <div className="in-stack">
        {refused && (
          <Alert tone="danger" live>
            <p>{t(refused.problem)}</p>
          </Alert>
        )}
        {compared && (
          <Panel
            id="changes"
            heading={t('changes', { from: compared.before.revision, to: compared.after.revision })}
          >
            <div className="in-stack">
              <VersionChanges from={compared.before} to={compared.after} />
              <Restoring />
            </div>
          </Panel>
        )}
        <Comparing />
        <Panel id="versions" heading={t('list')}>
          <VersionList base={here} versions={versions.rows} facts={facts} />
        </Panel>
        <Pagination
          label={way('way')}
          page={page}
          pageCount={pageCount}
          href={(number) => `${here}?page=${number}`}
          previousLabel={frame('previous')}
          nextLabel={frame('next')}
          pageLabel={(number) => frame('pageOf', { page: number, pages: pageCount })}
        />
      </div>
    </>
  )
}

/** Either of the two versions that are compared can be taken back, where it is not the one that stands. */
function Restoring() {
  const { compared, facts, mayWrite, formKey } = useLoaderData<typeof loader>()
  const t = useTranslations('workbench.findingHistory')
  const busy = useNavigation().state === 'submitting'
  if (!compared || !mayWrite) return null
  const earlier = [compared.before, compared.after].filter(({ revision }) => revision !== facts.revision)
  if (earlier.length === 0) return null
  return (
    <Form method="post" className="in-stack in-stack--2">
      <input type="hidden" name="key" value={formKey} />
      <input type="hidden" name="current" value={facts.revision} />
      <p className="in-small in-muted">{t('restoreHelp')}</p>
      <div className="in-row">
        {[...new Map(earlier.map((one) => [one.revision, one])).values()].map(({ revision }) => (
          <Button key={revision} variant="secondary" name="revision" value={revision} disabled={busy}>
            {t('restore', { revision })}
          </Button>
        ))}
      </div>
    </Form>
  )
}

/** Two versions are chosen to be seen beside each other. */
function Comparing() {
  const { compared, facts } = useLoaderData<typeof loader>()
  const t = useTranslations('workbench.findingHistory')
  if (facts.revision < 2) return null
  const first = Math.max(1, facts.revision - mostChoices + 1)
  const options = Array.from({ length: facts.revision - first + 1 }, (_, at) => {
    const revision = facts.revision - at
    return { value: String(revision), label: t('revision', { revision }) }
  })
  return (
    <Panel id="compare" heading={t('compareLabel')}>
      <Form className="in-form">
        <Select
          name="from"
          label={t('from')}
          options={options}
          defaultValue={String(compared?.before.revision ?? facts.revision - 1)}
        />
        <Select
          name="to"
          label={t('to')}
          options={options}
          defaultValue={String(compared?.after.revision ?? facts.revision)}
        />
        <div className="in-row">
          <Button variant="secondary">{t('compare')}</Button>
        </div>
      </Form>
    </Panel>
  )
}
