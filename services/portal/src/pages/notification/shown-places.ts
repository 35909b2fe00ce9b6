import type { PostcodeFound, ResidencyDecision } from '@cdop/domain'
import type { SummarySection } from '@cdop/forms'
import { canBeWhere, type Known, notPlacedWords, placeAuthority, placeRows } from '../postcode-place.ts'
import { authorityName } from '../record-notification/authorities.ts'
import type { ShownPlace } from './place-view.ts'

type Notified = {
  readonly sections: readonly SummarySection[]
  readonly residency: Pick<ResidencyDecision, 'localAuthority'> | null
  readonly postcode: PostcodeFound | null
  readonly alternativePostcode: PostcodeFound | null
}

/** The authority that was notified, as its code. */
function notifiedAuthority(sections: readonly SummarySection[]): string | null {
  const rows = sections.flatMap((section) => section.rows)
  return rows.find(({ linkId }) => linkId === 'local-authority')?.answer ?? null
}

/** A postcode that lies elsewhere than was decided, else than was notified, is said to. */
function disagreement(found: PostcodeFound, { residency, sections }: Notified, known: Known): string | null {
  if (found.outcome !== 'found') return null
  const said = residency === null ? notifiedAuthority(sections) : residency.localAuthority
  if (said === null || canBeWhere(found.place, said, known)) return null
  const says = residency === null ? 'the notification says' : 'it was decided that the child lived in'
  return `The postcode lies in ${placeAuthority(known.areas, found.place)}, but ${says} ${authorityName(known.areas, said)}.`
}

function shown(title: string, found: PostcodeFound, notified: Notified, known: Known): ShownPlace {
  const placed = found.outcome === 'found'
  return {
    title,
    disagreement: disagreement(found, notified, known),
    rows: placed ? placeRows(known.areas, found.place) : [],
    unknown: placed ? null : notPlacedWords(found),
  }
}

/** Where the postcodes of a notification lie, for its page; of the alternative one no agreement is expected. */
export function shownPlaces(notified: Notified, known: Known): readonly ShownPlace[] {
  const { postcode, alternativePostcode } = notified
  return [
    ...(postcode === null ? [] : [shown('Where the postcode lies', postcode, notified, known)]),
    ...(alternativePostcode === null
      ? []
      : [
          {
            ...shown('Where the alternative postcode lies', alternativePostcode, notified, known),
            disagreement: null,
          },
        ]),
  ]
}
