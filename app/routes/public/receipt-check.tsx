import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useLocale, useTranslations } from 'use-intl/react'
import { type CheckedReceipt, CheckOutcome } from '#app/features/inputs/components/check-outcome.tsx'
import { isReceiptNumber } from '#app/features/inputs/receipt.ts'
import { typedHash } from '#app/features/inputs/receipt-check.ts'
import { receiptCheckForm } from '#app/features/inputs/receipt-forms.ts'
import { checkReceipt } from '#app/features/inputs/verification.server.ts'
import { translator } from '#app/messages/translator.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { localeOfPath, pathIn } from '#app/platform/locale.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextArea, TextField } from '#app/ui/field.tsx'
import { PageHead } from '#app/ui/page-head.tsx'

/** A form, so nobody keeps a copy of it. */
export const headers: HeadersFunction = () => ({ 'Cache-Control': 'no-store' })

export async function loader({ request }: LoaderFunctionArgs) {
  const url = new URL(request.url)
  const asked = url.searchParams.get('number')?.trim() ?? ''
  const t = translator(localeOfPath(url.pathname), 'public')
  return { number: isReceiptNumber(asked) ? asked : '', crumbs: [{ label: t('check.crumb') }] }
}

type Problem = { field: 'number' | 'sum'; reason: 'numberUnusable' | 'sumUnusable' | 'unknown' | 'flooded' }

/** Says whether number and sum belong together and whether what is stored still gives the sum. Changes nothing. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request, receiptCheckForm)
  const sent: Record<string, unknown> = 'errors' in form ? form.typed : form.value
  const asText = (value: unknown) => (typeof value === 'string' ? value.slice(0, 500) : '')
  const typed = { number: asText(sent.number), sum: asText(sent.sum) }
  const refused = (problems: Problem[], status = 422) =>
    data({ typed, problems, checked: null as CheckedReceipt | null }, { status })
  if (context.checkFlooded) return refused([{ field: 'number', reason: 'flooded' }], 429)
  const number = typed.number.trim()
  const sum = typedHash(typed.sum)
  const problems: Problem[] = []
  if (!isReceiptNumber(number)) problems.push({ field: 'number', reason: 'numberUnusable' })
  if (sum === null) problems.push({ field: 'sum', reason: 'sumUnusable' })
  if (problems.length > 0) return refused(problems)
  const found = await checkReceipt(number)
  // One answer to a number we never gave and to a sum that is not its own: who guesses learns nothing.
  if (!found || found.storedHash !== sum) return refused([{ field: 'sum', reason: 'unknown' }])
  const { storedHash, recomputedHash, versionId, inputId, ...shown } = found
  return data({ typed, problems: [], checked: { ...shown, intact: recomputedHash === storedHash } })
}

export const meta: MetaFunction<typeof loader> = ({ location }) => [
  { title: `${translator(localeOfPath(location.pathname), 'public')('check.title')} – Innspill` },
]

export default function ReceiptCheck() {
  const { number } = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  const t = useTranslations('public.check')
  const locale = useLocale()
  const problems = answered?.problems ?? []
  const errorOf = (name: Problem['field']) => {
    const found = problems.find(({ field }) => field === name)
    return found && t(`problems.${found.reason}`)
  }
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      <div className="in-page in-stack in-stack--6">
        {answered?.checked && <CheckOutcome checked={answered.checked} />}
        <form method="post" action={pathIn(locale, '/check')} className="in-form in-measure" noValidate>
          <ErrorSummary
            heading={t('problems.heading')}
            errors={problems.map(({ field, reason }) => ({ field, message: t(`problems.${reason}`) }))}
          />
          <TextField
            name="number"
            label={t('number')}
            help={t('numberHelp')}
            maxLength={40}
            autoComplete="off"
            defaultValue={answered?.typed.number ?? number}
            error={errorOf('number')}
          />
          <TextArea
            name="sum"
            label={t('sum')}
            help={t('sumHelp')}
            rows={3}
            maxLength={200}
            defaultValue={answered?.typed.sum}
            error={errorOf('sum')}
          />
          <Button>{t('submit')}</Button>
        </form>
        <p className="in-meta in-measure">{t('how')}</p>
      </div>
    </>
  )
}
