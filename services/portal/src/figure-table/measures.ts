import type { ReportingRouter } from '@cdop/reporting/api'
import type { clientOf } from '@cdop/rpc'
import { z } from 'zod'

type Reporting = ReturnType<typeof clientOf<ReportingRouter>>
type AskedMeasure = Parameters<Reporting['figure']['exact']['query']>[0]['measure']

/** Every measure by its id, as a list offers it. */
const measures = {
  N1: 'Deaths by reporting year',
  N2: 'Deaths by age and sex',
  N9: 'Deaths by place of death',
  R1: 'Reviews by modifiability',
  R2: 'Reviews by primary category of death and modifiability',
  R3: 'Most frequent modifiable factors',
} as const satisfies Record<AskedMeasure, string>

export const MeasureId = z.enum(['N1', 'N2', 'N9', 'R1', 'R2', 'R3'])
export type MeasureId = z.infer<typeof MeasureId>

/** The measures as the choices of a list. */
export const measureChoices = MeasureId.options.map((value) => ({ value, text: measures[value] }))
