import { denied } from '#app/platform/http/answer.server.ts'

/** Whatever has no page of its own, in either language. */
export function loader() {
  throw denied('not-found')
}

/** The same for what is posted there. */
export function action() {
  throw denied('not-found')
}

export default function NotFound() {
  return null
}
