import type { ApartTask } from './apart.server.ts'
import { answerOneTask } from './apart-process.server.ts'
import type { FileKind } from './file-kind.ts'
import { textOfFile } from './text-of-file.server.ts'

// A process of its own for one file: it is told where the file is, answers with what it read, and ends.
answerOneTask(({ path, kind }: ApartTask & { path: string; kind: FileKind }) => textOfFile(path, kind))
