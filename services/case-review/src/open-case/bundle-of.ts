import type { AreaId, ImportId, OpenCase, PlainDate } from '@cdop/domain'
import { Refusal } from '@cdop/domain'
import type { IntakeRouter } from '@cdop/intake/api'
import type { Parts } from '../parts.ts'

/** A case of a bundle, and when the child died. */
export type BundledCase = { diedOn: PlainDate; open: OpenCase }

/** Milliseconds one page of a bundle may take on a busy machine. */
const DEADLINE = 15_000

/** Intake on the authority of the person who asks. @throws Refusal `forbidden` without one */
export function intakeFor({ assertion, parts }: { assertion: string | null; parts: Parts }) {
  if (assertion === null) throw new Refusal('forbidden')
  return parts.call<IntakeRouter>('intake', { kind: 'assertion', assertion }, DEADLINE)
}

/** What a checked bundle says of its cases, fetched from intake page by page. @throws Refusal as intake does */
export async function bundleOf(
  intake: ReturnType<typeof intakeFor>,
  { areaId, importId }: { areaId: AreaId; importId: ImportId },
): Promise<BundledCase[]> {
  const found: BundledCase[] = []
  for (;;) {
    const after = found.at(-1)?.open.row ?? 0
    const { cases, last } = await intake.import.openCases.query({ areaId, importId, after })
    found.push(...cases.map(({ diedOn, open }) => ({ diedOn, open })))
    if (last) return found
  }
}
