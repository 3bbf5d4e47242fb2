import pg from 'pg'
import { StartError } from './start-error.ts'

const groupRoles = ['guichet_app', 'guichet_worker', 'guichet_desk', 'guichet_helpdesk']
const oldestVersion = 150_000

/** Whether a server answers there, lets us in, and is new enough: else one line that names the setting. */
export async function checkServer(setting: string, url: string): Promise<void> {
  await withClient(setting, url, async (client) => {
    const { rows } = await client.query<{ number: number; version: string }>(
      `select current_setting('server_version_num')::int as number, current_setting('server_version') as version`,
    )
    const [server] = rows
    if (server && server.number < oldestVersion)
      throw new StartError(`${setting}: the server is PostgreSQL ${server.version}; 15 or newer is needed`)
  })
}

/**
 * Row-level security protects nobody from a superuser, a role that bypasses it, or the tables' owner;
 * nor from a login that may become one of those. The portal refuses to run as such.
 */
export async function refusePowerfulLogin(url: string, setting = 'DATABASE_URL'): Promise<void> {
  await withClient(setting, url, async (client) => {
    const { rows } = await client.query<{ login: string; role: string; reason: string }>(
      `select session_user as login, rolname as role,
         case when rolsuper then 'is a superuser' when rolbypassrls then 'bypasses row-level security'
              else 'owns tables' end as reason
       from pg_roles
       where pg_has_role(session_user, oid, 'member')
         and (rolsuper or rolbypassrls or exists (
           select from pg_class where relowner = pg_roles.oid and relkind in ('r', 'p', 'v', 'm')
             and relnamespace not in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)))
       order by rolname <> session_user limit 1`,
    )
    const [power] = rows
    if (power) throw new StartError(refusal(setting, power))
    await requireGroups(setting, client)
  })
}

function refusal(setting: string, { login, role, reason }: { login: string; role: string; reason: string }) {
  const who =
    role === login ? `the login ${login} ${reason}` : `the login ${login} may become ${role}, which ${reason}`
  return `${setting}: ${who}; give a login that is only a member of the portal’s group roles (docs/operate.md)`
}

async function requireGroups(setting: string, client: pg.Client) {
  const { rows } = await client.query<{ name: string }>(
    `select name from unnest($1::text[]) with ordinality as wanted (name, place)
     where not exists (select from pg_roles where rolname = name and pg_has_role(session_user, oid, 'member'))
     order by place`,
    [groupRoles],
  )
  if (rows.length === 0) return
  const missing = rows.map(({ name }) => name).join(', ')
  throw new StartError(`${setting}: the login is no member of ${missing} (docs/operate.md)`)
}

async function withClient(setting: string, url: string, work: (client: pg.Client) => Promise<void>) {
  const address = parseAddress(setting, url)
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 })
  client.on('error', () => {})
  try {
    await client.connect()
  } catch (error) {
    throw new StartError(`${setting}: ${explain(error, address)}`)
  }
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

function parseAddress(setting: string, url: string): string {
  const address = URL.canParse(url) ? new URL(url) : null
  if (!address || !/^postgres(ql)?:$/.test(address.protocol))
    throw new StartError(`${setting}: is no address like postgres://login:password@host:5432/database`)
  return `${address.hostname || 'localhost'}:${address.port || 5432}`
}

function explain(error: unknown, address: string): string {
  const { code, message, severity } = error as { code?: string; message: string; severity?: string }
  if (severity) return `the server at ${address} says: ${message}`
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return `there is no host ${address}`
  return `no PostgreSQL answers at ${address} (${code ?? message})`
}
