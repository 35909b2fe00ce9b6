import type { DeploymentKind } from '@cdop/database'

const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * Sessions travel encrypted, but for a demonstration that never leaves this machine. A live portal has no address on
 * this machine at all: the identity provider found there is the demonstration's, which asks for no password.
 * @throws Error in one sentence
 */
export function refuseUnsafeAddress(deployment: DeploymentKind, address: string): void {
  const { protocol, hostname, origin } = new URL(address)
  const here = loopback.has(hostname)
  if (deployment === 'live' && here) {
    throw new Error(
      `${origin} is this machine: a live portal, and the provider people sign in with, have addresses of their own. Change the address and start again.`,
    )
  }
  if (protocol === 'https:' || here) return
  throw new Error(
    `${origin} must begin with https: plain http is for demonstrations on this machine alone. Change the address and start again.`,
  )
}

/** What is opened from where people are signed in could act as them. @throws Error in one sentence */
export function refuseSameOrigin(portal: string, documents: string): void {
  if (new URL(portal).origin !== new URL(documents).origin) return
  throw new Error(
    `${documents} is where people are signed in: documents are opened from an address of their own. Change DOCUMENTS_PUBLIC_URL and start again.`,
  )
}
