/** What kind of no: decides the status a caller sees. */
export type RefusalKind = 'not-found' | 'forbidden' | 'conflict' | 'invalid' | 'too-many'

/**
 * Every way the system says no, with what the person is told. One table, so that no refusal is without words.
 * Nothing here says whether an object exists.
 */
export const refusals = {
  'not-found': { kind: 'not-found', says: 'Page not found' },
  forbidden: { kind: 'forbidden', says: 'You do not have permission to do this' },
  stale: {
    kind: 'conflict',
    says: 'Somebody else changed this while you were working. Look at their change, then try again',
  },
  'key-reused': {
    kind: 'conflict',
    says: 'This form was already used for something else. Open it again and start from there',
  },
  'invalid-answers': { kind: 'invalid', says: 'There is a problem with the answers' },
  unreadable: {
    kind: 'invalid',
    says: 'The text contains characters that cannot be stored. Remove them and try again',
  },
  'too-large': { kind: 'invalid', says: 'That is more than this page accepts. Shorten it and try again' },
  'too-many-saved-views': {
    kind: 'conflict',
    says: 'You keep 20 views already. Delete one you no longer need, then save this one',
  },
  'too-many-documents': {
    kind: 'too-many',
    says: 'That is more files than may be added in a day, or than one case can hold. Try again tomorrow, or put several papers into one file',
  },
  'files-waiting': {
    kind: 'too-many',
    says: 'Many files are being checked at this moment. Yours came whole and is kept. Have it checked in a few minutes',
  },
  'private-notes-held': {
    kind: 'conflict',
    says: 'A legal hold keeps private notes as they are. Yours cannot be changed or deleted until it is taken off',
  },
  'private-notes-over': {
    kind: 'conflict',
    says: 'The time of private notes for this meeting is over. What you noted has been destroyed',
  },
  'self-assessment-open': {
    kind: 'conflict',
    says: 'The self-assessment of this year is open already. Look at it in the list of years',
  },
  'nothing-to-assess': {
    kind: 'conflict',
    says: 'No recommendation of this year concerns an organisation. Issue one, then open the year',
  },
  'caveat-stands-already': {
    kind: 'conflict',
    says: 'This stands under a caveat of this kind already. Open the caveats of the case to look at it again',
  },
  'not-looked-at-yet': {
    kind: 'conflict',
    says: 'This file has not been checked for malware yet. It can be opened once it has',
  },
  'pack-without-cases': {
    kind: 'conflict',
    says: 'No case is on the agenda of this meeting. List one, then build the pack',
  },
  'pack-items-open': {
    kind: 'conflict',
    says: 'Something in this pack is not decided yet. Decide each doubtful item, then sign',
  },
  'pack-out-of-date': {
    kind: 'conflict',
    says: 'Something changed since this pack was built: a case of the meeting, a text, or what is known of the family. Build the pack again',
  },
  'pack-needs-another': {
    kind: 'conflict',
    says: 'You signed this pack already. Somebody else must sign it too',
  },
  'pack-not-yours-to-sign': {
    kind: 'conflict',
    says: 'You cannot see every case of this pack. Somebody who can must sign it',
  },
  'pack-late-needs-reason': {
    kind: 'invalid',
    says: 'This pack comes later than members were promised it. Say why',
  },
  'pack-few-needs-reason': {
    kind: 'invalid',
    says: 'Few deaths share the age, sex and month of a case in this pack. Say why it is released all the same',
  },
  'out-of-scope': { kind: 'conflict', says: 'This death is outside child death review' },
  'in-scope': { kind: 'conflict', says: 'This death is within child death review. Accept the notification' },
  'scope-pending': {
    kind: 'conflict',
    says: 'It is not yet known whether this death is for the panel. Accept the notification once it is',
  },
  'not-resident-here': {
    kind: 'conflict',
    says: 'The child did not live in this area. Agree with the other panel who reviews',
  },
  'child-already-known': {
    kind: 'conflict',
    says: 'A case for a child with this NHS number is already open. Compare the records and decide whether it is the same child',
  },
  'duplicate-undecided': {
    kind: 'conflict',
    says: 'This child may already be known. Compare the records and decide first whether it is the same child',
  },
  'different-babies': {
    kind: 'conflict',
    says: 'The records are of different babies of one birth. They cannot be merged',
  },
  'same-child-first': { kind: 'conflict', says: 'Decide first that the records are of the same child' },
  'already-one-record': { kind: 'conflict', says: 'These records are already merged' },
  'cannot-survive': {
    kind: 'conflict',
    says: 'A record with a case can only be merged into another record with a case',
  },
  'keep-the-dated-record': {
    kind: 'conflict',
    says: 'Only one of the records has a date of birth. Keep that one: the other cannot become a case',
  },
  'undo-merge-first': {
    kind: 'conflict',
    says: 'This record is merged with another one. Undo the merge first',
  },
  'merge-under-way': {
    kind: 'conflict',
    says: 'A merge of one of these records is waiting for a second person. Finish that one first',
  },
  'merge-decided': { kind: 'conflict', says: 'This merge has already been decided' },
  'merge-outdated': {
    kind: 'conflict',
    says: 'One of the records has changed since the merge was proposed. Decline it and propose it again',
  },
  'merge-needs-second-person': {
    kind: 'conflict',
    says: 'You proposed this merge. Another coordinator or the designated doctor must confirm it',
  },
  'merge-not-yours': {
    kind: 'conflict',
    says: 'Only the person who proposed this merge can withdraw it. You can decline it',
  },
  'relation-decided': {
    kind: 'conflict',
    says: 'This was already decided so. Look at what was recorded',
  },
  'later-merge-first': {
    kind: 'conflict',
    says: 'Another record was merged later. Undo that merge first',
  },
  'test-number-in-live': {
    kind: 'invalid',
    says: 'NHS numbers beginning 999 are for testing and cannot be used here',
  },
  'already-invited': { kind: 'conflict', says: 'This person already has access to this area' },
  'own-access': {
    kind: 'conflict',
    says: 'You cannot change your own access. Ask another administrator',
  },
  'notification-incomplete': {
    kind: 'conflict',
    says: 'Some questions are still to be answered. Complete the notification before you accept it',
  },
  'answers-not-needed': {
    kind: 'conflict',
    says: 'These answers are no longer needed: somebody has given them, or the notification was decided',
  },
  'notification-decided': { kind: 'conflict', says: 'This notification has already been decided' },
  'not-discretionary': {
    kind: 'conflict',
    says: 'The rules already say whether this death is reviewed',
  },
  'not-allowed-in-this-state': {
    kind: 'conflict',
    says: 'The case is not at the stage where this can be done',
  },
  'not-confirmed': {
    kind: 'conflict',
    says: 'Record first who confirmed the death and who the child is. Nothing is sent before that',
  },
  'not-for-national-database': {
    kind: 'conflict',
    says: 'A case reviewed before 1 April 2019 does not go to the national database',
  },
  'national-day-missing': {
    kind: 'conflict',
    says: 'A case is closed with the day on which the national database had its forms. Record that day',
  },
  'national-database-not-set': {
    kind: 'conflict',
    says: 'Nobody has set the address of the national database. Ask whoever runs this service',
  },
  'national-database-told': {
    kind: 'conflict',
    says: 'The national database has been told already. Look at what was recorded',
  },
  'nothing-to-take-back': {
    kind: 'conflict',
    says: 'Nothing that was recorded by hand is left to take back. Look at what was recorded',
  },
  'submission-under-way': {
    kind: 'conflict',
    says: 'This is on its way to the national database already. Look again in a moment',
  },
  'response-decided': {
    kind: 'conflict',
    says: 'This response has already been decided or closed. Look at what was recorded',
  },
  'response-not-running': {
    kind: 'conflict',
    says: 'The record of a response is kept from when it was decided to start one until it is closed',
  },
  'response-not-held': {
    kind: 'conflict',
    says: 'This was not recorded as held. Record that first',
  },
  'response-not-led': {
    kind: 'conflict',
    says: 'Somebody else leads this response. Take the lead first, then its record is yours to see and to keep',
  },
  'turns-overlap': {
    kind: 'conflict',
    says: 'Somebody else is already on call for part of this time. Change the times or end the other turn',
  },
  'panel-questions-open': {
    kind: 'conflict',
    says: 'Answer what the panel asked first. Then the case can go before it again',
  },
  'panel-meeting-decided': {
    kind: 'conflict',
    says: 'Something was decided at this meeting, or it is recorded who attended. Its day and what it met as stand, and it cannot be cancelled',
  },
  'part-of-regional-meeting': {
    kind: 'conflict',
    says: 'This meeting is part of a regional meeting. Its day, time and place are changed on the page of that one, by the area that arranges it',
  },
  'regional-meeting-answered': {
    kind: 'conflict',
    says: 'This regional meeting was answered or called off since. Look at how it stands now',
  },
  'not-ready-for-panel': {
    kind: 'conflict',
    says: 'This case lacks something it must have before a panel. Look at what it has, and say why you go on without the rest',
  },
  'family-questions-open': {
    kind: 'conflict',
    says: 'The family asked something that is not answered. Answer it, or record why it stays unanswered, and then close the case',
  },
  'family-not-answered': {
    kind: 'conflict',
    says: 'The panel has not answered everything the family asked of it. Answer each question, or say why not, and then agree the analysis',
  },
  'must-not-be-contacted': {
    kind: 'conflict',
    says: 'This person must not be contacted. Read why on the page of the family',
  },
  'contact-not-theirs-to-allow': {
    kind: 'conflict',
    says: 'Only the coordinator or the designated doctor lifts that somebody must not be contacted. Ask one of them',
  },
  'not-to-be-told-yet': {
    kind: 'conflict',
    says: 'This must not be told to the family yet. Whoever asked for that has to agree first',
  },
  'wishes-to-hear-nothing': {
    kind: 'conflict',
    says: 'This person wishes to hear nothing of the review. Say that you know, if they have asked since',
  },
  'unknown-placeholder': {
    kind: 'invalid',
    says: 'Only the words listed on the page can stand between braces. Correct what is there, or take the braces away',
  },
  'cause-letter-open': {
    kind: 'conflict',
    says: 'A letter to them about the registered cause is already drafted or sent. Look at how far it is',
  },
  'letter-has-gaps': {
    kind: 'conflict',
    says: 'Something in the letter still has to be written. Look for square brackets and braces, and write it or take it out',
  },
  'letter-gives-another-away': {
    kind: 'conflict',
    says: 'The letter says how another parent or carer is reached, or repeats what another asked or was answered. Take that out',
  },
  'letter-not-final': {
    kind: 'conflict',
    says: 'This letter is not finished, or it was withdrawn. Only a finished letter is printed and given',
  },
  'letter-of-another-area': {
    kind: 'conflict',
    says: 'This letter was written in the area the case came from. Read it, then save it as yours or withdraw it and write another',
  },
  'letter-not-drawn': {
    kind: 'conflict',
    says: 'The PDF cannot show every character of this letter. Print it from its page instead',
  },
  'key-worker-already': {
    kind: 'conflict',
    says: 'This person is a key worker of the family already for part of this time',
  },
  'meeting-over': {
    kind: 'conflict',
    says: 'This meeting was already held or cancelled. Look at what was recorded',
  },
  'panel-cannot-meet-then': {
    kind: 'conflict',
    says: 'No panel can be planned on that day: it is over, outside the year, a weekend or a bank holiday, or a panel meets on it already. Choose another day',
  },
  'meeting-without-times': {
    kind: 'conflict',
    says: 'Nobody has said from when to when this meeting is. Give it times: whoever is invited has it in their calendar',
  },
  'review-meeting-was-held': {
    kind: 'conflict',
    says: 'A review meeting of this case was held, so it cannot be recorded that none was',
  },
  'hold-already-open': {
    kind: 'conflict',
    says: 'The case already waits for this. Check or end the hold that is there',
  },
  'proceeding-already-open': {
    kind: 'conflict',
    says: 'This is recorded for the case already and goes on. Look at the one that is there',
  },
  'case-on-hold': {
    kind: 'conflict',
    says: 'The case is on hold for the panel. End the hold first, or wait until it is over',
  },
  'organisation-known': {
    kind: 'conflict',
    says: 'Another organisation of the directory already has this code. Find it by the code',
  },
  'organisation-not-in-use': {
    kind: 'conflict',
    says: 'This organisation cannot be asked today: its dates in the directory do not include it',
  },
  'contact-ended': {
    kind: 'conflict',
    says: 'This contact no longer answers for the organisation. Choose another one',
  },
  'other-mail-domain': {
    kind: 'invalid',
    says: 'The email address must be of your own organisation. Ask the coordinator to send the request elsewhere',
  },
  'same-recipient': {
    kind: 'conflict',
    says: 'The request is already with them. Send the link again instead',
  },
  'sections-unfinished': {
    kind: 'conflict',
    says: 'A section of the form is not completed. Complete it, then send the form',
  },
  'request-answered': { kind: 'conflict', says: 'This request has already been answered' },
  'promised-too-late': {
    kind: 'invalid',
    says: 'That is later than you can promise on this page. Choose an earlier day, or telephone the coordinator',
  },
  'promises-used': {
    kind: 'conflict',
    says: 'The rest has been promised as often as it can be. Send the whole form, or telephone the coordinator',
  },
  'part-received': {
    kind: 'conflict',
    says: 'The agency has sent a part of its answer, which stays. This can no longer be done with its request',
  },
  'reminded-today': {
    kind: 'conflict',
    says: 'This agency has had an email about the case today. Remind it again tomorrow, or telephone',
  },
  'step-taken': {
    kind: 'conflict',
    says: 'This step, or a later one, has already been taken. Look at what was recorded',
  },
  'steps-left': {
    kind: 'conflict',
    says: 'There are steps left to get an answer from this agency. Go on without it only after the last one',
  },
  'link-dead': {
    kind: 'not-found',
    says: 'This link no longer works. Ask the person who sent it for a new one',
  },
  'code-wrong': {
    kind: 'invalid',
    says: 'The code is not right. Check the newest email and enter the 6 digits',
  },
  'code-expired': { kind: 'invalid', says: 'The code has expired. Ask for a new one' },
  'code-tries-used': {
    kind: 'too-many',
    says: 'The code was entered wrongly too often. Ask for a new one',
  },
  'too-many-begun': {
    kind: 'too-many',
    says: 'Too many notifications were started here in the last hour. Use the paper form, or try again later',
  },
  'too-many-mailed': {
    kind: 'too-many',
    says: 'We have sent too many emails to this address today. Use the newest one, or try again tomorrow',
  },
  'notification-sent': { kind: 'conflict', says: 'This notification has already been sent' },
  'identifiers-in-summary': {
    kind: 'invalid',
    says: 'The summary names or numbers the child. Remove what identifies the child',
  },
  'identifiers-in-note': {
    kind: 'invalid',
    says: 'What you wrote names or numbers the child. Remove what identifies the child',
  },
  'dates-out-of-order': {
    kind: 'invalid',
    says: 'The dates are not in the order they must have happened',
  },
  'date-in-future': { kind: 'invalid', says: 'The date must be today or in the past' },
  'pack-copy-not-allowed': {
    kind: 'conflict',
    says: 'Copies of this pack may not be taken. Read it here',
  },
  'present-for-facts-only': {
    kind: 'conflict',
    says: 'You are present for the facts of this case only. Another chair or deputy has to agree it',
  },
  'conflict-not-yours-to-lift': {
    kind: 'conflict',
    says: 'You cannot take back what you declared. Ask the coordinator or the chair to record it, with the reason',
  },
  'conflict-lifted-without-reason': {
    kind: 'invalid',
    says: 'Select why the person is let in further than before. Give a reason for nothing else',
  },
  'panel-not-quorate': { kind: 'conflict', says: 'The panel is not quorate for this case' },
  'analysis-incomplete': { kind: 'conflict', says: 'The analysis form is not complete' },
  'analysis-agreed': { kind: 'conflict', says: 'The panel has already agreed this analysis' },
  'live-panel-ended': {
    kind: 'conflict',
    says: 'The live panel on this case is not open. Begin it again to decide an item',
  },
  'live-items-not-agreed': {
    kind: 'conflict',
    says: 'The panel has not agreed every item of the live panel. Agree each one that has to be answered, or end the live panel first',
  },
  'disagreement-not-of-panel': {
    kind: 'invalid',
    says: 'Disagreement is recorded of members who were present for this case, and not of all of them when an item is agreed. What was said needs somebody who said it',
  },
  'too-many-streams': {
    kind: 'too-many',
    says: 'This page is open too many times. Close it in another window, then load it again',
  },
  'analysis-begun': { kind: 'conflict', says: 'The panel’s analysis of this case was begun already' },
  'modifiability-contradicts-factors': {
    kind: 'invalid',
    says: 'The modifiability outcome does not agree with the factors',
  },
  'annual-report-open': {
    kind: 'conflict',
    says: 'A report of this year is being written already. Go on with that one, or publish it first',
  },
  'annual-report-published': {
    kind: 'conflict',
    says: 'This report is published and does not change. Begin a new edition to correct it',
  },
  'annual-report-not-ready': {
    kind: 'conflict',
    says: 'Something still keeps this report from being signed or published. Look at its checks',
  },
  'annual-report-needs-another': {
    kind: 'conflict',
    says: 'You wrote, signed or asked for part of this. Somebody else must do this step',
  },
  'nothing-to-release': { kind: 'conflict', says: 'There are no facts for this period yet' },
  'release-cannot-be-protected': {
    kind: 'conflict',
    says: 'A table of this release cannot be published safely. Withhold it or choose a longer period',
  },
  'own-release': {
    kind: 'conflict',
    says: 'You built this release. Somebody else has to read it and sign it',
  },
  'release-decided': {
    kind: 'conflict',
    says: 'This release was signed or turned down already. What was decided stays as it is',
  },
  'release-superseded': {
    kind: 'conflict',
    says: 'Another release of the area was signed after this one was built, and this one is not held to it. Build the year again',
  },
  'release-not-signed': {
    kind: 'conflict',
    says: 'This release is not signed yet. Its tables are files once somebody else than who built it has signed it',
  },
  'demonstration-only': { kind: 'forbidden', says: 'This works only on a demonstration database' },
  'agencies-unknown': {
    kind: 'conflict',
    says: 'The bundle names agencies without a mailbox that are not in the directory. Add them to the directory first',
  },
  'files-missing': {
    kind: 'conflict',
    says: 'Some documents of the bundle have no file yet. Add each file, or say why it is not taken in',
  },
  'import-moved-on': {
    kind: 'conflict',
    says: 'This import is no longer where it was. Look at where it is now',
  },
  'reference-row-repeated': {
    kind: 'invalid',
    says: 'A row stands in the file twice. Keep it once and load the file again',
  },
  'reference-load-superseded': {
    kind: 'conflict',
    says: 'Loading this list was begun anew meanwhile, or it is loaded. Load it again if it is not',
  },
  'transfer-open': {
    kind: 'conflict',
    says: 'Another area has been asked to take this record. Recall the request first',
  },
  'transfer-under-way': {
    kind: 'conflict',
    says: 'Another area has accepted this record. It is being handed over and cannot be changed here',
  },
  'transfer-answered': {
    kind: 'conflict',
    says: 'This request has already been answered or recalled. Look at where it is now',
  },
  'transfer-listed': {
    kind: 'conflict',
    says: 'This case is on the agenda of a panel meeting. Take it off the agenda first: the panel puts it back with its questions. Then ask the other area',
  },
  'transfer-too-late': {
    kind: 'conflict',
    says: 'The panel has reviewed this case, and the area that reviewed it keeps it. Share what was learnt with the other panel instead',
  },
  'case-on-its-way': {
    kind: 'conflict',
    says: 'This case is being handed to another panel at this moment. What you saved is safe. Try again in a minute',
  },
  'request-moved': {
    kind: 'conflict',
    says: 'Another panel reviews this case now. What you saved is safe. Try again',
  },
  'response-undecided': {
    kind: 'conflict',
    says: 'Nobody has decided yet whether a joint agency response starts. Have it decided first',
  },
  'identifiers-in-plan': {
    kind: 'invalid',
    says: 'The plan names or numbers the child. Remove what identifies the child',
  },
  'part-of-somebody-in-conflict': {
    kind: 'conflict',
    says: 'This person had to do with the child or the care and cannot be given the case. Choose somebody else',
  },
  'coded-by-this-panel': {
    kind: 'conflict',
    says: 'This panel, or somebody of it, has coded the case already. Another panel codes it the second time',
  },
  'coding-not-blind': {
    kind: 'conflict',
    says: 'You have seen how the first panel coded this case, or you read cases elsewhere. Somebody else codes it the second time',
  },
  'second-coding-open': {
    kind: 'conflict',
    says: 'A second panel is coding this case without knowing what the first one said. The analysis opens once it has',
  },
  'coding-final': {
    kind: 'conflict',
    says: 'The second panel has coded this case. Its coding stays as it is',
  },
  'nothing-to-code-again': {
    kind: 'conflict',
    says: 'No case can be drawn for this meeting. Choose another meeting, an earlier day or a larger share',
  },
  'adjudicator-coded': {
    kind: 'conflict',
    says: 'Somebody who coded the case cannot settle what the panels disagree on. Choose somebody else',
  },
  'codings-agree': {
    kind: 'conflict',
    says: 'Both panels coded this case the same. There is nothing to settle',
  },
  'nothing-to-look-at': {
    kind: 'conflict',
    says: 'No review can be drawn. Choose an earlier day or a larger share',
  },
  'reviewer-decided': {
    kind: 'conflict',
    says: 'You decided this case at the panel. Somebody else looks at its review',
  },
  'quality-answered': {
    kind: 'conflict',
    says: 'Somebody has looked at this review. What they found stays as it is',
  },
  'calibration-coded': {
    kind: 'conflict',
    says: 'You have coded this case. Your coding stays as it is',
  },
  'statement-not-signed': {
    kind: 'conflict',
    says: 'Read the induction page and sign the confidentiality statement first. It is asked once a year',
  },
  'pack-not-open': {
    kind: 'conflict',
    says: 'A panel reads a case once two people have released the pack of its meeting, and until that is withdrawn or has expired',
  },
  'recommendation-not-followable': {
    kind: 'conflict',
    says: 'Before it is issued a recommendation needs whom it asks, what will be measured, who answers for it and by when',
  },
  'actions-open': {
    kind: 'conflict',
    says: 'Some actions of this recommendation are not completed. Complete each, or say why it is no longer relevant',
  },
  'closing-needs-second-person': {
    kind: 'conflict',
    says: 'Whoever says that something is done cannot confirm it. Ask somebody else to look at the evidence',
  },
  'alert-not-acknowledged': {
    kind: 'conflict',
    says: 'The designated doctor and public health have not both said that they know of this alert. Telephone whoever has not, record it, then close the alert',
  },
  'not-overdue': { kind: 'conflict', says: 'This is not overdue, so there is nothing to take further' },
  'event-out-of-order': { kind: 'conflict', says: 'An earlier event is still missing' },
} as const satisfies Record<string, { kind: RefusalKind; says: string }>

export type RefusalCode = keyof typeof refusals

export function isRefusalCode(code: string): code is RefusalCode {
  return Object.hasOwn(refusals, code)
}

/** A rule said no. Carries a code and, where a form is to blame, the fields; never a value somebody typed. */
export class Refusal extends Error {
  readonly code: RefusalCode
  readonly kind: RefusalKind
  readonly fields: readonly string[]

  constructor(code: RefusalCode, fields: readonly string[] = []) {
    super(code)
    this.name = 'Refusal'
    this.code = code
    this.kind = refusals[code].kind
    this.fields = fields
  }

  /** The sentence the person reads. */
  get says(): string {
    return refusals[this.code].says
  }
}
