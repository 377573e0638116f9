import { Form, useNavigation } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import { Button } from '#app/ui/button.tsx'
import { Checkbox } from '#app/ui/choice.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { Panel } from '#app/ui/panel.tsx'
import type { SignOffForm } from '../sending-forms.ts'
import type { SignOffView } from '../sign-off.server.ts'

/** What came back of a step that was not taken: which, what was typed, and the sentence at its field. */
export type RefusedStep = { act: string; text: string; field: string; message: string }

type Props = {
  signOff: SignOffView
  mayWrite: boolean
  mayApprove: boolean
  formKey: string
  refused: RefusedStep | null
}

/** The steps one may take now, the likeliest first. Each form has a field of its own, so that nothing typed is lost. */
export function SignOffForms({ signOff, mayWrite, mayApprove, formKey, refused }: Props) {
  const t = useTranslations('workspace.signOff')
  const busy = useNavigation().state !== 'idle'
  const { offered, anythingWritten, draftRevision, state } = signOff
  const hidden = (act: SignOffForm['act']) => (
    <>
      <input type="hidden" name="act" value={act} />
      <input type="hidden" name="key" value={formKey} />
    </>
  )
  const words = (act: SignOffForm['act'], name: 'comment' | 'reason', label: string, help?: string) => (
    <TextArea
      id={`${act}-${name}`}
      rows={3}
      maxLength={2_000}
      {...{ name, label, help }}
      defaultValue={refused?.act === act ? refused.text : undefined}
      error={refused?.field === `${act}-${name}` ? refused.message : undefined}
    />
  )
  const approves = mayApprove && offered.includes('approved')
  const asks = mayWrite && offered.includes('asked')
  return (
    <>
      {approves && (
        <Panel id="approve" heading={t('approve')}>
          <Form method="post" className="in-form">
            {hidden('approve')}
            <input type="hidden" name="revision" value={draftRevision} />
            <p>{anythingWritten ? t('approveText') : t('approveNothing')}</p>
            {words('approve', 'comment', t('comment'))}
            <Button disabled={busy}>{t('approveButton')}</Button>
          </Form>
        </Panel>
      )}
      {asks && (
        <Panel id="ask" heading={state === 'changed' ? t('askAgain') : t('ask')}>
          <Form method="post" className="in-form">
            {hidden('ask')}
            {!anythingWritten && (
              <Checkbox
                id="ask-noRemarks"
                name="noRemarks"
                label={t('askNothing')}
                error={refused?.field === 'ask-noRemarks' ? refused.message : undefined}
              />
            )}
            {words('ask', 'comment', t('message'))}
            <Button variant={approves ? 'secondary' : 'primary'} disabled={busy}>
              {t('askButton')}
            </Button>
          </Form>
        </Panel>
      )}
      {mayApprove && offered.includes('sent-back') && (
        <Panel id="send-back" heading={t('sendBack')}>
          <Form method="post" className="in-form">
            {hidden('send-back')}
            {words('send-back', 'reason', t('reason'), t('reasonHelp'))}
            <Button variant="secondary" disabled={busy}>
              {t('sendBackButton')}
            </Button>
          </Form>
        </Panel>
      )}
      {mayWrite && offered.includes('reopened') && (
        <Form method="post">
          {hidden('reopen')}
          <p className="in-small in-muted">{state === 'asked' ? t('reopenAskedText') : t('reopenText')}</p>
          <Button variant="tertiary" disabled={busy}>
            {state === 'asked' ? t('reopenAsked') : t('reopen')}
          </Button>
        </Form>
      )}
    </>
  )
}
