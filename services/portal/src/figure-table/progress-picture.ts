import { type Html, html } from '../components/html.ts'

export type Part = { readonly text: string; readonly count: number; readonly fill: string }

/** A bar of parts of a whole, each with its own pattern of light and dark, named below it; nothing when there is no whole. */
export function progressPicture(name: string, title: string, parts: readonly Part[]): Html | null {
  const all = parts.reduce((sum, { count }) => sum + count, 0)
  if (all === 0) return null
  const said = parts.map(({ text, count }) => `${text}: ${count} of ${all}.`).join(' ')
  let from = 0
  const bars = parts.map(({ text, count, fill }) => {
    const x = from
    const width = (count / all) * 100
    from += width
    return { text, count, fill, x, width }
  })
  return html`<svg role="img" aria-labelledby="${name}-title ${name}-description" width="100%" height="${40 + parts.length * 28}" font-size="16" font-family="arial, helvetica, sans-serif" fill="currentColor">
<title id="${name}-title">${title}</title>
<desc id="${name}-description">${said} The table below has the same figures.</desc>
${bars.map(
  ({ x, width, fill }) =>
    html`<rect x="${x.toFixed(2)}%" y="0" width="${width.toFixed(2)}%" height="28" fill="${fill}" stroke="#0b0c0c"></rect>`,
)}
${bars.map(
  (
    { text, count, fill },
    at,
  ) => html`<rect x="1" y="${42 + at * 28}" width="16" height="16" fill="${fill}" stroke="#0b0c0c"></rect>
<text x="26" y="${56 + at * 28}">${text}: ${count}</text>`,
)}</svg>`
}
