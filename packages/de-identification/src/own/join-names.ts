import { DAY_WORDS } from '../date/date-words.ts'
import type { Candidate, Entity, Instead } from '../finding.ts'
import type { Reading, Token } from '../reading/read-text.ts'
import { KIN, STAFF_TITLES, TITLES } from '../words/kin-and-titles.ts'
import type { Form } from './form.ts'
import type { Hit } from './hit.ts'
import type { OwnForms } from './own-forms.ts'

const HOUSEHOLD: Entity = { type: 'household', key: 'household' }
const isName = (one: Form) =>
  one.sort === 'given' || one.sort === 'family' || one.sort === 'nickname' || one.sort === 'initials'

/** A hit whose words belong to one person or thing, with all it may be. */
type Joined = { from: number; until: number; hits: readonly Hit[]; entities: readonly Entity[] }

/**
 * Names that stand beside each other and can be of one person are one finding ("Mrs Sarah A. Khan", "KHAN, Sarah"), so
 * that one pseudonym stands for them and no title or initial is left over.
 */
export function joinNames(reading: Reading, hits: readonly Hit[], own: OwnForms): readonly Candidate[] {
  const joined: Joined[] = []
  for (const hit of hits) {
    const last = joined.at(-1)
    const entities = hit.forms.flatMap((one) => (one.instead.type === 'entity' ? [one.instead.entity] : []))
    const both = last === undefined ? [] : shared(last.entities, entities)
    if (last !== undefined && both.length > 0 && mayJoin(reading, last, hit)) {
      joined[joined.length - 1] = { ...last, until: hit.until, hits: [...last.hits, hit], entities: both }
    } else joined.push({ from: hit.from, until: hit.until, hits: [hit], entities })
  }
  return joined.map((one) => candidateOf(reading, one, own))
}

const shared = (some: readonly Entity[], others: readonly Entity[]) =>
  some.filter((one) => others.some((other) => other.key === one.key && other.type === one.type))

function mayJoin(reading: Reading, last: Joined, hit: Hit): boolean {
  const [lastHit] = last.hits
  // No name has more words; without an end a text of nothing but names would take ever longer.
  if (last.hits.length >= 8) return false
  if (!isNameHit(hit) || lastHit === undefined || !isNameHit(lastHit)) return false
  // A doubtful piece joins only what is itself in doubt: a certain name must not carry a chance word along.
  if (hit.certainty !== lastHit.certainty) return false
  const between = reading.tokens.slice(last.until + 1, hit.from)
  const gap = reading.tokens[last.until + 1]?.gap ?? ''
  if (between.length === 0) return /^(,? {0,2}|\. ?|-|,? ?\n)$/.test(gap)
  const [middle] = between
  const initial = between.length === 1 && middle !== undefined && middle.text.length === 1
  return initial && middle.shape === 'capital' && /^ $/.test(gap)
}

const isNameHit = (hit: Hit) => hit.forms.some(isName)

function candidateOf(reading: Reading, joined: Joined, own: OwnForms): Candidate {
  const [first] = joined.hits
  const [form] = first?.forms ?? []
  if (first === undefined || form === undefined) throw new RangeError('a hit without a form')
  const named = isNameHit(first)
  const from = reaching(reading.tokens, joined, form)
  const until = named ? extendedRight(reading.tokens, joined, own) : joined.until
  const title = reading.tokens[from]?.text ?? ''
  const before = reading.tokens[from - 1]?.text ?? ''
  const said = named ? whoseName(joined, title, before) : form.instead
  const certain = joined.hits.some((hit) => hit.certainty === 'certain')
  return {
    start: reading.tokens[from]?.start ?? 0,
    end: reading.tokens[until]?.end ?? 0,
    kind: form.kind,
    certainty: certain ? 'certain' : 'doubtful',
    reason: first.reason,
    own: true,
    instead: said,
    weight: (certain ? 100 : 40) + joined.hits.length,
  }
}

/** Where a finding begins: titles and initials belong to a name, a house number to its street. */
function reaching(tokens: readonly Token[], joined: Joined, form: Form): number {
  if (form.kind === 'address') return withHouseNumber(tokens, joined.from)
  return form.kind.startsWith('name') || form.kind === 'initials' ? extendedLeft(tokens, joined) : joined.from
}

function withHouseNumber(tokens: readonly Token[], from: number): number {
  const [before, first] = [tokens[from - 1], tokens[from]]
  if (before === undefined || first === undefined || !/^,?[ \n]{0,2}$/.test(first.gap)) return from
  const number = /^\d{1,4}[a-z]?$/.test(before.text) || DAY_WORDS.has(before.text)
  return number ? from - 1 : from
}

/** Titles and initials before a name belong to it. */
function extendedLeft(tokens: readonly Token[], joined: Joined): number {
  let from = joined.from
  const letters = new Set(joined.hits.flatMap((hit) => hit.forms.map((one) => one.closed[0])))
  for (let step = 0; step < 3; step += 1) {
    const [before, first] = [tokens[from - 1], tokens[from]]
    if (before === undefined || first === undefined || !/^\.? ?$/.test(first.gap)) break
    const initial = before.text.length === 1 && before.shape === 'capital'
    const letter =
      initial && (!['a', 'i'].includes(before.text) || first.gap.startsWith('.') || letters.has(before.text))
    const title = TITLES.has(before.text) || (STAFF_TITLES.has(before.text) && isShortTitle(before.text))
    if (!letter && !title) break
    from -= 1
  }
  return from
}

const isShortTitle = (text: string) => text.length <= 4 || text === 'nurse' || text === 'professor'

/** "Aliyah K." */
function extendedRight(tokens: readonly Token[], joined: Joined, own: OwnForms): number {
  const next = tokens[joined.until + 1]
  if (next === undefined || next.text.length !== 1 || next.shape !== 'capital' || next.gap !== ' ')
    return joined.until
  const keys = new Set(joined.entities.map((entity) => entity.key))
  const fits = [...own.initials.values()].some((forms) =>
    forms.some(
      (one) =>
        one.closed.endsWith(next.text) && one.instead.type === 'entity' && keys.has(one.instead.entity.key),
    ),
  )
  return fits ? joined.until + 1 : joined.until
}

/** Whose name it is: of several who bear it the one the title or the word of kin before it says, else the family's. */
function whoseName({ hits, entities }: Joined, title: string, before: string): Instead {
  const unique = entities.filter((one, at) => entities.findIndex((other) => other.key === one.key) === at)
  const exact = hits.flatMap((hit) => hit.forms).filter((one) => one.reason === 'as recorded')
  const better = unique.filter((one) =>
    exact.some((form) => form.instead.type === 'entity' && form.instead.entity.key === one.key),
  )
  const among = better.length > 0 ? better : unique
  const [only] = among
  if (only === undefined) throw new RangeError('a name of nobody')
  if (among.length === 1) return { type: 'entity', entity: only }
  const roles = rolesSaid(title, before)
  const said = among.filter((one) => (one.type === 'family' ? roles.has(one.role) : roles.has(one.type)))
  const [one] = said
  if (said.length === 1 && one !== undefined) return { type: 'entity', entity: one }
  const surname = hits.every((hit) => hit.forms.some((form) => form.sort === 'family'))
  if (surname && among.some((entity) => entity.type === 'family'))
    return { type: 'entity', entity: HOUSEHOLD }
  const child = among.find((entity) => entity.type === 'family' && entity.role === 'child')
  return { type: 'entity', entity: child ?? only }
}

const SAID: ReadonlyMap<string, readonly string[]> = new Map([
  ['mrs', ['mother']],
  ['ms', ['mother']],
  ['miss', ['mother']],
  ['mr', ['father']],
  ['dr', ['staff']],
  ['nurse', ['staff']],
  ['pc', ['staff']],
  ['mum', ['mother']],
  ['mother', ['mother']],
  ['dad', ['father']],
  ['father', ['father']],
  ['baby', ['child']],
  ['infant', ['child']],
  ['child', ['child']],
  ['brother', ['sibling']],
  ['sister', ['sibling']],
])

function rolesSaid(title: string, before: string): ReadonlySet<string> {
  const kin = KIN.has(before) ? SAID.get(before) : undefined
  return new Set([...(SAID.get(title) ?? []), ...(kin ?? [])])
}
