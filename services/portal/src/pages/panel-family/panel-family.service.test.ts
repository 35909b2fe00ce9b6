import { FamilyQuestionId, usualQuorum } from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type GivenPortal, givenPortal, leeds } from '../../testing/given-portal.ts'
import {
  analysisAnswers,
  analysisPass,
  caseId,
  draftedAnalysis,
  meeting,
  noApologies,
  noMeetings,
  noScores,
  pack,
  panelMeetingId,
  progress,
  quorate,
  reference,
} from '../../testing/panel-answers.ts'
import { panelServices } from '../../testing/panel-services.ts'
import { type TestBrowser, testBrowser } from '../../testing/test-browser.ts'

const services = panelServices()
const kase = `/panel-meetings/${panelMeetingId}/cases/${caseId}`
const here = `${kase}/family`
const inPack = FamilyQuestionId.parse('5f0c3d52-27cf-4b60-b6f5-5d0e9d8e3b02')
const late = FamilyQuestionId.parse('5f0c3d52-27cf-4b60-b6f5-5d0e9d8e3b03')
const open = { standing: 'open' as const, version: 0, answer: null, leftOpen: null }
const item = {
  portrait: '[the child] loved the <sea>.',
  questions: [
    { familyQuestionId: inPack, text: 'Was [the child] in pain?', inPack: true, ...open },
    { familyQuestionId: late, text: 'Why did [name] not come?', inPack: false, ...open },
  ],
}
let portal: GivenPortal
let chair: TestBrowser
let member: TestBrowser

beforeAll(async () => {
  portal = await givenPortal(services.routers)
  chair = testBrowser(portal.app)
  await chair.signIn('helen.marsh@lds.example')
  member = testBrowser(portal.app)
  await member.signIn('tom.harrow@lds.example')
})
afterAll(() => portal.drop())
beforeEach(() => {
  services.forget()
  services.answer('livePanel.seat', {
    reference,
    ageBand: '28-364d',
    heldOn: meeting.heldOn,
    around: {
      kind: 'standard',
      quorumRule: { rule: usualQuorum.standard, validFrom: null },
      quorum: { quorate: true, counted: 6, more: 0, missing: [] },
      attendance: [],
      conflicted: [],
      forFacts: [],
      familyQuestions: { asked: 2, open: 1 },
    },
    pass: 'a-pass',
  })
  services.answer('familyItem.read', item)
  services.answer('familyItem.answer', { version: 1 })
  services.answer('familyItem.leaveOpen', undefined)
  services.answer('panelMeeting.read', meeting)
  services.answer('panelMeeting.deliberation', { ...quorate, familyQuestionsOpen: 2 })
  services.answer('panelApology.read', noApologies)
  services.answer('panelComment.read', { comments: [], heldBack: [], own: [] } as never)
  services.answer('reading.progress', progress)
  services.answer('pack.open', pack)
  services.answer('pack.codedAnswers', { ageBand: '28-364d', answers: [] })
  services.answer('pack.analysis', analysisPass)
  services.answer('openCases.scores', noScores)
  services.answer('analysis.read', { ...draftedAnalysis, answers: analysisAnswers })
  services.answer('meetingAnalysis.forPanel', noMeetings)
})

describe('what the family asks, at the item', () => {
  test('is told by who the child was, every question and how it stands, and which was screened by itself', async () => {
    const { status, body } = await chair.get(here)
    expect(status).toBe(200)
    expect(body).toMatch(
      /loved the &lt;sea&gt;[\s\S]*Questions to the panel[\s\S]*in pain\?[\s\S]*\[name\] not come/,
    )
    expect(body.match(/It is in no released pack/g)).toHaveLength(1)
    expect(body.match(/To answer/g)).toHaveLength(2)
    expect(/<title>([^<]*)<\/title>/.exec(body)?.[1]).not.toContain(reference)
    expect(services.sent('familyItem.read')).toEqual({ areaId: leeds, caseId, panelMeetingId })
  })

  test('is answered in words, and comes back to the list', async () => {
    const form = await chair.get(`${here}/${inPack}`)
    expect(form.body).toContain('Was [the child] in pain?')
    const sent = { _action: 'answer', version: '0', answer: 'Nobody can know.' }
    const answer = await chair.submit(`${here}/${inPack}`, sent)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, here])
    expect(services.sent('familyItem.answer')).toMatchObject({
      panelMeetingId,
      familyQuestionId: inPack,
      version: 0,
      answer: 'Nobody can know.',
    })
    const empty = await chair.submit(`${here}/${inPack}`, { ...sent, answer: ' ' })
    expect(empty.status).toBe(422)
    expect(empty.body).toContain('href="#answer"')
    services.refuse('familyItem.answer', 'stale')
    expect((await chair.submit(`${here}/${inPack}`, sent)).status).toBe(409)
  })

  test('stays without an answer only for a reason of the panel’s own', async () => {
    const sent = {
      _action: 'why-not',
      version: '0',
      reason: 'beyond-the-review',
      why: 'The coroner answers it.',
    }
    expect((await chair.submit(`${here}/${late}`, sent)).status).toBe(303)
    expect(services.sent('familyItem.leaveOpen')).toMatchObject({
      familyQuestionId: late,
      reason: 'beyond-the-review',
      why: 'The coroner answers it.',
    })
    for (const wrong of [{ reason: '' }, { reason: 'family-withdrew-it' }, { why: '' }]) {
      const answer = await chair.submit(`${here}/${late}`, { ...sent, ...wrong })
      expect(answer.status).toBe(422)
      expect(answer.body).toMatch(/href="#(reason|why)"/)
    }
  })

  test('is the chair’s alone, of a case at this meeting, and of questions that are there', async () => {
    expect((await member.get(here)).status).toBe(403)
    expect((await member.submit(`${here}/${inPack}`, { _action: 'answer', version: '0' })).status).toBe(403)
    expect((await chair.get(`${here}/${panelMeetingId}`)).status).toBe(404)
    services.refuse('familyItem.read', 'not-found')
    expect((await chair.get(here)).status).toBe(404)
  })

  test('stands before agreeing: on the live panel, among the tasks, and beside the button', async () => {
    services.answer('livePanel.lead', {
      state: 'open',
      current: null,
      token: '1.1.1',
      version: 1,
      here: 1,
      analysisAgreed: false,
      items: [],
    })
    expect((await chair.get(`${kase}/live/lead`)).body).toMatch(
      /href="[^"]*\/family">What the family asks<\/a>:\s+2 questions, 1 to answer before the whole is agreed/,
    )
    expect((await chair.get(`${kase}/analysis`)).body).toMatch(
      /href="[^"]*\/family"[^>]*>\s*What the family asks/,
    )
    const check = await chair.get(`${kase}/analysis/check`)
    expect(check.body).toContain('2 questions that have neither an answer nor a')
    services.refuse('analysis.agree', 'family-not-answered')
    const refused = await chair.submit(`${kase}/analysis/check`, { _version: '3' })
    expect(refused.status).toBe(422)
    expect(refused.body).toContain('The panel has not answered everything the family asked of it')
  })

  test('opens the case in its pack, says what came since, and leads the chair alone to answering', async () => {
    const family = {
      portrait: item.portrait,
      questions: [{ familyQuestionId: inPack, text: 'Was [the child] in pain?', standing: 'open' as const }],
      since: 1,
    }
    const narratives = { ...pack.narratives, state: 'open' as const, family }
    services.answer('pack.open', { ...pack, narratives })
    const { body } = await member.get(kase)
    expect(body).toMatch(
      /loved the &lt;sea&gt;[\s\S]*What the family asks the panel[\s\S]*in pain\?[\s\S]*The case on one page/,
    )
    expect(body).toContain('1 more question of the family to the panel came after this pack was built')
    expect(body).not.toContain(`href="${here}"`)
    expect((await chair.get(kase)).body).toContain(`href="${here}"`)
  })
})
