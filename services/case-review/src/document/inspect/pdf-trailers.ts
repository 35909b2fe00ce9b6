import { FaultFound } from './fault-found.ts'

/** Tables a file may have: one for each time it was saved. */
const MOST_TABLES = 500
/** Bytes of the longest trailer that is read. */
const LONGEST = 8_192
const SPACE = /[\s\0]/

/**
 * Follows a file's tables from its end back to the first, and reads what each says of the file as a whole.
 * @throws FaultFound when one does not stand where it is said to
 */
export function readTrailers(content: Buffer): { encrypted: boolean } {
  const tail = content.subarray(-1024).toString('latin1')
  const said = /startxref[\s\0]+(\d{1,10})[\s\0]+%%EOF[\s\0]*$/.exec(tail)
  if (said === null) throw new FaultFound('damaged')
  const waiting = [Number(said[1])]
  const seen = new Set<number>()
  let encrypted = false
  let rooted = false
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    // A first table that is saved twice over points at itself as 0 in some files; a loop is no reason to follow it.
    if (seen.has(at)) continue
    seen.add(at)
    if (seen.size > MOST_TABLES) throw new FaultFound('damaged')
    const trailer = trailerAt(content, at)
    encrypted ||= /\/Encrypt\b/.test(trailer)
    rooted ||= /\/Root[\s\0]*\d+[\s\0]+\d+[\s\0]+R/.test(trailer)
    for (const [, , place] of trailer.matchAll(/\/(Prev|XRefStm)[\s\0]*(\d{1,10})/g))
      waiting.push(Number(place))
  }
  if (!rooted) throw new FaultFound('damaged')
  return { encrypted }
}

/** What the table at this place, or the stream that is one, says of the file. @throws FaultFound */
function trailerAt(content: Buffer, place: number): string {
  let at = place
  while (at < content.length && SPACE.test(String.fromCharCode(content[at] ?? 0))) at += 1
  const begins = content.subarray(at, at + 40).toString('latin1')
  if (/^xref[\s\0]/.test(begins)) {
    const trailer = content.indexOf('trailer', at, 'latin1')
    if (trailer < 0) throw new FaultFound('damaged')
    const text = content.subarray(trailer, trailer + LONGEST).toString('latin1')
    const end = text.indexOf('startxref')
    return end < 0 ? text : text.slice(0, end)
  }
  if (!/^\d{1,10}[\s\0]+\d{1,5}[\s\0]+obj/.test(begins)) throw new FaultFound('damaged')
  const text = content.subarray(at, at + LONGEST).toString('latin1')
  const stream = text.indexOf('stream')
  if (stream < 0 || !/\/XRef\b/.test(text.slice(0, stream))) throw new FaultFound('damaged')
  return text.slice(0, stream)
}
