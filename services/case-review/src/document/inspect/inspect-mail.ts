import { type FiledMail, Instant, type KeptTrace } from '@cdop/domain'
import type { Headers } from 'mailparser'
import { DEEPEST, ENCRYPTED, type LookInto, line, lookAtAttached, MOST_ATTACHMENTS } from './attached.ts'
import { FaultFound } from './fault-found.ts'
import type { Inspected } from './inspected.ts'
import { readMail } from './read-mail.ts'

/** Bytes in which a mail's head must end. */
const LONGEST_HEAD = 256 * 1024

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
    for (const trace of await lookAtAttached(attachment, lookInto, depth)) kept.add(trace)
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
