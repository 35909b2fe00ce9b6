import { NOTIFICATION_FORM } from '@cdop/forms'
import type { CapabilityStatement } from '@medplum/fhirtypes'
import { FHIR_JSON } from './operation-outcome.ts'

/** What the FHIR door takes and gives: `date` is when this description was written. */
export function capabilityStatement(publicUrl: string): CapabilityStatement {
  return {
    resourceType: 'CapabilityStatement',
    status: 'active',
    date: '2026-11-22',
    kind: 'instance',
    implementation: { description: 'Child death notifications', url: `${publicUrl}/fhir/R4` },
    fhirVersion: '4.0.1',
    format: [FHIR_JSON, 'application/json'],
    rest: [
      {
        mode: 'server',
        documentation:
          'Takes notifications of children’s deaths for the area of the token. Send an Idempotency-Key header, or an identifier on the QuestionnaireResponse or the Bundle: what is sent again under it is one notification.',
        security: {
          cors: false,
          description: 'A bearer token of the sending organisation, from the area’s administrator',
        },
        resource: [
          {
            type: 'Questionnaire',
            documentation: `The notification form, ${NOTIFICATION_FORM}, in the version in force`,
            interaction: [{ code: 'read' }],
          },
          {
            type: 'QuestionnaireResponse',
            documentation:
              'A notification: complete answers to the Questionnaire. It is taken in, never handed out',
            interaction: [{ code: 'create' }],
          },
          {
            type: 'Patient',
            profile: 'https://fhir.hl7.org.uk/StructureDefinition/UKCore-Patient',
            documentation:
              'Within a transaction: fills what the QuestionnaireResponse lacks. What the two say differently is refused',
            interaction: [{ code: 'create' }],
          },
        ],
        interaction: [
          {
            code: 'transaction',
            documentation: 'One QuestionnaireResponse, at most one Patient, Organization and Practitioner',
          },
        ],
      },
    ],
  }
}
