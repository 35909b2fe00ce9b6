import type { Db } from '@cdop/database'
import {
  AuthorityCode,
  Deprivation,
  type DeprivationIndex,
  editionFor,
  isOutOn,
  type Lsoa,
  type LsoaVersion,
  type PlainDate,
  PlainMonth,
  PostcodeEdition,
  type PostcodeFound,
  postcodeKey,
  RuralUrban,
  SmallArea,
} from '@cdop/domain'
import { z } from 'zod'
import { listsInForce } from '../reference-list/reference-load-store.ts'

const StoredPostcode = z.object({
  terminated: PlainMonth.nullable(),
  localAuthority: AuthorityCode.nullable(),
  lsoa2011: SmallArea.nullable(),
  lsoa2021: SmallArea.nullable(),
  icb: z.string().nullable(),
  ruc2011: z.string().nullable(),
  ruc2021: z.string().nullable(),
})
type StoredPostcode = z.infer<typeof StoredPostcode>

const DeprivedArea = z.object({
  localAuthority: AuthorityCode,
  localAuthorityName: z.string(),
  decile: z.int(),
})

/** The class of the newer classification, where the edition says it. */
function ruralUrbanOf({ ruc2011, ruc2021 }: StoredPostcode): RuralUrban | null {
  if (ruc2021 !== null) return RuralUrban.parse({ classification: 'RUC2021', code: ruc2021 })
  return ruc2011 === null ? null : RuralUrban.parse({ classification: 'RUC2011', code: ruc2011 })
}

/** A list in force as an index of deprivation; none when it is one of postcodes. */
function indexIn({ id, list, edition }: Listed): readonly IndexInForce[] {
  const read = Deprivation.pick({ index: true, lsoaVersion: true }).safeParse({
    index: list,
    lsoaVersion: edition,
  })
  return read.success ? [{ id, ...read.data }] : []
}

type Listed = Awaited<ReturnType<typeof listsInForce>>[number]
type IndexInForce = { id: number; index: DeprivationIndex; lsoaVersion: LsoaVersion }

/** How deprived a place is by every index in force, the newest first, and what those call its authority. */
async function deprivationOf(
  tx: Db,
  indices: readonly IndexInForce[],
  { lsoa2011, lsoa2021, localAuthority }: Pick<StoredPostcode, 'lsoa2011' | 'lsoa2021' | 'localAuthority'>,
): Promise<{ deprivation: Deprivation[]; localAuthorityName: string | null }> {
  const deprivation: Deprivation[] = []
  let localAuthorityName: string | null = null
  for (const { id, index, lsoaVersion } of indices) {
    const lsoa = lsoaVersion === '2011' ? lsoa2011 : lsoa2021
    if (lsoa === null) continue
    const [row] = await tx`
      select local_authority, local_authority_name, decile from intake.deprived_areas
      where load_id = ${id} and lsoa = ${lsoa}`
    if (row === undefined) continue
    const area = DeprivedArea.parse(row)
    deprivation.push(Deprivation.parse({ index, lsoaVersion, decile: area.decile }))
    // Authorities are merged and split: an index of another year may put the place into one that is no more.
    if (area.localAuthority === localAuthority) localAuthorityName ??= area.localAuthorityName
  }
  return { deprivation, localAuthorityName }
}

/**
 * Where a postcode lies, by the edition valid when the child died: one equality under an index for the postcode and one
 * for each index of deprivation. Neither the postcode nor what it leads to is kept or logged.
 */
export async function lookUpPostcode(tx: Db, typed: string, diedOn: PlainDate): Promise<PostcodeFound> {
  const postcode = postcodeKey(typed)
  const lists = await listsInForce(tx)
  const editions = lists.flatMap(({ id, list, edition }) => {
    const read = PostcodeEdition.safeParse({ product: list, month: edition })
    return read.success ? [{ id, ...read.data }] : []
  })
  const chosen = editionFor(editions, diedOn)
  if (chosen === null) return { outcome: 'no-edition' }
  const { id, ...edition } = chosen
  const [row] = await tx`
    select terminated, local_authority, lsoa_2011, lsoa_2021, icb, ruc_2011, ruc_2021 from intake.postcodes
    where load_id = ${id} and postcode = ${postcode}`
  if (row === undefined) return { outcome: 'unknown', edition }
  const stored = StoredPostcode.parse(row)
  const indices = lists.flatMap(indexIn)
  const { terminated, localAuthority, lsoa2011, lsoa2021, icb } = stored
  return {
    outcome: 'found',
    place: {
      edition,
      editionIsLater: !isOutOn(edition.month, diedOn),
      terminated,
      localAuthority,
      lsoa2011,
      lsoa2021,
      icb,
      ruralUrban: ruralUrbanOf(stored),
      ...(await deprivationOf(tx, indices, stored)),
    },
  }
}

/**
 * How deprived a small area is by every index in force that has it. An area that did not change between two censuses
 * kept its code, and no other area ever has it.
 */
export async function deprivationOfArea(tx: Db, lsoa: Lsoa): Promise<readonly Deprivation[]> {
  const indices = (await listsInForce(tx)).flatMap(indexIn)
  const area = { lsoa2011: lsoa, lsoa2021: lsoa, localAuthority: null }
  return (await deprivationOf(tx, indices, area)).deprivation
}
