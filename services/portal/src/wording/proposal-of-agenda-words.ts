import type { AgendaTheme, GateItem, NotProposedReason, RequiredAgency } from '@cdop/domain'
import { gateItemWords } from './gate-words.ts'
import { listed } from './in-words.ts'
import { requiredAgencyWords } from './quorum-rule-words.ts'

/** What the cases of a meeting have in common. */
export const themeWords: Readonly<Record<AgendaTheme, string>> = {
  all: 'Every case that is ready',
  neonatal: 'Deaths of newborn babies',
  'suicide-or-self-harm': 'Suicide and self-harm',
  trauma: 'Injuries, drowning, violence and collisions',
}

const sentence: Readonly<Record<Exclude<NotProposedReason, 'not-ready' | 'not-quorate'>, string>> = {
  'other-theme': 'Nothing in its codes says that it is of this theme.',
  'died-after-the-meeting': 'The child died after the day of the meeting.',
  'asked-of-another-area': 'Another area is asked to take the case.',
  'proposed-elsewhere': 'It is proposed for another meeting.',
  'no-time': 'The meeting has no time left.',
}

/** Why a case is not among those proposed. */
export function leftOutWords({
  because,
  blocks,
  missing,
}: {
  because: NotProposedReason
  blocks: readonly GateItem[]
  missing: readonly RequiredAgency[]
}): string {
  if (because === 'not-ready') return `${blocks.map((item) => gateItemWords[item].lacks(1)).join('. ')}.`
  if (because !== 'not-quorate') return sentence[because]
  return missing.length === 0
    ? 'Without those who do not count in it, too few of the panel are left.'
    : `Without those who do not count in it, the panel has nobody for ${listed(missing.map(requiredAgencyWords))}.`
}
