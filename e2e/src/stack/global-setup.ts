import { announceStack } from './running-stack.ts'
import { startStack } from './start-stack.ts'

/** Starts what all tests share; what it returns stops it again. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const { stack, stop } = await startStack()
  announceStack(stack)
  return stop
}
