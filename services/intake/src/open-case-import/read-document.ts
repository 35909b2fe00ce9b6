import {
  bundleDocumentLimits,
  DocumentSubject,
  isStorable,
  matchedName,
  OdsCode,
  type OpenCaseDocument,
  OrganisationKind,
} from '@cdop/domain'
import { type CellReader, needed } from './sheet-reader.ts'

/** Whose a document is; null for the office's own. Undefined when it is not said rightly. */
function readAgency(reader: CellReader): OpenCaseDocument['agency'] | undefined {
  const name = reader.text('agency')
  const ods = reader.text('agency ods code')
  if (name === '') {
    for (const column of ['agency kind', 'agency ods code']) {
      if (reader.text(column) === '') continue
      reader.wrong('agency', 'The agency has no name', 'Write the name of the agency, or empty the cells')
      return undefined
    }
    return null
  }
  const kind = needed(reader, 'agency kind', reader.oneOf('agency kind', OrganisationKind.options))
  const odsCode = OdsCode.safeParse(ods)
  if (ods !== '' && !odsCode.success) {
    reader.wrong('agency ods code', 'This is no ODS code', 'Correct or empty the cell')
  }
  if (name.length > 200) reader.wrong('agency', 'The name is too long', 'Write the name of the agency')
  return kind === null || name.length > 200 ? undefined : { name, kind, odsCode: odsCode.data ?? null }
}

/** Reads the rows of the sheet of documents, each name once: a file is matched to its row by its name alone. */
export function documentReader(): (reader: CellReader) => OpenCaseDocument | null {
  const named = new Set<string>()
  let rows = 0
  return (reader) => {
    rows += 1
    const wrong = (says: string, cure: string) => reader.wrong('file name', says, cure)
    if (rows === bundleDocumentLimits.rows + 1) {
      wrong('The sheet names more than 2,000 documents', 'Bring the cases in with more than one bundle')
    }
    const fileName = needed(reader, 'file name', reader.text('file name') || null)
    const subject = reader.oneOf('kind', DocumentSubject.options) ?? 'other'
    const receivedOn = reader.date('received on')
    const agency = readAgency(reader)
    if (fileName === null) return null
    if (fileName.length > 255 || !isStorable(fileName) || /[\\/\p{Cc}]/u.test(fileName)) {
      wrong(
        'This is no name of a file',
        'Write the name with its ending and without its folder, as letter.pdf',
      )
      return null
    }
    if (named.has(matchedName(fileName))) {
      wrong('Another row names the same file', 'Give each file a name of its own, and its row that name')
      return null
    }
    named.add(matchedName(fileName))
    return agency === undefined ? null : { row: reader.row, fileName, subject, receivedOn, agency }
  }
}
