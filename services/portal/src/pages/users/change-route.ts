import { Refusal } from '@cdop/domain'
import { personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import type { PersonVisit } from '../../page/visit.ts'
import type { AreaUser } from '../../user/membership-store.ts'
import { readAccess, typedAccess } from './access-fields.ts'
import { changeScreen } from './change-view.ts'

/** @throws Refusal `not-found` for anybody without access to this area */
async function userOf({ own, areaId, param }: PersonVisit): Promise<AreaUser> {
  const users = await own.user.list({ areaId })
  const found = users.find((user) => user.personId === param('personId') && !user.disabled)
  if (found === undefined) throw new Refusal('not-found')
  return found
}

/** What one person may do in this area, and the end of it. */
export const changeUserPage = personPage('/users/:personId', {
  permission: 'user:write',
  async show(visit, again) {
    const user = await userOf(visit)
    const typed = again === null ? { roles: user.roles, agency: user.agency ?? '' } : typedAccess(again.form)
    return changeScreen(visit.formFields, user, typed, again?.errors ?? [])
  },
  async post(visit, form) {
    const { own, areaId } = visit
    const { personId } = await userOf(visit)
    if (form.action === 'end-access') {
      await own.user.disable({ areaId, personId, key: form.key })
      return new GoTo('/users')
    }
    const read = readAccess(form)
    if (!read.ok) return new Problems(read.errors)
    await own.user.setRoles({ areaId, personId, key: form.key, ...read.access })
    return new GoTo('/users')
  },
})
