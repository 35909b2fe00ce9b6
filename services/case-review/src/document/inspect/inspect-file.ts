import { type DocumentKind, documentLimits } from '@cdop/domain'
import { FaultFound } from './fault-found.ts'
import { inspectMail } from './inspect-mail.ts'
import { inspectOffice } from './inspect-office.ts'
import { inspectPdf } from './inspect-pdf.ts'
import { inspectPicture } from './inspect-picture.ts'
import type { Inspected } from './inspected.ts'

const startsWith: Readonly<Record<Exclude<DocumentKind, 'eml'>, readonly number[]>> = {
  pdf: [0x25, 0x50, 0x44, 0x46, 0x2d],
  docx: [0x50, 0x4b, 0x03, 0x04],
  xlsx: [0x50, 0x4b, 0x03, 0x04],
  jpg: [0xff, 0xd8, 0xff],
  png: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
}

/**
 * Holds a file to what its name says it is, by its first bytes and by its structure, and to the limits of assurance B11.
 * @throws FaultFound
 */
export async function inspectFile(content: Buffer, kind: DocumentKind): Promise<Inspected> {
  if (content.length === 0) throw new FaultFound('empty')
  if (content.length > documentLimits.bytes) throw new FaultFound('too-large')
  // A mail begins with whatever line comes first: it is known by its head.
  if (kind === 'eml') return inspectMail(content, inspectFile)
  if (!startsWith[kind].every((byte, at) => content[at] === byte)) throw new FaultFound('not-what-it-says')
  switch (kind) {
    case 'pdf':
      return inspectPdf(content)
    case 'docx':
    case 'xlsx':
      return inspectOffice(content, kind)
    case 'jpg':
    case 'png':
      return inspectPicture(content, kind)
  }
}
