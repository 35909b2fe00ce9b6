import type { Candidate, FindingKind, FindingReason } from '../finding.ts'
import { closed, type Reading, spanOf } from '../reading/read-text.ts'

/** The letters every postcode of the United Kingdom begins with. */
const AREAS = new Set(
  `ab al b ba bb bd bh bl bn br bs bt ca cb cf ch cm co cr ct cv cw da dd de dg dh dl dn dt dy e ec eh en ex fk fy g gl gu gy ha hd
  hg hp hr hs hu hx ig im ip iv je ka kt kw ky l la ld le ll ln ls lu m me mk ml n ne ng nn np nr nw ol ox pa pe ph pl po pr rg
  rh rm s sa se sg sk sl sm sn so sp sr ss st sw sy ta td tf tn tq tr ts tw ub w wa wc wd wf wn wr ws wv yo ze`.split(
    /\s+/,
  ),
)

const POSTCODE = /(?<![a-z\d])([a-z]{1,2})\d[a-z\d]?[ \n-]{0,3}\d[abd-hjlnp-uw-z]{2}(?![a-z\d])/g
const WEB = /(?<![a-z\d])(?:https?:\/\/|www\.)[^\s<>"]{3,200}/g
const HANDLE = /(?<![a-z\d.])@[a-z\d][a-z\d_.]{2,39}/g
const SPOKEN_MAIL =
  /(?<![a-z\d])[a-z\d][a-z\d._-]{0,63} ?[([]?at[)\]]? ?[a-z\d-]{2,40}(?: ?[([]?dot[)\]]? ?[a-z]{2,12}){1,3}(?![a-z])/g

/** E-mail addresses, postcodes and web names, by their form alone. */
export function findForms(reading: Reading, ownEmails: readonly string[]): readonly Candidate[] {
  const own = new Set(ownEmails.map(closed))
  const { plain } = reading
  const mails = mailSpans(plain).map(([from, until]) =>
    made(
      reading,
      from,
      until,
      'e-mail address',
      'form of an e-mail address',
      own.has(closed(plain.slice(from, until))),
      'certain',
      140,
    ),
  )
  const spoken = [...plain.matchAll(SPOKEN_MAIL)].map((found) =>
    made(
      reading,
      found.index,
      found.index + found[0].length,
      'e-mail address',
      'written in words',
      false,
      'certain',
      75,
    ),
  )
  const postcodes = [...plain.matchAll(POSTCODE)]
    .filter((found) => AREAS.has(found[1] ?? ''))
    .map((found) => {
      const { start, end } = spanOf(reading, found.index, found.index + found[0].length)
      const capital = /\p{Lu}/u.test(reading.written.slice(start, end))
      return made(
        reading,
        found.index,
        found.index + found[0].length,
        'postcode',
        'form of a postcode',
        false,
        capital ? 'certain' : 'doubtful',
        85,
      )
    })
  const web = [...plain.matchAll(WEB), ...plain.matchAll(HANDLE)].map((found) =>
    made(
      reading,
      found.index,
      found.index + found[0].length,
      'name on the internet',
      'form of a web name',
      false,
      'doubtful',
      30,
    ),
  )
  return [...mails, ...spoken, ...postcodes, ...web]
}

/** Around each @, as far as an address goes: read by hand, because a pattern would be slow on "aaaa…". */
function mailSpans(plain: string): readonly (readonly [number, number])[] {
  const spans: [number, number][] = []
  for (let at = plain.indexOf('@'); at >= 0; at = plain.indexOf('@', at + 1)) {
    let from = at
    while (from > 0 && at - from < 64 && /[a-z\d._%+'-]/.test(plain[from - 1] ?? '')) from -= 1
    let until = at + 1
    while (until < plain.length && until - at < 120 && /[a-z\d.-]/.test(plain[until] ?? '')) until += 1
    while (until > at + 1 && /[.-]/.test(plain[until - 1] ?? '')) until -= 1
    if (from < at && plain.slice(at + 1, until).includes('.')) spans.push([from, until])
  }
  return spans
}

function made(
  reading: Reading,
  from: number,
  until: number,
  kind: FindingKind,
  reason: FindingReason,
  own: boolean,
  certainty: 'certain' | 'doubtful',
  weight: number,
): Candidate {
  return {
    ...spanOf(reading, from, until),
    kind,
    certainty,
    reason,
    own,
    instead: { type: 'words', words: kind },
    weight,
  }
}
