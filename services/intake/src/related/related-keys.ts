import { addDays, ONE_CLUSTER, ONE_INCIDENT, type PlainDate, type RelatedRecord } from '@cdop/domain'

type Keys = {
  /** By which others find this child. */
  readonly own: readonly string[]
  /** By which others are looked for: the same, and those of days and years nearby. */
  readonly sought: readonly string[]
}

function familyKeys(record: RelatedRecord): readonly string[] {
  const { motherNhsNumber, adults, children, homes, givenName, dateOfBirth } = record
  const child = (name: string | null, born: PlainDate | null) =>
    name === null || born === null ? [] : [`child|${name}|${born}`]
  return [
    ...(motherNhsNumber === null ? [] : [`mother|${motherNhsNumber}`]),
    ...adults.flatMap(({ name, dateOfBirth: born }) => (born === null ? [] : [`adult|${name}|${born}`])),
    ...child(givenName, dateOfBirth),
    ...children.flatMap(({ name, dateOfBirth: born }) => child(name, born)),
    ...homes.map((home) => `home|${home}`),
  ]
}

function incidentKeys({ places, kindsOfDeath }: RelatedRecord, on: PlainDate): readonly string[] {
  return kindsOfDeath.length === 0 ? [] : places.map(({ place }) => `incident|${place}|${on}`)
}

function clusterKeys(record: RelatedRecord, year: string): readonly string[] {
  const { neighbourhoods, schools, places, kindsOfDeath } = record
  const near = [
    ...neighbourhoods.map((sector) => `near|${sector}`),
    ...schools.map((school) => `school|${school}`),
    ...places.flatMap(({ place, kind }) => (kind === 'elsewhere' ? [`place|${place}`] : [])),
  ]
  return kindsOfDeath.flatMap((kind) => near.map((where) => `cluster|${where}|${kind}|${year}`))
}

const yearOf = (date: PlainDate) => date.slice(0, 4)

/**
 * The values one of which two records share that the rule may call related. Identifying: only keyed hashes of them are
 * stored. Whatever else they bring in, the rule decides.
 */
export function relatedKeysOf(record: RelatedRecord): Keys {
  const { dateOfDeath: died } = record
  const family = familyKeys(record)
  const days = Array.from({ length: 2 * ONE_INCIDENT + 1 }, (_, at) => addDays(died, at - ONE_INCIDENT))
  const years = new Set([-ONE_CLUSTER, 0, ONE_CLUSTER].map((days) => yearOf(addDays(died, days))))
  return {
    own: [...family, ...incidentKeys(record, died), ...clusterKeys(record, yearOf(died))],
    sought: [
      ...family,
      ...days.flatMap((day) => incidentKeys(record, day)),
      ...[...years].flatMap((year) => clusterKeys(record, year)),
    ],
  }
}
