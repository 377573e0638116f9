import { Form } from '@remix-run/react'
import { Button } from '#app/ui/button.tsx'

/** A small form that takes one thing off a list. */
export function Removal({
  fields,
  label,
  name,
}: {
  fields: Record<string, string>
  label: string
  name: string
}) {
  return (
    <Form method="post">
      {Object.entries(fields).map(([field, value]) => (
        <input key={field} type="hidden" name={field} value={value} />
      ))}
      <Button variant="tertiary" size="sm" aria-label={name}>
        {label}
      </Button>
    </Form>
  )
}
