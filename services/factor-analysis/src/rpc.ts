import { procedures } from '@cdop/rpc'
import type { ServiceParts } from '@cdop/service'

export const { router, requires, callerOf } = procedures<ServiceParts>()
