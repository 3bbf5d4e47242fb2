import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import pg from 'pg'

const rolesFile = fileURLToPath(new URL('../../../db/roles.sql', import.meta.url))

/** Roles, logins and the database, as an administrator would make them; every start, so that it heals. */
export async function prepareDatabase(adminUrl: string, passwords: { owner: string; portal: string }) {
  const admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  try {
    await admin.query(readFileSync(rolesFile, 'utf8'))
    await createLogin(admin, 'guichet_owner', passwords.owner)
    await createLogin(admin, 'guichet_portal', passwords.portal)
    await admin.query('grant guichet_app, guichet_worker, guichet_desk, guichet_helpdesk to guichet_portal')
    const { rowCount } = await admin.query(`select from pg_database where datname = 'guichet'`)
    if (!rowCount) await admin.query('create database guichet owner guichet_owner')
  } finally {
    await admin.end()
  }
}

async function createLogin(admin: pg.Client, login: string, password: string) {
  const { rowCount } = await admin.query('select from pg_roles where rolname = $1', [login])
  const name = pg.escapeIdentifier(login)
  if (!rowCount) await admin.query(`create role ${name} login noinherit nobypassrls`)
  await admin.query(`alter role ${name} password ${pg.escapeLiteral(password)}`)
}
