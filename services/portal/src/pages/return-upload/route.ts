import { contentHash, type FilledForm, FormFileError, LARGEST_FORM_FILE } from '@cdop/forms'
import { html } from '../../components/html.ts'
import { fileFaultWords } from '../../form-copy/file-fault-words.ts'
import { sha256 } from '../../form-copy/sha256.ts'
import { linkPage } from '../../page/page-route.ts'
import type { PostedForm } from '../../page/posted-form.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import type { LinkVisit } from '../../page/visit.ts'
import { postedVersion, versionField } from '../../statutory-form/posted-version.ts'
import { type BegunReturn, begunReturn } from '../agency-return/begun-return.ts'
import { type FormPart, partsOf, receipt, reportingPath, section } from '../agency-return/sections.ts'
import { differences, type Laid, layBeside } from './form.ts'
import { compareTitle, compareView, keptName, uploadTitle, uploadView } from './view.ts'

/** The file that was chosen, or the one the page carries on; none at first. */
function fileIn(posted: PostedForm): Uint8Array | null {
  if (posted.action !== 'use') return posted.file
  return new TextEncoder().encode(posted.text(keptName))
}

/** Lays the file beside the form it is for; or says in one sentence why it cannot. */
function laidOrFault(visit: LinkVisit, begun: BegunReturn, posted: PostedForm): Laid<FormPart> | string {
  const file = fileIn(posted)
  if (file === null) return 'Choose the file with the filled form'
  try {
    return layBeside(file, partsOf(begun), {
      today: visit.parts.clock.today(),
      // What was asked beside it was asked in one version; the reporting form goes on as it was begun.
      openedAnew: ({ path }) => path === reportingPath,
    })
  } catch (thrown) {
    if (thrown instanceof FormFileError) return fileFaultWords(thrown)
    throw thrown
  }
}

const hashOf = ({ form, answers }: FilledForm) => contentHash({ form, answers }, sha256)

/** A reporter brings a form filled in elsewhere. What is saved is replaced only by somebody who has seen both. */
export const returnUploadPage = linkPage('/return/upload', {
  largestFile: LARGEST_FORM_FILE,
  async show(visit, again) {
    const begun = await begunReturn(visit)
    if (begun.returned) return receipt
    const laid = again === null ? null : laidOrFault(visit, begun, again.form)
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
        kept: carried(fileIn(again.form)),
      }),
    }
  },
  async post(visit, posted) {
    const begun = await begunReturn(visit)
    if (begun.returned) return receipt
    const laid = laidOrFault(visit, begun, posted)
    if (typeof laid === 'string') return new Problems([{ text: laid, href: '#file' }])
    const { open, form, answers, aside } = laid
    const agreed = posted.action === 'use'
    if (hashOf(open) === hashOf(laid) && aside.length === 0) return new GoTo('/return')
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

/** The file in one line, as a field of a form carries it. */
function carried(file: Uint8Array | null): string {
  return JSON.stringify(JSON.parse(new TextDecoder().decode(file ?? new Uint8Array())))
}
