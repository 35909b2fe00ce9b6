import { documentFaults } from '@cdop/domain'
import { sendFile } from '../../document/send-file.ts'
import { waits } from '../../document/waits.ts'
import { personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import { caseReview, caseScreen, openedCase } from '../case-frame/opened-case.ts'
import { documentOf } from './document-of.ts'
import { filedTo } from './filed-to.ts'
import { readFollowing, readRedaction } from './form.ts'
import { versionsTitle, versionsView } from './versions-view.ts'

/** Whether anything in a version is to be blacked out; a newer version of it, or a redacted copy. */
export const documentVersionsPage = personPage('/cases/:caseId/documents/:documentId/versions', {
  permission: 'document:file',
  streamsFile: true,
  async show(visit, again) {
    const found = await openedCase(visit)
    const { document } = await documentOf(visit)
    return caseScreen(visit, found, {
      title: versionsTitle,
      current: '/documents',
      main: versionsView({
        hidden: visit.formFields,
        document,
        typed: { decision: again?.form.text('decision') ?? '', as: again?.form.text('as') ?? '' },
        errors: again?.errors ?? [],
      }),
    })
  },
  async post(visit, form) {
    const { caseId, document } = await documentOf(visit)
    const { documentId, subject, organisationId } = document
    const list = new GoTo(`/cases/${caseId}/documents`)
    if (form.action === 'decide') {
      const read = readRedaction(form)
      if (!read.ok) return new Problems(read.errors)
      const asked = { areaId: visit.areaId, caseId, documentId, key: form.key, ...read.value }
      await caseReview(visit).document.decideRedaction.mutate(asked)
      return list
    }
    const read = readFollowing(form)
    const upload = form.upload?.name ? form.upload : null
    if (!read.ok || upload === null) {
      const missing = { text: 'Choose a file', href: '#file' }
      return new Problems([...(read.ok ? [] : read.errors), ...(upload === null ? [missing] : [])])
    }
    const follows = { documentId, as: read.value.as }
    const about = {
      caseId: document.caseId,
      key: form.key,
      subject,
      organisationId,
      fileName: upload.name,
      follows,
    }
    const fault = await sendFile(filedTo(visit, about), upload).catch(waits)
    if (fault !== null && fault !== 'waits')
      return new Problems([{ text: documentFaults[fault], href: '#file' }])
    return list
  },
})
