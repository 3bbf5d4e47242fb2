import pg from 'pg'

/** Whose: everybody’s, agents’ included; all agents’; or the person’s whose certificate has this number. */
export type Whose = 'everybody' | 'agents' | { serialNumber: string }

/**
 * For the operator, as the tables’ owner: whoever is signed in has to sign in again with the next request. What was
 * ended is in the audit, and in the activity of its person.
 */
export async function endSessionsOf(ownerUrl: string, whose: Whose): Promise<number> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const persons = whose === 'agents' ? 0 : await end(client, personsSessions, [serialOf(whose)])
    const agents = typeof whose === 'string' ? await end(client, agentsSessions, []) : 0
    return persons + agents
  } finally {
    await client.end()
  }
}

const serialOf = (whose: Whose) => (typeof whose === 'string' ? null : whose.serialNumber)

async function end(client: pg.Client, text: string, values: unknown[]): Promise<number> {
  const { rows } = await client.query<{ ended: number }>(text, values)
  return rows[0]?.ended ?? 0
}

/** One statement each: what is ended is recorded, or neither happens. */
const personsSessions = `
  with ended as (
    update sessions set ended_at = now()
    where ended_at is null and ($1::text is null
      or person_id in (select person_id from certificates where serial_number = $1))
    returning person_id),
  told as (
    insert into audit_records (act, person_id, detail)
    select 'session.ended', person_id, jsonb_build_object('ended', count(*), 'from', 'operator')
    from ended group by person_id)
  select count(*)::int as ended from ended`

const agentsSessions = `
  with ended as (
    update agent_sessions set ended_at = now() where ended_at is null returning agent_id),
  told as (
    insert into audit_records (act, object, detail)
    select 'agent.signed_out', agent_id::text, jsonb_build_object('ended', count(*), 'from', 'operator')
    from ended group by agent_id)
  select count(*)::int as ended from ended`
