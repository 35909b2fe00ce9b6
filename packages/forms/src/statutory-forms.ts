import { compile } from './compile.ts'
import type { CompiledForm } from './compiled-form.ts'
import analysis from './questionnaires/analysis-2026-04-01.json' with { type: 'json' }
import notification from './questionnaires/notification-2026-04-01.json' with { type: 'json' }
import reporting from './questionnaires/reporting-2026-04-01.json' with { type: 'json' }
import { supplementaryQuestionnaires } from './supplementary-forms.ts'

/** Child death notification form, which people still call Form A. */
export const NOTIFICATION_FORM = notification.url
/** Child death reporting form, Form B. */
export const REPORTING_FORM = reporting.url
/** Child death analysis form, Form C. */
export const ANALYSIS_FORM = analysis.url

const questionnaires = [notification, reporting, analysis, ...supplementaryQuestionnaires]

/** Every version of every statutory form the product has; old ones stay, for the answers given to them. */
export const statutoryForms: readonly CompiledForm[] = questionnaires.map(compile)

/** A form as the FHIR R4 Questionnaire it is made of, for those who fill it in elsewhere. */
export function questionnaireOf({ url, version }: CompiledForm): object | undefined {
  return questionnaires.find((made) => made.url === url && made.version === version)
}
