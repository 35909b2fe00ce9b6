import { FactorCode, OrganisationId, RecommendationTheme } from '@cdop/domain'
import { z } from 'zod'
import type { Visit } from '../../page/visit.ts'

const Standing = z.enum(['open', 'overdue', 'settled', 'all'])

/** How a list of recommendations is narrowed: codes and ids, which stand in its address. */
export type RecommendationChoice = {
  readonly theme: RecommendationTheme | null
  readonly factor: FactorCode | null
  readonly organisationId: OrganisationId | null
  readonly standing: z.infer<typeof Standing>
}

export const standingChoices: Readonly<Record<RecommendationChoice['standing'], string>> = {
  open: 'Open',
  overdue: 'Overdue',
  settled: 'Completed, rejected or no longer relevant',
  all: 'All',
}

/** What an address asks for; what is no code counts as not chosen. */
export function choiceOf(visit: Pick<Visit, 'query'>): RecommendationChoice {
  const read = <Schema extends z.ZodType>(schema: Schema, name: string): z.output<Schema> | null =>
    schema.safeParse(visit.query(name)).data ?? null
  return {
    theme: read(RecommendationTheme, 'theme'),
    factor: read(FactorCode, 'factor'),
    organisationId: read(OrganisationId, 'organisation'),
    standing: read(Standing, 'standing') ?? 'open',
  }
}

/** The address of a list so narrowed. */
export function listPath({ theme, factor, organisationId, standing }: RecommendationChoice): string {
  const asked = new URLSearchParams()
  if (theme !== null) asked.set('theme', theme)
  if (factor !== null) asked.set('factor', factor)
  if (organisationId !== null) asked.set('organisation', organisationId)
  if (standing !== 'open') asked.set('standing', standing)
  return asked.size === 0 ? '/recommendations' : `/recommendations?${asked}`
}
