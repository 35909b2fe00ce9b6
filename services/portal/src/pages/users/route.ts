import { personPage } from '../../page/page-route.ts'
import { usersScreen } from './view.ts'

/** Who may use the service in this area. */
export const usersPage = personPage('/users', {
  permission: 'user:read',
  place: { text: 'Users', says: 'Invite people to your area and set what they may do.' },
  async show({ own, areaId }) {
    return usersScreen(await own.user.list({ areaId }))
  },
})
