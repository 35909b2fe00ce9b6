import {
  AgeBand,
  AreaId,
  actorKey,
  CaseId,
  CaseReference,
  CaseState,
  mayDo,
  NextStep,
  PersonId,
  PlainDate,
  requireArea,
} from '@cdop/domain'
import { issuePass } from '@cdop/rpc'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { caveatsOf } from '../caveat/caveat-store.ts'
import { ListedCaveat, withEntries } from '../caveat/list-caveats.ts'
import { isKeptFromFamily } from '../caveat/withhold.ts'
import { MergedInto, standingCase } from '../merge/merge-store.ts'
import { requires } from '../rpc.ts'
import { avoidedDatesOf, KeptAvoidedDate } from './avoided-date-store.ts'
import { seeFamily } from './family-case.ts'
import { stepsOf } from './family-next-steps.ts'
import { FamilyFeedback, feedbackOf } from './feedback-store.ts'
import { KeyWorker, keyWorkersOf } from './key-worker-store.ts'
import { ContactMark, contactMarks, entriesOf } from './member-entries.ts'
import { FamilyMember, membersOf } from './member-store.ts'
import { FamilyPortrait, portraitOf } from './portrait-store.ts'
import { FamilyQuestion, familyQuestionsOf } from './question-store.ts'

const FamilyPage = z.strictObject({
  caseId: CaseId,
  reference: CaseReference,
  state: CaseState,
  ageBand: AgeBand,
  diedOn: PlainDate,
  /** Whose case it is; null while it is nobody's. */
  coordinatorId: PersonId.nullable(),
  /** Where this case stands since it was merged. */
  mergedInto: MergedInto.nullable(),
  keyWorkers: z.array(KeyWorker),
  members: z.array(FamilyMember),
  /** Every time it was recorded that one of them must not be contacted, or may be again. */
  contactMarks: z.array(ContactMark),
  avoidedDates: z.array(KeptAvoidedDate),
  /** Who the child was in the family's words, as it stands, and how many versions there are. */
  portrait: z.strictObject({ portrait: FamilyPortrait.nullable(), version: z.number().int().nonnegative() }),
  questions: z.array(
    FamilyQuestion.extend({
      /** It must not be answered to the family yet: whoever speaks to it reads no answer, nor why there will be none. */
      withheld: z.boolean(),
    }),
  ),
  /** Why answers must not be told yet, or were not to be: for whoever sees the whole case. */
  caveats: z.array(ListedCaveat),
  feedback: z.array(FamilyFeedback),
  nextSteps: z.array(NextStep),
})

/**
 * Opens what is kept of a child's family, with a pass to who the child was when `named` is asked for. For coordinators and
 * designated doctors of the area, and for the family's key worker of today. Audited before it is answered.
 */
export const openFamily = requires('family:read')
  .input(z.strictObject({ areaId: AreaId, caseId: CaseId, named: z.boolean() }))
  .output(z.strictObject({ family: FamilyPage, pass: z.string().nullable() }))
  .query(({ ctx: { actor, parts }, input: { areaId, caseId, named } }) => {
    const person = requirePerson(actor)
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      const { found, classes } = await seeFamily(tx, parts, person, { areaId, caseId })
      const fieldClasses = classes.filter((one) => one === 'family' || (named && one === 'identity'))
      await parts.audit.record(tx, actor, areaId, {
        action: 'family.open',
        object: { kind: 'case', id: caseId },
        fieldClasses,
      })
      const { reference, state, ageBand, diedOn, coordinatorId, caseIds } = found
      const pass = named
        ? await issuePass(parts.keyring, {
            holder: actorKey(person),
            caseIds: [caseId],
            fieldClasses,
            requestId: person.requestId,
          })
        : null
      const caveats = (await caveatsOf(tx, areaId, caseIds)).filter(
        ({ target }) => target.of === 'family-question',
      )
      const wholeCase = mayDo(person, 'case:read')
      const asked = await familyQuestionsOf(tx, parts.keys, areaId, caseIds)
      const questions = asked.map((question) => {
        const { familyQuestionId, answers, leftOpen } = question
        const withheld = isKeptFromFamily(familyQuestionId, caveats)
        const keptBack = withheld && !wholeCase
        return {
          ...question,
          withheld,
          answers: keptBack ? [] : answers,
          leftOpen: keptBack ? null : leftOpen,
        }
      })
      return {
        family: {
          caseId,
          reference,
          state,
          ageBand,
          diedOn,
          coordinatorId,
          mergedInto: found.mergedInto === null ? null : await standingCase(tx, areaId, caseId),
          keyWorkers: await keyWorkersOf(tx, areaId, caseIds),
          members: await membersOf(tx, parts.keys, areaId, caseIds),
          contactMarks: contactMarks(await entriesOf(tx, parts.keys, areaId, caseIds)),
          avoidedDates: await avoidedDatesOf(tx, parts.keys, areaId, caseIds),
          portrait: await portraitOf(tx, parts.keys, areaId, caseIds),
          questions,
          caveats: wholeCase ? await withEntries(tx, parts.keys, areaId, caveats) : [],
          feedback: await feedbackOf(tx, parts.keys, areaId, caseIds),
          nextSteps: await stepsOf(tx, parts, areaId, found, parts.clock.today()),
        },
        pass,
      }
    })
  })
