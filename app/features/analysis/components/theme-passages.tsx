import { Form } from '@remix-run/react'
import { useLocale, useTranslations } from 'use-intl/react'
import { type LocalisedText, pick } from '#app/platform/localised-text.ts'
import { Button } from '#app/ui/button.tsx'
import { useDates } from '#app/ui/dates.tsx'
import { Quote } from '#app/ui/quote.tsx'
import { CiteLink } from './cite-link.tsx'

type Shown = {
  id: string
  text: string
  lang: string
  inputId: string
  roundId: string
  version: number
  senderName: string
  round: LocalisedText
}

type Tagged = Shown & { by: string; taggedAt: Date; position: string | null; example: boolean }

const hrefOf = ({ inputId, version, id }: Shown) =>
  `/workbench/inputs/${inputId}?version=${version}&passage=${id}`

/** A button that lets a passage show what a theme means, or no longer. */
function ExampleButton({
  passage,
  example,
  formKey,
}: {
  passage: string
  example: boolean
  formKey: string
}) {
  const t = useTranslations('workbench.theme')
  return (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="act" value={example ? 'no-example' : 'example'} />
      <input type="hidden" name="key" value={formKey} />
      <input type="hidden" name="passage" value={passage} />
      <Button variant="tertiary" size="sm">
        {t(example ? 'noExample' : 'makeExample')}
      </Button>
    </Form>
  )
}

/** `mayCite`: also of a theme that nobody writes any more. */
type ListProps = { mayWrite: boolean; mayCite: boolean; formKey: string }

/** Passages that show what the theme means, in the senders' own words. */
export function ThemeExamples({
  examples,
  mayWrite,
  mayCite,
  formKey,
}: ListProps & { examples: readonly Shown[] }) {
  const t = useTranslations('workbench.theme')
  const locale = useLocale()
  return (
    <ul className="in-list in-list--last">
      {examples.map((one) => (
        <li key={one.id} className="in-stack in-stack--2">
          <Quote
            lang={one.lang}
            sender={`${one.senderName}, ${pick(one.round, locale).text}`}
            link={{ href: hrefOf(one), label: t('toPassage') }}
          >
            {one.text}
          </Quote>
          {(mayWrite || mayCite) && (
            <div className="in-row">
              {mayCite && <CiteLink passage={one} place="eksempel" />}
              {mayWrite && <ExampleButton passage={one.id} example formKey={formKey} />}
            </div>
          )}
        </li>
      ))}
    </ul>
  )
}

/** The passages a theme is on, with who tagged them and what was read of their position. */
export function ThemePassages({
  passages,
  mayWrite,
  mayCite,
  formKey,
}: ListProps & { passages: readonly Tagged[] }) {
  const t = useTranslations('workbench.theme')
  const { day } = useDates()
  return (
    <ul className="in-list in-list--last">
      {passages.map((one) => (
        <li key={one.id} className="in-stack in-stack--2">
          <p lang={one.lang} className="in-break">
            {one.text}
          </p>
          <div className="in-row">
            <p className="in-small in-muted">
              <a href={hrefOf(one)}>{one.senderName}</a>
              {` · ${t('taggedBy', { name: one.by, day: day(one.taggedAt) })}`}
            </p>
            {mayCite && <CiteLink passage={one} />}
            {mayWrite && <ExampleButton passage={one.id} example={one.example} formKey={formKey} />}
          </div>
        </li>
      ))}
    </ul>
  )
}
