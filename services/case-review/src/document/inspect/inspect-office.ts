import { type DocumentKind, documentLimits, type KeptTrace } from '@cdop/domain'
import { FaultFound } from './fault-found.ts'
import type { Inspected } from './inspected.ts'
import { letGo } from './let-go.ts'
import { refuseUnsafeRelations } from './office-relations.ts'
import { elementsOf, refuseUnsafeXml } from './office-xml.ts'
import { type Allowance, readZip, requireSound, rewritten, unpack, type ZipEntry } from './zip-archive.ts'

type OfficeKind = Extract<DocumentKind, 'docx' | 'xlsx'>

const OPEN_XML = 'application/vnd.openxmlformats-officedocument'
const mainType: Readonly<Record<OfficeKind, string>> = {
  docx: `${OPEN_XML}.wordprocessingml.document.main+xml`,
  xlsx: `${OPEN_XML}.spreadsheetml.sheet.main+xml`,
}

const MACROS = /macro|vba|attachedtoolbars|keymapcustomizations/i
const OTHERS_INSIDE = /oleobject|activex|ms-office\.activex|controlproperties/i
const FETCHES = /externallink|connections\+xml|querytable/i

/** What the parts of a document may be by their names; anything else is another file inside. */
const ORDINARY = /\.(xml|rels|vml|svg|png|jpe?g|gif|bmp|tiff?|emf|wmf|wdp|webp|psmdcp|odttf|fntdata)$/i
const XML = /\.(xml|rels|vml|svg|psmdcp)$/i
const PICTURE = /\.(png|jpe?g|tiff?|webp|wdp)$/i
const PRINTER_SETTINGS = /\/printersettings\/[^/]*\.bin$/i
/** Word and Excel files inside: the numbers behind a chart. Looked into as the file itself. */
const WITHIN = /\.(docx|xlsx)$/i
const DEEPEST = 2

const CORE = 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties'
const SAYS_NOTHING: readonly { readonly type: RegExp; readonly anew: string }[] = [
  { type: /core-properties\+xml$/, anew: `<cp:coreProperties xmlns:cp="${CORE}"/>` },
  {
    type: /extended-properties\+xml$/,
    anew: '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>',
  },
  {
    type: /custom-properties\+xml$/,
    anew: '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>',
  },
]
const PROLOG = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/**
 * A Word document or Excel workbook: an archive of parts, none of which runs, fetches or hides anything. Its properties
 * (who wrote it, for whom, when) are emptied; the rest is copied as it is.
 * @throws FaultFound
 */
export async function inspectOffice(
  content: Buffer,
  kind: OfficeKind,
  allowance: Allowance = { bytes: documentLimits.unpackedBytes, entries: documentLimits.entries },
  depth = 0,
): Promise<Inspected> {
  if (content.subarray(0, 1024).includes('%PDF-')) throw new FaultFound('not-what-it-says')
  const entries = readZip(content, allowance)
  const types = typesOf(content, entries)
  refuseTypes(types, kind, entries)
  const kept = new Set<KeptTrace>()
  for (const entry of entries) {
    letGo(entry.size)
    for (const trace of await inspectPart(content, entry, allowance, depth)) kept.add(trace)
  }
  return { content: rewritten(content, entries, emptied(types)), kept: [...kept].sort() }
}

/** One part, and what it still says of its maker. @throws FaultFound */
async function inspectPart(
  content: Buffer,
  entry: ZipEntry,
  allowance: Allowance,
  depth: number,
): Promise<readonly KeptTrace[]> {
  const { name } = entry
  if (name.endsWith('/')) {
    if (entry.size > 0) throw new FaultFound('unsafe-names')
    return []
  }
  if (MACROS.test(name)) throw new FaultFound('macros')
  if (OTHERS_INSIDE.test(name)) throw new FaultFound('holds-other-files')
  if (XML.test(name)) {
    const part = unpack(content, entry)
    const { namesAuthors } = refuseUnsafeXml(part)
    if (name.endsWith('.rels')) refuseUnsafeRelations(name, part)
    return namesAuthors ? ['names-of-authors'] : []
  }
  if (WITHIN.test(name) && depth < DEEPEST) return within(unpack(content, entry), entry, allowance, depth)
  if (!ORDINARY.test(name) && !PRINTER_SETTINGS.test(name)) throw new FaultFound('holds-other-files')
  await requireSound(content, entry)
  return PICTURE.test(name) ? ['embedded-pictures'] : []
}

async function within(
  part: Buffer,
  { name }: ZipEntry,
  allowance: Allowance,
  depth: number,
): Promise<readonly KeptTrace[]> {
  const kind = name.toLowerCase().endsWith('.docx') ? 'docx' : 'xlsx'
  await inspectOffice(part, kind, allowance, depth + 1)
  // Its properties stay as they are: it is copied, not opened.
  return ['names-of-authors']
}

type Types = { readonly all: readonly string[]; readonly ofPart: ReadonlyMap<string, string> }

/** What the parts say they are. @throws FaultFound */
function typesOf(content: Buffer, entries: readonly ZipEntry[]): Types {
  const listing = entries.find(({ name }) => name === '[Content_Types].xml')
  if (listing === undefined) throw new FaultFound('not-what-it-says')
  const part = unpack(content, listing)
  refuseUnsafeXml(part)
  const elements = elementsOf(part)
  const all = elements.map(({ attributes }) => attributes.get('ContentType') ?? '')
  const ofPart = new Map(
    elements.flatMap(({ name, attributes }) => {
      const path = attributes.get('PartName')
      return name === 'Override' && path !== undefined
        ? [[path.replace(/^\//, ''), attributes.get('ContentType') ?? ''] as const]
        : []
    }),
  )
  return { all, ofPart }
}

function refuseTypes({ all, ofPart }: Types, kind: OfficeKind, entries: readonly ZipEntry[]): void {
  if (all.some((type) => MACROS.test(type))) throw new FaultFound('macros')
  if (all.some((type) => FETCHES.test(type))) throw new FaultFound('external-content')
  const main = [...ofPart].find(([, type]) => type === mainType[kind])?.[0]
  if (main === undefined) throw new FaultFound('not-what-it-says')
  if (!entries.some(({ name }) => name === main)) throw new FaultFound('damaged')
  if ([...ofPart.values()].some((type) => OTHERS_INSIDE.test(type))) throw new FaultFound('holds-other-files')
}

/** The parts that say who made the document, without what they said. */
function emptied({ ofPart }: Types): ReadonlyMap<string, Buffer> {
  return new Map(
    [...ofPart].flatMap(([name, type]) => {
      const empty = SAYS_NOTHING.find((one) => one.type.test(type))
      return empty === undefined ? [] : [[name, Buffer.from(PROLOG + empty.anew)] as const]
    }),
  )
}
