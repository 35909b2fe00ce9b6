import { isStorable, Refusal } from '@cdop/domain'

/** Bytes of a posted form. A full statutory form is under a fifth of it. */
export const LARGEST_FORM = 500_000
/** Fields of a posted form: more than any page has. */
const MOST_FIELDS = 3_000

const FORBIDDEN_NAME = /(^|[.[\]])(__proto__|constructor|prototype)($|[.[\]])/

/** A file that is read as it comes, once. */
export type PostedUpload = {
  /** What it was called, without where it lay. Free text: never a path, an address, a header or a log line. */
  readonly name: string
  /** @throws Refusal `unreadable` when it ends before its end */
  content(): AsyncIterable<Uint8Array>
  /**
   * The next file, on a page that takes several; what was not read of this one is passed over.
   * @throws Refusal `unreadable` where something else than a file follows
   */
  next(): Promise<PostedUpload | null>
  /** Reads what is left of it away, so that whoever sends it hears the answer. */
  readAway(): Promise<void>
}

/** What a form was posted with. */
export type PostedForm = {
  /** What marks this form: a second click, a refresh and a retry carry the same. Empty when it is missing. */
  readonly key: string
  /** Which button was pressed, where a page has several: the `_action` field. */
  readonly action: string
  /** The first value of a field, or nothing. */
  text(name: string): string
  /** Every value of a field: checkboxes. */
  all(name: string): readonly string[]
  /** The file that was sent along, on a page that takes one; nothing when none was chosen. Its name is never read. */
  readonly file: Uint8Array<ArrayBuffer> | null
  /** The file that comes along, on a page that takes it as it comes; nothing where no file was sent. */
  readonly upload: PostedUpload | null
  /** All fields by name, as `parseSubmission` of the forms takes them. No prototype. */
  readonly fields: Record<string, string | string[]>
}

/** @throws Refusal `unreadable` when the text is not UTF-8, percent-encoded as a browser does it */
function decoded(part: string): string {
  let text: string
  try {
    text = decodeURIComponent(part.replaceAll('+', ' '))
  } catch {
    throw new Refusal('unreadable')
  }
  // Browsers send line ends as CR LF; what is stored and counted has one character.
  text = text.replaceAll('\r\n', '\n')
  if (!isStorable(text)) throw new Refusal('unreadable')
  return text
}

/**
 * Reads a form body strictly: what no browser would send is refused, not repaired.
 * @throws Refusal `unreadable` (not UTF-8, NUL, lone surrogate, a name that reaches for a prototype) or `too-large`
 */
export function readForm(
  body: string,
  file: Uint8Array<ArrayBuffer> | null = null,
  upload: PostedUpload | null = null,
): PostedForm {
  const pairs = body === '' ? [] : body.split('&')
  if (pairs.length > MOST_FIELDS) throw new Refusal('too-large')
  const fields: Record<string, string | string[]> = Object.create(null)
  for (const pair of pairs) {
    const at = pair.indexOf('=')
    const name = decoded(at < 0 ? pair : pair.slice(0, at))
    const value = at < 0 ? '' : decoded(pair.slice(at + 1))
    if (FORBIDDEN_NAME.test(name)) throw new Refusal('unreadable')
    const before = fields[name]
    if (before === undefined) fields[name] = value
    else if (Array.isArray(before)) before.push(value)
    else fields[name] = [before, value]
  }
  const all = (name: string): readonly string[] => {
    const found = fields[name]
    return found === undefined ? [] : Array.isArray(found) ? found : [found]
  }
  const text = (name: string) => all(name)[0] ?? ''
  return { key: text('_key'), action: text('_action'), text, all, file, upload, fields }
}
