import {
  type AreaId,
  type DraftHolder,
  type NotificationDraftId,
  RequestId,
  type ServiceActor,
} from '@cdop/domain'
import { aKey, form, type GivenIntake, givenAnswers } from '../testing.ts'

/** The portal, for somebody who has no account. */
export function portalIn(areaId: AreaId): ServiceActor {
  return { kind: 'service', service: 'portal', areaId, onBehalfOf: null, requestId: RequestId.parse(aKey()) }
}

export function draftHolder(areaId: AreaId, subject: NotificationDraftId): DraftHolder {
  return {
    kind: 'link',
    opens: 'notification-draft',
    subject,
    areaId,
    requestId: RequestId.parse(aKey()),
  }
}

/** A draft somebody has begun in an area, and their calls. */
export async function givenDraft(intake: GivenIntake, { areaId } = intake.mine) {
  const { notificationDraft } = intake.as(portalIn(areaId))
  const begun = await notificationDraft.begin({ areaId, visitor: aKey(), key: aKey() })
  const holder = draftHolder(areaId, begun.notificationDraftId)
  const calls = intake.as(holder).notificationDraft
  const save = (version: number, answers: Record<string, unknown> = givenAnswers()) =>
    calls.save({ key: aKey(), formVersion: form.version, version, page: 'child', answers })
  return { ...begun, holder, calls, save }
}
