import { OrganisationId } from '@cdop/domain'
import { changeOnce } from '@cdop/service'
import { requires } from '../rpc.ts'
import { filedTo, filing } from './filing.ts'
import { Follows } from './follows.ts'
import { knownOrganisation } from './known-organisation.ts'
import { BegunFile, beginFile, FileOutcome } from './sending.ts'

/**
 * Begins to take in a file of a case: what it is, whose, and what it is called. Its pieces follow.
 * @throws Refusal `not-found`, `too-many-documents`, `invalid-answers` for an organisation the area does not know
 */
export const beginUpload = requires('document:file')
  .input(
    BegunFile.extend({
      ...filedTo,
      organisationId: OrganisationId.nullable(),
      follows: Follows.nullable().default(null),
    }),
  )
  .output(FileOutcome)
  .mutation(({ ctx, input }) => {
    const { areaId, organisationId } = input
    const sending = filing(ctx, input)
    return changeOnce(
      ctx,
      { areaId, procedure: 'document.begin', input, outcome: FileOutcome },
      async (tx) => {
        const begun = await beginFile(tx, sending, input)
        if (organisationId !== null) await knownOrganisation(tx, areaId, organisationId)
        return begun
      },
    )
  })
