import {
  type Actor,
  type AreaId,
  type CalibrationCase,
  type CalibrationKey,
  calibrationCases,
  type PersonId,
  Refusal,
  requireArea,
} from '@cdop/domain'
import { writerOf } from '../meeting-analysis/meeting-access.ts'

/** The sections of the analysis form that are asked of an invented case: what has to do with a family or a follow-up is not. */
export const CALIBRATED_SECTIONS = [
  'category',
  'intrinsic-domain',
  'social-domain',
  'physical-domain',
  'service-domain',
  'outcome',
] as const

/** @throws Refusal `not-found` where there is no such case */
export function calibrationCaseCalled(key: CalibrationKey): CalibrationCase {
  const found = calibrationCases.find((one) => one.key === key)
  if (found === undefined) throw new Refusal('not-found')
  return found
}

/** Who codes which case of their own area. @throws Refusal `not-found` */
export function codingOf(
  actor: Actor,
  { areaId, caseKey }: { areaId: AreaId; caseKey: CalibrationKey },
): { areaId: AreaId; coder: PersonId; one: CalibrationCase } {
  requireArea(actor, areaId)
  return { areaId, coder: writerOf(actor), one: calibrationCaseCalled(caseKey) }
}
