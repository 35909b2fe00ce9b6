import { AreaId } from '@cdop/domain'
import { openPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import { openSession } from '../../session/open-session.ts'
import { portalActor } from '../../session/visitor.ts'
import { areasScreen } from './view.ts'

/** Which area a person who has several works in now. Choosing begins a new session. */
export const areasPage = openPage('/areas', {
  show({ visitor, formFields }, again) {
    if (visitor.kind !== 'choosing' && visitor.kind !== 'person') return new GoTo('/sign-in')
    return areasScreen(formFields, visitor.areas, again?.errors[0])
  },
  async post({ parts, visitor, cookies, requestId }, form) {
    if (visitor.kind !== 'choosing' && visitor.kind !== 'person') return new GoTo('/sign-in')
    const wanted = AreaId.safeParse(form.text('area'))
    const area = visitor.areas.find(({ areaId }) => areaId === wanted.data)
    if (area === undefined) {
      return new Problems([{ text: 'Select the area you want to work in', href: '#area' }])
    }
    const { areaId } = area
    const { personId } = visitor
    const actor = portalActor(areaId, requestId, personId)
    const token = await parts.database.transaction(actor, async (tx) => {
      await parts.audit.record(tx, actor, areaId, {
        action: 'session.enter-area',
        object: { kind: 'area', id: areaId },
      })
      return openSession(tx, parts.clock, { kind: 'person', personId, areaId }, cookies.read('person'))
    })
    cookies.set('person', token)
    return new GoTo('/')
  },
})
