import { Refusal } from '@cdop/domain'
import type { ReportingRouter } from '@cdop/reporting/api'
import { personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import { readPopulations } from './form.ts'
import { populationsScreen } from './view.ts'

/** What rates are divided by. A second click imports nothing twice. */
export const populationsPage = personPage('/figures/populations', {
  permission: 'denominator:load',
  async show(visit, again) {
    const { areaId, formFields } = visit
    const { denominators } = await visit.call<ReportingRouter>('reporting').denominator.list.query({ areaId })
    const typed = (name: string) => again?.form.text(name) ?? ''
    return populationsScreen({
      formFields,
      typed: {
        label: typed('label'),
        source: typed('source'),
        vintage: typed('vintage'),
        rows: typed('rows'),
      },
      errors: again?.errors ?? [],
      loaded: denominators,
    })
  },
  async post(visit, form) {
    const read = readPopulations(form)
    if (!read.ok) return new Problems(read.errors)
    const { rows, ...about } = read.typed
    try {
      await visit.call<ReportingRouter>('reporting').denominator.import.mutate({
        areaId: visit.areaId,
        ...about,
        rows: [...rows],
        key: form.key,
      })
    } catch (thrown) {
      if (!(thrown instanceof Refusal) || thrown.code !== 'date-in-future') throw thrown
      return new Problems([{ text: 'A reporting year in these lines has not begun', href: '#rows' }])
    }
    return new GoTo('/figures/populations')
  },
})
