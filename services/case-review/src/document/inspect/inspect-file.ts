import { type DocumentKind, documentLimits } from '@cdop/domain'
import { FaultFound } from './fault-found.ts'
import type { Inspected } from './inspected.ts'

const startsWith: Readonly<Record<Exclude<DocumentKind, 'eml'>, readonly number[]>> = {
  pdf: [0x25, 0x50, 0x44, 0x46, 0x2d],
  docx: [0x50, 0x4b, 0x03, 0x04],
  xlsx: [0x50, 0x4b, 0x03, 0x04],
  jpg: [0xff, 0xd8, 0xff],
  msg: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
  png: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
}

/**
 * Holds a file to what its name says it is, by its first bytes and by its structure, and to the limits of assurance B11.
 * @throws FaultFound
 */
export async function inspectFile(
  content: Buffer,
  kind: DocumentKind,
  { depth = 0, ...options }: { upright?: boolean; depth?: number } = {},
): Promise<Inspected> {
  if (content.length === 0) throw new FaultFound('empty')
  if (content.length > documentLimits.bytes) throw new FaultFound('too-large')
  // A mail begins with whatever line comes first: it is known by its head.
  // Each looker is loaded for its own kind alone: the memory of a picture decoder is not taken for a letter.
  if (kind === 'eml') return (await import('./inspect-mail.ts')).inspectMail(content, lookAtAttachment, depth)
  if (!startsWith[kind].every((byte, at) => content[at] === byte)) throw new FaultFound('not-what-it-says')
  switch (kind) {
    case 'msg':
      return (await import('./inspect-message.ts')).inspectMessage(content, lookAtAttachment, depth)
    case 'pdf':
      return (await import('./inspect-pdf.ts')).inspectPdf(content)
    case 'docx':
    case 'xlsx':
      return (await import('./inspect-office.ts')).inspectOffice(content, kind)
    case 'jpg':
    case 'png':
      return (await import('./inspect-picture.ts')).inspectPicture(content, kind, options)
  }
}

/** An attachment stays in its mail as it was sent: it is looked at and not made anew. */
const lookAtAttachment = (content: Buffer, kind: DocumentKind, depth: number) =>
  inspectFile(content, kind, { upright: false, depth })
