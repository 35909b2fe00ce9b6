import {
  type AgencyProposal,
  type DirectoryEntry,
  isAsked,
  matchDirectory,
  notInDirectory,
  type OrganisationKind,
  type PlainDate,
  type ProposalReason,
  surelyMeant,
} from '@cdop/domain'
import type { RequestRow } from '../case-requests/view.ts'

/** An agency or a professional as the notification names them. */
export type NamedAgency = {
  readonly kind: OrganisationKind
  readonly organisation: string | null
  readonly person: string | null
  readonly email: string | null
  readonly phone: string | null
}

/** Whom to ask, after the notification. */
export type Proposed = {
  readonly proposals: readonly AgencyProposal[]
  readonly authorities: readonly string[]
  readonly named: readonly NamedAgency[]
}

export type Directory = {
  readonly rows: readonly DirectoryEntry[]
  readonly contacts: readonly {
    readonly organisationId: string
    readonly contactId: string
    readonly role: string
  }[]
}

/** An organisation of the directory that can be ticked, or was asked before. */
export type Choice = {
  readonly organisationId: string
  readonly name: string
  readonly contacts: readonly { readonly contactId: string; readonly role: string }[]
  /** Chosen beforehand. */
  readonly sure: boolean
  readonly askedOn: PlainDate | null
}

/** One kind of agency that is proposed, with who of it can be asked. */
export type ProposedKind = {
  readonly kind: OrganisationKind
  readonly reasons: readonly ProposalReason[]
  readonly named: readonly NamedAgency[]
  readonly choices: readonly Choice[]
  /** Names on the notification that mean no organisation of the directory. */
  readonly toAdd: readonly string[]
}

type Asked = Pick<RequestRow, 'state' | 'sentOn'> & { readonly organisationId: string }

/** Holds what the notification says against the directory and the requests of the case. */
export function proposedKinds(
  { proposals, authorities, named }: Proposed,
  { rows, contacts }: Directory,
  requests: readonly Asked[],
  today: PlainDate,
): ProposedKind[] {
  const askedOn = new Map(
    requests.filter(({ state }) => isAsked(state)).map((row) => [row.organisationId, row.sentOn]),
  )
  return proposals.map(({ kind, reasons }) => {
    const ofKind = named.filter((one) => one.kind === kind)
    const names = ofKind.flatMap(({ organisation }) => organisation ?? [])
    const matches = matchDirectory(kind, { names, authorities }, rows, today)
    const sure = surelyMeant(matches, names)
    return {
      kind,
      reasons,
      named: ofKind,
      toAdd: notInDirectory(names, rows, today),
      choices: matches.map(({ entry }) => ({
        organisationId: entry.organisationId,
        name: entry.name,
        contacts: contacts.filter(({ organisationId }) => organisationId === entry.organisationId),
        sure: sure.includes(entry),
        askedOn: askedOn.get(entry.organisationId) ?? null,
      })),
    }
  })
}
