import type { PageRoute } from '../../page/page-route.ts'
import { personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import { changeNumbersView, changeTimesView } from './change-view.ts'
import {
  contactsAsTyped,
  madeFromOf,
  readContacts,
  readTimes,
  timesAsTyped,
  typedContacts,
  typedTimes,
} from './form.ts'
import { shownSettings, versionAsked } from './shown-settings.ts'
import { areaSettingsView } from './view.ts'

/** What the area has set for itself: numbers for tonight and times, with who changed them and the defaults. */
const areaSettingsPage = personPage('/area-settings', {
  permission: 'area:write',
  place: { text: 'Area settings', says: 'Set whom to phone tonight, and the times your area keeps to.' },
  async show(visit) {
    return { title: 'Area settings', main: areaSettingsView(await shownSettings(visit)) }
  },
})

const numbersPage = personPage('/area-settings/numbers', {
  permission: 'area:write',
  async show(visit, again) {
    const { newest, begin } = versionAsked((await shownSettings(visit)).contacts, visit.query('version'))
    return {
      title: 'Numbers for tonight',
      section: 'Area settings',
      backLink: '/area-settings',
      main: changeNumbersView({
        hidden: visit.formFields,
        version: newest.version,
        typed: again === null ? contactsAsTyped(begin.content) : typedContacts(again.form),
        errors: again?.errors ?? [],
      }),
    }
  },
  async post({ own, areaId }, form) {
    const read = readContacts(form)
    if (!read.ok) return new Problems(read.errors)
    const version = madeFromOf(form)
    await own.area.setTonightContacts({ areaId, version, contacts: read.value, key: form.key })
    return new GoTo('/area-settings')
  },
})

const timesPage = personPage('/area-settings/times', {
  permission: 'area:write',
  async show(visit, again) {
    const { newest, begin } = versionAsked((await shownSettings(visit)).times, visit.query('version'))
    return {
      title: 'Times',
      section: 'Area settings',
      backLink: '/area-settings',
      main: changeTimesView({
        hidden: visit.formFields,
        version: newest.version,
        typed: again === null ? timesAsTyped(begin.content) : typedTimes(again.form),
        errors: again?.errors ?? [],
      }),
    }
  },
  async post({ own, areaId }, form) {
    const read = readTimes(form)
    if (!read.ok) return new Problems(read.errors)
    const version = madeFromOf(form)
    await own.area.setTimes({ areaId, version, settings: read.value, key: form.key })
    return new GoTo('/area-settings')
  },
})

export const areaSettingsPages: readonly PageRoute[] = [areaSettingsPage, numbersPage, timesPage]
