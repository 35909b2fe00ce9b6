import { NotNeededReason, type PlainDate, type Told, type ToldRecipient } from '@cdop/domain'
import { z } from 'zod'
import type { PostedForm } from '../../page/posted-form.ts'
import { type ReadTyped, readTyped } from '../../typed-form/read-typed.ts'
import { type DateParts, DateTyped, typedDate } from '../../typed-form/typed-date.ts'
import { toldRecipientWords } from '../../wording/case-words.ts'

type TypedTelling = { by: string; on: DateParts }
/** `choice`: told as written above, told otherwise, not needed; nothing yet. */
export type TypedRow = TypedTelling & { choice: string; reason: string; version: string }
/** One person who told several is typed once, above the rows. */
export type TypedTold = { all: TypedTelling; rows: ReadonlyMap<ToldRecipient, TypedRow> }

/** What the form says of these recipients, as typed. */
export function typedTold(form: PostedForm, recipients: readonly ToldRecipient[]): TypedTold {
  const telling = (id: string): TypedTelling => ({
    by: form.text(`${id}-by`),
    on: typedDate(form, `${id}-on`),
  })
  const row = (id: ToldRecipient): TypedRow => ({
    ...telling(id),
    choice: form.text(id),
    reason: form.text(`${id}-reason`),
    version: form.text(`${id}-version`),
  })
  return { all: telling('all'), rows: new Map(recipients.map((recipient) => [recipient, row(recipient)])) }
}

const MOST = 200

/** How messages call somebody: "Enter who told them", "The date they were told". */
type Called = { whom: string; date: string }

const everybody: Called = { whom: 'them', date: 'The date they were told' }
function called(recipient: ToldRecipient): Called {
  const { sentence } = toldRecipientWords[recipient]
  return { whom: sentence, date: `The date ${sentence} was told` }
}

function TellingTyped({ whom, date }: Called, { diedOn, today }: { diedOn: PlainDate; today: PlainDate }) {
  return z.strictObject({
    by: z
      .string()
      .trim()
      .min(1, `Enter who told ${whom}`)
      .max(MOST, `Who told ${whom} must be ${MOST} characters or fewer`),
    on: DateTyped(date, today).refine((on) => on >= diedOn, {
      message: `${date} must be the same as or after the date of death`,
      path: ['day'],
    }),
  })
}

const Version = z
  .string()
  .regex(/^\d{1,4}$/)
  .transform(Number)

/** One recorded line, as case-review takes it. */
export type RecordedTold = { recipient: ToldRecipient; version: number; told: Told }

/**
 * The lines somebody filled in; those without a choice are left as they are.
 * @throws ZodError for a version no form of ours posts
 */
export function readTold(
  { all, rows }: TypedTold,
  bounds: { diedOn: PlainDate; today: PlainDate },
): ReadTyped<RecordedTold[]> {
  const filled = [...rows].filter(([, { choice }]) => choice !== '')
  const [first] = rows.keys()
  if (filled.length === 0) {
    return {
      ok: false,
      errors: [{ text: 'Select what happened for at least one of them', href: `#${first}` }],
    }
  }
  const read = (id: string, who: Called, typed: TypedTelling) =>
    prefixed(id, readTyped(TellingTyped(who, bounds), { by: typed.by, on: typed.on }))
  const shared = filled.some(([, { choice }]) => choice === 'told') ? read('all', everybody, all) : null
  const errors = shared === null || shared.ok ? [] : [...shared.errors]
  const recorded: RecordedTold[] = []
  for (const [recipient, row] of filled) {
    const version = Version.parse(row.version)
    const line = readLine(recipient, row, shared, () => read(recipient, called(recipient), row))
    if (line.ok) recorded.push({ recipient, version, told: line.value })
    else errors.push(...line.errors)
  }
  return errors.length > 0 ? { ok: false, errors } : { ok: true, value: recorded }
}

type Telling = ReadTyped<{ by: string; on: PlainDate }>

function readLine(
  recipient: ToldRecipient,
  { choice, reason }: TypedRow,
  shared: Telling | null,
  otherwise: () => Telling,
): ReadTyped<Told> {
  if (choice === 'not-needed') {
    const read = NotNeededReason.safeParse(reason)
    if (read.success) return { ok: true, value: { outcome: 'not-needed', reason: read.data } }
    const { sentence } = toldRecipientWords[recipient]
    const text = `Select why ${sentence} does not need to be told`
    return { ok: false, errors: [{ text, href: `#${recipient}-reason` }] }
  }
  // What is wrong with the one who told several is said once, above the rows.
  if (choice === 'told') return shared?.ok ? telling(shared) : { ok: false, errors: [] }
  if (choice === 'told-otherwise') return telling(otherwise())
  const { title } = toldRecipientWords[recipient]
  return { ok: false, errors: [{ text: `${title}: select what happened`, href: `#${recipient}` }] }
}

function telling(read: Telling): ReadTyped<Told> {
  return read.ok ? { ok: true, value: { outcome: 'told', ...read.value } } : read
}

function prefixed<Value>(id: string, read: ReadTyped<Value>): ReadTyped<Value> {
  if (read.ok) return read
  return {
    ok: false,
    errors: read.errors.map(({ text, href }) => ({ text, href: `#${id}-${(href ?? '').slice(1)}` })),
  }
}
