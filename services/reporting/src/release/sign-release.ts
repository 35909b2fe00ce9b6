import { AreaId, Instant, ReleaseId } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requires } from '../rpc.ts'
import { decider, releaseToDecide } from './deciding.ts'
import { addDecision } from './decision-store.ts'
import { figuresPublished } from './published-figures.ts'
import { Hash } from './release.ts'
import { tablesAsReleased } from './release-store.ts'
import { signatureOver } from './signature.ts'

const Signed = z.strictObject({ signedAt: Instant })

/**
 * Signs a release somebody else built: its tables are published from then on. `hash` is that of the tables as they were
 * looked at. The signature is Ed25519, under the key of this service, over who, when and that hash.
 * @throws Refusal `own-release`, `release-decided`, `release-superseded`, `stale`
 */
export const signRelease = requires('release:sign')
  .input(z.strictObject({ areaId: AreaId, releaseId: ReleaseId, hash: Hash, key: AttemptKey }))
  .output(Signed)
  .mutation(({ ctx: { actor, parts }, input }) => {
    const by = decider(actor)
    const { areaId, releaseId, hash } = input
    const change = { procedure: 'release.sign', areaId, input, outcome: Signed }
    return changeOnce({ actor, parts }, change, async (tx) => {
      const head = await releaseToDecide(tx, areaId, { releaseId, hash, by })
      const tables = await tablesAsReleased(tx, areaId, head)
      const at = parts.clock.now()
      const signature = await signatureOver(parts.keyring, areaId, { releaseId, hash, by, at })
      await addDecision(tx, areaId, { releaseId, hash, by, at, outcome: 'signed', signature })
      await parts.publisher.publish(tx, actor, areaId, {
        type: 'release.signed.v1',
        subject: releaseId,
        payload: { releaseId, reportingYear: head.reportingYear },
      })
      const figures = figuresPublished(head, tables)
      if (figures !== null) await parts.publisher.publish(tx, actor, areaId, figures)
      await parts.audit.record(tx, actor, areaId, {
        action: 'release.sign',
        object: { kind: 'release', id: releaseId },
      })
      return { signedAt: at }
    })
  })
