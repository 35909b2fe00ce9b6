import type { CaseReviewRouter } from '@cdop/case-review/api'
import type { IntakeRouter } from '@cdop/intake/api'
import type { clientOf } from '@cdop/rpc'
import { type AnsweringServices, answeringServices } from './answering-services.ts'

type Intake = ReturnType<typeof clientOf<IntakeRouter>>
type CaseReview = ReturnType<typeof clientOf<CaseReviewRouter>>
type AnswerOf<Call extends (...given: never[]) => Promise<unknown>> = Awaited<ReturnType<Call>>

/** What the services answer to the procedures the coordinator's pages call, in their own types. */
export type CaseAnswers = {
  'response.alerts': AnswerOf<Intake['response']['alerts']['query']>
  'notification.list': AnswerOf<Intake['notification']['list']['query']>
  'notification.read': AnswerOf<Intake['notification']['read']['query']>
  'notification.submit': AnswerOf<Intake['notification']['submit']['mutate']>
  'notification.accept': AnswerOf<Intake['notification']['accept']['mutate']>
  'notification.declareOutOfScope': AnswerOf<Intake['notification']['declareOutOfScope']['mutate']>
  'notification.answers': AnswerOf<Intake['notification']['answers']['query']>
  'notification.changes': AnswerOf<Intake['notification']['changes']['query']>
  'notification.amend': AnswerOf<Intake['notification']['amend']['mutate']>
  'notification.askUnit': AnswerOf<Intake['notification']['askUnit']['mutate']>
  'notification.decideResidency': AnswerOf<Intake['notification']['decideResidency']['mutate']>
  'notification.decideDiscretion': AnswerOf<Intake['notification']['decideDiscretion']['mutate']>
  'notification.ofCase': AnswerOf<Intake['notification']['ofCase']['query']>
  'notification.reportInError': AnswerOf<Intake['notification']['reportInError']['mutate']>
  'notification.readErrorReport': AnswerOf<Intake['notification']['readErrorReport']['query']>
  'case.trace': AnswerOf<CaseReview['case']['trace']['query']>
  'case.recordWithdrawal': undefined
  'nationalDatabase.read': AnswerOf<Intake['nationalDatabase']['read']['query']>
  'nationalDatabase.record': AnswerOf<Intake['nationalDatabase']['record']['mutate']>
  'confirmation.record': AnswerOf<Intake['confirmation']['record']['mutate']>
  'confirmation.read': AnswerOf<Intake['confirmation']['read']['query']>
  'registration.read': AnswerOf<Intake['registration']['read']['query']>
  'registration.load': AnswerOf<Intake['registration']['load']['mutate']>
  'registration.decide': undefined
  'import.begin': AnswerOf<Intake['import']['begin']['mutate']>
  'import.append': undefined
  'import.finish': AnswerOf<Intake['import']['finish']['mutate']>
  'import.list': AnswerOf<Intake['import']['list']['query']>
  'import.read': AnswerOf<Intake['import']['read']['query']>
  'import.confirm': AnswerOf<Intake['import']['confirm']['mutate']>
  'import.cancel': AnswerOf<Intake['import']['cancel']['mutate']>
  'import.faults': AnswerOf<Intake['import']['faults']['query']>
  'import.mappings': AnswerOf<Intake['import']['mappings']['query']>
  'identity.search': AnswerOf<Intake['identity']['search']['query']>
  'identity.found': AnswerOf<Intake['identity']['found']['query']>
  'duplicateReview.list': AnswerOf<Intake['duplicateReview']['list']['query']>
  'duplicateReview.read': AnswerOf<Intake['duplicateReview']['read']['query']>
  'duplicateReview.decide': AnswerOf<Intake['duplicateReview']['decide']['mutate']>
  'duplicateReview.raise': AnswerOf<Intake['duplicateReview']['raise']['mutate']>
  'transfer.areas': AnswerOf<Intake['transfer']['areas']['query']>
  'transfer.list': AnswerOf<Intake['transfer']['list']['query']>
  'transfer.read': AnswerOf<Intake['transfer']['read']['query']>
  'transfer.ofNotification': AnswerOf<Intake['transfer']['ofNotification']['query']>
  'transfer.ofCase': AnswerOf<Intake['transfer']['ofCase']['query']>
  'case.offer': AnswerOf<CaseReview['case']['offer']['mutate']>
  'transfer.request': AnswerOf<Intake['transfer']['request']['mutate']>
  'transfer.accept': AnswerOf<Intake['transfer']['accept']['mutate']>
  'transfer.decline': AnswerOf<Intake['transfer']['decline']['mutate']>
  'transfer.recall': AnswerOf<Intake['transfer']['recall']['mutate']>
  'merge.list': AnswerOf<Intake['merge']['list']['query']>
  'merge.read': AnswerOf<Intake['merge']['read']['query']>
  'merge.propose': AnswerOf<Intake['merge']['propose']['mutate']>
  'merge.confirm': AnswerOf<Intake['merge']['confirm']['mutate']>
  'merge.undo': AnswerOf<Intake['merge']['undo']['mutate']>
  'related.list': AnswerOf<Intake['related']['list']['query']>
  'related.of': AnswerOf<Intake['related']['of']['query']>
  'related.unseen': AnswerOf<Intake['related']['unseen']['query']>
  'related.read': AnswerOf<Intake['related']['read']['query']>
  'related.decide': AnswerOf<Intake['related']['decide']['mutate']>
  'related.acknowledge': AnswerOf<Intake['related']['acknowledge']['mutate']>
  'case.withheld': AnswerOf<CaseReview['case']['withheld']['query']>
  'case.admit': AnswerOf<CaseReview['case']['admit']['query']>
  'identity.read': AnswerOf<Intake['identity']['read']['query']>
  'case.list': AnswerOf<CaseReview['case']['list']['query']>
  'case.open': AnswerOf<CaseReview['case']['open']['query']>
  'case.listForPanel': undefined
  'case.resume': undefined
  'panelQuestion.list': AnswerOf<CaseReview['panelQuestion']['list']['query']>
  'panelQuestion.settle': undefined
  'case.close': undefined
  'panelMeeting.list': AnswerOf<CaseReview['panelMeeting']['list']['query']>
  'hold.list': AnswerOf<CaseReview['hold']['list']['query']>
  'hold.record': AnswerOf<CaseReview['hold']['record']['mutate']>
  'hold.check': AnswerOf<CaseReview['hold']['check']['mutate']>
  'hold.end': undefined
  'clockSettings.read': AnswerOf<CaseReview['clockSettings']['read']['query']>
  'clockSettings.set': AnswerOf<CaseReview['clockSettings']['set']['mutate']>
  'proceeding.list': AnswerOf<CaseReview['proceeding']['list']['query']>
  'proceeding.open': AnswerOf<CaseReview['proceeding']['open']['mutate']>
  'proceeding.recordStep': undefined
  'proceeding.close': undefined
  'collatedRecord.read': AnswerOf<CaseReview['collatedRecord']['read']['query']>
  'collatedRecord.settle': AnswerOf<CaseReview['collatedRecord']['settle']['mutate']>
  'supplementaryForm.list': AnswerOf<CaseReview['supplementaryForm']['list']['query']>
  'supplementaryForm.ask': AnswerOf<CaseReview['supplementaryForm']['ask']['mutate']>
  'toldList.read': AnswerOf<CaseReview['toldList']['read']['query']>
  'toldList.record': AnswerOf<CaseReview['toldList']['record']['mutate']>
  'organisation.list': AnswerOf<CaseReview['organisation']['list']['query']>
  'organisation.add': AnswerOf<CaseReview['organisation']['add']['mutate']>
  'organisation.read': AnswerOf<CaseReview['organisation']['read']['query']>
  'organisation.rename': undefined
  'organisation.change': undefined
  'organisation.addContact': AnswerOf<CaseReview['organisation']['addContact']['mutate']>
  'organisation.endContact': undefined
  'informationRequest.list': AnswerOf<CaseReview['informationRequest']['list']['query']>
  'informationRequest.remind': undefined
  'informationRequest.recall': undefined
  'informationRequest.escalate': undefined
  'informationRequest.expected': AnswerOf<CaseReview['informationRequest']['expected']['query']>
  'gap.seeLateAnswer': undefined
  'chasing.read': AnswerOf<CaseReview['chasing']['read']['query']>
  'chasing.set': AnswerOf<CaseReview['chasing']['set']['mutate']>
  'informationRequest.resend': undefined
  'informationRequest.redirect': AnswerOf<CaseReview['informationRequest']['redirect']['mutate']>
  'informationRequest.read': AnswerOf<CaseReview['informationRequest']['read']['query']>
  'informationRequest.send': AnswerOf<CaseReview['informationRequest']['send']['mutate']>
  'reviewMeeting.list': AnswerOf<CaseReview['reviewMeeting']['list']['query']>
  'reviewMeeting.calendar': AnswerOf<CaseReview['reviewMeeting']['calendar']['query']>
  'reviewMeeting.arrange': AnswerOf<CaseReview['reviewMeeting']['arrange']['mutate']>
  'reviewMeeting.change': undefined
  'reviewMeeting.cancel': undefined
  'reviewMeeting.invite': undefined
  'reviewMeeting.recordHeld': undefined
  'reviewMeeting.amendNotes': undefined
  'reviewMeeting.recordReport': undefined
  'reviewMeeting.recordNotHeld': undefined
}

/** The services the coordinator’s pages call, answering what a test tells them to. */
export type CaseServices = AnsweringServices<CaseAnswers>

export function caseServices(): CaseServices {
  return answeringServices<CaseAnswers>(({ router, asks, changes }) => {
    const intake = router({
      response: router({ alerts: asks('response.alerts', 'response:read') }),
      notification: router({
        list: asks('notification.list', 'notification:read'),
        read: asks('notification.read', 'notification:read'),
        submit: changes('notification.submit', 'notification:submit'),
        accept: changes('notification.accept', 'notification:accept'),
        declareOutOfScope: changes('notification.declareOutOfScope', 'notification:accept'),
        answers: asks('notification.answers', 'notification:accept'),
        changes: asks('notification.changes', 'notification:read'),
        amend: changes('notification.amend', 'notification:accept'),
        askUnit: changes('notification.askUnit', 'notification:accept'),
        decideResidency: changes('notification.decideResidency', 'notification:accept'),
        decideDiscretion: changes('notification.decideDiscretion', 'notification:accept'),
        ofCase: asks('notification.ofCase', 'notification:read'),
        reportInError: changes('notification.reportInError', 'notification:report-in-error'),
        readErrorReport: asks('notification.readErrorReport', 'notification:report-in-error'),
      }),
      confirmation: router({
        record: changes('confirmation.record', 'confirmation:record'),
        read: asks('confirmation.read', 'notification:read'),
      }),
      nationalDatabase: router({
        read: asks('nationalDatabase.read', 'notification:read'),
        record: changes('nationalDatabase.record', 'notification:accept'),
      }),
      registration: router({
        read: asks('registration.read', 'registration:read'),
        load: changes('registration.load', 'registration:load'),
        decide: changes('registration.decide', 'registration:load'),
      }),
      import: router({
        begin: changes('import.begin', 'notification:import'),
        append: changes('import.append', 'notification:import'),
        finish: changes('import.finish', 'notification:import'),
        list: asks('import.list', 'notification:import'),
        read: asks('import.read', 'notification:import'),
        confirm: changes('import.confirm', 'notification:import'),
        cancel: changes('import.cancel', 'notification:import'),
        faults: asks('import.faults', 'notification:import'),
        mappings: asks('import.mappings', 'notification:import'),
      }),
      duplicateReview: router({
        list: asks('duplicateReview.list', 'duplicate-review:read'),
        read: asks('duplicateReview.read', 'duplicate-review:read'),
        decide: changes('duplicateReview.decide', 'duplicate-review:decide'),
        raise: changes('duplicateReview.raise', 'duplicate-review:decide'),
      }),
      transfer: router({
        areas: asks('transfer.areas', 'transfer:read'),
        list: asks('transfer.list', 'transfer:read'),
        read: asks('transfer.read', 'transfer:read'),
        ofNotification: asks('transfer.ofNotification', 'transfer:read'),
        ofCase: asks('transfer.ofCase', 'transfer:read'),
        request: changes('transfer.request', 'transfer:request'),
        accept: changes('transfer.accept', 'transfer:decide'),
        decline: changes('transfer.decline', 'transfer:decide'),
        recall: changes('transfer.recall', 'transfer:request'),
      }),
      merge: router({
        list: asks('merge.list', 'duplicate-review:read'),
        read: asks('merge.read', 'duplicate-review:read'),
        propose: changes('merge.propose', 'merge:propose'),
        confirm: changes('merge.confirm', 'merge:decide'),
        undo: changes('merge.undo', 'merge:undo'),
      }),
      related: router({
        list: asks('related.list', 'related:read'),
        of: asks('related.of', 'related:read'),
        unseen: asks('related.unseen', 'related:acknowledge'),
        read: asks('related.read', 'related:read'),
        decide: changes('related.decide', 'related:decide'),
        acknowledge: changes('related.acknowledge', 'related:acknowledge'),
      }),
      identity: router({
        read: asks('identity.read', 'identity:read'),
        search: asks('identity.search', 'identity:search'),
        found: asks('identity.found', 'identity:search'),
      }),
    })
    const caseReview = router({
      case: router({
        list: asks('case.list', 'case:list'),
        offer: changes('case.offer', 'transfer:request'),
        open: asks('case.open', 'case:read'),
        withheld: asks('case.withheld', 'case:list'),
        admit: asks('case.admit', 'case:read'),
        listForPanel: changes('case.listForPanel', 'panel-meeting:arrange'),
        resume: changes('case.resume', 'panel-meeting:arrange'),
        close: changes('case.close', 'case:close'),
        trace: asks('case.trace', 'case:trace'),
        recordWithdrawal: changes('case.recordWithdrawal', 'notification:report-in-error'),
      }),
      panelMeeting: router({ list: asks('panelMeeting.list', 'panel-meeting:read') }),
      panelQuestion: router({
        list: asks('panelQuestion.list', 'case:read'),
        settle: changes('panelQuestion.settle', 'panel-meeting:arrange'),
      }),
      hold: router({
        list: asks('hold.list', 'case:read'),
        record: changes('hold.record', 'hold:record'),
        check: changes('hold.check', 'hold:record'),
        end: changes('hold.end', 'hold:record'),
      }),
      clockSettings: router({
        read: asks('clockSettings.read', 'area:read'),
        set: changes('clockSettings.set', 'area:write'),
      }),
      proceeding: router({
        list: asks('proceeding.list', 'case:read'),
        open: changes('proceeding.open', 'proceeding:record'),
        recordStep: changes('proceeding.recordStep', 'proceeding:record'),
        close: changes('proceeding.close', 'proceeding:record'),
      }),
      collatedRecord: router({
        read: asks('collatedRecord.read', 'information-request:read'),
        settle: changes('collatedRecord.settle', 'information-request:send'),
      }),
      supplementaryForm: router({
        list: asks('supplementaryForm.list', 'information-request:read'),
        ask: changes('supplementaryForm.ask', 'information-request:send'),
      }),
      toldList: router({
        read: asks('toldList.read', 'case:read'),
        record: changes('toldList.record', 'told-list:record'),
      }),
      organisation: router({
        list: asks('organisation.list', 'organisation:read'),
        add: changes('organisation.add', 'organisation:write'),
        read: asks('organisation.read', 'organisation:read'),
        rename: changes('organisation.rename', 'organisation:write'),
        change: changes('organisation.change', 'organisation:write'),
        addContact: changes('organisation.addContact', 'organisation:write'),
        endContact: changes('organisation.endContact', 'organisation:write'),
      }),
      informationRequest: router({
        list: asks('informationRequest.list', 'information-request:read'),
        read: asks('informationRequest.read', 'information-request:read'),
        remind: changes('informationRequest.remind', 'information-request:send'),
        recall: changes('informationRequest.recall', 'information-request:send'),
        expected: asks('informationRequest.expected', 'information-request:read'),
        escalate: changes('informationRequest.escalate', 'information-request:send'),
        resend: changes('informationRequest.resend', 'information-request:send'),
        redirect: changes('informationRequest.redirect', 'information-request:send'),
        send: changes('informationRequest.send', 'information-request:send'),
      }),
      chasing: router({
        read: asks('chasing.read', 'information-request:send'),
        set: changes('chasing.set', 'information-request:send'),
      }),
      gap: router({ seeLateAnswer: changes('gap.seeLateAnswer', 'information-request:send') }),
      reviewMeeting: router({
        list: asks('reviewMeeting.list', 'case:read'),
        calendar: asks('reviewMeeting.calendar', 'case:read'),
        arrange: changes('reviewMeeting.arrange', 'review-meeting:record'),
        change: changes('reviewMeeting.change', 'review-meeting:record'),
        cancel: changes('reviewMeeting.cancel', 'review-meeting:record'),
        invite: changes('reviewMeeting.invite', 'review-meeting:record'),
        recordHeld: changes('reviewMeeting.recordHeld', 'review-meeting:record'),
        amendNotes: changes('reviewMeeting.amendNotes', 'review-meeting:record'),
        recordReport: changes('reviewMeeting.recordReport', 'review-meeting:record'),
        recordNotHeld: changes('reviewMeeting.recordNotHeld', 'review-meeting:record'),
      }),
    })
    return { intake, 'case-review': caseReview }
  })
}
