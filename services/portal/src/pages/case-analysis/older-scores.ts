import type { CaseReviewRouter } from '@cdop/case-review/api'
import { FactorDomain, type LegacyScore, type PlainDate } from '@cdop/domain'
import type { clientOf } from '@cdop/rpc'
import { details } from '../../components/details.ts'
import { type Html, html } from '../../components/html.ts'
import { scrollRegion, table } from '../../components/table.ts'
import type { PersonVisit } from '../../page/visit.ts'
import { writtenDate } from '../../wording/written-date.ts'
import { caseReview } from '../case-frame/opened-case.ts'
import { panelMeetingIdOf } from '../panel-meeting/meeting-id.ts'
import type { readAnalysis } from './read-analysis.ts'

type CaseReview = ReturnType<typeof clientOf<CaseReviewRouter>>
type OlderScores = Awaited<ReturnType<CaseReview['openCases']['scores']['query']>>['scores']

const title = 'What an earlier analysis scored, on the older form'

/** What each score meant on the older form. */
const scoreWords: Record<LegacyScore, string> = {
  '0': 'Information not available',
  '1': 'No factors identified',
  '1*': 'Factors identified but unlikely to have contributed',
  '2': 'Factors identified that may have contributed',
  '3': 'Factors identified that provide a complete and sufficient explanation',
}

/** What the case brought along from the system it was open in; nothing for one that began here. */
export async function readOlderScores(
  visit: PersonVisit,
  { caseId, item }: Pick<Awaited<ReturnType<typeof readAnalysis>>, 'caseId' | 'item'>,
): Promise<OlderScores> {
  // It goes with the pack, as what agencies answered does.
  if (item.pack !== 'open') return []
  const at = { areaId: visit.areaId, panelMeetingId: panelMeetingIdOf(visit), caseId }
  return (await caseReview(visit).openCases.scores.query(at)).scores
}

const shownDate = (day: PlainDate | null) => (day === null ? 'Not said' : writtenDate(day))
const NOT_SHOWN = 'Not shown: it could not be searched for names'

function scoresTable(scores: OlderScores): Html {
  return scrollRegion(
    title,
    table({
      caption: title,
      captionClasses: 'govuk-visually-hidden',
      firstCellIsHeader: true,
      head: [
        { text: 'Domain, as it was written' },
        { text: 'Score then' },
        { text: 'Relevance today' },
        { text: 'Factor' },
        { text: 'What was written' },
        { text: 'Scored on' },
      ],
      rows: scores.map(({ domain, score, relevance, factor, words, scoredOn }) => [
        { text: domain ?? NOT_SHOWN },
        { text: `${score}: ${scoreWords[score]}` },
        { text: `${relevance}` },
        { text: factor ?? '' },
        { text: words ?? '' },
        { text: shownDate(scoredOn) },
      ]),
    }),
  )
}

/** All of them, below the sections of the analysis: none of it is what this panel agreed. */
export function olderScores(scores: OlderScores): Html | null {
  if (scores.length === 0) return null
  return html`<h2 class="govuk-heading-m">${title}</h2>
<p class="govuk-body">It came with the case from the system it was open in before. It is no analysis of this panel, and nothing of it is counted.
A score of 3 is a relevance of 2 today. Domains of family, environment and parenting were cut otherwise then, and stand beside none of
today’s.</p>
${scoresTable(scores)}`
}

/** Those of one domain, beside it, where the older form cut it as it is cut today: read for no other section. */
export async function olderScoresOn(
  visit: PersonVisit,
  read: Awaited<ReturnType<typeof readAnalysis>>,
  section: string,
): Promise<Html | null> {
  const domain = FactorDomain.options.find((one) => section === `${one}-domain`)
  if (domain === undefined) return null
  const own = (await readOlderScores(visit, read)).filter(({ today }) => today === domain)
  return own.length === 0 ? null : details({ summaryText: title, html: scoresTable(own) })
}
