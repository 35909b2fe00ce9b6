import { z } from 'zod'
import type { Actor, LinkHolder } from './actor.ts'
import type { Role } from './role.ts'

/** Everything that can be done, as `noun:verb`. A procedure names exactly one. */
export const Permission = z.enum([
  'notification:submit',
  'notification:read',
  'notification:accept',
  'notification:import',
  'notification:send',
  'notification:follow',
  'api-token:read',
  'api-token:write',
  'confirmation:record',
  'notification-draft:open',
  'notification-draft:write',
  'registration:load',
  'registration:read',
  'notification:report-in-error',
  'case:trace',
  'told-list:record',
  'duplicate-review:read',
  'duplicate-review:decide',
  'merge:propose',
  'merge:decide',
  'merge:undo',
  'transfer:read',
  'transfer:request',
  'transfer:decide',
  'related:read',
  'related:decide',
  'related:acknowledge',
  'identity:read',
  'identity:screen',
  'identity:search',
  'case:list',
  'case:read',
  'case:close',
  'case:assign',
  'rota:read',
  'rota:write',
  'response:read',
  'response:identify',
  'response:decide',
  'response:follow',
  'organisation:read',
  'organisation:write',
  'information-request:send',
  'information-request:read',
  'information-request:identify',
  'information-request:answer',
  'inbox:read',
  'gap:record',
  'review-meeting:record',
  'hold:record',
  'proceeding:record',
  'life-event:record',
  'national-submission:read',
  'national-submission:send',
  'national-submission:assemble',
  'family:list',
  'family:read',
  'family:record',
  'family:assign',
  'document:file',
  'document:read',
  'family:withhold',
  'family:allow-contact',
  'panel-meeting:arrange',
  'panel-meeting:read',
  'panel-meeting:defer',
  'pack:read',
  'conflict:declare',
  'analysis:read',
  'analysis:draft',
  'analysis:agree',
  'figure:read',
  'release:read',
  'release:build',
  'denominator:load',
  'user:read',
  'user:write',
  'area:read',
  'area:write',
  'event:deliver',
  'event:replay',
  'fact:compare',
  'fact:rebuild',
  'reference:load',
])
export type Permission = z.infer<typeof Permission>

/** Who may do what. One readable table; what is not listed is denied. */
const permissionsOf: Record<Role, readonly Permission[]> = {
  coordinator: [
    'notification:submit',
    'notification:read',
    'notification:accept',
    'confirmation:record',
    'registration:load',
    'registration:read',
    'notification:import',
    'notification:report-in-error',
    'case:trace',
    'told-list:record',
    'duplicate-review:read',
    'duplicate-review:decide',
    'merge:propose',
    'merge:decide',
    'merge:undo',
    'transfer:read',
    'transfer:request',
    'transfer:decide',
    'related:read',
    'related:decide',
    'identity:read',
    'identity:screen',
    'identity:search',
    'case:list',
    'case:read',
    'case:close',
    'case:assign',
    'rota:read',
    'rota:write',
    'response:read',
    'response:identify',
    'response:follow',
    'organisation:read',
    'organisation:write',
    'information-request:send',
    'information-request:read',
    'review-meeting:record',
    'hold:record',
    'proceeding:record',
    'life-event:record',
    'national-submission:read',
    'national-submission:send',
    'family:read',
    'family:record',
    'family:assign',
    'document:file',
    'document:read',
    'family:withhold',
    'family:allow-contact',
    'panel-meeting:arrange',
    'panel-meeting:read',
    'panel-meeting:defer',
    'area:read',
  ],
  'designated-doctor': [
    'rota:read',
    'response:read',
    'response:identify',
    'duplicate-review:read',
    'merge:decide',
    'transfer:read',
    'transfer:decide',
    'related:read',
    'related:decide',
    'related:acknowledge',
    'gap:record',
    'case:read',
    'family:read',
    'family:record',
    'document:read',
    'family:withhold',
    'family:allow-contact',
    'identity:read',
    'area:read',
  ],
  'response-lead': [
    'rota:read',
    'response:read',
    'response:identify',
    'response:decide',
    'response:follow',
    'area:read',
  ],
  'key-worker': ['family:list', 'family:read', 'family:record', 'identity:read', 'area:read'],
  'panel-member': ['panel-meeting:read', 'pack:read', 'conflict:declare', 'area:read'],
  chair: [
    'gap:record',
    'panel-meeting:read',
    'panel-meeting:defer',
    'pack:read',
    'conflict:declare',
    'analysis:read',
    'analysis:draft',
    'analysis:agree',
    'area:read',
  ],
  analyst: ['figure:read', 'release:read', 'release:build', 'denominator:load', 'fact:compare', 'area:read'],
  administrator: ['user:read', 'user:write', 'area:read', 'area:write', 'api-token:read', 'api-token:write'],
}

/** What somebody without an account may do, and only with the one subject their link opens. */
const linkPermissions: Record<LinkHolder['opens'], readonly Permission[]> = {
  'information-request': ['information-request:answer', 'identity:read'],
  inbox: ['inbox:read'],
  'notification-draft': ['notification-draft:write'],
}

/** What an organisation's system may do: notify a death, and ask how far its own notifications have come. */
const organisationPermissions: readonly Permission[] = ['notification:send', 'notification:follow']

/**
 * What a service may do on its own account: bring events, begin a notification for somebody without an account, ask
 * whether a link and its code are good, and have what goes to the national database put together.
 */
const servicePermissions: readonly Permission[] = [
  'event:deliver',
  'information-request:identify',
  'notification-draft:open',
  'national-submission:assemble',
]

/** What the operator's command line may do on its own account. It sees no case. */
const operatorPermissions: readonly Permission[] = [
  'area:write',
  'area:read',
  'user:write',
  'user:read',
  'api-token:write',
  'event:replay',
  'fact:compare',
  'fact:rebuild',
  'denominator:load',
  'reference:load',
]

/** The one decision about roles. Whether *this* object may be seen is decided where the object lives. */
export function mayDo(actor: Actor, permission: Permission): boolean {
  switch (actor.kind) {
    case 'person':
      return actor.roles.some((role) => permissionsOf[role].includes(permission))
    case 'link':
      return linkPermissions[actor.opens].includes(permission)
    case 'organisation':
      return organisationPermissions.includes(permission)
    case 'service':
      return (actor.service === 'cli' ? operatorPermissions : servicePermissions).includes(permission)
  }
}
