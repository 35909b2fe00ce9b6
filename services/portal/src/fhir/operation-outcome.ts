import type { OperationOutcome, OperationOutcomeIssue } from '@medplum/fhirtypes'
import type { NotTaken } from '../notifying/not-taken.ts'

export const FHIR_JSON = 'application/fhir+json'

/** The issue types of FHIR R4 (http://hl7.org/fhir/issue-type) that a refusal of the door is. */
const issueTypeOf: Partial<Record<NotTaken['code'], OperationOutcomeIssue['code']>> = {
  'not-admitted': 'login',
  'not-for-this': 'forbidden',
  forbidden: 'forbidden',
  'too-many': 'throttled',
  'wrong-type': 'not-supported',
  'wrong-method': 'not-supported',
  'key-missing': 'required',
  'key-reused': 'conflict',
  unreadable: 'structure',
  'too-large': 'too-long',
  'not-found': 'not-found',
  away: 'transient',
  internal: 'exception',
  'invalid-answers': 'value',
}

export function fhirResponse(
  resource: object,
  status: number,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return new Response(JSON.stringify(resource), {
    status,
    headers: { ...headers, 'Content-Type': `${FHIR_JSON}; charset=utf-8` },
  })
}

/** Says in FHIR why a request was not taken: one issue for each thing at fault, with where it stands and its cure. */
export function outcomeResponse({ status, code, says, found, requestId, headers }: NotTaken): Response {
  const details = (text: string) => ({ coding: [{ system: 'urn:cdop:problem', code }], text })
  const type = issueTypeOf[code] ?? 'business-rule'
  const issue: OperationOutcomeIssue[] = found.map(({ field, says: cure, at }) => ({
    severity: 'error',
    code: type,
    details: details(cure),
    ...(field !== '' && { diagnostics: `linkId ${field}` }),
    ...(at !== undefined && { expression: [...at] }),
  }))
  const outcome: OperationOutcome = {
    resourceType: 'OperationOutcome',
    id: requestId,
    issue: issue.length > 0 ? issue : [{ severity: 'error', code: type, details: details(says) }],
  }
  return fhirResponse(outcome, status, headers)
}

/** Says that a notification was received, and that it alerts nobody tonight. */
export function receivedOutcome(): OperationOutcome {
  const text =
    'Received. This alerts nobody tonight: phone the on-call lead, the police, the children’s duty team and the coroner as you would without it.'
  return {
    resourceType: 'OperationOutcome',
    issue: [{ severity: 'information', code: 'informational', details: { text } }],
  }
}
