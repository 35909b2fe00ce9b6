import type { Context, Env } from 'hono'
import { getCookie } from 'hono/cookie'

/**
 * The cookies of the portal: a person's session, the session of a mailed link, that of the inbox of a mailbox, that of a notification begun without an
 * account, and the visit of somebody not signed in (forms before sign-in are bound to it). A link opened in the same browser leaves the person signed in.
 *
 * Always `__Host-` and Secure: Chromium keeps such cookies for plain http on localhost and 127.0.0.1 too, so a
 * demonstration needs no weaker ones.
 */
const cookieNames = {
  person: '__Host-session',
  link: '__Host-link',
  inbox: '__Host-inbox',
  draft: '__Host-draft',
  visit: '__Host-visit',
} as const
export type CookieName = keyof typeof cookieNames

export function readCookie<E extends Env>(c: Context<E>, name: CookieName): string | null {
  const value = getCookie(c, cookieNames[name])
  return value !== undefined && /^[\w-]{43}$/.test(value) ? value : null
}

/** A `Set-Cookie` that lasts until the browser closes; how long the session lasts the database says. */
export function setCookie(name: CookieName, token: string): string {
  return `${cookieNames[name]}=${token}; Path=/; Secure; HttpOnly; SameSite=Lax`
}

export function dropCookie(name: CookieName): string {
  return `${cookieNames[name]}=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0`
}
