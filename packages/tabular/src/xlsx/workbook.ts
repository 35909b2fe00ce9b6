import { TableRefusal } from '../table-refusal.ts'
import { tellXml } from './read-xml.ts'
import type { Zip } from './zip.ts'

/** Where the sheets and what they refer to stand in the package. */
export type Workbook = Readonly<{
  /** Those that are not hidden, in their order. */
  sheets: readonly Readonly<{ name: string; part: string }>[]
  texts: string | undefined
  styles: string | undefined
  /** Dates are counted from 1904, as old Macintosh files do. */
  from1904: boolean
}>

const smallPart = 4 * 1024 * 1024

/** Finds the sheets that are not hidden. Throws a `TableRefusal` when this is no workbook. */
export async function readWorkbook(zip: Zip): Promise<Workbook> {
  const main = [...(await relationsOf(zip, '_rels/.rels', '')).values()].find(({ type }) =>
    type.endsWith('/officeDocument'),
  )?.target
  if (main === undefined) throw new TableRefusal('not-a-table')
  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  const relations = await relationsOf(zip, `${folder}_rels/${main.slice(folder.length)}.rels`, folder)
  const found: { name: string; id: string }[] = []
  let from1904 = false
  await tellXml(zip.open(main, smallPart), {
    open: (name, attributes) => {
      if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attributes['date1904'] ?? '')
      if (name !== 'sheet' || (attributes['state'] ?? 'visible') !== 'visible') return
      found.push({ name: attributes['name'] ?? '', id: attributes['r:id'] ?? relationId(attributes) })
    },
  })
  const sheets = found.map(({ name, id }) => {
    const sheet = relations.get(id)
    if (sheet === undefined) throw new TableRefusal('not-a-table')
    return { name, part: sheet.target }
  })
  const ofType = (end: string): string | undefined =>
    [...relations.values()].find(({ type }) => type.endsWith(end))?.target
  return { sheets, texts: ofType('/sharedStrings'), styles: ofType('/styles'), from1904 }
}

/** The relation's id, whatever prefix the file gives its namespace. */
function relationId(attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? ''
}

type Relation = Readonly<{ type: string; target: string }>

async function relationsOf(zip: Zip, part: string, folder: string): Promise<Map<string, Relation>> {
  const relations = new Map<string, Relation>()
  if (!zip.has(part)) return relations
  await tellXml(zip.open(part, smallPart), {
    open: (name, attributes) => {
      if (name !== 'Relationship' || attributes['TargetMode'] === 'External') return
      const target = attributes['Target'] ?? ''
      relations.set(attributes['Id'] ?? '', {
        type: attributes['Type'] ?? '',
        target: target.startsWith('/') ? target.slice(1) : withoutDots(`${folder}${target}`),
      })
    },
  })
  return relations
}

function withoutDots(path: string): string {
  const kept: string[] = []
  for (const step of path.split('/')) {
    if (step === '..') kept.pop()
    else if (step !== '.') kept.push(step)
  }
  return kept.join('/')
}
