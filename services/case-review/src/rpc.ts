import { procedures } from '@cdop/rpc'
import type { Parts } from './parts.ts'

export const { router, requires, callerOf } = procedures<Parts>()
