import type { ReportingRouter } from '@cdop/reporting/api'
import type { clientOf } from '@cdop/rpc'

/** A release as reporting answers it. */
export type Release = Awaited<
  ReturnType<ReturnType<typeof clientOf<ReportingRouter>>['release']['read']['query']>
>
