import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider'

type Kept = { payload: AdapterPayload; until: number }

/**
 * What the local identity provider remembers, in this process's memory: sign-ins under way and the codes they end
 * with. Nothing outlives the process.
 */
export function rememberInMemory(): AdapterFactory {
  const kept = new Map<string, Kept>()
  const alive = (key: string): AdapterPayload | undefined => {
    const found = kept.get(key)
    if (found !== undefined && found.until > Date.now()) return found.payload
    kept.delete(key)
    return undefined
  }
  const first = (name: string, matches: (payload: AdapterPayload) => boolean) => {
    for (const key of kept.keys()) {
      const payload = key.startsWith(`${name}:`) ? alive(key) : undefined
      if (payload !== undefined && matches(payload)) return payload
    }
    return undefined
  }
  return (name): Adapter => ({
    async upsert(id, payload, expiresIn) {
      kept.set(`${name}:${id}`, { payload, until: Date.now() + (expiresIn ?? 0) * 1000 })
    },
    find: async (id) => alive(`${name}:${id}`),
    findByUserCode: async (userCode) => first(name, (payload) => payload.userCode === userCode),
    findByUid: async (uid) => first(name, (payload) => payload.uid === uid),
    async consume(id) {
      const payload = alive(`${name}:${id}`)
      if (payload !== undefined) payload.consumed = Math.floor(Date.now() / 1000)
    },
    async destroy(id) {
      kept.delete(`${name}:${id}`)
    },
    async revokeByGrantId(grantId) {
      for (const [key, { payload }] of kept) if (payload.grantId === grantId) kept.delete(key)
    },
  })
}
