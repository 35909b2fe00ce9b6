import { strToU8, type Zippable, zipSync } from 'fflate'
import { contentXml } from './content-xml.ts'
import { escaped } from './escaped.ts'
import type { OdsWorkbook } from './workbook.ts'

const mimeType = 'application/vnd.oasis.opendocument.spreadsheet'
const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n'
const office = 'urn:oasis:names:tc:opendocument:xmlns:office:1.0'

/**
 * A spreadsheet as an OpenDocument file (ISO/IEC 26300, version 1.3), made to be read by people with and without sight: one
 * table a worksheet under its title, no merged, empty or hidden cell, no formula. The same workbook is the same bytes: the mime
 * type first and stored, every entry of one date, and no date in it but the workbook's own.
 * @throws RangeError for a name a worksheet or table cannot have, a row of another width than its head, an empty cell
 */
export function writeOds(workbook: OdsWorkbook): Uint8Array {
  const parts: Zippable = {
    mimetype: [strToU8(mimeType), { level: 0 }],
    'META-INF/manifest.xml': strToU8(manifestXml),
    'content.xml': strToU8(declaration + contentXml(workbook)),
    'meta.xml': strToU8(declaration + metaXml(workbook)),
    'styles.xml': strToU8(declaration + stylesXml),
  }
  return zipSync(parts, { mtime: '1980-01-01T00:00:00', level: 6 })
}

const manifestXml = `${declaration}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">${[
  ['/', mimeType],
  ['content.xml', 'text/xml'],
  ['meta.xml', 'text/xml'],
  ['styles.xml', 'text/xml'],
]
  .map(([path, type]) => `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="${type}"/>`)
  .join('')}</manifest:manifest>`

const stylesXml = `<office:document-styles xmlns:office="${office}" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.3"><office:styles><style:default-style style:family="table-cell"><style:text-properties fo:font-family="Arial" fo:font-size="12pt" fo:language="en" fo:country="GB"/></style:default-style></office:styles></office:document-styles>`

function metaXml({ title, madeAt }: OdsWorkbook): string {
  return `<office:document-meta xmlns:office="${office}" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" office:version="1.3"><office:meta><dc:title>${escaped(title)}</dc:title><dc:language>en-GB</dc:language><meta:creation-date>${escaped(madeAt)}</meta:creation-date></office:meta></office:document-meta>`
}
