import type { DeploymentKind } from '@cdop/database'

const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * Sessions travel encrypted, but for a demonstration that never leaves this machine.
 * @throws Error in one sentence
 */
export function refuseUnsafeAddress(deployment: DeploymentKind, address: string): void {
  const { protocol, hostname, origin } = new URL(address)
  if (protocol === 'https:' || (deployment === 'demonstration' && loopback.has(hostname))) return
  throw new Error(
    `${origin} must begin with https: plain http is for demonstrations on this machine alone. Change the address and start again.`,
  )
}
