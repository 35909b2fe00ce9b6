import type { PlainDate } from '@cdop/domain'
import {
  answersJsonSchema,
  formInForce,
  type Json,
  type JsonSchema,
  NOTIFICATION_FORM,
  statutoryForms,
} from '@cdop/forms'
import { z } from 'zod'
import { type Example, notificationExamples } from './notification-examples.ts'
import { FollowedNotification, SentNotification } from './notification-resource.ts'
import { Problem } from './problem.ts'

const JsonObject = z.record(z.string(), z.json())

/** A schema of ours as OpenAPI 3.1 takes it, which is JSON Schema. */
function schemaOf(schema: z.ZodType): JsonSchema {
  const { $schema: _draft, ...made } = JsonObject.parse(z.toJSONSchema(schema, { io: 'input' }))
  return made
}

const ref = (name: string): JsonSchema => ({ $ref: `#/components/schemas/${name}` })

function problem(description: string, headers: JsonSchema = {}): JsonSchema {
  return {
    description,
    headers: { ...requestIdHeader, ...headers },
    content: { 'application/problem+json': { schema: ref('Problem') } },
  }
}

const requestIdHeader = {
  'X-Request-Id': { description: 'Quote this when you ask for help', schema: { type: 'string' } },
}
const retryAfter = { 'Retry-After': { description: 'Seconds', schema: { type: 'string' } } }

const refusedAnyway: JsonSchema = {
  '401': problem('No token, or one that is not in force'),
  '403': problem('A token that is not for this address'),
  '429': problem('More requests in this minute than the token is good for', retryAfter),
  '500': problem('Something went wrong. Send the same request again, with the same key'),
  '503': problem('Away. Send the same request again, with the same key', retryAfter),
}

function followed(description: string, headers: JsonSchema = {}): JsonSchema {
  return {
    description,
    headers: { ...requestIdHeader, ...headers },
    content: { 'application/json': { schema: ref('FollowedNotification') } },
  }
}

function examplesOf(examples: Readonly<Record<string, Example>>): JsonSchema {
  return Object.fromEntries(
    Object.entries(examples).map(([name, { summary, status, value }]): [string, Json] => [
      name,
      { summary, value, 'x-status': status },
    ]),
  )
}

function sendOperation(examples: Readonly<Record<string, Example>>): JsonSchema {
  return {
    operationId: 'sendNotification',
    summary: 'Notify a child’s death',
    description:
      'Takes a notification in for the area of the token. It alerts nobody tonight: phone the on-call lead, the police, the children’s duty team and the coroner as you would without it.',
    parameters: [
      {
        name: 'Idempotency-Key',
        in: 'header',
        required: true,
        description:
          'New for each notification; the same when you retry. The same key and body get the same answer, and one notification. The same key with another body is refused.',
        schema: { type: 'string', minLength: 8, maxLength: 100, pattern: '^[\\x21-\\x7e]+$' },
      },
    ],
    requestBody: {
      required: true,
      content: {
        'application/json': { schema: ref('SentNotification'), examples: examplesOf(examples) },
      },
    },
    responses: {
      '201': followed('Received', {
        Location: { description: 'Where to ask how far it has come', schema: { type: 'string' } },
      }),
      '400': problem('No key, or a body that is no JSON'),
      '413': problem('A body of more than 256,000 bytes'),
      '415': problem('A body of another type than application/json'),
      '422': problem('Answers that cannot be taken, each named; or a key already used for another body'),
      ...refusedAnyway,
    },
  }
}

const followOperation: JsonSchema = {
  operationId: 'followNotification',
  summary: 'How far a notification has come',
  description: 'Of notifications your organisation sent, and no others. What was decided is not told.',
  parameters: [
    { name: 'notificationId', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } },
  ],
  responses: {
    '200': followed('How far it has come'),
    '404': problem('Not a notification of your organisation'),
    ...refusedAnyway,
  },
}

/** The description of the REST door, made of the very schemas and the form it works by. */
export function openApiDocument(publicUrl: string, today: PlainDate): JsonSchema {
  const form = formInForce(statutoryForms, NOTIFICATION_FORM, today)
  const sent = schemaOf(SentNotification)
  return {
    openapi: '3.1.1',
    info: {
      title: 'Child death notifications',
      version: `1.${form.version}`,
      description:
        'For the systems of organisations that notify children’s deaths to a child death overview panel. Everything needs a token from the area’s administrator.',
    },
    servers: [{ url: publicUrl }],
    security: [{ token: [] }],
    paths: {
      '/api/v1/notifications': { post: sendOperation(notificationExamples(form)) },
      '/api/v1/notifications/{notificationId}': { get: followOperation },
    },
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      schemas: {
        SentNotification: {
          ...sent,
          properties: { ...JsonObject.parse(sent['properties']), answers: ref('Answers') },
        },
        Answers: answersJsonSchema(form),
        FollowedNotification: schemaOf(FollowedNotification),
        Problem: schemaOf(Problem),
      },
    },
  }
}
