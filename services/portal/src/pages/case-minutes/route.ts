import { addDays, caseMinutesInForce, usualMinutes } from '@cdop/domain'
import { writtenTime } from '../../layout/written-time.ts'
import { personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import { datePartsOf } from '../../typed-form/typed-date.ts'
import { madeFromOf } from '../area-settings/form.ts'
import { caseReview } from '../case-frame/opened-case.ts'
import { kindAsked, readMinutes, typedMinutes } from './form.ts'
import { caseMinutesTitle, caseMinutesView } from './view.ts'

/** How long each kind of panel speaks about a case, who set it, and the form that sets it for days to come. */
export const caseMinutesPage = personPage('/area-settings/case-minutes', {
  permission: 'area:write',
  async show(visit, again) {
    const [{ versions }, people] = await Promise.all([
      caseReview(visit).caseMinutes.read.query({ areaId: visit.areaId }),
      visit.people(),
    ])
    const today = visit.parts.clock.today()
    const names = new Map(people.map(({ personId, displayName }) => [personId, displayName]))
    const kind = kindAsked(again === null ? visit.query('kind') : again.form.text('kind'))
    const ofKind = versions.filter((one) => one.kind === kind)
    const asked = visit.query('version')
    const put = ofKind.find(({ version }) => String(version) === asked)?.minutes
    const newest = ofKind[0]?.minutes ?? caseMinutesInForce([], kind, today).minutes
    const begin = asked === '0' ? usualMinutes[kind] : (put ?? newest)
    return {
      title: caseMinutesTitle,
      section: 'Area settings',
      backLink: '/area-settings',
      main: caseMinutesView({
        versions: versions.map((one) => {
          const who = names.get(one.changedBy) ?? 'a colleague who has left'
          return { ...one, setBy: `Set by ${who} on ${writtenTime(new Date(one.changedAt))}` }
        }),
        today,
        kind,
        hidden: visit.formFields,
        version: again === null ? (ofKind[0]?.version ?? 0) : madeFromOf(again.form),
        typed:
          again === null
            ? { minutes: String(begin), validFrom: datePartsOf(addDays(today, 1)) }
            : typedMinutes(again.form),
        errors: again?.errors ?? [],
      }),
    }
  },
  async post(visit, form) {
    const read = readMinutes(typedMinutes(form), visit.parts.clock.today())
    if (!read.ok) return new Problems(read.errors)
    const change = { areaId: visit.areaId, kind: kindAsked(form.text('kind')), version: madeFromOf(form) }
    await caseReview(visit).caseMinutes.set.mutate({ ...change, ...read.value, key: form.key })
    return new GoTo('/area-settings/case-minutes')
  },
})
