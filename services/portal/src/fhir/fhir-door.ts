import { Refusal } from '@cdop/domain'
import type { Bundle } from '@medplum/fhirtypes'
import { type Context, Hono } from 'hono'
import type { z } from 'zod'
import { Wrong, wrongIn } from '../notifying/found-wrong.ts'
import { jsonBody } from '../notifying/json-body.ts'
import { type MachineVisit, machineDoor } from '../notifying/machine-door.ts'
import type { PortalParts } from '../portal-parts.ts'
import { capabilityStatement } from './capability-statement.ts'
import { FHIR_JSON, fhirResponse, outcomeResponse, receivedOutcome } from './operation-outcome.ts'
import { questionnaireResource } from './questionnaire-resource.ts'
import { ReceivedBundle, readBundle } from './received-bundle.ts'
import { ReceivedResponse } from './received-response.ts'
import { attemptKey, sendResponse } from './send-response.ts'

/** The resource in a request. @throws Wrong with where it is not what it must be */
async function resourceIn<Read>(c: Context, schema: z.ZodType<Read>, root: string): Promise<Read> {
  const read = schema.safeParse(await jsonBody(c.req.raw, [FHIR_JSON, 'application/json']))
  if (read.success) return read.data
  throw new Wrong(
    wrongIn(read.error).map(({ field, says }) => ({
      field: '',
      says,
      at: [field === '' ? root : `${root}.${field}`],
    })),
  )
}

const addressOf = (notificationId: string) => `QuestionnaireResponse/${notificationId}`

/** A transaction keeps the notification alone: what the other resources said is in it. */
function transactionResponse(types: readonly string[], notificationId: string): Bundle {
  return {
    resourceType: 'Bundle',
    type: 'transaction-response',
    entry: types.map((type) => ({
      response:
        type === 'QuestionnaireResponse'
          ? { status: '201 Created', location: addressOf(notificationId), outcome: receivedOutcome() }
          : { status: '200 OK' },
    })),
  }
}

/** FHIR R4 for the systems of other organisations: /fhir/R4. No browser of another origin may read an answer. */
export function fhirDoor(parts: PortalParts): Hono {
  const app = new Hono()
  const door = machineDoor(parts, 'fhir', outcomeResponse)
  const today = () => parts.clock.today()

  async function create(visit: MachineVisit, c: Context): Promise<Response> {
    const root = 'QuestionnaireResponse'
    const response = await resourceIn(c, ReceivedResponse, root)
    const key = attemptKey(c.req.header('idempotency-key'), response.identifier)
    const notificationId = await sendResponse(visit, key, { response, root, said: [] }, today())
    const location = `${parts.publicUrl}/fhir/R4/${addressOf(notificationId)}`
    return fhirResponse(receivedOutcome(), 201, { Location: location })
  }

  async function transact(visit: MachineVisit, c: Context): Promise<Response> {
    const bundle = await resourceIn(c, ReceivedBundle, 'Bundle')
    const read = readBundle(bundle)
    const identifier = read.response.identifier ?? bundle.identifier
    const key = attemptKey(c.req.header('idempotency-key'), identifier)
    const notificationId = await sendResponse(visit, key, read, today())
    return fhirResponse(transactionResponse(read.types, notificationId), 200)
  }

  app.get(
    '/fhir/R4/metadata',
    door.open(() => fhirResponse(capabilityStatement(parts.publicUrl), 200)),
  )
  app.all('/fhir/R4/metadata', door.wrongMethod('GET'))
  app.get(
    '/fhir/R4/Questionnaire/:id',
    door.open((c) => {
      const questionnaire = questionnaireResource(c.req.param('id') ?? '', today())
      if (questionnaire === null) throw new Refusal('not-found')
      return fhirResponse(questionnaire, 200)
    }),
  )
  app.all('/fhir/R4/Questionnaire/:id', door.wrongMethod('GET'))
  app.post('/fhir/R4/QuestionnaireResponse', door.withToken(create))
  app.all('/fhir/R4/QuestionnaireResponse', door.wrongMethod('POST'))
  app.post('/fhir/R4', door.withToken(transact))
  app.all('/fhir/R4', door.wrongMethod('POST'))
  app.all('/fhir/*', door.nothingHere)
  return app
}
