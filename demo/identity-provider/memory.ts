import type { Adapter, AdapterPayload } from 'oidc-provider'

type Entry = { payload: AdapterPayload; until: number }

/** Keeps the provider's state in memory; the demo forgets it when it stops. */
export function memoryStore(): (name: string) => Adapter {
  const entries = new Map<string, Entry>()
  const live = (key: string) => {
    const entry = entries.get(key)
    if (entry && entry.until > Date.now()) return entry.payload
    entries.delete(key)
    return undefined
  }
  return (name) => ({
    async upsert(id, payload, expiresIn) {
      for (const [key, { until }] of entries) if (until < Date.now()) entries.delete(key)
      entries.set(`${name}:${id}`, { payload, until: Date.now() + (expiresIn || 600) * 1000 })
    },
    find: async (id) => live(`${name}:${id}`),
    findByUid: async (uid) =>
      [...entries.keys()]
        .filter((key) => key.startsWith(`${name}:`))
        .map(live)
        .find((payload) => payload?.uid === uid),
    findByUserCode: async () => undefined,
    async consume(id) {
      const payload = live(`${name}:${id}`)
      if (payload) payload.consumed = Math.floor(Date.now() / 1000)
    },
    async destroy(id) {
      entries.delete(`${name}:${id}`)
    },
    async revokeByGrantId(grantId) {
      for (const [key, { payload }] of entries) if (payload.grantId === grantId) entries.delete(key)
    },
  })
}
