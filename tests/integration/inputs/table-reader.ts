import { tableOfFile } from '#app/platform/files/table-of-file.server.ts'

// A process whose memory is its own: it is told of tables one at a time, says what it made of each, and how much it has
// needed so far, in megabytes.
process.on('message', async ({ path, into }: { path: string; into: string }) => {
  const read = await tableOfFile(path, into)
  process.send?.({ read, megabytes: process.resourceUsage().maxRSS / 1024 })
})
