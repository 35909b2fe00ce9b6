import { LARGEST_FORM_FILE } from '@cdop/forms'
import { html } from '../../components/html.ts'
import { personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import type { PersonVisit } from '../../page/visit.ts'
import { postedVersion, versionField } from '../../statutory-form/posted-version.ts'
import { caseReview, caseScreen } from '../case-frame/opened-case.ts'
import { carried, laidOrFault, saysNothingNew } from '../return-upload/chosen-file.ts'
import { differences } from '../return-upload/form.ts'
import { compareTitle, compareView, uploadTitle, uploadView } from '../return-upload/view.ts'
import { enteredFor } from './entered.ts'

/** What is entered stays in the versions it was begun in. */
const options = (visit: PersonVisit) => ({ today: visit.parts.clock.today(), openedAnew: () => false })

/** A form an agency filled in with another system and sent, taken up on its behalf. */
export const onBehalfUploadPage = personPage('/cases/:caseId/requests/:requestId/on-behalf/upload', {
  permission: 'information-request:send',
  largestFile: LARGEST_FORM_FILE,
  async show(visit, again) {
    const { found, open, forms, path } = await enteredFor(visit)
    if (open === null) return new GoTo(path)
    const laid = again === null ? null : laidOrFault(again.form, forms, options(visit))
    const frame = { current: '/requests', backLink: path } as const
    if (again === null || laid === null || typeof laid === 'string') {
      const titles = forms.map(({ form }) => form.title)
      const model = { hidden: visit.formFields, errors: again?.errors ?? [], titles }
      return caseScreen(visit, found, { ...frame, title: uploadTitle, main: uploadView(model) })
    }
    return caseScreen(visit, found, {
      ...frame,
      title: compareTitle,
      main: compareView({
        hidden: html`${visit.formFields}${versionField(laid.open.version)}`,
        laid,
        differences: differences(laid),
        kept: carried(again.form),
        back: path,
      }),
    })
  },
  async post(visit, posted) {
    const { at, open, forms, path } = await enteredFor(visit)
    if (open === null) return new GoTo(path)
    const laid = laidOrFault(posted, forms, options(visit))
    if (typeof laid === 'string') return new Problems([{ text: laid, href: '#file' }])
    const agreed = posted.action === 'use'
    if (saysNothingNew(laid)) return new GoTo(path)
    const { open: own, form, answers, aside } = laid
    if (!agreed && (Object.keys(own.answers).length > 0 || aside.length > 0)) return new Problems([])
    await caseReview(visit).transcription.save.mutate({
      ...at,
      key: posted.key,
      form: own.name,
      formVersion: form.version,
      version: agreed ? postedVersion(posted) : own.version,
      answers,
    })
    return new GoTo(path)
  },
})
