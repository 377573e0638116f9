import { Form, useNavigation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl/react'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { type Option, Select, TextArea, TextField } from '#app/ui/field.tsx'
import { type ArrowsUpDownIcon, ChevronDownIcon, ChevronUpIcon } from '#app/ui/icons.tsx'
import { Panel } from '#app/ui/panel.tsx'
import type { FieldProblem, ThemeTyped } from './theme-form.tsx'

type Common = { formKey: string; typed: ThemeTyped; errors: FieldProblem[]; cancel: string }

type ChangeFormProps = Common & {
  act: 'move' | 'merge' | 'retire' | 'restore'
  heading: string
  submit: string
  danger?: boolean
  children: ReactNode
}

const asText = (value: unknown) => (typeof value === 'string' ? value : undefined)

function ChangeForm({ act, heading, submit, danger, formKey, errors, cancel, children }: ChangeFormProps) {
  const t = useTranslations('workbench')
  const busy = useNavigation().state === 'submitting'
  return (
    <Panel id={act} heading={heading}>
      <ErrorSummary heading={t('errors.heading')} errors={errors} />
      <Form method="post" className="in-form">
        <input type="hidden" name="act" value={act} />
        <input type="hidden" name="key" value={formKey} />
        {children}
        <div className="in-row">
          <Button disabled={busy} danger={danger}>
            {submit}
          </Button>
          <a href={cancel}>{t('codebook.form.cancel')}</a>
        </div>
      </Form>
    </Panel>
  )
}

function Reason({ typed, errors, needed }: Pick<Common, 'typed' | 'errors'> & { needed: boolean }) {
  const t = useTranslations('workbench.theme')
  return (
    <TextArea
      name="reason"
      rows={2}
      label={needed ? t('reason') : t('reasonIf')}
      help={t('reasonHelp')}
      defaultValue={asText(typed?.reason)}
      error={errors.find(({ field }) => field === 'reason')?.message}
    />
  )
}

type MoveThemeProps = Common & {
  parents: Option[]
  parentId: string | null
  /** The sibling to stand before to come one up or one down; null is last, undefined where it cannot. */
  up: string | null | undefined
  down: string | null | undefined
  keys: { up: string; down: string }
}

/** Puts a theme under another, or one place up or down among its siblings. */
export function MoveTheme({ parents, parentId, up, down, keys, ...form }: MoveThemeProps) {
  const t = useTranslations('workbench.theme')
  return (
    <>
      <ChangeForm {...form} act="move" heading={t('move')} submit={t('moveDo')}>
        <Select
          name="parent"
          label={t('parent')}
          help={t('moveHelp')}
          options={parents}
          emptyLabel={t('atTop')}
          defaultValue={form.typed ? asText(form.typed.parent) : (parentId ?? '')}
          error={form.errors.find(({ field }) => field === 'parent')?.message}
        />
        <Reason {...form} needed={false} />
      </ChangeForm>
      {(up !== undefined || down !== undefined) && (
        <Panel id="order" heading={t('order')} level={3}>
          <div className="in-row">
            <Step before={up} parent={parentId} formKey={keys.up} label={t('up')} icon={ChevronUpIcon} />
            <Step
              before={down}
              parent={parentId}
              formKey={keys.down}
              label={t('down')}
              icon={ChevronDownIcon}
            />
          </div>
        </Panel>
      )}
    </>
  )
}

type StepProps = {
  before: string | null | undefined
  parent: string | null
  formKey: string
  label: string
  icon: typeof ArrowsUpDownIcon
}

function Step({ before, parent, formKey, label, icon }: StepProps) {
  if (before === undefined) return null
  return (
    <Form method="post">
      <input type="hidden" name="act" value="move" />
      <input type="hidden" name="key" value={formKey} />
      {parent && <input type="hidden" name="parent" value={parent} />}
      {before && <input type="hidden" name="before" value={before} />}
      <Button variant="secondary" size="sm" icon={icon}>
        {label}
      </Button>
    </Form>
  )
}

/** Makes a theme part of another, and says what becomes of what it holds. */
export function MergeTheme({
  code,
  passages,
  targets,
  chosen,
  ...form
}: Common & { code: string; passages: number; targets: Option[]; chosen: string | undefined }) {
  const t = useTranslations('workbench.theme')
  return (
    <ChangeForm {...form} act="merge" heading={t('merge')} submit={t('mergeDo')}>
      <p>{t('mergeText', { code, passages })}</p>
      <Select
        name="into"
        label={t('into')}
        options={targets}
        emptyLabel={t('choose')}
        defaultValue={asText(form.typed?.into) ?? chosen}
        error={form.errors.find(({ field }) => field === 'into')?.message}
      />
      <Reason {...form} needed />
    </ChangeForm>
  )
}

/** Takes a theme out of use, or into use again. */
export function RetireTheme({ retired, passages, ...form }: Common & { retired: boolean; passages: number }) {
  const t = useTranslations('workbench.theme')
  return (
    <ChangeForm
      {...form}
      act={retired ? 'restore' : 'retire'}
      heading={t(retired ? 'restore' : 'retire')}
      submit={t(retired ? 'restoreDo' : 'retireDo')}
      danger={!retired}
    >
      <p>{retired ? t('restoreText') : t('retireText', { passages })}</p>
      <Reason {...form} needed={!retired} />
    </ChangeForm>
  )
}

/** The fields of a theme that comes out of another. */
export function NewThemeFields({ typed, errors, code }: Pick<Common, 'typed' | 'errors'> & { code: string }) {
  const t = useTranslations('workbench')
  const fieldOf = (name: string) => ({
    name,
    defaultValue: asText(typed?.[name]),
    error: errors.find(({ field }) => field === name)?.message,
  })
  return (
    <>
      <TextField
        {...fieldOf('code')}
        label={t('codebook.form.code')}
        help={t('codebook.form.codeHelp')}
        defaultValue={asText(typed?.code) ?? code}
        maxLength={4}
        size={4}
      />
      <TextField {...fieldOf('titleNb')} label={t('codebook.form.titleNb')} lang="nb" />
      <TextField {...fieldOf('titleNn')} label={t('codebook.form.titleNn')} lang="nn" />
      <TextArea {...fieldOf('definitionNb')} label={t('codebook.form.definitionNb')} lang="nb" rows={2} />
      <TextArea {...fieldOf('definitionNn')} label={t('codebook.form.definitionNn')} lang="nn" rows={2} />
      <Reason typed={typed} errors={errors} needed />
    </>
  )
}
