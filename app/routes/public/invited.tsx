import { denied } from '#app/platform/http/answer.server.ts'

export function loader() {
  throw denied('not-found')
}

export default function Page() {
  return null
}
