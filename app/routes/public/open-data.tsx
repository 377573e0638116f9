/** Not there yet. */
export const loader = () => {
  throw new Response(null, { status: 404 })
}

export default function OpenData() {
  return null
}
