import { FEWEST_ALIKE, givenWithdrawals } from '@cdop/domain'
import { button } from '../../components/button.ts'
import { type Html, html } from '../../components/html.ts'
import { radios } from '../../components/radios.ts'
import { textarea } from '../../components/textarea.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { packWithdrawalWords } from '../../wording/pack-words.ts'
import { BUILD, RELEASE, reasonsAsked, SIGN, WITHDRAW } from './form.ts'
import type { MeetingPackModel } from './model.ts'

/** What can be done with a pack now: build it, sign it, release it, take it back. */
export function actions(model: MeetingPackModel): Html {
  const {
    pack: { versions },
  } = model
  const [newest] = versions
  return html`${newest?.state === 'ready' && sign(model, newest.packId)}
${newest?.state === 'signed-once' && release(model, newest.packId)}
${newest?.state !== 'building' && build(model)}
${versions.filter(({ state }) => state === 'released').map(({ packId }) => takeBack(model, packId))}`
}

function build({ pack: { versions, cases }, formFields }: MeetingPackModel): Html | null {
  if (cases.length === 0) return null
  const [newest] = versions
  return html`<form method="post" novalidate>${formFields}
<input type="hidden" name="version" value="${String(newest?.version ?? 0)}">
${button({
  text: newest === undefined ? 'Build the pack' : 'Build the pack again',
  name: '_action',
  value: BUILD,
  ...(newest === undefined ? {} : { classes: 'govuk-button--secondary' }),
  preventDoubleClick: true,
})}
</form>`
}

function sign({ formFields }: MeetingPackModel, packId: string): Html {
  return html`<h2 class="govuk-heading-m">Sign the pack</h2>
<p class="govuk-body">By signing you say that you looked at what was taken out of every case and what was left. A second
person then releases it. From now on nothing in this version changes.</p>
<form method="post" novalidate>${formFields}<input type="hidden" name="pack" value="${packId}">
${button({ text: 'Sign the pack', name: '_action', value: SIGN, preventDoubleClick: true })}
</form>`
}

function release({ pack, formFields, signedByMe, typed, errors }: MeetingPackModel, packId: string): Html {
  if (signedByMe)
    return html`<p class="govuk-body">You signed this pack. Somebody else must sign it too before the panel reads it.</p>`
  const asked = reasonsAsked(pack)
  return html`<h2 class="govuk-heading-m">Release the pack</h2>
<p class="govuk-body">By signing you say that you looked at what was taken out of every case and what was left. The panel
reads it from then on.</p>
<form method="post" novalidate>${formFields}<input type="hidden" name="pack" value="${packId}">
${
  asked.late &&
  textarea({
    name: 'lateReason',
    id: 'lateReason',
    rows: 3,
    label: { text: 'Why does this pack come late?' },
    value: typed.lateReason,
    errorMessage: errorOf(errors, 'lateReason'),
  })
}
${
  asked.few &&
  textarea({
    name: 'fewReason',
    id: 'fewReason',
    rows: 3,
    label: { text: 'Why is this pack released although few deaths are alike?' },
    hint: {
      text: `Fewer than ${FEWEST_ALIKE} deaths in the area share age, sex and month with a case in it. With these alone somebody may know it again`,
    },
    value: typed.fewReason,
    errorMessage: errorOf(errors, 'fewReason'),
  })
}
${button({ text: 'Sign and release the pack', name: '_action', value: RELEASE, preventDoubleClick: true })}
</form>`
}

function takeBack({ formFields, errors }: MeetingPackModel, packId: string): Html {
  return html`<h2 class="govuk-heading-m">Withdraw the pack</h2>
<form method="post" novalidate>${formFields}<input type="hidden" name="pack" value="${packId}">
${radios({
  name: 'because',
  idPrefix: 'because',
  classes: 'govuk-radios--small',
  fieldset: { legend: { text: 'Why is it withdrawn?', classes: 'govuk-fieldset__legend--s' } },
  hint: { text: 'Nobody reads it from then on' },
  errorMessage: errorOf(errors, 'because'),
  items: givenWithdrawals.options.map((value) => ({ value, text: packWithdrawalWords[value] })),
})}
${button({
  text: 'Withdraw the pack',
  name: '_action',
  value: WITHDRAW,
  classes: 'govuk-button--warning',
  preventDoubleClick: true,
})}
</form>`
}
