import { type Html, html } from '../../components/html.ts'

/** One dot of the picture: what was found of what was expected, between the limits chance alone leaves. */
export type FunnelDot = Readonly<{
  label: string
  expected: number
  ratio: number
  /** As ratios, the inner pair first. */
  limits: readonly Readonly<{ low: number; high: number }>[]
}>

const [width, height] = [640, 360]
const plot = { left: 60, right: 620, top: 16, bottom: 300 }
const dashes = ['6 4', '2 3']

/** Where a value stands: straight between two ends. */
const scale = (from: number, to: number, low: number, high: number) => (value: number) =>
  low + ((value - from) / (to - from)) * (high - low)

/** A step to mark the axis with, so that there are about five marks. */
function stepOf(range: number): number {
  const rough = 10 ** Math.floor(Math.log10(range / 5))
  return [1, 2, 5, 10].map((times) => times * rough).find((step) => range / step <= 6) ?? 10 * rough
}

function marksUpTo(most: number): number[] {
  const step = stepOf(most)
  return Array.from({ length: Math.floor(most / step) + 1 }, (_, at) => Number((at * step).toPrecision(6)))
}

/**
 * Dots of years and of all of them together, by how many were expected, between lines for the limits of each: the more reviews,
 * the narrower. Nothing without dots. Every number of it stands in the table as well.
 */
export function funnelPicture(title: string, dots: readonly FunnelDot[]): Html | null {
  if (dots.length === 0) return null
  const ordered = [...dots].sort((one, other) => one.expected - other.expected)
  const mostExpected = 1.1 * Math.max(...dots.map(({ expected }) => expected))
  const mostRatio =
    1.1 * Math.max(2, ...dots.flatMap(({ ratio, limits }) => [ratio, ...limits.map(({ high }) => high)]))
  const across = scale(0, mostExpected, plot.left, plot.right)
  const up = scale(0, mostRatio, plot.bottom, plot.top)
  const said = ordered.map(
    ({ label, expected, ratio }) =>
      `${label}: ${ratio.toFixed(2)} times what was expected, with ${expected.toFixed(1)} expected.`,
  )
  const lines = [0, 1].flatMap((pair) =>
    (['low', 'high'] as const).map((side) => {
      const points = ordered.flatMap(({ expected, limits }) => {
        const limit = limits[pair]?.[side]
        return limit === undefined ? [] : [`${across(expected).toFixed(1)},${up(limit).toFixed(1)}`]
      })
      return html`<polyline points="${points.join(' ')}" fill="none" stroke="#1d4e5f" stroke-width="2" stroke-dasharray="${dashes[pair] ?? ''}"></polyline>
${ordered.map(({ expected, limits }) => {
  const limit = limits[pair]?.[side]
  if (limit === undefined) return null
  const [x, y] = [across(expected), up(limit)]
  return html`<line x1="${(x - 6).toFixed(1)}" x2="${(x + 6).toFixed(1)}" y1="${y.toFixed(1)}" y2="${y.toFixed(1)}" stroke="#1d4e5f" stroke-width="2"></line>`
})}`
    }),
  )
  return html`<svg role="img" aria-labelledby="case-mix-title case-mix-description" viewBox="0 0 ${width} ${height}" width="100%" fill="currentColor" font-size="14" font-family="arial, helvetica, sans-serif">
<title id="case-mix-title">${title}</title>
<desc id="case-mix-description">${said.join(' ')} The table below has the same figures.</desc>
${marksUpTo(mostRatio).map((mark) => html`<text x="${plot.left - 8}" y="${(up(mark) + 5).toFixed(1)}" text-anchor="end">${mark}</text>`)}
${marksUpTo(mostExpected).map((mark) => html`<text x="${across(mark).toFixed(1)}" y="${plot.bottom + 20}" text-anchor="middle">${mark}</text>`)}
<line x1="${plot.left}" x2="${plot.left}" y1="${plot.top}" y2="${plot.bottom}" stroke="currentColor"></line>
<line x1="${plot.left}" x2="${plot.right}" y1="${plot.bottom}" y2="${plot.bottom}" stroke="currentColor"></line>
<line x1="${plot.left}" x2="${plot.right}" y1="${up(1).toFixed(1)}" y2="${up(1).toFixed(1)}" stroke="#505a5f" stroke-width="1"></line>
<text x="${(plot.left + plot.right) / 2}" y="${height - 14}" text-anchor="middle">Reviews expected to find modifiable factors</text>
${lines}
${ordered.map(({ label, expected, ratio }) => {
  const [x, y] = [across(expected), up(ratio)]
  return html`<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="6" fill="#0b0c0c"></circle>
<text x="${(x - 10).toFixed(1)}" y="${(y - 10).toFixed(1)}" text-anchor="middle" font-weight="bold">${label}</text>`
})}</svg>`
}
