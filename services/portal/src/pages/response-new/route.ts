import type { IntakeRouter } from '@cdop/intake/api'
import { personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import { nowAsTyped } from '../response/decided-when.ts'
import { responsePath } from '../response/view.ts'
import { readBeginning, typedBeginning } from './form.ts'
import { beginResponseView } from './view.ts'

const none = { child: '', whereNow: '', circumstances: '', dateOfBirth: { day: '', month: '', year: '' } }

/** Begins a response for a child who is expected to die. */
export const beginResponsePage = personPage('/responses/new', {
  permission: 'response:follow',
  show: ({ formFields }, again) => ({
    title: 'Begin a response before a death',
    section: 'Joint agency responses',
    backLink: '/responses',
    main: beginResponseView(
      formFields,
      again === null ? { ...nowAsTyped, ...none } : typedBeginning(again.form),
      again?.errors ?? [],
    ),
  }),
  async post(visit, form) {
    const read = readBeginning(form, visit.parts.clock)
    if (!read.ok) return new Problems(read.errors)
    const { response } = visit.call<IntakeRouter>('intake')
    const { areaId } = visit
    const { responseId } = await response.begin.mutate({ areaId, key: form.key, ...read.value })
    return new GoTo(responsePath(responseId))
  },
})
