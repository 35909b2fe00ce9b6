import { z } from 'zod'
import { isNhsNumber } from './nhs-number.ts'

/** The named checks an item can ask for with the `format` extension. */
export const FormatName = z.enum([
  'nhs-number',
  'uk-postcode',
  'email',
  'phone',
  'phone-or-email',
  'gss-code',
])
export type FormatName = z.infer<typeof FormatName>

export interface Format {
  /** Brings an accepted spelling to the one that is stored. Applying it twice changes nothing. */
  normalise(typed: string): string
  /** Whether the normalised text is acceptable. Runs only on text within the item's maximum length. */
  accepts(text: string): boolean
  /** Longest text worth looking at. */
  maxLength: number
  /** The error message, unless the item has its own. */
  message(name: string): string
}

const POSTCODE = /^(?:GIR 0AA|[A-Z]{1,2}[0-9][A-Z0-9]? [0-9][ABD-HJLNP-UW-Z]{2})$/
const EMAIL = /^[^\s@<>(),;:"\\]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}$/
const PHONE = /^\+?[0-9()\-. ]{9,30}$/
const GSS = /^[EJKLMNSW][0-9]{8}$/

function isPhone(text: string): boolean {
  const digits = text.replace(/[^0-9]/g, '').length
  return PHONE.test(text) && digits >= 9 && digits <= 15
}

function spacedPostcode(typed: string): string {
  const letters = typed.toUpperCase().replace(/\s/g, '')
  return letters.length > 4 ? `${letters.slice(0, -3)} ${letters.slice(-3)}` : letters
}

const unchanged = (typed: string) => typed

export const formats: Readonly<Record<FormatName, Format>> = {
  'nhs-number': {
    normalise: (typed) => typed.replace(/[\s-]/g, ''),
    accepts: isNhsNumber,
    maxLength: 20,
    message: () => 'Enter a real NHS number, like 999 000 0018',
  },
  'uk-postcode': {
    normalise: spacedPostcode,
    accepts: (text) => POSTCODE.test(text),
    maxLength: 12,
    message: () => 'Enter a full UK postcode, like LS1 1UR',
  },
  email: {
    normalise: unchanged,
    accepts: (text) => EMAIL.test(text),
    maxLength: 254,
    message: () => 'Enter an email address in the correct format, like name@example.com',
  },
  phone: {
    normalise: unchanged,
    accepts: isPhone,
    maxLength: 40,
    message: () => 'Enter a phone number, like 01632 960 001 or +44 808 157 0192',
  },
  'phone-or-email': {
    normalise: unchanged,
    accepts: (text) => EMAIL.test(text) || isPhone(text),
    maxLength: 254,
    message: () => 'Enter a phone number or an email address, like 01632 960 001 or name@example.com',
  },
  'gss-code': {
    normalise: (typed) => typed.toUpperCase().replace(/\s/g, ''),
    accepts: (text) => GSS.test(text),
    maxLength: 12,
    message: (name) => `${name} must be a code of one letter and 8 numbers, like E08000035`,
  },
}
