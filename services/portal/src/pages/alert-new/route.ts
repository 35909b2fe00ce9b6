import { AlertKind } from '@cdop/domain'
import { personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import { alertsTitle } from '../alerts/view.ts'
import { caseAsked } from '../recommendation-write/route.ts'
import { factorAnalysis } from '../recommendations/services.ts'
import { noAlert, readAlert, typedAlert } from './form.ts'
import { newAlertTitle, newAlertView } from './view.ts'

/** A new alert; with `case`, one that comes from a case, and with `kind`, one of a kind. */
export const newAlertPage = personPage('/alerts/new', {
  permission: 'urgent-alert:raise',
  async show(visit, again) {
    const found = await caseAsked(visit)
    return {
      title: newAlertTitle,
      section: alertsTitle,
      backLink: found === null ? '/alerts' : `/cases/${found.caseId}`,
      main: newAlertView({
        hidden: visit.formFields,
        fromCase: found?.reference ?? null,
        typed:
          again === null
            ? noAlert(AlertKind.safeParse(visit.query('kind')).data ?? '')
            : typedAlert(again.form),
        errors: again?.errors ?? [],
      }),
    }
  },
  async post(visit, form) {
    const found = await caseAsked(visit)
    const read = readAlert(typedAlert(form))
    if (!read.ok) return new Problems(read.errors)
    const { kind, source, ...words } = read.value
    const caseIds = found === null ? [] : [found.caseId]
    const raised = { areaId: visit.areaId, key: form.key, kind, source, words, caseIds }
    const { alertId } = await factorAnalysis(visit).urgentAlert.raise.mutate(raised)
    return new GoTo(`/alerts/${alertId}`)
  },
})
