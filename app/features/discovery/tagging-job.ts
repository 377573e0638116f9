/** What is known of a job when its state is asked for. */
type Known = { finishedAt: Date | null; undoneAt: Date | null; problem: string | null }

/** How it stands with a job: under way, done, stopped by something, being undone, undone. */
export type JobState = 'running' | 'done' | 'stopped' | 'undoing' | 'undone'

/** An undone job has work left until all that it tagged is taken away. */
export function jobState({ finishedAt, undoneAt, problem }: Known): JobState {
  if (undoneAt) return finishedAt ? 'undone' : 'undoing'
  if (!finishedAt) return 'running'
  return problem ? 'stopped' : 'done'
}

/** Whether the worker has something left to do. */
export const isUnderWay = (state: JobState) => state === 'running' || state === 'undoing'
