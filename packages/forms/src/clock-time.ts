/** A time as it is stored, "09:30", from "9:30", "09.30", "0930", "9:30am" or "9pm"; otherwise nothing. */
export function clockTime(typed: string): string | undefined {
  const found = /^([0-9]{1,2})(?:[:.]?([0-9]{2}))? ?([ap]m)?$/i.exec(typed.trim())
  if (!found) return undefined
  const [, hourText = '', minuteText, half] = found
  if (minuteText === undefined && half === undefined) return undefined
  let hour = Number(hourText)
  const minute = Number(minuteText ?? '0')
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return undefined
    hour = (hour % 12) + (half.toLowerCase() === 'pm' ? 12 : 0)
  }
  if (hour > 23 || minute > 59) return undefined
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}
