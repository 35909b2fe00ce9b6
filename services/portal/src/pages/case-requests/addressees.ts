import { isInUse, type PlainDate } from '@cdop/domain'
import { addresseeCode } from './form.ts'

type Directory = {
  readonly rows: readonly {
    readonly organisationId: string
    readonly name: string
    readonly activeFrom: PlainDate | null
    readonly activeTo: PlainDate | null
  }[]
  readonly contacts: readonly {
    readonly organisationId: string
    readonly contactId: string
    readonly role: string
  }[]
}

/** Somebody a request can be sent to. */
export type Addressee = { readonly value: string; readonly text: string }

/** Whom a request can be sent to today: of each organisation its mailbox and everybody who answers for it. */
export function addressees({ rows, contacts }: Directory, today: PlainDate): Addressee[] {
  return rows
    .filter((row) => isInUse(row, today))
    .flatMap(({ organisationId, name }) => [
      { value: addresseeCode(organisationId, null), text: name },
      ...contacts
        .filter((contact) => contact.organisationId === organisationId)
        .map(({ contactId, role }) => ({
          value: addresseeCode(organisationId, contactId),
          text: `${name}: ${role}`,
        })),
    ])
}
