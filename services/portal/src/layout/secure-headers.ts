import { randomBytes } from 'node:crypto'
import { createMiddleware } from 'hono/factory'

export type SecureHeaders = {
  /** Origin of the identity provider: signing in and out are forms that end there. */
  readonly identityProvider: string
  /** Whether people reach the portal by https. Only then may a browser be told to insist on it. */
  readonly https: boolean
}

/** What a page's route finds in its context. */
export type PageVariables = { nonce: string }

/** Things of a device that no page of ours uses. */
const closedFeatures = ['camera', 'display-capture', 'geolocation', 'microphone', 'payment', 'usb']

/**
 * Response headers of every page, and a fresh `nonce` for its one inline script.
 *
 * Nothing may load, run, frame or receive a form that is not ours. Answers are never stored unless a route,
 * such as the assets, says otherwise. Trusted types are left out because modules of the design system
 * insert fixed markup.
 */
export function secureHeaders({ identityProvider, https }: SecureHeaders) {
  const { origin } = new URL(identityProvider)
  return createMiddleware<{ Variables: PageVariables }>(async (c, next) => {
    const nonce = randomBytes(16).toString('base64')
    c.set('nonce', nonce)
    await next()
    const { headers } = c.res
    headers.set('Content-Security-Policy', contentSecurityPolicy(nonce, origin))
    headers.set('X-Content-Type-Options', 'nosniff')
    headers.set('Referrer-Policy', 'no-referrer')
    headers.set('Cross-Origin-Opener-Policy', 'same-origin')
    headers.set('Cross-Origin-Resource-Policy', 'same-origin')
    headers.set('Permissions-Policy', closedFeatures.map((feature) => `${feature}=()`).join(', '))
    if (https) headers.set('Strict-Transport-Security', 'max-age=63072000; includeSubDomains')
    if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store')
  })
}

function contentSecurityPolicy(nonce: string, identityProvider: string): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    `form-action 'self' ${identityProvider}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ')
}
