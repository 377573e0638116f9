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
import type { Actor } from '#app/features/identity/actor.ts'
import { commentingPath, writingPath } from '#app/features/inputs/address.ts'
import { withChanges } from '#app/features/inputs/comment-changes.ts'
import { commentForm, type PostedComment } from '#app/features/inputs/comment-forms.ts'
import {
  addComment,
  changeComment,
  removeComment,
  restoreComment,
} from '#app/features/inputs/commenting.server.ts'
import { findConsulted, listDraftComments } from '#app/features/inputs/comments.server.ts'
import { commentId } from '#app/features/inputs/components/comment-card.tsx'
import {
  CommentNotices,
  CommentToast,
  useClosedWhenSaved,
} from '#app/features/inputs/components/comment-notices.tsx'
import { CommentedDocument } from '#app/features/inputs/components/commented-document.tsx'
import { SelectionBar } from '#app/features/inputs/components/selection-bar.tsx'
import { findOwnInput } from '#app/features/inputs/drafts.server.ts'
import { changeFieldsId, fieldOf, newFieldsId, postedOf } from '#app/features/inputs/refused-comment.ts'
import { translator } from '#app/messages/translator.ts'
import { answer, denied, idParam, slugParam } from '#app/platform/http/answer.server.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { newKey } from '#app/platform/http/idempotency.server.ts'
import { pick } from '#app/platform/localised-text.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Localised } from '#app/ui/localised.tsx'
import { WorkHead } from '#app/ui/page-head.tsx'

export const handle = { scripted: true }

const notices = ['saved', 'removed', 'restored'] as const

async function find(args: LoaderFunctionArgs, actor: Actor) {
  const { organisation, input, version } = args.params
  const head = answer(await findOwnInput(actor, slugParam(organisation), idParam(input)))
  return { head, version: answer(await findConsulted(head.round.id, idParam(version))) }
}

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const { head, version } = await find(args, actor)
  const asked = new URL(args.request.url).searchParams
  const comments = withChanges(await listDraftComments(head.id, version.id))
  const { blocks, ...edition } = version
  const t = translator(actor.locale, 'workspace')
  const title = pick(version.documentTitle, actor.locale).text
  return {
    ...{ blocks, comments, edition, key: newKey(), inputId: head.id, slug: head.sender.slug },
    writable: head.standing.mayWrite && head.withdrawnAt === null,
    withdrawn: head.withdrawnAt !== null,
    notice: notices.find((one) => one === asked.get('notice')) ?? null,
    about: asked.get('comment')?.slice(0, 40) ?? null,
    title: t('comments.title', { title }),
    meta: t('comments.meta', { number: head.round.number, sender: head.sender.name }),
  }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const { head, version } = await find(args, actor)
  if (!head.standing.mayWrite) throw denied('forbidden')
  const form = await readForm(args.request, commentForm)
  if ('errors' in form) return refused(form.typed, 'try-again')
  const { value } = form
  const outcome = answer(await carryOut(actor, head.id, version.id, value))
  if ('refusal' in outcome) return refused(value, outcome.refusal)
  if ('conflict' in outcome) return data({ typed: value, refusal: null, conflict: outcome.conflict }, 422)
  const notice = value.act === 'remove' ? 'removed' : value.act === 'restore' ? 'restored' : 'saved'
  const to = `${commentingPath(head.sender.slug, head.id, version.id)}?notice=${notice}&comment=${outcome.commentId}`
  return redirect(notice === 'removed' ? to : `${to}#${commentId(outcome.commentId)}`)
}

const refused = <Reason extends string>(typed: Record<string, unknown>, refusal: Reason) =>
  data({ typed, refusal, conflict: null }, 422)

function carryOut(actor: Actor, inputId: string, versionId: string, posted: PostedComment) {
  if (posted.act === 'remove') return removeComment(actor, inputId, posted.comment, posted.revision)
  if (posted.act === 'restore') return restoreComment(actor, inputId, posted.comment)
  const { stance, proposal, reason } = posted
  const typed = { stance, proposal, reason }
  if (posted.act === 'change')
    return changeComment(actor, inputId, posted.comment, { revision: posted.revision, typed })
  const { paragraph: paragraphId, lang, key, quote, prefix, suffix, startCp } = posted
  const marked = { quote, prefix, suffix, startCp: startCp ?? null }
  return addComment(actor, inputId, { versionId, paragraphId, lang, marked, typed, key })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Innspill` }]

export default function Commenting() {
  const page = useLoaderData<typeof loader>()
  const back = useActionData<typeof action>() ?? null
  const t = useTranslations('workspace.comments')
  const reasons = useTranslations('workspace.comments.refused')
  const { blocks, comments, writable, notice, about } = page
  useClosedWhenSaved((notice === 'saved' && comments.find(({ id }) => id === about)) || null)
  const posted = back && postedOf(back.typed)
  const field = back?.refusal ? fieldOf(back.refusal) : null
  const message = back?.refusal ? reasons(back.refusal) : ''
  const conflict = back?.conflict ?? null
  const isGone = posted && conflict && !comments.some(({ id }) => id === posted.at)
  const fields = posted?.isNew
    ? newFieldsId(blocks.find(({ id }) => id === posted.at)?.anchor ?? '')
    : changeFieldsId(posted?.at ?? '')
  const problem = field && { field, message }
  return (
    <div className="in-stack">
      <WorkHead
        title={page.title}
        meta={
          <>
            {page.meta} <Localised text={page.edition.title} />.{' '}
            <a href={writingPath(page.slug, page.inputId)}>{t('toWriting')}</a>
          </>
        }
      />
      <ErrorSummary
        heading={t('errors')}
        errors={[
          ...(back?.refusal ? [{ field: field ? `${fields}-${field}` : 'main', message }] : []),
          ...(conflict && posted
            ? [{ field: isGone ? 'gone' : commentId(posted.at), message: t('conflict') }]
            : []),
        ]}
      />
      <CommentNotices
        {...page}
        gone={isGone ? { comment: posted.at, typed: posted.fields, conflict } : null}
      />
      <CommentedDocument
        {...{ blocks, comments, writable }}
        formKey={page.key}
        refused={posted && { at: posted.at, of: { problem, typed: posted.fields, conflict } }}
      />
      {writable && <SelectionBar />}
      {notice && !back && <CommentToast notice={notice} about={writable ? about : null} />}
    </div>
  )
}
