import { addDays, packRuleOn } from '@cdop/domain'
import { writtenTime } from '../../layout/written-time.ts'
import { personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import { datePartsOf } from '../../typed-form/typed-date.ts'
import { madeFromOf } from '../area-settings/form.ts'
import { caseReview } from '../case-frame/opened-case.ts'
import { readPackRule, ruleAsTyped, typedRule } from './form.ts'
import { packRulesTitle, packRulesView } from './view.ts'

/** How long before a meeting its pack is released and how long after it opens, who set it, and the form that sets it. */
export const packRulesPage = personPage('/area-settings/packs', {
  permission: 'area:write',
  async show(visit, again) {
    const [{ versions }, people] = await Promise.all([
      caseReview(visit).pack.rules.query({ areaId: visit.areaId }),
      visit.people(),
    ])
    const names = new Map(people.map(({ personId, displayName }) => [personId, displayName]))
    const today = visit.parts.clock.today()
    const rule = versions[0]?.rule ?? packRuleOn([], today)
    return {
      title: packRulesTitle,
      section: 'Area settings',
      backLink: '/area-settings',
      main: packRulesView({
        now: packRuleOn([...versions].reverse(), today),
        versions: versions.map((one) => {
          const who = names.get(one.changedBy) ?? 'a colleague who has left'
          return { ...one, setBy: `Set by ${who} on ${writtenTime(new Date(one.changedAt))}` }
        }),
        hidden: visit.formFields,
        version: again === null ? (versions[0]?.version ?? 0) : madeFromOf(again.form),
        typed: again === null ? ruleAsTyped(rule, datePartsOf(addDays(today, 1))) : typedRule(again.form),
        errors: again?.errors ?? [],
      }),
    }
  },
  async post(visit, form) {
    const read = readPackRule(typedRule(form), visit.parts.clock.today())
    if (!read.ok) return new Problems(read.errors)
    const { validFrom, ...rule } = read.value
    const change = { areaId: visit.areaId, version: madeFromOf(form), validFrom, rule, key: form.key }
    await caseReview(visit).pack.setRule.mutate(change)
    return new GoTo('/area-settings/packs')
  },
})
