import type { LoaderFunctionArgs } from '@remix-run/node'
import type { z } from 'zod'

type Loader = (asked: LoaderFunctionArgs) => Promise<Response>
type Params = Record<string, string | undefined>

/** What a loader answers at an address of the API. */
export function ask(loader: Loader, path: string, params: Params, headers: Record<string, string> = {}) {
  const request = new Request(`http://innspill.test/api/v1${path}`, { headers })
  return loader({ request, params, context: { code: 'abc' } as never })
}

/** What is answered, when it is exactly what the schema says: no field more, none less. */
export async function answered<Schema extends z.ZodType>(
  response: Response,
  schema: Schema,
): Promise<z.output<Schema>> {
  const said = await response.json()
  if (response.status !== 200) throw new Error(`${response.status}: ${JSON.stringify(said)}`)
  const read = schema.parse(said)
  if (JSON.stringify(sorted(read)) !== JSON.stringify(sorted(said)))
    throw new Error(`The schema does not say all of this: ${JSON.stringify(said).slice(0, 2_000)}`)
  return read
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  )
}
