import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'

export type Served = { origin: string; output(): string; pid: number; stop(): Promise<void> }

const root = path.resolve(import.meta.dirname, '../..')

/** Serves the production build in a process of its own, on a free port. Needs `npm run build` first. */
export async function serve(env: Record<string, string | undefined>): Promise<Served> {
  if (!existsSync(path.join(root, 'build/server/index.js')))
    throw new Error('There is no build to serve: run `npm run build` first (npm test does).')
  const child = spawn(process.execPath, ['--import', 'tsx', 'app/server.ts'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const origin = await new Promise<string>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      output += chunk
      const url = /ready on (http:\S+)/.exec(output)?.[1]
      if (url) resolve(url)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}:\n${output}`)))
  })
  return {
    origin,
    output: () => output,
    pid: child.pid as number,
    stop: () =>
      new Promise((resolve) => {
        if (child.exitCode !== null) return resolve()
        child.once('exit', () => resolve())
        child.kill('SIGTERM')
      }),
  }
}
