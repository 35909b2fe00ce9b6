import { z } from 'zod'

/** The services, in the order in which calls go down: portal first, intake last. */
export const ServiceName = z.enum(['portal', 'reporting', 'factor-analysis', 'case-review', 'intake'])
export type ServiceName = z.infer<typeof ServiceName>

/** Who signs requests: the services, and the operator's command line on a demonstration database. */
export const CallerName = z.enum([...ServiceName.options, 'cli'])
export type CallerName = z.infer<typeof CallerName>

/** The database schema (and role stem) of a service. */
export function schemaOf(service: ServiceName): string {
  return service.replaceAll('-', '_')
}

/** Whose event log each service hears. Delivery is a call from the publisher to the subscriber's `event.receive`. */
export const subscribersOf: Record<ServiceName, readonly ServiceName[]> = {
  portal: ['intake', 'case-review', 'factor-analysis', 'reporting'],
  intake: ['case-review', 'reporting', 'portal'],
  'case-review': ['factor-analysis', 'reporting', 'portal'],
  'factor-analysis': ['case-review', 'reporting', 'portal'],
  reporting: ['factor-analysis'],
}

const downward: Record<CallerName, readonly ServiceName[]> = {
  portal: ['reporting', 'factor-analysis', 'case-review', 'intake'],
  reporting: [],
  'factor-analysis': ['case-review'],
  'case-review': ['intake'],
  intake: [],
  cli: ['portal', 'reporting', 'factor-analysis', 'case-review', 'intake'],
}

/** The one procedure through which events arrive. */
export const RECEIVE_PROCEDURE = 'event.receive'

/** Who may call whom: down freely, up only to deliver events. */
export function mayCall(caller: CallerName, callee: ServiceName, procedure: string): boolean {
  if (procedure === RECEIVE_PROCEDURE) {
    return caller !== 'cli' && subscribersOf[caller].includes(callee)
  }
  return downward[caller].includes(callee)
}
