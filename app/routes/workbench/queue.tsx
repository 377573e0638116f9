import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import { queuePath, readingPath } from '#app/features/assignments/address.ts'
import { DigestChoice } from '#app/features/assignments/components/digest-choice.tsx'
import { QueueAssignments, QueueRechecks } from '#app/features/assignments/components/queue-assignments.tsx'
import { QueueNext } from '#app/features/assignments/components/queue-next.tsx'
import { chooseDigest, wantsDigest } from '#app/features/assignments/digest.server.ts'
import { digestForm } from '#app/features/assignments/forms.ts'
import { readQueue } from '#app/features/assignments/kept.server.ts'
import { readerOf } from '#app/features/assignments/queue.server.ts'
import { requireStaff } from '#app/features/identity/access.server.ts'
import { translator } from '#app/messages/translator.ts'
import { answer, isId } from '#app/platform/http/answer.server.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { newKey } from '#app/platform/http/idempotency.server.ts'
import { osloDate } from '#app/platform/oslo-time.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { WorkHead } from '#app/ui/page-head.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireStaff(args)
  const asked = new URL(args.request.url).searchParams
  const from = asked.get('after')
  const reader = readerOf(actor)
  const [{ queue, rechecks }, wanted] = await Promise.all([
    readQueue(reader, from && isId(from) ? from : null),
    wantsDigest(actor.personId),
  ])
  // The address that leads straight to the text: from a reading page, from a bookmark.
  const [next] = queue.next
  if (asked.has('next') && next) throw redirect(readingPath(next))
  const t = translator(actor.locale, 'workbench')
  return {
    ...{ queue, rechecks, wanted, formKey: newKey(), today: osloDate(new Date()) },
    notice: (['yes', 'no'] as const).find((one) => one === asked.get('digest')) ?? null,
    crumbs: [{ label: t('queue.title') }],
    pageTitle: t('queue.title'),
  }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireStaff(args)
  const form = await readForm(args.request, digestForm)
  if ('errors' in form) {
    const message = translator(actor.locale, 'workbench')('assignmentErrors.unclear')
    return data({ errors: [{ field: 'wanted', message }] }, 422)
  }
  const { key, wanted } = form.value
  answer(await chooseDigest(actor, { key, wanted: wanted === 'yes' }))
  return redirect(`${queuePath}?digest=${wanted}#digest`)
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: `${data.pageTitle} – Innspill` }] : [{ title: 'Innspill' }]

export default function QueuePage() {
  const { queue, rechecks, wanted, formKey, today, notice } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const t = useTranslations('workbench.queue')
  const heading = useTranslations('workbench.errors')
  return (
    <>
      <WorkHead title={t('title')} meta={t('lead')} />
      <div className="in-stack">
        {refused && <ErrorSummary heading={heading('heading')} errors={refused.errors} />}
        <QueueNext {...{ queue, today }} />
        {queue.assignments.length > 0 && <QueueAssignments own={queue.assignments} today={today} />}
        <QueueRechecks rechecks={rechecks} />
        <p className="in-small in-muted in-measure">{t('rule')}</p>
        <DigestChoice {...{ wanted, formKey }} saved={refused ? null : notice} />
      </div>
    </>
  )
}
