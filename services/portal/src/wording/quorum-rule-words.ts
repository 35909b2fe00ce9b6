import type { PanelMeetingKind, QuorumRule, QuorumRuleInForce, RequiredAgency } from '@cdop/domain'
import { agencyWords } from '../user/role-words.ts'
import { listed } from './in-words.ts'
import { writtenDate } from './written-date.ts'

/** What a panel meets as. */
export const panelMeetingKindWords: Readonly<Record<PanelMeetingKind, string>> = {
  standard: 'Standard panel',
  neonatal: 'Neonatal panel',
  'themed-local': 'Themed panel of one area',
  'themed-regional': 'Themed panel of several areas',
}

/** Agencies one of which is enough: "police", or "midwifery, neonatology or obstetrics". */
export function requiredAgencyWords(oneOf: RequiredAgency): string {
  return listed(
    oneOf.map((agency) => agencyWords[agency].toLowerCase()),
    'or',
  )
}

/** What a rule asks for: "at least 5 members, among them police and health, and one from midwifery or obstetrics". */
export function quorumRuleWords({ minMembers, minShare, requiredAgencies }: QuorumRule): string {
  const each = requiredAgencies.filter((oneOf) => oneOf.length === 1).map(requiredAgencyWords)
  const choices = requiredAgencies.filter((oneOf) => oneOf.length > 1)
  return [
    `at least ${minMembers} members`,
    ...(minShare === null ? [] : [`which is at least ${minShare}% of the panel’s members`]),
    ...(each.length === 0 ? [] : [`among them ${listed(each)}`]),
    ...choices.map((oneOf) => `with one from ${requiredAgencyWords(oneOf)}`),
  ].join(', ')
}

/** Whose rule it is: the area's own since a day, or what is common where nothing was set. */
function quorumRuleSource({ validFrom }: Pick<QuorumRuleInForce, 'validFrom'>): string {
  return validFrom === null
    ? 'Common local practice: no national number is known.'
    : `Rule of your area for meetings from ${writtenDate(validFrom)}.`
}

/** Which rule holds for a meeting, in sentences. */
export function heldRuleWords(kind: PanelMeetingKind, inForce: QuorumRuleInForce): string {
  return `${panelMeetingKindWords[kind]}. Quorate with ${quorumRuleWords(inForce.rule)}. ${quorumRuleSource(inForce)}`
}
