import { compile } from './compile.ts'
import type { CompiledForm } from './compiled-form.ts'
import analysis2026 from './questionnaires/analysis-2026-04-01.json' with { type: 'json' }
import analysis2026November from './questionnaires/analysis-2026-11-01.json' with { type: 'json' }
import notification2019 from './questionnaires/notification-2019-04-01.json' with { type: 'json' }
import notification2021 from './questionnaires/notification-2021-04-01.json' with { type: 'json' }
import notification2022 from './questionnaires/notification-2022-04-01.json' with { type: 'json' }
import notification2026 from './questionnaires/notification-2026-04-01.json' with { type: 'json' }
import reporting2019 from './questionnaires/reporting-2019-04-01.json' with { type: 'json' }
import reporting2021 from './questionnaires/reporting-2021-04-01.json' with { type: 'json' }
import reporting2022 from './questionnaires/reporting-2022-04-01.json' with { type: 'json' }
import reporting2026 from './questionnaires/reporting-2026-04-01.json' with { type: 'json' }
import { supplementaryQuestionnaires } from './supplementary-forms.ts'

/** Child death notification form, which people still call Form A. */
export const NOTIFICATION_FORM = notification2026.url
/** Child death reporting form, Form B. */
export const REPORTING_FORM = reporting2026.url
/** Child death analysis form, Form C. */
export const ANALYSIS_FORM = analysis2026November.url

const questionnaires = [
  notification2019,
  notification2021,
  notification2022,
  notification2026,
  reporting2019,
  reporting2021,
  reporting2022,
  reporting2026,
  analysis2026,
  analysis2026November,
  ...supplementaryQuestionnaires,
]

/** Every version of every statutory form the product has, the oldest first; old ones stay, for the answers given to them. */
export const statutoryForms: readonly CompiledForm[] = questionnaires.map(compile)

/** A form as the FHIR R4 Questionnaire it is made of, for those who fill it in elsewhere. */
export function questionnaireOf({ url, version }: CompiledForm): object | undefined {
  return questionnaires.find((made) => made.url === url && made.version === version)
}
