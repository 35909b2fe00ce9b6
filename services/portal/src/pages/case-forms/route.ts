import { mayGather, Refusal, SupplementaryFormKind } from '@cdop/domain'
import { personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import { formWords } from '../../wording/supplementary-form-words.ts'
import { caseIdOf, caseReview, caseScreen, openedCase } from '../case-frame/opened-case.ts'
import { nothingChosen, readAsk, typedAsk } from './form.ts'
import { formsView } from './view.ts'

/** The supplementary forms a case needs, why, and of whom each was asked. */
export const caseFormsPage = personPage('/cases/:caseId/forms', {
  permission: 'information-request:read',
  async show(visit, again) {
    const found = await openedCase(visit)
    const { areaId } = visit
    const today = visit.parts.clock.today()
    const listed = await caseReview(visit).supplementaryForm.list.query({ areaId, caseId: found.caseId })
    const { needed, asked } = listed
    const missing = needed.map(({ kind }) => kind).filter((kind) => !asked.some((one) => one.kind === kind))
    return caseScreen(visit, found, {
      title: 'Supplementary forms',
      current: '/forms',
      main: formsView({
        ...listed,
        hidden: visit.formFields,
        caseId: found.caseId,
        mayAsk:
          visit.mayDo('information-request:send') && mayGather(found.state) && found.confirmation !== null,
        typed: again === null ? { ...nothingChosen, forms: missing } : typedAsk(again.form),
        errors: again?.errors ?? [],
        today,
        kinds: SupplementaryFormKind.options.toSorted((one, other) =>
          formWords(one, today).localeCompare(formWords(other, today), 'en-GB'),
        ),
      }),
    })
  },
  async post(visit, form) {
    if (!visit.mayDo('information-request:send')) throw new Refusal('forbidden')
    const caseId = caseIdOf(visit)
    const read = readAsk(typedAsk(form), visit.parts.clock.today())
    if (!read.ok) return new Problems(read.errors)
    const { areaId } = visit
    await caseReview(visit).supplementaryForm.ask.mutate({ areaId, key: form.key, ...read.value })
    return new GoTo(`/cases/${caseId}/forms`)
  },
})
