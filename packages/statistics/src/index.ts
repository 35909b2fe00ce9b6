export {
  agreementByFactor,
  type DoubleCodedCase,
  FactorAgreement,
  type FactorsOfPanel,
} from './agreement/by-factor.ts'
export {
  Agreement,
  type AgreementSettings,
  CoefficientName,
  FEWEST_DOUBLE_CODED,
} from './agreement/coefficient.ts'
export { cohenKappa } from './agreement/cohen-kappa.ts'
export {
  type CodedCase,
  chooseForDoubleCoding,
  type DoubleCodingRule,
  type DoubleCodingSample,
} from './agreement/double-coding-sample.ts'
export { gwetAgreement } from './agreement/gwet-ac.ts'
export { MarginalHomogeneity, marginalHomogeneity } from './agreement/marginal-homogeneity.ts'
export { countedPairs, type Pair, type PairTable, pairTable } from './agreement/pair-table.ts'
export {
  fleissKappa,
  gwetAgreementOfSeveral,
  type RatingCounts,
  ratingCounts,
} from './agreement/several-panels.ts'
export { agreementOfTwoPanels, TwoPanels } from './agreement/two-panels.ts'
export { type Weighting, type Weights, weightsOf, weightsOfSeriousness } from './agreement/weights.ts'
export {
  type CheckedProse,
  checkProse,
  type ExemptNumber,
  type HeldSentence,
  type ProseFault,
  type ReadFigure,
} from './annual-report/check-prose.ts'
export type { ReportTable } from './annual-report/live-figure.ts'
export { type HeldKind, heldKinds } from './annual-report/narrative.ts'
export { ExemptionReason } from './annual-report/prose.ts'
export {
  ReportObstacle,
  reportObstacles,
  SigningCapacity,
  type StandingSection,
} from './annual-report/report-obstacles.ts'
export {
  ReportQuestion,
  type ReportSection,
  ReportSectionId,
  reportQuestions,
  reportSections,
  requiredSections,
} from './annual-report/report-section.ts'
export {
  type ChangedFigure,
  changedFigures,
  type StaleStatement,
  staleStatements,
} from './annual-report/stale-statements.ts'
export * from './capture-recapture/capture-recapture.ts'
export { CaseMixComparison, type ComparisonSettings, compareWithAll } from './case-mix/compare.ts'
export { ControlLimits, type FunnelPoint, funnelCurve, funnelLevels } from './case-mix/funnel.ts'
export { DifferenceSplit, roundedSplit } from './case-mix/split.ts'
export {
  type CaseMix,
  type CaseMixStrata,
  caseMixOf,
  caseMixStrata,
  FEWEST_IN_STRATUM,
  type MixedReview,
  type StratumCounts,
} from './case-mix/strata.ts'
export { cellKeyOf, type PerturbedCount, perturbedCount, recordKeyOf } from './cell-key/cell-key.ts'
export type { NoiseRule } from './cell-key/maximum-entropy.ts'
export { type PTable, pTableOf, readPTable } from './cell-key/p-table.ts'
export { NationalFigure, nationalFiguresBeside } from './comparison/national-figures.ts'
export { type BoundedShare, boundedShare } from './completeness/completeness.ts'
export {
  bernoulliCusum,
  type Cusum,
  cusumOf,
  poissonCusum,
} from './control-chart/cusum.ts'
export {
  type FunnelLimits,
  type FunnelMethod,
  proportionFunnel,
  rateFunnel,
} from './control-chart/funnel-limits.ts'
export {
  type BetweenLimits,
  gChart,
  gChartByDeviations,
  nelsonTransformed,
  tChart,
} from './control-chart/rare-event.ts'
export { averageRunLength, type CusumScheme, signalWithin } from './control-chart/run-length.ts'
export * from './count/count.ts'
export * from './count/format.ts'
export * from './count/percent-change.ts'
export * from './count/percentage.ts'
export * from './count/rate.ts'
export { type DaysTaken, daysTaken, type Taken } from './duration/days-taken.ts'
export { type MeasuredEffect, measuredCountEffect, measuredEffect } from './effect/measured-effect.ts'
export * from './fact/codes.ts'
export { DeathFact } from './fact/death-fact.ts'
export { ReviewFact } from './fact/review-fact.ts'
export * from './interval/interval.ts'
export { highsSolver, type LoadedHighs } from './joint/highs-solver.ts'
export type { JointTable } from './joint/joint-table.ts'
export { type JointProtection, protectJointly } from './joint/protect-jointly.ts'
export * from './measure/code-lists.ts'
export * from './measure/death-breakdowns.ts'
export * from './measure/death-measures.ts'
export * from './measure/death-series.ts'
export * from './measure/measure.ts'
export * from './measure/open-case-measures.ts'
export { isPopulationGroup, populationSplits, populations } from './measure/population-groups.ts'
export * from './measure/review-breakdowns.ts'
export * from './measure/review-measures.ts'
export * from './measure/work-measures.ts'
export {
  asPeriod,
  MOST_YEARS,
  monthLabel,
  monthsOfYear,
  type Period,
  runOfMonths,
  seriesLabel,
  yearsTogether,
} from './period/period.ts'
export { attack, type Findings } from './protection/attack.ts'
export {
  auditedTable,
  type Protection,
  protect,
  UnsafeTable,
  type WithheldReason,
  withheldBecause,
} from './protection/protect.ts'
export * from './protection/published-table.ts'
export { ProtectionRule, type ProtectionSettings } from './protection/rule.ts'
export type { ValueRange, ValueSet } from './protection/value-set.ts'
export type { PublicView } from './protection/view.ts'
export * from './publication/answer.ts'
export { type CsvField, csvLine } from './publication/csv-line.ts'
export { csvwMetadata } from './publication/csvw.ts'
export { describeTable, rowsAreYears, yearsOf } from './publication/describe-table.ts'
export { fingertipsColumns, toFingertipsCsv } from './publication/fingertips-csv.ts'
export { answerOf } from './publication/observations.ts'
export { readingOrder } from './publication/reading-order.ts'
export { type Breakdown, printed, selected } from './publication/select.ts'
export { type Publication, toCsv } from './publication/to-csv.ts'
export * from './reporting-year/reporting-year.ts'
export { type AskedOnce, responseTimes } from './response-time/response-times.ts'
export { CauseCount, RevisionCause, tellableCauses } from './revision/causes.ts'
export { type ChangedCell, type Earlier, type Revised, revise } from './revision/revise.ts'
export {
  percentageOfRounded,
  type RoundedTable,
  rateOfRounded,
  roundTable,
} from './rounding/round-table.ts'
export { type RoundedCount, RoundingRule, type RoundingSettings } from './rounding/rounding-rule.ts'
export {
  directlyStandardised,
  StandardisedRate,
  type StandardStratum,
} from './standardisation/direct.ts'
export {
  expectedDeaths,
  type ReferenceStratum,
  StandardisedRatio,
  standardisedRatio,
} from './standardisation/indirect.ts'
export * from './survival/kaplan-meier.ts'
export {
  type Expected,
  FEWEST_ANSWERS,
  gainsOfEach,
  lastOfSeveral,
  type Wait,
} from './survival/last-of-several.ts'
export { type ExactCell, type ExactTable, exactTable } from './table/exact-table.ts'
export { type Layout, type Line, layout, layoutOf, type Position } from './table/layout.ts'
export { ingredientsOf, type StatisticResult } from './table/statistics-of.ts'
export { Cell, Denominators, Table } from './table/table.ts'
export { tabulate, UnlistedCode } from './table/tabulate.ts'
export { Trend, type TrendYear, trendOfRates, trendOfShares } from './trend/trend.ts'
