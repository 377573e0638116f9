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
import { languageForm } from '#app/features/identity/forms.ts'
import { chooseLanguage, findAddress } from '#app/features/identity/person.server.ts'
import { WorkspaceFrame } from '#app/features/inputs/components/workspace-frame.tsx'
import { translator } from '#app/messages/translator.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { newKey } from '#app/platform/http/idempotency.server.ts'
import { languageNames, locales } from '#app/platform/locale.ts'
import { Button } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choice.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Alert } from '#app/ui/message.tsx'
import { WorkHead } from '#app/ui/page-head.tsx'
import { Panel } from '#app/ui/panel.tsx'

export const handle = { scripted: true }

/** Oneself: who one is here, and the language of screens and letters. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  return {
    ...{ name: actor.name, staff: actor.staff.length > 0, chosen: actor.locale, demo: isDemo() },
    ...{ email: await findAddress(actor), formKey: newKey() },
    saved: new URL(args.request.url).searchParams.has('saved'),
    title: translator(actor.locale, 'auth')('profile.title'),
  }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const form = await readForm(args.request, languageForm)
  if ('errors' in form)
    return data({ error: translator(actor.locale, 'auth')('profile.languageMissing') }, { status: 422 })
  await chooseLanguage(actor, form.value.language, form.value.key)
  return redirect('/profile?saved')
}

export const headers = () => ({ 'Cache-Control': 'no-store' })

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: `${page?.title} – Innspill` }]

export default function Profile() {
  const { name, staff, email, chosen, demo, formKey, saved, title } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const t = useTranslations('auth.profile')
  return (
    <WorkspaceFrame demo={demo} who={name} staff={staff} links={[]}>
      <div className="in-narrow in-stack in-stack--5">
        <WorkHead title={title} />
        {saved && !refused && <Alert tone="success" heading={t('saved')} live />}
        <Panel>
          <DefinitionList
            items={[
              { term: t('name'), description: name },
              { term: t('email'), description: email },
            ]}
          />
        </Panel>
        <Panel>
          {/* A plain form: the whole page comes back in the language chosen. */}
          <form method="post" action="/profile" className="in-form">
            {refused && (
              <ErrorSummary
                heading={t('notSaved')}
                errors={[{ field: 'language', message: refused.error }]}
              />
            )}
            <input type="hidden" name="key" value={formKey} />
            <RadioGroup
              name="language"
              legend={t('language')}
              help={t('languageHelp')}
              defaultValue={chosen}
              error={refused?.error}
              options={locales.map((value) => ({
                value,
                label: <span lang={value}>{languageNames[value]}</span>,
              }))}
            />
            <Button>{t('save')}</Button>
          </form>
        </Panel>
      </div>
    </WorkspaceFrame>
  )
}
