import type { ApartTask } from './apart.server.ts'
import { answerOneTask } from './apart-process.server.ts'
import { tableOfFile } from './table-of-file.server.ts'

// A process of its own for one table: its rows are written to the place it is told.
answerOneTask(({ path, into }: ApartTask & { path: string; into: string }) => tableOfFile(path, into))
