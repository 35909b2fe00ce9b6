import { createHmac } from 'node:crypto'
import type { Entity } from '../finding.ts'

/** Letters that are not taken for figures or words. */
const LETTERS = 'BCDFGHJKLMNPQRSTVWXZ'
const SPACE = LETTERS.length * 90

/** At least 32 bytes, made for one pack and destroyed with it. */
export type PackKey = Uint8Array

export type Pseudonyms = {
  /** What stands in the text instead of a person or place, without brackets: "the child", "hospital K37". */
  readonly of: (entity: Entity, ofCase: string) => string
}

/** One case's entities; `caseKey` is opaque. */
export type EntitiesOfCase = { readonly caseKey: string; readonly entities: readonly Entity[] }

/** People of the family are who they are to the child of their own case; children, staff and places have a pack's code. */
const scope = (entity: Entity, caseKey: string) =>
  entity.type === 'staff' || entity.type === 'place' || isChild(entity)
    ? `${entity.type}\u0000${entity.key}`
    : `${entity.type}\u0000${caseKey}\u0000${entity.key}`

const isChild = (entity: Entity) => entity.type === 'family' && entity.role === 'child'

const word = (entity: Entity) =>
  entity.type === 'household'
    ? 'the family'
    : entity.type === 'family'
      ? entity.role
      : entity.type === 'staff'
        ? entity.profession
        : entity.kind

/**
 * The pseudonyms of one pack. The same person or place has the same one in all its narratives, different ones have
 * different ones, and another pack's key gives others: nothing links two packs without their keys.
 * @param earlier codes a person or place bore in earlier packs, by type and key, never given again
 */
export function pseudonymsOf(
  key: PackKey,
  cases: readonly EntitiesOfCase[],
  earlier: ReadonlyMap<string, readonly string[]> = new Map(),
): Pseudonyms {
  if (key.length < 32) throw new RangeError('the key of a pack has at least 32 bytes')
  const draw = (label: string) => createHmac('sha256', key).update(label).digest()
  const coded = new Set<string>()
  for (const { caseKey, entities } of cases) {
    for (const entity of entities) if (isCoded(entity)) coded.add(scope(entity, caseKey))
  }
  const codes = drawCodes(coded, draw, earlier)
  const numbered = new Map(cases.map((one) => [one.caseKey, numberedRoles(one, draw)]))
  return {
    of: (entity, ofCase) => {
      const there = cases.find((one) => one.caseKey === ofCase)
      if (isChild(entity) && there?.entities.some((one) => isChild(one) && one.key === entity.key) === true) {
        const several = new Set(there.entities.filter(isChild).map((one) => one.key)).size > 1
        if (!several) return 'the child'
      }
      if (!isCoded(entity)) return numbered.get(ofCase)?.get(scope(entity, ofCase)) ?? word(entity)
      const code = codes.get(scope(entity, ofCase))
      return code === undefined ? word(entity) : `${word(entity)} ${code}`
    },
  }
}

const isCoded = (entity: Entity) => entity.type === 'staff' || entity.type === 'place' || isChild(entity)

/** What an earlier pack is remembered by. */
export const earlierKey = (entity: Entity) => `${entity.type}\u0000${entity.key}`

function drawCodes(
  scopes: ReadonlySet<string>,
  draw: (label: string) => Buffer,
  earlier: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, string> {
  const order = [...scopes]
    .map((one) => ({ one, rank: draw(`order\u0000${one}`).toString('hex') }))
    .toSorted((a, b) => (a.rank < b.rank ? -1 : 1))
  const taken = new Set<string>()
  const codes = new Map<string, string>()
  for (const { one } of order) {
    const not = new Set(earlier.get(one) ?? [])
    if (taken.size >= SPACE / 2) throw new RangeError('a pack with too many people and places for its codes')
    for (let turn = 0; ; turn += 1) {
      const at = draw(`code\u0000${turn}\u0000${one}`).readUInt32BE(0) % SPACE
      const code = `${LETTERS[Math.floor(at / 90)] ?? ''}${10 + (at % 90)}`
      if (taken.has(code) || not.has(code)) continue
      taken.add(code)
      codes.set(one, code)
      break
    }
  }
  return codes
}

/** "sibling 1", "sibling 2": in an order that says nothing about age. A role only one has needs no number. */
function numberedRoles(
  { caseKey, entities }: EntitiesOfCase,
  draw: (label: string) => Buffer,
): ReadonlyMap<string, string> {
  const byRole = new Map<string, Set<string>>()
  for (const entity of entities) {
    if (isCoded(entity)) continue
    const there = byRole.get(word(entity)) ?? new Set()
    byRole.set(word(entity), there.add(scope(entity, caseKey)))
  }
  const made = new Map<string, string>()
  for (const [role, scopes] of byRole) {
    const drawn = [...scopes]
      .map((one) => [draw(`role\u0000${one}`).toString('hex'), one] as const)
      .toSorted()
    drawn.forEach(([, one], at) => {
      made.set(one, drawn.length === 1 ? role : `${role} ${at + 1}`)
    })
  }
  return made
}
