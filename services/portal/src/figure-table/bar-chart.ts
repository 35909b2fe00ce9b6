import type { PublishedTable } from '@cdop/statistics'
import { type Html, html } from '../components/html.ts'

const mostBars = 5
const rowHeight = 56
const barHeight = 24
/** Per cent of the width: the value stands to the right of the longest bar. */
const longestBar = 80

/**
 * The bars of a table of few categories, from its protected cells; nothing for any other table. What is hidden is [c]
 * and has no bar, so that its length tells nothing.
 */
export function barChart({ measure, cells, populationName }: PublishedTable): Html | null {
  const { rows, columns, shape, title, period } = measure
  if (columns !== null || shape === 'overlapping' || rows.codes.length > mostBars || rows.codes.length < 2) {
    return null
  }
  const bars = rows.codes.map(({ code, label }) => {
    const count = cells.find((cell) => cell.row === code)?.count
    return { label, value: count?.kind === 'shown' ? count.value : null }
  })
  const longest = Math.max(...bars.map(({ value }) => value ?? 0))
  if (longest === 0) return null
  const written = (value: number | null) => (value === null ? '[c]' : value.toLocaleString('en-GB'))
  const name = `chart-${measure.id}`
  return html`<svg role="img" aria-labelledby="${name}-title ${name}-description" width="100%" height="${bars.length * rowHeight}" fill="currentColor" font-size="16" font-family="arial, helvetica, sans-serif">
<title id="${name}-title">${title}. ${period}</title>
<desc id="${name}-description">${populationName}. ${bars.map(({ label, value }) => `${label}: ${written(value)}.`).join(' ')} The table below has the same figures.</desc>
${bars.map(({ label, value }, at) => {
  const top = at * rowHeight
  const width = ((value ?? 0) / longest) * longestBar
  return html`<text x="0" y="${top + 18}">${label}</text>
${value !== null && html`<rect x="0" y="${top + 25}" width="${width.toFixed(2)}%" height="${barHeight}" fill="#1d4e5f" stroke="currentColor"></rect>`}
<text x="${width.toFixed(2)}%" y="${top + 42}" dx="${value === null ? 0 : 8}" font-weight="bold">${written(value)}</text>`
})}</svg>`
}
