import { randomUUID } from 'node:crypto'
import type { Db } from '@cdop/database'
import { type AreaId, type Instant, type OpenCaseRequest, OrganisationId, type PlainDate } from '@cdop/domain'
import { everyNameIn, insertOrganisation, organisationsOf } from '../organisation/organisation-store.ts'

type Agency = OpenCaseRequest['agency']

/** The directory of an area as a bundle names agencies: by code, or else by a name an organisation has or had. */
export type Directory = { find(agency: Agency): Found | undefined }
type Found = { organisationId: OrganisationId; email: string }

const plain = (name: string) =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '')

/** Of several of one name, the one of the same kind. */
export async function directoryOf(tx: Db, areaId: AreaId, today: PlainDate): Promise<Directory> {
  const organisations = await organisationsOf(tx, areaId, today)
  const names = await everyNameIn(tx, areaId)
  const byName = new Map<string, typeof organisations>()
  for (const one of organisations) {
    for (const name of new Set([one.name, ...(names.get(one.organisationId) ?? [])].map(plain))) {
      byName.set(name, [...(byName.get(name) ?? []), one])
    }
  }
  return {
    find({ name, kind, odsCode }) {
      const coded = odsCode === null ? undefined : organisations.find((one) => one.odsCode === odsCode)
      if (coded !== undefined) return coded
      const named = byName.get(plain(name)) ?? []
      return named.find((one) => one.kind === kind) ?? named[0]
    },
  }
}

/** Agencies of a bundle the directory does not have, each once: with a mailbox to be added, and without. */
export function missingAgencies(
  requests: readonly OpenCaseRequest[],
  directory: Directory,
): { toAdd: Agency[]; unknown: Agency[] } {
  const missing = new Map<string, Agency>()
  for (const { agency } of requests) {
    if (directory.find(agency) !== undefined) continue
    const known = missing.get(plain(agency.name))
    if (known?.email == null) missing.set(plain(agency.name), agency)
  }
  const every = [...missing.values()]
  return {
    toAdd: every.filter(({ email }) => email !== null),
    unknown: every.filter(({ email }) => email === null),
  }
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
