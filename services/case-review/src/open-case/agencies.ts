import { randomUUID } from 'node:crypto'
import type { Db } from '@cdop/database'
import {
  type AreaId,
  type Instant,
  type OpenCase,
  type OpenCaseRequest,
  OrganisationId,
  type PlainDate,
} from '@cdop/domain'
import { everyNameIn, insertOrganisation, organisationsOf } from '../organisation/organisation-store.ts'

type Agency = OpenCaseRequest['agency']

/** The directory of an area as a bundle names agencies: by code, or else by kind and a name it has or had. */
export type Directory = {
  entries: readonly (Entry & Found)[]
  find(agency: Agency): Found | undefined
}
type Found = { organisationId: OrganisationId; email: string }

const plain = (name: string) =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '')

/** What an organisation is found by. */
type Entry = { names: readonly string[]; kind: Agency['kind']; odsCode: string | null }

/**
 * The organisation of the agency's code, or else the one of its name and kind: never one of another code. Of several
 * with codes an agency without one is none.
 */
function entryOf<T extends Entry>(entries: readonly T[], { name, kind, odsCode }: Agency): T | undefined {
  const coded = odsCode === null ? undefined : entries.find((one) => one.odsCode === odsCode)
  if (coded !== undefined) return coded
  const called = plain(name)
  const named = entries.filter((one) => one.kind === kind && one.names.includes(called))
  const [only, ...others] = named
  return (
    named.find((one) => one.odsCode === null) ?? (odsCode === null && others.length === 0 ? only : undefined)
  )
}

export async function directoryOf(tx: Db, areaId: AreaId, today: PlainDate): Promise<Directory> {
  const every = await everyNameIn(tx, areaId)
  const entries = (await organisationsOf(tx, areaId, today)).map((one) => ({
    ...one,
    names: [one.name, ...(every.get(one.organisationId) ?? [])].map(plain),
  }))
  return { entries, find: (agency) => entryOf(entries, agency) }
}

/** Agencies of a bundle the directory does not have, each once: with a mailbox to be added, and without. */
export function missingAgencies(
  cases: readonly OpenCase[],
  directory: Directory,
): { toAdd: Agency[]; unknown: Agency[] } {
  const agencies: Agency[] = cases.flatMap(({ requests, documents }) => [
    ...requests.map(({ agency }) => agency),
    ...documents.flatMap(({ agency }) => (agency === null ? [] : [{ ...agency, email: null }])),
  ])
  const reachable = agencies.filter(({ email }) => email !== null)
  const known: Entry[] = [...directory.entries]
  const toAdd: Agency[] = []
  // Those with a code first: one without may be the same.
  for (const agency of [
    ...reachable.filter(({ odsCode }) => odsCode !== null),
    ...reachable.filter(({ odsCode }) => odsCode === null),
  ]) {
    if (entryOf(known, agency) !== undefined) continue
    known.push({ names: [plain(agency.name)], kind: agency.kind, odsCode: agency.odsCode })
    toAdd.push(agency)
  }
  const unknown = new Map(
    agencies
      .filter((agency) => entryOf(known, agency) === undefined)
      .map((agency) => [JSON.stringify([plain(agency.name), agency.kind, agency.odsCode]), agency]),
  )
  return { toAdd, unknown: [...unknown.values()] }
}

/** Adds agencies to the directory, as the bundle has them. */
export async function addAgencies(
  tx: Db,
  areaId: AreaId,
  agencies: readonly Agency[],
  at: Instant,
): Promise<OrganisationId[]> {
  const added: OrganisationId[] = []
  for (const { name, kind, email, odsCode } of agencies) {
    if (email === null) continue
    const organisationId = OrganisationId.parse(randomUUID())
    const entry = {
      organisationId,
      name,
      kind,
      email,
      odsCode,
      gssCode: null,
      activeFrom: null,
      activeTo: null,
    }
    if (await insertOrganisation(tx, areaId, entry, at)) added.push(organisationId)
  }
  return added
}
