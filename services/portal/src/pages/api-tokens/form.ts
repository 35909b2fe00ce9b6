import { OdsCode } from '../../api-token/api-token.ts'
import type { TokenScopes } from '../../api-token/token-scope.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import type { PostedForm } from '../../page/posted-form.ts'

/** What a token is to open, as the form offers it. */
const scopesByChoice: Readonly<Record<string, TokenScopes>> = {
  'rest-and-fhir': ['rest', 'fhir'],
  rest: ['rest'],
  fhir: ['fhir'],
  'neonatal-surveillance': ['neonatal-surveillance'],
}

const monthsByChoice: Readonly<Record<string, 3 | 6 | 12>> = { '3': 3, '6': 6, '12': 12 }

/** A token as it was asked for; mistakes when it cannot be made. */
export type ReadNewToken =
  | {
      ok: true
      asked: { organisationName: string; odsCode: string; scopes: TokenScopes; months: 3 | 6 | 12 }
    }
  | { ok: false; errors: ErrorItem[] }

export function readNewToken(form: PostedForm): ReadNewToken {
  const organisationName = form.text('organisation').trim()
  const odsCode = OdsCode.safeParse(form.text('ods-code').trim().toUpperCase())
  const scopes = Object.hasOwn(scopesByChoice, form.text('scopes'))
    ? scopesByChoice[form.text('scopes')]
    : undefined
  const months = Object.hasOwn(monthsByChoice, form.text('months'))
    ? monthsByChoice[form.text('months')]
    : undefined
  const errors: ErrorItem[] = []
  if (organisationName === '') {
    errors.push({ text: 'Enter the organisation’s name', href: '#organisation' })
  }
  if (organisationName.length > 200) {
    errors.push({ text: 'The organisation’s name must be 200 characters or fewer', href: '#organisation' })
  }
  if (!odsCode.success) {
    errors.push({ text: 'Enter the ODS code, 3 to 10 letters and numbers, like RR8', href: '#ods-code' })
  }
  if (scopes === undefined) {
    errors.push({ text: 'Select how the organisation will send notifications', href: '#scopes' })
  }
  if (months === undefined) errors.push({ text: 'Select how long the token is good for', href: '#months' })
  if (errors.length > 0 || !odsCode.success || scopes === undefined || months === undefined) {
    return { ok: false, errors }
  }
  return { ok: true, asked: { organisationName, odsCode: odsCode.data, scopes, months } }
}
