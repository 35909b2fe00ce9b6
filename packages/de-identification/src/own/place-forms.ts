import type { KnownAddress, KnownPlace } from '../case-identifiers.ts'
import type { Entity } from '../finding.ts'
import { closed, wordsOf } from '../reading/read-text.ts'
import { isListedWord, isOrdinary } from '../words/ordinary-words.ts'
import { type Form, form, instead, words } from './form.ts'

/** What an institution is, not what it is called. */
const GENERIC = new Set(
  `hospital hospitals infirmary general royal school primary junior infant infants secondary high academy college nursery
  preschool playgroup surgery practice medical centre center health clinic group police station constabulary force hospice
  children childrens womens maternity unit trust nhs foundation district community county university the of and for at
  church ce rc catholic voluntary controlled c e house home care ward council borough city ambulance service services
  day`.split(/\s+/),
)

/** What streets are called, and how that is shortened. */
export const STREET_KINDS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries<readonly string[]>({
    street: ['st', 'str'],
    road: ['rd'],
    avenue: ['ave', 'av'],
    lane: ['ln', 'la'],
    drive: ['dr', 'drv'],
    close: ['cl', 'clo'],
    crescent: ['cres', 'cr', 'cresc'],
    terrace: ['terr', 'ter', 'tce'],
    grove: ['gr', 'gve'],
    gardens: ['gdns', 'gdn'],
    court: ['ct', 'crt'],
    place: ['pl'],
    square: ['sq'],
    way: ['wy'],
    walk: ['wlk'],
    mount: ['mt'],
    view: ['vw'],
    row: [],
    rise: [],
    hill: [],
    green: [],
    park: ['pk'],
    parade: ['pde'],
    mews: [],
    yard: [],
    fold: [],
    garth: [],
    gate: [],
    croft: [],
    approach: ['app'],
    bank: [],
    cottages: ['cotts'],
    estate: ['est'],
    heol: [],
    ffordd: [],
    stryd: [],
    clos: [],
    lon: [],
  }),
)

/** Every way in which a place may be called. */
export function placeForms(place: KnownPlace): readonly Form[] {
  const entity: Entity = { type: 'place', key: place.key, kind: place.kind }
  const base = { kind: 'place' as const, instead: instead(entity) }
  return [place.name, ...place.alsoKnownAs].flatMap((name) => callings(name, base))
}

type Base = Pick<Form, 'kind' | 'instead'>

function callings(name: string, base: Base): readonly Form[] {
  if (/^\p{Lu}[\p{Lu}&.\d]{1,7}$/u.test(name.trim())) {
    return [form(closed(name), { ...base, sort: 'abbreviation', reason: 'as recorded' })]
  }
  const parts = wordsOf(name).filter((part, at) => !(at === 0 && part === 'the'))
  const variants = [parts, swapped(parts), withoutPossessive(parts), parts.filter((part) => part !== 'and')]
  const whole = variants.flatMap((variant) => phrase(variant, base, 'as recorded'))
  const heads = variants.flatMap((variant) =>
    variant.flatMap((_, at) => {
      const kept = variant.slice(0, at + 1)
      const telling = kept.some((part) => !GENERIC.has(part) && part !== 'st' && part !== 'saint')
      return at + 1 < variant.length && telling ? phrase(kept, base, 'part of it') : []
    }),
  )
  const tails = variants.flatMap((variant) =>
    variant
      .filter((part) => part.length >= 4 && !GENERIC.has(part) && !isOrdinary(part))
      .flatMap((part) => phrase([part], base, 'part of it')),
  )
  return [...whole, ...heads, ...tails, ...abbreviations(parts, base)]
}

function phrase(parts: readonly string[], base: Base, reason: Form['reason']): readonly Form[] {
  const text = parts.join('')
  return text.length < 3 ? [] : [form(text, { ...base, sort: 'place', reason, pieces: parts.length })]
}

const swapped = (parts: readonly string[]) =>
  parts.map((part) => (part === 'st' ? 'saint' : part === 'saint' ? 'st' : part))

const withoutPossessive = (parts: readonly string[]) =>
  parts.map((part) =>
    part.length > 4 && part.endsWith('s') && !isListedWord(part) ? part.slice(0, -1) : part,
  )

/** The first letters of its words: all of them, and without the small ones. */
function abbreviations(parts: readonly string[], base: Base): readonly Form[] {
  const small = new Set(['the', 'of', 'and', 'for', 'at', 'in'])
  const letters = [parts, parts.filter((part) => !small.has(part))].map((some) =>
    some.map((part) => part.slice(0, 1)).join(''),
  )
  return [...new Set(letters)]
    .filter((made) => made.length >= 2)
    .map((made) => form(made, { ...base, sort: 'abbreviation', reason: 'known abbreviation' }))
}

/** The lines of an address, with and without the number, with the street shortened; and its postcode. */
export function addressForms(address: KnownAddress): readonly Form[] {
  const base = { kind: 'address' as const, instead: words('address') }
  const lines = address.lines.flatMap((line) => {
    const parts = wordsOf(line)
    const named = parts.filter(
      (part) => !/^\d+[a-z]?$/.test(part) && !['flat', 'no', 'number'].includes(part),
    )
    if (named.length === 0) return []
    const kinds = STREET_KINDS.get(named.at(-1) ?? '')
    const written = [named, ...(kinds ?? []).map((short) => [...named.slice(0, -1), short])]
    const alone = named.filter((part) => part.length >= 4 && !isOrdinary(part) && !STREET_KINDS.has(part))
    return [
      ...written.map((some) =>
        form(some.join(''), { ...base, sort: 'address', reason: 'as recorded', pieces: some.length }),
      ),
      ...(named.length > 1
        ? alone.map((part) => form(part, { ...base, sort: 'address', reason: 'part of it' }))
        : []),
    ]
  })
  return [...lines, ...postcodeForms(address.postcode)]
}

function postcodeForms(postcode: string | null): readonly Form[] {
  const whole = closed(postcode ?? '')
  if (!/^[a-z]{1,2}\d[a-z\d]?\d[a-z]{2}$/.test(whole)) return []
  const base = { kind: 'postcode' as const, instead: words('postcode'), sort: 'code' as const }
  return [
    form(whole, { ...base, reason: 'as recorded', pieces: 2 }),
    form(whole.slice(0, -2), { ...base, reason: 'part of it', pieces: 2 }),
    form(whole.slice(0, -3), { ...base, reason: 'part of it' }),
    form(whole.slice(-3), { ...base, reason: 'part of it' }),
  ]
}
