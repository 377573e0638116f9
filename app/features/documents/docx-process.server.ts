import { readDocx } from './docx.server.ts'

// A process of its own for one file: it is given the bytes, answers with what it read, and ends.
process.once('message', async (bytes: Uint8Array) => {
  const reading = await readDocx(Buffer.from(bytes))
  process.send?.(reading, () => process.disconnect())
})
