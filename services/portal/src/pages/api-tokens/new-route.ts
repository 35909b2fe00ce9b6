import { personPage } from '../../page/page-route.ts'
import type { PostedForm } from '../../page/posted-form.ts'
import { Problems } from '../../page/screen.ts'
import { readNewToken } from './form.ts'
import { madeTokenScreen, newTokenScreen } from './new-view.ts'

/** The tokens of posts being answered: each lives as long as its answer is written, and stands in no address. */
const made = new WeakMap<PostedForm, { token: string | null }>()

/** Makes out a token for an organisation and shows it once. */
export const newApiTokenPage = personPage('/api-tokens/new', {
  permission: 'api-token:write',
  show({ formFields }, again) {
    const outcome = again === null ? undefined : made.get(again.form)
    if (outcome !== undefined) return madeTokenScreen(outcome.token)
    const typed = (name: string) => again?.form.text(name) ?? ''
    return newTokenScreen(
      formFields,
      {
        organisation: typed('organisation'),
        odsCode: typed('ods-code'),
        scopes: typed('scopes'),
        months: typed('months'),
      },
      again?.errors ?? [],
    )
  },
  async post({ own, areaId }, form) {
    const read = readNewToken(form)
    if (!read.ok) return new Problems(read.errors)
    made.set(form, await own.apiToken.create({ areaId, key: form.key, ...read.asked }))
    return new Problems([])
  },
})
