import { type Html, html } from '../../components/html.ts'
import { gapEffectWords } from '../../wording/gap-words.ts'
import { organisationKindWords } from '../../wording/organisation-kind-words.ts'
import { partMark } from '../../wording/part-words.ts'
import { transcribedWords } from '../../wording/transcription-words.ts'
import { writtenCount } from '../../wording/written-count.ts'
import { explained, type Met } from './explained.ts'
import type { Pack } from './pack.ts'
import { sectionHeading } from './section-heading.ts'

/** What the agencies returned, and what is missing of it. */
export function returnsSection(pack: Pack, met: Met, fresh: ReadonlySet<string>): Html {
  const { withheld, noAnswer, returns } = pack
  return html`${sectionHeading({ id: 'gaps', text: 'What the agencies returned', fresh })}
${
  withheld > 0 &&
  html`<p class="govuk-body">Something is withheld here, in ${writtenCount(withheld, 'place')}. Ask the
coordinator if the panel cannot decide without it.</p>`
}
${noAnswer.map(
  ({ organisationKind, effect, part }) =>
    html`<p class="govuk-body">${part ? 'Only a part of the answer from' : 'No answer from'}: ${organisationKindWords[organisationKind]}. Expected effect:
${gapEffectWords[effect].toLowerCase()}.</p>`,
)}
${returns.length === 0 && html`<p class="govuk-body">No agency has returned a form.</p>`}
${returns.map((one) => oneReturn(one, met, fresh))}`
}

function oneReturn(
  { section, organisationKind, answers, transcribed, part }: Pack['returns'][number],
  met: Met,
  fresh: ReadonlySet<string>,
): Html {
  const text = organisationKindWords[organisationKind]
  return html`${sectionHeading({ id: section, text, fresh, level: 3 })}
${transcribed !== null && html`<p class="govuk-body">${transcribedWords(transcribed)}.</p>`}
${part && html`<p class="govuk-body">${partMark}.</p>`}
<dl class="govuk-summary-list">
${answers.map(
  (
    { label, answer },
    index,
  ) => html`<div class="govuk-summary-list__row" id="${section}-${index + 1}" data-place>
<dt class="govuk-summary-list__key">${explained(label, met)}</dt>
<dd class="govuk-summary-list__value">${explained(answer, met)}</dd>
</div>\n`,
)}</dl>`
}
