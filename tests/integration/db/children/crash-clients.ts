// Ten clients in transactions against a server that somebody keeps killing. Says what became of them.
// Arguments: the postgres.js to use, the database's URL.
import type postgres from 'postgres'

const [driver = '', url = ''] = process.argv.slice(2)
const connect = (await import(driver)).default as typeof postgres

const report = { uncaught: [] as string[], committed: 0, refused: 0, unsettled: 0, healed: false }
process.on('uncaughtException', (error) => report.uncaught.push(`${error.name}: ${error.message}`))
process.on('unhandledRejection', (error) => report.uncaught.push(`unhandled ${String(error)}`))

const sql = connect(url, { max: 10, onnotice: () => {}, connect_timeout: 2, backoff: () => 0.05 })
let running = true
process.once('SIGTERM', () => {
  running = false
})

const clients = Array.from({ length: 10 }, async (_, client) => {
  while (running) {
    const outcome = await Promise.race([
      (client % 2 ? byBegin(client) : byReserve(client)).then(
        () => 'committed' as const,
        () => 'refused' as const,
      ),
      new Promise<'unsettled'>((resolve) => setTimeout(resolve, 2_000, 'unsettled')),
    ])
    report[outcome] += 1
    if (outcome !== 'committed') await new Promise((resolve) => setTimeout(resolve, 20))
  }
})
process.send?.('running')
await Promise.all(clients)
const inUse = Array.from({ length: 10 }, () => sql`select pg_sleep(0.05)`)
report.healed = await Promise.race([
  Promise.all(inUse).then(
    () => true,
    () => false,
  ),
  new Promise<boolean>((resolve) => setTimeout(resolve, 3_000, false)),
])
process.send?.(report, () => process.exit(0))

function byBegin(client: number) {
  return sql.begin(async (tx) => {
    await tx`insert into crash (client, note) values (${client}, ${'x'.repeat(200)})`
    await tx`select count(*) from crash where client = ${client}`
    await tx`insert into crash (client, note) values (${client}, 'second')`
  })
}

async function byReserve(client: number) {
  const reserved = await sql.reserve()
  try {
    await reserved`begin`
    await reserved`insert into crash (client, note) values (${client}, ${'x'.repeat(2_000)})`
    await reserved`insert into crash (client, note) values (${client}, 'second')`
    await reserved`commit`
  } finally {
    reserved.release()
  }
}
