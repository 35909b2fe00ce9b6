import { strToU8, zipSync } from 'fflate'
import sharp from 'sharp'

/** Small sound files of every kind, for tests. Nothing in them is of a real child. */

/** A PDF of these objects, numbered from 1; the first is its root. `trailer` is added to what it says of itself. */
export function pdfOf(objects: readonly string[], trailer = ''): Buffer {
  let text = '%PDF-1.7\n'
  const places = objects.map((object, at) => {
    const place = text.length
    text += `${at + 1} 0 obj\n${object}\nendobj\n`
    return place
  })
  const table = text.length
  const lines = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${lines}`
  text += `trailer\n<</Size ${objects.length + 1}/Root 1 0 R${trailer}>>\nstartxref\n${table}\n%%EOF\n`
  return Buffer.from(text, 'latin1')
}

const pages = ['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[3 0 R]/Count 1>>']
const onePage = '<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>'

export const soundPdf = (more: readonly string[] = []): Buffer => pdfOf([...pages, onePage, ...more])

const TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types'
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const OPEN_XML = 'application/vnd.openxmlformats-officedocument'

/** The parts of a Word document whose properties name a person. */
export function docxParts(): Record<string, string> {
  return {
    '[Content_Types].xml': `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="${TYPES}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${OPEN_XML}.wordprocessingml.document.main+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`,
    '_rels/.rels': `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml':
      '<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>An invented report.</w:t></w:r></w:p></w:body></w:document>',
    'docProps/core.xml':
      '<?xml version="1.0" encoding="UTF-8"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>Quillfeather Invented</dc:creator></cp:coreProperties>',
  }
}

export function xlsxParts(): Record<string, string> {
  return {
    '[Content_Types].xml': `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="${TYPES}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${OPEN_XML}.spreadsheetml.sheet.main+xml"/></Types>`,
    '_rels/.rels': `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml':
      '<?xml version="1.0" encoding="UTF-8"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheets/></workbook>',
  }
}

export function officeOf(parts: Record<string, string | Uint8Array>): Buffer {
  return Buffer.from(
    zipSync(
      Object.fromEntries(
        Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
      ),
    ),
  )
}

const blank = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#3366aa' }, limitInputPixels: false })

/** A photograph that says where it was taken, and by whom. */
export const photograph = (width = 40, height = 20): Promise<Buffer> =>
  blank(width, height)
    .withExif({ IFD0: { Artist: 'Quillfeather Invented' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()

export const drawing = (width = 40, height = 20): Promise<Buffer> => blank(width, height).png().toBuffer()

/** A mail with these attachments. */
export function mailOf(attachments: Readonly<Record<string, Buffer | string>> = {}): Buffer {
  const parts = Object.entries(attachments).map(([name, content]) => {
    const type = name.endsWith('.eml') ? 'message/rfc822' : 'application/octet-stream'
    const bytes = Buffer.from(content).toString('base64')
    return `--invented\r\nContent-Type: ${type}; name="${name}"\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${bytes}\r\n`
  })
  return Buffer.from(
    `From: Invented Example <invented@agency.example>\r\nTo: office@lds.example\r\nSubject: =?utf-8?q?A_question=0Aof_two_lines?=\r\nDate: Mon, 2 Mar 2026 10:00:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=invented\r\n\r\n--invented\r\nContent-Type: text/plain\r\n\r\nAn invented letter.\r\n${parts.join('')}--invented--\r\n`,
  )
}
