import * as Sentry from '@sentry/node'
import { whereThrown } from './log.ts'

/** Sends error reports, or nothing at all when there is no address to send them to. */
export interface ErrorReports {
  report(
    thrown: unknown,
    about: { service: string; procedure?: string; requestId?: string; code?: string },
  ): void
  flush(): Promise<void>
}

/** Milliseconds to wait at shutdown for reports on their way. */
const FLUSH = 2_000

/**
 * Error reports through Sentry. What leaves is built here from an allow-list: the error's name, the place in our
 * source, the procedure, the request id. Messages, source lines, variables, requests, breadcrumbs and spans never do.
 */
export function errorReports(dsn: string | undefined): ErrorReports {
  if (dsn === undefined) return { report: () => {}, flush: async () => {} }
  const client = Sentry.init({
    dsn,
    defaultIntegrations: false,
    integrations: [],
    maxBreadcrumbs: 0,
    // Whole transactions instead of a stream of spans, and then none of them.
    traceLifecycle: 'static',
    beforeSend: (event) => ({
      ...(event.event_id !== undefined && { event_id: event.event_id }),
      ...(event.timestamp !== undefined && { timestamp: event.timestamp }),
      type: undefined,
      level: 'error',
      platform: 'node',
      ...(event.message !== undefined && { message: event.message }),
      ...(event.tags !== undefined && { tags: event.tags }),
    }),
    beforeSendTransaction: () => null,
    beforeBreadcrumb: () => null,
  })
  return {
    report(thrown, about) {
      const errorName = thrown instanceof Error ? thrown.name : typeof thrown
      client?.captureEvent({
        message: `${errorName} at ${whereThrown(thrown) ?? 'unknown place'}`,
        level: 'error',
        tags: {
          service: about.service,
          procedure: about.procedure,
          requestId: about.requestId,
          code: about.code,
        },
      })
    },
    async flush() {
      await client?.flush(FLUSH)
    },
  }
}
