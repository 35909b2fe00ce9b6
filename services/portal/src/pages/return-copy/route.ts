import { copyResponse } from '../../form-copy/copy-response.ts'
import { askedCopy, formCopy } from '../../form-copy/form-copy.ts'
import { linkPage } from '../../page/page-route.ts'
import { caseReview } from '../agency-return/sections.ts'

/** A reporter's own copy of a form: as far as it has come, or as it was sent. */
export const returnCopyPage = linkPage('/return/copies/:form/:as', {
  async show(visit) {
    const asked = askedCopy(visit.param)
    const sent = await caseReview(visit).reportingForm.copy.query(asked)
    return copyResponse(formCopy(sent), asked.as, visit.parts.clock.now())
  },
})
