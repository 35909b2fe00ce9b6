import { personPage } from '../../page/page-route.ts'
import { notificationIdOf } from '../notification/route.ts'
import { notificationReceivedView } from './view.ts'

/** The receipt of a notification. It discloses nothing, so it asks no service. */
export const notificationReceivedPage = personPage('/notifications/:notificationId/received', {
  permission: 'notification:submit',
  show(visit) {
    return {
      title: 'Notification submitted',
      section: 'Notifications',
      main: notificationReceivedView(notificationIdOf(visit)),
    }
  },
})
