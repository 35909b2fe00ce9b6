const parts = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
  hour12: true,
})

/** A moment as people in England write it: "14 November 2026 at 9:30am". */
export function writtenTime(at: Date): string {
  const part = Object.fromEntries(parts.formatToParts(at).map(({ type, value }) => [type, value]))
  const half = part['dayPeriod']?.toLowerCase().replaceAll('.', '').replaceAll(' ', '')
  return `${part['day']} ${part['month']} ${part['year']} at ${part['hour']}:${part['minute']}${half}`
}
