import type { PlainDate } from '@cdop/domain'
import { formInForce, NOTIFICATION_FORM, questionnaireOf, statutoryForms } from '@cdop/forms'

/** The id under which the notification form in force is read. */
const IN_FORCE = 'child-death-notification'

/** The notification form as FHIR, by id: the one in force, or one version by its date. Null when there is none. */
export function questionnaireResource(id: string, today: PlainDate): object | null {
  const form =
    id === IN_FORCE
      ? formInForce(statutoryForms, NOTIFICATION_FORM, today)
      : statutoryForms.find((made) => made.url === NOTIFICATION_FORM && `${IN_FORCE}-${made.version}` === id)
  const questionnaire = form === undefined ? undefined : questionnaireOf(form)
  return questionnaire === undefined ? null : { id, ...questionnaire }
}
