import type { Db } from '@cdop/database'
import {
  type Actor,
  type AreaId,
  addDays,
  bankHolidays,
  type PlainDate,
  type SelfAssessmentStep,
  selfAssessmentStep,
} from '@cdop/domain'
import type { ServiceParts } from '@cdop/service'
import { addReminder, type FormOf, formsOf, openedYears, submittedForms } from './self-assessment-store.ts'

/** Days after which nobody is reminded any more of what was due: the year is the office's to settle. */
const REMINDED_FOR = 30

type Asking = { readonly parts: ServiceParts; readonly self: Actor; readonly areaId: AreaId }

/** Has an organisation mailed a link to its form: each step once, whatever runs twice. */
export async function askOrganisation(
  tx: Db,
  { parts, self, areaId }: Asking,
  { year, organisationId, dueOn, step }: FormOf & { dueOn: PlainDate; step: SelfAssessmentStep },
): Promise<void> {
  const today = parts.clock.today()
  if (!(await addReminder(tx, areaId, { year, organisationId, step, askedOn: today }))) return
  await parts.publisher.publish(tx, self, areaId, {
    type: 'self-assessment.asked.v1',
    subject: organisationId,
    payload: { year, organisationId, dueOn, step },
  })
  await parts.audit.record(tx, self, areaId, {
    action: 'self-assessment.ask',
    object: { kind: 'organisation', id: organisationId },
  })
}

/** On a working day: reminds every organisation of the area that has not answered what it was asked, where it is time. */
export async function remindOrganisations(tx: Db, asking: Asking): Promise<void> {
  const { parts, areaId } = asking
  const today = parts.clock.today()
  for (const opened of await openedYears(tx, areaId)) {
    const step = selfAssessmentStep(opened, today, bankHolidays)
    if (step === null || addDays(opened.dueOn, REMINDED_FOR) < today) continue
    const { year, dueOn } = opened
    const answered = await submittedForms(tx, areaId, year)
    for (const { organisation } of await formsOf(tx, areaId, year)) {
      const { organisationId } = organisation
      if (!answered.has(organisationId))
        await askOrganisation(tx, asking, { year, organisationId, dueOn, step })
    }
  }
}
