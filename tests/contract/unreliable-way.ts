import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

/** One question on its way to the server. */
export type Question = { readonly method: string; readonly path: string; readonly body: string }
export type Answer = { readonly status: number; readonly body: string }

/** What happens to a question: `forward` brings it to the server; an answer that is `lost` breaks the connection. */
export type Trouble = (question: Question, forward: () => Promise<Answer>) => Promise<Answer | 'lost'>

/** A way to a server on which trouble can be made, and which remembers what passed. */
export async function unreliableWay(target: string, apiKey: string | undefined) {
  const passed: Question[] = []
  let trouble: Trouble | undefined

  const server = createServer(async (request, response) => {
    const { method = 'GET', url: path = '/' } = request
    const question = { method, path, body: await text(request) }
    passed.push(question)
    const forward = () => ask(question, request.headers['content-type'])
    // Whoever asked may be gone, and the server too.
    const answer = await (trouble ? trouble(question, forward) : forward()).catch(() => 'lost' as const)
    if (answer === 'lost') return request.socket.destroy()
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body)
  })

  async function ask({ method, path, body }: Question, type = 'application/json'): Promise<Answer> {
    const headers = { 'content-type': type, ...(apiKey && { authorization: `Bearer ${apiKey}` }) }
    const answer = await fetch(new URL(path, target), {
      method,
      headers: body ? headers : { ...headers, 'content-type': 'application/json' },
      ...(body && { body }),
    })
    return { status: answer.status, body: await answer.text() }
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    passed,
    /** Makes trouble until told otherwise. */
    suffer(next: Trouble | undefined) {
      trouble = next
    },
    /** Makes trouble for the first question this says yes to; the others pass. */
    sufferOnce(concerns: (question: Question) => boolean, once: Trouble) {
      trouble = (question, forward) => {
        if (!concerns(question)) return forward()
        trouble = undefined
        return once(question, forward)
      }
    },
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

export const sendsDocuments = ({ method, path }: Question) =>
  method === 'POST' && /\/documents(\/delete-batch)?(\?|$)/.test(path)

export const asksAboutTasks = ({ method, path }: Question) =>
  method === 'GET' && /^\/tasks\?.*\buids=/.test(path)
