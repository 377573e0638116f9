import { Form } from '@remix-run/react'
import { useLocale, useTranslations } from 'use-intl/react'
import { OtherLanguages } from '#app/features/strategies/components/other-languages.tsx'
import { type LocalisedText, pick } from '#app/platform/localised-text.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Select, TextArea } from '#app/ui/field.tsx'
import { Localised } from '#app/ui/localised.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { type FieldProblem, filledWith, type Typed } from '../filled.ts'
import { ExpectedName } from './expected-name.tsx'
import type { OtherDocument } from './facts-form.tsx'

type Expected = { id: string; title: LocalisedText; presentId: string | null; seen: string }

type ExpectedFormProps = {
  expected: readonly Expected[]
  others: readonly OtherDocument[]
  keys: { expect: string; tie: string; rename: string }
  mayWrite: boolean
  typed: Typed
  errors: FieldProblem[]
}

/** The sub-plans that are expected, which documents they are, and a list to add more. */
export function ExpectedForm({ expected, others, keys, mayWrite, typed, errors }: ExpectedFormProps) {
  const t = useTranslations('workbench')
  const present = expected.filter(({ presentId }) => presentId).length
  const renamed = typed?.act === 'rename' && typeof typed.expected === 'string' ? typed.expected : null
  const shown = renamed ? errors.map((one) => ({ ...one, field: `${renamed}-${one.field}` })) : errors
  return (
    <Panel
      id="sub-plans"
      heading={t('subPlans.heading')}
      beside={
        expected.length > 0 && (
          <span className="in-meta">{t('subPlans.count', { present, expected: expected.length })}</span>
        )
      }
    >
      <div className="in-stack">
        <ErrorSummary heading={t('errors.heading')} errors={shown} />
        {expected.length === 0 && <p className="in-muted">{t('subPlans.none')}</p>}
        {expected.length > 0 && <Ties {...{ expected, others, mayWrite, keys, renamed, typed, errors }} />}
        {mayWrite && (
          <details open={typed?.act === 'expect' || expected.length === 0}>
            <summary>{t('subPlans.add')}</summary>
            <AddExpected {...(typed?.act === 'expect' ? { typed, errors } : none)} formKey={keys.expect} />
          </details>
        )}
      </div>
    </Panel>
  )
}

const none = { typed: null, errors: [] }

function AddExpected({ typed, errors, formKey }: { typed: Typed; errors: FieldProblem[]; formKey: string }) {
  const t = useTranslations('workbench.subPlans')
  const errorOf = (name: string) => errors.find(({ field }) => field === name)?.message
  return (
    <Form method="post" className="in-form" preventScrollReset>
      <input type="hidden" name="act" value="expect" />
      <input type="hidden" name="key" value={formKey} />
      {(['Nb', 'Nn'] as const).map((form) => (
        <TextArea
          key={form}
          name={`expected${form}`}
          label={t(`list${form}`)}
          help={form === 'Nb' ? t('listHelp') : undefined}
          error={errorOf(`expected${form}`)}
          defaultValue={filledWith(typed, `expected${form}`, '')}
          lang={form === 'Nb' ? 'nb' : 'nn'}
          rows={5}
        />
      ))}
      <OtherLanguages
        filled={{ typed, errors }}
        texts={[{ name: 'expected', label: t('heading'), stored: null, rows: 5 }]}
      />
      <div>
        <Button variant="secondary">{t('addAll')}</Button>
      </div>
    </Form>
  )
}

type TiesProps = ExpectedFormProps & {
  /** The one whose name was refused. */
  renamed: string | null
}

function Ties({ expected, others, mayWrite, keys, renamed, typed, errors }: TiesProps) {
  const t = useTranslations('workbench.subPlans')
  const locale = useLocale()
  const nameOf = ({ title, published }: OtherDocument) =>
    published ? pick(title, locale).text : t('notPublished', { title: pick(title, locale).text })
  if (!mayWrite)
    return (
      <ul className="in-list in-list--last">
        {expected.map(({ id, title, presentId }) => {
          const found = others.find((one) => one.id === presentId)
          return (
            <li key={id}>
              <Localised text={title} />
              <p className="in-meta">{found ? nameOf(found) : t('notMade')}</p>
            </li>
          )
        })}
      </ul>
    )
  return (
    <>
      <Form method="post" id="tie-form" className="in-stack" preventScrollReset>
        <input type="hidden" name="act" value="tie" />
        <input type="hidden" name="key" value={keys.tie} />
      </Form>
      <ul className="in-list in-list--last">
        {expected.map(({ id, title, presentId, seen }, at) => (
          <li key={id} className="in-stack in-stack--2">
            <div className="in-list__row in-tie">
              <Select
                id={at === 0 ? 'tie' : `tie-${id}`}
                name="tie"
                form="tie-form"
                label={<Localised text={title} />}
                options={[
                  { value: `${id}:`, label: t('notMade') },
                  ...others.map((other) => ({ value: `${id}:${other.id}`, label: nameOf(other) })),
                ]}
                defaultValue={`${id}:${presentId ?? ''}`}
              />
              <Form method="post" preventScrollReset>
                <input type="hidden" name="act" value="drop" />
                <input type="hidden" name="expected" value={id} />
                <Button
                  variant="tertiary"
                  size="sm"
                  aria-label={t('drop', { title: pick(title, locale).text })}
                >
                  {t('dropShort')}
                </Button>
              </Form>
            </div>
            <ExpectedName
              key={seen}
              {...{ id, title, seen }}
              formKey={keys.rename}
              filled={renamed === id ? { typed, errors } : null}
            />
          </li>
        ))}
      </ul>
      <div>
        <Button variant="secondary" form="tie-form">
          {t('saveTies')}
        </Button>
      </div>
    </>
  )
}
