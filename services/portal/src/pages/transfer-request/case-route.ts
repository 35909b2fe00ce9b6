import { Refusal, requireHandable } from '@cdop/domain'
import type { IntakeRouter } from '@cdop/intake/api'
import { personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import type { PersonVisit } from '../../page/visit.ts'
import { caseIdOf, caseReview, caseScreen, openedCase } from '../case-frame/opened-case.ts'
import { readTransfer, typedTransfer } from './form.ts'
import { transferRequestTitle, transferRequestView } from './view.ts'

const areasOf = (visit: PersonVisit) =>
  visit.call<IntakeRouter>('intake').transfer.areas.query({ areaId: visit.areaId })

/** Asks another area to take over a case, until it is listed for a panel. */
export const caseTransferPage = personPage('/cases/:caseId/transfer', {
  permission: 'transfer:request',
  async show(visit, again) {
    const found = await openedCase(visit)
    const { areaId } = visit
    if (found.offered) {
      const { transfer } = visit.call<IntakeRouter>('intake')
      const { transferId, state } = await transfer.ofCase.query({ areaId, caseId: found.caseId })
      const open = state === 'requested' || state === 'accepted'
      if (transferId !== null && open) return new GoTo(`/transfers/${transferId}`)
    }
    requireHandable(found.state)
    const main = transferRequestView({
      hidden: visit.formFields,
      version: null,
      grounds:
        'The case goes with all that belongs to it: what was asked and answered, holds, dates and clocks. Links that were mailed go on working. Until they have answered nobody else is asked, no hold is recorded and the case is not listed for a panel.',
      areas: await areasOf(visit),
      typed: again ? typedTransfer(again.form) : { area: '', reason: '', plan: '' },
      errors: again?.errors ?? [],
    })
    return caseScreen(visit, found, { title: transferRequestTitle, main, current: '' })
  },
  async post(visit, form) {
    const caseId = caseIdOf(visit)
    const areas = await areasOf(visit)
    const read = readTransfer(
      typedTransfer(form),
      areas.map(({ areaId }) => areaId),
    )
    if (!read.ok) return new Problems(read.errors)
    const { area: toAreaId, reason, plan } = read.value
    try {
      const asked = { areaId: visit.areaId, caseId, toAreaId, reason, plan, key: form.key }
      const { transferId } = await caseReview(visit).case.offer.mutate(asked)
      return new GoTo(`/transfers/${transferId}`)
    } catch (thrown) {
      if (!(thrown instanceof Refusal) || thrown.code !== 'identifiers-in-plan') throw thrown
      return new Problems([{ text: thrown.says, href: '#plan' }])
    }
  },
})
