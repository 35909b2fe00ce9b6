import { AnnualReportId, AreaId, londonDate, Refusal } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { changedFigures, ReportSectionId, reportingYearFrom, SigningCapacity } from '@cdop/statistics'
import { z } from 'zod'
import { areaName } from '../area/area-store.ts'
import { signedRelease } from '../release/release-head-store.ts'
import { requires } from '../rpc.ts'
import { addSignature, lockDraft } from './annual-report-store.ts'
import { type DraftReport, draftOf } from './draft-report.ts'
import { addPublished, PublishedReport, publishedOf } from './published-report-store.ts'
import { writersOf } from './report-block-store.ts'
import { writerOf } from './writer-of.ts'

/** Of exactly which text: the check value as it stood beside the button. */
const OfText = z.strictObject({
  areaId: AreaId,
  reportId: AnnualReportId,
  contentHash: z.string().regex(/^[0-9a-f]{64}$/),
  key: AttemptKey,
})
const Signed = z.strictObject({ capacity: SigningCapacity })
const Published = z.strictObject({ contentHash: z.string() })

/**
 * Signs a report as chair or as independent scrutineer. A signature is of exactly this text by exactly this release: whatever is
 * changed afterwards is not signed.
 * @throws Refusal `forbidden` for who is not what they sign as; `stale` when the text is another by now; `annual-report-not-ready`
 * while anything but a signature is missing; `annual-report-needs-another` for whoever signed it in the other capacity
 */
export const signAnnualReport = requires('annual-report:sign')
  .input(OfText.extend({ capacity: SigningCapacity }))
  .output(Signed)
  .mutation(({ ctx: { actor, parts }, input }) => {
    const signedBy = writerOf(actor)
    const { areaId, reportId, contentHash, capacity } = input
    if (actor.kind !== 'person' || !actor.roles.includes(capacity)) throw new Refusal('forbidden')
    const change = { procedure: 'annual-report.sign', areaId, input, outcome: Signed }
    return changeOnce({ actor, parts }, change, async (tx) => {
      const draft = await draftOf(tx, parts, areaId, await lockDraft(tx, areaId, reportId))
      if (draft.contentHash !== contentHash) throw new Refusal('stale')
      if (draft.obstacles.some(({ kind }) => kind !== 'not-signed')) {
        throw new Refusal('annual-report-not-ready')
      }
      if (draft.signatures.some((one) => one.signedBy === signedBy)) {
        throw new Refusal('annual-report-needs-another')
      }
      const signedAt = parts.clock.now()
      await addSignature(tx, areaId, reportId, { capacity, contentHash, signedBy, signedAt })
      await parts.audit.record(tx, actor, areaId, {
        action: 'annual-report.sign',
        object: { kind: 'annual-report', id: reportId },
      })
      return { capacity }
    })
  })

/**
 * Publishes a report that both have signed, for good: the words as its readers get them, with the hash of what is stored.
 * @throws Refusal `stale` when the text is another by now; `annual-report-not-ready` while anything is missing;
 * `annual-report-needs-another` for whoever wrote in it or signed it
 */
export const publishAnnualReport = requires('annual-report:publish')
  .input(OfText)
  .output(Published)
  .mutation(({ ctx: { actor, parts }, input }) => {
    const by = writerOf(actor)
    const { areaId, reportId } = input
    const change = { procedure: 'annual-report.publish', areaId, input, outcome: Published }
    return changeOnce({ actor, parts }, change, async (tx) => {
      const head = await lockDraft(tx, areaId, reportId)
      const draft = await draftOf(tx, parts, areaId, head)
      if (draft.contentHash !== input.contentHash) throw new Refusal('stale')
      if (draft.obstacles.length > 0) throw new Refusal('annual-report-not-ready')
      const hands = [
        ...(await writersOf(tx, areaId, reportId)),
        ...draft.signatures.map(({ signedBy }) => signedBy),
      ]
      if (hands.includes(by)) throw new Refusal('annual-report-needs-another')
      const release = await signedRelease(tx, areaId, head.releaseId)
      const before = head.begunFrom === null ? null : await publishedOf(tx, areaId, head.begunFrom)
      const report = published(draft, {
        areaName: await areaName(tx, areaId),
        releaseHash: release.hash,
        asKnownOn: release.asKnownOn,
        before: before?.report ?? null,
        publishedOn: parts.clock.today(),
      })
      const contentHash = await addPublished(tx, areaId, reportId, report, { by, at: parts.clock.now() })
      await parts.audit.record(tx, actor, areaId, {
        action: 'annual-report.publish',
        object: { kind: 'annual-report', id: reportId },
      })
      return { contentHash }
    })
  })

type Around = Pick<PublishedReport, 'areaName' | 'releaseHash' | 'asKnownOn' | 'publishedOn'> & {
  before: PublishedReport | null
}

function published({ head, sections, signatures }: DraftReport, around: Around): PublishedReport {
  const { before, ...stated } = around
  const { reportingYear, edition, releaseId } = head
  const figures = sections.flatMap(({ read }) => read.figures)
  const isEditionBefore = before?.reportingYear === reportingYear
  const year = reportingYearFrom(reportingYear).label.replace('Year', 'year')
  return PublishedReport.parse({
    ...stated,
    title: `Child death review: annual report for the ${year}`,
    ...{ reportingYear, edition, releaseId },
    sections: ReportSectionId.options.flatMap((id) => {
      const found = sections.find(({ block }) => block.section === id)
      const paragraphs = found?.read.paragraphs ?? []
      return paragraphs.length === 0 ? [] : [{ section: id, paragraphs }]
    }),
    figures,
    revisions: isEditionBefore ? changedFigures(before.figures, figures) : [],
    signed: SigningCapacity.options.flatMap((capacity) => {
      const signature = signatures.find((one) => one.capacity === capacity)
      return signature === undefined ? [] : [{ capacity, signedOn: londonDate(signature.signedAt) }]
    }),
  })
}
