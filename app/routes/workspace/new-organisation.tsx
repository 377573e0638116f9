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
import { startPath, workspacePath } from '#app/features/inputs/address.ts'
import { WorkspaceFrame } from '#app/features/inputs/components/workspace-frame.tsx'
import { joinPath, newOrganisationPath } from '#app/features/organisations/address.ts'
import { KindSelect } from '#app/features/organisations/components/kind-select.tsx'
import { createUnlisted } from '#app/features/organisations/creation.server.ts'
import { newOrganisationForm } from '#app/features/organisations/forms.ts'
import { errorOf, problemOf, problemsOf } from '#app/features/organisations/problems.ts'
import { translator } from '#app/messages/translator.ts'
import { answer, isId } from '#app/platform/http/answer.server.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { newKey } from '#app/platform/http/idempotency.server.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Alert } from '#app/ui/message.tsx'
import { WorkHead } from '#app/ui/page-head.tsx'
import { Panel } from '#app/ui/panel.tsx'

const roundOf = (request: Request) => {
  const asked = new URL(request.url).searchParams.get('round') ?? ''
  return isId(asked) ? asked : undefined
}

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  return {
    ...{ name: actor.name, staff: actor.staff.length > 0, demo: isDemo(), formKey: newKey() },
    ...{ round: roundOf(args.request) ?? null },
    title: translator(actor.locale, 'workspace')('newOrganisation.title'),
  }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const form = await readForm(args.request, newOrganisationForm)
  const asText = (value: unknown) => (typeof value === 'string' ? value : '')
  const sent: Record<string, unknown> = 'errors' in form ? form.typed : form.value
  const typed = {
    ...{ name: asText(sent.name), kind: asText(sent.kind) },
    organisationNumber: asText(sent.organisationNumber),
  }
  if ('errors' in form)
    return data({ typed, problems: problemsOf(actor.locale, form.errors), known: null }, { status: 422 })
  const { key, ...wished } = form.value
  const outcome = answer(await createUnlisted(actor, wished, key))
  if (!('refusal' in outcome)) {
    const round = roundOf(args.request)
    return redirect(round ? startPath(outcome.slug, round) : workspacePath(outcome.slug))
  }
  const known = 'known' in outcome ? outcome.known : null
  const problems = known ? [] : [problemOf(actor.locale, outcome.refusal)]
  return data({ typed, problems, known }, { status: 422 })
}

export const headers = () => ({ 'Cache-Control': 'no-store' })

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function NewOrganisation() {
  const { name, staff, demo, formKey, round, title } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const t = useTranslations('workspace.newOrganisation')
  const problems = refused?.problems ?? []
  return (
    <WorkspaceFrame demo={demo} who={name} staff={staff} links={[]}>
      <div className="in-narrow in-stack in-stack--5">
        <WorkHead title={title} meta={t('lead')} />
        {refused?.known && (
          <Alert tone="warning" heading={t('known', { organisation: refused.known.name })} live>
            <p>{t('knownText')}</p>
            <p>
              <a href={`${joinPath()}?organisation=${encodeURIComponent(refused.known.slug)}`}>{t('ask')}</a>
            </p>
          </Alert>
        )}
        <Panel>
          <form method="post" action={newOrganisationPath(round ?? undefined)} className="in-form" noValidate>
            <ErrorSummary heading={t('notMade')} errors={problems} />
            <input type="hidden" name="key" value={formKey} />
            <TextField
              name="name"
              label={t('name')}
              help={t('nameHelp')}
              autoComplete="organization"
              maxLength={200}
              required
              defaultValue={refused?.typed.name}
              error={errorOf(problems, 'name')}
            />
            <KindSelect
              label={t('kind')}
              emptyLabel={t('chooseKind')}
              defaultValue={refused?.typed.kind ?? ''}
              error={errorOf(problems, 'kind')}
            />
            <TextField
              name="organisationNumber"
              label={t('number')}
              help={t('numberHelp')}
              inputMode="numeric"
              maxLength={20}
              defaultValue={refused?.typed.organisationNumber}
              error={errorOf(problems, 'organisationNumber')}
            />
            <p className="in-small">{t('roles')}</p>
            <Button>{t('button')}</Button>
          </form>
        </Panel>
        <p>
          <a href={joinPath()}>{t('search')}</a>
        </p>
      </div>
    </WorkspaceFrame>
  )
}
