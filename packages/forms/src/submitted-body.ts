import type { Item } from './compiled-form.ts'

/** What a person typed, by field name, so that the page can be shown again just as they left it. */
export type Typed = Record<string, string | string[]>

/** A posted body sorted into what the form knows and what it does not. */
export interface SubmittedBody {
  /** Known fields only; entries of repeating groups renumbered from 0 without gaps. No prototype. */
  typed: Typed
  /** How many entries each repeating group was posted with. */
  rowCounts: ReadonlyMap<string, number>
  /** Whether a field came that the form does not have. */
  unexpected: boolean
}

const ROW_FIELD = /^([a-z][a-z0-9-]{0,63})\[([0-9]{1,4})\]\.([a-z][a-z0-9-]{0,80})$/

/** The names an item's answer is posted under, apart from its place in a repeating group. */
export function fieldNames(item: Item): string[] {
  if (item.kind === 'note' || item.kind === 'group') return []
  const names =
    item.kind === 'date'
      ? [`${item.linkId}-day`, `${item.linkId}-month`, `${item.linkId}-year`]
      : [item.linkId]
  return item.notKnown && item.kind !== 'choice' ? [...names, `${item.linkId}-not-known`] : names
}

function isPosted(value: unknown): value is string | string[] {
  return (
    typeof value === 'string' || (Array.isArray(value) && value.every((entry) => typeof entry === 'string'))
  )
}

/** Fields the page adds for itself, such as a token, begin with one underscore. */
function isPageOwn(name: string): boolean {
  return /^_[a-z]/.test(name)
}

/** Sorts a decoded form body. Never throws, whatever the body holds, and copies no text. */
export function readBody(items: readonly Item[], body: Record<string, string | string[]>): SubmittedBody {
  const plain = new Set(items.flatMap(fieldNames))
  const inRows = new Map<string, Set<string>>()
  for (const item of items) {
    if (item.kind === 'group') inRows.set(item.linkId, new Set(item.questions.flatMap(fieldNames)))
  }
  const typed: Typed = Object.create(null)
  const rows = new Map<string, Map<number, Array<[string, string | string[]]>>>()
  let unexpected = false
  for (const [name, value] of Object.entries(body)) {
    if (isPageOwn(name)) continue
    const [, group = '', index = '', field = ''] = name.length > 160 ? [] : (ROW_FIELD.exec(name) ?? [])
    if (!isPosted(value)) unexpected = true
    else if (plain.has(name)) typed[name] = value
    else if (inRows.get(group)?.has(field)) {
      const byIndex = rows.get(group) ?? new Map<number, Array<[string, string | string[]]>>()
      const fields = byIndex.get(Number(index)) ?? []
      fields.push([field, value])
      byIndex.set(Number(index), fields)
      rows.set(group, byIndex)
    } else unexpected = true
  }
  const rowCounts = new Map<string, number>()
  for (const [group, byIndex] of rows) {
    const inOrder = [...byIndex.keys()].sort((left, right) => left - right)
    rowCounts.set(group, inOrder.length)
    inOrder.forEach((index, position) => {
      for (const [field, value] of byIndex.get(index) ?? []) typed[`${group}[${position}].${field}`] = value
    })
  }
  return { typed, rowCounts, unexpected }
}
