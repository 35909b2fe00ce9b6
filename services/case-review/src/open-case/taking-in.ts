import type { Db } from '@cdop/database'
import type { AreaId, CaseId, Instant, PersonId, PlainDate } from '@cdop/domain'
import type { SubjectCipher } from '@cdop/encryption'
import type { Parts } from '../parts.ts'

/** A case that begins here with what a bundle says of it: on whose word, when, and under which key. */
export type TakingIn = {
  readonly tx: Db
  readonly parts: Parts
  readonly areaId: AreaId
  readonly caseId: CaseId
  readonly cipher: SubjectCipher
  readonly by: PersonId
  readonly at: Instant
  /** From which day what is open is chased. */
  readonly chaseFrom: PlainDate
}
