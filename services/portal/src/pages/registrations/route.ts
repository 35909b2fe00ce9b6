import { londonDate } from '@cdop/domain'
import type { IntakeRouter } from '@cdop/intake/api'
import { personPage } from '../../page/page-route.ts'
import { FILE } from '../../page/request-body.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import { yearChoices, yearsToChoose } from '../../reporting-year/years-to-choose.ts'
import { writtenDate } from '../../wording/written-date.ts'
import { LARGEST_LIST, readList } from './form.ts'
import { faultWords, registrationsTitle, registrationsView } from './view.ts'

/** Faults of a list that are told on the page: who has more has the wrong file. */
const FAULTS_TOLD = 50

/** Deaths as registered and as notified, held against each other; and where a register's list is loaded. */
export const registrationsPage = personPage('/registrations', {
  permission: 'registration:read',
  place: {
    text: 'Registered deaths',
    says: 'Find deaths that were registered and never notified, and the other way round.',
  },
  largestFile: LARGEST_LIST,
  async show(visit, again) {
    const today = visit.parts.clock.today()
    const years = yearsToChoose(today)
    const asked = years.find(({ code }) => code === visit.query('year')) ?? years[0]
    const reconciliation = await visit.call<IntakeRouter>('intake').registration.read.query({
      areaId: visit.areaId,
      reportingYear: asked?.code ?? '',
    })
    return {
      title: registrationsTitle,
      main: registrationsView({
        hidden: visit.formFields,
        years: yearChoices(today),
        reconciliation,
        mayLoad: visit.mayDo('registration:load'),
        source: again?.form.text('source') ?? '',
        errors: again?.errors ?? [],
      }),
    }
  },
  async post(visit, form) {
    const read = readList(form)
    if (!read.ok) return new Problems(read.errors)
    const loaded = await visit.call<IntakeRouter>('intake').registration.load.mutate({
      areaId: visit.areaId,
      key: form.key,
      source: read.value.source,
      file: Buffer.from(read.value[FILE]).toString('base64'),
    })
    const href = `#${FILE}`
    switch (loaded.outcome) {
      case 'faulty':
        return new Problems(
          loaded.faults.slice(0, FAULTS_TOLD).map((fault) => ({ text: faultWords(fault), href })),
        )
      case 'loaded-before': {
        const on = writtenDate(londonDate(loaded.loadedAt))
        return new Problems([{ text: `This file was loaded on ${on}. Nothing was changed`, href }])
      }
      case 'loaded':
        return new GoTo(`/registrations?year=${encodeURIComponent(visit.query('year'))}`)
    }
  },
})
