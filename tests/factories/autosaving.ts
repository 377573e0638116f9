import { action } from '#app/routes/workspace/autosave.ts'

/** One autosave as the writing page sends it, handed to the route itself; gives its answer. */
export async function autosave(
  cookie: string,
  { slug, inputId }: { slug: string; inputId: string },
  fields: Record<string, string>,
): Promise<Response> {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.set(name, value)
  const request = new Request('http://innspill.test/autosave', { method: 'POST', headers: { cookie }, body })
  const params = { organisation: slug, input: inputId }
  try {
    return (await action({ request, params, context: {} as never })) as Response
  } catch (thrown) {
    if (thrown instanceof Response) return thrown
    throw thrown
  }
}
