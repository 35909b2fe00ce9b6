import type { NotificationContent } from './notification.ts'

const UNATTENDED_STILLBIRTH = 'unattended-stillbirth'

/** No healthcare professional was at the birth, or it is a suspected stillbirth at home. */
export function unattendedBirth({ child, death }: NotificationContent): boolean {
  return (
    child.birthAttended === 'no' ||
    child.suspectedStillbirthAtHome === 'yes' ||
    (death.jarTriggers ?? []).includes(UNATTENDED_STILLBIRTH)
  )
}

/**
 * What calls for a joint agency response: what the notifier ticked, and an apparent stillbirth that nobody attended,
 * whether ticked or not (domain reference 1.3, R6).
 */
export function jointAgencyTriggers(content: NotificationContent): readonly string[] {
  const ticked = content.death.jarTriggers ?? []
  const { bornAlive } = content.child
  const apparent = bornAlive === 'no' || bornAlive === 'not-known'
  const calls = apparent && unattendedBirth(content) && !ticked.includes(UNATTENDED_STILLBIRTH)
  return calls ? [...ticked, UNATTENDED_STILLBIRTH] : ticked
}
