import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { PgBoss } from 'pg-boss'
import { queues } from './jobs.ts'

export const queueSchema = 'pgboss'

/** Installs or upgrades pg-boss's own schema, makes our queues and grants the worker its use. */
export async function installQueues(ownerUrl: string, owner: pg.Client): Promise<void> {
  const boss = new PgBoss({
    connectionString: ownerUrl,
    schema: queueSchema,
    max: 2,
    supervise: false,
    schedule: false,
    registerInstance: false,
  })
  boss.on('error', () => {})
  await boss.start()
  try {
    for (const [name, options] of Object.entries(queues)) {
      if (await boss.getQueue(name)) await boss.updateQueue(name, options)
      else await boss.createQueue(name, options)
    }
    await boss.schedule('sweep', '*/10 * * * *')
    await boss.schedule('scan-waiting', '7 * * * *')
    await boss.schedule('rescan-documents', '17 0 * * *')
    await boss.schedule('collect-documents', '37 2 * * *')
    await untilUpgraded(boss)
  } finally {
    await boss.stop({ graceful: false })
  }
  await owner.query(`grant usage on schema ${queueSchema} to guichet_worker;
    grant select, insert, update, delete on all tables in schema ${queueSchema} to guichet_worker;
    grant execute on all functions in schema ${queueSchema} to guichet_worker`)
}

/** An upgrade builds its indexes in the background, and only the owner may: they must be done before we go. */
async function untilUpgraded(boss: PgBoss): Promise<void> {
  const isPending = async () =>
    (await boss.getBamStatus()).some(({ status, count }) => count > 0 && /pending|in_progress/.test(status))
  while (await isPending()) await sleep(200)
}
