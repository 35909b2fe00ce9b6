import { Refusal } from '@cdop/domain'
import type { IntakeRouter } from '@cdop/intake/api'
import { z } from 'zod'
import { personPage } from '../../page/page-route.ts'
import { GoTo } from '../../page/screen.ts'
import { bundlePart, forgetBundle, postBundle } from '../import-bundle/bundle-part.ts'
import { importIdIn } from './import-id.ts'
import { importScreen } from './view.ts'

/** How far an import has come; what it would add, to confirm or cancel; what came of it. */
export const importPage = personPage('/imports/:importId', {
  permission: 'notification:import',
  async show(visit, again) {
    const importId = importIdIn(visit)
    const { areaId } = visit
    const seen = await visit.call<IntakeRouter>('intake').import.read.query({ areaId, importId })
    return importScreen({
      seen,
      formFields: visit.formFields,
      people: await visit.people(),
      bundle: seen.bundle === null ? null : await bundlePart(visit, seen, importId, again),
    })
  },
  async post(visit, form) {
    const importId = importIdIn(visit)
    const { areaId } = visit
    const intake = visit.call<IntakeRouter>('intake')
    const { key } = form
    const { bundle } = await intake.import.read.query({ areaId, importId })
    const posted = bundle === null ? null : await postBundle(visit, form, importId)
    if (posted !== null) return posted
    if (form.action === 'cancel') {
      await intake.import.cancel.mutate({ areaId, importId, key })
      if (bundle !== null) await forgetBundle(visit, importId)
    } else if (form.action === 'confirm') {
      await intake.import.confirm.mutate({ areaId, importId, key, rows: rowsIn(form.text('rows')) })
    } else throw new Refusal('unreadable')
    return new GoTo(`/imports/${importId}`)
  },
})

/** How many rows the page showed that was confirmed. @throws Refusal `unreadable` for what no form of ours posts */
function rowsIn(typed: string): number {
  if (!/^\d{1,6}$/.test(typed)) throw new Refusal('unreadable')
  return Number(typed)
}

/** A name that is safe inside a header, and that no identifier fits in. */
const FileName = z.string().regex(/^[a-z0-9-]+\.csv$/)

/** A bundle with every sheet and column and no row. It says nothing of any child. */
export const emptyBundlePage = personPage('/imports/new/empty-bundle.zip', {
  permission: 'notification:import',
  async show(visit) {
    const mapping = 'open-cases-own-columns'
    const { zip } = await visit.call<IntakeRouter>('intake').import.emptyBundle.query({ mapping })
    return new Response(Buffer.from(zip, 'base64'), {
      headers: {
        'Content-Type': 'application/zip',
        'Content-Disposition': 'attachment; filename="empty-bundle.zip"',
      },
    })
  },
})

/** What is wrong with a file, as a file. */
export const importErrorsPage = personPage('/imports/:importId/errors.csv', {
  permission: 'notification:import',
  async show(visit) {
    const { fileName, csv } = await visit
      .call<IntakeRouter>('intake')
      .import.faults.query({ areaId: visit.areaId, importId: importIdIn(visit) })
    return new Response(csv, {
      headers: {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': `attachment; filename="${FileName.parse(fileName)}"`,
      },
    })
  },
})
