import type { MeetingStage } from '@cdop/domain'
import { type Html, html } from '../../components/html.ts'
import { meetingStageWords } from '../../wording/panel-meeting-words.ts'

/** A month of the year in the picture. */
export type PicturedMonth = {
  /** "April 2026". */
  readonly text: string
  readonly stages: readonly MeetingStage[]
  /** How many cases a panel should meet on by then; null for whoever is not told. */
  readonly due: number | null
}

const fills: Readonly<Record<MeetingStage, string>> = {
  held: '#1d4e5f',
  'agenda-set': '#5694a5',
  planned: '#cfe0e5',
  cancelled: '#ffffff',
}
const rowHeight = 30
/** Pixels from the left at which meetings begin, and over which they spread. */
const [begin, spread] = [92, 120]
const legendTop = 12 * rowHeight + 18

/** Twelve months with a mark for each meeting, by how far it is, and how many cases each month has to take. */
export function yearPicture(title: string, months: readonly PicturedMonth[]): Html {
  const said = months
    .map(({ text, stages, due }) => {
      const meetings =
        stages.length === 0
          ? 'none'
          : stages.map((stage) => meetingStageWords[stage].toLowerCase()).join(', ')
      return `${text}: ${meetings}${due === null ? '' : `; ${due} cases to take`}.`
    })
    .join(' ')
  const shown = (['held', 'agenda-set', 'planned', 'cancelled'] as const).filter((stage) =>
    months.some(({ stages }) => stages.includes(stage)),
  )
  return html`<svg role="img" aria-labelledby="year-title year-description" width="100%" height="${legendTop + shown.length * 28}" font-size="16" font-family="arial, helvetica, sans-serif" fill="currentColor">
<title id="year-title">${title}</title>
<desc id="year-description">${said} The table below has the same meetings.</desc>
${months.map(({ text, stages, due }, at) => {
  const top = at * rowHeight
  const step = Math.min(26, spread / Math.max(1, stages.length))
  return html`<line x1="0" x2="100%" y1="${top + rowHeight}" y2="${top + rowHeight}" stroke="#b1b4b6"></line>
<text x="0" y="${top + 20}">${text.slice(0, 3)} ${text.slice(-4)}</text>
${stages.map((stage, nth) => mark(stage, begin + nth * step, top + 5, step - 4))}
${due !== null && html`<text x="${begin + spread + 8}" y="${top + 20}">${due} due</text>`}`
})}
${shown.map(
  (stage, at) => html`${mark(stage, 1, legendTop + at * 28, 18)}
<text x="28" y="${legendTop + at * 28 + 15}">${meetingStageWords[stage]}</text>`,
)}</svg>`
}

/** A meeting; one that was cancelled is crossed out, so that no colour has to tell it. */
function mark(stage: MeetingStage, x: number, y: number, width: number): Html {
  return html`<rect x="${x.toFixed(1)}" y="${y}" width="${width.toFixed(1)}" height="18" fill="${fills[stage]}" stroke="#0b0c0c"></rect>${
    stage === 'cancelled' &&
    html`<line x1="${x.toFixed(1)}" y1="${y}" x2="${(x + width).toFixed(1)}" y2="${y + 18}" stroke="#0b0c0c"></line>`
  }`
}
