import { type Html, html } from '../components/html.ts'
import type { Mark, Plot } from './plot.ts'

/** Dark enough against white and apart from each other, also in grey. */
const colours = ['#12436d', '#28a197', '#801650', '#f46a25'] as const

const barHeight = 22
const labelHeight = 24
const between = 12
/** Per cent of the width: what is written stands to the right of the longest bar. */
const widest = 68

/** Horizontal bars under their labels, with their intervals; what is hidden is a broken box of one size. */
export function barPicture({ name, series, groups, longest, title, description }: Plot): Html {
  const legend = series.length > 1 ? 28 : 0
  const groupHeight = labelHeight + series.length * barHeight + between
  const height = legend + groups.length * groupHeight
  return html`<svg role="img" aria-labelledby="${name}-title ${name}-description" width="100%" height="${height}" fill="currentColor" font-size="16" font-family="arial, helvetica, sans-serif">
<title id="${name}-title">${title}</title>
<desc id="${name}-description">${description}</desc>
${
  legend > 0 &&
  series.map(
    (
      label,
      at,
    ) => html`<rect x="${at * 25}%" y="2" width="14" height="14" fill="${colours[at] ?? ''}" stroke="currentColor"></rect>
<text x="${at * 25}%" y="15" dx="20" font-size="14">${label}</text>`,
  )
}
${groups.map(({ label, marks }, at) => {
  const top = legend + at * groupHeight
  return html`<text x="0" y="${top + 18}">${label}</text>
${marks.map((mark, nth) => bar(mark, top + labelHeight + nth * barHeight, colours[nth] ?? '', longest))}`
})}</svg>`
}

function bar({ value, low, high, text }: Mark, top: number, colour: string, longest: number): Html {
  const middle = top + barHeight / 2
  if (value === null) {
    return html`<rect x="1" y="${top + 1}" width="40" height="${barHeight - 3}" fill="none" stroke="currentColor" stroke-dasharray="4 3"></rect>
<text x="10" y="${middle + 5}" font-size="14">${text}</text>`
  }
  const at = (length: number) => ((length / longest) * widest).toFixed(2)
  return html`<rect x="0" y="${top}" width="${at(value)}%" height="${barHeight - 2}" fill="${colour}" stroke="currentColor"></rect>
${
  low !== null &&
  high !== null &&
  html`<line x1="${at(low)}%" x2="${at(high)}%" y1="${middle}" y2="${middle}" stroke="#ffffff" stroke-width="4"></line>
<line x1="${at(low)}%" x2="${at(high)}%" y1="${middle}" y2="${middle}" stroke="#0b0c0c" stroke-width="2"></line>`
}
<text x="${at(high ?? value)}%" y="${middle + 5}" dx="8" font-weight="bold" font-size="14">${text}</text>`
}
