import type { Db } from '@cdop/database'
import { AreaId, ImportId } from '@cdop/domain'
import { addJob } from '@cdop/events'
import { z } from 'zod'

/** The job that forgets a bundle whose sign-off did not come to its end. */
export const FORGET_OPEN_CASES = 'forget-open-cases'

export const Forgetting = z.strictObject({ areaId: AreaId, importId: ImportId })

/** A day longer than intake waits for somebody to confirm. */
const LATER_SECONDS = 8 * 86_400

export function forgetLater(tx: Db, { areaId, importId }: z.infer<typeof Forgetting>): Promise<void> {
  const key = `${FORGET_OPEN_CASES}:${importId}`
  return addJob(tx, 'case-review', FORGET_OPEN_CASES, { areaId, importId }, key, { inSeconds: LATER_SECONDS })
}
