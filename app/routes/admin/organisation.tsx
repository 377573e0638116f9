import { denied } from '#app/platform/http/answer.server.ts'

/** Nothing stands here yet. */
export function loader() {
  throw denied('not-found')
}

export default function Nothing() {
  return null
}
