import { addDays, defaultClockLimits } from '@cdop/domain'
import { writtenTime } from '../../layout/written-time.ts'
import { type PageRoute, personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import type { PersonVisit } from '../../page/visit.ts'
import { datePartsOf } from '../../typed-form/typed-date.ts'
import { madeFromOf } from '../area-settings/form.ts'
import { caseReview } from '../case-frame/opened-case.ts'
import { limitsAsTyped, readLimits, typedLimits } from './form.ts'
import { changeLimitsView, limitsView } from './view.ts'

async function versionsOf(visit: PersonVisit) {
  return (await caseReview(visit).clockSettings.read.query({ areaId: visit.areaId })).versions
}

/** How long things may take in the area, with who set it and the defaults. */
const limitsPage = personPage('/area-settings/limits', {
  permission: 'area:write',
  async show(visit) {
    const [versions, people] = await Promise.all([versionsOf(visit), visit.people()])
    const names = new Map(people.map(({ personId, displayName }) => [personId, displayName]))
    const madeBy = new Map(
      versions.map(({ version, changedBy, changedAt }) => {
        const who = names.get(changedBy) ?? 'a colleague who has left'
        return [version, `Set by ${who} on ${writtenTime(new Date(changedAt))}`]
      }),
    )
    return {
      title: 'Time limits',
      section: 'Area settings',
      backLink: '/area-settings',
      main: limitsView({ versions, madeBy, today: visit.parts.clock.today() }),
    }
  },
})

const changeLimitsPage = personPage('/area-settings/limits/change', {
  permission: 'area:write',
  async show(visit, again) {
    const versions = await versionsOf(visit)
    const newest = versions[0] ?? { version: 0, limits: defaultClockLimits }
    const asked = visit.query('version')
    const put = versions.find(({ version }) => String(version) === asked)?.limits
    const begin = asked === '0' ? defaultClockLimits : (put ?? newest.limits)
    const tomorrow = datePartsOf(addDays(visit.parts.clock.today(), 1))
    return {
      title: 'Change the time limits',
      section: 'Area settings',
      backLink: '/area-settings/limits',
      main: changeLimitsView({
        hidden: visit.formFields,
        version: newest.version,
        typed: again === null ? limitsAsTyped(begin, tomorrow) : typedLimits(again.form),
        errors: again?.errors ?? [],
      }),
    }
  },
  async post(visit, form) {
    const read = readLimits(typedLimits(form), visit.parts.clock.today())
    if (!read.ok) return new Problems(read.errors)
    const change = { areaId: visit.areaId, version: madeFromOf(form), key: form.key, ...read.value }
    await caseReview(visit).clockSettings.set.mutate(change)
    return new GoTo('/area-settings/limits')
  },
})

export const clockSettingsPages: readonly PageRoute[] = [limitsPage, changeLimitsPage]
