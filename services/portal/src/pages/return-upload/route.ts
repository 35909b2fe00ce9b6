import { LARGEST_FORM_FILE } from '@cdop/forms'
import { html } from '../../components/html.ts'
import { linkPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import type { LinkVisit } from '../../page/visit.ts'
import { postedVersion, versionField } from '../../statutory-form/posted-version.ts'
import { begunReturn } from '../agency-return/begun-return.ts'
import { type FormPart, partsOf, receipt, reportingPath, section } from '../agency-return/sections.ts'
import { carried, laidOrFault, saysNothingNew } from './chosen-file.ts'
import { differences } from './form.ts'
import { compareTitle, compareView, uploadTitle, uploadView } from './view.ts'

// What was asked beside it was asked in one version; the reporting form goes on as it was begun.
const options = (visit: LinkVisit) => ({
  today: visit.parts.clock.today(),
  openedAnew: ({ path }: FormPart) => path === reportingPath,
})

/** A reporter brings a form filled in elsewhere. What is saved is replaced only by somebody who has seen both. */
export const returnUploadPage = linkPage('/return/upload', {
  largestFile: LARGEST_FORM_FILE,
  async show(visit, again) {
    const begun = await begunReturn(visit)
    if (begun.returned) return receipt
    const laid = again === null ? null : laidOrFault(again.form, partsOf(begun), options(visit))
    const frame = { section, reference: begun.reference, backLink: '/return' }
    if (again === null || laid === null || typeof laid === 'string') {
      return {
        ...frame,
        title: uploadTitle,
        main: uploadView({
          hidden: visit.formFields,
          errors: again?.errors ?? [],
          titles: partsOf(begun).map(({ form }) => form.title),
        }),
      }
    }
    return {
      ...frame,
      title: compareTitle,
      main: compareView({
        hidden: html`${visit.formFields}${versionField(laid.open.version)}`,
        laid,
        differences: differences(laid),
        kept: carried(again.form),
        back: '/return',
      }),
    }
  },
  async post(visit, posted) {
    const begun = await begunReturn(visit)
    if (begun.returned) return receipt
    const laid = laidOrFault(posted, partsOf(begun), options(visit))
    if (typeof laid === 'string') return new Problems([{ text: laid, href: '#file' }])
    const { open, form, answers, aside } = laid
    const agreed = posted.action === 'use'
    if (saysNothingNew(laid)) return new GoTo('/return')
    if (!agreed && (Object.keys(open.answers).length > 0 || aside.length > 0)) return new Problems([])
    await open.save(visit, {
      key: posted.key,
      version: agreed ? postedVersion(posted) : open.version,
      formVersion: form.version,
      answers,
    })
    return new GoTo('/return')
  },
})
