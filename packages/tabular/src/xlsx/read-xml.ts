import { setImmediate } from 'node:timers/promises'
import { SaxesParser } from 'saxes'
import { TableRefusal } from '../table-refusal.ts'

/** What a part's reader is told, in the order of the file. Names come without their namespace's prefix. */
export type XmlEvents = Readonly<{
  open?: (name: string, attributes: Readonly<Record<string, string>>) => void
  text?: (text: string) => void
  close?: (name: string) => void
}>

/**
 * Reads XML piece by piece and yields after each piece, when the events of that piece have been told. No document type
 * is accepted, so nothing can define an entity. Other work of the process gets its turn between pieces.
 */
export async function* readXml(pieces: Iterable<Uint8Array>, events: XmlEvents): AsyncGenerator<void> {
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false })
  parser.on('doctype', () => {
    throw new TableRefusal('damaged')
  })
  parser.on('error', () => {
    throw new TableRefusal('damaged')
  })
  parser.on('opentag', ({ name, attributes }) => events.open?.(localName(name), attributes))
  parser.on('text', (text) => events.text?.(text))
  parser.on('cdata', (text) => events.text?.(text))
  parser.on('closetag', ({ name }) => events.close?.(localName(name)))
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let sinceTurn = 0
  for (const piece of pieces) {
    parser.write(decoded(() => decoder.decode(piece, { stream: true })))
    yield
    sinceTurn += piece.length
    if (sinceTurn < turnBytes) continue
    sinceTurn = 0
    await setImmediate()
  }
  parser.write(decoded(() => decoder.decode())).close()
  yield
}

const turnBytes = 256 * 1024

function localName(name: string): string {
  const colon = name.indexOf(':')
  return colon === -1 ? name : name.slice(colon + 1)
}

function decoded(decode: () => string): string {
  try {
    return decode()
  } catch {
    throw new TableRefusal('damaged')
  }
}

/** Reads a whole small part. */
export async function tellXml(pieces: Iterable<Uint8Array>, events: XmlEvents): Promise<void> {
  for await (const _ of readXml(pieces, events));
}
