import { randomBytes } from 'node:crypto'
import type { Db } from '@cdop/database'
import {
  compilePack,
  type Entity,
  earlierKey,
  entitiesOf,
  pseudonymsOf,
  type Settled,
  settle,
} from '@cdop/de-identification'
import { type AreaId, type PackId, Refusal } from '@cdop/domain'
import { blindIndex, type KeyProvider } from '@cdop/encryption'
import { decisionsOf, decisionsOn } from './decision-store.ts'
import type { PackCase } from './freshness.ts'
import { sourceKey } from './narratives.ts'
import { saveCompiled } from './pack-case-store.ts'
import { newPackCipher } from './pack-store.ts'

/** A person or place by a keyed hash: what an earlier code is remembered by. */
const fingerprint = (keys: KeyProvider, entity: string) => blindIndex(keys, 'pack-code', entity)

/** Each text of a case as it was decided. @throws Refusal `pack-items-open` when something is not */
async function settledOf(
  tx: Db,
  areaId: AreaId,
  { item, screened, narratives }: PackCase,
): Promise<Settled[]> {
  const decided = await decisionsOf(tx, areaId, item.caseId)
  const texts = new Map(narratives.map((one) => [sourceKey(one.source), one.text]))
  return screened.map((narrative) => {
    const text = texts.get(sourceKey(narrative.source))
    if (text === undefined) throw new Refusal('pack-out-of-date')
    const settled = settle({ text, findings: narrative.findings }, decisionsOn(narrative, text, decided))
    if (settled.state === 'unsettled') throw new Refusal('pack-items-open')
    return settled
  })
}

/** The codes each person and place of a pack bore in the area's earlier ones. */
export async function earlierCodes(
  tx: Db,
  keys: KeyProvider,
  areaId: AreaId,
  entities: readonly Entity[],
): Promise<Map<string, string[]>> {
  const earlier = new Map<string, string[]>()
  for (const name of new Set(entities.map(earlierKey))) {
    const rows = await tx<{ code: string }[]>`
      select code from case_review.pack_codes where area_id = ${areaId} and entity_hash = ${fingerprint(keys, name)}
    `
    if (rows.length > 0)
      earlier.set(
        name,
        rows.map(({ code }) => code),
      )
  }
  return earlier
}

/**
 * Compiles the texts of every case at once, so that one person or place has one pseudonym throughout, and seals them with
 * the key of the pack. The pseudonyms are drawn by chance that is thrown away; the codes given are remembered by keyed
 * hashes, so that the next pack gives others.
 */
export async function compileCases(
  tx: Db,
  keys: KeyProvider,
  areaId: AreaId,
  packId: PackId,
  cases: readonly PackCase[],
): Promise<void> {
  const cipher = await newPackCipher(tx, keys, areaId, packId)
  const secret = randomBytes(32)
  const settled: { caseKey: string; narratives: Settled[] }[] = []
  for (const one of cases) {
    settled.push({ caseKey: one.item.caseId, narratives: await settledOf(tx, areaId, one) })
  }
  const entities = entitiesOf(settled)
  const all = entities.flatMap((one) => one.entities).filter(({ type }) => type !== 'household')
  const earlier = await earlierCodes(tx, keys, areaId, all)
  const compiled = compilePack(secret, settled, earlier)
  for (const [at, { item, screened }] of cases.entries()) {
    const texts = compiled[at]?.narratives ?? []
    const narratives = screened.map(({ findings: _, ...narrative }, place) => {
      const text = texts[place]?.text
      if (text === undefined) throw new Error('every text was compiled')
      return { ...narrative, text }
    })
    await saveCompiled(tx, cipher, { areaId, packId, caseId: item.caseId }, narratives)
  }
  const said = pseudonymsOf(secret, entities, earlier)
  // Of no case: the code by which the texts of the others name a child.
  for (const entity of new Map(all.map((one) => [earlierKey(one), one])).values()) {
    const code = /[A-Z]\d\d$/.exec(said.of(entity, ''))?.[0]
    if (code === undefined) continue
    await tx`
      insert into case_review.pack_codes (area_id, entity_hash, code, pack_id)
      values (${areaId}, ${fingerprint(keys, earlierKey(entity))}, ${code}, ${packId}) on conflict do nothing
    `
  }
}
