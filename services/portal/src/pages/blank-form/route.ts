import { Refusal } from '@cdop/domain'
import { formInForce, REPORTING_FORM, statutoryForms, supplementaryForm } from '@cdop/forms'
import { blankResponse } from '../../form-copy/blank-response.ts'
import { FormName } from '../../form-copy/form-copy.ts'
import { linkPage, type PageRoute, personPage } from '../../page/page-route.ts'
import { begunReturn } from '../agency-return/begun-return.ts'
import { partsOf } from '../agency-return/sections.ts'

/** A blank form for an agency that cannot fill it in here: in today's version, about no case. */
const blankFormPage = personPage('/blank-forms/:form', {
  permission: 'information-request:read',
  show(visit) {
    const name = FormName.safeParse(visit.param('form'))
    if (!name.success) throw new Refusal('not-found')
    const url = name.data === 'reporting' ? REPORTING_FORM : supplementaryForm(name.data)
    return blankResponse(formInForce(statutoryForms, url, visit.parts.clock.today()))
  },
})

/** The form an agency was asked, blank: in the version and with the stages it was asked in. */
const returnBlankPage = linkPage('/return/blank/:form', {
  async show(visit) {
    const part = partsOf(await begunReturn(visit)).find(({ name }) => name === visit.param('form'))
    if (part === undefined) throw new Refusal('not-found')
    return blankResponse(part.form)
  },
})

export const blankFormPages: readonly PageRoute[] = [blankFormPage, returnBlankPage]
