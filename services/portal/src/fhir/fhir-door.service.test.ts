import { randomUUID } from 'node:crypto'
import {
  type Answers,
  formInForce,
  NOTIFICATION_FORM,
  Questionnaire,
  statutoryForms,
  toQuestionnaireResponse,
} from '@cdop/forms'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { exampleAnswers } from '../rest/notification-examples.ts'
import { type GivenMachine, givenMachine } from '../testing/given-machine.ts'

const form = formInForce(statutoryForms, NOTIFICATION_FORM, '2026-03-02')
const complete = exampleAnswers(form)
const UK_CORE = 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-'
const coded = (name: string, code: string) => ({
  url: `${UK_CORE}${name}`,
  valueCodeableConcept: { coding: [{ code }] },
})

let machine: GivenMachine
let token: string
beforeAll(async () => {
  machine = await givenMachine()
  token = await machine.tokenFor(['fhir'])
})
afterAll(() => machine.portal.drop())

const responseOf = (answers: Answers, changes: object = {}) => ({
  ...toQuestionnaireResponse(form, answers, { authored: '2026-03-02T09:00:00Z' }),
  identifier: { system: 'urn:sender', value: randomUUID() },
  meta: { lastUpdated: '2026-03-02T09:00:00Z' },
  ...changes,
})
const without = (...linkIds: string[]): Answers =>
  Object.fromEntries(Object.entries(complete).filter(([linkId]) => !linkIds.includes(linkId)))

const Outcome = z.object({
  resourceType: z.literal('OperationOutcome'),
  issue: z.array(
    z.looseObject({
      severity: z.string(),
      code: z.string(),
      details: z.looseObject({ text: z.string() }),
      diagnostics: z.string().optional(),
      expression: z.array(z.string()).optional(),
    }),
  ),
})

const type = { 'content-type': 'application/fhir+json' }
const post = (path: string, body: unknown, headers: object = {}) =>
  machine.send(path, { token, headers: { ...type, ...headers }, body })
const create = (body: unknown, headers: object = {}) => post('/fhir/R4/QuestionnaireResponse', body, headers)

/** What an expression such as `Bundle.entry[1].resource.item[0]` leads to. */
const at = (document: unknown, expression: string): unknown =>
  expression
    .split('.')
    .slice(1)
    .flatMap((step) => step.split(/[[\]]/).filter((part) => part !== ''))
    .reduce<unknown>((node, key) => Reflect.get(Object(node), key), document)

describe('a QuestionnaireResponse', () => {
  test('comes in by the door FHIR with what was answered, and says that it alerts nobody', async () => {
    const answer = await create(responseOf(complete))
    expect(answer.status).toBe(201)
    expect(answer.headers.get('location')).toMatch(/\/fhir\/R4\/QuestionnaireResponse\/[0-9a-f-]{36}$/)
    expect(answer.headers.get('content-type')).toMatch(/^application\/fhir\+json/)
    expect(answer.text).toContain('alerts nobody tonight')
    const arrived = machine.services.arrived.at(-1)
    expect(arrived?.actor.door).toBe('fhir')
    expect(arrived?.answers).toEqual(complete)
  })

  test('sent again under its own identifier is one notification; without identifier or key it is refused', async () => {
    const response = responseOf(complete)
    const first = await create(response)
    const again = await create({ ...response, meta: { lastUpdated: '2026-03-02T10:00:00Z' } })
    expect(again.headers.get('location')).toBe(first.headers.get('location'))
    const other = await create({ ...responseOf(without('notifier-role')), identifier: response.identifier })
    expect(other.status).toBe(422)
    const { identifier: _none, ...bare } = response
    const refused = await create(bare)
    expect([refused.status, Outcome.parse(refused.json).issue[0]?.code]).toEqual([400, 'required'])
    expect((await create(bare, { 'idempotency-key': randomUUID() })).status).toBe(201)
  })

  test('that lacks an answer names the question, its cure and the page where it should stand', async () => {
    const response = responseOf(without('child-family-name'))
    const answer = await create(response)
    expect(answer.status).toBe(422)
    const [issue] = Outcome.parse(answer.json).issue
    expect(issue).toMatchObject({ severity: 'error', code: 'value', diagnostics: 'linkId child-family-name' })
    expect(issue?.details.text).toMatch(/family name/)
    expect(at(response, issue?.expression?.[0] ?? '')).toMatchObject({ linkId: 'child' })
  })

  test('that mistakes an answer says where it stands and never what it was', async () => {
    const response = responseOf({ ...complete, 'child-nhs-number': '9990000018' })
    const text = JSON.stringify(response).replace('"9990000018"', '"Zephyrwood"')
    const answer = await create(text)
    expect(answer.status).toBe(422)
    expect(answer.text).not.toContain('Zephyrwood')
    const [issue] = Outcome.parse(answer.json).issue
    expect(at(JSON.parse(text), issue?.expression?.[0] ?? '')).toMatchObject({ linkId: 'child-nhs-number' })
  })

  test.each([
    ['an item the form does not have', { item: [{ linkId: 'x' }] }, 'QuestionnaireResponse.item[0]'],
    ['another Questionnaire', { questionnaire: 'urn:other|1' }, 'QuestionnaireResponse.questionnaire'],
    ['a draft', { status: 'in-progress' }, 'QuestionnaireResponse.status'],
    ['another type of resource', { resourceType: 'Patient' }, 'QuestionnaireResponse.resourceType'],
    [
      'an answer of another type',
      {
        item: [
          {
            linkId: 'child',
            item: [{ linkId: 'child-family-name', answer: [{ valueInteger: 1 }] }],
          },
        ],
      },
      'QuestionnaireResponse.item[0].item[0].answer[0]',
    ],
    [
      'an item twice',
      {
        item: [
          {
            linkId: 'child',
            item: [
              { linkId: 'child-family-name', answer: [{ valueString: 'A' }] },
              { linkId: 'child-family-name', answer: [{ valueString: 'B' }] },
            ],
          },
        ],
      },
      'QuestionnaireResponse.item[0].item[1]',
    ],
  ])('with %s is refused where it stands', async (_, changes, expression) => {
    const answer = await create(responseOf(complete, changes))
    expect(answer.status).toBe(422)
    expect(Outcome.parse(answer.json).issue[0]?.expression).toEqual([expression])
  })

  test('refused by intake points at the question intake names', async () => {
    machine.services.refusing.with = 'dates-out-of-order'
    machine.services.refusing.fields = ['date-of-death']
    const response = responseOf(complete)
    const answer = await create(response)
    machine.services.refusing.with = null
    const [issue] = Outcome.parse(answer.json).issue
    expect(at(response, issue?.expression?.[0] ?? '')).toMatchObject({ linkId: 'date-of-death' })
  })
})

const patient = (changes: object = {}) => ({
  resourceType: 'Patient',
  extension: [coded('EthnicCategory', 'A')],
  identifier: [
    {
      system: 'https://fhir.nhs.uk/Id/nhs-number',
      value: '9990000018',
      extension: [coded('NHSNumberVerificationStatus', '01')],
    },
  ],
  name: [{ use: 'official', family: 'Quillfeather', given: ['Marigold'] }],
  gender: 'female',
  birthDate: '2026-02-25',
  address: [{ use: 'home', line: ['7 Invented Crescent'], city: 'Nowhere Garth', postalCode: 'LS1 1UR' }],
  multipleBirthInteger: 2,
  deceasedDateTime: '2026-02-27T04:30:00+00:00',
  ...changes,
})

const ofThePatient = [
  'nhs-number-known',
  'child-nhs-number',
  'child-family-name',
  'child-given-names',
  'child-sex',
  'child-ethnic-category',
  'child-date-of-birth',
  'child-address',
  'child-postcode',
  'date-of-death',
]

const newborn: Answers = {
  ...complete,
  'child-born-alive': 'yes',
  'multiple-birth': 'twins',
}
const lacking = Object.fromEntries(
  Object.entries(newborn).filter(([linkId]) => !ofThePatient.includes(linkId)),
)

const bundle = (answers: Answers, child: object, more: object[] = []) => ({
  resourceType: 'Bundle',
  type: 'transaction',
  identifier: { system: 'urn:sender', value: randomUUID() },
  entry: [
    {
      fullUrl: 'urn:uuid:0b1e0000-0000-4000-8000-000000000001',
      resource: child,
      request: { method: 'POST', url: 'Patient' },
    },
    {
      resource: responseOf(answers, {
        identifier: undefined,
        subject: { reference: 'urn:uuid:0b1e0000-0000-4000-8000-000000000001' },
      }),
      request: { method: 'POST', url: 'QuestionnaireResponse' },
    },
    ...more,
  ],
})
const transact = (body: unknown) => post('/fhir/R4', body)

describe('a transaction Bundle with the child as a Patient', () => {
  test('fills in what the response lacks, and nothing the form does not ask', async () => {
    const { 'notifier-name': _name, 'notifier-organisation': _organisation, ...rest } = lacking
    const answer = await transact(
      bundle(rest, patient(), [
        {
          resource: { resourceType: 'Organization', name: 'Invented Infirmary' },
          request: { method: 'POST', url: 'Organization' },
        },
        {
          resource: { resourceType: 'Practitioner', name: [{ family: 'Pennywhistle', given: ['Orla'] }] },
          request: { method: 'POST', url: 'Practitioner' },
        },
      ]),
    )
    expect(answer.status, answer.text).toBe(200)
    expect(answer.json).toMatchObject({
      type: 'transaction-response',
      entry: [
        { response: { status: '200 OK' } },
        { response: { status: '201 Created' } },
        { response: { status: '200 OK' } },
        { response: { status: '200 OK' } },
      ],
    })
    expect(machine.services.arrived.at(-1)?.answers).toMatchObject({
      'nhs-number-known': 'yes',
      'child-nhs-number': '9990000018',
      'child-family-name': 'Quillfeather',
      'child-given-names': 'Marigold',
      'child-sex': 'female',
      'child-ethnic-category': 'A',
      'child-date-of-birth': '2026-02-25',
      'child-address': '7 Invented Crescent\nNowhere Garth',
      'child-postcode': 'LS1 1UR',
      'date-of-death': '2026-02-27',
      'time-of-death': '04:30',
      'birth-order': 2,
      'notifier-name': 'Orla Pennywhistle',
      'notifier-organisation': 'Invented Infirmary',
    })
    const { 'multiple-birth': _one, ...single } = lacking
    expect((await transact(bundle(single, patient()))).status).toBe(200)
    expect(machine.services.arrived.at(-1)?.answers).not.toHaveProperty('birth-order')
  })

  test.each([
    [
      'the NHS number',
      { 'child-nhs-number': '9990000026', 'nhs-number-known': 'yes' },
      'identifier[0].value',
    ],
    ['the name', { 'child-family-name': 'Another' }, 'name[0].family'],
    ['the birth date', { 'child-date-of-birth': '2026-02-24' }, 'birthDate'],
    ['the date of death', { 'date-of-death': '2026-02-26' }, 'deceasedDateTime'],
    ['the sex', { 'child-sex': 'male' }, 'gender'],
  ])('is refused where both say %s and differ, with both places', async (_, answers, path) => {
    const sent = bundle({ ...lacking, ...answers }, patient())
    const answer = await transact(sent)
    expect(answer.status).toBe(422)
    const [issue] = Outcome.parse(answer.json).issue
    expect(issue?.expression).toHaveLength(2)
    expect(issue?.expression?.[1]).toBe(`Bundle.entry[0].resource.${path}`)
    expect(at(sent, issue?.expression?.[0] ?? '')).toHaveProperty('linkId')
  })

  test('is taken where both say the same in another spelling', async () => {
    const sent = bundle({ ...lacking, 'child-family-name': 'QUILLFEATHER' }, patient())
    expect((await transact(sent)).status).toBe(200)
  })

  test('does not take an NHS number that is in doubt for the child’s', async () => {
    for (const status of ['04', '05', '07']) {
      const [identifier] = patient().identifier
      const doubted = { ...identifier, extension: [coded('NHSNumberVerificationStatus', status)] }
      const answer = await transact(bundle(lacking, patient({ identifier: [doubted] })))
      expect(answer.status).toBe(422)
      expect(Outcome.parse(answer.json).issue[0]?.diagnostics).toBe('linkId nhs-number-known')
    }
  })

  test('whose NHS number has a wrong check digit is refused there', async () => {
    const answer = await transact(
      bundle(lacking, patient({ identifier: [{ ...patient().identifier[0], value: '9990000019' }] })),
    )
    expect(Outcome.parse(answer.json).issue[0]?.expression).toEqual([
      'Bundle.entry[0].resource.identifier[0].value',
    ])
  })

  test('that says of a question that nobody knows stays what was answered, not what the Patient leaves out', async () => {
    const { name: _unnamed, ...unnamed } = patient()
    const answers: Answers = {
      ...lacking,
      'child-family-name': 'Quillfeather',
      'child-given-names': { notKnown: true },
    }
    expect((await transact(bundle(answers, unnamed))).status).toBe(200)
    expect(machine.services.arrived.at(-1)?.answers['child-given-names']).toEqual({ notKnown: true })
  })

  test('sent again is one notification, by the identifier of the Bundle', async () => {
    const sent = bundle(lacking, patient())
    const [first, second] = [await transact(sent), await transact(sent)]
    expect(second.json).toEqual(first.json)
  })

  test.each([
    ['of another type', { type: 'batch' }, 'Bundle.type'],
    ['without a response', { entry: bundle(lacking, patient()).entry.slice(0, 1) }, 'Bundle.entry'],
    [
      'with two Patients',
      { entry: [...bundle(lacking, patient()).entry, bundle(lacking, patient()).entry[0]] },
      'Bundle.entry[2]',
    ],
    [
      'with something else in it',
      {
        entry: [
          ...bundle(lacking, patient()).entry,
          { resource: { resourceType: 'Binary' }, request: { method: 'POST', url: 'Binary' } },
        ],
      },
      'Bundle.entry[2]',
    ],
    [
      'about another Patient than the response',
      {
        entry: bundle(lacking, patient()).entry.map((entry) => ({ ...entry, fullUrl: 'urn:uuid:other' })),
      },
      'Bundle.entry[1].resource.subject.reference',
    ],
    ['with nothing in it', { entry: [] }, 'Bundle.entry'],
  ])('%s is refused', async (_, changes, expression) => {
    const answer = await transact({ ...bundle(lacking, patient()), ...changes })
    expect(answer.status).toBe(422)
    expect(Outcome.parse(answer.json).issue[0]?.expression).toEqual([expression])
  })
})

describe('the FHIR door', () => {
  test('describes itself to anybody, and hands out the form in force', async () => {
    const metadata = await machine.send('/fhir/R4/metadata', { method: 'GET' })
    expect(metadata.json).toMatchObject({ resourceType: 'CapabilityStatement', fhirVersion: '4.0.1' })
    for (const id of ['child-death-notification', `child-death-notification-${form.version}`]) {
      const { json } = await machine.send(`/fhir/R4/Questionnaire/${id}`, { method: 'GET' })
      const { id: given, ...questionnaire } = z.looseObject({ id: z.string() }).parse(json)
      expect(given).toBe(id)
      expect(Questionnaire.parse(questionnaire)).toMatchObject({ url: form.url, version: form.version })
    }
    expect((await machine.send('/fhir/R4/Questionnaire/other', { method: 'GET' })).status).toBe(404)
  })

  test('answers whoever may not come in, and every wrong way to ask, with an OperationOutcome', async () => {
    const rest = await machine.tokenFor(['rest'])
    const asked: [number, string, Parameters<GivenMachine['send']>[1], string][] = [
      [401, 'login', { headers: type, body: {} }, '/fhir/R4'],
      [403, 'forbidden', { token: rest, headers: type, body: {} }, '/fhir/R4'],
      [
        415,
        'not-supported',
        { token, headers: { 'content-type': 'application/fhir+xml' }, body: '<a/>' },
        '/fhir/R4',
      ],
      [400, 'structure', { token, headers: type, body: '{' }, '/fhir/R4/QuestionnaireResponse'],
      [405, 'not-supported', { token, method: 'GET' }, '/fhir/R4/QuestionnaireResponse'],
      [404, 'not-found', { token, method: 'GET' }, '/fhir/R4/Patient'],
    ]
    for (const [status, code, request, path] of asked) {
      const answer = await machine.send(path, request)
      expect([path, answer.status, Outcome.parse(answer.json).issue[0]?.code]).toEqual([path, status, code])
    }
  })
})
