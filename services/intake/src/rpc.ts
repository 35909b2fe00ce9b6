import { procedures } from '@cdop/rpc'
import type { ServiceParts } from '@cdop/service'

export const rpc = procedures<ServiceParts>()
export const { router: routerOf, requires, callerOf } = rpc
