import { randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import postgres from 'postgres'
import { inject } from 'vitest'
import { type Connection, type ConnectOptions, connect } from '#db/client.server.ts'

/** A migrated, empty database of one's own. `end` closes the pool and drops the database. */
export type TestDatabase = Connection & { url: string }

/** Clones the migrated template: one per test file, ended in `afterAll`. */
export async function testDatabase(options: ConnectOptions = {}): Promise<TestDatabase> {
  const answer = await fetch(inject('databaseDoor'))
  const template = await answer.text()
  if (!answer.ok) throw new Error(`The test database did not start: ${template}`)

  const name = `test_${randomBytes(6).toString('hex')}`
  await administer(template, `create database ${name} template innspill`)
  const url = at(template, name)
  const connection = connect(url, options)
  const end = async () => {
    await connection.end()
    await drop(template, name)
  }
  return { ...connection, url, end }
}

// While the server's own vacuum is in a database nobody else may drop it; that is over in a moment.
async function drop(template: string, name: string): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await administer(template, `drop database if exists ${name} with (force)`)
    } catch (error) {
      if ((error as { code?: string }).code !== '42501' || tries === 20) throw error
      await pause(250)
    }
  }
}

async function administer(template: string, statement: string): Promise<void> {
  const sql = postgres(at(template, 'postgres'), { max: 1, onnotice: () => {}, fetch_types: false })
  try {
    await sql.unsafe(statement)
  } finally {
    await sql.end()
  }
}

function at(url: string, database: string): string {
  const changed = new URL(url)
  changed.pathname = `/${database}`
  return changed.href
}
