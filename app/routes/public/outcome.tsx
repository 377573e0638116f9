export async function loader() {
  throw new Response(null, { status: 404 })
}

export default function Outcome() {
  return null
}
