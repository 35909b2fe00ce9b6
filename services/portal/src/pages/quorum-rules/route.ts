import { addDays, quorumRuleInForce, usualQuorum } from '@cdop/domain'
import { writtenTime } from '../../layout/written-time.ts'
import { type PageRoute, personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import { datePartsOf } from '../../typed-form/typed-date.ts'
import { madeFromOf } from '../area-settings/form.ts'
import { caseReview } from '../case-frame/opened-case.ts'
import { kindAsked, readRule, ruleAsTyped, typedRule } from './form.ts'
import { quorumRulesTitle, quorumRulesView } from './view.ts'

/** When each kind of panel is quorate in the area, who set it, and the form that sets it for days to come. */
const quorumRulesPage = personPage('/area-settings/quorum', {
  permission: 'area:write',
  async show(visit, again) {
    const [{ versions }, people] = await Promise.all([
      caseReview(visit).quorumRules.read.query({ areaId: visit.areaId }),
      visit.people(),
    ])
    const today = visit.parts.clock.today()
    const names = new Map(people.map(({ personId, displayName }) => [personId, displayName]))
    const kind = kindAsked(again === null ? visit.query('kind') : again.form.text('kind'))
    const ofKind = versions.filter((one) => one.kind === kind)
    const asked = visit.query('version')
    const put = ofKind.find(({ version }) => String(version) === asked)?.rule
    const newest = ofKind[0]?.rule ?? quorumRuleInForce([], kind, today).rule
    const begin = asked === '0' ? usualQuorum[kind] : (put ?? newest)
    return {
      title: quorumRulesTitle,
      section: 'Area settings',
      backLink: '/area-settings',
      main: quorumRulesView({
        versions: versions.map((one) => {
          const who = names.get(one.changedBy) ?? 'a colleague who has left'
          return { ...one, setBy: `Set by ${who} on ${writtenTime(new Date(one.changedAt))}` }
        }),
        today,
        kind,
        hidden: visit.formFields,
        version: again === null ? (ofKind[0]?.version ?? 0) : madeFromOf(again.form),
        typed: again === null ? ruleAsTyped(begin, datePartsOf(addDays(today, 1))) : typedRule(again.form),
        errors: again?.errors ?? [],
      }),
    }
  },
  async post(visit, form) {
    const read = readRule(typedRule(form), visit.parts.clock.today())
    if (!read.ok) return new Problems(read.errors)
    const change = { areaId: visit.areaId, kind: kindAsked(form.text('kind')), version: madeFromOf(form) }
    await caseReview(visit).quorumRules.set.mutate({ ...change, ...read.value, key: form.key })
    return new GoTo('/area-settings/quorum')
  },
})

export const quorumRulesPages: readonly PageRoute[] = [quorumRulesPage]
