/** The rows of a table that belong to a case: by its id, or through the row of another table they hang on. */
type Carried = {
  readonly table: string
  readonly through?: { readonly table: string; readonly by: string }
  /** Columns that are emptied: what they name is the area's and stays. */
  readonly without?: readonly string[]
  /** Stays where it was too. */
  readonly stays?: true
}

const ofRequest = { table: 'information_requests', by: 'information_request_id' }

const ofMeeting = { table: 'review_meetings', by: 'review_meeting_id' }

/**
 * Everything that belongs to a case and goes with it to another area as it is, sealed content unopened; in the order it
 * can be written in. A migration calls `carried_with_case` for each.
 */
export const carriedTables: readonly Carried[] = [
  // From when on an import is chased is the area's to say.
  { table: 'information_requests', without: ['chase_from'] },
  { table: 'request_recipients', through: ofRequest, without: ['contact_id'] },
  { table: 'link_codes', through: ofRequest },
  { table: 'reporting_forms', through: ofRequest },
  { table: 'request_forms', through: ofRequest },
  { table: 'form_sections', through: ofRequest },
  { table: 'returned_forms', through: ofRequest },
  { table: 'form_corrections', through: ofRequest },
  { table: 'return_decisions', through: ofRequest },
  // Hangs on the versions above.
  { table: 'partial_returns', through: ofRequest },
  { table: 'transcriptions', through: ofRequest },
  { table: 'chasers', through: ofRequest },
  { table: 'gaps', through: ofRequest },
  // Their content stays where it lies: the store knows no area.
  { table: 'documents' },
  { table: 'document_redactions', through: { table: 'documents', by: 'document_id' } },
  { table: 'life_events' },
  { table: 'kept_returns', through: ofRequest },
  { table: 'recalls' },
  { table: 'settled_conflicts' },
  { table: 'national_submissions' },
  { table: 'open_case_origins' },
  { table: 'kept_scores' },
  { table: 'holds' },
  { table: 'hold_checks', through: { table: 'holds', by: 'hold_id' } },
  { table: 'linked_proceedings' },
  { table: 'proceeding_steps', through: { table: 'linked_proceedings', by: 'proceeding_id' } },
  { table: 'review_meetings_not_held' },
  { table: 'review_meetings' },
  { table: 'review_meeting_invitations', through: ofMeeting },
  { table: 'review_meeting_notes', through: ofMeeting },
  { table: 'review_meeting_lasts', through: ofMeeting },
  { table: 'deferrals', without: ['panel_meeting_id'] },
  { table: 'panel_questions' },
  { table: 'listing_warnings' },
  { table: 'reopenings', without: ['panel_meeting_id'] },
  { table: 'told_entries' },
  { table: 'key_workers' },
  { table: 'family_members' },
  { table: 'avoided_dates' },
  { table: 'family_questions' },
  { table: 'family_answers', through: { table: 'family_questions', by: 'family_question_id' } },
  // Before what is known since: somebody was told while they might be.
  { table: 'family_feedback' },
  { table: 'family_portraits' },
  { table: 'family_letters' },
  { table: 'cause_letters' },
  { table: 'caveats' },
  // Whoever in this area was to ask again: there whoever leads the case is.
  { table: 'caveat_entries', through: { table: 'caveats', by: 'caveat_id' }, without: ['owner_person'] },
  { table: 'family_member_entries', through: { table: 'family_members', by: 'family_member_id' } },
  // Whoever withdrew does not see the stub either.
  { table: 'conflicts', stays: true },
]

/** What rows of a case name, by a column of either, and is the area's own. */
type Given = {
  readonly table: string
  readonly by: string
  readonly namedIn: readonly string[]
  /** Columns that are emptied. */
  readonly without?: readonly string[]
}

const asked = { by: 'organisation_id', namedIn: ['information_requests', 'request_recipients', 'documents'] }

/** What stays with its area, and of which the other is given what it has none of; in the order it can be written in. */
export const givenTables: readonly Given[] = [
  // Codes stay: there they may be another entry's.
  { table: 'organisations', ...asked, without: ['ods_code', 'gss_code'] },
  { table: 'organisation_names', ...asked },
  { table: 'chaser_mails', by: 'chaser_mail_id', namedIn: ['chasers'] },
]

/** Tables that name a case, or something of one, and are not carried: each with its reason. */
export const notCarried: Readonly<Record<string, string>> = {
  case_assignments: 'Whoever had the case works in this area; in the other one somebody else is given it.',
  case_visits: 'Who was at it within the hour, in this area.',
  cases: 'What there is of it in the other area is filled; here a stub stays.',
  document_uploads: 'A file that has not come whole is sent again where the case is.',
  document_attempts: 'How often somebody of this area began to send a file in a day; then forgotten.',
  link_tokens: 'In no area: where it leads is changed.',
  request_batches:
    'How several were asked at once stays with whoever asked; the requests themselves go along.',
  request_batch_recipients: 'As `request_batches`.',
  inbox_requests:
    'An inbox is that of an area: there the request lies in the one of its mailbox when it is next chased.',
  open_case_files: 'What a bundle of the area named; what was taken in of it goes with the case.',
  open_case_rows: 'What an import of the area came to; where a case came from goes with the case.',
  panel_comments: 'Written to the chair of this area’s panel; a listed case is not handed over.',
  private_notes: 'What somebody of this area noted for themselves; a listed case is not handed over.',
  pack_readings: 'How far somebody of this area is in reading; a listed case is not handed over.',
  listings: 'The agenda is that of a panel meeting of the area; a listed case is not handed over.',
  pack_cases: 'The pack is that of a panel meeting of the area; a listed case is not handed over.',
  pack_decisions: 'As `pack_cases`: what was decided holds for a text of this area.',
  agenda_proposals: 'As `listings`; in the other area it is proposed anew.',
  agreed_analyses: 'A reviewed case is not handed over.',
  national_withdrawals: 'Owed for a death reported in error; such a case is not handed over.',
}
