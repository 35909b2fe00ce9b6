import { randomBytes, randomUUID } from 'node:crypto'
import type { SentStatement } from '@cdop/database'
import { caseReference } from '@cdop/domain'

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g
const CASE_REFERENCE = /\b([A-Z]{2,6})-(\d{4})-[0-9A-Z]{6}-[0-9A-Z]\b/g

/** Ids made in the order of time are made so again: the index would feel the difference. */
function newId(old: string): string {
  if (old[14] !== '7') return randomUUID()
  const time = Date.now().toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`
}

/**
 * Gives the statements of one transaction new values in the place of those that may occur only once: ids, case
 * references, and bytes such as sealed content and blind indexes. Equal values stay equal to each other, lengths stay,
 * and so does everything else.
 * @param named what becomes of single ids; mapped to itself, an id stays
 */
export function freshValues(named: ReadonlyMap<string, string>): (statement: SentStatement) => SentStatement {
  const made = new Map(named)
  const once = (old: string, make: () => string): string => {
    const known = made.get(old) ?? make()
    made.set(old, known)
    return known
  }
  const text = (old: string) =>
    old
      .replace(UUID, (id) => once(id, () => newId(id)))
      .replace(CASE_REFERENCE, (reference: string, area: string, year: string) =>
        once(reference, () => caseReference(area, Number(year), randomBytes(6))),
      )
  const bytes = (old: Uint8Array) => {
    const fresh = once(Buffer.from(old).toString('base64'), () => randomBytes(old.length).toString('base64'))
    return Buffer.from(fresh, 'base64')
  }
  const fresh = (old: unknown): unknown => {
    if (typeof old === 'string') return text(old)
    if (old instanceof Uint8Array) return bytes(old)
    if (Array.isArray(old)) return old.map(fresh)
    if (old === null || typeof old !== 'object' || old instanceof Date) return old
    return Object.fromEntries(Object.entries(old).map(([key, value]) => [key, fresh(value)]))
  }
  return (statement) => ({ ...statement, values: statement.values.map(fresh) })
}
