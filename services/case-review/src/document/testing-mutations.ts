import type { DocumentKind } from '@cdop/domain'
import { docxParts, drawing, mailOf, officeOf, photograph, soundPdf, xlsxParts } from './testing-files.ts'
import { messageOf } from './testing-messages.ts'

/** Numbers that look like chance and are the same every time. */
export function numbersFrom(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/** Whole files of every kind, of which the others are mutations. */
export async function wholeFiles(): Promise<readonly (readonly [DocumentKind, Buffer])[]> {
  const docx = officeOf(docxParts())
  return [
    ['pdf', soundPdf(['<</Type/Annot/URI(https://example.org)>>'])],
    ['docx', docx],
    ['xlsx', officeOf(xlsxParts())],
    ['eml', mailOf({ 'note.docx': docx, 'scan.pdf': soundPdf() })],
    ['msg', messageOf({ attachments: { 'note.docx': docx, 'scan.pdf': soundPdf() } })],
    ['jpg', await photograph()],
    ['png', await drawing()],
  ]
}

/** What makes a reader do something, put where it does not belong. */
const hostile = [
  '/JavaScript',
  '/Encrypt 1 0 R',
  '<!DOCTYPE a>',
  'PK\u0005\u0006',
  '../',
  'stream\n',
  '\r\n\r\n',
  '%%EOF',
  '\0',
]

/** One way in which a file is spoilt, or prepared; another file's part may be in it. */
export function mutated(whole: Buffer, other: Buffer, number: (below: number) => number): Buffer {
  const at = number(whole.length)
  const length = 1 + number(64)
  const before = whole.subarray(0, at)
  const after = whole.subarray(Math.min(whole.length, at + length))
  const noise = Buffer.from(Uint8Array.from({ length }, () => number(256)))
  switch (number(8)) {
    case 0: {
      const flipped = Buffer.from(whole)
      flipped[at] = (flipped[at] ?? 0) ^ (1 << number(8))
      return flipped
    }
    case 1:
      return before
    case 2:
      return Buffer.concat([before, after])
    case 3:
      return Buffer.concat([before, noise, after])
    case 4:
      return Buffer.concat([before, whole.subarray(at, at + length), whole.subarray(at)])
    case 5:
      return Buffer.concat([
        before,
        Buffer.from(hostile[number(hostile.length)] ?? '', 'latin1'),
        whole.subarray(at),
      ])
    case 6:
      return Buffer.concat([whole, other])
    default:
      return Buffer.concat([before, other.subarray(number(other.length)), after])
  }
}
