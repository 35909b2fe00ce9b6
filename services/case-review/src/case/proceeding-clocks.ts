import {
  type CaseClock,
  type ClockDates,
  clockTable,
  type DayClock,
  type PlainDate,
  type ProceedingKind,
  type ProceedingStep,
} from '@cdop/domain'

/** A proceeding as its clocks need it. */
export type ProceedingDates = {
  readonly kind: ProceedingKind
  readonly openedOn: PlainDate
  readonly outcome: string | null
  readonly closedOn: PlainDate | null
  readonly steps: readonly { readonly step: ProceedingStep; readonly doneOn: PlainDate }[]
}

/** The clocks that run in a proceeding. Of one that is over only those that were stopped are left, of an error none. */
export function proceedingClocks(
  proceedings: readonly ProceedingDates[],
  diedOn: PlainDate,
  run: (clock: DayClock, dates: ClockDates) => CaseClock,
): CaseClock[] {
  return proceedings
    .filter(({ outcome }) => outcome !== 'recorded-in-error')
    .flatMap((proceeding) => {
      const on = (step: ProceedingStep) => proceeding.steps.find((one) => one.step === step)?.doneOn ?? null
      return runs(proceeding, diedOn, on).flatMap(([clock, startedOn, stop]) => {
        const stoppedOn = on(stop)
        if (startedOn === null || (stoppedOn === null && proceeding.outcome !== null)) return []
        return [run(clock, { startedOn, stoppedOn, holds: [] })]
      })
    })
}

/** Which clocks a kind has, since when, and the step that stops each. */
function runs(
  { kind, openedOn }: ProceedingDates,
  diedOn: PlainDate,
  on: (step: ProceedingStep) => PlainDate | null,
): readonly [DayClock, PlainDate | null, ProceedingStep][] {
  const { 'serious-incident-notification': incident, 'rapid-review': rapid } = clockTable
  const { 'looked-after-child-notification': lookedAfter, 'prevention-response': prevention } = clockTable
  switch (kind) {
    case 'child-safeguarding-practice-review':
      return [
        ['serious-incident-notification', on(incident.starts), incident.stops],
        ['rapid-review', on(rapid.starts), rapid.stops],
      ]
    case 'looked-after-child-notification':
      return [['looked-after-child-notification', diedOn, lookedAfter.stops]]
    case 'prevention-of-future-deaths':
      return [['prevention-response', openedOn, prevention.stops]]
    default:
      return []
  }
}
