import { CauseLetterId, PlainDate } from '@cdop/domain'
import { summary } from '@cdop/forms'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type GivenPortal, givenPortal, leeds } from '../../testing/given-portal.ts'
import {
  agreedAnalysis,
  analysisAnswers,
  analysisForm,
  analysisPass,
  caseId,
  draftedAnalysis,
  meeting,
  meetingsSent,
  noAnalysis,
  noMeetings,
  noScores,
  panelMeetingId,
  quorate,
  reference,
} from '../../testing/panel-answers.ts'
import { panelServices } from '../../testing/panel-services.ts'
import { type TestBrowser, testBrowser } from '../../testing/test-browser.ts'

const services = panelServices()
const here = `/panel-meetings/${panelMeetingId}/cases/${caseId}/analysis`
let portal: GivenPortal
let chair: TestBrowser

beforeAll(async () => {
  portal = await givenPortal(services.routers)
  chair = testBrowser(portal.app)
  await chair.signIn('helen.marsh@lds.example')
})
afterAll(() => portal.drop())
beforeEach(() => {
  services.forget()
  services.answer('panelMeeting.read', meeting)
  services.answer('panelMeeting.deliberation', quorate)
  services.answer('pack.analysis', analysisPass)
  services.answer('openCases.scores', noScores)
  services.answer('pack.codedAnswers', { ageBand: '28-364d', answers: [] })
  services.answer('analysis.read', noAnalysis)
  services.answer('meetingAnalysis.forPanel', noMeetings)
  services.answer('analysis.saveDraft', { version: 1 })
})

describe('beside the questions of the analysis form', () => {
  const said = (form: string, question: string, code: string, label: string) => ({
    form,
    question,
    codes: [code],
    number: null,
    label,
    answer: 'Yes',
    organisationKind: 'hospital' as const,
  })

  test('stand the categories agencies’ answers suggest, with the answers, and nothing is ticked', async () => {
    const sudep = said('epilepsy', 'thought-sudep', 'yes', 'Is the death thought to be SUDEP?')
    services.answer('pack.codedAnswers', { ageBand: '10-14y', answers: [sudep, sudep] })
    const { body } = await chair.get(`${here}/sections/category`)
    expect(body).toContain('Could be considered')
    expect(body).toContain('5. Acute medical or surgical condition')
    expect(body).toContain('agencies answered “Is the death thought to be SUDEP?” Yes (hospital).')
    expect(body).not.toMatch(/<input[^>]* checked/)
    services.answer('pack.codedAnswers', { ageBand: '10-14y', answers: [] })
    expect((await chair.get(`${here}/sections/category`)).body).toContain('No answer suggests a category')
  })

  test('stand the factors they suggest in that domain alone, and what every factor means', async () => {
    const smoked = said('reporting', 'household-smoking', 'yes', 'Did anyone in the <household> smoke?')
    services.answer('pack.codedAnswers', { ageBand: '10-14y', answers: [smoked] })
    const social = (await chair.get(`${here}/sections/social-domain`)).body
    expect(social).toContain('<strong>Smoking in the household</strong>, because agencies answered')
    expect(social).toContain('Did anyone in the &lt;household&gt; smoke?')
    expect(social).not.toMatch(/<(input|option value="[a-z-]+")[^>]* (checked|selected)/)
    expect(social).toContain('What each factor of this domain means')
    const service = (await chair.get(`${here}/sections/service-domain`)).body
    expect(service).toContain('No answer suggests a factor of this domain')
    expect(service).toContain('Signs of sepsis recognised at the third attendance')
  })
})

describe('what an earlier analysis scored on the older form', () => {
  const scored = { score: '3', relevance: 2, factor: null, words: null, scoredOn: null } as const
  const scores = [
    { ...scored, domain: 'Service provision', today: 'service', words: 'Seen <late>' },
    { ...scored, domain: 'Parenting capacity', today: null },
  ] as const

  test('stands below the form as it was, and beside a domain only where both were cut alike', async () => {
    services.answer('openCases.scores', { scores: [...scores] })
    const all = (await chair.get(here)).body
    for (const words of ['Parenting capacity', '3: Factors identified that provide', 'Seen &lt;late&gt;'])
      expect(all).toContain(words)
    const service = (await chair.get(`${here}/sections/service-domain`)).body
    expect(service).toContain('Service provision')
    expect(service).not.toContain('Parenting capacity')
    expect(service).not.toMatch(/<input[^>]* checked/)
    for (const other of ['intrinsic', 'social', 'physical']) {
      const { body } = await chair.get(`${here}/sections/${other}-domain`)
      expect(body).not.toContain('an earlier analysis scored')
    }
    services.answer('openCases.scores', { scores: [] })
    expect((await chair.get(here)).body).not.toContain('an earlier analysis scored')
  })
})

describe('a registered cause that appears wrong', () => {
  const there = here.replace(/analysis$/, 'registered-cause')

  test('is recorded by the chair from the analysis, each mistake named, and how far each letter is stands there', async () => {
    expect((await chair.get(here)).body).toContain(`href="${there}"`)
    const causeLetterId = CauseLetterId.parse('5f0c3d52-27cf-4b60-b6f5-5d0e9d8e3b44')
    const line = { causeLetterId, recipient: 'coroner', state: 'sent', version: 3, answer: null } as const
    const [raisedOn, sentOn] = [PlainDate.parse('2026-03-01'), PlainDate.parse('2026-03-02')]
    services.answer('causeLetter.raised', { letters: [{ ...line, raisedOn, sentOn, answeredOn: null }] })
    services.answer('causeLetter.raise', { causeLetterId })
    const { status, body } = await chair.get(there)
    expect(status).toBe(200)
    expect(body).toContain('Sent on 2 March 2026, not answered yet')
    const blank = await chair.submit(there, {})
    expect(blank.status).toBe(422)
    for (const words of ['Select to whom', 'Enter the cause as', 'Enter what this rests on']) {
      expect(blank.body).toContain(words)
    }
    const typed = { recipient: 'coroner', believes: 'An <invented> sepsis', reasons: 'x'.repeat(3_001) }
    const long = await chair.submit(there, typed)
    expect(long.body).toContain('What this rests on must be 3000 characters or fewer')
    expect(long.body).toContain('An &lt;invented&gt; sepsis')
    const answer = await chair.submit(there, { ...typed, reasons: 'A later result' })
    expect([answer.status, answer.location.endsWith(there)]).toEqual([303, true])
    expect(services.sent('causeLetter.raise')).toMatchObject({ caseId, recipient: 'coroner' })
    const member = testBrowser(portal.app)
    await member.signIn('tom.harrow@lds.example')
    expect((await member.get(there)).status).toBe(403)
  })
})

describe('the codebook', () => {
  test('is there for whoever reads analyses, found in by words that stand in no address, and for nobody else', async () => {
    const all = await chair.get('/codebook')
    expect(all.status).toBe(200)
    expect(all.body).toContain('They were not checked against a published list')
    const found = await chair.submit('/codebook', { words: 'Bed-SHARING' })
    expect(found.status).toBe(200)
    expect(found.body).toContain('1 factor found')
    expect(found.body).not.toContain('Signs of sepsis')
    const none = await chair.submit('/codebook', { words: `${'x'.repeat(500)}"><b>` })
    expect(none.body).toContain('0 factors found')
    expect(none.body).not.toContain('"><b>')
    const member = testBrowser(portal.app)
    await member.signIn('tom.harrow@lds.example')
    expect((await member.get('/codebook')).status).toBe(403)
  })
})

describe('the analysis form', () => {
  test('is a list of its sections, and asks factor-analysis with the pass of this very request', async () => {
    const { status, body } = await chair.get(here)
    expect(status).toBe(200)
    for (const { title } of analysisForm.pages) expect(body).toContain(title)
    expect(body).toContain('Cannot start yet')
    const [opened, read] = services.calls.filter(({ procedure }) => /pack|analysis/.test(procedure))
    expect(read).toMatchObject({
      procedure: 'analysis.read',
      input: { areaId: leeds, caseId, pass: 'a-pass' },
    })
    expect(read?.actor.requestId).toBe(opened?.actor.requestId)
  })

  test('keeps a section with the version it was drawn from and goes on to the next', async () => {
    const answer = await chair.submit(`${here}/sections/category`, { _version: '0', categories: '8' })
    expect(answer.status).toBe(303)
    expect(answer.location).toContain(`${here}/sections/intrinsic-domain`)
    expect(services.sent('analysis.saveDraft')).toMatchObject({
      version: 0,
      formVersion: analysisForm.version,
      pass: 'a-pass',
      answers: { categories: ['8'] },
    })
  })

  test('says beside the category what each one means and, once saved, why one of them is the primary one', async () => {
    const path = `${here}/sections/category`
    const first = await chair.get(path)
    expect(first.body).toContain('What each category includes and excludes')
    expect(first.body).not.toContain('is the primary category, and')
    services.answer('analysis.read', draftedAnalysis)
    expect((await chair.get(path)).body).toContain('Why category 8 is the primary category')
    expect((await chair.get(`${here}/check`)).body).toContain('if category 8 could not reasonably be applied')
    expect((await chair.get(`${here}/sections/outcome`)).body).not.toContain('primary category')
  })

  test('adds and removes factors without JavaScript, saves nothing by it and keeps what was typed', async () => {
    const path = `${here}/sections/social-domain`
    const typed = {
      _version: '3',
      'social-answer': 'factors',
      'social-factors[0].social-factor-description': 'The first one',
    }
    const added = await chair.submit(path, { ...typed, _action: 'add:social-factors' })
    expect(added.body).toContain('The first one')
    expect(added.body).toContain('name="social-factors[1].social-factor-description"')
    expect(added.body).not.toContain('There is a problem')
    expect(added.body).toContain('name="_version" value="3"')
    const removed = await chair.submit(path, {
      ...typed,
      'social-factors[1].social-factor-description': 'The second one',
      _action: 'remove:social-factors:0',
    })
    expect(removed.body).not.toContain('The first one')
    expect(removed.body).toContain('The second one')
    expect(removed.body).not.toContain('social-factors[1]')
    expect(services.sent('analysis.saveDraft')).toBeUndefined()
  })

  test('comes back with the message at its field when something is missing', async () => {
    const { status, body } = await chair.submit(`${here}/sections/category`, { _version: '0' })
    expect(status).toBe(422)
    expect(body).toMatch(/<a href="#categories">[^<]+<\/a>/)
  })

  test('that somebody saved in between shows both', async () => {
    services.answer('analysis.read', draftedAnalysis)
    services.refuse('analysis.saveDraft', 'stale')
    const { status, body } = await chair.submit(`${here}/sections/category`, {
      _version: '2',
      categories: '1',
    })
    expect(status).toBe(409)
    expect(body).toContain('What is saved now')
    expect(body).toContain('name="_version" value="3"')
  })

  test('that the panel agreed it in between says so, and what was typed still stands there', async () => {
    services.answer('analysis.read', draftedAnalysis)
    const page = `${here}/sections/outcome`
    const { hidden } = await chair.get(page)
    services.answer('analysis.read', agreedAnalysis)
    services.refuse('analysis.saveDraft', 'analysis-agreed')
    const late = await chair.post(page, {
      ...hidden,
      ...{
        _version: '3',
        modifiability: 'modifiable-factors-identified',
        'learning-points': 'Typed at length',
      },
    })
    expect(late.status).toBe(409)
    expect(late.body).toContain('What you typed was not saved')
    expect(late.body).toContain('Typed at length')
  })

  test.each(['tom.harrow@lds.example', 'asha.linden@lds.example'])('is not for %s', async (email) => {
    const browser = testBrowser(portal.app)
    await browser.signIn(email)
    for (const path of ['', '/sections/category', '/check', '/agreed']) {
      expect((await browser.get(`${here}${path}`)).status).toBe(403)
    }
  })

  test('does not have other sections, and takes no hostile version', async () => {
    expect((await chair.get(`${here}/sections/nowhere`)).status).toBe(404)
    expect((await chair.submit(`${here}/sections/category`, { categories: '8' })).status).toBe(400)
  })
})

describe('agreeing the analysis', () => {
  beforeEach(() => services.answer('analysis.read', draftedAnalysis))

  test('shows every answer, the primary category, quorum, and what modifiable means', async () => {
    const { body } = await chair.get(`${here}/check`)
    expect(body).toContain('8. Perinatal/neonatal event')
    expect(body).toContain('It is not a finding that this death would have been prevented.')
    expect(body).toContain('Quorate with 6 members')
    expect(body).toContain('name="_version" value="3"')
    expect(body).toContain('Agree the analysis')
  })

  test('leads to what was agreed', async () => {
    services.answer('analysis.agree', { primaryCategory: 8, modifiability: 'modifiable-factors-identified' })
    const answer = await chair.submit(`${here}/check`, { _version: '3' })
    expect(answer.status).toBe(303)
    expect(services.sent('analysis.agree')).toMatchObject({
      areaId: leeds,
      caseId,
      version: 3,
      pass: 'a-pass',
    })
    services.answer('analysis.read', agreedAnalysis)
    const agreed = await chair.follow(answer)
    expect(agreed.body).toContain('Analysis agreed')
    expect(agreed.body).toContain('Modifiable factors identified')
    expect(agreed.body).toContain(reference)
    for (const path of ['', '/check', '/sections/category']) {
      expect((await chair.get(`${here}${path}`)).location).toContain(`${here}/agreed`)
    }
  })

  test('waits while a section is not complete', async () => {
    const { modifiability: _, ...rest } = analysisAnswers
    services.answer('analysis.read', { ...draftedAnalysis, answers: rest })
    const { body } = await chair.get(`${here}/check`)
    expect(body).toContain('You cannot agree the analysis yet')
    expect(body).not.toContain('Agree the analysis</button>')
  })

  test.each([
    [
      'panel-not-quorate',
      ['police'],
      '#agree',
      'The panel is not quorate for this case with 4 members: 1 more needed; nobody for police',
    ],
    ['date-in-future', [], '#agree', 'The panel has not met yet: its meeting is on 23 February 2026'],
    ['analysis-incomplete', ['modifiability'], '#agree', 'The analysis form is not complete'],
    ['modifiability-contradicts-factors', [], '#outcome', 'does not agree with the factors'],
  ] as const)('refused as %s with %j says so at %s', async (code, fields, href, sentence) => {
    services.refuse('analysis.agree', code, fields)
    const lost = { quorate: false, counted: 4, more: 1, missing: [['police' as const]] }
    if (code === 'panel-not-quorate') services.answer('panelMeeting.deliberation', { ...quorate, ...lost })
    const { status, body } = await chair.submit(`${here}/check`, { _version: '3' })
    expect(status).toBe(422)
    expect(body).toMatch(new RegExp(`<a href="${href}">[^<]*${sentence}`))
    expect(body.split(sentence).length - 1).toBe(2)
    expect(body).toContain(`id="${href.slice(1)}"`)
  })

  test('after somebody saved in between says so', async () => {
    services.refuse('analysis.agree', 'stale')
    const { status, body } = await chair.submit(`${here}/check`, { _version: '2' })
    expect(status).toBe(409)
    expect(body).toContain('Somebody else changed this')
  })

  test('that was agreed already shows what was agreed', async () => {
    services.refuse('analysis.agree', 'analysis-agreed')
    expect((await chair.submit(`${here}/check`, { _version: '3' })).location).toContain(`${here}/agreed`)
  })
})

describe('the analysis of a review that began again', () => {
  test('says answer by answer what differs from the version agreed before, which stays readable', async () => {
    const before = { ...analysisAnswers, categories: ['1'] }
    services.answer('analysis.read', {
      ...draftedAnalysis,
      revision: 2,
      earlier: [
        {
          revision: 1,
          agreed: {
            primaryCategory: 1,
            modifiability: 'modifiable-factors-identified',
            reviewedOn: PlainDate.parse('2026-02-09'),
          },
          sections: summary(analysisForm, before),
        },
      ],
      differences: [{ section: 'Category', label: 'Which <categories>?', before: 'Long ago', now: null }],
    })
    const { body } = await chair.get(here)
    for (const part of [
      'What differs from version 1',
      'agreed version 1 on',
      '9 February 2026',
      'Category: Which &lt;categories&gt;?',
      'Long ago',
      'Not asked',
      'Version 1, agreed on 9 February 2026',
    ]) {
      expect(body).toContain(part)
    }
    services.answer('analysis.read', draftedAnalysis)
    expect((await chair.get(here)).body).not.toContain('What differs')
  })
})

describe('what a review meeting thought', () => {
  const begin = {
    _action: 'begin',
    meeting: String(meetingsSent.meetings[0]?.reviewMeetingId),
    revision: '2',
  }
  beforeEach(() => services.answer('meetingAnalysis.forPanel', meetingsSent))

  test('stands beside the form and each of its sections, as the view of the meeting', async () => {
    const { body } = await chair.get(here)
    for (const part of [
      'What the review meetings thought',
      'Hospital mortality meeting held on 10 February 2026',
      'Sent on 12 February 2026',
      'A &lt;result&gt; was mixed up',
      'Begin from this draft',
    ]) {
      expect(body).toContain(part)
    }
    expect((await chair.get(`${here}/sections/category`)).body).toContain('What the review meetings thought')
    services.answer('meetingAnalysis.forPanel', noMeetings)
    for (const path of ['', '/sections/category']) {
      expect((await chair.get(`${here}${path}`)).body).not.toContain('review meetings thought')
    }
  })

  test('that was corrected since the panel’s analysis began from it is said without opening it', async () => {
    const said = 'has corrected what this analysis began from'
    services.answer('analysis.read', draftedAnalysis)
    services.answer('meetingAnalysis.forPanel', {
      meetings: meetingsSent.meetings.map((one) => ({ ...one, correctedSinceBegun: true })),
      mayBegin: false,
    })
    for (const path of ['', '/sections/category']) {
      expect((await chair.get(`${here}${path}`)).body).toContain(said)
    }
    services.answer('meetingAnalysis.forPanel', { ...meetingsSent, mayBegin: false })
    expect((await chair.get(here)).body).not.toContain(said)
  })

  test('begins the panel’s own, once: where it was begun nothing is offered, and a late click is told', async () => {
    services.answer('analysis.beginFromMeeting', { version: 1 })
    const answer = await chair.submit(here, begin)
    expect(answer.status).toBe(303)
    expect(services.sent('analysis.beginFromMeeting')).toMatchObject({
      areaId: leeds,
      caseId,
      pass: 'a-pass',
      reviewMeetingId: begin.meeting,
      revision: 2,
    })
    services.refuse('analysis.beginFromMeeting', 'analysis-begun')
    const late = await chair.submit(here, begin)
    expect(late.status).toBe(409)
    expect(late.body).toContain('was begun already')
    services.answer('meetingAnalysis.forPanel', { ...meetingsSent, mayBegin: false })
    expect((await chair.get(here)).body).not.toContain('Begin from this draft')
  })

  test.each([{ meeting: 'x' }, { revision: '0' }, { revision: '1e3' }, { _action: 'other' }])(
    'is begun from by nothing like %o',
    async (wrong) => {
      expect((await chair.submit(here, { ...begin, ...wrong })).status).toBe(400)
      expect(services.sent('analysis.beginFromMeeting')).toBeUndefined()
    },
  )

  test('stands beside each answer that was agreed: the same, different, or nothing said', async () => {
    services.answer('analysis.read', agreedAnalysis)
    const answer = { section: 'Outcome', label: 'Modifiability', now: 'None' }
    services.answer('meetingAnalysis.forPanel', {
      mayBegin: false,
      meetings: meetingsSent.meetings.map((one) => ({
        ...one,
        compared: [
          { ...answer, before: 'None', meeting: 'same' as const },
          { ...answer, before: 'Some', meeting: 'different' as const },
          { ...answer, before: null, meeting: 'nothing' as const },
        ],
      })),
    })
    const { body } = await chair.get(`${here}/agreed`)
    for (const part of ['The same', 'Different', 'The meeting said nothing', 'Not asked']) {
      expect(body).toContain(part)
    }
  })
})
