import type { reviewFields } from '../fact/fact.ts'
import { asPeriod, type Period } from '../period/period.ts'
import type { ReportingYear } from '../reporting-year/reporting-year.ts'
import {
  ageBandsOrNotKnown,
  categoriesOfDeath,
  deprivationFifths,
  ethnicGroups,
  expectednesses,
  factorDomains,
  inquests,
  jointResponses,
  modifiabilities,
  modifiableFactorCounts,
  placesOfDeath,
  safeguardingReviews,
  sexes,
  socialCare,
  timesTaken,
} from './code-lists.ts'
import { type CodeList, ReviewMeasure } from './measure.ts'
import { modifiableFactorDefinition } from './review-measures.ts'
import { reviewedIn } from './within-period.ts'

type Rows = Readonly<{ field: (typeof reviewFields)[number]; title: string; codes: CodeList }>

/**
 * Reviews of a period by something and by what the panel agreed about modifiable factors. Its column totals are R1's rows, as are
 * those of every table of this kind.
 */
function byModifiability(
  period: ReportingYear | Period,
  table: Readonly<{ id: string; title: string; rows: Rows; notes?: readonly string[] }>,
): ReviewMeasure {
  const { id, title, rows, notes = [] } = table
  return ReviewMeasure.parse({
    id,
    version: 1,
    title,
    population: 'reviews',
    period: asPeriod(period).label,
    filters: [reviewedIn(period)],
    shape: 'partition',
    rows,
    columns: { field: 'modifiability', title: 'Modifiability', codes: modifiabilities },
    statistics: [{ kind: 'percentage', of: 'row-total', label: '% of reviews in the row' }],
    denominator: 'All reviews in the row, those with inadequate information included',
    notes: [...notes, modifiableFactorDefinition],
  })
}

/** R4: reviews by age at death and modifiability. */
export function reviewsByAge(period: ReportingYear | Period): ReviewMeasure {
  return byModifiability(period, {
    id: 'R4',
    title: 'Reviews by age and modifiability',
    rows: { field: 'ageBand', title: 'Age', codes: ageBandsOrNotKnown },
  })
}

/** R5: reviews by sex and modifiability. */
export function reviewsBySex(period: ReportingYear | Period): ReviewMeasure {
  return byModifiability(period, {
    id: 'R5',
    title: 'Reviews by sex and modifiability',
    rows: { field: 'sex', title: 'Sex', codes: sexes },
  })
}

/** R5b: reviews by ethnic group and modifiability. */
export function reviewsByEthnicGroup(period: ReportingYear | Period): ReviewMeasure {
  return byModifiability(period, {
    id: 'R5b',
    title: 'Reviews by ethnic group and modifiability',
    rows: { field: 'ethnicGroup', title: 'Ethnic group', codes: ethnicGroups },
  })
}

/** R5c: reviews by fifth of deprivation of one index and modifiability. */
export function reviewsByDeprivation(period: ReportingYear | Period, index: string): ReviewMeasure {
  return byModifiability(period, {
    id: 'R5c',
    title: `Reviews by deprivation of the neighbourhood (${index}) and modifiability`,
    rows: { field: 'deprivation', title: 'Fifth of all small areas', codes: deprivationFifths(index) },
  })
}

/** R7: in how many reviews each domain had a factor that may have contributed. */
export function reviewsByRelevantDomain(period: ReportingYear | Period): ReviewMeasure {
  return ReviewMeasure.parse({
    id: 'R7',
    version: 1,
    title: 'Reviews by domain with a factor that may have contributed',
    population: 'reviews',
    period: asPeriod(period).label,
    filters: [reviewedIn(period)],
    shape: 'overlapping',
    rows: { field: 'relevantDomains', title: 'Domain', codes: factorDomains },
    columns: null,
    statistics: [{ kind: 'percentage', of: 'table-total', label: '% of all reviews' }],
    denominator: 'All reviews in the table',
    notes: [
      'A domain is counted where the panel graded a factor in it 2: it may have contributed. One review may have several, so the ' +
        'counts do not add up to the number of reviews. A factor that may have contributed is not always one that can be modified.',
    ],
  })
}

/** R7b: reviews by how many factors the panel called modifiable. */
export function reviewsByNumberOfFactors(period: ReportingYear | Period): ReviewMeasure {
  return ReviewMeasure.parse({
    id: 'R7b',
    version: 1,
    title: 'Reviews by number of modifiable factors',
    population: 'reviews',
    period: asPeriod(period).label,
    filters: [reviewedIn(period)],
    shape: 'partition',
    rows: { field: 'modifiableFactors', title: 'Modifiable factors', codes: modifiableFactorCounts },
    columns: null,
    statistics: [{ kind: 'percentage', of: 'table-total', label: '% of all reviews' }],
    denominator: 'All reviews in the table, those with inadequate information included',
    notes: [modifiableFactorDefinition],
  })
}

/** R8: reviews by whether a rapid review or child safeguarding practice review is known of, and modifiability. */
export function reviewsBySafeguardingReview(period: ReportingYear | Period): ReviewMeasure {
  return byModifiability(period, {
    id: 'R8',
    title: 'Reviews by child safeguarding practice review and modifiability',
    rows: {
      field: 'safeguardingReview',
      title: 'Child safeguarding practice review',
      codes: safeguardingReviews,
    },
    notes: [
      'Known of: notified as under way, or the review waited for one. The national tables count serious case reviews before 2019.',
    ],
  })
}

/** R9: reviews by what children's social care had with the child, and modifiability. */
export function reviewsBySocialCare(period: ReportingYear | Period): ReviewMeasure {
  return byModifiability(period, {
    id: 'R9',
    title: 'Reviews by social care status and modifiability',
    rows: { field: 'socialCare', title: 'Social care status', codes: socialCare },
    notes: ['As notified at the time of death; where several applied, the first of the list.'],
  })
}

/** R10: reviews by whether the death was expected, and modifiability. */
export function reviewsByExpectedness(period: ReportingYear | Period): ReviewMeasure {
  return byModifiability(period, {
    id: 'R10',
    title: 'Reviews by expectedness and modifiability',
    rows: { field: 'expectedness', title: 'The death was', codes: expectednesses },
  })
}

/** R10b: reviews by place of death and modifiability. */
export function reviewsByPlace(period: ReportingYear | Period): ReviewMeasure {
  return byModifiability(period, {
    id: 'R10b',
    title: 'Reviews by place of death and modifiability',
    rows: { field: 'placeOfDeath', title: 'Place of death', codes: placesOfDeath },
  })
}

/** R10c: reviews by joint agency response, as notified, and modifiability. */
export function reviewsByJointResponse(period: ReportingYear | Period): ReviewMeasure {
  return byModifiability(period, {
    id: 'R10c',
    title: 'Reviews by joint agency response and modifiability',
    rows: { field: 'jointResponse', title: 'Joint agency response', codes: jointResponses },
    notes: ['As notified: a response that began after the notification is not in it.'],
  })
}

function byTimeTaken(period: ReportingYear | Period, id: string, title: string, rows: Rows): ReviewMeasure {
  return ReviewMeasure.parse({
    id,
    version: 1,
    title,
    population: 'reviews',
    period: asPeriod(period).label,
    filters: [reviewedIn(period)],
    shape: 'partition',
    rows,
    columns: { field: 'took', title: 'Time from death to review', codes: timesTaken },
    statistics: [{ kind: 'percentage', of: 'row-total', label: '% of reviews in the row' }],
    denominator: 'All reviews in the row, those of which the day of death is not known included',
    notes: [
      'From the day of death to the first review by a panel, in calendar months, waits for an inquest included. What has not been ' +
        'reviewed yet is not in it.',
    ],
  })
}

/** T1: how long reviews took by primary category of death. Its column totals are T1b's. */
export function timeTakenByCategory(period: ReportingYear | Period): ReviewMeasure {
  return byTimeTaken(period, 'T1', 'Time from death to review by category of death', {
    field: 'primaryCategory',
    title: 'Primary category of death',
    codes: categoriesOfDeath,
  })
}

/** T1b: how long reviews took by whether they waited for an inquest. */
export function timeTakenByInquest(period: ReportingYear | Period): ReviewMeasure {
  return byTimeTaken(period, 'T1b', 'Time from death to review by inquest', {
    field: 'inquest',
    title: 'Inquest',
    codes: inquests,
  })
}
