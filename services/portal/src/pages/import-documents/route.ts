import type { CaseReviewRouter } from '@cdop/case-review/api'
import { personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import type { PersonVisit } from '../../page/visit.ts'
import { importIdIn } from '../import/import-id.ts'
import { readSettling, typedSettling } from './form.ts'
import { sendBundleFiles } from './send-bundle-files.ts'
import { bundleFilesTitle, bundleFilesView } from './view.ts'

/** Milliseconds a large bundle may take to be looked through. */
const DEADLINE = 30_000

const openCasesOf = (visit: PersonVisit) => visit.call<CaseReviewRouter>('case-review', DEADLINE).openCases

/** The documents a bundle of open cases names, and the files for them. */
export const importDocumentsPage = personPage('/imports/:importId/documents', {
  permission: 'notification:import',
  streamsFile: 'several',
  async show(visit, again) {
    const importId = importIdIn(visit)
    const listed = await openCasesOf(visit).listFiles.query({ areaId: visit.areaId, importId })
    return {
      title: bundleFilesTitle,
      section: 'Imports',
      backLink: `/imports/${importId}`,
      main: bundleFilesView({
        ...listed,
        hidden: visit.formFields,
        typed: again === null ? { row: '', reason: '' } : typedSettling(again.form),
        errors: again?.errors ?? [],
      }),
    }
  },
  async post(visit, form) {
    const importId = importIdIn(visit)
    const { areaId } = visit
    if (form.action === 'settle') {
      const read = readSettling(typedSettling(form))
      if (!read.ok) return new Problems(read.errors)
      await openCasesOf(visit).settleFile.mutate({ areaId, importId, key: form.key, ...read.value })
      return new GoTo(`/imports/${importId}/documents`)
    }
    const faults = await sendBundleFiles(visit, { importId, key: form.key }, form.upload)
    return faults.length > 0 ? new Problems(faults) : new GoTo(`/imports/${importId}/documents`)
  },
})
