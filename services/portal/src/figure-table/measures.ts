import type { ReportingRouter } from '@cdop/reporting/api'
import type { clientOf } from '@cdop/rpc'
import { z } from 'zod'

type Reporting = ReturnType<typeof clientOf<ReportingRouter>>
type AskedMeasure = Parameters<Reporting['figure']['exact']['query']>[0]['measure']

/** Every measure by its id, as a list offers it: by what it is about. */
const measures = {
  N1: 'Deaths by reporting year',
  N1b: 'Infant deaths by reporting year',
  N1c: 'Deaths at 1 to 17 years by reporting year',
  N8: 'Neonatal deaths by reporting year, any gestation',
  N8b: 'Neonatal deaths by reporting year, born at 24 weeks or later',
  N2: 'Deaths by age and sex',
  N2b: 'Deaths by age',
  N3: 'Deaths by sex',
  N4: 'Deaths by ethnic group',
  N5: 'Deaths by deprivation of the neighbourhood',
  N7: 'Deaths by urban and rural neighbourhood',
  N9: 'Deaths by place of death',
  N9b: 'Deaths by month',
  N10: 'Deaths by category of death, as far as reviewed',
  N11: 'Deaths by what else applied to the child',
  J1: 'Deaths by joint agency response',
  R1: 'Reviews by modifiability',
  R2: 'Reviews by primary category of death and modifiability',
  R3: 'Most frequent modifiable factors',
  R7: 'Reviews by domain with a factor that may have contributed',
  R7b: 'Reviews by number of modifiable factors',
  R4: 'Reviews by age and modifiability',
  R5: 'Reviews by sex and modifiability',
  R5b: 'Reviews by ethnic group and modifiability',
  R5c: 'Reviews by deprivation of the neighbourhood and modifiability',
  R8: 'Reviews by child safeguarding practice review and modifiability',
  R9: 'Reviews by social care status and modifiability',
  R10: 'Reviews by expectedness and modifiability',
  R10b: 'Reviews by place of death and modifiability',
  R10c: 'Reviews by joint agency response and modifiability',
  T1: 'Time from death to review by category of death',
  T1b: 'Time from death to review by inquest',
  T2: 'Open cases by age and stage',
  T2b: 'Open cases by age and what they wait for',
  M1: 'Reviews by review meeting',
  M2: 'Time from death to the first review meeting',
  F1: 'Deaths by ethnic group and key worker',
  C1: 'Reviews completed by month',
  Q1: 'Completeness of notifications',
} as const satisfies Record<AskedMeasure, string>

/** The tables a release has. */
export const MeasureId = z.enum(['N1', 'N2', 'N9', 'R1', 'R2', 'R3'])
export type MeasureId = z.infer<typeof MeasureId>

/** Every exact figure there is. */
export const FigureId = z.enum(Object.keys(measures) as (keyof typeof measures)[])
export type FigureId = z.infer<typeof FigureId>

/** The figures as the choices of a list. */
export const figureChoices = FigureId.options.map((value) => ({ value, text: measures[value] }))
