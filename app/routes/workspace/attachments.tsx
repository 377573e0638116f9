import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { data, type MetaFunction, useActionData, useLoaderData, useRevalidator } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl/react'
import { requireActor } from '#app/features/identity/access.server.ts'
import type { Actor } from '#app/features/identity/actor.ts'
import { attachmentsPath, writingPath } from '#app/features/inputs/address.ts'
import { removeAttachment } from '#app/features/inputs/attaching.server.ts'
import { removalForm } from '#app/features/inputs/attachment-forms.ts'
import { uploadAttachment } from '#app/features/inputs/attachment-upload.server.ts'
import { listAttachments } from '#app/features/inputs/attachments.server.ts'
import { AttachmentForm, RemovalConfirmation } from '#app/features/inputs/components/attachment-form.tsx'
import { AttachmentList } from '#app/features/inputs/components/attachment-list.tsx'
import { findDraft, findOwnInput } from '#app/features/inputs/drafts.server.ts'
import { translator } from '#app/messages/translator.ts'
import { config } from '#app/platform/config.server.ts'
import { answer, denied, idParam, slugParam } from '#app/platform/http/answer.server.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { newKey } from '#app/platform/http/idempotency.server.ts'
import { pick } from '#app/platform/localised-text.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Alert } from '#app/ui/message.tsx'
import { WorkHead } from '#app/ui/page-head.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { Columns } from '#app/ui/panes.tsx'

export const handle = { scripted: true }

const megabyte = 1024 * 1024

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const slug = slugParam(args.params.organisation)
  const inputId = idParam(args.params.input)
  const draft = answer(await findDraft(actor, slug, inputId))
  const files = await listAttachments(inputId)
  const { searchParams } = new URL(args.request.url)
  const t = translator(actor.locale, 'workspace')
  const done = (['added', 'removed'] as const).find((act) => act === searchParams.get('done'))
  const { largestFile, mostFiles } = config()
  return {
    ...{ inputId, slug, files, key: newKey() },
    questions: draft.questions
      .filter(({ kind }) => kind === 'file')
      .map(({ id, position, title }) => ({ id, position, title })),
    question: searchParams.get('question'),
    removing: files.find(({ id }) => id === searchParams.get('remove')) ?? null,
    done: done ?? null,
    notHandedOut: searchParams.has('waiting'),
    limits: { standing: files.length, most: mostFiles, megabytes: Math.floor(largestFile / megabyte) },
    mayWrite: draft.standing.mayWrite,
    withdrawn: draft.withdrawnAt !== null,
    title: t('attachments.title'),
    meta: t('submission.meta', {
      organisation: draft.sender.name,
      round: t('round.name', {
        strategy: pick(draft.round.strategyTitle, actor.locale).text,
        number: draft.round.number,
      }),
    }),
  }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const slug = slugParam(args.params.organisation)
  const inputId = idParam(args.params.input)
  const { standing } = answer(await findOwnInput(actor, slug, inputId))
  if (!standing.mayWrite) throw denied('forbidden')
  const type = args.request.headers.get('Content-Type') ?? ''
  const place = { actor, slug, inputId, request: args.request }
  return type.startsWith('multipart/form-data') ? add(place) : remove(place)
}

type Place = { actor: Actor; slug: string; inputId: string; request: Request }

async function add({ actor, slug, inputId, request }: Place) {
  const outcome = answer(await uploadAttachment(actor, inputId, request))
  if (!('refusal' in outcome)) return redirect(`${attachmentsPath(slug, inputId)}?done=added`)
  const t = translator(actor.locale, 'workspace')
  const { largestFile, mostFiles } = config()
  const message = t(`attachments.problems.${outcome.refusal}`, {
    ...{ size: Math.floor(largestFile / megabyte), most: mostFiles },
  })
  const status = outcome.refusal === 'file-too-large' ? 413 : 422
  return data({ act: 'add' as const, field: 'file', message, question: outcome.question }, status)
}

async function remove({ actor, slug, inputId, request }: Place) {
  const t = translator(actor.locale, 'workspace')
  const refused = (reason: 'try-again' | 'withdrawn') =>
    data(
      {
        ...{ act: 'remove' as const, field: 'files', question: null },
        message: t(`attachments.problems.${reason}`),
      },
      422,
    )
  const form = await readForm(request, removalForm)
  if ('errors' in form) return refused('try-again')
  const { attachment, key } = form.value
  const outcome = answer(await removeAttachment(actor, inputId, attachment, key))
  if ('refusal' in outcome) return refused(outcome.refusal)
  return redirect(`${attachmentsPath(slug, inputId)}?done=removed`)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Attachments() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const t = useTranslations('workspace.attachments')
  const { slug, inputId, files, questions, removing, mayWrite, withdrawn } = page
  const here = attachmentsPath(slug, inputId)
  const writable = mayWrite && !withdrawn
  useRefresh(files.some(({ state }) => state === 'waiting' || state === 'unscanned'))
  return (
    <div className="in-stack in-stack--5">
      <WorkHead
        title={page.title}
        meta={page.meta}
        actions={
          <LinkButton variant="secondary" size="sm" href={writingPath(slug, inputId)}>
            {t('write')}
          </LinkButton>
        }
      />
      {refused && (
        <ErrorSummary
          heading={t(refused.act === 'add' ? 'errors' : 'removeErrors')}
          errors={[{ field: refused.field, message: refused.message }]}
        />
      )}
      {!refused && page.done && (
        <Alert tone="success" live>
          <p>{t(`done.${page.done}`)}</p>
        </Alert>
      )}
      {page.notHandedOut && (
        <Alert tone="warning">
          <p>{t('notHandedOut')}</p>
        </Alert>
      )}
      {!writable && (
        <Alert tone="info">
          <p>{t(withdrawn ? 'withdrawn' : 'readOnly')}</p>
        </Alert>
      )}
      {writable && removing && <RemovalConfirmation action={here} formKey={page.key} file={removing} />}
      <Columns
        aside={
          <Panel id="public" heading={t('public')}>
            <div className="in-stack in-stack--2">
              <p>{t('publicText')}</p>
              <p>{t('readText')}</p>
            </div>
          </Panel>
        }
      >
        <div className="in-stack in-stack--5">
          {writable && (
            <AttachmentForm
              {...{ questions, limits: page.limits, formKey: page.key, action: here }}
              question={refused?.question ?? page.question}
              error={refused?.act === 'add' ? refused.message : undefined}
            />
          )}
          <Panel id="files" heading={t('list')}>
            {files.length === 0 ? (
              <Empty heading={t('none')} level={3}>
                {t('noneText')}
              </Empty>
            ) : (
              <AttachmentList
                files={files}
                numberOf={(id) => questions.find((question) => question.id === id)?.position ?? null}
                href={(id) => attachmentsPath(slug, inputId, id)}
                removeHref={writable ? (id) => `${here}?remove=${id}` : undefined}
              />
            )}
          </Panel>
        </div>
      </Columns>
    </div>
  )
}

const refreshMs = 3_000
const mostRefreshes = 20

/** With script the page looks again while files are being read, for a minute. */
function useRefresh(waiting: boolean) {
  const { revalidate } = useRevalidator()
  const times = useRef(0)
  useEffect(() => {
    if (!waiting) return
    const timer = setInterval(() => {
      times.current += 1
      if (times.current > mostRefreshes) clearInterval(timer)
      else revalidate()
    }, refreshMs)
    return () => clearInterval(timer)
  }, [waiting, revalidate])
}
