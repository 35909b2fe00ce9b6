import { timingSafeEqual } from 'node:crypto'
import { blindIndex, type KeyProvider } from '@cdop/encryption'

/** The token a form must bring back: follows from the cookie and a key of ours, so it cannot be planted. */
export function csrfToken(keys: KeyProvider, cookie: string): string {
  return blindIndex(keys, 'csrf', cookie).toString('base64url')
}

/** True when the token was made for this cookie. */
export function csrfHolds(keys: KeyProvider, cookie: string, token: string): boolean {
  const expected = Buffer.from(csrfToken(keys, cookie))
  const given = Buffer.from(token)
  return expected.length === given.length && timingSafeEqual(expected, given)
}

/** What a browser says of where a request comes from; older browsers say nothing. Only our own pages may post. */
export function fromElsewhere(secFetchSite: string | undefined): boolean {
  return secFetchSite !== undefined && secFetchSite !== 'same-origin' && secFetchSite !== 'none'
}
