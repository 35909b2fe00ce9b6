import { type DocumentKind, type FiledMail, Instant, type KeptTrace, kindByName } from '@cdop/domain'
import type { Headers } from 'mailparser'
import { FaultFound } from './fault-found.ts'
import type { Inspected } from './inspected.ts'
import { type Attached, readMail } from './read-mail.ts'

/** Mails within mails that are followed, and attachments of one. */
const DEEPEST = 3
const MOST_ATTACHMENTS = 100
/** Bytes in which a mail's head must end. */
const LONGEST_HEAD = 256 * 1024

const ENCRYPTED = /^(multipart\/encrypted|application\/(x-)?pkcs7-mime)\b/i
/** Attachments that are no documents and do nothing: signatures, cards, invitations, plain words. */
const HARMLESS = /\.(txt|ics|vcf|asc|sig|p7s)$/i
const PLAIN = /^text\/(plain|html|calendar|x-amp-html)\b/i

type LookInto = (content: Buffer, kind: DocumentKind) => Promise<Inspected>

/**
 * A mail as it was sent (.eml). Each attachment is held to what its name says it is, as a file by itself, and so is each
 * mail inside. Nothing is taken out of it: a mail that was changed is evidence of nothing.
 * @throws FaultFound
 */
export async function inspectMail(content: Buffer, lookInto: LookInto, depth = 0): Promise<Inspected> {
  if (depth > DEEPEST) throw new FaultFound('holds-other-files')
  requireHead(content)
  const kept = new Set<KeptTrace>(['mail-headers'])
  const names: string[] = []
  let count = 0
  const headers = await readMail(content, async (attachment) => {
    count += 1
    if (count > MOST_ATTACHMENTS) throw new FaultFound('too-many-entries')
    const { filename, related } = attachment
    if (filename !== undefined && related !== true) names.push(line(filename, 255))
    for (const trace of await attached(attachment, lookInto, depth)) kept.add(trace)
  })
  const type = headers.get('content-type')
  if (typeof type === 'object' && 'value' in type && ENCRYPTED.test(String(type.value))) {
    throw new FaultFound('password')
  }
  return { content: [content], kept: [...kept].sort(), mail: summaryOf(headers, names) }
}

/** @throws FaultFound unless it begins as a mail does, with who sent it */
function requireHead(content: Buffer): void {
  const text = content.subarray(0, LONGEST_HEAD).toString('latin1')
  const end = /\r?\n\r?\n/.exec(text)
  const head = end === null ? text : text.slice(0, end.index)
  const lines = head.split(/\r?\n/)
  const aHead = lines.every((line, at) => /^[!-9;-~]+[ \t]*:/.test(line) || (at > 0 && /^[ \t]/.test(line)))
  if (head.includes('\0') || !aHead || !/^from[ \t]*:/im.test(head)) throw new FaultFound('not-what-it-says')
  if (!/^(date|message-id)[ \t]*:/im.test(head)) throw new FaultFound('damaged')
}

async function attached(
  { filename = '', contentType, content }: Attached,
  lookInto: LookInto,
  depth: number,
): Promise<readonly KeptTrace[]> {
  if (ENCRYPTED.test(contentType)) throw new FaultFound('password')
  if (contentType === 'message/rfc822' || /\.eml$/i.test(filename)) {
    return (await inspectMail(content, lookInto, depth + 1)).kept
  }
  const kind = kindByName(filename)
  if (kind !== null) {
    const { kept } = await lookInto(content, kind)
    // It stays in the mail as it was sent, whatever a file by itself would have lost.
    return [...kept, kind === 'jpg' || kind === 'png' ? 'embedded-pictures' : 'names-of-authors']
  }
  const drawing = /\.gif$/i.test(filename) && content.subarray(0, 4).toString('latin1') === 'GIF8'
  if (drawing || HARMLESS.test(filename) || (filename === '' && PLAIN.test(contentType))) return []
  throw new FaultFound('holds-other-files')
}

/** Words as they can be shown: one line, no more than so many characters. */
const line = (words: string, most: number) =>
  [
    ...words
      .toWellFormed()
      .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
      .trim(),
  ]
    .slice(0, most / 2)
    .join('')

function summaryOf(headers: Headers, attachments: readonly string[]): FiledMail {
  const subject = headers.get('subject')
  const from = headers.get('from')
  const date = headers.get('date')
  const sent =
    !(date instanceof Date) || Number.isNaN(date.getTime()) ? null : Instant.safeParse(date.toISOString())
  return {
    subject: typeof subject === 'string' ? line(subject, 500) : '',
    from: typeof from === 'object' && 'text' in from ? line(from.text, 500) : '',
    sentAt: sent?.success ? sent.data : null,
    attachments: [...attachments],
  }
}
