import { type Allowance, type LostProcess, runApart } from './apart.server.ts'

/**
 * What a saved e-mail says, and where what was enclosed in it stands now: each is the caller's to discard. `leftOut` is how
 * many enclosures were empty, too large or too many.
 */
export type OpenedMail = {
  text: string
  whole: boolean
  fromName: string
  sentAt: string | null
  enclosed: { name: string; path: string }[]
  leftOut: number
}

/** Opens an e-mail in a process of its own, with bounded memory and time. What is enclosed is written to the folder. */
export function openMailApart(
  path: string,
  { folder, most, largest }: { folder: string; most: number; largest: number },
  allowance: Allowance = {},
): Promise<OpenedMail | LostProcess> {
  const task = { path, folder, most, largest }
  return runApart<OpenedMail | LostProcess>('app/platform/files/mail-process.server.ts', task, allowance)
}
