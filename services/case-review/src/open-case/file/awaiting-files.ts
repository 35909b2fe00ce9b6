import type { Db } from '@cdop/database'
import { type Person, Refusal } from '@cdop/domain'
import { dropPieces } from '../../document/content.ts'
import type { Parts } from '../../parts.ts'
import { bundleOf, intakeFor } from '../bundle-of.ts'
import { forgetLater } from '../forget-later.ts'
import { findOpenCaseImport } from '../import-store.ts'
import { awaitFiles, type FileRow, filesOf, holdFiles, type OfBundle } from './file-rows.ts'

type Asking = { actor: Person; assertion: string | null; parts: Parts }

/**
 * Files are added, taken away and left out until the bundle is signed off. One at a time, until the end of the transaction.
 * @throws Refusal `import-moved-on`
 */
export async function requireAwaiting(tx: Db, of: OfBundle): Promise<void> {
  await holdFiles(tx, of)
  if ((await findOpenCaseImport(tx, of)) !== null) throw new Refusal('import-moved-on')
}

/**
 * Keeps which files a checked bundle names, the first time one is sent: from then on each has its row here, until the
 * bundle is signed off, cancelled or forgotten.
 * @throws Refusal as intake does
 */
export async function awaitOnce({ actor, assertion, parts }: Asking, of: OfBundle): Promise<void> {
  const kept = await parts.database.transaction(actor, (tx) => filesOf(tx, of))
  if (kept.length > 0) return
  const cases = (await bundleOf(intakeFor({ assertion, parts }), of)).map(({ open }) => open)
  await parts.database.transaction(actor, async (tx) => {
    await requireAwaiting(tx, of)
    await awaitFiles(tx, parts.keys, of, cases)
    await forgetLater(tx, of)
    await parts.audit.record(tx, actor, of.areaId, {
      action: 'open-case-file.await',
      object: { kind: 'import', id: of.importId },
    })
  })
}

/** Destroys content no row names any more. Left behind by a crash, it goes with the sweep. */
export async function destroyContent(
  { documents }: Parts,
  { objectName, pieceName }: Pick<FileRow, 'objectName' | 'pieceName'>,
): Promise<void> {
  if (objectName !== null) await documents.remove(objectName)
  if (pieceName !== null) await dropPieces(documents, { pieceName })
}
