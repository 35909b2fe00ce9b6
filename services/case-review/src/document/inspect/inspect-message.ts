import { endingOf, type FiledMail, type KeptTrace } from '@cdop/domain'
import { DEEPEST, type LookInto, line, lookAtAttached, MOST_ATTACHMENTS } from './attached.ts'
import { compoundFile, type Storage } from './compound-file.ts'
import { decompressedRtf } from './compressed-rtf.ts'
import { FaultFound } from './fault-found.ts'
import type { Inspected } from './inspected.ts'
import { letGo } from './let-go.ts'
import {
  binaryOf,
  codePageOf,
  headOf,
  PROPERTIES,
  type Properties,
  propertiesOf,
} from './message-properties.ts'

/** Properties by their numbers ([MS-OXPROPS]). */
const CLASS = 0x001a
const SUBJECT = 0x0037
const SUBMITTED = 0x0039
const DELIVERED = 0x0e06
const SENDER = { name: 0x0c1a, addresses: [0x5d01, 0x0c1f] }
const ON_BEHALF = { name: 0x0042, addresses: [0x5d02, 0x0065] }
const RTF = 0x1009
const ATTACHED = {
  method: 0x3705,
  data: 0x3701,
  names: [0x3707, 0x3704],
  ending: 0x3703,
  type: 0x370e,
  hidden: 0x7ffe,
}

const EMBEDDED = '__SUBSTG1.0_3701000D'
const NAMES = '__NAMEID_VERSION1.0'
const NAMED = '__SUBSTG1.0_00030102'
/** Named properties that hold a form of somebody's own, with its script ([MS-OXPROPS] 2.147 and following). */
const OF_A_FORM = [0x850f, 0x8513, 0x851b, 0x8541]

/** What is a mail: as it was sent, an invitation, or the word that one came or did not. A contact, say, is none. */
const MAIL = /^(IPM\.Note|IPM\.Schedule\.Meeting\.[\w.]+|REPORT\.IPM\.Note\.\w+)$/i
const SIGNED = /^IPM\.Note\.SMIME\.MultipartSigned$/i
const SEALED = /^IPM\.Note\.(SMIME|Secure)\b/i
/** What in the text of a mail is an object of another program, and what fetches something when it is opened. */
const OBJECT = /\\obj(ect|data|emb|link|autlink|sub|pub|icemb|html|ocx|update|class|name)\b/i
const FETCHES = /\\fldinst\s*\{?\s*(\\[a-z]+-?\d* ?)*(DDEAUTO|DDE|INCLUDE[A-Z]*|IMPORT|LINK)\b/i
/** Bytes its text may unpack to. */
const LONGEST_TEXT = 16 * 1024 * 1024

/** Names a storage of a mail has, and those of its parts ([MS-OXMSG] 2.2). */
const STREAM =
  /^(__substg1\.0_[\dA-F]{8}(-[\dA-F]{8})?|__properties_version1\.0|\p{Cc}(Document)?SummaryInformation)$/iu
const PART = /^(__recip_version1\.0_#[\dA-F]{8}|__attach_version1\.0_#[\dA-F]{8}|__nameid_version1\.0)$/i
const NOTHING = /^(?!)/
const AN_ATTACHMENT = /^__attach_version1\.0_#/i

/**
 * A mail as Outlook keeps it (.msg): a compound file whose properties say that it is a mail. Each attachment is held to what
 * its name says it is, as a file by itself, and so is each mail inside. Objects of other programs, forms with a script, and
 * what is only pointed at are refused. Nothing is taken out of it.
 * @throws FaultFound
 */
export async function inspectMessage(content: Buffer, lookInto: LookInto, depth = 0): Promise<Inspected> {
  const root = compoundFile(content)
  const kept = new Set<KeptTrace>(['mail-headers'])
  const mail = await lookAtMessage(root, { head: headOf.message, depth, lookInto, kept })
  return { content: [content], kept: [...kept].sort(), mail }
}

type Looking = { head: number; depth: number; lookInto: LookInto; kept: Set<KeptTrace> }

async function lookAtMessage(storage: Storage, looking: Looking): Promise<FiledMail> {
  const { head, depth, lookInto, kept } = looking
  if (depth > DEEPEST) throw new FaultFound('holds-other-files')
  if (!storage.streams.has(PROPERTIES)) throw new FaultFound('not-what-it-says')
  const properties = propertiesOf(storage, { head })
  requireMail(properties)
  requireNames(storage, PART)
  for (const [name, part] of storage.storages) if (!AN_ATTACHMENT.test(name)) requireNames(part, NOTHING)
  requireNoForm(storage, properties)
  requirePlainText(storage)
  const attachments = [...storage.storages]
    .filter(([name]) => AN_ATTACHMENT.test(name))
    .sort(([one], [other]) => (one < other ? -1 : 1))
  if (attachments.length > MOST_ATTACHMENTS) throw new FaultFound('too-many-entries')
  const codePage = codePageOf(properties)
  const names: string[] = []
  for (const [, part] of attachments) {
    const said = propertiesOf(part, { head: headOf.part, codePage })
    requireNames(part, /^__substg1\.0_3701000D$/i)
    const filename = nameOf(said)
    if (filename !== '' && !said.flag(ATTACHED.hidden)) names.push(line(filename, 255))
    const method = said.long(ATTACHED.method)
    if (method === 5) {
      const inner = part.storages.get(EMBEDDED)
      if (inner === undefined) throw new FaultFound('damaged')
      await lookAtMessage(inner, { head: headOf.embedded, depth: depth + 1, lookInto, kept })
      continue
    }
    if (method === 6 || part.storages.size > 0) throw new FaultFound('holds-other-files')
    // By reference: it lies somewhere else.
    if (method !== 1) throw new FaultFound(method === null || method === 0 ? 'damaged' : 'external-content')
    const read = binaryOf(part, ATTACHED.data)
    if (read === null) throw new FaultFound('damaged')
    const bytes = read()
    letGo(bytes.length)
    const attached = { filename, contentType: said.text(ATTACHED.type).toLowerCase(), content: bytes }
    for (const trace of await lookAtAttached(attached, lookInto, depth)) kept.add(trace)
  }
  return summaryOf(properties, names)
}

function requireMail(properties: Properties): void {
  const classes = properties.texts(CLASS)
  if (classes.length === 0) throw new FaultFound('not-what-it-says')
  for (const said of classes) {
    if (SIGNED.test(said)) throw new FaultFound('holds-other-files')
    if (SEALED.test(said)) throw new FaultFound('password')
    if (!MAIL.test(said)) throw new FaultFound('not-what-it-says')
  }
}

/** @throws FaultFound `holds-other-files` for anything that is no part of a mail */
function requireNames({ storages, streams }: Storage, parts: RegExp): void {
  const strange =
    [...streams.keys()].some((name) => !STREAM.test(name)) ||
    [...storages.keys()].some((name) => !parts.test(name))
  if (strange) throw new FaultFound('holds-other-files')
}

/** @throws FaultFound `macros` when it brings a form of somebody's own along */
function requireNoForm({ storages }: Storage, { has }: Properties): void {
  const entries = storages.get(NAMES)?.streams.get(NAMED)?.read() ?? Buffer.alloc(0)
  for (let at = 0; at + 8 <= entries.length; at += 8) {
    const byName = (entries.readUInt16LE(at + 4) & 1) === 1
    const id = 0x8000 + entries.readUInt16LE(at + 6)
    if (!byName && OF_A_FORM.includes(entries.readUInt32LE(at)) && has(id)) throw new FaultFound('macros')
  }
}

/** @throws FaultFound when an object of another program stands in its text, or something that fetches one */
function requirePlainText(storage: Storage): void {
  const packed = binaryOf(storage, RTF)
  if (packed === null) return
  const text = decompressedRtf(packed(), LONGEST_TEXT)
  if (OBJECT.test(text)) throw new FaultFound('holds-other-files')
  if (FETCHES.test(text)) throw new FaultFound('external-content')
}

/** What an attachment is called. @throws FaultFound `unsafe-names` when it is called two things */
function nameOf(said: Properties): string {
  const names = ATTACHED.names.flatMap((id) => said.texts(id)).filter((name) => name !== '')
  // A short name has three letters of its ending at most.
  const endings = [...names.map(endingOf), ...said.texts(ATTACHED.ending).map(endingOf)]
    .filter((ending) => ending !== '')
    .map((ending) => ending.slice(0, 3))
  if (new Set(endings).size > 1) throw new FaultFound('unsafe-names')
  return names[0] ?? ''
}

function summaryOf(properties: Properties, attachments: readonly string[]): FiledMail {
  const from = [SENDER, ON_BEHALF]
    .map(({ name, addresses }) => {
      const address = addresses.map((id) => properties.text(id)).find((one) => one.includes('@'))
      const called = properties.text(name)
      return address === undefined || called === address
        ? (address ?? called)
        : `${called} <${address}>`.trim()
    })
    .find((one) => one !== '')
  return {
    subject: line(properties.text(SUBJECT), 500),
    from: line(from ?? '', 500),
    sentAt: properties.time(SUBMITTED) ?? properties.time(DELIVERED),
    attachments: [...attachments],
  }
}
