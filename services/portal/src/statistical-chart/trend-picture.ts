import { type Html, html } from '../components/html.ts'
import type { Mark, Plot } from './plot.ts'

const height = 300
/** Where 0 lies, and how high the longest reaches above it. */
const floor = 250
const reach = 210

/** Years from left to right with their intervals, joined where neighbours may both be seen; what is hidden is a gap. */
export function trendPicture({ name, groups, longest, title, description }: Plot): Html {
  const step = 100 / groups.length
  const points = groups.map(({ label, marks }, at) => ({
    label: yearOf(label),
    x: ((at + 0.5) * step).toFixed(2),
    mark: marks[0],
  }))
  const y = (value: number) => (floor - (value / longest) * reach).toFixed(1)
  return html`<svg role="img" aria-labelledby="${name}-title ${name}-description" width="100%" height="${height}" fill="currentColor" font-size="14" font-family="arial, helvetica, sans-serif">
<title id="${name}-title">${title}</title>
<desc id="${name}-description">${description}</desc>
<line x1="0" x2="100%" y1="${floor}" y2="${floor}" stroke="currentColor"></line>
${points.slice(1).map(({ x, mark }, at) => {
  const before = points[at]
  const [from, to] = [before?.mark?.value ?? null, mark?.value ?? null]
  if (before === undefined || from === null || to === null) return null
  return html`<line x1="${before.x}%" x2="${x}%" y1="${y(from)}" y2="${y(to)}" stroke="#12436d" stroke-width="3"></line>`
})}
${points.map(
  ({ label, x, mark }) => html`${mark !== undefined && point(mark, x, y)}
<text x="${x}%" y="${floor + 24}" text-anchor="middle">${label}</text>`,
)}</svg>`
}

/** "2023/24" of "Year ending 31 March 2024", so that five stand side by side on a narrow screen. */
function yearOf(label: string): string {
  const ending = /^Year ending 31 March (\d{4})$/.exec(label)?.[1]
  return ending === undefined ? label : `${Number(ending) - 1}/${ending.slice(2)}`
}

function point({ value, low, high, text }: Mark, x: string, y: (value: number) => string): Html {
  if (value === null) {
    return html`<svg x="${x}%" y="${floor - 34}" overflow="visible"><rect x="-20" y="0" width="40" height="26" fill="none" stroke="currentColor" stroke-dasharray="4 3"></rect>
<text x="0" y="18" text-anchor="middle">${text}</text></svg>`
  }
  return html`${
    low !== null &&
    high !== null &&
    html`<line x1="${x}%" x2="${x}%" y1="${y(low)}" y2="${y(high)}" stroke="currentColor" stroke-width="2"></line>`
  }
<circle cx="${x}%" cy="${y(value)}" r="6" fill="#12436d" stroke="currentColor"></circle>
<text x="${x}%" y="${y(high ?? value)}" dy="-10" text-anchor="middle" font-weight="bold">${text}</text>`
}
