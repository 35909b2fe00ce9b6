import { join } from 'node:path'
import { runningStack } from '../stack/running-stack.ts'
import { SharedWalk } from './shared-walk.ts'

/** What this process knows to have been looked at, by itself or by another. */
const known = new Set<string>()
let shared: SharedWalk | null = null

/** True for whoever asks first in the whole run: the processes that drive browsers know of each other. */
export function isFirstInRun(what: string): boolean {
  if (known.has(what)) return false
  known.add(what)
  shared ??= new SharedWalk(join(runningStack().records, 'looked at'))
  return shared.isFirst(what)
}
