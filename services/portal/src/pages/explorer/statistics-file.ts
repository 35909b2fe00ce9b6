import { writeOds } from '@cdop/paper'
import { csvwMetadata, type StatisticalAnswer, toFingertipsCsv } from '@cdop/statistics'
import { z } from 'zod'
import type { PublishedRelease } from './published.ts'
import { workbookOf } from './release-workbook.ts'

/** What figures can be had as, by the end of the file's name. */
export const FileFormat = z.enum(['csv', 'ods', 'json', 'csv-metadata.json'])
export type FileFormat = z.infer<typeof FileFormat>

const mediaTypes: Readonly<Record<FileFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  json: 'application/json',
  'csv-metadata.json': 'application/csvm+json',
}

/** A file of figures. */
type StatisticsFile = Readonly<{ name: string; mediaType: string; bytes: Uint8Array<ArrayBuffer> }>

/**
 * Answers from one release as a file. Every format says the same, with the release and the questions in it; the same answers are
 * the same bytes.
 * @param of the table's id, or "release" for all of them
 */
export function statisticsFile(
  format: FileFormat,
  of: string,
  release: PublishedRelease,
  answers: readonly StatisticalAnswer[],
): StatisticsFile {
  const name = `child-death-review-${release.reportingYear}-${of.toLowerCase()}-${release.releaseId.slice(0, 8)}`
  return {
    name: `${name}.${format}`,
    mediaType: mediaTypes[format],
    bytes: new Uint8Array(written(format, release, answers, `${name}.csv`)),
  }
}

function written(
  format: FileFormat,
  release: PublishedRelease,
  answers: readonly StatisticalAnswer[],
  csvName: string,
): Uint8Array {
  const text = (words: string) => new TextEncoder().encode(words)
  switch (format) {
    case 'csv':
      return text(toFingertipsCsv(answers))
    case 'csv-metadata.json':
      return text(csvwMetadata(answers, csvName))
    case 'json':
      return text(`${JSON.stringify({ release, answers }, null, 2)}\n`)
    case 'ods':
      return writeOds(workbookOf(release, answers))
  }
}

/** The file an address asks for: "N2.csv", "release.ods"; null for no file there is. */
export function fileAsked(file: string): { of: string; format: FileFormat } | null {
  const at = file.indexOf('.')
  const format = FileFormat.safeParse(file.slice(at + 1))
  return at > 0 && format.success ? { of: file.slice(0, at), format: format.data } : null
}
