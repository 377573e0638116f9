import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

type Document = { id: string; rev: number; roundId: string }
type Index = { documents: Map<string, Document>; filterable: unknown[] }
type Task = {
  uid: number
  indexUid: string
  type: string
  status: string
  error: object | null
  details: object
  finishedAt: string
}
type Answer = { status: number; body: unknown }

const absent = (uid: string) => ({
  message: `Index \`${uid}\` not found.`,
  code: 'index_not_found',
  type: 'invalid_request',
})

/**
 * As much of a Meilisearch server as shipping speaks to, for runs that have none: indexes, documents and tasks, no search.
 * It is as faithful as the tests that run on it and on a real one are alike.
 */
export async function pretendedServer() {
  const indexes = new Map<string, Index>()
  const tasks: Task[] = []

  function enqueue(indexUid: string, details: object, work: () => object | null): Answer {
    const error = work()
    const uid = tasks.length
    const type = 'receivedDocuments' in details ? 'documentAdditionOrUpdate' : 'other'
    const status = error ? 'failed' : 'succeeded'
    tasks.push({ uid, indexUid, type, status, error, details, finishedAt: new Date().toISOString() })
    return { status: 202, body: { taskUid: uid, indexUid, status: 'enqueued' } }
  }

  const made = (uid: string): Index => {
    const index = indexes.get(uid) ?? { documents: new Map(), filterable: [] }
    indexes.set(uid, index)
    return index
  }

  function add(uid: string, lines: string): Answer {
    const documents = lines.split('\n').map((line) => JSON.parse(line) as Document)
    return enqueue(uid, { receivedDocuments: documents.length }, () => {
      const index = made(uid)
      if (!documents.every(({ id }) => /^[\w-]{1,511}$/.test(id))) {
        return { code: 'invalid_document_id', type: 'invalid_request' }
      }
      for (const document of documents) index.documents.set(document.id, document)
      return null
    })
  }

  type Fetch = { ids?: string[]; offset?: number; limit: number }
  function fetched(index: Index, { ids, offset = 0, limit }: Fetch): Answer {
    const all = [...index.documents.values()]
    const chosen = ids ? all.filter(({ id }) => ids.includes(id)) : all.slice(offset)
    return { status: 200, body: { results: chosen.slice(0, limit).map(({ id, rev }) => ({ id, rev })) } }
  }

  function distribution(index: Index): Answer {
    if (index.filterable.length === 0) {
      return { status: 400, body: { code: 'invalid_search_facets', type: 'invalid_request' } }
    }
    const roundId: Record<string, number> = {}
    for (const document of index.documents.values()) {
      roundId[document.roundId] = (roundId[document.roundId] ?? 0) + 1
    }
    return { status: 200, body: { hits: [], facetDistribution: { roundId } } }
  }

  function ofIndex(uid: string, question: string, body: string): Answer {
    if (question === 'POST /documents') return add(uid, body)
    if (question === 'PATCH /settings') {
      return enqueue(uid, {}, () => {
        made(uid).filterable = (JSON.parse(body) as { filterableAttributes: unknown[] }).filterableAttributes
        return null
      })
    }
    const index = indexes.get(uid)
    if (question === 'DELETE ') {
      return enqueue(uid, {}, () => (indexes.delete(uid) ? null : absent(uid)))
    }
    if (question === 'POST /documents/delete-batch') {
      const ids = JSON.parse(body) as string[]
      return enqueue(uid, { providedIds: ids.length }, () => {
        for (const id of ids) index?.documents.delete(id)
        return index ? null : absent(uid)
      })
    }
    if (question === 'DELETE /documents') {
      return enqueue(uid, {}, () => {
        index?.documents.clear()
        return index ? null : absent(uid)
      })
    }
    if (!index) return { status: 404, body: absent(uid) }
    if (question === 'GET /settings/filterable-attributes') return { status: 200, body: index.filterable }
    if (question === 'GET /stats') return { status: 200, body: { numberOfDocuments: index.documents.size } }
    if (question === 'POST /documents/fetch') return fetched(index, JSON.parse(body) as Fetch)
    if (question === 'POST /search') return distribution(index)
    return unknown
  }

  const unknown = { status: 404, body: { code: 'not_found', type: 'invalid_request' } }

  function answer({ method, url = '' }: IncomingMessage, body: string): Answer {
    const { pathname, searchParams } = new URL(url, 'http://pretended')
    const [, uid, rest = ''] = /^\/indexes\/([\w-]+)(\/.*)?$/.exec(pathname) ?? []
    if (uid) return ofIndex(uid, `${method} ${rest}`, body)
    const [, taskUid] = /^\/tasks\/(\d+)$/.exec(pathname) ?? []
    if (taskUid) return { status: 200, body: tasks[Number(taskUid)] }
    switch (`${method} ${pathname}`) {
      case 'GET /health':
        return { status: 200, body: { status: 'available' } }
      case 'GET /version':
        return { status: 200, body: { pkgVersion: '0.0.0' } }
      case 'POST /indexes': {
        const asked = JSON.parse(body) as { uid: string }
        return enqueue(asked.uid, {}, () => {
          made(asked.uid)
          return null
        })
      }
      case 'GET /indexes':
        return { status: 200, body: { results: Array.from(indexes.keys(), (each) => ({ uid: each })) } }
      case 'GET /tasks': {
        const among = (name: string, value: string) =>
          searchParams.get(name)?.split(',').includes(value) ?? true
        const found = tasks.filter(
          ({ uid: taskUid, indexUid, status, type }) =>
            among('uids', `${taskUid}`) &&
            among('indexUids', indexUid) &&
            among('statuses', status) &&
            among('types', type),
        )
        return {
          status: 200,
          body: { results: found.reverse().slice(0, Number(searchParams.get('limit') ?? 20)) },
        }
      }
      default:
        return unknown
    }
  }

  const server = createServer(async (request, response) => {
    const { status, body } = answer(request, await text(request))
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
