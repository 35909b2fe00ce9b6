import { z } from 'zod'

const NHS_NUMBER = 'https://fhir.nhs.uk/Id/nhs-number'
const UK_CORE = 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-'

const CodedExtension = z.looseObject({
  url: z.string(),
  valueCodeableConcept: z
    .looseObject({ coding: z.array(z.looseObject({ code: z.string().optional() })).optional() })
    .optional(),
})
const extension = z.array(CodedExtension).max(50).optional()

/** What the door reads of a Patient (UK Core): the child. */
export const ReceivedPatient = z.looseObject({
  resourceType: z.literal('Patient'),
  extension,
  identifier: z
    .array(z.looseObject({ system: z.string().optional(), value: z.string().max(40).optional(), extension }))
    .max(50)
    .optional(),
  name: z
    .array(
      z.looseObject({
        use: z.string().optional(),
        family: z.string().max(1000).optional(),
        given: z.array(z.string().max(1000)).max(20).optional(),
      }),
    )
    .max(20)
    .optional(),
  gender: z.string().optional(),
  birthDate: z.string().max(10).optional(),
  address: z
    .array(
      z.looseObject({
        use: z.string().optional(),
        line: z.array(z.string().max(500)).max(10).optional(),
        city: z.string().max(200).optional(),
        district: z.string().max(200).optional(),
        postalCode: z.string().max(20).optional(),
      }),
    )
    .max(20)
    .optional(),
  multipleBirthInteger: z.int().optional(),
  deceasedDateTime: z.string().max(40).optional(),
})
export type ReceivedPatient = z.infer<typeof ReceivedPatient>

/** One thing a resource beside the response says: of which path of the form, what, and where it stands there. */
export type Said = { path: string; value: string | number; at: string }

function codeIn(extensions: z.infer<typeof extension>, name: string): string | undefined {
  const found = extensions?.find(({ url }) => url === `${UK_CORE}${name}`)
  return found?.valueCodeableConcept?.coding?.find(({ code }) => code !== undefined)?.code
}

/**
 * NHS number verification status in England: 04 no match or several, 05 number and details conflict, 07 not present.
 * Such a number is not this child's as far as anybody knows, so it is not taken for it.
 */
const DOUBTED = new Set(['04', '05', '07'])

const sexOf: Readonly<Record<string, string>> = {
  male: 'male',
  female: 'female',
  other: 'indeterminate',
  unknown: 'not-known',
}

const FULL_DATE = /^\d{4}-\d{2}-\d{2}$/
const LOCAL_TIME = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}))?/

/** The one of several that counts: the official name or the home address, else one in use, else the first. */
function current<Entry extends { use?: string | undefined }>(entries: readonly Entry[] = []) {
  const wanted: readonly ((use: string | undefined) => boolean)[] = [
    (use) => use === 'official' || use === 'home',
    (use) => use !== 'old' && use !== 'temp',
    () => true,
  ]
  const index = wanted.map((isWanted) => entries.findIndex(({ use }) => isWanted(use))).find((at) => at >= 0)
  const entry = index === undefined ? undefined : entries[index]
  return entry === undefined ? null : { entry, index }
}

/** What a Patient says of the child, by the paths the form binds its questions to. Dates given in part are left out. */
export function saidByPatient(patient: ReceivedPatient, at: string): Said[] {
  const said: Said[] = []
  const say = (path: string, value: string | number | undefined, where: string) => {
    if (value !== undefined && value !== '') said.push({ path, value, at: `${at}.${where}` })
  }
  const number = patient.identifier?.findIndex(({ system }) => system === NHS_NUMBER) ?? -1
  const identifier = patient.identifier?.[number]
  const status = codeIn(identifier?.extension, 'NHSNumberVerificationStatus')
  if (!DOUBTED.has(status ?? '')) say('child.nhsNumber', identifier?.value, `identifier[${number}].value`)
  const name = current(patient.name)
  say('child.familyName', name?.entry.family, `name[${name?.index}].family`)
  say('child.givenNames', name?.entry.given?.join(' '), `name[${name?.index}].given`)
  say('child.sex', sexOf[patient.gender ?? ''], 'gender')
  if (FULL_DATE.test(patient.birthDate ?? '')) say('child.dateOfBirth', patient.birthDate, 'birthDate')
  const ethnic = patient.extension?.findIndex(({ url }) => url === `${UK_CORE}EthnicCategory`) ?? -1
  say('child.ethnicCategory', codeIn(patient.extension, 'EthnicCategory'), `extension[${ethnic}]`)
  const address = current(patient.address)
  const { line = [], district, city, postalCode } = address?.entry ?? {}
  const lines = [...line, district, city].filter((one) => one !== undefined && one !== '').join('\n')
  say('child.address', lines, `address[${address?.index}]`)
  say('child.postcode', postalCode, `address[${address?.index}].postalCode`)
  say('child.birthOrder', patient.multipleBirthInteger, 'multipleBirthInteger')
  const [, diedOn, diedAt] = LOCAL_TIME.exec(patient.deceasedDateTime ?? '') ?? []
  say('death.dateOfDeath', diedOn, 'deceasedDateTime')
  say('death.timeOfDeath', diedAt, 'deceasedDateTime')
  return said
}
