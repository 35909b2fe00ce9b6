import { type Html, html } from '../../components/html.ts'

const rowHeight = 56
const barHeight = 24
/** Per cent of the width: room for the words to the right of the longest bar. */
const longestBar = 70

export type RangeRow = {
  readonly label: string
  readonly median: number
  readonly low: number
  readonly high: number
}

const days = (count: number) => `${Math.round(count)} ${Math.round(count) === 1 ? 'day' : 'days'}`

/** A bar from the quarter to the three quarters of the days for each row, with a line at the middle; nothing without rows. */
export function rangeChart(name: string, title: string, rows: readonly RangeRow[]): Html | null {
  const longest = Math.max(0, ...rows.map(({ high }) => high))
  if (rows.length === 0 || longest === 0) return null
  const across = (value: number) => (value / longest) * longestBar
  const said = rows.map(
    ({ label, median, low, high }) =>
      `${label}: ${days(median)}, half of them between ${Math.round(low)} and ${days(high)}.`,
  )
  return html`<svg role="img" aria-labelledby="${name}-title ${name}-description" width="100%" height="${rows.length * rowHeight}" fill="currentColor" font-size="16" font-family="arial, helvetica, sans-serif">
<title id="${name}-title">${title}</title>
<desc id="${name}-description">${said.join(' ')} The table below has the same figures.</desc>
${rows.map(({ label, median, low, high }, at) => {
  const top = at * rowHeight
  const [from, middle, to] = [across(low), across(median), across(high)]
  return html`<text x="0" y="${top + 18}">${label}</text>
<rect x="${from.toFixed(2)}%" y="${top + 25}" width="${Math.max(0.5, to - from).toFixed(2)}%" height="${barHeight}" fill="#8fb5c0" stroke="currentColor"></rect>
<line x1="${middle.toFixed(2)}%" x2="${middle.toFixed(2)}%" y1="${top + 22}" y2="${top + 28 + barHeight}" stroke="#0b0c0c" stroke-width="4"></line>
<text x="${to.toFixed(2)}%" y="${top + 42}" dx="10" font-weight="bold">${days(median)}</text>`
})}</svg>`
}
