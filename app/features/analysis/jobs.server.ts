import { freezeAttachmentTexts, versionsSentWith } from '#app/features/inputs/attachment-answers.server.ts'
import type { HeardEvent } from '#app/platform/events/event.ts'
import { makePassages } from './passages.server.ts'

async function cutIntoPassages(versionId: string): Promise<void> {
  // What its files say is an answer too, if they were read before it was sent.
  await freezeAttachmentTexts(versionId)
  await makePassages(versionId)
}

const ofVersion = (event: HeardEvent) => cutIntoPassages(event.subjectId)

/** A file that is read after it was sent: every version that was sent with it says more now. */
async function ofAttachment(event: HeardEvent): Promise<void> {
  for (const versionId of await versionsSentWith(event.subjectId)) await cutIntoPassages(versionId)
}

/** What analysis does when it hears of something: the subject is the frozen version, or the attachment. */
export const analysisHandlers: Record<string, (event: HeardEvent) => Promise<void>> = {
  'input.submitted': ofVersion,
  'input.registered': ofVersion,
  'attachment.read': ofAttachment,
}
