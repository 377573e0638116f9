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
import { ResponseForm } from '#app/features/responses/components/response-form.tsx'
import { ResponseList } from '#app/features/responses/components/response-list.tsx'
import { AnsweredPassage } from '#app/features/responses/components/response-passage.tsx'
import { ResponseRead, SavedResponse } from '#app/features/responses/components/response-saved.tsx'
import { ResponseStanding } from '#app/features/responses/components/response-standing.tsx'
import { responseForm } from '#app/features/responses/forms.ts'
import { mayApprove, mayRespond } from '#app/features/responses/policy.ts'
import { citationsPerPage } from '#app/features/responses/response.ts'
import { factsOf, problemsWith } from '#app/features/responses/response-facts.server.ts'
import { listAnswerable } from '#app/features/responses/response-page.server.ts'
import { withSentence } from '#app/features/responses/response-sentence.ts'
import {
  approveResponse,
  publishResponse,
  writeResponse,
} from '#app/features/responses/response-writing.server.ts'
import { findApprovedVersions, findResponse } from '#app/features/responses/responses.server.ts'
import { translator } from '#app/messages/translator.ts'
import { database } from '#app/platform/database.server.ts'
import { answer, pageParam } from '#app/platform/http/answer.server.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { newKey } from '#app/platform/http/idempotency.server.ts'
import { useDates } from '#app/ui/dates.tsx'
import { Localised } from '#app/ui/localised.tsx'
import { Alert } from '#app/ui/message.tsx'
import { WorkHead } from '#app/ui/page-head.tsx'
import { Columns } from '#app/ui/panes.tsx'

const notices = ['saved', 'approved', 'published'] as const

export async function loader(args: LoaderFunctionArgs) {
  const found = await answeredAtDesk(args)
  const { actor, t, finding, strategy, theme, citation, base, title, place, crumbs } = found
  const page = pageParam(new URL(args.request.url))
  const { db } = database()
  const [whole, own, citations, facts] = await Promise.all([
    findResponse(finding.id, null),
    citation ? findResponse(finding.id, citation.id) : null,
    listAnswerable(finding.id, page),
    factsOf(db, finding),
  ])
  const response = citation ? own : whole
  const versions = response ? await findApprovedVersions(response) : { approved: null, published: null }
  const problems = {
    written: response ? problemsWith(response, facts) : [],
    approved: response && versions.approved ? problemsWith({ ...response, ...versions.approved }, facts) : [],
  }
  const asked = found.searchParams.get('notice')
  return {
    ...{ finding: { id: finding.id, title: finding.title }, base, own: found.own, place },
    ...{ citation, response, problems, whole, citations, page },
    pageCount: Math.ceil(citations.total / citationsPerPage),
    published: response && response.publishedRevision !== response.revision ? versions.published : null,
    hasStandardAnswer: Boolean(theme?.standardAnswer?.nb || theme?.standardAnswer?.nn),
    keys: { write: newKey(), approve: newKey(), publish: newKey() },
    may: { write: mayRespond(actor, strategy.id), approve: mayApprove(actor, strategy.id) },
    notice: notices.find((one) => one === asked) ?? null,
    crumbs: [...crumbs, { label: t('response.title') }],
    pageTitle: `${t('response.title')}: ${title}`,
  }
}

export async function action(args: ActionFunctionArgs) {
  const { actor, t, theme, citation, answering, base } = await answeredToWrite(args)
  const here = (notice: (typeof notices)[number]) => {
    const query = new URLSearchParams({ ...(citation && { citation: citation.id }), notice })
    return redirect(`${base}/response?${query}`)
  }
  // What is typed stands in the form again, which is then drawn anew.
  const none = { errors: [], typed: null, saved: null, problem: null, again: newKey() }
  const posted = args.request.clone()
  const form = await readForm(args.request, responseForm)
  if ('errors' in form) {
    const errors = Object.entries(form.errors).map(([field, [reason]]) => {
      const known = (['dispositionMissing', 'reasonTooLong'] as const).find((one) => one === reason)
      return { field, message: known ? t(`response.errors.${known}`) : t('errors.unclear') }
    })
    return data({ ...none, errors, typed: form.typed }, 422)
  }
  const { value } = form
  switch (value.act) {
    case 'insert': {
      const typed = Object.fromEntries(await posted.formData())
      if (!value.insert) {
        const error = { field: 'insert', message: t('response.errors.chooseSentence') }
        return data({ ...none, typed, errors: [error] }, 422)
      }
      const from = value.insert
      const usual = (lang: 'nb' | 'nn') =>
        from === 'theme'
          ? (theme?.standardAnswer?.[lang] ?? '')
          : translator(lang, 'workbench')(`response.sentences.${from}`)
      const sentence = { nb: usual('nb'), nn: usual('nn') }
      return data({ ...none, typed: withSentence(typed, sentence, from === 'theme' ? null : from) })
    }
    case 'write': {
      const outcome = answer(await writeResponse(actor, answering, value))
      if (!('refusal' in outcome)) return here('saved')
      const saved = await findResponse(answering.findingId, answering.citationId)
      return data({ ...none, typed: { ...value }, saved }, 409)
    }
    case 'approve': {
      const outcome = answer(await approveResponse(actor, answering, value))
      if (!('refusal' in outcome)) return here('approved')
      return data({ ...none, problem: outcome.refusal }, outcome.refusal === 'stale' ? 409 : 422)
    }
    case 'publish': {
      const outcome = answer(await publishResponse(actor, answering, value))
      if (!('refusal' in outcome)) return here('published')
      return data({ ...none, problem: outcome.refusal }, outcome.refusal === 'stale' ? 409 : 422)
    }
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: `${data.pageTitle} – Innspill` }] : [{ title: 'Innspill' }]

export default function ResponsePage() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const t = useTranslations('workbench.response')
  const { clock } = useDates()
  const { base, own, finding, citation, response, may, notice } = page
  const here = `${base}/response${own}`
  const saved = refused?.saved ?? null
  return (
    <>
      <WorkHead
        title={t('title')}
        meta={<Localised text={finding.title} />}
        actions={
          <>
            <a href={base}>{t('toFinding')}</a>
            {response && <a href={`${base}/changes${own}`}>{t('toChanges')}</a>}
          </>
        }
      />
      <div className="in-stack">
        {notice && notice !== 'saved' && !refused && (
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
        {saved && <SavedResponse response={saved} />}
        {!may.write && <p className="in-muted">{t('readOnly')}</p>}
        <Columns
          aside={
            <>
              {response && (
                <ResponseStanding
                  {...{ response, keys: page.keys, problems: page.problems, published: page.published }}
                  action={here}
                  mayApprove={may.approve}
                  mayPublish={may.write}
                />
              )}
              <ResponseList
                {...{ base: `${base}/response`, whole: page.whole, citations: page.citations }}
                current={citation?.id ?? null}
                page={page.page}
                pageCount={page.pageCount}
              />
            </>
          }
        >
          <div className="in-stack">
            <AnsweredPassage finding={{ ...finding, href: base }} citation={citation} />
            {may.write ? (
              <ResponseForm
                key={`${citation?.id ?? ''} ${refused?.again ?? ''} ${response?.revision ?? 0}`}
                action={here}
                formKey={page.keys.write}
                revision={saved?.revision ?? response?.revision ?? 0}
                stored={response}
                hasStandardAnswer={page.hasStandardAnswer}
                typed={refused?.typed ?? null}
                errors={refused?.errors ?? []}
                saved={
                  notice === 'saved' && !refused && response
                    ? t('notices.saved', { at: clock(response.updatedAt) })
                    : null
                }
              />
            ) : (
              <ResponseRead response={response} />
            )}
          </div>
        </Columns>
      </div>
    </>
  )
}
