import type { CaseReviewRouter } from '@cdop/case-review/api'
import type { PackId, PanelMeetingId } from '@cdop/domain'
import type { SpokenFor } from '../stack/operator-client.ts'
import type { CaseGround } from './case-ground.ts'

/** Milliseconds between two looks at a pack that is being built, and how many there are: two minutes. */
const PAUSE = 200
const LOOKS = 600

/** Two people release what the panel reads. */
export function packSteps({ client, areaId, coordinator, staff, keyOf }: CaseGround) {
  const packs = async (person: SpokenFor) =>
    (await client.onBehalfOf(person)).to<CaseReviewRouter>('case-review').pack

  /** @throws Error when the job that builds it does not come to its end */
  async function whenBuilt(panelMeetingId: PanelMeetingId, packId: PackId): Promise<void> {
    for (let look = 1; look <= LOOKS; look += 1) {
      const { versions } = await (await packs(coordinator)).read.query({ areaId, panelMeetingId })
      const version = versions.find((one) => one.packId === packId)
      if (version !== undefined && version.state !== 'building') return
      await new Promise((resolve) => setTimeout(resolve, PAUSE))
    }
    throw new Error('the pack of a meeting was not built')
  }

  /** Everything that may say who somebody is, is taken out. */
  async function decide(panelMeetingId: PanelMeetingId, packId: PackId): Promise<void> {
    const { cases } = await (await packs(coordinator)).read.query({ areaId, panelMeetingId })
    for (const { caseId, open } of cases) {
      if (open === 0) continue
      const { items, narratives } = await (await packs(coordinator)).leaks.query({ areaId, packId, caseId })
      const decisions = items.map(({ narrative, start, end }) => ({
        mark: narratives[narrative]?.mark ?? '',
        start,
        end,
        hide: true,
      }))
      const key = keyOf('pack-decide', packId, caseId)
      await (await packs(coordinator)).decide.mutate({ areaId, packId, caseId, decisions, key })
    }
  }

  return {
    /** The pack of a meeting with the cases it has by now: built, gone through, and signed by two people. */
    async releasePack(panelMeetingId: PanelMeetingId): Promise<void> {
      const build = { areaId, panelMeetingId, version: 0, key: keyOf('pack', panelMeetingId) }
      const { packId } = await (await packs(coordinator)).build.mutate(build)
      await whenBuilt(panelMeetingId, packId)
      await decide(panelMeetingId, packId)
      const reasons = {
        lateReason: 'The last answers came late.',
        fewReason: 'Invented cases: nobody is to be recognised.',
      }
      const doctor = staff.holding('designated-doctor')
      for (const [person, seen] of [[coordinator, 'ready'] as const, [doctor, 'signed-once'] as const]) {
        const key = keyOf('pack-sign', panelMeetingId, seen)
        await (await packs(person)).sign.mutate({ areaId, packId, seen, ...reasons, key })
      }
    },
  }
}
