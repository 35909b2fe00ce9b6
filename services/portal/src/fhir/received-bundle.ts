import { z } from 'zod'
import { type FoundWrong, Wrong, wrongIn } from '../notifying/found-wrong.ts'
import { ReceivedPatient, type Said, saidByPatient } from './patient.ts'
import { ReceivedResponse } from './received-response.ts'

const Entry = z.looseObject({
  fullUrl: z.string().max(300).optional(),
  resource: z.looseObject({ resourceType: z.string().max(64) }),
  request: z.looseObject({ method: z.string(), url: z.string().max(300) }),
})

export const ReceivedBundle = z.looseObject({
  resourceType: z.literal('Bundle'),
  type: z.string(),
  identifier: z.looseObject({ system: z.string().optional(), value: z.string().min(1) }).optional(),
  entry: z.array(Entry).min(1).max(20),
})
export type ReceivedBundle = z.infer<typeof ReceivedBundle>

/** What a transaction Bundle holds: the response, where it stands, and what its other resources say. */
export type ReadBundle = {
  response: ReceivedResponse
  root: string
  said: readonly Said[]
  /** The types of the entries, in their order. */
  types: readonly string[]
}

const Practitioner = z.looseObject({
  name: z
    .array(
      z.looseObject({
        text: z.string().max(500).optional(),
        family: z.string().max(500).optional(),
        given: z.array(z.string().max(500)).max(20).optional(),
      }),
    )
    .optional(),
  telecom: z
    .array(z.looseObject({ system: z.string().optional(), value: z.string().max(500).optional() }))
    .optional(),
})
const NamedOrganisation = z.looseObject({ name: z.string().max(500).optional() })

/** Resources a notification may be made of, each at most once but those that say nothing of their own. */
const TAKEN = new Set([
  'QuestionnaireResponse',
  'Patient',
  'Organization',
  'Practitioner',
  'PractitionerRole',
])

function saidByNotifier(type: string, resource: unknown, at: string): Said[] {
  if (type === 'Organization') {
    const name = NamedOrganisation.safeParse(resource).data?.name
    return name === undefined ? [] : [{ path: 'notifier.organisation', value: name, at: `${at}.name` }]
  }
  if (type !== 'Practitioner') return []
  const read = Practitioner.safeParse(resource).data
  const [name] = read?.name ?? []
  const written =
    name?.text ?? [...(name?.given ?? []), name?.family].filter((part) => part !== undefined).join(' ')
  const contact = read?.telecom?.find(({ system }) => system === 'email' || system === 'phone')?.value
  return [
    ...(written === '' ? [] : [{ path: 'notifier.name', value: written, at: `${at}.name[0]` }]),
    ...(contact === undefined ? [] : [{ path: 'notifier.contact', value: contact, at: `${at}.telecom` }]),
  ]
}

function parsed<Read>(schema: z.ZodType<Read>, resource: unknown, at: string): Read {
  const read = schema.safeParse(resource)
  if (read.success) return read.data
  throw new Wrong(wrongIn(read.error).map(({ field, says }) => ({ field: '', says, at: [`${at}.${field}`] })))
}

function misplaced(bundle: ReceivedBundle): FoundWrong[] {
  const found: FoundWrong[] = []
  const wrong = (says: string, at: string) => found.push({ field: '', says, at: [at] })
  if (bundle.type !== 'transaction') wrong('Send a Bundle of type transaction', 'Bundle.type')
  const seen = new Set<string>()
  bundle.entry.forEach(({ resource: { resourceType }, request }, index) => {
    const at = `Bundle.entry[${index}]`
    if (!TAKEN.has(resourceType)) {
      wrong(
        'A notification is a QuestionnaireResponse, with a Patient, Organization and Practitioner. Leave this out',
        at,
      )
    } else if (seen.has(resourceType)) wrong(`Send one ${resourceType}`, at)
    seen.add(resourceType)
    if (request.method !== 'POST') wrong('Each entry is a POST', `${at}.request.method`)
    if (request.url !== resourceType) wrong(`Post it to ${resourceType}`, `${at}.request.url`)
  })
  if (!seen.has('QuestionnaireResponse')) {
    wrong('Send a QuestionnaireResponse: it is the notification', 'Bundle.entry')
  }
  return found
}

/** @throws Wrong naming each entry that cannot be taken and why */
export function readBundle(bundle: ReceivedBundle): ReadBundle {
  const found = misplaced(bundle)
  if (found.length > 0) throw new Wrong(found)
  const types = bundle.entry.map(({ resource }) => resource.resourceType)
  const at = (type: string) => `Bundle.entry[${types.indexOf(type)}].resource`
  const entryOf = (type: string) => bundle.entry[types.indexOf(type)]
  const root = at('QuestionnaireResponse')
  const response = parsed(ReceivedResponse, entryOf('QuestionnaireResponse')?.resource, root)
  const patientEntry = entryOf('Patient')
  const said: Said[] = []
  if (patientEntry !== undefined) {
    const subject = response.subject?.reference
    if (subject !== undefined && subject !== patientEntry.fullUrl) {
      const says = 'The response is about somebody else than the Patient of the Bundle. Refer to its fullUrl'
      throw new Wrong([{ field: '', says, at: [`${root}.subject.reference`] }])
    }
    said.push(...saidByPatient(parsed(ReceivedPatient, patientEntry.resource, at('Patient')), at('Patient')))
  }
  bundle.entry.forEach(({ resource }, index) => {
    said.push(...saidByNotifier(resource.resourceType, resource, `Bundle.entry[${index}].resource`))
  })
  return { response, root, said, types }
}
