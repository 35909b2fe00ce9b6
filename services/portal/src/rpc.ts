import { procedures } from '@cdop/rpc'
import type { PortalParts } from './portal-parts.ts'

export const { router, requires, callerOf } = procedures<PortalParts>()
