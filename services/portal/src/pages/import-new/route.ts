import { Refusal } from '@cdop/domain'
import type { IntakeRouter } from '@cdop/intake/api'
import { personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import type { PersonVisit } from '../../page/visit.ts'
import { importNewScreen } from './view.ts'

/** Bytes of a file. A full one of 50,000 notifications is smaller. */
const LARGEST_FILE = 32 * 1024 * 1024
/** Bytes sent on in one call. */
const PIECE = 512 * 1024
/** Milliseconds a call may take when the machine is busy. */
const DEADLINE = 15_000

/** Uploads a file of notifications. Nothing is imported before somebody has seen what it would add. */
export const importNewPage = personPage('/imports/new', {
  permission: 'notification:import',
  largestFile: LARGEST_FILE,
  async show(visit, again) {
    const mappings = await visit.call<IntakeRouter>('intake').import.mappings.query({})
    return importNewScreen({
      formFields: visit.formFields,
      mappings,
      mapping: again?.form.text('mapping') ?? mappings[0]?.id ?? '',
      errors: again?.errors ?? [],
    })
  },
  async post(visit, form) {
    if (form.file === null) {
      return new Problems([{ text: 'Choose a CSV or XLSX file with at least one row', href: '#file' }])
    }
    const { areaId } = visit
    const intake = visit.call<IntakeRouter>('intake', DEADLINE)
    const known = await intake.import.mappings.query({})
    const mapping = known.find(({ id }) => id === form.text('mapping'))
    if (mapping === undefined) {
      return new Problems([{ text: 'Select where the file comes from', href: '#mapping' }])
    }
    const { importId } = await intake.import.begin.mutate({ areaId, key: form.key, mapping: mapping.id })
    await sendFile(visit, importId, form.key, form.file)
    return new GoTo(`/imports/${importId}`)
  },
})

type ImportId = Parameters<ReturnType<typeof intakeOf>['import']['read']['query']>[0]['importId']
const intakeOf = (visit: PersonVisit) => visit.call<IntakeRouter>('intake', DEADLINE)

/** Sends a file on piece by piece. A second click sends the same pieces and finds them there. */
async function sendFile(
  visit: PersonVisit,
  importId: ImportId,
  key: string,
  file: Uint8Array,
): Promise<void> {
  const { areaId } = visit
  const intake = intakeOf(visit)
  const pieces = Math.ceil(file.length / PIECE)
  try {
    for (let piece = 0; piece < pieces; piece += 1) {
      const bytes = Buffer.from(file.subarray(piece * PIECE, (piece + 1) * PIECE)).toString('base64')
      await intake.import.append.mutate({ areaId, importId, piece, bytes })
    }
    await intake.import.finish.mutate({ areaId, importId, key, pieces })
  } catch (thrown) {
    // The first click was quicker: its page shows how far the file has come.
    if (!(thrown instanceof Refusal) || thrown.code !== 'import-moved-on') throw thrown
  }
}
