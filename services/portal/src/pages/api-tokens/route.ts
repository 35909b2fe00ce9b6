import { personPage } from '../../page/page-route.ts'
import { apiTokensScreen } from './view.ts'

/** Whose systems may send notifications to this area. */
export const apiTokensPage = personPage('/api-tokens', {
  permission: 'api-token:read',
  place: { text: 'Access tokens', says: 'Let the systems of hospitals and others send notifications.' },
  async show({ own, areaId, parts }) {
    return apiTokensScreen(await own.apiToken.list({ areaId }), parts.clock.now(), parts.publicUrl)
  },
})
