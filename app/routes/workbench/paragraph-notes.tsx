import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { requireStaff } from '#app/features/identity/access.server.ts'
import { denied } from '#app/platform/http/answer.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  await requireStaff(args)
  throw denied('not-found')
}

export async function action(args: ActionFunctionArgs) {
  await requireStaff(args)
  throw denied('not-found')
}

export default function Page() {
  return null
}
