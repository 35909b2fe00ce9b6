import type { PlainDate } from '@cdop/domain'
import type { Paper } from '@cdop/paper'
import { ageBandWords, placeOfDeathWords } from '../../wording/case-words.ts'
import { gapEffectWords } from '../../wording/gap-words.ts'
import { readable } from '../../wording/in-words.ts'
import { organisationKindWords } from '../../wording/organisation-kind-words.ts'
import { partMark } from '../../wording/part-words.ts'
import { transcribedWords } from '../../wording/transcription-words.ts'
import { writtenCount } from '../../wording/written-count.ts'
import { writtenDate } from '../../wording/written-date.ts'
import { writtenMonth } from '../../wording/written-month.ts'
import { askedHeading, portraitHeading } from '../case-pack/family-opens.ts'
import type { PackNarratives } from '../case-pack/narratives.ts'
import type { Pack } from '../case-pack/pack.ts'
import { packTitle } from '../case-pack/view.ts'

export type PackCopy = {
  readonly pack: Pack
  readonly narratives: PackNarratives
  readonly heldOn: PlainDate
  /** Whose copy it is, and when it was taken: on every page. */
  readonly reader: string
  readonly takenAt: string
}

const CHANGED = 'This changed since the pack was released, and is not shown.'

/** A case as the panel reads it, on paper: the same as its page shows, with the reader's name across every page. */
export function packPaper({ pack, narratives, heldOn, reader, takenAt }: PackCopy): Paper {
  const { noAnswer, returns, withheld } = pack
  const { portrait, questions } = narratives.family
  const wrote = narratives.texts.flatMap(({ organisationKind, label, text }) =>
    organisationKind === null || text === null
      ? []
      : [{ label: `${organisationKindWords[organisationKind]}: ${label}`, text }],
  )
  return {
    title: packTitle,
    reference: pack.reference,
    classification: 'OFFICIAL-SENSITIVE',
    datedOn: heldOn,
    watermark: `${reader}, ${takenAt}`,
    facts: [
      { label: 'Panel meeting', text: writtenDate(heldOn) },
      { label: 'Copy for', text: `${reader}, taken on ${takenAt}` },
      { label: 'Age at death', text: ageBandWords[pack.ageBand] },
      { label: 'Died in', text: writtenMonth(pack.monthOfDeath) },
      { label: 'Sex', text: readable(pack.sex) },
      { label: 'The death was', text: readable(pack.expectedness) },
      { label: 'Place of death', text: placeOfDeathWords(pack.placeOfDeath) },
    ],
    notices: [
      'De-identified, not anonymous: words in square brackets stand in place of names, places and exact dates.',
      `Not to be copied or passed on. To be destroyed by ${writtenDate(narratives.opensUntil)}.`,
      ...(withheld > 0 ? [`Something is withheld, in ${writtenCount(withheld, 'place')}.`] : []),
      ...noAnswer.map(
        ({ organisationKind, effect, part }) =>
          `${part ? 'Only a part of the answer from' : 'No answer from'}: ${organisationKindWords[organisationKind]}. Expected effect: ${gapEffectWords[effect].toLowerCase()}.`,
      ),
    ],
    sections: [
      ...(portrait === null
        ? []
        : [
            {
              title: portraitHeading,
              level: 1 as const,
              rows: [{ label: 'Told by the family', text: portrait }],
            },
          ]),
      ...(questions.length === 0
        ? []
        : [
            {
              title: askedHeading,
              level: 1 as const,
              rows: questions.map(({ text }, at) => ({ label: `Question ${at + 1}`, text })),
            },
          ]),
      {
        title: 'Summary',
        level: 1,
        rows: [{ label: 'Summary for the panel', text: pack.summary ?? CHANGED }],
      },
      ...returns.map(({ organisationKind, answers, transcribed, part }) => ({
        title: organisationKindWords[organisationKind],
        level: 1 as const,
        rows: [
          ...(transcribed === null
            ? []
            : [{ label: 'How it was told', text: transcribedWords(transcribed) }]),
          ...(part ? [{ label: 'How much of it came', text: partMark }] : []),
          ...answers.map(({ label, answer }) => ({ label, text: answer })),
        ],
      })),
      ...(wrote.length === 0 ? [] : [{ title: 'What the agencies wrote', level: 1 as const, rows: wrote }]),
    ],
  }
}
