import { posix } from 'node:path'
import { FaultFound } from './fault-found.ts'
import { elementsOf } from './office-xml.ts'

/** Where somebody may be led who clicks a link. Nothing is fetched before that. */
const CLICKABLE = /^(https?:|mailto:|tel:|#|[^\\/:?#][^\\:]*$)/i
const HYPERLINK = /\/hyperlink$/
/** A document poured into this one when it is opened. */
const POURED_IN = /\/(afchunk|subdocument)$/i

/**
 * What a part leads to lies in the document, except links somebody has to click.
 * @throws FaultFound
 */
export function refuseUnsafeRelations(name: string, part: Buffer): void {
  // `word/_rels/document.xml.rels` speaks of what lies in `word`.
  const folder = posix.dirname(posix.dirname(name))
  for (const { name: element, attributes } of elementsOf(part)) {
    if (element !== 'Relationship') continue
    const type = attributes.get('Type') ?? ''
    const target = attributes.get('Target') ?? ''
    if (POURED_IN.test(type)) throw new FaultFound('holds-other-files')
    if (attributes.get('TargetMode')?.toLowerCase() === 'external') {
      if (!HYPERLINK.test(type) || !CLICKABLE.test(target.trim())) throw new FaultFound('external-content')
      continue
    }
    if (/^[a-z][a-z\d+.-]*:|^\/\/|\\/i.test(target)) throw new FaultFound('external-content')
    const within = target.startsWith('/') ? target.slice(1) : posix.join(folder, target)
    if (posix.normalize(within).startsWith('..')) throw new FaultFound('unsafe-names')
  }
}
