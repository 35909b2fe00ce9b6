import { SaxesParser } from 'saxes'
import { FaultFound } from './fault-found.ts'

/** Fields of Word and functions of Excel that fetch from elsewhere or start a program. */
const FETCHING_FIELD = /\b(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK)\b/i
const FETCHING_FUNCTION = /\b(WEBSERVICE|RTD|REGISTER\.ID|CALL)\s*\(|\|\s*'[^']*'\s*!/i
const FIELD = /<(?:[\w.-]+:)?instrText\b[^<>]*>([^<]*)<|\binstr\s*=\s*(?:"([^"]*)"|'([^']*)')/g
const FORMULA = /<(?:[\w.-]+:)?(?:f|definedName|formula1?2?)\b[^<>]*>([^<]*)</g
const AUTHOR = /\bauthor\s*=\s*["'][^"']|<(?:[\w.-]+:)?author>[^<]/

/**
 * Whether a part can be read by everybody in one way and fetches nothing: UTF-8, no document type, no entities of its own.
 * @throws FaultFound
 */
export function refuseUnsafeXml(part: Buffer): { namesAuthors: boolean } {
  // UTF-16 and others hide from what follows what a reader would see.
  if (part.subarray(0, 4).includes(0) || (part[0] ?? 0) >= 0xfe) throw new FaultFound('damaged')
  const encoding = /^[^>]{0,200}\bencoding\s*=\s*["']([^"']*)/.exec(part.subarray(0, 256).toString('latin1'))
  if (encoding !== null && !/^(utf-8|us-ascii)$/i.test(encoding[1] ?? '')) throw new FaultFound('damaged')
  if (part.includes('<!DOCTYPE') || part.includes('<!ENTITY')) throw new FaultFound('external-content')
  const text = part.toString('latin1')
  if (FETCHING_FIELD.test([...sayings(text, FIELD)].join(''))) throw new FaultFound('external-content')
  for (const formula of sayings(text, FORMULA)) {
    if (FETCHING_FUNCTION.test(formula)) throw new FaultFound('external-content')
  }
  return { namesAuthors: AUTHOR.test(text) }
}

/** What each place of one sort says. A word of a field can be spread over several; a formula stands in one. */
function* sayings(text: string, places: RegExp): Generator<string, void, undefined> {
  for (const match of text.matchAll(places)) {
    const said = match[1] ?? match[2] ?? match[3] ?? ''
    yield said.includes('&') ? decoded(said) : said
  }
}

const decoded = (said: string) =>
  said.replace(/&#(x[\da-f]{1,6}|\d{1,7});/gi, (_, code: string) => {
    const point = code.toLowerCase().startsWith('x') ? Number.parseInt(code.slice(1), 16) : Number(code)
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : ''
  })

/** Bytes of a part that lists others: of 2,000 parts it is a tenth of it. */
const LONGEST_LISTING = 2 * 1024 * 1024

export type XmlElement = { readonly name: string; readonly attributes: ReadonlyMap<string, string> }

/** Every element of a small part, names without their prefix. @throws FaultFound when it is no XML, or not small */
export function elementsOf(part: Buffer): XmlElement[] {
  if (part.length > LONGEST_LISTING) throw new FaultFound('needs-too-much')
  const found: XmlElement[] = []
  const parser = new SaxesParser({ xmlns: true })
  parser.on('opentag', ({ local, attributes }) => {
    found.push({
      name: local,
      attributes: new Map(Object.values(attributes).map((one) => [one.local, one.value])),
    })
  })
  parser.on('error', () => {
    throw new FaultFound('damaged')
  })
  parser.write(part.toString('utf8')).close()
  return found
}
