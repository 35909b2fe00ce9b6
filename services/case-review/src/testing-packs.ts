import { AreaId, type CaseId, type PackId, type PanelMeetingId, type Person } from '@cdop/domain'
import { screenPack } from './pack/screen-pack.ts'
import { newKey, personIn } from './testing-actors.ts'
import { givenListing } from './testing-cases.ts'
import type { GivenCaseReview } from './testing-service.ts'

const LATE = 'The last answer came late.'
const FEW = 'A small area: nothing else is told of the case.'

/** Two people release a new version of a meeting's pack, with everything doubtful taken out of it. */
export async function givenReleasedPack(
  given: GivenCaseReview,
  areaId: AreaId,
  panelMeetingId: PanelMeetingId,
): Promise<PackId> {
  const first = await given.as(personIn(areaId, 'coordinator'))
  const second = await given.as(personIn(areaId, 'designated-doctor'))
  const meeting = { areaId, panelMeetingId }
  const version = (await first.pack.read(meeting)).versions[0]?.version ?? 0
  const { packId } = await first.pack.build({ ...meeting, version, key: newKey() })
  await screenPack(given.parts, { areaId, packId })
  for (const { caseId, open } of (await first.pack.read(meeting)).cases) {
    if (open === 0) continue
    const { items, narratives } = await first.pack.leaks({ areaId, packId, caseId })
    const decisions = items.map(({ narrative, start, end }) => ({
      mark: narratives[narrative]?.mark ?? '',
      start,
      end,
      hide: true,
    }))
    await first.pack.decide({ areaId, packId, caseId, decisions, key: newKey() })
  }
  const reasons = { lateReason: LATE, fewReason: FEW }
  await first.pack.sign({ areaId, packId, seen: 'ready', ...reasons, key: newKey() })
  await second.pack.sign({ areaId, packId, seen: 'signed-once', ...reasons, key: newKey() })
  return packId
}

/** Takes a case to the agenda of a panel meeting held today, whose pack is released. */
export async function givenReading(given: GivenCaseReview, coordinator: Person, caseId: CaseId) {
  const { panelMeetingId } = await givenListing(given, coordinator, caseId)
  const packId = await givenReleasedPack(given, AreaId.parse(coordinator.areaIds[0]), panelMeetingId)
  return { panelMeetingId, packId }
}
