import { type Instant, londonDate, PlainDate } from '@cdop/domain'
import { contentHash, summary } from '@cdop/forms'
import type { Paper } from '@cdop/paper'
import { writtenTime } from '../layout/written-time.ts'
import { partMark } from '../wording/part-words.ts'
import { transcribedWords } from '../wording/transcription-words.ts'
import { writtenCount } from '../wording/written-count.ts'
import { writtenDate } from '../wording/written-date.ts'
import type { FormCopy } from './form-copy.ts'
import { sha256 } from './sha256.ts'

/** The form on paper. What was returned is dated by its return, so that it is the same document whoever asks for it. */
export function copyPaper(copy: FormCopy, now: Instant): Paper {
  const { form, answers, withheld, returned, organisationName, reference } = copy
  const at = returned?.at ?? now
  return {
    title: form.title,
    reference: `Case reference ${reference}`,
    classification: 'OFFICIAL-SENSITIVE',
    datedOn: londonDate(at),
    facts: [
      { label: 'Case reference', text: reference },
      { label: 'Organisation', text: organisationName },
      {
        label: 'Version of the form',
        text: `In use from ${writtenDate(PlainDate.parse(form.effective.from))}`,
      },
      returned === null
        ? { label: 'State', text: `Draft, as saved on ${writtenTime(new Date(at))}` }
        : {
            label: 'State',
            text: `Returned on ${writtenTime(new Date(at))}, version ${returned.entry} of the answers`,
          },
      {
        label: 'Fingerprint of the answers (SHA-256)',
        text: inGroups(contentHash({ form, answers }, sha256)),
      },
    ],
    notices: [
      ...(returned?.part ? [`${partMark}.`] : []),
      ...(returned?.transcribed ? [`${transcribedWords(returned.transcribed)}.`] : []),
      ...withheldNotice(withheld),
    ],
    sections: summary(form, answers, { withheld }).map(({ title, rows }) => ({
      title,
      level: 1,
      rows: rows.map(({ label, answer, entry }) => ({
        label: entry === undefined ? label : `${entry.label}: ${label}`,
        text: answer,
      })),
    })),
  }
}

/** That this is not all that was returned, and in how many places. */
const withheldNotice = (withheld: readonly string[]) =>
  withheld.length === 0
    ? []
    : [`Something is withheld in this copy, in ${writtenCount(withheld.length, 'place')}.`]

/** Written so that two people can compare it aloud, and a line can break. */
const inGroups = (hash: string) => (hash.match(/.{8}/g) ?? []).join(' ')
