import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import { TakesFocus } from '#app/features/findings/components/finding-notices.tsx'
import { answeredAtDesk, answeredToWrite } from '#app/features/responses/answered-desk.server.ts'
import { findProposals } from '#app/features/responses/change-page.server.ts'
import { declareNoChange, linkChange, takeBackChange } from '#app/features/responses/change-writing.server.ts'
import { listChanges } from '#app/features/responses/changes.server.ts'
import { NoChangeForm } from '#app/features/responses/components/change-forms.tsx'
import { LaterVersions, ProposedChanges } from '#app/features/responses/components/change-proposals.tsx'
import { ChangeList } from '#app/features/responses/components/change-rows.tsx'
import { AnsweredPassage } from '#app/features/responses/components/response-passage.tsx'
import { ResponseRead } from '#app/features/responses/components/response-saved.tsx'
import { changeForm } from '#app/features/responses/forms.ts'
import { mayRespond } from '#app/features/responses/policy.ts'
import { findResponse } from '#app/features/responses/responses.server.ts'
import { answer } from '#app/platform/http/answer.server.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { newKey } from '#app/platform/http/idempotency.server.ts'
import { cleanLine } from '#app/platform/rich-text/clean-text.ts'
import { Empty } from '#app/ui/empty.tsx'
import { Localised } from '#app/ui/localised.tsx'
import { Alert } from '#app/ui/message.tsx'
import { WorkHead } from '#app/ui/page-head.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { Columns } from '#app/ui/panes.tsx'

const notices = ['linked', 'none', 'taken-back'] as const

export async function loader(args: LoaderFunctionArgs) {
  const desk = await answeredAtDesk(args)
  const { actor, t, finding, round, strategy, theme, citation, base, own, title, place, crumbs } = desk
  const asked = (name: string) => desk.searchParams.get(name) ?? ''
  const citationId = citation?.id ?? null
  const [response, proposed] = await Promise.all([
    findResponse(finding.id, citationId),
    findProposals({ ...finding, themeId: theme?.id ?? null }, round, {
      ...{ version: asked('version') || null, citationId, locale: actor.locale },
      sought: cleanLine(asked('q')).slice(0, 200),
    }),
  ])
  const changes = response ? await listChanges([response.id], { removed: true }) : []
  const { later, target, unconfirmed, ...shown } = proposed
  return {
    finding: { id: finding.id, title: finding.title },
    ...{ citation, response, shown, own, base, place },
    standing: changes.filter(({ removed }) => !removed),
    takenBack: changes.filter(({ removed }) => removed),
    later: later.map(({ version }) => ({
      ...{ id: version.id, title: version.title, publishedAt: version.publishedAt },
      document: version.document.title,
    })),
    target: target && { ...target.version, hasBase: target.base !== null },
    alignAt:
      target && unconfirmed
        ? `/workbench/documents/${target.version.documentId}/versions/${target.version.id}/alignment?since=${unconfirmed.number}`
        : null,
    keys: { link: newKey(), none: newKey(), takeBack: newKey() },
    mayWrite: mayRespond(actor, strategy.id),
    notice: notices.find((one) => one === asked('notice')) ?? null,
    crumbs: [
      ...crumbs,
      { label: t('response.title'), href: `${base}/response${own}` },
      { label: t('response.changes.title') },
    ],
    pageTitle: `${t('response.changes.title')}: ${title}`,
  }
}

export async function action(args: ActionFunctionArgs) {
  const { actor, t, searchParams, citation, answering, base } = await answeredToWrite(args)
  const here = (notice: (typeof notices)[number]) => {
    const [version, sought] = [searchParams.get('version'), searchParams.get('q')]
    const kept = { ...(citation && { citation: citation.id }), ...(version && { version }) }
    const query = new URLSearchParams({ ...kept, ...(sought && { q: sought }), notice })
    return redirect(`${base}/changes?${query}`)
  }
  const form = await readForm(args.request, changeForm)
  if ('errors' in form) {
    const errors = Object.entries(form.errors).map(([field, [reason]]) => {
      const known = (['noteMissing', 'noteTooLong'] as const).find((one) => one === reason)
      return { field, message: known ? t(`response.changes.errors.${known}`) : t('errors.unclear') }
    })
    return data({ errors, typed: form.typed, problem: null }, 422)
  }
  const refused = (problem: ChangeProblem) => data({ errors: [], typed: null, problem }, 422)
  const { value } = form
  if (value.act === 'link') {
    const outcome = answer(await linkChange(actor, answering, value))
    return 'refusal' in outcome ? refused(outcome.refusal) : here('linked')
  }
  if (value.act === 'none') {
    const outcome = answer(await declareNoChange(actor, answering, value))
    return 'refusal' in outcome ? refused(outcome.refusal) : here('none')
  }
  const outcome = answer(await takeBackChange(actor, answering, value))
  return 'refusal' in outcome ? refused(outcome.refusal) : here('taken-back')
}

type Refusing = typeof linkChange | typeof declareNoChange | typeof takeBackChange
type ChangeProblem = Exclude<
  Extract<Awaited<ReturnType<Refusing>>, { refusal: string }>['refusal'],
  'not-found' | 'forbidden'
>

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: `${data.pageTitle} – Innspill` }] : [{ title: 'Innspill' }]

export default function Changes() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const t = useTranslations('workbench.response.changes')
  const { finding, citation, response, standing, takenBack, target, base, own, mayWrite, notice } = page
  const query = new URLSearchParams({
    ...(citation && { citation: citation.id }),
    ...(target && { version: target.id }),
    ...(page.shown.sought && { q: page.shown.sought }),
  })
  const here = `${base}/changes?${query}`
  const writes = mayWrite && response !== null
  return (
    <>
      <WorkHead
        title={t('title')}
        meta={<Localised text={finding.title} />}
        actions={<a href={`${base}/response${own}`}>{t('toResponse')}</a>}
      />
      <div className="in-stack">
        {notice && !refused && (
          <Alert tone="success" live>
            <p>{t(`notices.${notice}`)}</p>
          </Alert>
        )}
        {refused?.problem && (
          <TakesFocus>
            <Alert tone="danger">
              <p>{t(`refusals.${refused.problem}`)}</p>
            </Alert>
          </TakesFocus>
        )}
        {!mayWrite && <p className="in-muted">{t('readOnly')}</p>}
        {!response && (
          <Alert tone="info" heading={t('noResponse')}>
            <p>
              <a href={`${base}/response${own}`}>{t('writeFirst')}</a>
            </p>
          </Alert>
        )}
        <Columns
          aside={
            <>
              <AnsweredPassage finding={{ ...finding, href: base }} citation={citation} />
              {response && <ResponseRead response={response} />}
              {writes && (
                <NoChangeForm
                  key={refused?.errors.length ? 'again' : 'first'}
                  {...{ action: here, formKey: page.keys.none }}
                  standing={standing.filter(({ kind }) => kind !== 'none').length}
                  typed={refused?.typed ?? null}
                  errors={refused?.errors ?? []}
                />
              )}
            </>
          }
        >
          <div className="in-stack">
            <Panel id="standing" heading={t('standing')}>
              {standing.length === 0 ? (
                <Empty heading={t('nothing')} level={3}>
                  {t('nothingText')}
                </Empty>
              ) : (
                <ChangeList
                  changes={standing}
                  takeBack={writes ? { action: here, formKey: page.keys.takeBack } : null}
                />
              )}
              {takenBack.length > 0 && (
                <details>
                  <summary>{t('takenBack', { count: takenBack.length })}</summary>
                  <ChangeList changes={takenBack} takeBack={null} />
                </details>
              )}
            </Panel>
            <LaterVersions
              versions={page.later}
              current={target?.id ?? null}
              path={`${base}/changes`}
              own={own}
            />
            {target && (
              <ProposedChanges
                {...{ ...page.shown, target, alignAt: page.alignAt, search: `${base}/changes` }}
                citation={citation?.id ?? null}
                linked={new Set(standing.map((one) => `${one.before?.id ?? ''} ${one.after?.id ?? ''}`))}
                linking={writes ? { action: here, formKey: page.keys.link, version: target.id } : null}
              />
            )}
          </div>
        </Columns>
      </div>
    </>
  )
}
