import { type Html, html } from '../../components/html.ts'

const rowHeight = 56
const barHeight = 24
/** Per cent of the width: the value stands to the right of the longest bar. */
const longestBar = 80
/** As many as a picture is read with. */
const MOST_BARS = 10

/** A factor and the share of cases in which one panel alone found it, in per cent. */
export type Disagreement = { readonly label: string; readonly percent: number }

/** The factors panels disagree on most, as bars of 100 per cent at most; nothing where they disagree on none. */
export function disagreementPicture(title: string, rows: readonly Disagreement[]): Html | null {
  const shown = rows.filter(({ percent }) => percent > 0).slice(0, MOST_BARS)
  if (shown.length === 0) return null
  const longest = Math.max(...shown.map(({ percent }) => percent))
  const said = shown.map(({ label, percent }) => `${label}: ${percent.toFixed(1)}%.`)
  return html`<svg role="img" aria-labelledby="disagreement-title disagreement-description" width="100%" height="${shown.length * rowHeight}" fill="currentColor" font-size="16" font-family="arial, helvetica, sans-serif">
<title id="disagreement-title">${title}</title>
<desc id="disagreement-description">${said.join(' ')} The table below has the same figures.</desc>
${shown.map(({ label, percent }, at) => {
  const top = at * rowHeight
  const width = (percent / longest) * longestBar
  return html`<text x="0" y="${top + 18}">${label}</text>
<rect x="0" y="${top + 25}" width="${width.toFixed(2)}%" height="${barHeight}" fill="#1d4e5f" stroke="currentColor"></rect>
<text x="${width.toFixed(2)}%" y="${top + 42}" dx="8" font-weight="bold">${percent.toFixed(1)}%</text>`
})}</svg>`
}
