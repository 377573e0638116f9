import { readDocx } from '#app/features/documents/docx.server.ts'

// A process with little memory, whose memory is its own: it is given files one at a time and says what it made of each,
// and how much it has needed so far, in megabytes.
process.on('message', async (bytes: Uint8Array) => {
  const reading = await readDocx(Buffer.from(bytes))
  process.send?.({ reading, megabytes: process.resourceUsage().maxRSS / 1024 })
})
