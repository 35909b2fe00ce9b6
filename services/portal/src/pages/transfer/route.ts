import { Refusal, TransferId } from '@cdop/domain'
import type { IntakeRouter } from '@cdop/intake/api'
import { personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import type { PersonVisit, Visit } from '../../page/visit.ts'
import { versionIn } from '../notification/version-in.ts'
import { authorityName } from '../record-notification/authorities.ts'
import { transfersTitle } from '../transfers/view.ts'
import { actionIn, readDecline } from './form.ts'
import { transferTitles, transferView } from './view.ts'

function transferIdOf(visit: Pick<Visit, 'param'>): TransferId {
  const read = TransferId.safeParse(visit.param('transferId'))
  if (!read.success) throw new Refusal('not-found')
  return read.data
}

/** What an authority is called: by this area's own list, then by the area it belongs to. */
async function authorityOf(visit: PersonVisit, code: string): Promise<string> {
  const { transfer } = visit.call<IntakeRouter>('intake')
  const [own, others] = await Promise.all([
    visit.own.area.list(),
    transfer.areas.query({ areaId: visit.areaId }),
  ])
  const elsewhere = others.flatMap(({ authorities }) => authorities).find((held) => held.code === code)
  return elsewhere?.name ?? authorityName(own, code)
}

/** One transfer: what is decided by, where it stands; accept, decline, recall; afterwards what is left of the record. */
export const transferPage = personPage('/transfers/:transferId', {
  permission: 'transfer:read',
  async show(visit, again) {
    const { transfer } = visit.call<IntakeRouter>('intake')
    const found = await transfer.read.query({ areaId: visit.areaId, transferId: transferIdOf(visit) })
    return {
      title: transferTitles[found.side],
      section: transfersTitle,
      backLink: '/transfers',
      main: transferView({
        hidden: visit.formFields,
        transfer: found,
        authority: await authorityOf(visit, found.localAuthority),
        mayDecide: visit.mayDo('transfer:decide'),
        mayRecall: visit.mayDo('transfer:request'),
        mayRead: visit.mayDo('notification:read'),
        typedReason: again?.form.text('reason') ?? '',
        errors: again?.errors ?? [],
      }),
    }
  },
  async post(visit, form) {
    const action = actionIn(form)
    const transferId = transferIdOf(visit)
    const asked = { areaId: visit.areaId, transferId, key: form.key, version: versionIn(form) }
    const { transfer } = visit.call<IntakeRouter>('intake')
    if (!visit.mayDo(action === 'recall' ? 'transfer:request' : 'transfer:decide')) {
      throw new Refusal('forbidden')
    }
    if (action === 'accept') await transfer.accept.mutate(asked)
    if (action === 'recall') await transfer.recall.mutate(asked)
    if (action === 'decline') {
      const read = readDecline(form)
      if (!read.ok) return new Problems(read.errors)
      await transfer.decline.mutate({ ...asked, ...read.value })
    }
    return new GoTo(`/transfers/${transferId}`)
  },
})
