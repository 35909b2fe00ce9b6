import { procedures } from '@cdop/rpc'
import type { Parts } from './parts.ts'

export const rpc = procedures<Parts>()
export const { router: routerOf, requires, callerOf } = rpc
