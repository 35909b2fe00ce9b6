import { type AreaId, NotificationContent, type NotificationId } from '@cdop/domain'
import { type KeyProvider, subjectCipher } from '@cdop/encryption'
import {
  type Answers,
  type CompiledForm,
  fromQuestionnaireResponse,
  toQuestionnaireResponse,
  unanswered,
} from '@cdop/forms'
import { formOfVersion, type ReadAnswers, readByRules } from './notification-form.ts'

/** Whose answers: they open with this notification's key and as nothing else. */
type Owner = { areaId: AreaId; notificationId: NotificationId; wrapped: Uint8Array }

function cipherOf(keys: KeyProvider, { areaId, notificationId, wrapped }: Owner) {
  return subjectCipher(keys, areaId, notificationId, wrapped)
}

export function sealAnswers(
  keys: KeyProvider,
  owner: Owner,
  { form, answers }: { form: CompiledForm; answers: Answers },
  authored: string,
): Buffer {
  return cipherOf(keys, owner).sealJson(
    'notifications',
    'answers',
    toQuestionnaireResponse(form, answers, { authored }),
  )
}

/** @throws Error, without the content, when the answers were altered or moved from another notification */
export function openAnswers(
  keys: KeyProvider,
  owner: Owner,
  { answers: sealed, formVersion }: { answers: Uint8Array; formVersion: string },
): ReadAnswers {
  const form = formOfVersion(formVersion)
  const answers = fromQuestionnaireResponse(
    form,
    cipherOf(keys, owner).openJson('notifications', 'answers', sealed),
  )
  const content = NotificationContent.parse(readByRules(form, answers))
  return { form, answers, content, unanswered: unanswered(form, answers) }
}
