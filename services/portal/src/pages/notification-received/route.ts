import { personPage } from '../../page/page-route.ts'
import { tonightContacts } from '../../tonight/tonight-contacts.ts'
import { notificationIdOf } from '../notification/route.ts'
import { notificationReceivedView } from './view.ts'

/** The receipt of a notification. It discloses nothing of it, so it asks no service. */
export const notificationReceivedPage = personPage('/notifications/:notificationId/received', {
  permission: 'notification:submit',
  async show(visit) {
    const contacts = await tonightContacts(visit, visit.areaId)
    return {
      title: 'Notification submitted',
      section: 'Notifications',
      main: notificationReceivedView(notificationIdOf(visit), contacts),
    }
  },
})
