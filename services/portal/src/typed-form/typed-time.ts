import { PlainTime } from '@cdop/domain'
import { z } from 'zod'

/**
 * A time of day as it was typed: "9:30", "09.30" or "0930", by the 24-hour clock.
 * @param name how messages call it, as a sentence would begin: "The time this was decided"
 */
export function TimeTyped(name: string) {
  return z.string().transform((typed, context): PlainTime => {
    const refuse = (message: string) => {
      context.addIssue({ code: 'custom', message })
      return z.NEVER
    }
    if (typed.trim() === '') return refuse(`Enter ${name.charAt(0).toLowerCase()}${name.slice(1)}`)
    const [, hours = '', minutes = ''] = /^(\d{1,2})[:. ]?(\d{2})$/.exec(typed.trim()) ?? []
    const time = PlainTime.safeParse(`${hours.padStart(2, '0')}:${minutes}`)
    return time.success ? time.data : refuse(`${name} must be a time by the 24-hour clock, like 09:30`)
  })
}
