import { eventProcedures } from '@cdop/events'
import { replayProcedure } from '@cdop/service'
import { createApiToken } from './api-token/create-api-token.ts'
import { listApiTokens } from './api-token/list-api-tokens.ts'
import { revokeApiToken } from './api-token/revoke-api-token.ts'
import { defineArea } from './area/define-area.ts'
import { listAreas } from './area/list-areas.ts'
import { readAreaSettings } from './area/read-area-settings.ts'
import { setAreaTimes } from './area/set-area-times.ts'
import { setTonightContacts } from './area/set-tonight-contacts.ts'
import { listPanelMails } from './panel-invitation/list-panel-mails.ts'
import { requires, router as routerOf } from './rpc.ts'
import { subscriptions } from './subscriptions.ts'
import { disableUser } from './user/disable-user.ts'
import { inviteUser } from './user/invite-user.ts'
import { listUsers } from './user/list-users.ts'
import { setRoles } from './user/set-roles.ts'

export const router = routerOf({
  area: routerOf({
    define: defineArea,
    list: listAreas,
    settings: readAreaSettings,
    setTonightContacts,
    setTimes: setAreaTimes,
  }),
  user: routerOf({ invite: inviteUser, list: listUsers, setRoles, disable: disableUser }),
  apiToken: routerOf({ create: createApiToken, list: listApiTokens, revoke: revokeApiToken }),
  panelMail: routerOf({ list: listPanelMails }),
  event: routerOf({
    ...eventProcedures({ requires }, 'portal', subscriptions),
    replay: replayProcedure({ requires }),
  }),
})

export type PortalRouter = typeof router
