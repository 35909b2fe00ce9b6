import { randomUUID } from 'node:crypto'
import { canonicalJson, missingFields, NationalDocument, nationalMappings } from '@cdop/domain'
import { z } from 'zod'
import { hashOf } from './http-national-database.ts'

/** What the stand-in holds under a key. A newer one of the same record and kind supersedes it. */
export type HeldRecord = {
  readonly key: string
  state: 'accepted' | 'superseded' | 'withdrawn'
  readonly contentHash: string | null
  /** Of the acceptance; of the withdrawal where it was withdrawn before it came. */
  readonly receipt: string
  withdrawalReceipt: string | null
  readonly document: NationalDocument | null
}

/** An answer of the stand-in. */
export type Said = { readonly status: number; readonly body: object }

const newReceipt = () => `R-${randomUUID()}`
const no = (status: number, code: string): Said => ({ status, body: { code } })
const rejected = (problems: readonly { field: string; code: string }[]): Said => ({
  status: 422,
  body: { problems: problems.map(({ field, code }) => ({ field, code })) },
})

const Json = z.json()

/** The rules of the stand-in: whole numbers and order of dates, nothing unknown, nothing missing. */
function wrongIn({ mapping, kind, fields }: NationalDocument): { field: string; code: string }[] {
  const known = nationalMappings.find(({ version }) => version === mapping)?.fields[kind]
  if (known === undefined || known.length === 0) return [{ field: 'mapping', code: 'not-known' }]
  const unknown = Object.keys(fields).filter((name) => !known.some(({ field }) => field === name))
  const born = fields['child.dateOfBirth']
  const died = fields['death.dateOfDeath']
  return [
    ...unknown.map((field) => ({ field, code: 'unknown-field' })),
    ...missingFields(known, fields),
    ...(typeof born === 'string' && typeof died === 'string' && born !== 'not-known' && born > died
      ? [{ field: 'death.dateOfDeath', code: 'before-birth' }]
      : []),
  ]
}

/** What a national database does with what it is sent: one content to a key, and nothing under a key withdrawn. */
export function heldRecords() {
  const held = new Map<string, HeldRecord>()
  return {
    list: (): readonly HeldRecord[] => [...held.values()],
    find(key: string): Said {
      const found = held.get(key)
      if (found === undefined) return no(404, 'not-found')
      const { contentHash, receipt } = found
      const state = found.state === 'withdrawn' ? 'withdrawn' : 'accepted'
      return { status: 200, body: { state, contentHash, receipt } }
    },
    /** `found` are problems it was told to find. */
    submit(
      key: string,
      hash: string,
      content: string,
      found: readonly { field: string; code: string }[],
    ): Said {
      if (hashOf(content) !== hash) return no(400, 'hash-wrong')
      const json = Json.safeParse(parsed(content))
      const read = NationalDocument.safeParse(json.data)
      if (!read.success) {
        const fields = read.error.issues.map(({ path }) => path.slice(-1).join('') || 'document')
        return rejected([...new Set(fields)].map((field) => ({ field, code: 'bad-value' })))
      }
      if (canonicalJson(read.data) !== content) return no(400, 'not-canonical')
      const before = held.get(key)
      if (before !== undefined) {
        if (before.state === 'withdrawn') return no(410, 'withdrawn')
        if (before.contentHash !== hash) return no(409, 'differs')
        return { status: 200, body: { receipt: before.receipt } }
      }
      const problems = [...wrongIn(read.data), ...found]
      if (problems.length > 0) return rejected(problems)
      for (const other of held.values()) {
        const { document } = other
        const same = document?.record === read.data.record && document.kind === read.data.kind
        if (same && other.state === 'accepted') other.state = 'superseded'
      }
      const receipt = newReceipt()
      held.set(key, {
        key,
        state: 'accepted',
        contentHash: hash,
        receipt,
        withdrawalReceipt: null,
        document: read.data,
      })
      return { status: 201, body: { receipt } }
    },
    withdraw(key: string): Said {
      const receipt = newReceipt()
      const found = held.get(key) ?? {
        key,
        state: 'withdrawn' as const,
        contentHash: null,
        receipt,
        withdrawalReceipt: null,
        document: null,
      }
      found.state = 'withdrawn'
      found.withdrawalReceipt ??= receipt
      held.set(key, found)
      return { status: 200, body: { receipt: found.withdrawalReceipt } }
    },
  }
}

function parsed(content: string): unknown {
  try {
    return JSON.parse(content)
  } catch {
    return undefined
  }
}
