-- Generated from the migrated schema; a test compares it.
table case_review.agenda_proposals [class: tenant] rls=t forced=t
table case_review.agreed_analyses [class: tenant] rls=t forced=t
table case_review.area_directory [class: reference] rls=f forced=f
table case_review.areas [class: tenant] rls=t forced=t
table case_review.arrivals [class: tenant] rls=t forced=t
table case_review.attendances [class: tenant] rls=t forced=t
table case_review.audit_chain [class: tenant] rls=t forced=t
table case_review.audit_entries [class: tenant] rls=t forced=t
table case_review.audit_unsealed [class: system] rls=f forced=f
table case_review.avoided_dates [class: tenant] rls=t forced=t
table case_review.bank_holidays [class: reference] rls=f forced=f
table case_review.case_assignments [class: tenant] rls=t forced=t
table case_review.case_exports [class: tenant] rls=t forced=t
table case_review.case_minutes [class: tenant] rls=t forced=t
table case_review.case_visits [class: tenant] rls=t forced=t
table case_review.cases [class: tenant] rls=t forced=t
table case_review.cases_due_back [class: system] rls=f forced=f
table case_review.cause_letters [class: tenant] rls=t forced=t
table case_review.caveat_entries [class: tenant] rls=t forced=t
table case_review.caveats [class: tenant] rls=t forced=t
table case_review.chaser_mails [class: tenant] rls=t forced=t
table case_review.chasers [class: tenant] rls=t forced=t
table case_review.chasing_areas [class: system] rls=f forced=f
table case_review.chasing_settings [class: tenant] rls=t forced=t
table case_review.clock_defaults [class: reference] rls=f forced=f
table case_review.clock_settings [class: tenant] rls=t forced=t
table case_review.confidentiality_statements [class: tenant] rls=t forced=t
table case_review.conflicts [class: tenant] rls=t forced=t
table case_review.data_keys [class: tenant] rls=t forced=t
table case_review.deferrals [class: tenant] rls=t forced=t
table case_review.deliveries [class: tenant] rls=t forced=t
table case_review.document_areas [class: system] rls=f forced=f
table case_review.document_attempts [class: tenant] rls=t forced=t
table case_review.document_redactions [class: tenant] rls=t forced=t
table case_review.document_uploads [class: tenant] rls=t forced=t
table case_review.documents [class: tenant] rls=t forced=t
table case_review.events [class: tenant] rls=t forced=t
table case_review.family_answers [class: tenant] rls=t forced=t
table case_review.family_feedback [class: tenant] rls=t forced=t
table case_review.family_letters [class: tenant] rls=t forced=t
table case_review.family_member_entries [class: tenant] rls=t forced=t
table case_review.family_members [class: tenant] rls=t forced=t
table case_review.family_portraits [class: tenant] rls=t forced=t
table case_review.family_questions [class: tenant] rls=t forced=t
table case_review.form_corrections [class: tenant] rls=t forced=t
table case_review.form_sections [class: tenant] rls=t forced=t
table case_review.gaps [class: tenant] rls=t forced=t
table case_review.hold_checks [class: tenant] rls=t forced=t
table case_review.holds [class: tenant] rls=t forced=t
table case_review.idempotency_keys [class: tenant] rls=t forced=t
table case_review.inbox [class: tenant] rls=t forced=t
table case_review.inbox_codes [class: tenant] rls=t forced=t
table case_review.inbox_organisations [class: tenant] rls=t forced=t
table case_review.inbox_requests [class: tenant] rls=t forced=t
table case_review.inbox_tokens [class: system] rls=f forced=f
table case_review.inboxes [class: tenant] rls=t forced=t
table case_review.information_requests [class: tenant] rls=t forced=t
table case_review.kept_returns [class: tenant] rls=t forced=t
table case_review.kept_scores [class: tenant] rls=t forced=t
table case_review.key_fingerprints [class: system] rls=f forced=f
table case_review.key_workers [class: tenant] rls=t forced=t
table case_review.letter_templates [class: tenant] rls=t forced=t
table case_review.life_events [class: tenant] rls=t forced=t
table case_review.link_codes [class: tenant] rls=t forced=t
table case_review.link_tokens [class: system] rls=f forced=f
table case_review.linked_proceedings [class: tenant] rls=t forced=t
table case_review.listing_warnings [class: tenant] rls=t forced=t
table case_review.listings [class: tenant] rls=t forced=t
table case_review.migrations [class: system] rls=f forced=f
table case_review.national_routes [class: tenant] rls=t forced=t
table case_review.national_submissions [class: tenant] rls=t forced=t
table case_review.national_withdrawals [class: tenant] rls=t forced=t
table case_review.open_case_files [class: tenant] rls=t forced=t
table case_review.open_case_imports [class: tenant] rls=t forced=t
table case_review.open_case_origins [class: tenant] rls=t forced=t
table case_review.open_case_rows [class: tenant] rls=t forced=t
table case_review.organisation_contacts [class: tenant] rls=t forced=t
table case_review.organisation_names [class: tenant] rls=t forced=t
table case_review.organisations [class: tenant] rls=t forced=t
table case_review.pack_cases [class: tenant] rls=t forced=t
table case_review.pack_codes [class: tenant] rls=t forced=t
table case_review.pack_decisions [class: tenant] rls=t forced=t
table case_review.pack_readings [class: tenant] rls=t forced=t
table case_review.pack_rules [class: tenant] rls=t forced=t
table case_review.packs [class: tenant] rls=t forced=t
table case_review.packs_to_destroy [class: system] rls=f forced=f
table case_review.panel_apologies [class: tenant] rls=t forced=t
table case_review.panel_comments [class: tenant] rls=t forced=t
table case_review.panel_invitations [class: tenant] rls=t forced=t
table case_review.panel_meeting_pauses [class: tenant] rls=t forced=t
table case_review.panel_meetings [class: tenant] rls=t forced=t
table case_review.panel_questions [class: tenant] rls=t forced=t
table case_review.panel_year_plans [class: tenant] rls=t forced=t
table case_review.partial_returns [class: tenant] rls=t forced=t
table case_review.private_note_holds [class: tenant] rls=t forced=t
table case_review.private_notes [class: tenant] rls=t forced=t
table case_review.private_notes_watched [class: system] rls=f forced=f
table case_review.proceeding_steps [class: tenant] rls=t forced=t
table case_review.quorum_rules [class: tenant] rls=t forced=t
table case_review.readiness [class: system] rls=f forced=f
table case_review.recalls [class: tenant] rls=t forced=t
table case_review.regional_answers [class: tenant] rls=t forced=t
table case_review.regional_guests [class: tenant] rls=t forced=t
table case_review.regional_meetings [class: tenant] rls=t forced=t
table case_review.reopenings [class: tenant] rls=t forced=t
table case_review.reporting_forms [class: tenant] rls=t forced=t
table case_review.request_batch_recipients [class: tenant] rls=t forced=t
table case_review.request_batches [class: tenant] rls=t forced=t
table case_review.request_forms [class: tenant] rls=t forced=t
table case_review.request_recipients [class: tenant] rls=t forced=t
table case_review.return_decisions [class: tenant] rls=t forced=t
table case_review.returned_forms [class: tenant] rls=t forced=t
table case_review.review_meeting_invitations [class: tenant] rls=t forced=t
table case_review.review_meeting_lasts [class: tenant] rls=t forced=t
table case_review.review_meeting_notes [class: tenant] rls=t forced=t
table case_review.review_meetings [class: tenant] rls=t forced=t
table case_review.review_meetings_not_held [class: tenant] rls=t forced=t
table case_review.saved_views [class: tenant] rls=t forced=t
table case_review.settled_conflicts [class: tenant] rls=t forced=t
table case_review.told_entries [class: tenant] rls=t forced=t
table case_review.transcriptions [class: tenant] rls=t forced=t
column agenda_proposals.area_id uuid not null
column agenda_proposals.case_id uuid not null
column agenda_proposals.panel_meeting_id uuid not null
column agenda_proposals.proposed_at timestamp with time zone not null
column agenda_proposals.proposed_by uuid not null
column agreed_analyses.analysis_version integer not null
column agreed_analyses.area_id uuid not null
column agreed_analyses.case_id uuid not null
column agreed_analyses.codes jsonb not null
column agreed_analyses.reviewed_on date not null
column area_directory.area_id uuid not null
column area_directory.name text not null
column areas.area_id uuid not null
column areas.code text not null
column areas.name text not null
column arrivals.area_id uuid not null
column arrivals.arrived_at timestamp with time zone not null
column arrivals.transfer_id uuid not null
column attendances.agency text not null
column attendances.area_id uuid not null
column attendances.attended_as text
column attendances.panel_meeting_id uuid not null
column attendances.person_id uuid not null
column audit_chain.area_id uuid not null
column audit_chain.entry_id uuid not null
column audit_chain.hash bytea not null
column audit_chain.sealed_at timestamp with time zone not null
column audit_chain.sequence bigint not null
column audit_entries.area_id uuid not null
column audit_entries.entry jsonb not null
column audit_entries.id uuid not null
column audit_unsealed.area_id uuid not null
column audit_unsealed.entry_id uuid not null
column audit_unsealed.recorded_at timestamp with time zone not null
column avoided_dates.area_id uuid not null
column avoided_dates.avoided bytea not null
column avoided_dates.avoided_date_id uuid not null
column avoided_dates.case_id uuid not null
column avoided_dates.recorded_at timestamp with time zone not null
column avoided_dates.recorded_by uuid not null
column avoided_dates.removed_at timestamp with time zone
column avoided_dates.removed_by uuid
column bank_holidays.day date not null
column case_assignments.area_id uuid not null
column case_assignments.assigned_at timestamp with time zone not null
column case_assignments.assigned_by uuid
column case_assignments.assignment_id uuid not null
column case_assignments.back_on date
column case_assignments.case_id uuid not null
column case_assignments.ended_at timestamp with time zone
column case_assignments.ended_because text
column case_assignments.ended_by uuid
column case_assignments.owed jsonb not null default '[]'::jsonb
column case_assignments.part text not null
column case_assignments.person_id uuid not null
column case_exports.area_id uuid not null
column case_exports.begun_at timestamp with time zone not null
column case_exports.case_export_id uuid not null
column case_exports.of_nobody boolean not null default false
column case_exports.owner_id uuid
column case_exports.person_id uuid not null
column case_exports.reason text not null
column case_exports.sort text not null
column case_exports.view text not null
column case_exports.why bytea not null
column case_minutes.area_id uuid not null
column case_minutes.changed_at timestamp with time zone not null
column case_minutes.changed_by uuid not null
column case_minutes.kind text not null
column case_minutes.minutes integer not null
column case_minutes.valid_from date not null
column case_minutes.version integer not null
column case_visits.area_id uuid not null
column case_visits.case_id uuid not null
column case_visits.here_at timestamp with time zone not null
column case_visits.named_at timestamp with time zone
column case_visits.person_id uuid not null
column case_visits.seen_at timestamp with time zone not null
column cases.age_band text not null
column cases.area_id uuid not null
column cases.arriving_by uuid
column cases.awaited integer not null default 0
column cases.blank_demographics text[]
column cases.case_id uuid not null
column cases.case_ids uuid[] not null
column cases.caveat_review_on date
column cases.closed_at timestamp with time zone
column cases.closed_by uuid
column cases.confirmed_at timestamp with time zone
column cases.coordinator_id uuid
column cases.death_confirmed_by text
column cases.death_confirmed_on date
column cases.died_on date not null
column cases.error_reason text
column cases.error_reported_at timestamp with time zone
column cases.expectedness text not null
column cases.first_reviewed_on date
column cases.flags text[]
column cases.hold_check_on date
column cases.identity_confirmed_by text
column cases.identity_confirmed_on date
column cases.jar_triggers text[]
column cases.left_by uuid
column cases.local_authority text not null
column cases.merge_id uuid
column cases.merged_at timestamp with time zone
column cases.merged_into uuid
column cases.national_submission_on date
column cases.never_national boolean not null default false
column cases.next_due_on date
column cases.next_what text not null
column cases.not_told integer not null
column cases.offered_at timestamp with time zone
column cases.offered_by uuid
column cases.opened_at timestamp with time zone not null
column cases.place_of_death text not null
column cases.received_on date not null
column cases.reference text not null
column cases.reopenings integer not null default 0
column cases.reviewed_at timestamp with time zone
column cases.reviewed_on date
column cases.sex text not null
column cases.state text not null
column cases.state_before_merge text
column cases.state_before_transfer text
column cases.version integer not null default 1
column cases.waits_until date
column cases_due_back.area_id uuid not null
column cases_due_back.due_on date not null
column cause_letters.answer text
column cause_letters.answer_words bytea
column cause_letters.answered_on date
column cause_letters.area_id uuid not null
column cause_letters.case_id uuid not null
column cause_letters.cause_letter_id uuid not null
column cause_letters.changed_at timestamp with time zone not null
column cause_letters.changed_by uuid not null
column cause_letters.content bytea not null
column cause_letters.raised_by uuid not null
column cause_letters.raised_on date not null
column cause_letters.recipient text not null
column cause_letters.sent_on date
column cause_letters.sent_to bytea
column cause_letters.state text not null
column cause_letters.version integer not null
column caveat_entries.area_id uuid not null
column caveat_entries.caveat_id uuid not null
column caveat_entries.entry integer not null
column caveat_entries.note bytea
column caveat_entries.owner_person uuid
column caveat_entries.owner_role text
column caveat_entries.recorded_at timestamp with time zone not null
column caveat_entries.recorded_by uuid not null
column caveat_entries.review_on date
column caveat_entries.what text not null
column caveats.area_id uuid not null
column caveats.case_id uuid not null
column caveats.caveat_id uuid not null
column caveats.document_id uuid
column caveats.family_question_id uuid
column caveats.form text
column caveats.form_version text
column caveats.information_request_id uuid
column caveats.kind text not null
column caveats.lifted_on date
column caveats.part text
column caveats.review_on date not null
column chaser_mails.area_id uuid not null
column chaser_mails.chased_on date not null
column chaser_mails.chaser_mail_id uuid not null
column chaser_mails.mailbox_index bytea not null
column chaser_mails.outcome text
column chaser_mails.outcome_at timestamp with time zone
column chasers.addressee bytea
column chasers.area_id uuid not null
column chasers.chaser_mail_id uuid
column chasers.information_request_id uuid not null
column chasers.recorded_at timestamp with time zone not null
column chasers.recorded_by uuid
column chasers.round integer not null default 1
column chasers.step text not null
column chasers.taken_on date not null
column chasing_areas.area_id uuid not null
column chasing_areas.chased_on date not null
column chasing_settings.area_id uuid not null
column chasing_settings.changed_at timestamp with time zone not null
column chasing_settings.changed_by uuid not null
column chasing_settings.settings jsonb not null
column chasing_settings.valid_from date not null
column chasing_settings.version integer not null
column clock_defaults.amount integer not null
column clock_defaults.clock text not null
column clock_defaults.unit text not null
column clock_settings.area_id uuid not null
column clock_settings.changed_at timestamp with time zone not null
column clock_settings.changed_by uuid not null
column clock_settings.settings jsonb not null
column clock_settings.valid_from date not null
column clock_settings.version integer not null
column confidentiality_statements.area_id uuid not null
column confidentiality_statements.person_id uuid not null
column confidentiality_statements.signed_at timestamp with time zone not null
column confidentiality_statements.signed_on date not null
column confidentiality_statements.words_version text not null
column conflicts.area_id uuid not null
column conflicts.because text
column conflicts.case_id uuid not null
column conflicts.declared_at timestamp with time zone not null
column conflicts.entry integer not null default 1
column conflicts.outcome text not null default 'withdrawn'::text
column conflicts.person_id uuid not null
column conflicts.recorded_by uuid
column data_keys.area_id uuid not null
column data_keys.subject uuid not null
column data_keys.wrapped bytea not null
column deferrals.area_id uuid not null
column deferrals.case_id uuid not null
column deferrals.deferral_id uuid not null
column deferrals.deferred_on date not null
column deferrals.panel_meeting_id uuid
column deferrals.recorded_at timestamp with time zone not null
column deferrals.recorded_by uuid not null
column deliveries.area_id uuid not null
column deliveries.attempts integer not null default 0
column deliveries.next_version bigint not null default 1
column deliveries.quarantined_at timestamp with time zone
column deliveries.reason text
column deliveries.subject uuid not null
column deliveries.subscriber text not null
column document_areas.area_id uuid not null
column document_attempts.area_id uuid not null
column document_attempts.begun_at timestamp with time zone not null
column document_attempts.document_id uuid not null
column document_attempts.information_request_id uuid
column document_attempts.person_id uuid
column document_redactions.area_id uuid not null
column document_redactions.decided_at timestamp with time zone not null
column document_redactions.decided_by uuid not null
column document_redactions.decision text not null
column document_redactions.document_id uuid not null
column document_redactions.entry integer not null
column document_uploads.area_id uuid not null
column document_uploads.begun_at timestamp with time zone not null
column document_uploads.begun_by uuid
column document_uploads.case_id uuid not null
column document_uploads.content_hash text
column document_uploads.document_id uuid not null
column document_uploads.information_request_id uuid
column document_uploads.kind text not null
column document_uploads.looks integer not null default 0
column document_uploads.name bytea not null
column document_uploads.organisation_id uuid
column document_uploads.piece_name text not null
column document_uploads.pieces integer
column document_uploads.redacted_of uuid
column document_uploads.subject text not null
column document_uploads.version_of uuid
column documents.answered_at timestamp with time zone
column documents.area_id uuid not null
column documents.bytes bigint not null
column documents.case_id uuid not null
column documents.chunks integer not null
column documents.content_key bytea
column documents.document_id uuid not null
column documents.filed_at timestamp with time zone not null
column documents.filed_by uuid
column documents.information_request_id uuid
column documents.kept text[] not null
column documents.kind text not null
column documents.mail bytea
column documents.name bytea not null
column documents.number integer not null
column documents.object_name text
column documents.organisation_id uuid
column documents.received_on date
column documents.redacted_of uuid
column documents.scanned_at timestamp with time zone
column documents.scanned_with text
column documents.state text not null default 'received'::text
column documents.subject text not null
column documents.taken_out_at timestamp with time zone
column documents.taken_out_by uuid
column documents.taken_out_reason bytea
column documents.unreadable_at timestamp with time zone
column documents.version integer not null default 1
column documents.version_of uuid
column events.area_id uuid not null
column events.id uuid not null
column events.payload jsonb not null
column events.recorded_at timestamp with time zone not null
column events.request_id uuid not null
column events.subject uuid not null
column events.type text not null
column events.version bigint not null
column family_answers.answer bytea not null
column family_answers.answered_on date not null
column family_answers.area_id uuid not null
column family_answers.body text not null
column family_answers.entry integer not null
column family_answers.family_question_id uuid not null
column family_answers.recorded_at timestamp with time zone not null
column family_answers.recorded_by uuid not null
column family_feedback.answer_entry integer
column family_feedback.area_id uuid not null
column family_feedback.case_id uuid not null
column family_feedback.channel text not null
column family_feedback.family_feedback_id uuid not null
column family_feedback.family_member_id uuid not null
column family_feedback.family_question_id uuid
column family_feedback.recorded_at timestamp with time zone not null
column family_feedback.recorded_by uuid not null
column family_feedback.support text
column family_feedback.told_by bytea not null
column family_feedback.told_on date not null
column family_letters.area_id uuid not null
column family_letters.case_id uuid not null
column family_letters.changed_at timestamp with time zone not null
column family_letters.changed_by uuid not null
column family_letters.content bytea not null
column family_letters.drafted_at timestamp with time zone not null
column family_letters.drafted_by uuid not null
column family_letters.family_letter_id uuid not null
column family_letters.family_member_id uuid not null
column family_letters.final_at timestamp with time zone
column family_letters.final_by uuid
column family_letters.given_by bytea
column family_letters.given_how text
column family_letters.given_on date
column family_letters.given_recorded_at timestamp with time zone
column family_letters.given_recorded_by uuid
column family_letters.knows_wish boolean not null default false
column family_letters.language text not null
column family_letters.stage text not null
column family_letters.state text not null
column family_letters.version integer not null
column family_letters.withdrawn_at timestamp with time zone
column family_letters.withdrawn_by uuid
column family_letters.written_in uuid not null
column family_member_entries.allowed_why bytea
column family_member_entries.area_id uuid not null
column family_member_entries.details bytea not null
column family_member_entries.entry integer not null
column family_member_entries.family_member_id uuid not null
column family_member_entries.hears_nothing boolean not null
column family_member_entries.in_error boolean not null
column family_member_entries.no_contact text
column family_member_entries.recorded_at timestamp with time zone not null
column family_member_entries.recorded_by uuid not null
column family_member_entries.relation text not null
column family_members.area_id uuid not null
column family_members.case_id uuid not null
column family_members.family_member_id uuid not null
column family_members.recorded_at timestamp with time zone not null
column family_portraits.area_id uuid not null
column family_portraits.case_id uuid not null
column family_portraits.channel text
column family_portraits.entry integer not null
column family_portraits.recorded_at timestamp with time zone not null
column family_portraits.recorded_by uuid not null
column family_portraits.told_by uuid
column family_portraits.told_on date not null
column family_portraits.wish text not null
column family_portraits.words bytea
column family_questions.area_id uuid not null
column family_questions.asked bytea not null
column family_questions.asked_by uuid
column family_questions.asked_on date not null
column family_questions.body text not null
column family_questions.case_id uuid not null
column family_questions.channel text not null
column family_questions.family_question_id uuid not null
column family_questions.left_open text
column family_questions.left_open_at timestamp with time zone
column family_questions.left_open_by uuid
column family_questions.left_open_why bytea
column family_questions.recorded_at timestamp with time zone not null
column family_questions.recorded_by uuid not null
column form_corrections.area_id uuid not null
column form_corrections.begun_at timestamp with time zone not null
column form_corrections.entry integer not null
column form_corrections.information_request_id uuid not null
column form_corrections.returned_at timestamp with time zone
column form_corrections.why bytea not null
column form_sections.area_id uuid not null
column form_sections.form text not null
column form_sections.information_request_id uuid not null
column form_sections.said_at timestamp with time zone not null
column form_sections.section text not null
column form_sections.word text not null
column gaps.area_id uuid not null
column gaps.decided_at timestamp with time zone not null
column gaps.decided_by uuid not null
column gaps.effect text not null
column gaps.information_request_id uuid not null
column gaps.note bytea not null
column gaps.reason text not null
column gaps.seen_at timestamp with time zone
column gaps.seen_by uuid
column hold_checks.area_id uuid not null
column hold_checks.confirmed_on date not null
column hold_checks.contact bytea not null
column hold_checks.entry integer not null
column hold_checks.hold_id uuid not null
column hold_checks.next_check_on date not null
column hold_checks.recorded_at timestamp with time zone not null
column hold_checks.recorded_by uuid not null
column holds.area_id uuid not null
column holds.began_on date not null
column holds.case_id uuid not null
column holds.ended_at timestamp with time zone
column holds.ended_by uuid
column holds.ended_on date
column holds.hold_id uuid not null
column holds.keeps_panel boolean not null
column holds.keeps_review_meeting boolean not null
column holds.next_check_on date not null
column holds.reason text not null
column holds.recorded_at timestamp with time zone not null
column holds.recorded_by uuid not null
column idempotency_keys.actor text not null
column idempotency_keys.area_id uuid not null
column idempotency_keys.body_hash bytea not null
column idempotency_keys.key text not null
column idempotency_keys.outcome jsonb not null default 'null'::jsonb
column idempotency_keys.procedure text not null
column idempotency_keys.recorded_at timestamp with time zone not null
column inbox.area_id uuid not null
column inbox.event_id uuid not null
column inbox.publisher text not null
column inbox.received_at timestamp with time zone not null
column inbox.subject uuid not null
column inbox.version bigint not null
column inbox_codes.area_id uuid not null
column inbox_codes.entered_at timestamp with time zone
column inbox_codes.expires_at timestamp with time zone not null
column inbox_codes.inbox_id uuid not null
column inbox_codes.nonce bytea not null
column inbox_codes.sent integer not null
column inbox_codes.sent_since timestamp with time zone not null
column inbox_codes.tries integer not null default 0
column inbox_organisations.area_id uuid not null
column inbox_organisations.inbox_id uuid not null
column inbox_organisations.open_until date not null
column inbox_organisations.organisation_id uuid not null
column inbox_requests.area_id uuid not null
column inbox_requests.inbox_id uuid not null
column inbox_requests.information_request_id uuid not null
column inbox_tokens.area_id uuid not null
column inbox_tokens.inbox_id uuid not null
column inbox_tokens.token_hash bytea not null
column inboxes.area_id uuid not null
column inboxes.inbox_id uuid not null
column inboxes.made_at timestamp with time zone not null
column inboxes.mailbox_index bytea not null
column information_requests.accepted_at timestamp with time zone
column information_requests.again_due_on date
column information_requests.area_id uuid not null
column information_requests.asked_again_on date
column information_requests.attempt integer not null
column information_requests.case_id uuid not null
column information_requests.chase_from date
column information_requests.due_on date not null
column information_requests.escalate_on date
column information_requests.first_opened_at timestamp with time zone
column information_requests.information_request_id uuid not null
column information_requests.organisation_id uuid not null
column information_requests.redirect_reason text
column information_requests.redirected_to uuid
column information_requests.reminded_on date
column information_requests.reminders integer not null default 0
column information_requests.returned_at timestamp with time zone
column information_requests.round integer not null default 1
column information_requests.said_by bytea
column information_requests.sent_at timestamp with time zone not null
column information_requests.sent_by uuid not null
column information_requests.sent_on date not null
column information_requests.state text not null
column information_requests.unread_since timestamp with time zone
column kept_returns.area_id uuid not null
column kept_returns.content bytea not null
column kept_returns.information_request_id uuid not null
column kept_returns.kept_return_id uuid not null
column kept_returns.recorded_at timestamp with time zone not null
column kept_returns.returned_on date not null
column kept_scores.area_id uuid not null
column kept_scores.case_id uuid not null
column kept_scores.content bytea not null
column kept_scores.recorded_at timestamp with time zone not null
column key_fingerprints.fingerprint text not null
column key_fingerprints.key_name text not null
column key_workers.area_id uuid not null
column key_workers.assigned_at timestamp with time zone not null
column key_workers.assigned_by uuid not null
column key_workers.case_id uuid not null
column key_workers.ended_at timestamp with time zone
column key_workers.ended_by uuid
column key_workers.from_on date not null
column key_workers.key_worker_id uuid not null
column key_workers.person_id uuid not null
column key_workers.until_on date
column letter_templates.area_id uuid not null
column letter_templates.changed_at timestamp with time zone not null
column letter_templates.changed_by uuid not null
column letter_templates.language text not null
column letter_templates.stage text not null
column letter_templates.valid_from date not null
column letter_templates.version integer not null
column letter_templates.wording bytea not null
column life_events.area_id uuid not null
column life_events.case_id uuid not null
column life_events.content bytea not null
column life_events.document_id uuid
column life_events.information_request_id uuid
column life_events.life_event_id uuid not null
column life_events.recorded_at timestamp with time zone not null
column life_events.recorded_by uuid not null
column life_events.taken_out_at timestamp with time zone
column life_events.taken_out_because bytea
column life_events.taken_out_by uuid
column link_codes.area_id uuid not null
column link_codes.entered_at timestamp with time zone
column link_codes.expires_at timestamp with time zone not null
column link_codes.information_request_id uuid not null
column link_codes.nonce bytea not null
column link_codes.sent integer not null default 0
column link_codes.sent_since timestamp with time zone not null
column link_codes.tries integer not null default 0
column link_tokens.area_id uuid not null
column link_tokens.information_request_id uuid not null
column link_tokens.token_hash bytea not null
column linked_proceedings.area_id uuid not null
column linked_proceedings.brought_hold boolean not null
column linked_proceedings.case_id uuid not null
column linked_proceedings.closed_at timestamp with time zone
column linked_proceedings.closed_by uuid
column linked_proceedings.closed_on date
column linked_proceedings.hold_id uuid
column linked_proceedings.kind text not null
column linked_proceedings.opened_on date not null
column linked_proceedings.outcome text
column linked_proceedings.proceeding_id uuid not null
column linked_proceedings.recorded_at timestamp with time zone not null
column linked_proceedings.recorded_by uuid not null
column linked_proceedings.reference bytea
column linked_proceedings.version integer not null default 1
column listing_warnings.area_id uuid not null
column listing_warnings.case_id uuid not null
column listing_warnings.gate_version text not null
column listing_warnings.item text not null
column listing_warnings.lacking integer not null
column listing_warnings.listed_at timestamp with time zone not null
column listing_warnings.listing integer not null
column listing_warnings.passed_by uuid not null
column listing_warnings.reason text not null
column listings.area_id uuid not null
column listings.case_id uuid not null
column listings.listed_at timestamp with time zone not null
column listings.listed_by uuid not null
column listings.minutes integer
column listings.panel_meeting_id uuid not null
column listings.place_on_agenda integer
column listings.summary bytea not null
column migrations.applied_at timestamp with time zone not null default now()
column migrations.checksum text not null
column migrations.name text not null
column national_routes.area_id uuid not null
column national_routes.failed_at timestamp with time zone not null
column national_routes.failures integer not null
column national_routes.since timestamp with time zone not null
column national_routes.tried_at timestamp with time zone not null
column national_routes.why text not null
column national_submissions.again text
column national_submissions.area_id uuid not null
column national_submissions.because text
column national_submissions.case_id uuid not null
column national_submissions.content_hash bytea
column national_submissions.failure text
column national_submissions.failures integer not null default 0
column national_submissions.field_hashes bytea
column national_submissions.kind text not null
column national_submissions.mapping_version text
column national_submissions.number integer not null
column national_submissions.problems jsonb
column national_submissions.queued_at timestamp with time zone not null
column national_submissions.queued_by uuid not null
column national_submissions.receipt text
column national_submissions.sent_at timestamp with time zone
column national_submissions.settled_at timestamp with time zone
column national_submissions.source_version integer
column national_submissions.state text not null
column national_submissions.submission_id uuid not null
column national_submissions.told_at timestamp with time zone
column national_submissions.withdrawal_receipt text
column national_submissions.withdrawn_at timestamp with time zone
column national_withdrawals.area_id uuid not null
column national_withdrawals.case_id uuid not null
column national_withdrawals.owed_since timestamp with time zone not null
column national_withdrawals.recorded_at timestamp with time zone
column national_withdrawals.recorded_by uuid
column national_withdrawals.submitted_on date
column national_withdrawals.withdrawn_on date
column open_case_files.about bytea
column open_case_files.area_id uuid not null
column open_case_files.attempts integer not null default 0
column open_case_files.bytes bigint
column open_case_files.case_row integer not null
column open_case_files.chunks integer
column open_case_files.content_hash text
column open_case_files.content_key bytea
column open_case_files.document_id uuid
column open_case_files.done_at timestamp with time zone
column open_case_files.done_by uuid
column open_case_files.fault text
column open_case_files.import_id uuid not null
column open_case_files.kept text[]
column open_case_files.kind text
column open_case_files.left_out text
column open_case_files.looks integer not null default 0
column open_case_files.mail bytea
column open_case_files.object_name text
column open_case_files.piece_name text
column open_case_files.pieces integer
column open_case_files.row_number integer not null
column open_case_files.scanned_at timestamp with time zone
column open_case_files.scanned_with text
column open_case_files.state text not null default 'awaited'::text
column open_case_imports.area_id uuid not null
column open_case_imports.begun_at timestamp with time zone not null
column open_case_imports.begun_by uuid not null
column open_case_imports.cases integer not null
column open_case_imports.chased_from date
column open_case_imports.chasing_taken_at timestamp with time zone
column open_case_imports.chasing_taken_by uuid
column open_case_imports.import_id uuid not null
column open_case_imports.signed_off_at timestamp with time zone
column open_case_origins.area_id uuid not null
column open_case_origins.case_id uuid not null
column open_case_origins.documents_not_taken integer not null
column open_case_origins.import_id uuid not null
column open_case_origins.old_reference bytea not null
column open_case_origins.stage text not null
column open_case_origins.taken_at timestamp with time zone not null
column open_case_origins.taken_by uuid not null
column open_case_rows.area_id uuid not null
column open_case_rows.case_id uuid
column open_case_rows.content bytea
column open_case_rows.counts jsonb
column open_case_rows.import_id uuid not null
column open_case_rows.row_number integer not null
column open_case_rows.taken_at timestamp with time zone
column organisation_contacts.area_id uuid not null
column organisation_contacts.contact_id uuid not null
column organisation_contacts.ended_on date
column organisation_contacts.from_on date not null
column organisation_contacts.organisation_id uuid not null
column organisation_contacts.reached bytea not null
column organisation_contacts.recorded_at timestamp with time zone not null
column organisation_contacts.recorded_by uuid not null
column organisation_contacts.replaces uuid
column organisation_names.area_id uuid not null
column organisation_names.entry integer not null
column organisation_names.from_on date not null
column organisation_names.name text not null
column organisation_names.organisation_id uuid not null
column organisation_names.recorded_at timestamp with time zone not null
column organisation_names.recorded_by uuid not null
column organisations.active_from date
column organisations.active_to date
column organisations.added_at timestamp with time zone not null
column organisations.area_id uuid not null
column organisations.email text not null
column organisations.gss_code text
column organisations.kind text not null
column organisations.name text not null
column organisations.ods_code text
column organisations.organisation_id uuid not null
column organisations.version integer not null default 1
column pack_cases.area_id uuid not null
column pack_cases.attempts integer not null default 0
column pack_cases.case_id uuid not null
column pack_cases.compiled bytea
column pack_cases.counts jsonb
column pack_cases.doubtful integer
column pack_cases.findings bytea
column pack_cases.known_hash bytea
column pack_cases.open integer
column pack_cases.outcome text
column pack_cases.pack_id uuid not null
column pack_cases.screened_at timestamp with time zone
column pack_codes.area_id uuid not null
column pack_codes.code text not null
column pack_codes.entity_hash bytea not null
column pack_codes.pack_id uuid not null
column pack_decisions.area_id uuid not null
column pack_decisions.case_id uuid not null
column pack_decisions.decided_at timestamp with time zone not null
column pack_decisions.decided_by uuid not null
column pack_decisions.entry integer not null
column pack_decisions.found_as text not null
column pack_decisions.hide boolean not null
column pack_decisions.place text not null
column pack_decisions.text_hash bytea not null
column pack_readings.area_id uuid not null
column pack_readings.case_id uuid not null
column pack_readings.marked_at timestamp with time zone
column pack_readings.panel_meeting_id uuid not null
column pack_readings.person_id uuid not null
column pack_readings.place text
column pack_readings.read_at timestamp with time zone
column pack_readings.shown bytea
column pack_rules.area_id uuid not null
column pack_rules.changed_at timestamp with time zone not null
column pack_rules.changed_by uuid not null
column pack_rules.rule jsonb not null
column pack_rules.valid_from date not null
column pack_rules.version integer not null
column packs.area_id uuid not null
column packs.asked_at timestamp with time zone not null
column packs.asked_by uuid not null
column packs.built_at timestamp with time zone
column packs.destroyed_at timestamp with time zone
column packs.expires_after_days integer
column packs.few_reason bytea
column packs.late_reason bytea
column packs.pack_id uuid not null
column packs.panel_meeting_id uuid not null
column packs.released_at timestamp with time zone
column packs.released_by uuid
column packs.signed_at timestamp with time zone
column packs.signed_by uuid
column packs.state text not null
column packs.version integer not null
column packs.withdrawn_at timestamp with time zone
column packs.withdrawn_because text
column packs.withdrawn_by uuid
column packs_to_destroy.area_id uuid not null
column packs_to_destroy.pack_id uuid not null
column panel_apologies.apologises boolean not null
column panel_apologies.area_id uuid not null
column panel_apologies.entry integer not null
column panel_apologies.panel_meeting_id uuid not null
column panel_apologies.person_id uuid not null
column panel_apologies.recorded_at timestamp with time zone not null
column panel_comments.area_id uuid not null
column panel_comments.case_id uuid not null
column panel_comments.comment bytea not null
column panel_comments.held_back boolean not null
column panel_comments.panel_comment_id uuid not null
column panel_comments.panel_meeting_id uuid not null
column panel_comments.person_id uuid not null
column panel_comments.sent_at timestamp with time zone not null
column panel_invitations.area_id uuid not null
column panel_invitations.invited_at timestamp with time zone not null
column panel_invitations.invited_by uuid not null
column panel_invitations.panel_meeting_id uuid not null
column panel_invitations.person_id uuid not null
column panel_meeting_pauses.area_id uuid not null
column panel_meeting_pauses.panel_meeting_id uuid not null
column panel_meeting_pauses.recorded_at timestamp with time zone not null
column panel_meeting_pauses.recorded_by uuid not null
column panel_meetings.area_id uuid not null
column panel_meetings.arranged_at timestamp with time zone not null
column panel_meetings.arranged_by uuid not null
column panel_meetings.cancel_reason text
column panel_meetings.cancelled_at timestamp with time zone
column panel_meetings.cancelled_by uuid
column panel_meetings.ends_at text
column panel_meetings.held_on date not null
column panel_meetings.kind text not null
column panel_meetings.members integer
column panel_meetings.panel_meeting_id uuid not null
column panel_meetings.place bytea
column panel_meetings.seats text[]
column panel_meetings.sequence integer not null default 0
column panel_meetings.starts_at text
column panel_meetings.version integer not null default 1
column panel_questions.area_id uuid not null
column panel_questions.asked bytea not null
column panel_questions.case_id uuid not null
column panel_questions.deferral_id uuid not null
column panel_questions.information_request_id uuid
column panel_questions.note bytea
column panel_questions.panel_question_id uuid not null
column panel_questions.place integer not null
column panel_questions.settled text
column panel_questions.settled_at timestamp with time zone
column panel_questions.settled_by uuid
column panel_year_plans.area_id uuid not null
column panel_year_plans.confirmed_at timestamp with time zone
column panel_year_plans.confirmed_by uuid
column panel_year_plans.panel_year_plan_id uuid not null
column panel_year_plans.plan bytea not null
column panel_year_plans.planned_at timestamp with time zone not null
column panel_year_plans.planned_by uuid not null
column panel_year_plans.version integer not null
column panel_year_plans.year text not null
column partial_returns.area_id uuid not null
column partial_returns.entry integer not null
column partial_returns.information_request_id uuid not null
column partial_returns.number integer not null
column partial_returns.promised_on date not null
column partial_returns.reason text not null
column partial_returns.round integer not null
column partial_returns.sections_asked integer not null
column partial_returns.sections_completed integer not null
column partial_returns.sent_at timestamp with time zone not null
column partial_returns.sent_on date not null
column private_note_holds.area_id uuid not null
column private_note_holds.entry integer not null
column private_note_holds.holds boolean not null
column private_note_holds.panel_meeting_id uuid not null
column private_note_holds.reason bytea not null
column private_note_holds.recorded_at timestamp with time zone not null
column private_note_holds.recorded_by uuid not null
column private_notes.area_id uuid not null
column private_notes.case_id uuid not null
column private_notes.note bytea not null
column private_notes.panel_meeting_id uuid not null
column private_notes.person_id uuid not null
column private_notes.version integer not null
column private_notes.written_at timestamp with time zone not null
column private_notes_watched.area_id uuid not null
column private_notes_watched.look_on date not null
column proceeding_steps.area_id uuid not null
column proceeding_steps.done_by bytea not null
column proceeding_steps.done_on date not null
column proceeding_steps.entry integer not null
column proceeding_steps.proceeding_id uuid not null
column proceeding_steps.recorded_at timestamp with time zone not null
column proceeding_steps.recorded_by uuid not null
column proceeding_steps.step text not null
column quorum_rules.area_id uuid not null
column quorum_rules.changed_at timestamp with time zone not null
column quorum_rules.changed_by uuid not null
column quorum_rules.kind text not null
column quorum_rules.rule jsonb not null
column quorum_rules.valid_from date not null
column quorum_rules.version integer not null
column readiness.committed_at timestamp with time zone not null
column readiness.only_row boolean not null default true
column recalls.area_id uuid not null
column recalls.case_id uuid not null
column recalls.information_request_id uuid not null
column recalls.mailed_at timestamp with time zone
column recalls.reason text not null
column recalls.recalled_at timestamp with time zone not null
column recalls.recalled_by uuid
column regional_answers.answer text not null
column regional_answers.answered_at timestamp with time zone
column regional_answers.answered_by uuid
column regional_answers.area_id uuid not null
column regional_answers.of_area_id uuid not null
column regional_answers.regional_meeting_id uuid not null
column regional_answers.word_version integer not null
column regional_guests.agency text not null
column regional_guests.area_id uuid not null
column regional_guests.home_area_id uuid not null
column regional_guests.person_id uuid not null
column regional_guests.regional_meeting_id uuid not null
column regional_guests.seat text not null
column regional_meetings.area_id uuid not null
column regional_meetings.arranged_at timestamp with time zone not null
column regional_meetings.arranged_by uuid not null
column regional_meetings.cancel_reason text
column regional_meetings.cancelled_at timestamp with time zone
column regional_meetings.cancelled_by uuid
column regional_meetings.ends_at text not null
column regional_meetings.held_on date not null
column regional_meetings.host_area_id uuid not null
column regional_meetings.panel_meeting_id uuid
column regional_meetings.plan_version integer not null
column regional_meetings.regional_meeting_id uuid not null
column regional_meetings.starts_at text not null
column regional_meetings.words bytea not null
column reopenings.area_id uuid not null
column reopenings.case_id uuid not null
column reopenings.closed_at timestamp with time zone
column reopenings.closed_by uuid
column reopenings.national_submission_on date
column reopenings.note bytea not null
column reopenings.number integer not null
column reopenings.panel_meeting_id uuid
column reopenings.reason text not null
column reopenings.recorded_at timestamp with time zone not null
column reopenings.recorded_by uuid not null
column reopenings.reopened_on date not null
column reopenings.reviewed_at timestamp with time zone
column reopenings.reviewed_on date not null
column reporting_forms.answers bytea not null
column reporting_forms.area_id uuid not null
column reporting_forms.form_version text not null
column reporting_forms.information_request_id uuid not null
column reporting_forms.saved_at timestamp with time zone not null
column reporting_forms.version integer not null
column request_batch_recipients.area_id uuid not null
column request_batch_recipients.contact_id uuid
column request_batch_recipients.information_request_id uuid
column request_batch_recipients.organisation_id uuid not null
column request_batch_recipients.outcome text
column request_batch_recipients.place integer not null
column request_batch_recipients.refusal text
column request_batch_recipients.request_batch_id uuid not null
column request_batch_recipients.settled_at timestamp with time zone
column request_batches.area_id uuid not null
column request_batches.asked_at timestamp with time zone not null
column request_batches.asked_by uuid not null
column request_batches.case_id uuid not null
column request_batches.request_batch_id uuid not null
column request_forms.answers bytea
column request_forms.area_id uuid not null
column request_forms.asked_at timestamp with time zone not null
column request_forms.asked_by uuid not null
column request_forms.form_version text not null
column request_forms.information_request_id uuid not null
column request_forms.kind text not null
column request_forms.saved_at timestamp with time zone
column request_forms.stages text[]
column request_forms.version integer not null default 0
column request_recipients.area_id uuid not null
column request_recipients.attempt integer not null
column request_recipients.contact_id uuid
column request_recipients.information_request_id uuid not null
column request_recipients.organisation_id uuid not null
column request_recipients.reached bytea not null
column request_recipients.reason text not null
column request_recipients.since timestamp with time zone not null
column return_decisions.answer_by date
column return_decisions.area_id uuid not null
column return_decisions.decided_at timestamp with time zone not null
column return_decisions.decided_by uuid
column return_decisions.decision text not null
column return_decisions.entry integer not null
column return_decisions.information_request_id uuid not null
column return_decisions.missing bytea
column returned_forms.answers bytea not null
column returned_forms.area_id uuid not null
column returned_forms.entry integer not null
column returned_forms.form text not null
column returned_forms.form_version text not null
column returned_forms.information_request_id uuid not null
column returned_forms.returned_at timestamp with time zone not null
column returned_forms.stages text[]
column review_meeting_invitations.area_id uuid not null
column review_meeting_invitations.contact bytea not null
column review_meeting_invitations.invitation integer not null
column review_meeting_invitations.invited_at timestamp with time zone not null
column review_meeting_invitations.invited_by uuid not null
column review_meeting_invitations.mailed_at timestamp with time zone
column review_meeting_invitations.mailed_sequence integer
column review_meeting_invitations.review_meeting_id uuid not null
column review_meeting_lasts.area_id uuid not null
column review_meeting_lasts.entry integer not null
column review_meeting_lasts.last boolean not null
column review_meeting_lasts.reason bytea not null
column review_meeting_lasts.review_meeting_id uuid not null
column review_meeting_lasts.said_at timestamp with time zone not null
column review_meeting_lasts.said_by uuid not null
column review_meeting_notes.area_id uuid not null
column review_meeting_notes.entry integer not null
column review_meeting_notes.recorded_at timestamp with time zone not null
column review_meeting_notes.recorded_by uuid not null
column review_meeting_notes.review_meeting_id uuid not null
column review_meeting_notes.written bytea not null
column review_meetings.area_id uuid not null
column review_meetings.arranged_at timestamp with time zone not null
column review_meetings.arranged_by uuid not null
column review_meetings.cancelled_at timestamp with time zone
column review_meetings.case_id uuid not null
column review_meetings.ended_the_stage boolean
column review_meetings.ends_at text not null
column review_meetings.held_on date
column review_meetings.held_recorded_at timestamp with time zone
column review_meetings.held_recorded_by uuid
column review_meetings.kind text not null
column review_meetings.place bytea not null
column review_meetings.planned_on date not null
column review_meetings.report_received_on date
column review_meetings.report_recorded_at timestamp with time zone
column review_meetings.report_recorded_by uuid
column review_meetings.response_meeting_id uuid
column review_meetings.review_meeting_id uuid not null
column review_meetings.sequence integer not null default 0
column review_meetings.starts_at text not null
column review_meetings.version integer not null default 1
column review_meetings_not_held.area_id uuid not null
column review_meetings_not_held.case_id uuid not null
column review_meetings_not_held.decided_on date not null
column review_meetings_not_held.note bytea
column review_meetings_not_held.reason text not null
column review_meetings_not_held.recorded_at timestamp with time zone not null
column review_meetings_not_held.recorded_by uuid not null
column saved_views.area_id uuid not null
column saved_views.begins boolean not null default false
column saved_views.name bytea not null
column saved_views.of_nobody boolean not null default false
column saved_views.owner_id uuid
column saved_views.person_id uuid not null
column saved_views.saved_at timestamp with time zone not null
column saved_views.saved_view_id uuid not null
column saved_views.sort text not null
column saved_views.version integer not null default 1
column saved_views.view text not null
column settled_conflicts.area_id uuid not null
column settled_conflicts.case_id uuid not null
column settled_conflicts.content bytea not null
column settled_conflicts.entry integer not null
column settled_conflicts.form text not null
column settled_conflicts.question text not null
column settled_conflicts.recorded_at timestamp with time zone not null
column settled_conflicts.recorded_by uuid not null
column told_entries.area_id uuid not null
column told_entries.case_id uuid not null
column told_entries.entry integer not null
column told_entries.outcome text not null
column told_entries.reason text
column told_entries.recipient text not null
column told_entries.recorded_at timestamp with time zone not null
column told_entries.recorded_by uuid not null
column told_entries.told_by bytea
column told_entries.told_on date
column transcriptions.answers bytea not null
column transcriptions.area_id uuid not null
column transcriptions.begun_at timestamp with time zone not null
column transcriptions.begun_by uuid not null
column transcriptions.channel text not null
column transcriptions.discarded_at timestamp with time zone
column transcriptions.entry integer
column transcriptions.informant bytea not null
column transcriptions.information_request_id uuid not null
column transcriptions.recorded_at timestamp with time zone
column transcriptions.recorded_by uuid
column transcriptions.told_on date not null
column transcriptions.transcription_id uuid not null
column transcriptions.version integer not null
constraint agenda_proposals.agenda_proposals_area_id_case_id_fkey FOREIGN KEY (area_id, case_id) REFERENCES case_review.cases(area_id, case_id)
constraint agenda_proposals.agenda_proposals_area_id_not_null NOT NULL area_id
constraint agenda_proposals.agenda_proposals_area_id_panel_meeting_id_fkey FOREIGN KEY (area_id, panel_meeting_id) REFERENCES case_review.panel_meetings(area_id, panel_meeting_id)
constraint agenda_proposals.agenda_proposals_case_id_not_null NOT NULL case_id
constraint agenda_proposals.agenda_proposals_panel_meeting_id_not_null NOT NULL panel_meeting_id
constraint agenda_proposals.agenda_proposals_pkey PRIMARY KEY (area_id, case_id)
constraint agenda_proposals.agenda_proposals_proposed_at_not_null NOT NULL proposed_at
constraint agenda_proposals.agenda_proposals_proposed_by_not_null NOT NULL proposed_by
constraint agreed_analyses.agreed_analyses_analysis_version_check CHECK ((analysis_version > 0))
constraint agreed_analyses.agreed_analyses_analysis_version_not_null NOT NULL analysis_version
constraint agreed_analyses.agreed_analyses_area_id_case_id_fkey FOREIGN KEY (area_id, case_id) REFERENCES case_review.cases(area_id, case_id)
constraint agreed_analyses.agreed_analyses_area_id_not_null NOT NULL area_id
constraint agreed_analyses.agreed_analyses_case_id_not_null NOT NULL case_id
constraint agreed_analyses.agreed_analyses_codes_not_null NOT NULL codes
constraint agreed_analyses.agreed_analyses_pkey PRIMARY KEY (area_id, case_id, analysis_version)
constraint agreed_analyses.agreed_analyses_reviewed_on_not_null NOT NULL reviewed_on
constraint area_directory.area_directory_area_id_not_null NOT NULL area_id
constraint area_directory.area_directory_name_not_null NOT NULL name
constraint area_directory.area_directory_pkey PRIMARY KEY (area_id)
constraint areas.areas_area_id_not_null NOT NULL area_id
constraint areas.areas_code_not_null NOT NULL code
constraint areas.areas_name_not_null NOT NULL name
constraint areas.areas_pkey PRIMARY KEY (area_id)
constraint arrivals.arrivals_area_id_not_null NOT NULL area_id
constraint arrivals.arrivals_arrived_at_not_null NOT NULL arrived_at
constraint arrivals.arrivals_pkey PRIMARY KEY (area_id, transfer_id)
constraint arrivals.arrivals_transfer_id_not_null NOT NULL transfer_id
constraint attendances.attendances_agency_check CHECK ((agency = ANY (ARRAY['public-health'::text, 'health'::text, 'police'::text, 'social-care'::text, 'education'::text, 'midwifery'::text, 'neonatology'::text, 'obstetrics'::text, 'lay'::text, 'other'::text])))
constraint attendances.attendances_agency_not_null NOT NULL agency
constraint attendances.attendances_area_id_not_null NOT NULL area_id
constraint attendances.attendances_area_id_panel_meeting_id_fkey FOREIGN KEY (area_id, panel_meeting_id) REFERENCES case_review.panel_meetings(area_id, panel_meeting_id)
constraint attendances.attendances_attended_as_check CHECK ((attended_as = ANY (ARRAY['primary'::text, 'deputy'::text])))
constraint attendances.attendances_panel_meeting_id_not_null NOT NULL panel_meeting_id
constraint attendances.attendances_person_id_not_null NOT NULL person_id
constraint attendances.attendances_pkey PRIMARY KEY (area_id, panel_meeting_id, person_id)
constraint audit_chain.audit_chain_area_id_entry_id_key UNIQUE (area_id, entry_id)
constraint audit_chain.audit_chain_area_id_not_null NOT NULL area_id
constraint audit_chain.audit_chain_entry_id_not_null NOT NULL entry_id
constraint audit_chain.audit_chain_hash_not_null NOT NULL hash
constraint audit_chain.audit_chain_pkey PRIMARY KEY (area_id, sequence)
constraint audit_chain.audit_chain_sealed_at_not_null NOT NULL sealed_at
constraint audit_chain.audit_chain_sequence_check CHECK ((sequence > 0))
constraint audit_chain.audit_chain_sequence_not_null NOT NULL sequence
constraint audit_entries.audit_entries_area_id_not_null NOT NULL area_id
constraint audit_entries.audit_entries_entry_not_null NOT NULL entry
constraint audit_entries.audit_entries_id_not_null NOT NULL id
constraint audit_entries.audit_entries_pkey PRIMARY KEY (area_id, id)
constraint audit_unsealed.audit_unsealed_area_id_not_null NOT NULL area_id
constraint audit_unsealed.audit_unsealed_entry_id_not_null NOT NULL entry_id
constraint audit_unsealed.audit_unsealed_pkey PRIMARY KEY (area_id, entry_id)
constraint audit_unsealed.audit_unsealed_recorded_at_not_null NOT NULL recorded_at
constraint avoided_dates.avoided_dates_area_id_case_id_fkey FOREIGN KEY (area_id, case_id) REFERENCES case_review.cases(area_id, case_id)
constraint avoided_dates.avoided_dates_area_id_not_null NOT NULL area_id
constraint avoided_dates.avoided_dates_avoided_date_id_not_null NOT NULL avoided_date_id
constraint avoided_dates.avoided_dates_avoided_not_null NOT NULL avoided
constraint avoided_dates.avoided_dates_case_id_not_null NOT NULL case_id
constraint avoided_dates.avoided_dates_check CHECK (((removed_at IS NULL) = (removed_by IS NULL)))
constraint avoided_dates.avoided_dates_pkey PRIMARY KEY (area_id, avoided_date_id)
constraint avoided_dates.avoided_dates_recorded_at_not_null NOT NULL recorded_at
constraint avoided_dates.avoided_dates_recorded_by_not_null NOT NULL recorded_by
constraint bank_holidays.bank_holidays_day_not_null NOT NULL day
constraint bank_holidays.bank_holidays_pkey PRIMARY KEY (day)
constraint case_assignments.case_assignments_area_id_case_id_fkey FOREIGN KEY (area_id, case_id) REFERENCES case_review.cases(area_id, case_id)
constraint case_assignments.case_assignments_area_id_not_null NOT NULL area_id
constraint case_assignments.case_assignments_assigned_at_not_null NOT NULL assigned_at
constraint case_assignments.case_assignments_assignment_id_not_null NOT NULL assignment_id
constraint case_assignments.case_assignments_case_id_not_null NOT NULL case_id
constraint case_assignments.case_assignments_check CHECK ((ended_at >= assigned_at))
constraint case_assignments.case_assignments_check1 CHECK (((ended_at IS NULL) = (ended_because IS NULL)))
constraint case_assignments.case_assignments_check2 CHECK (((ended_by IS NULL) OR (ended_at IS NOT NULL)))
constraint case_assignments.case_assignments_check3 CHECK (((back_on IS NULL) = (owed = '[]'::jsonb)))
constraint case_assignments.case_assignments_ended_because_check CHECK ((ended_because = ANY (ARRAY['given-to-another'::text, 'handed-over'::text, 'given-back'::text, 'left-area'::text, 'conflict'::text])))
constraint case_assignments.case_assignments_owed_not_null NOT NULL owed
constraint case_assignments.case_assignments_part_check CHECK ((part = ANY (ARRAY['coordinator'::text, 'designated-doctor'::text])))
constraint case_assignments.case_assignments_part_not_null NOT NULL part
constraint case_assignments.case_assignments_person_id_not_null NOT NULL person_id
constraint case_assignments.case_assignments_pkey PRIMARY KEY (area_id, assignment_id)
constraint case_exports.case_exports_area_id_not_null NOT NULL area_id
constraint case_exports.case_exports_begun_at_not_null NOT NULL begun_at
constraint case_exports.case_exports_case_export_id_not_null NOT NULL case_export_id
constraint case_exports.case_exports_check CHECK (((owner_id IS NULL) OR (NOT of_nobody)))
constraint case_exports.case_exports_of_nobody_not_null NOT NULL of_nobody
constraint case_exports.case_exports_person_id_not_null NOT NULL person_id
constraint case_exports.case_exports_pkey PRIMARY KEY (area_id, case_export_id)
constraint case_exports.case_exports_reason_check CHECK ((reason ~ '^[a-z]+(-[a-z]+)*$'::text))
constraint case_exports.case_exports_reason_not_null NOT NULL reason
constraint case_exports.case_exports_sort_check CHECK ((sort ~ '^[a-z]+(-[a-z]+)*$'::text))
constraint case_exports.case_exports_sort_not_null NOT NULL sort
constraint case_exports.case_exports_view_check CHECK ((view ~ '^[a-z]+(-[a-z]+)*$'::text))
constraint case_exports.case_exports_view_not_null NOT NULL view
constraint case_exports.case_exports_why_not_null NOT NULL why
constraint case_minutes.case_minutes_area_id_not_null NOT NULL area_id
constraint case_minutes.case_minutes_changed_at_not_null NOT NULL changed_at
constraint case_minutes.case_minutes_changed_by_not_null NOT NULL changed_by
constraint case_minutes.case_minutes_kind_check CHECK ((kind = ANY (ARRAY['standard'::text, 'neonatal'::text, 'themed-local'::text, 'themed-regional'::text])))
constraint case_minutes.case_minutes_kind_not_null NOT NULL kind
constraint case_minutes.case_minutes_minutes_check CHECK (((minutes >= 1) AND (minutes <= 480)))
constraint case_minutes.case_minutes_minutes_not_null NOT NULL minutes
constraint case_minutes.case_minutes_pkey PRIMARY KEY (area_id, kind, version)
constraint case_minutes.case_minutes_valid_from_not_null NOT NULL valid_from
constraint case_minutes.case_minutes_version_check CHECK ((version > 0))
constraint case_minutes.case_minutes_version_not_null NOT NULL version
constraint case_visits.case_visits_area_id_case_id_fkey FOREIGN KEY (area_id, case_id) REFERENCES case_review.cases(area_id, case_id)
constraint case_visits.case_visits_area_id_not_null NOT NULL area_id
constraint case_visits.case_visits_case_id_not_null NOT NULL case_id
constraint case_visits.case_visits_here_at_not_null NOT NULL here_at
constraint case_visits.case_visits_person_id_not_null NOT NULL person_id
constraint case_visits.case_visits_pkey PRIMARY KEY (area_id, case_id, person_id)
constraint case_visits.case_visits_seen_at_not_null NOT NULL seen_at
constraint cases.cases_age_band_not_null NOT NULL age_band
constraint cases.cases_area_id_not_null NOT NULL area_id
constraint cases.cases_area_id_reference_key UNIQUE (area_id, reference)
constraint cases.cases_arriving CHECK (((arriving_by IS NULL) OR (state = 'transferred'::text)))
constraint cases.cases_awaited_not_null NOT NULL awaited
constraint cases.cases_case_id_not_null NOT NULL case_id
constraint cases.cases_case_ids_not_null NOT NULL case_ids
constraint cases.cases_check CHECK ((received_on >= died_on))
constraint cases.cases_check1 CHECK ((reviewed_on >= died_on))
constraint cases.cases_check2 CHECK ((national_submission_on >= reviewed_on))
constraint cases.cases_check3 CHECK (((next_what = 'none'::text) = (next_due_on IS NULL)))
constraint cases.cases_check4 CHECK (((state <> ALL (ARRAY['reviewed'::text, 'submitted'::text, 'closed'::text])) OR (reviewed_on IS NOT NULL)))
constraint cases.cases_check9 CHECK ((num_nulls(death_confirmed_by, death_confirmed_on, identity_confirmed_by, identity_confirmed_on, confirmed_at) = ANY (ARRAY[0, 5])))
constraint cases.cases_closed_when_closed CHECK (((state = 'reported-in-error'::text) OR ((COALESCE(state_before_merge, state) = 'closed'::text) = (closed_at IS NOT NULL))))
constraint cases.cases_died_on_not_null NOT NULL died_on
constraint cases.cases_error_is_dated CHECK ((((state = 'reported-in-error'::text) = (error_reported_at IS NOT NULL)) AND ((error_reason IS NULL) = (error_reported_at IS NULL))))
constraint cases.cases_expectedness_not_null NOT NULL expectedness
constraint cases.cases_left_somewhere CHECK ((((state_before_transfer IS NULL) OR (state = 'transferred'::text)) AND ((left_by IS NULL) = (state_before_transfer IS NULL))))
constraint cases.cases_local_authority_not_null NOT NULL local_authority
constraint cases.cases_never_national CHECK ((never_national = COALESCE((COALESCE(first_reviewed_on, reviewed_on) < '2019-04-01'::date), false)))
constraint cases.cases_never_national_not_null NOT NULL never_national
constraint cases.cases_never_submitted CHECK (((NOT never_national) OR (national_submission_on IS NULL)))
constraint cases.cases_next_what_check CHECK ((next_what ~ '^[a-z]+(-[a-z]+)*$'::text))
constraint cases.cases_next_what_not_null NOT NULL next_what
constraint cases.cases_not_told_check CHECK ((not_told >= 0))
constraint cases.cases_not_told_not_null NOT NULL not_told
constraint cases.cases_offered_at_some_time CHECK (((offered_by IS NULL) OR (offered_at IS NOT NULL)))
constraint cases.cases_opened_at_not_null NOT NULL opened_at
constraint cases.cases_pkey PRIMARY KEY (area_id, case_id)
constraint cases.cases_place_of_death_not_null NOT NULL place_of_death
constraint cases.cases_received_on_not_null NOT NULL received_on
constraint cases.cases_reference_not_null NOT NULL reference
constraint cases.cases_reopened CHECK (((COALESCE(state_before_merge, state) <> 'reopened'::text) OR ((reopenings > 0) AND (reviewed_on IS NULL) AND (national_submission_on IS NULL))))
constraint cases.cases_reopened_once_reviewed CHECK (((reopenings = 0) = (first_reviewed_on IS NULL)))
constraint cases.cases_reopened_stays CHECK (((reopenings = 0) OR (COALESCE(state_before_merge, state) <> ALL (ARRAY['gathering'::text, 'review-meeting-held'::text, 'review-meeting-not-held'::text, 'transferred'::text]))))
constraint cases.cases_reopenings_check CHECK ((reopenings >= 0))
constraint cases.cases_reopenings_not_null NOT NULL reopenings
constraint cases.cases_sex_not_null NOT NULL sex
constraint cases.cases_state_check CHECK ((state = ANY (ARRAY['gathering'::text, 'review-meeting-held'::text, 'review-meeting-not-held'::text, 'listed'::text, 'deferred'::text, 'reviewed'::text, 'submitted'::text, 'closed'::text, 'reopened'::text, 'reported-in-error'::text, 'duplicate-merged'::text, 'transferred'::text])))
constraint cases.cases_state_not_null NOT NULL state
constraint cases.cases_told_or_never CHECK (((state <> ALL (ARRAY['submitted'::text, 'closed'::text])) OR (national_submission_on IS NOT NULL) OR ((state = 'closed'::text) AND never_national)))
constraint cases.cases_version_check CHECK ((version > 0))
constraint cases.cases_version_not_null NOT NULL version
constraint cases.merged_into_another CHECK ((merged_into <> case_id))
constraint cases.merged_somewhere CHECK ((num_nulls(merged_into, merge_id, merged_at, state_before_merge) =
CASE state
    WHEN 'duplicate-merged'::text THEN 0
    ELSE 4
END))
constraint cases_due_back.cases_due_back_area_id_not_null NOT NULL area_id
constraint cases_due_back.cases_due_back_due_on_not_null NOT NULL due_on
constraint cases_due_back.cases_due_back_pkey PRIMARY KEY (area_id)
constraint cause_letters.cause_letters_answer_check CHECK ((answer = ANY (ARRAY['cause-amended'::text, 'cause-stands'::text, 'will-be-investigated'::text, 'other'::text])))
constraint cause_letters.cause_letters_area_id_case_id_fkey FOREIGN KEY (area_id, case_id) REFERENCES case_review.cases(area_id, case_id)
constraint cause_letters.cause_letters_area_id_not_null NOT NULL area_id
constraint cause_letters.cause_letters_case_id_not_null NOT NULL case_id
constraint cause_letters.cause_letters_cause_letter_id_not_null NOT NULL cause_letter_id
constraint cause_letters.cause_letters_changed_at_not_null NOT NULL changed_at
constraint cause_letters.cause_letters_changed_by_not_null NOT NULL changed_by
constraint cause_letters.cause_letters_check CHECK ((num_nulls(sent_to, sent_on) =
CASE
    WHEN (state = ANY (ARRAY['sent'::text, 'answered'::text])) THEN 0
    ELSE 2
END))
constraint cause_letters.cause_letters_check1 CHECK ((num_nulls(answer, answer_words, answered_on) =
CASE
    WHEN (state = 'answered'::text) THEN 0
    ELSE 3
END))
constraint cause_letters.cause_letters_check2 CHECK ((sent_on >= raised_on))
constraint cause_letters.cause_letters_check3 CHECK ((answered_on >= sent_on))
constraint cause_letters.cause_letters_content_not_null NOT NULL content
constraint cause_letters.cause_letters_pkey PRIMARY KEY (area_id, cause_letter_id)
constraint cause_letters.cause_letters_raised_by_not_null NOT NULL raised_by
constraint cause_letters.cause_letters_raised_on_not_null NOT NULL raised_on
constraint cause_letters.cause_letters_recipient_check CHECK ((recipient = ANY (ARRAY['medical-examiner-and-certifier'::text, 'coroner'::text])))
constraint cause_letters.cause_letters_recipient_not_null NOT NULL recipient
constraint cause_letters.cause_letters_state_check CHECK ((state = ANY (ARRAY['drafted'::text, 'sent'::text, 'answered'::text, 'withdrawn'::text])))
constraint cause_letters.cause_letters_state_not_null NOT NULL state
constraint cause_letters.cause_letters_version_check CHECK ((version > 0))
constraint cause_letters.cause_letters_version_not_null NOT NULL version
constraint caveat_entries.caveat_entries_area_id_caveat_id_fkey FOREIGN KEY (area_id, caveat_id) REFERENCES case_review.caveats(area_id, caveat_id)
constraint caveat_entries.caveat_entries_area_id_not_null NOT NULL area_id
constraint caveat_entries.caveat_entries_caveat_id_not_null NOT NULL caveat_id
constraint caveat_entries.caveat_entries_check CHECK (((what = 'recorded'::text) = (entry = 1)))
constraint caveat_entries.caveat_entries_check1 CHECK (((what = 'lifted'::text) = (review_on IS NULL)))
constraint caveat_entries.caveat_entries_check2 CHECK ((num_nonnulls(owner_person, owner_role) <= 1))
constraint caveat_entries.caveat_entries_check3 CHECK (((what = 'lifted'::text) OR (note IS NOT NULL)))
constraint caveat_entries.caveat_entries_entry_check CHECK ((entry > 0))
constraint caveat_entries.caveat_entries_entry_not_null NOT NULL entry
constraint caveat_entries.caveat_entries_owner_role_check CHECK ((owner_role ~ '^[a-z]+(-[a-z]+)*$'::text))
constraint caveat_entries.caveat_entries_pkey PRIMARY KEY (area_id, caveat_id, entry)
constraint caveat_entries.caveat_entries_recorded_at_not_null NOT NULL recorded_at
constraint caveat_entries.caveat_entries_recorded_by_not_null NOT NULL recorded_by
constraint caveat_entries.caveat_entries_what_check CHECK ((what = ANY (ARRAY['recorded'::text, 'reviewed'::text, 'lifted'::text])))
constraint caveat_entries.caveat_entries_what_not_null NOT NULL what
constraint caveats.caveats_area_id_case_id_fkey FOREIGN KEY (area_id, case_id) REFERENCES case_review.cases(area_id, case_id)
constraint caveats.caveats_area_id_document_id_fkey FOREIGN KEY (area_id, document_id) REFERENCES case_review.documents(area_id, document_id)
constraint caveats.caveats_area_id_family_question_id_fkey FOREIGN KEY (area_id, family_question_id) REFERENCES case_review.family_questions(area_id, family_question_id)
constraint caveats.caveats_area_id_information_request_id_fkey FOREIGN KEY (area_id, information_request_id) REFERENCES case_review.information_requests(area_id, information_request_id)
constraint caveats.caveats_area_id_not_null NOT NULL area_id
constraint caveats.caveats_case_id_not_null NOT NULL case_id
constraint caveats.caveats_caveat_id_not_null NOT NULL caveat_id
constraint caveats.caveats_check CHECK ((num_nonnulls(information_request_id, document_id, family_question_id) = 1))
constraint caveats.caveats_check1 CHECK ((num_nonnulls(information_request_id, form, form_version) = ANY (ARRAY[0, 3])))
constraint caveats.caveats_check2 CHECK (((part IS NULL) OR (form IS NOT NULL)))
constraint caveats.caveats_kind_check CHECK ((kind ~ '^[a-z]+(-[a-z]+)*$'::text))
constraint caveats.caveats_kind_not_null NOT NULL kind
constraint caveats.caveats_pkey PRIMARY KEY (area_id, caveat_id)
constraint caveats.caveats_review_on_not_null NOT NULL review_on
constraint chaser_mails.chaser_mails_area_id_mailbox_index_chased_on_key UNIQUE (area_id, mailbox_index, chased_on)
constraint chaser_mails.chaser_mails_area_id_not_null NOT NULL area_id
constraint chaser_mails.chaser_mails_chased_on_not_null NOT NULL chased_on
constraint chaser_mails.chaser_mails_chaser_mail_id_not_null NOT NULL chaser_mail_id
constraint chaser_mails.chaser_mails_check CHECK (((outcome IS NULL) = (outcome_at IS NULL)))
constraint chaser_mails.chaser_mails_mailbox_index_not_null NOT NULL mailbox_index
constraint chaser_mails.chaser_mails_outcome_check CHECK ((outcome = ANY (ARRAY['sent'::text, 'overtaken'::text])))
constraint chaser_mails.chaser_mails_pkey PRIMARY KEY (area_id, chaser_mail_id)
constraint chasers.chasers_area_id_chaser_mail_id_fkey FOREIGN KEY (area_id, chaser_mail_id) REFERENCES case_review.chaser_mails(area_id, chaser_mail_id)
constraint chasers.chasers_area_id_information_request_id_fkey FOREIGN KEY (area_id, information_request_id) REFERENCES case_review.information_requests(area_id, information_request_id)
constraint chasers.chasers_area_id_not_null NOT NULL area_id
constraint chasers.chasers_by_mail_or_person CHECK (((chaser_mail_id IS NULL) OR (recorded_by IS NULL)))
constraint chasers.chasers_by_person_name_whom CHECK (((addressee IS NULL) = (recorded_by IS NULL)))
constraint chasers.chasers_information_request_id_not_null NOT NULL information_request_id
constraint chasers.chasers_pkey PRIMARY KEY (area_id, information_request_id, round, step)
constraint chasers.chasers_recorded_at_not_null NOT NULL recorded_at
constraint chasers.chasers_round_check CHECK ((round > 0))
constraint chasers.chasers_round_not_null NOT NULL round
constraint chasers.chasers_step_check CHECK ((step ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text))
constraint chasers.chasers_step_not_null NOT NULL step
constraint chasers.chasers_taken_on_not_null NOT NULL taken_on
constraint chasing_areas.chasing_areas_area_id_not_null NOT NULL area_id
constraint chasing_areas.chasing_areas_chased_on_not_null NOT NULL chased_on
constraint chasing_areas.chasing_areas_pkey PRIMARY KEY (area_id)
constraint chasing_settings.chasing_settings_area_id_not_null NOT NULL area_id
constraint chasing_settings.chasing_settings_changed_at_not_null NOT NULL changed_at
constraint chasing_settings.chasing_settings_changed_by_not_null NOT NULL changed_by
constraint chasing_settings.chasing_settings_pkey PRIMARY KEY (area_id, version)
constraint chasing_settings.chasing_settings_settings_not_null NOT NULL settings
constraint chasing_settings.chasing_settings_valid_from_not_null NOT NULL valid_from
constraint chasing_settings.chasing_settings_version_check CHECK ((version > 0))
constraint chasing_settings.chasing_settings_version_not_null NOT NULL version
constraint clock_defaults.clock_defaults_amount_check CHECK ((amount >= 0))
constraint clock_defaults.clock_defaults_amount_not_null NOT NULL amount
constraint clock_defaults.clock_defaults_clock_not_null NOT NULL clock
constraint clock_defaults.clock_defaults_pkey PRIMARY KEY (clock)
constraint clock_defaults.clock_defaults_unit_check CHECK ((unit = ANY (ARRAY['days'::text, 'working-days'::text, 'weeks'::text, 'months'::text])))
constraint clock_defaults.clock_defaults_unit_not_null NOT NULL unit
constraint clock_settings.clock_settings_area_id_not_null NOT NULL area_id
constraint clock_settings.clock_settings_changed_at_not_null NOT NULL changed_at
constraint clock_settings.clock_settings_changed_by_not_null NOT NULL changed_by
constraint clock_settings.clock_settings_pkey PRIMARY KEY (area_id, version)
constraint clock_settings.clock_settings_settings_not_null NOT NULL settings
constraint clock_settings.clock_settings_valid_from_not_null NOT NULL valid_from
constraint clock_settings.clock_settings_version_check CHECK ((version > 0))
constraint clock_settings.clock_settings_version_not_null NOT NULL version
constraint confidentiality_statements.confidentiality_statements_area_id_not_null NOT NULL area_id
constraint confidentiality_statements.confidentiality_statements_check CHECK ((signed_on = ((signed_at AT TIME ZONE 'Europe/London'::text))::date))
constraint confidentiality_statements.confidentiality_statements_person_id_not_null NOT NULL person_id
constraint confidentiality_statements.confidentiality_statements_pkey PRIMARY KEY (area_id, person_id, signed_on, words_version)
constraint confidentiality_statements.confidentiality_statements_signed_at_not_null NOT NULL signed_at
constraint confidentiality_statements.confidentiality_statements_signed_on_not_null NOT NULL signed_on
constraint confidentiality_statements.confidentiality_statements_words_version_check CHECK ((words_version ~ '^own-[1-9][0-9]*$'::text))
constraint confidentiality_statements.confidentiality_statements_words_version_not_null NOT NULL words_version
constraint conflicts.conflicts_area_id_case_id_fkey FOREIGN KEY (area_id, case_id) REFERENCES case_review.cases(area_id, case_id)
constraint conflicts.conflicts_area_id_not_null NOT NULL area_id
constraint conflicts.conflicts_because_check CHECK ((because = ANY (ARRAY['declared-by-mistake'::text, 'recorded-for-the-wrong-person'::text, 'not-involved-after-all'::text, 'needed-for-the-facts'::text])))
constraint conflicts.conflicts_case_id_not_null NOT NULL case_id
constraint conflicts.conflicts_check CHECK (((because IS NULL) OR ((recorded_by IS NOT NULL) AND (outcome <> 'withdrawn'::text))))
constraint conflicts.conflicts_declared_at_not_null NOT NULL declared_at
constraint conflicts.conflicts_entry_check CHECK ((entry > 0))
constraint conflicts.conflicts_entry_not_null NOT NULL entry
constraint conflicts.conflicts_outcome_check CHECK ((outcome = ANY (ARRAY['none'::text, 'facts-only'::text, 'withdrawn'::text])))
constraint conflicts.conflicts_outcome_not_null NOT NULL outcome
constraint conflicts.conflicts_person_id_not_null NOT NULL person_id
constraint conflicts.conflicts_pkey PRIMARY KEY (area_id, case_id, person_id, entry)
constraint data_keys.data_keys_area_id_not_null NOT NULL area_id
constraint data_keys.data_keys_pkey PRIMARY KEY (area_id, subject)
constraint data_keys.data_keys_subject_not_null NOT NULL subject
constraint data_keys.data_keys_wrapped_not_null NOT NULL wrapped
constraint deferrals.deferrals_area_id_case_id_fkey FOREIGN KEY (area_id, case_id) REFERENCES case_review.cases(area_id, case_id)
constraint deferrals.deferrals_area_id_not_null NOT NULL area_id
constraint deferrals.deferrals_case_id_not_null NOT NULL case_id
constraint deferrals.deferrals_deferral_id_not_null NOT NULL deferral_id
constraint deferrals.deferrals_deferred_on_not_null NOT NULL deferred_on
constraint deferrals.deferrals_pkey PRIMARY KEY (area_id, deferral_id)
constraint deferrals.deferrals_recorded_at_not_null NOT NULL recorded_at
constraint deferrals.deferrals_recorded_by_not_null NOT NULL recorded_by
constraint deliveries.deliveries_area_id_not_null NOT NULL area_id
constraint deliveries.deliveries_attempts_not_null NOT NULL attempts
constraint deliveries.deliveries_next_version_check CHECK ((next_version > 0))
constraint deliveries.deliveries_next_version_not_null NOT NULL next_version
constraint deliveries.deliveries_pkey PRIMARY KEY (area_id, subscriber, subject)
constraint deliveries.deliveries_reason_check CHECK ((length(reason) <= 200))
constraint deliveries.deliveries_subject_not_null NOT NULL subject
constraint deliveries.deliveries_subscriber_not_null NOT NULL subscriber
constraint document_areas.document_areas_area_id_not_null NOT NULL area_id
constraint document_areas.document_areas_pkey PRIMARY KEY (area_id)
constraint document_attempts.document_attempts_area_id_not_null NOT NULL area_id
constraint document_attempts.document_attempts_begun_at_not_null NOT NULL begun_at
constraint document_attempts.document_attempts_check CHECK (((person_id IS NULL) = (information_request_id IS NOT NULL)))
constraint document_attempts.document_attempts_document_id_not_null NOT NULL document_id
constraint document_attempts.document_attempts_pkey PRIMARY KEY (area_id, document_id)
constraint document_redactions.document_redactions_area_id_document_id_fkey FOREIGN KEY (area_id, document_id) REFERENCES case_review.documents(area_id, document_id)
constraint document_redactions.document_redactions_area_id_not_null NOT NULL area_id
constraint document_redactions.document_redactions_decided_at_not_null NOT NULL decided_at
constraint document_redactions.document_redactions_decided_by_not_null NOT NULL decided_by
constraint document_redactions.document_redactions_decision_check CHECK ((decision = ANY (ARRAY['nothing-to-redact'::text, 'to-be-redacted'::text])))
constraint document_redactions.document_redactions_decision_not_null NOT NULL decision
constraint document_redactions.document_redactions_document_id_not_null NOT NULL document_id
constraint document_redactions.document_redactions_entry_check CHECK ((entry > 0))
constraint document_redactions.document_redactions_entry_not_null NOT NULL entry
constraint document_redactions.document_redactions_pkey PRIMARY KEY (area_id, document_id, entry)
constraint document_uploads.document_uploads_area_id_case_id_fkey FOREIGN KEY (area_id, case_id) REFERENCES case_review.cases(area_id, case_id)
constraint document_uploads.document_uploads_area_id_not_null NOT NULL area_id
constraint document_uploads.document_uploads_begun_at_not_null NOT NULL begun_at
constraint document_uploads.document_uploads_case_id_not_null NOT NULL case_id
constraint document_uploads.document_uploads_check CHECK (((begun_by IS NULL) = (information_request_id IS NOT NULL)))
constraint document_uploads.document_uploads_check1 CHECK (((pieces IS NULL) = (content_hash IS NULL)))
constraint document_uploads.document_uploads_check2 CHECK ((num_nonnulls(version_of, redacted_of) <= 1))
constraint document_uploads.document_uploads_content_hash_check CHECK ((content_hash ~ '^[0-9a-f]{64}$'::text))
constraint document_uploads.document_uploads_document_id_not_null NOT NULL document_id
constraint document_uploads.document_uploads_kind_check CHECK ((kind ~ '^[a-z]+$'::text))
constraint document_uploads.document_uploads_kind_not_null NOT NULL kind
constraint document_uploads.document_uploads_looks_check CHECK ((looks >= 0))
constraint document_uploads.document_uploads_looks_not_null NOT NULL looks
constraint document_uploads.document_uploads_name_not_null NOT NULL name
constraint document_uploads.document_uploads_piece_name_check CHECK ((piece_name ~ '^[0-9a-f]{64}$'::text))
constraint document_uploads.document_uploads_piece_name_not_null NOT NULL piece_name
constraint document_uploads.document_uploads_pieces_check CHECK ((pieces >= 0))
constraint document_uploads.document_uploads_pkey PRIMARY KEY (area_id, document_id)
constraint document_uploads.document_uploads_subject_check CHECK ((subject ~ '^[a-z]+(-[a-z]+)*$'::text))
constraint document_uploads.document_uploads_subject_not_null NOT NULL subject
constraint documents.answered_with CHECK (((answered_at IS NULL) OR (information_request_id IS NOT NULL)))
constraint documents.content_while_kept CHECK (((object_name IS NULL) = (state = ANY (ARRAY['refused'::text, 'taken-out'::text]))))
constraint documents.documents_area_id_case_id_fkey FOREIGN KEY (area_id, case_id) REFERENCES case_review.cases(area_id, case_id)
constraint documents.documents_area_id_case_id_number_key UNIQUE (area_id, case_id, number)
constraint documents.documents_area_id_case_id_redacted_of_fkey FOREIGN KEY (area_id, case_id, redacted_of) REFERENCES case_review.documents(area_id, case_id, document_id)
constraint documents.documents_area_id_case_id_version_of_fkey FOREIGN KEY (area_id, case_id, version_of) REFERENCES case_review.documents(area_id, case_id, document_id)
constraint documents.documents_area_id_information_request_id_fkey FOREIGN KEY (area_id, information_request_id) REFERENCES case_review.information_requests(area_id, information_request_id)
constraint documents.documents_area_id_not_null NOT NULL area_id
constraint documents.documents_area_id_organisation_id_fkey FOREIGN KEY (area_id, organisation_id) REFERENCES case_review.organisations(area_id, organisation_id)
constraint documents.documents_bytes_check CHECK ((bytes > 0))
constraint documents.documents_bytes_not_null NOT NULL bytes
constraint documents.documents_case_id_not_null NOT NULL case_id
constraint documents.documents_check CHECK (((filed_by IS NULL) = (information_request_id IS NOT NULL)))
constraint documents.documents_chunks_check CHECK ((chunks > 0))
constraint documents.documents_chunks_not_null NOT NULL chunks
constraint documents.documents_document_id_not_null NOT NULL document_id
constraint documents.documents_filed_at_not_null NOT NULL filed_at
constraint documents.documents_kept_not_null NOT NULL kept
constraint documents.documents_kind_check CHECK ((kind ~ '^[a-z]+$'::text))
constraint documents.documents_kind_not_null NOT NULL kind
constraint documents.documents_name_not_null NOT NULL name
constraint documents.documents_number_check CHECK ((number > 0))
constraint documents.documents_number_not_null NOT NULL number
constraint documents.documents_object_name_check CHECK ((object_name ~ '^[0-9a-f]{64}$'::text))
constraint documents.documents_of_case UNIQUE (area_id, case_id, document_id)
constraint documents.documents_pkey PRIMARY KEY (area_id, document_id)
constraint documents.documents_state_check CHECK ((state = ANY (ARRAY['received'::text, 'clean'::text, 'refused'::text, 'taken-out'::text])))
constraint documents.documents_state_not_null NOT NULL state
constraint documents.documents_subject_check CHECK ((subject ~ '^[a-z]+(-[a-z]+)*$'::text))
constraint documents.documents_subject_not_null NOT NULL subject
constraint documents.documents_version_check CHECK ((version > 0))
constraint documents.documents_version_not_null NOT NULL version
constraint documents.documents_versions UNIQUE (area_id, version_of, version)
constraint documents.first_version CHECK (((version_of IS NULL) = (version = 1)))
constraint documents.key_while_kept CHECK (((content_key IS NULL) OR (object_name IS NOT NULL)))
constraint documents.not_of_itself CHECK (((version_of <> document_id) AND (redacted_of <> document_id)))
constraint documents.one_or_the_other CHECK ((num_nonnulls(version_of, redacted_of) <= 1))
constraint documents.scanned_by CHECK (((scanned_at IS NULL) = (scanned_with IS NULL)))
constraint documents.scanned_once CHECK (((state = 'taken-out'::text) OR ((scanned_at IS NULL) = (state = 'received'::text))))
constraint documents.taken_out_when CHECK (((taken_out_at IS NULL) = (state <> 'taken-out'::text)))
constraint documents.taken_out_whole CHECK (((state <> 'taken-out'::text) OR (mail IS NULL)))
constraint documents.taken_out_why CHECK (((taken_out_by IS NULL) = (taken_out_reason IS NULL)))
constraint events.events_area_id_id_key UNIQUE (area_id, id)
constraint events.events_area_id_not_null NOT NULL area_id
constraint events.events_id_not_null NOT NULL id
constraint events.events_payload_not_null NOT NULL payload
constraint events.events_pkey PRIMARY KEY (area_id, subject, version)
constraint events.events_recorded_at_not_null NOT NULL recorded_at
constraint events.events_request_id_not_null NOT NULL request_id
constraint events.events_subject_not_null NOT NULL subject
constraint events.events_type_not_null NOT NULL type
constraint events.events_version_check CHECK ((version > 0))
constraint events.events_version_not_null NOT NULL version
constraint family_answers.family_answers_answer_not_null NOT NULL answer
constraint family_answers.family_answers_answered_on_not_null NOT NULL answered_on
constraint family_answers.family_answers_area_id_family_question_id_fkey FOREIGN KEY (area_id, family_question_id) REFERENCES case_review.family_questions(area_id, family_question_id)
constraint family_answers.family_answers_area_id_not_null NOT NULL area_id
constraint family_answers.family_answers_body_check CHECK ((body = ANY (ARRAY['review-meeting'::text, 'panel'::text, 'coroner'::text, 'trust'::text])))
constraint family_answers.family_answers_body_not_null NOT NULL body
constraint family_answers.family_answers_entry_check CHECK ((entry > 0))
constraint family_answers.family_answers_entry_not_null NOT NULL entry
constraint family_answers.family_answers_family_question_id_not_null NOT NULL family_question_id
constraint family_answers.family_answers_pkey PRIMARY KEY (area_id, family_question_id, entry)
constraint family_answers.family_answers_recorded_at_not_null NOT NULL recorded_at
constraint family_answers.family_answers_recorded_by_not_null NOT NULL recorded_by
constraint family_feedback.family_feedback_area_id_case_id_fkey FOREIGN KEY (area_id, case_id) REFERENCES case_review.cases(area_id, case_id)
constraint family_feedback.family_feedback_area_id_family_member_id_fkey FOREIGN KEY (area_id, family_member_id) REFERENCES case_review.family_members(area_id, family_member_id)
constraint family_feedback.family_feedback_area_id_family_question_id_answer_entry_fkey FOREIGN KEY (area_id, family_question_id, answer_entry) REFERENCES case_review.family_answers(area_id, family_question_id, entry)
constraint family_feedback.family_feedback_area_id_not_null NOT NULL area_id
constraint family_feedback.family_feedback_case_id_not_null NOT NULL case_id
constraint family_feedback.family_feedback_channel_check CHECK ((channel ~ '^[a-z]+(-[a-z]+)*$'::text))
constraint family_feedback.family_feedback_channel_not_null NOT NULL channel
constraint family_feedback.family_feedback_check CHECK (((family_question_id IS NULL) = (answer_entry IS NULL)))
constraint family_feedback.family_feedback_check1 CHECK (((family_question_id IS NULL) <> (support IS NULL)))
constraint family_feedback.family_feedback_family_feedback_id_not_null NOT NULL family_feedback_id
constraint family_feedback.family_feedback_family_member_id_not_null NOT NULL family_member_id
constraint family_feedback.family_feedback_pkey PRIMARY KEY (area_id, family_feedback_id)
constraint family_feedback.family_feedback_recorded_at_not_null NOT NULL recorded_at
constraint family_feedback.family_feedback_recorded_by_not_null NOT NULL recorded_by
constraint family_feedback.family_feedback_support_check CHECK ((support ~ '^[a-z]+(-[a-z]+)*$'::text))
constraint family_feedback.family_feedback_told_by_not_null NOT NULL told_by
constraint family_feedback.family_feedback_told_on_not_null NOT NULL told_on
constraint family_letters.family_letters_area_id_case_id_fkey FOREIGN KEY (area_id, case_id) REFERENCES case_review.cases(area_id, case_id)
constraint family_letters.family_letters_area_id_family_member_id_fkey FOREIGN KEY (area_id, family_member_id) REFERENCES case_review.family_members(area_id, family_member_id)
constraint family_letters.family_letters_area_id_not_null NOT NULL area_id
constraint family_letters.family_letters_case_id_not_null NOT NULL case_id
constraint family_letters.family_letters_changed_at_not_null NOT NULL changed_at
constraint family_letters.family_letters_changed_by_not_null NOT NULL changed_by
constraint family_letters.family_letters_check CHECK (((final_at IS NULL) = (final_by IS NULL)))
constraint family_letters.family_letters_check1 CHECK (((state <> ALL (ARRAY['final'::text, 'given'::text])) OR (final_at IS NOT NULL)))
constraint family_letters.family_letters_check2 CHECK (((state <> 'draft'::text) OR (final_at IS NULL)))
constraint family_letters.family_letters_check3 CHECK ((num_nulls(given_on, given_how, given_by, given_recorded_by, given_recorded_at) =
CASE
    WHEN (state = 'given'::text) THEN 0
    ELSE 5
END))
constraint family_letters.family_letters_content_not_null NOT NULL content
constraint family_letters.family_letters_drafted_at_not_null NOT NULL drafted_at
constraint family_letters.family_letters_drafted_by_not_null NOT NULL drafted_by
constraint family_letters.family_letters_family_letter_id_not_null NOT NULL family_letter_id
constraint family_letters.family_letters_family_member_id_not_null NOT NULL family_member_id
constraint family_letters.family_letters_given_how_check CHECK ((given_how ~ '^[a-z]+(-[a-z]+)*$'::text))
constraint family_letters.family_letters_knows_wish_not_null NOT NULL knows_wish
constraint family_letters.family_letters_language_check CHECK ((language ~ '^[a-z][a-z ()-]{1,49}$'::text))
constraint family_letters.family_letters_language_not_null NOT NULL language
constraint family_letters.family_letters_pkey PRIMARY KEY (area_id, family_letter_id)
constraint family_letters.family_letters_stage_check CHECK ((stage ~ '^[a-z]+(-[a-z]+)*$'::text))
constraint family_letters.family_letters_stage_not_null NOT NULL stage
constraint family_letters.family_letters_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'final'::text, 'given'::text, 'withdrawn'::text])))
constraint family_letters.family_letters_state_not_null NOT NULL state
constraint family_letters.family_letters_version_check CHECK ((version > 0))
constraint family_letters.family_letters_version_not_null NOT NULL version
constraint family_letters.family_letters_written_in_not_null NOT NULL written_in
constraint family_letters.withdrawn_at_a_moment CHECK ((((withdrawn_at IS NOT NULL) = (state = 'withdrawn'::text)) AND ((withdrawn_by IS NULL) OR (withdrawn_at IS NOT NULL))))
constraint family_member_entries.family_member_entries_area_id_family_member_id_fkey FOREIGN KEY (area_id, family_member_id) REFERENCES case_review.family_members(area_id, family_member_id)
constraint family_member_entries.family_member_entries_area_id_not_null NOT NULL area_id
constraint family_member_entries.family_member_entries_details_not_null NOT NULL details
constraint family_member_entries.family_member_entries_entry_check CHECK ((entry > 0))
constraint family_member_entries.family_member_entries_entry_not_null NOT NULL entry
constraint family_member_entries.family_member_entries_family_member_id_not_null NOT NULL family_member_id
constraint family_member_entries.family_member_entries_hears_nothing_not_null NOT NULL hears_nothing
constraint family_member_entries.family_member_entries_in_error_not_null NOT NULL in_error
constraint family_member_entries.family_member_entries_no_contact_check CHECK ((no_contact ~ '^[a-z]+(-[a-z]+)*$'::text))
constraint family_member_entries.family_member_entries_pkey PRIMARY KEY (area_id, family_member_id, entry)
constraint family_member_entries.family_member_entries_recorded_at_not_null NOT NULL recorded_at
constraint family_member_entries.family_member_entries_recorded_by_not_null NOT NULL recorded_by
constraint family_member_entries.family_member_entries_relation_check CHECK ((relation ~ '^[a-z]+(-[a-z]+)*$'::text))
constraint family_member_entries.family_member_entries_relation_not_null NOT NULL relation
constraint family_members.family_members_area_id_case_id_fkey FOREIGN KEY (area_id, case_id) REFERENCES case_review.cases(area_id, case_id)
constraint family_members.family_members_area_id_not_null NOT NULL area_id
constraint family_members.family_members_case_id_not_null NOT NULL case_id
constraint family_members.family_members_family_member_id_not_null NOT NULL family_member_id
constraint family_members.family_members_pkey PRIMARY KEY (area_id, family_member_id)
constraint family_members.family_members_recorded_at_not_null NOT NULL recorded_at
constraint family_portraits.family_portraits_area_id_case_id_fkey FOREIGN KEY (area_id, case_id) REFERENCES case_review.cases(area_id, case_id)
constraint family_portraits.family_portraits_area_id_not_null NOT NULL area_id
constraint family_portraits.family_portraits_area_id_told_by_fkey FOREIGN KEY (area_id, told_by) REFERENCES case_review.family_members(area_id, family_member_id)
constraint family_portraits.family_portraits_case_id_not_null NOT NULL case_id
constraint family_portraits.family_portraits_channel_check CHECK ((channel ~ '^[a-z]+(-[a-z]+)*$'::text))
constraint family_portraits.family_portraits_check CHECK (((wish = 'withdrawn'::text) = (words IS NULL)))
constraint family_portraits.family_portraits_check1 CHECK (((wish = 'withdrawn'::text) = (channel IS NULL)))
constraint family_portraits.family_portraits_entry_check CHECK ((entry > 0))
constraint family_portraits.family_portraits_entry_not_null NOT NULL entry
constraint family_portraits.family_portraits_pkey PRIMARY KEY (area_id, case_id, entry)
constraint family_portraits.family_portraits_recorded_at_not_null NOT NULL recorded_at
constraint family_portraits.family_portraits_recorded_by_not_null NOT NULL recorded_by
constraint family_portraits.family_portraits_told_on_not_null NOT NULL told_on
constraint family_portraits.family_portraits_wish_check CHECK ((wish = ANY (ARRAY['for-panel'::text, 'not-for-panel'::text, 'withdrawn'::text])))
constraint family_portraits.family_portraits_wish_not_null NOT NULL wish
constraint family_questions.family_questions_area_id_asked_by_fkey FOREIGN KEY (area_id, asked_by) REFERENCES case_review.family_members(area_id, family_member_id)
constraint family_questions.family_questions_area_id_case_id_fkey FOREIGN KEY (area_id, case_id) REFERENCES case_review.cases(area_id, case_id)
constraint family_questions.family_questions_area_id_not_null NOT NULL area_id
constraint family_questions.family_questions_asked_not_null NOT NULL asked
constraint family_questions.family_questions_asked_on_not_null NOT NULL asked_on
constraint family_questions.family_questions_body_check CHECK ((body = ANY (ARRAY['review-meeting'::text, 'panel'::text, 'coroner'::text, 'trust'::text])))
constraint family_questions.family_questions_body_not_null NOT NULL body
constraint family_questions.family_questions_case_id_not_null NOT NULL case_id
constraint family_questions.family_questions_channel_check CHECK ((channel ~ '^[a-z]+(-[a-z]+)*$'::text))
constraint family_questions.family_questions_channel_not_null NOT NULL channel
constraint family_questions.family_questions_check CHECK ((num_nulls(left_open, left_open_why, left_open_by, left_open_at) = ANY (ARRAY[0, 4])))
constraint family_questions.family_questions_family_question_id_not_null NOT NULL family_question_id
constraint family_questions.family_questions_left_open_check CHECK ((left_open ~ '^[a-z]+(-[a-z]+)*$'::text))
constraint family_questions.family_questions_pkey PRIMARY KEY (area_id, family_question_id)
constraint family_questions.family_questions_recorded_at_not_null NOT NULL recorded_at
constraint family_questions.family_questions_recorded_by_not_null NOT NULL recorded_by
constraint form_corrections.form_corrections_area_id_information_request_id_fkey FOREIGN KEY (area_id, information_request_id) REFERENCES case_review.information_requests(area_id, information_request_id)
constraint form_corrections.form_corrections_area_id_not_null NOT NULL area_id
constraint form_corrections.form_corrections_begun_at_not_null NOT NULL begun_at
constraint form_corrections.form_corrections_check CHECK ((returned_at >= begun_at))
constraint form_corrections.form_corrections_entry_check CHECK ((entry > 1))
constraint form_corrections.form_corrections_entry_not_null NOT NULL entry
constraint form_corrections.form_corrections_information_request_id_not_null NOT NULL information_request_id
constraint form_corrections.form_corrections_pkey PRIMARY KEY (area_id, information_request_id, entry)
constraint form_corrections.form_corrections_why_not_null NOT NULL why
constraint form_sections.form_sections_area_id_information_request_id_fkey FOREIGN KEY (area_id, information_request_id) REFERENCES case_review.information_requests(area_id, information_request_id)
constraint form_sections.form_sections_area_id_not_null NOT NULL area_id
constraint form_sections.form_sections_form_check CHECK ((form ~ '^[a-z]+(-[a-z]+)*$'::text))
constraint form_sections.form_sections_form_not_null NOT NULL form
constraint form_sections.form_sections_information_request_id_not_null NOT NULL information_request_id
constraint form_sections.form_sections_pkey PRIMARY KEY (area_id, information_request_id, form, section)
constraint form_sections.form_sections_said_at_not_null NOT NULL said_at
constraint form_sections.form_sections_section_check CHECK ((section ~ '^[a-z][a-z0-9-]{0,79}$'::text))
constraint form_sections.form_sections_section_not_null NOT NULL section
constraint form_sections.form_sections_word_check CHECK ((word = ANY (ARRAY['completed'::text, 'later'::text, 'changed'::text])))
constraint form_sections.form_sections_word_not_null NOT NULL word
constraint gaps.gaps_area_id_information_request_id_fkey FOREIGN KEY (area_id, information_request_id) REFERENCES case_review.information_requests(area_id, information_request_id)
constraint gaps.gaps_area_id_not_null NOT NULL area_id
constraint gaps.gaps_check CHECK (((seen_by IS NULL) = (seen_at IS NULL)))
constraint gaps.gaps_decided_at_not_null NOT NULL decided_at
constraint gaps.gaps_decided_by_not_null NOT NULL decided_by
constraint gaps.gaps_effect_check CHECK ((effect ~ '^[a-z]+(-[a-z]+)*$'::text))
constraint gaps.gaps_effect_not_null NOT NULL effect
constraint gaps.gaps_information_request_id_not_null NOT NULL information_request_id
constraint gaps.gaps_note_not_null NOT NULL note
constraint gaps.gaps_pkey PRIMARY KEY (area_id, information_request_id)
constraint gaps.gaps_reason_check CHECK ((reason ~ '^[a-z]+(-[a-z]+)*$'::text))
constraint gaps.gaps_reason_not_null NOT NULL reason
constraint hold_checks.hold_checks_area_id_hold_id_fkey FOREIGN KEY (area_id, hold_id) REFERENCES case_review.holds(area_id, hold_id)
constraint hold_checks.hold_checks_area_id_not_null NOT NULL area_id
constraint hold_checks.hold_checks_check CHECK ((next_check_on > confirmed_on))
constraint hold_checks.hold_checks_confirmed_on_not_null NOT NULL confirmed_on
constraint hold_checks.hold_checks_contact_not_null NOT NULL contact
constraint hold_checks.hold_checks_entry_check CHECK ((entry > 0))
constraint hold_checks.hold_checks_entry_not_null NOT NULL entry
constraint hold_checks.hold_checks_hold_id_not_null NOT NULL hold_id
constraint hold_checks.hold_checks_next_check_on_not_null NOT NULL next_check_on
constraint hold_checks.hold_checks_pkey PRIMARY KEY (area_id, hold_id, entry)
constraint hold_checks.hold_checks_recorded_at_not_null NOT NULL recorded_at
constraint hold_checks.hold_checks_recorded_by_not_null NOT NULL recorded_by
constraint holds.holds_area_id_case_id_fkey FOREIGN KEY (area_id, case_id) REFERENCES case_review.cases(area_id, case_id)
constraint holds.holds_area_id_not_null NOT NULL area_id
constraint holds.holds_began_on_not_null NOT NULL began_on
constraint holds.holds_case_id_not_null NOT NULL case_id
constraint holds.holds_check CHECK ((ended_on >= began_on))
constraint holds.holds_check1 CHECK ((keeps_review_meeting OR keeps_panel))
constraint holds.holds_check2 CHECK (((ended_on IS NULL) = (ended_at IS NULL)))
constraint holds.holds_check3 CHECK (((ended_on IS NULL) = (ended_by IS NULL)))
constraint holds.holds_hold_id_not_null NOT NULL hold_id
constraint holds.holds_keeps_panel_not_null NOT NULL keeps_panel
constraint holds.holds_keeps_review_meeting_not_null NOT NULL keeps_review_meeting
constraint holds.holds_next_check_on_not_null NOT NULL next_check_on
constraint holds.holds_pkey PRIMARY KEY (area_id, hold_id)
constraint holds.holds_reason_check CHECK ((reason ~ '^[a-z]+(-[a-z]+)*$'::text))
constraint holds.holds_reason_not_null NOT NULL reason
constraint holds.holds_recorded_at_not_null NOT NULL recorded_at
constraint holds.holds_recorded_by_not_null NOT NULL recorded_by
constraint idempotency_keys.idempotency_keys_actor_not_null NOT NULL actor
constraint idempotency_keys.idempotency_keys_area_id_not_null NOT NULL area_id
constraint idempotency_keys.idempotency_keys_body_hash_not_null NOT NULL body_hash
constraint idempotency_keys.idempotency_keys_key_check CHECK (((length(key) >= 8) AND (length(key) <= 100)))
constraint idempotency_keys.idempotency_keys_key_not_null NOT NULL key
constraint idempotency_keys.idempotency_keys_outcome_not_null NOT NULL outcome
constraint idempotency_keys.idempotency_keys_pkey PRIMARY KEY (area_id, actor, procedure, key)
constraint idempotency_keys.idempotency_keys_procedure_not_null NOT NULL procedure
constraint idempotency_keys.idempotency_keys_recorded_at_not_null NOT NULL recorded_at
constraint inbox.inbox_area_id_not_null NOT NULL area_id
constraint inbox.inbox_event_id_not_null NOT NULL event_id
constraint inbox.inbox_pkey PRIMARY KEY (area_id, event_id)
constraint inbox.inbox_publisher_not_null NOT NULL publisher
constraint inbox.inbox_received_at_not_null NOT NULL received_at
constraint inbox.inbox_subject_not_null NOT NULL subject
constraint inbox.inbox_version_not_null NOT NULL version
constraint inbox_codes.inbox_codes_area_id_inbox_id_fkey FOREIGN KEY (area_id, inbox_id) REFERENCES case_review.inboxes(area_id, inbox_id)
constraint inbox_codes.inbox_codes_area_id_not_null NOT NULL area_id
constraint inbox_codes.inbox_codes_expires_at_not_null NOT NULL expires_at
constraint inbox_codes.inbox_codes_inbox_id_not_null NOT NULL inbox_id
constraint inbox_codes.inbox_codes_nonce_not_null NOT NULL nonce
constraint inbox_codes.inbox_codes_pkey PRIMARY KEY (area_id, inbox_id)
constraint inbox_codes.inbox_codes_sent_check CHECK ((sent > 0))
constraint inbox_codes.inbox_codes_sent_not_null NOT NULL sent
constraint inbox_codes.inbox_codes_sent_since_not_null NOT NULL sent_since
constraint inbox_codes.inbox_codes_tries_check CHECK (((tries >= 0) AND (tries <= 5)))
constraint inbox_codes.inbox_codes_tries_not_null NOT NULL tries
constraint inbox_organisations.inbox_organisations_area_id_inbox_id_fkey FOREIGN KEY (area_id, inbox_id) REFERENCES case_review.inboxes(area_id, inbox_id)
constraint inbox_organisations.inbox_organisations_area_id_not_null NOT NULL area_id
constraint inbox_organisations.inbox_organisations_inbox_id_not_null NOT NULL inbox_id
constraint inbox_organisations.inbox_organisations_open_until_not_null NOT NULL open_until
constraint inbox_organisations.inbox_organisations_organisation_id_not_null NOT NULL organisation_id
constraint inbox_organisations.inbox_organisations_pkey PRIMARY KEY (area_id, organisation_id, inbox_id)
constraint inbox_requests.inbox_requests_area_id_inbox_id_fkey FOREIGN KEY (area_id, inbox_id) REFERENCES case_review.inboxes(area_id, inbox_id)
constraint inbox_requests.inbox_requests_area_id_information_request_id_fkey FOREIGN KEY (area_id, information_request_id) REFERENCES case_review.information_requests(area_id, information_request_id) ON DELETE CASCADE
constraint inbox_requests.inbox_requests_area_id_not_null NOT NULL area_id
constraint inbox_requests.inbox_requests_inbox_id_not_null NOT NULL inbox_id
constraint inbox_requests.inbox_requests_information_request_id_not_null NOT NULL information_request_id
constraint inbox_requests.inbox_requests_pkey PRIMARY KEY (area_id, information_request_id)
constraint inbox_tokens.inbox_tokens_area_id_not_null NOT NULL area_id
constraint inbox_tokens.inbox_tokens_inbox_id_not_null NOT NULL inbox_id
constraint inbox_tokens.inbox_tokens_pkey PRIMARY KEY (token_hash)
constraint inbox_tokens.inbox_tokens_token_hash_not_null NOT NULL token_hash
constraint inboxes.inboxes_area_id_mailbox_index_key UNIQUE (area_id, mailbox_index)
constraint inboxes.inboxes_area_id_not_null NOT NULL area_id
constraint inboxes.inboxes_inbox_id_not_null NOT NULL inbox_id
constraint inboxes.inboxes_made_at_not_null NOT NULL made_at
constraint inboxes.inboxes_mailbox_index_not_null NOT NULL mailbox_index
constraint inboxes.inboxes_pkey PRIMARY KEY (area_id, inbox_id)
constraint information_requests.information_requests_accepted CHECK (
CASE
    WHEN (state = ANY (ARRAY['accepted'::text, 'nothing-known'::text])) THEN (accepted_at IS NOT NULL)
    WHEN (state = ANY (ARRAY['returned'::text, 'sent-back'::text])) THEN true
    ELSE (accepted_at IS NULL)
END)
constraint information_requests.information_requests_answered CHECK (((state = ANY (ARRAY['returned'::text, 'accepted'::text, 'sent-back'::text, 'nothing-known'::text])) = (returned_at IS NOT NULL)))
constraint information_requests.information_requests_area_id_case_id_fkey FOREIGN KEY (area_id, case_id) REFERENCES case_review.cases(area_id, case_id)
constraint information_requests.information_requests_area_id_not_null NOT NULL area_id
constraint information_requests.information_requests_area_id_organisation_id_fkey FOREIGN KEY (area_id, organisation_id) REFERENCES case_review.organisations(area_id, organisation_id)
constraint information_requests.information_requests_area_id_redirected_to_fkey FOREIGN KEY (area_id, redirected_to) REFERENCES case_review.information_requests(area_id, information_request_id)
constraint information_requests.information_requests_asked_again CHECK ((((round > 1) = (asked_again_on IS NOT NULL)) AND ((asked_again_on IS NULL) = (again_due_on IS NULL))))
constraint information_requests.information_requests_attempt_check CHECK ((attempt > 0))
constraint information_requests.information_requests_attempt_not_null NOT NULL attempt
constraint information_requests.information_requests_case_id_not_null NOT NULL case_id
constraint information_requests.information_requests_check CHECK ((due_on >= sent_on))
constraint information_requests.information_requests_check1 CHECK ((accepted_at >= returned_at))
constraint information_requests.information_requests_check2 CHECK ((reminded_on >= sent_on))
constraint information_requests.information_requests_check3 CHECK ((unread_since >= returned_at))
constraint information_requests.information_requests_check4 CHECK ((again_due_on > asked_again_on))
constraint information_requests.information_requests_due_on_not_null NOT NULL due_on
constraint information_requests.information_requests_information_request_id_not_null NOT NULL information_request_id
constraint information_requests.information_requests_of_case UNIQUE (area_id, case_id, information_request_id)
constraint information_requests.information_requests_organisation_id_not_null NOT NULL organisation_id
constraint information_requests.information_requests_pkey PRIMARY KEY (area_id, information_request_id)
constraint information_requests.information_requests_redirect_reason_check CHECK ((redirect_reason ~ '^[a-z]+(-[a-z]+)*$'::text))
constraint information_requests.information_requests_redirected CHECK ((((state = 'redirected'::text) = (redirected_to IS NOT NULL)) AND ((redirected_to IS NULL) = (redirect_reason IS NULL))))
constraint information_requests.information_requests_reminded CHECK (((reminders = 0) = (reminded_on IS NULL)))
constraint information_requests.information_requests_reminders_check CHECK ((reminders >= 0))
constraint information_requests.information_requests_reminders_not_null NOT NULL reminders
constraint information_requests.information_requests_round_check CHECK ((round > 0))
constraint information_requests.information_requests_round_not_null NOT NULL round
constraint information_requests.information_requests_said_by CHECK (((state = 'nothing-known'::text) = (said_by IS NOT NULL)))
constraint information_requests.information_requests_sent_at_not_null NOT NULL sent_at
constraint information_requests.information_requests_sent_back CHECK (((state <> 'sent-back'::text) OR (round > 1)))
constraint information_requests.information_requests_sent_by_not_null NOT NULL sent_by
constraint information_requests.information_requests_sent_on_not_null NOT NULL sent_on
constraint information_requests.information_requests_state_check CHECK ((state = ANY (ARRAY['sent'::text, 'returned'::text, 'accepted'::text, 'sent-back'::text, 'nothing-known'::text, 'recalled'::text, 'redirected'::text, 'gone-without'::text])))
constraint information_requests.information_requests_state_not_null NOT NULL state
constraint information_requests.information_requests_unread CHECK (((state = 'returned'::text) = (unread_since IS NOT NULL)))
constraint kept_returns.kept_returns_area_id_information_request_id_fkey FOREIGN KEY (area_id, information_request_id) REFERENCES case_review.information_requests(area_id, information_request_id)
constraint kept_returns.kept_returns_area_id_not_null NOT NULL area_id
constraint kept_returns.kept_returns_content_not_null NOT NULL content
constraint kept_returns.kept_returns_information_request_id_not_null NOT NULL information_request_id
constraint kept_returns.kept_returns_kept_return_id_not_null NOT NULL kept_return_id
constraint kept_returns.kept_returns_pkey PRIMARY KEY (area_id, kept_return_id)
constraint kept_returns.kept_returns_recorded_at_not_null NOT NULL recorded_at
constraint kept_returns.kept_returns_returned_on_not_null NOT NULL returned_on
constraint kept_scores.kept_scores_area_id_case_id_fkey FOREIGN KEY (area_id, case_id) REFERENCES case_review.cases(area_id, case_id)
constraint kept_scores.kept_scores_area_id_not_null NOT NULL area_id
constraint kept_scores.kept_scores_case_id_not_null NOT NULL case_id
constraint kept_scores.kept_scores_content_not_null NOT NULL content
constraint kept_scores.kept_scores_pkey PRIMARY KEY (area_id, case_id)
constraint kept_scores.kept_scores_recorded_at_not_null NOT NULL recorded_at
constraint key_fingerprints.key_fingerprints_fingerprint_not_null NOT NULL fingerprint
constraint key_fingerprints.key_fingerprints_key_name_not_null NOT NULL key_name
constraint key_fingerprints.key_fingerprints_pkey PRIMARY KEY (key_name)
constraint key_workers.key_workers_area_id_case_id_fkey FOREIGN KEY (area_id, case_id) REFERENCES case_review.cases(area_id, case_id)
constraint key_workers.key_workers_area_id_not_null NOT NULL area_id
constraint key_workers.key_workers_assigned_at_not_null NOT NULL assigned_at
constraint key_workers.key_workers_assigned_by_not_null NOT NULL assigned_by
constraint key_workers.key_workers_case_id_not_null NOT NULL case_id
constraint key_workers.key_workers_check CHECK ((until_on >= from_on))
constraint key_workers.key_workers_check1 CHECK (((until_on IS NULL) = (ended_at IS NULL)))
constraint key_workers.key_workers_check2 CHECK (((until_on IS NULL) = (ended_by IS NULL)))
constraint key_workers.key_workers_from_on_not_null NOT NULL from_on
constraint key_workers.key_workers_key_worker_id_not_null NOT NULL key_worker_id
constraint key_workers.key_workers_person_id_not_null NOT NULL person_id
constraint key_workers.key_workers_pkey PRIMARY KEY (area_id, key_worker_id)
constraint letter_templates.letter_templates_area_id_not_null NOT NULL area_id
constraint letter_templates.letter_templates_changed_at_not_null NOT NULL changed_at
constraint letter_templates.letter_templates_changed_by_not_null NOT NULL changed_by
constraint letter_templates.letter_templates_language_check CHECK ((language ~ '^[a-z][a-z ()-]{1,49}$'::text))
constraint letter_templates.letter_templates_language_not_null NOT NULL language
constraint letter_templates.letter_templates_pkey PRIMARY KEY (area_id, stage, language, version)
constraint letter_templates.letter_templates_stage_check CHECK ((stage ~ '^[a-z]+(-[a-z]+)*$'::text))
constraint letter_templates.letter_templates_stage_not_null NOT NULL stage
constraint letter_templates.letter_templates_valid_from_not_null NOT NULL valid_from
constraint letter_templates.letter_templates_version_check CHECK ((version > 0))
constraint letter_templates.letter_templates_version_not_null NOT NULL version
constraint letter_templates.letter_templates_wording_not_null NOT NULL wording
constraint life_events.life_events_area_id_case_id_document_id_fkey FOREIGN KEY (area_id, case_id, document_id) REFERENCES case_review.documents(area_id, case_id, document_id)
constraint life_events.life_events_area_id_case_id_fkey FOREIGN KEY (area_id, case_id) REFERENCES case_review.cases(area_id, case_id)
constraint life_events.life_events_area_id_case_id_information_request_id_fkey FOREIGN KEY (area_id, case_id, information_request_id) REFERENCES case_review.information_requests(area_id, case_id, information_request_id)
constraint life_events.life_events_area_id_not_null NOT NULL area_id
constraint life_events.life_events_case_id_not_null NOT NULL case_id
constraint life_events.life_events_check CHECK ((num_nonnulls(document_id, information_request_id) <= 1))
constraint life_events.life_events_check1 CHECK ((num_nulls(taken_out_by, taken_out_at, taken_out_because) = ANY (ARRAY[0, 3])))
constraint life_events.life_events_content_not_null NOT NULL content
constraint life_events.life_events_life_event_id_not_null NOT NULL life_event_id
constraint life_events.life_events_pkey PRIMARY KEY (area_id, life_event_id)
constraint life_events.life_events_recorded_at_not_null NOT NULL recorded_at
constraint life_events.life_events_recorded_by_not_null NOT NULL recorded_by
constraint link_codes.link_codes_area_id_not_null NOT NULL area_id
constraint link_codes.link_codes_expires_at_not_null NOT NULL expires_at
constraint link_codes.link_codes_information_request_id_not_null NOT NULL information_request_id
constraint link_codes.link_codes_nonce_not_null NOT NULL nonce
constraint link_codes.link_codes_pkey PRIMARY KEY (area_id, information_request_id)
constraint link_codes.link_codes_sent_check CHECK ((sent >= 0))
constraint link_codes.link_codes_sent_not_null NOT NULL sent
constraint link_codes.link_codes_sent_since_not_null NOT NULL sent_since
constraint link_codes.link_codes_tries_check CHECK (((tries >= 0) AND (tries <= 5)))
constraint link_codes.link_codes_tries_not_null NOT NULL tries
constraint link_tokens.link_tokens_area_id_not_null NOT NULL area_id
constraint link_tokens.link_tokens_information_request_id_not_null NOT NULL information_request_id
constraint link_tokens.link_tokens_pkey PRIMARY KEY (token_hash)
constraint link_tokens.link_tokens_token_hash_not_null NOT NULL token_hash
constraint linked_proceedings.linked_proceedings_area_id_case_id_fkey FOREIGN KEY (area_id, case_id) REFERENCES case_review.cases(area_id, case_id)
constraint linked_proceedings.linked_proceedings_area_id_hold_id_fkey FOREIGN KEY (area_id, hold_id) REFERENCES case_review.holds(area_id, hold_id)
constraint linked_proceedings.linked_proceedings_area_id_not_null NOT NULL area_id
constraint linked_proceedings.linked_proceedings_brought_hold_not_null NOT NULL brought_hold
constraint linked_proceedings.linked_proceedings_case_id_not_null NOT NULL case_id
constraint linked_proceedings.linked_proceedings_check CHECK ((num_nulls(outcome, closed_on, closed_by, closed_at) = ANY (ARRAY[0, 4])))
constraint linked_proceedings.linked_proceedings_check1 CHECK ((closed_on >= opened_on))
constraint linked_proceedings.linked_proceedings_check2 CHECK (((outcome <> 'not-resumed'::text) OR (kind = 'inquest'::text)))
constraint linked_proceedings.linked_proceedings_check3 CHECK (((hold_id IS NOT NULL) OR (NOT brought_hold)))
constraint linked_proceedings.linked_proceedings_kind_check CHECK ((kind ~ '^[a-z]+(-[a-z]+)*$'::text))
constraint linked_proceedings.linked_proceedings_kind_not_null NOT NULL kind
constraint linked_proceedings.linked_proceedings_opened_on_not_null NOT NULL opened_on
constraint linked_proceedings.linked_proceedings_outcome_check CHECK ((outcome = ANY (ARRAY['concluded'::text, 'discontinued'::text, 'not-resumed'::text, 'recorded-in-error'::text])))
constraint linked_proceedings.linked_proceedings_pkey PRIMARY KEY (area_id, proceeding_id)
constraint linked_proceedings.linked_proceedings_proceeding_id_not_null NOT NULL proceeding_id
constraint linked_proceedings.linked_proceedings_recorded_at_not_null NOT NULL recorded_at
constraint linked_proceedings.linked_proceedings_recorded_by_not_null NOT NULL recorded_by
constraint linked_proceedings.linked_proceedings_version_check CHECK ((version > 0))
constraint linked_proceedings.linked_proceedings_version_not_null NOT NULL version
constraint listing_warnings.listing_warnings_area_id_case_id_fkey FOREIGN KEY (area_id, case_id) REFERENCES case_review.cases(area_id, case_id)
constraint listing_warnings.listing_warnings_area_id_not_null NOT NULL area_id
constraint listing_warnings.listing_warnings_case_id_not_null NOT NULL case_id
constraint listing_warnings.listing_warnings_gate_version_check CHECK ((gate_version ~ '^own-[1-9][0-9]*$'::text))
constraint listing_warnings.listing_warnings_gate_version_not_null NOT NULL gate_version
constraint listing_warnings.listing_warnings_item_check CHECK ((item ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text))
constraint listing_warnings.listing_warnings_item_not_null NOT NULL item
constraint listing_warnings.listing_warnings_lacking_check CHECK ((lacking > 0))
constraint listing_warnings.listing_warnings_lacking_not_null NOT NULL lacking
constraint listing_warnings.listing_warnings_listed_at_not_null NOT NULL listed_at
constraint listing_warnings.listing_warnings_listing_check CHECK ((listing > 0))
constraint listing_warnings.listing_warnings_listing_not_null NOT NULL listing
constraint listing_warnings.listing_warnings_passed_by_not_null NOT NULL passed_by
constraint listing_warnings.listing_warnings_pkey PRIMARY KEY (area_id, case_id, listing, item)
constraint listing_warnings.listing_warnings_reason_check CHECK ((reason = ANY (ARRAY['does-not-apply'::text, 'comes-before-the-meeting'::text, 'cannot-be-had'::text, 'known-another-way'::text, 'chair-decided'::text])))
constraint listing_warnings.listing_warnings_reason_not_null NOT NULL reason
constraint listings.listings_area_id_case_id_fkey FOREIGN KEY (area_id, case_id) REFERENCES case_review.cases(area_id, case_id)
constraint listings.listings_area_id_not_null NOT NULL area_id
constraint listings.listings_area_id_panel_meeting_id_fkey FOREIGN KEY (area_id, panel_meeting_id) REFERENCES case_review.panel_meetings(area_id, panel_meeting_id)
constraint listings.listings_case_id_not_null NOT NULL case_id
constraint listings.listings_listed_at_not_null NOT NULL listed_at
constraint listings.listings_listed_by_not_null NOT NULL listed_by
constraint listings.listings_minutes_check CHECK (((minutes >= 1) AND (minutes <= 480)))
constraint listings.listings_panel_meeting_id_not_null NOT NULL panel_meeting_id
constraint listings.listings_pkey PRIMARY KEY (area_id, case_id)
constraint listings.listings_place_on_agenda_check CHECK ((place_on_agenda > 0))
constraint listings.listings_summary_not_null NOT NULL summary
constraint migrations.migrations_applied_at_not_null NOT NULL applied_at
constraint migrations.migrations_checksum_not_null NOT NULL checksum
constraint migrations.migrations_name_not_null NOT NULL name
constraint migrations.migrations_pkey PRIMARY KEY (name)
constraint national_routes.national_routes_area_id_not_null NOT NULL area_id
constraint national_routes.national_routes_failed_at_not_null NOT NULL failed_at
constraint national_routes.national_routes_failures_check CHECK ((failures > 0))
constraint national_routes.national_routes_failures_not_null NOT NULL failures
constraint national_routes.national_routes_pkey PRIMARY KEY (area_id)
constraint national_routes.national_routes_since_not_null NOT NULL since
constraint national_routes.national_routes_tried_at_not_null NOT NULL tried_at
constraint national_routes.national_routes_why_check CHECK ((why = ANY (ARRAY['away'::text, 'refused'::text])))
constraint national_routes.national_routes_why_not_null NOT NULL why
constraint national_submissions.failed_for_a_reason CHECK (((failures = 0) = (failure IS NULL)))
constraint national_submissions.national_submissions_again_check CHECK ((again = 'merge-undone'::text))
constraint national_submissions.national_submissions_area_id_case_id_fkey FOREIGN KEY (area_id, case_id) REFERENCES case_review.cases(area_id, case_id)
constraint national_submissions.national_submissions_area_id_case_id_kind_number_key UNIQUE (area_id, case_id, kind, number)
constraint national_submissions.national_submissions_area_id_not_null NOT NULL area_id
constraint national_submissions.national_submissions_because_check CHECK ((because ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text))
constraint national_submissions.national_submissions_case_id_not_null NOT NULL case_id
constraint national_submissions.national_submissions_check CHECK ((((sent_at IS NULL) = (content_hash IS NULL)) AND ((sent_at IS NULL) = (field_hashes IS NULL))))
constraint national_submissions.national_submissions_check1 CHECK (((sent_at IS NOT NULL) OR (state = ANY (ARRAY['queued'::text, 'incomplete'::text, 'stopped'::text]))))
constraint national_submissions.national_submissions_check2 CHECK (((state <> 'acknowledged'::text) OR (receipt IS NOT NULL)))
constraint national_submissions.national_submissions_check3 CHECK ((((state = 'withdrawn'::text) = (withdrawn_at IS NOT NULL)) AND ((withdrawn_at IS NULL) = (withdrawal_receipt IS NULL))))
constraint national_submissions.national_submissions_check4 CHECK (((because IS NOT NULL) = (state = ANY (ARRAY['stopped'::text, 'withdrawing'::text, 'withdrawn'::text]))))
constraint national_submissions.national_submissions_content_hash_check CHECK ((length(content_hash) = 32))
constraint national_submissions.national_submissions_failure_check CHECK ((failure = ANY (ARRAY['away'::text, 'refused'::text])))
constraint national_submissions.national_submissions_failures_check CHECK ((failures >= 0))
constraint national_submissions.national_submissions_failures_not_null NOT NULL failures
constraint national_submissions.national_submissions_kind_check CHECK ((kind = ANY (ARRAY['notification'::text, 'reporting'::text, 'supplementary'::text, 'analysis'::text])))
constraint national_submissions.national_submissions_kind_not_null NOT NULL kind
constraint national_submissions.national_submissions_number_check CHECK ((number > 0))
constraint national_submissions.national_submissions_number_not_null NOT NULL number
constraint national_submissions.national_submissions_pkey PRIMARY KEY (area_id, submission_id)
constraint national_submissions.national_submissions_queued_at_not_null NOT NULL queued_at
constraint national_submissions.national_submissions_queued_by_not_null NOT NULL queued_by
constraint national_submissions.national_submissions_receipt_check CHECK (((length(receipt) >= 1) AND (length(receipt) <= 100)))
constraint national_submissions.national_submissions_source_version_check CHECK ((source_version > 0))
constraint national_submissions.national_submissions_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'incomplete'::text, 'stopped'::text, 'sending'::text, 'acknowledged'::text, 'rejected'::text, 'withdrawing'::text, 'withdrawn'::text])))
constraint national_submissions.national_submissions_state_not_null NOT NULL state
constraint national_submissions.national_submissions_submission_id_not_null NOT NULL submission_id
constraint national_submissions.national_submissions_withdrawal_receipt_check CHECK (((length(withdrawal_receipt) >= 1) AND (length(withdrawal_receipt) <= 100)))
constraint national_withdrawals.national_withdrawals_area_id_case_id_fkey FOREIGN KEY (area_id, case_id) REFERENCES case_review.cases(area_id, case_id)
constraint national_withdrawals.national_withdrawals_area_id_not_null NOT NULL area_id
constraint national_withdrawals.national_withdrawals_case_id_not_null NOT NULL case_id
constraint national_withdrawals.national_withdrawals_check CHECK ((withdrawn_on >= submitted_on))
constraint national_withdrawals.national_withdrawals_check1 CHECK ((num_nulls(withdrawn_on, recorded_by, recorded_at) = ANY (ARRAY[0, 3])))
constraint national_withdrawals.national_withdrawals_owed_since_not_null NOT NULL owed_since
constraint national_withdrawals.national_withdrawals_pkey PRIMARY KEY (area_id, case_id)
constraint open_case_files.open_case_files_area_id_not_null NOT NULL area_id
constraint open_case_files.open_case_files_attempts_check CHECK ((attempts >= 0))
constraint open_case_files.open_case_files_attempts_not_null NOT NULL attempts
constraint open_case_files.open_case_files_bytes_check CHECK ((bytes > 0))
constraint open_case_files.open_case_files_case_row_check CHECK ((case_row > 1))
constraint open_case_files.open_case_files_case_row_not_null NOT NULL case_row
constraint open_case_files.open_case_files_check CHECK (((about IS NOT NULL) OR (state = ANY (ARRAY['taken'::text, 'left-out'::text]))))
constraint open_case_files.open_case_files_check1 CHECK (((document_id IS NULL) = (state = ANY (ARRAY['awaited'::text, 'refused'::text, 'left-out'::text]))))
constraint open_case_files.open_case_files_check10 CHECK ((num_nonnulls(done_by, done_at) =
CASE
    WHEN (state = 'awaited'::text) THEN 0
    ELSE 2
END))
constraint open_case_files.open_case_files_check2 CHECK (((piece_name IS NULL) = (state <> ALL (ARRAY['coming'::text, 'whole'::text]))))
constraint open_case_files.open_case_files_check3 CHECK (((content_hash IS NULL) = (pieces IS NULL)))
constraint open_case_files.open_case_files_check4 CHECK (((state <> 'whole'::text) OR (pieces IS NOT NULL)))
constraint open_case_files.open_case_files_check5 CHECK ((num_nonnulls(object_name, content_key, chunks, bytes, kept) =
CASE
    WHEN (state = ANY (ARRAY['received'::text, 'clean'::text])) THEN 5
    ELSE 0
END))
constraint open_case_files.open_case_files_check6 CHECK (((mail IS NULL) OR (object_name IS NOT NULL)))
constraint open_case_files.open_case_files_check7 CHECK ((num_nonnulls(scanned_at, scanned_with) =
CASE
    WHEN (state = 'clean'::text) THEN 2
    ELSE 0
END))
constraint open_case_files.open_case_files_check8 CHECK (((fault IS NULL) = (state <> 'refused'::text)))
constraint open_case_files.open_case_files_check9 CHECK (((left_out IS NULL) = (state <> 'left-out'::text)))
constraint open_case_files.open_case_files_chunks_check CHECK ((chunks > 0))
constraint open_case_files.open_case_files_content_hash_check CHECK ((content_hash ~ '^[0-9a-f]{64}$'::text))
constraint open_case_files.open_case_files_fault_check CHECK ((fault ~ '^[a-z]+(-[a-z]+)*$'::text))
constraint open_case_files.open_case_files_import_id_not_null NOT NULL import_id
constraint open_case_files.open_case_files_kind_check CHECK ((kind ~ '^[a-z]+$'::text))
constraint open_case_files.open_case_files_left_out_check CHECK ((left_out ~ '^[a-z]+(-[a-z]+)*$'::text))
constraint open_case_files.open_case_files_looks_check CHECK ((looks >= 0))
constraint open_case_files.open_case_files_looks_not_null NOT NULL looks
constraint open_case_files.open_case_files_object_name_check CHECK ((object_name ~ '^[0-9a-f]{64}$'::text))
constraint open_case_files.open_case_files_piece_name_check CHECK ((piece_name ~ '^[0-9a-f]{64}$'::text))
constraint open_case_files.open_case_files_pieces_check CHECK ((pieces >= 0))
constraint open_case_files.open_case_files_pkey PRIMARY KEY (area_id, import_id, row_number)
constraint open_case_files.open_case_files_row_number_check CHECK ((row_number > 1))
constraint open_case_files.open_case_files_row_number_not_null NOT NULL row_number
constraint open_case_files.open_case_files_state_check CHECK ((state = ANY (ARRAY['awaited'::text, 'coming'::text, 'whole'::text, 'received'::text, 'clean'::text, 'refused'::text, 'left-out'::text, 'taken'::text])))
constraint open_case_files.open_case_files_state_not_null NOT NULL state
constraint open_case_imports.open_case_imports_area_id_not_null NOT NULL area_id
constraint open_case_imports.open_case_imports_begun_at_not_null NOT NULL begun_at
constraint open_case_imports.open_case_imports_begun_by_not_null NOT NULL begun_by
constraint open_case_imports.open_case_imports_cases_check CHECK ((cases >= 0))
constraint open_case_imports.open_case_imports_cases_not_null NOT NULL cases
constraint open_case_imports.open_case_imports_check CHECK ((((chased_from IS NULL) = (chasing_taken_by IS NULL)) AND ((chased_from IS NULL) = (chasing_taken_at IS NULL))))
constraint open_case_imports.open_case_imports_check1 CHECK (((chased_from IS NULL) OR (signed_off_at IS NOT NULL)))
constraint open_case_imports.open_case_imports_import_id_not_null NOT NULL import_id
constraint open_case_imports.open_case_imports_pkey PRIMARY KEY (area_id, import_id)
constraint open_case_origins.open_case_origins_area_id_case_id_fkey FOREIGN KEY (area_id, case_id) REFERENCES case_review.cases(area_id, case_id)
constraint open_case_origins.open_case_origins_area_id_not_null NOT NULL area_id
constraint open_case_origins.open_case_origins_case_id_not_null NOT NULL case_id
constraint open_case_origins.open_case_origins_documents_not_taken_check CHECK ((documents_not_taken >= 0))
constraint open_case_origins.open_case_origins_documents_not_taken_not_null NOT NULL documents_not_taken
constraint open_case_origins.open_case_origins_import_id_not_null NOT NULL import_id
constraint open_case_origins.open_case_origins_old_reference_not_null NOT NULL old_reference
constraint open_case_origins.open_case_origins_pkey PRIMARY KEY (area_id, case_id)
constraint open_case_origins.open_case_origins_stage_check CHECK ((stage ~ '^[a-z]+(-[a-z]+)*$'::text))
constraint open_case_origins.open_case_origins_stage_not_null NOT NULL stage
constraint open_case_origins.open_case_origins_taken_at_not_null NOT NULL taken_at
constraint open_case_origins.open_case_origins_taken_by_not_null NOT NULL taken_by
constraint open_case_rows.open_case_rows_area_id_import_id_fkey FOREIGN KEY (area_id, import_id) REFERENCES case_review.open_case_imports(area_id, import_id)
constraint open_case_rows.open_case_rows_area_id_not_null NOT NULL area_id
constraint open_case_rows.open_case_rows_check CHECK ((num_nulls(case_id, taken_at, counts) = ANY (ARRAY[0, 3])))
constraint open_case_rows.open_case_rows_check1 CHECK (((content IS NULL) = (case_id IS NOT NULL)))
constraint open_case_rows.open_case_rows_import_id_not_null NOT NULL import_id
constraint open_case_rows.open_case_rows_pkey PRIMARY KEY (area_id, import_id, row_number)
constraint open_case_rows.open_case_rows_row_number_check CHECK ((row_number > 1))
constraint open_case_rows.open_case_rows_row_number_not_null NOT NULL row_number
constraint organisation_contacts.organisation_contacts_area_id_not_null NOT NULL area_id
constraint organisation_contacts.organisation_contacts_area_id_organisation_id_fkey FOREIGN KEY (area_id, organisation_id) REFERENCES case_review.organisations(area_id, organisation_id)
constraint organisation_contacts.organisation_contacts_area_id_organisation_id_replaces_fkey FOREIGN KEY (area_id, organisation_id, replaces) REFERENCES case_review.organisation_contacts(area_id, organisation_id, contact_id)
constraint organisation_contacts.organisation_contacts_check CHECK ((ended_on >= from_on))
constraint organisation_contacts.organisation_contacts_contact_id_not_null NOT NULL contact_id
constraint organisation_contacts.organisation_contacts_from_on_not_null NOT NULL from_on
constraint organisation_contacts.organisation_contacts_organisation_id_not_null NOT NULL organisation_id
constraint organisation_contacts.organisation_contacts_pkey PRIMARY KEY (area_id, organisation_id, contact_id)
constraint organisation_contacts.organisation_contacts_reached_not_null NOT NULL reached
constraint organisation_contacts.organisation_contacts_recorded_at_not_null NOT NULL recorded_at
constraint organisation_contacts.organisation_contacts_recorded_by_not_null NOT NULL recorded_by
constraint organisation_names.organisation_names_area_id_not_null NOT NULL area_id
constraint organisation_names.organisation_names_area_id_organisation_id_fkey FOREIGN KEY (area_id, organisation_id) REFERENCES case_review.organisations(area_id, organisation_id)
constraint organisation_names.organisation_names_entry_check CHECK ((entry > 0))
constraint organisation_names.organisation_names_entry_not_null NOT NULL entry
constraint organisation_names.organisation_names_from_on_not_null NOT NULL from_on
constraint organisation_names.organisation_names_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)))
constraint organisation_names.organisation_names_name_not_null NOT NULL name
constraint organisation_names.organisation_names_organisation_id_not_null NOT NULL organisation_id
constraint organisation_names.organisation_names_pkey PRIMARY KEY (area_id, organisation_id, entry)
constraint organisation_names.organisation_names_recorded_at_not_null NOT NULL recorded_at
constraint organisation_names.organisation_names_recorded_by_not_null NOT NULL recorded_by
constraint organisations.organisations_active_in_order CHECK ((active_to >= active_from))
constraint organisations.organisations_added_at_not_null NOT NULL added_at
constraint organisations.organisations_area_id_not_null NOT NULL area_id
constraint organisations.organisations_email_check CHECK (((length(email) >= 3) AND (length(email) <= 254)))
constraint organisations.organisations_email_not_null NOT NULL email
constraint organisations.organisations_gss_code_check CHECK ((gss_code ~ '^[EKNSW][0-9]{8}$'::text))
constraint organisations.organisations_kind_not_null NOT NULL kind
constraint organisations.organisations_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)))
constraint organisations.organisations_name_not_null NOT NULL name
constraint organisations.organisations_ods_code_check CHECK ((ods_code ~ '^[A-Z0-9]{3,10}$'::text))
constraint organisations.organisations_organisation_id_not_null NOT NULL organisation_id
constraint organisations.organisations_pkey PRIMARY KEY (area_id, organisation_id)
constraint organisations.organisations_version_check CHECK ((version > 0))
constraint organisations.organisations_version_not_null NOT NULL version
constraint pack_cases.pack_cases_area_id_case_id_fkey FOREIGN KEY (area_id, case_id) REFERENCES case_review.cases(area_id, case_id)
constraint pack_cases.pack_cases_area_id_not_null NOT NULL area_id
constraint pack_cases.pack_cases_area_id_pack_id_fkey FOREIGN KEY (area_id, pack_id) REFERENCES case_review.packs(area_id, pack_id)
constraint pack_cases.pack_cases_attempts_check CHECK ((attempts >= 0))
constraint pack_cases.pack_cases_attempts_not_null NOT NULL attempts
constraint pack_cases.pack_cases_case_id_not_null NOT NULL case_id
constraint pack_cases.pack_cases_check CHECK (((open >= 0) AND (open <= doubtful)))
constraint pack_cases.pack_cases_check1 CHECK (((outcome IS NOT NULL) = (screened_at IS NOT NULL)))
constraint pack_cases.pack_cases_check2 CHECK ((COALESCE((outcome = 'screened'::text), false) = (findings IS NOT NULL)))
constraint pack_cases.pack_cases_check3 CHECK ((num_nonnulls(findings, known_hash, counts, doubtful, open) = ANY (ARRAY[0, 5])))
constraint pack_cases.pack_cases_check4 CHECK (((compiled IS NULL) OR (findings IS NOT NULL)))
constraint pack_cases.pack_cases_doubtful_check CHECK ((doubtful >= 0))
constraint pack_cases.pack_cases_outcome_check CHECK ((outcome = ANY (ARRAY['screened'::text, 'left-out'::text, 'failed'::text])))
constraint pack_cases.pack_cases_pack_id_not_null NOT NULL pack_id
constraint pack_cases.pack_cases_pkey PRIMARY KEY (area_id, pack_id, case_id)
constraint pack_codes.pack_codes_area_id_not_null NOT NULL area_id
constraint pack_codes.pack_codes_area_id_pack_id_fkey FOREIGN KEY (area_id, pack_id) REFERENCES case_review.packs(area_id, pack_id)
constraint pack_codes.pack_codes_code_check CHECK ((code ~ '^[A-Z][0-9][0-9]$'::text))
constraint pack_codes.pack_codes_code_not_null NOT NULL code
constraint pack_codes.pack_codes_entity_hash_not_null NOT NULL entity_hash
constraint pack_codes.pack_codes_pack_id_not_null NOT NULL pack_id
constraint pack_codes.pack_codes_pkey PRIMARY KEY (area_id, entity_hash, code, pack_id)
constraint pack_decisions.pack_decisions_area_id_case_id_fkey FOREIGN KEY (area_id, case_id) REFERENCES case_review.cases(area_id, case_id)
constraint pack_decisions.pack_decisions_area_id_not_null NOT NULL area_id
constraint pack_decisions.pack_decisions_case_id_not_null NOT NULL case_id
constraint pack_decisions.pack_decisions_decided_at_not_null NOT NULL decided_at
constraint pack_decisions.pack_decisions_decided_by_not_null NOT NULL decided_by
constraint pack_decisions.pack_decisions_entry_check CHECK ((entry > 0))
constraint pack_decisions.pack_decisions_entry_not_null NOT NULL entry
constraint pack_decisions.pack_decisions_found_as_not_null NOT NULL found_as
constraint pack_decisions.pack_decisions_hide_not_null NOT NULL hide
constraint pack_decisions.pack_decisions_pkey PRIMARY KEY (area_id, case_id, text_hash, place, found_as, entry)
constraint pack_decisions.pack_decisions_place_check CHECK ((place ~ '^[0-9]+-[0-9]+$'::text))
constraint pack_decisions.pack_decisions_place_not_null NOT NULL place
constraint pack_decisions.pack_decisions_text_hash_not_null NOT NULL text_hash
constraint pack_readings.pack_readings_area_id_case_id_fkey FOREIGN KEY (area_id, case_id) REFERENCES case_review.cases(area_id, case_id)
constraint pack_readings.pack_readings_area_id_not_null NOT NULL area_id
constraint pack_readings.pack_readings_area_id_panel_meeting_id_fkey FOREIGN KEY (area_id, panel_meeting_id) REFERENCES case_review.panel_meetings(area_id, panel_meeting_id)
constraint pack_readings.pack_readings_case_id_not_null NOT NULL case_id
constraint pack_readings.pack_readings_check CHECK ((((marked_at IS NULL) = (shown IS NULL)) AND ((read_at IS NULL) OR (marked_at IS NOT NULL))))
constraint pack_readings.pack_readings_panel_meeting_id_not_null NOT NULL panel_meeting_id
constraint pack_readings.pack_readings_person_id_not_null NOT NULL person_id
constraint pack_readings.pack_readings_pkey PRIMARY KEY (area_id, case_id, person_id, panel_meeting_id)
constraint pack_readings.pack_readings_place_check CHECK ((place ~ '^[a-z][a-z0-9-]{0,59}$'::text))
constraint pack_rules.pack_rules_area_id_not_null NOT NULL area_id
constraint pack_rules.pack_rules_changed_at_not_null NOT NULL changed_at
constraint pack_rules.pack_rules_changed_by_not_null NOT NULL changed_by
constraint pack_rules.pack_rules_pkey PRIMARY KEY (area_id, version)
constraint pack_rules.pack_rules_rule_not_null NOT NULL rule
constraint pack_rules.pack_rules_valid_from_not_null NOT NULL valid_from
constraint pack_rules.pack_rules_version_check CHECK ((version > 0))
constraint pack_rules.pack_rules_version_not_null NOT NULL version
constraint packs.packs_area_id_not_null NOT NULL area_id
constraint packs.packs_area_id_panel_meeting_id_fkey FOREIGN KEY (area_id, panel_meeting_id) REFERENCES case_review.panel_meetings(area_id, panel_meeting_id)
constraint packs.packs_area_id_panel_meeting_id_version_key UNIQUE (area_id, panel_meeting_id, version)
constraint packs.packs_asked_at_not_null NOT NULL asked_at
constraint packs.packs_asked_by_not_null NOT NULL asked_by
constraint packs.packs_check CHECK (((signed_by IS NULL) = (signed_at IS NULL)))
constraint packs.packs_check1 CHECK (((released_by IS NULL) = (released_at IS NULL)))
constraint packs.packs_check2 CHECK (((released_by IS NULL) OR ((signed_by IS NOT NULL) AND (released_by <> signed_by))))
constraint packs.packs_check3 CHECK (((released_at IS NULL) OR (expires_after_days IS NOT NULL)))
constraint packs.packs_check4 CHECK (((state <> ALL (ARRAY['signed-once'::text, 'released'::text, 'expired'::text])) OR (signed_by IS NOT NULL)))
constraint packs.packs_check5 CHECK (((state <> ALL (ARRAY['released'::text, 'expired'::text])) OR (released_by IS NOT NULL)))
constraint packs.packs_check6 CHECK (((num_nonnulls(late_reason, few_reason) = 0) OR (released_by IS NOT NULL)))
constraint packs.packs_check7 CHECK (((state = 'withdrawn'::text) = (withdrawn_at IS NOT NULL)))
constraint packs.packs_check8 CHECK (((withdrawn_at IS NULL) = (withdrawn_because IS NULL)))
constraint packs.packs_check9 CHECK (((destroyed_at IS NULL) OR (state = ANY (ARRAY['withdrawn'::text, 'expired'::text]))))
constraint packs.packs_expires_after_days_check CHECK (((expires_after_days >= 0) AND (expires_after_days <= 180)))
constraint packs.packs_pack_id_not_null NOT NULL pack_id
constraint packs.packs_panel_meeting_id_not_null NOT NULL panel_meeting_id
constraint packs.packs_pkey PRIMARY KEY (area_id, pack_id)
constraint packs.packs_state_check CHECK ((state = ANY (ARRAY['building'::text, 'awaiting-decisions'::text, 'ready'::text, 'signed-once'::text, 'released'::text, 'withdrawn'::text, 'expired'::text])))
constraint packs.packs_state_not_null NOT NULL state
constraint packs.packs_version_check CHECK ((version > 0))
constraint packs.packs_version_not_null NOT NULL version
constraint packs.packs_withdrawn_because_check CHECK ((withdrawn_because ~ '^[a-z]+(-[a-z]+)*$'::text))
constraint packs_to_destroy.packs_to_destroy_area_id_not_null NOT NULL area_id
constraint packs_to_destroy.packs_to_destroy_pack_id_not_null NOT NULL pack_id
constraint packs_to_destroy.packs_to_destroy_pkey PRIMARY KEY (area_id, pack_id)
constraint panel_apologies.panel_apologies_apologises_not_null NOT NULL apologises
constraint panel_apologies.panel_apologies_area_id_not_null NOT NULL area_id
constraint panel_apologies.panel_apologies_area_id_panel_meeting_id_fkey FOREIGN KEY (area_id, panel_meeting_id) REFERENCES case_review.panel_meetings(area_id, panel_meeting_id)
constraint panel_apologies.panel_apologies_entry_check CHECK ((entry > 0))
constraint panel_apologies.panel_apologies_entry_not_null NOT NULL entry
constraint panel_apologies.panel_apologies_panel_meeting_id_not_null NOT NULL panel_meeting_id
constraint panel_apologies.panel_apologies_person_id_not_null NOT NULL person_id
constraint panel_apologies.panel_apologies_pkey PRIMARY KEY (area_id, panel_meeting_id, person_id, entry)
constraint panel_apologies.panel_apologies_recorded_at_not_null NOT NULL recorded_at
constraint panel_comments.panel_comments_area_id_case_id_fkey FOREIGN KEY (area_id, case_id) REFERENCES case_review.cases(area_id, case_id)
constraint panel_comments.panel_comments_area_id_not_null NOT NULL area_id
constraint panel_comments.panel_comments_area_id_panel_meeting_id_fkey FOREIGN KEY (area_id, panel_meeting_id) REFERENCES case_review.panel_meetings(area_id, panel_meeting_id)
constraint panel_comments.panel_comments_case_id_not_null NOT NULL case_id
constraint panel_comments.panel_comments_comment_not_null NOT NULL comment
constraint panel_comments.panel_comments_held_back_not_null NOT NULL held_back
constraint panel_comments.panel_comments_panel_comment_id_not_null NOT NULL panel_comment_id
constraint panel_comments.panel_comments_panel_meeting_id_not_null NOT NULL panel_meeting_id
constraint panel_comments.panel_comments_person_id_not_null NOT NULL person_id
constraint panel_comments.panel_comments_pkey PRIMARY KEY (area_id, panel_comment_id)
constraint panel_comments.panel_comments_sent_at_not_null NOT NULL sent_at
constraint panel_invitations.panel_invitations_area_id_not_null NOT NULL area_id
constraint panel_invitations.panel_invitations_area_id_panel_meeting_id_fkey FOREIGN KEY (area_id, panel_meeting_id) REFERENCES case_review.panel_meetings(area_id, panel_meeting_id)
constraint panel_invitations.panel_invitations_invited_at_not_null NOT NULL invited_at
constraint panel_invitations.panel_invitations_invited_by_not_null NOT NULL invited_by
constraint panel_invitations.panel_invitations_panel_meeting_id_not_null NOT NULL panel_meeting_id
constraint panel_invitations.panel_invitations_person_id_not_null NOT NULL person_id
constraint panel_invitations.panel_invitations_pkey PRIMARY KEY (area_id, panel_meeting_id, person_id)
constraint panel_meeting_pauses.panel_meeting_pauses_area_id_not_null NOT NULL area_id
constraint panel_meeting_pauses.panel_meeting_pauses_area_id_panel_meeting_id_fkey FOREIGN KEY (area_id, panel_meeting_id) REFERENCES case_review.panel_meetings(area_id, panel_meeting_id)
constraint panel_meeting_pauses.panel_meeting_pauses_panel_meeting_id_not_null NOT NULL panel_meeting_id
constraint panel_meeting_pauses.panel_meeting_pauses_pkey PRIMARY KEY (area_id, panel_meeting_id)
constraint panel_meeting_pauses.panel_meeting_pauses_recorded_at_not_null NOT NULL recorded_at
constraint panel_meeting_pauses.panel_meeting_pauses_recorded_by_not_null NOT NULL recorded_by
constraint panel_meetings.panel_meetings_area_id_not_null NOT NULL area_id
constraint panel_meetings.panel_meetings_arranged_at_not_null NOT NULL arranged_at
constraint panel_meetings.panel_meetings_arranged_by_not_null NOT NULL arranged_by
constraint panel_meetings.panel_meetings_cancel_reason_check CHECK ((cancel_reason = ANY (ARRAY['not-quorate'::text, 'no-chair'::text, 'no-cases-ready'::text, 'members-away'::text, 'place-not-to-be-had'::text, 'arranged-by-mistake'::text])))
constraint panel_meetings.panel_meetings_check CHECK (((starts_at IS NULL) = (ends_at IS NULL)))
constraint panel_meetings.panel_meetings_check1 CHECK ((ends_at > starts_at))
constraint panel_meetings.panel_meetings_check2 CHECK (((cancelled_at IS NULL) = (cancelled_by IS NULL)))
constraint panel_meetings.panel_meetings_check3 CHECK (((cancelled_at IS NULL) = (cancel_reason IS NULL)))
constraint panel_meetings.panel_meetings_ends_at_check CHECK ((ends_at ~ '^[0-2][0-9]:[0-5][0-9]$'::text))
constraint panel_meetings.panel_meetings_held_on_not_null NOT NULL held_on
constraint panel_meetings.panel_meetings_kind_check CHECK ((kind = ANY (ARRAY['standard'::text, 'neonatal'::text, 'themed-local'::text, 'themed-regional'::text])))
constraint panel_meetings.panel_meetings_kind_not_null NOT NULL kind
constraint panel_meetings.panel_meetings_members_check CHECK ((members > 0))
constraint panel_meetings.panel_meetings_panel_meeting_id_not_null NOT NULL panel_meeting_id
constraint panel_meetings.panel_meetings_pkey PRIMARY KEY (area_id, panel_meeting_id)
constraint panel_meetings.panel_meetings_sequence_check CHECK ((sequence >= 0))
constraint panel_meetings.panel_meetings_sequence_not_null NOT NULL sequence
constraint panel_meetings.panel_meetings_starts_at_check CHECK ((starts_at ~ '^[0-2][0-9]:[0-5][0-9]$'::text))
constraint panel_meetings.panel_meetings_version_check CHECK ((version > 0))
constraint panel_meetings.panel_meetings_version_not_null NOT NULL version
constraint panel_questions.panel_questions_area_id_case_id_fkey FOREIGN KEY (area_id, case_id) REFERENCES case_review.cases(area_id, case_id)
constraint panel_questions.panel_questions_area_id_deferral_id_fkey FOREIGN KEY (area_id, deferral_id) REFERENCES case_review.deferrals(area_id, deferral_id)
constraint panel_questions.panel_questions_area_id_deferral_id_place_key UNIQUE (area_id, deferral_id, place)
constraint panel_questions.panel_questions_area_id_information_request_id_fkey FOREIGN KEY (area_id, information_request_id) REFERENCES case_review.information_requests(area_id, information_request_id)
constraint panel_questions.panel_questions_area_id_not_null NOT NULL area_id
constraint panel_questions.panel_questions_asked_not_null NOT NULL asked
constraint panel_questions.panel_questions_case_id_not_null NOT NULL case_id
constraint panel_questions.panel_questions_check CHECK (((settled IS NULL) = (settled_at IS NULL)))
constraint panel_questions.panel_questions_check1 CHECK ((COALESCE((settled = 'agency-asked'::text), false) = (information_request_id IS NOT NULL)))
constraint panel_questions.panel_questions_check2 CHECK ((COALESCE((settled = 'noted'::text), false) = (note IS NOT NULL)))
constraint panel_questions.panel_questions_check3 CHECK ((COALESCE((settled = ANY (ARRAY['agency-asked'::text, 'noted'::text])), false) = (settled_by IS NOT NULL)))
constraint panel_questions.panel_questions_deferral_id_not_null NOT NULL deferral_id
constraint panel_questions.panel_questions_panel_question_id_not_null NOT NULL panel_question_id
constraint panel_questions.panel_questions_pkey PRIMARY KEY (area_id, panel_question_id)
constraint panel_questions.panel_questions_place_check CHECK ((place > 0))
constraint panel_questions.panel_questions_place_not_null NOT NULL place
constraint panel_questions.panel_questions_settled_check CHECK ((settled = ANY (ARRAY['agency-asked'::text, 'noted'::text, 'overtaken'::text])))
constraint panel_year_plans.panel_year_plans_area_id_not_null NOT NULL area_id
constraint panel_year_plans.panel_year_plans_check CHECK (((confirmed_at IS NULL) = (confirmed_by IS NULL)))
constraint panel_year_plans.panel_year_plans_panel_year_plan_id_not_null NOT NULL panel_year_plan_id
constraint panel_year_plans.panel_year_plans_pkey PRIMARY KEY (area_id, panel_year_plan_id)
constraint panel_year_plans.panel_year_plans_plan_not_null NOT NULL plan
constraint panel_year_plans.panel_year_plans_planned_at_not_null NOT NULL planned_at
constraint panel_year_plans.panel_year_plans_planned_by_not_null NOT NULL planned_by
constraint panel_year_plans.panel_year_plans_version_check CHECK ((version > 0))
constraint panel_year_plans.panel_year_plans_version_not_null NOT NULL version
constraint panel_year_plans.panel_year_plans_year_check CHECK ((year ~ '^[0-9]{4}-[0-9]{2}$'::text))
constraint panel_year_plans.panel_year_plans_year_not_null NOT NULL year
constraint partial_returns.partial_returns_area_id_information_request_id_fkey FOREIGN KEY (area_id, information_request_id) REFERENCES case_review.information_requests(area_id, information_request_id)
constraint partial_returns.partial_returns_area_id_not_null NOT NULL area_id
constraint partial_returns.partial_returns_check CHECK ((promised_on > sent_on))
constraint partial_returns.partial_returns_check1 CHECK ((sections_asked >= sections_completed))
constraint partial_returns.partial_returns_entry_check CHECK ((entry > 0))
constraint partial_returns.partial_returns_entry_not_null NOT NULL entry
constraint partial_returns.partial_returns_information_request_id_not_null NOT NULL information_request_id
constraint partial_returns.partial_returns_number_check CHECK ((number > 0))
constraint partial_returns.partial_returns_number_not_null NOT NULL number
constraint partial_returns.partial_returns_pkey PRIMARY KEY (area_id, information_request_id, number)
constraint partial_returns.partial_returns_promised_on_not_null NOT NULL promised_on
constraint partial_returns.partial_returns_reason_check CHECK ((reason ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text))
constraint partial_returns.partial_returns_reason_not_null NOT NULL reason
constraint partial_returns.partial_returns_round_check CHECK ((round > 0))
constraint partial_returns.partial_returns_round_not_null NOT NULL round
constraint partial_returns.partial_returns_sections_answered_not_null NOT NULL sections_completed
constraint partial_returns.partial_returns_sections_asked_not_null NOT NULL sections_asked
constraint partial_returns.partial_returns_sections_completed_check CHECK ((sections_completed >= 0))
constraint partial_returns.partial_returns_sent_at_not_null NOT NULL sent_at
constraint partial_returns.partial_returns_sent_on_not_null NOT NULL sent_on
constraint private_note_holds.private_note_holds_area_id_not_null NOT NULL area_id
constraint private_note_holds.private_note_holds_area_id_panel_meeting_id_fkey FOREIGN KEY (area_id, panel_meeting_id) REFERENCES case_review.panel_meetings(area_id, panel_meeting_id)
constraint private_note_holds.private_note_holds_entry_check CHECK ((entry > 0))
constraint private_note_holds.private_note_holds_entry_not_null NOT NULL entry
constraint private_note_holds.private_note_holds_holds_not_null NOT NULL holds
constraint private_note_holds.private_note_holds_panel_meeting_id_not_null NOT NULL panel_meeting_id
constraint private_note_holds.private_note_holds_pkey PRIMARY KEY (area_id, panel_meeting_id, entry)
constraint private_note_holds.private_note_holds_reason_not_null NOT NULL reason
constraint private_note_holds.private_note_holds_recorded_at_not_null NOT NULL recorded_at
constraint private_note_holds.private_note_holds_recorded_by_not_null NOT NULL recorded_by
constraint private_notes.private_notes_area_id_case_id_fkey FOREIGN KEY (area_id, case_id) REFERENCES case_review.cases(area_id, case_id)
constraint private_notes.private_notes_area_id_not_null NOT NULL area_id
constraint private_notes.private_notes_area_id_panel_meeting_id_fkey FOREIGN KEY (area_id, panel_meeting_id) REFERENCES case_review.panel_meetings(area_id, panel_meeting_id)
constraint private_notes.private_notes_case_id_not_null NOT NULL case_id
constraint private_notes.private_notes_note_not_null NOT NULL note
constraint private_notes.private_notes_panel_meeting_id_not_null NOT NULL panel_meeting_id
constraint private_notes.private_notes_person_id_not_null NOT NULL person_id
constraint private_notes.private_notes_pkey PRIMARY KEY (area_id, case_id, person_id)
constraint private_notes.private_notes_version_check CHECK ((version > 0))
constraint private_notes.private_notes_version_not_null NOT NULL version
constraint private_notes.private_notes_written_at_not_null NOT NULL written_at
constraint private_notes_watched.private_notes_watched_area_id_not_null NOT NULL area_id
constraint private_notes_watched.private_notes_watched_look_on_not_null NOT NULL look_on
constraint private_notes_watched.private_notes_watched_pkey PRIMARY KEY (area_id)
constraint proceeding_steps.proceeding_steps_area_id_not_null NOT NULL area_id
constraint proceeding_steps.proceeding_steps_area_id_proceeding_id_fkey FOREIGN KEY (area_id, proceeding_id) REFERENCES case_review.linked_proceedings(area_id, proceeding_id)
constraint proceeding_steps.proceeding_steps_done_by_not_null NOT NULL done_by
constraint proceeding_steps.proceeding_steps_done_on_not_null NOT NULL done_on
constraint proceeding_steps.proceeding_steps_entry_check CHECK ((entry > 0))
constraint proceeding_steps.proceeding_steps_entry_not_null NOT NULL entry
constraint proceeding_steps.proceeding_steps_pkey PRIMARY KEY (area_id, proceeding_id, entry)
constraint proceeding_steps.proceeding_steps_proceeding_id_not_null NOT NULL proceeding_id
constraint proceeding_steps.proceeding_steps_recorded_at_not_null NOT NULL recorded_at
constraint proceeding_steps.proceeding_steps_recorded_by_not_null NOT NULL recorded_by
constraint proceeding_steps.proceeding_steps_step_check CHECK ((step ~ '^[a-z]+(-[a-z]+)*$'::text))
constraint proceeding_steps.proceeding_steps_step_not_null NOT NULL step
constraint quorum_rules.quorum_rules_area_id_not_null NOT NULL area_id
constraint quorum_rules.quorum_rules_changed_at_not_null NOT NULL changed_at
constraint quorum_rules.quorum_rules_changed_by_not_null NOT NULL changed_by
constraint quorum_rules.quorum_rules_kind_check CHECK ((kind = ANY (ARRAY['standard'::text, 'neonatal'::text, 'themed-local'::text, 'themed-regional'::text])))
constraint quorum_rules.quorum_rules_kind_not_null NOT NULL kind
constraint quorum_rules.quorum_rules_pkey PRIMARY KEY (area_id, kind, version)
constraint quorum_rules.quorum_rules_rule_not_null NOT NULL rule
constraint quorum_rules.quorum_rules_valid_from_not_null NOT NULL valid_from
constraint quorum_rules.quorum_rules_version_check CHECK ((version > 0))
constraint quorum_rules.quorum_rules_version_not_null NOT NULL version
constraint readiness.readiness_committed_at_not_null NOT NULL committed_at
constraint readiness.readiness_only_row_check CHECK (only_row)
constraint readiness.readiness_only_row_not_null NOT NULL only_row
constraint readiness.readiness_pkey PRIMARY KEY (only_row)
constraint recalls.recalls_area_id_information_request_id_fkey FOREIGN KEY (area_id, information_request_id) REFERENCES case_review.information_requests(area_id, information_request_id)
constraint recalls.recalls_area_id_not_null NOT NULL area_id
constraint recalls.recalls_case_id_not_null NOT NULL case_id
constraint recalls.recalls_information_request_id_not_null NOT NULL information_request_id
constraint recalls.recalls_pkey PRIMARY KEY (area_id, information_request_id)
constraint recalls.recalls_reason_check CHECK ((reason ~ '^[a-z]+(-[a-z]+)*$'::text))
constraint recalls.recalls_reason_not_null NOT NULL reason
constraint recalls.recalls_recalled_at_not_null NOT NULL recalled_at
constraint regional_answers.regional_answers_answer_check CHECK ((answer = ANY (ARRAY['asked'::text, 'accepted'::text, 'declined'::text])))
constraint regional_answers.regional_answers_answer_not_null NOT NULL answer
constraint regional_answers.regional_answers_area_id_not_null NOT NULL area_id
constraint regional_answers.regional_answers_area_id_regional_meeting_id_fkey FOREIGN KEY (area_id, regional_meeting_id) REFERENCES case_review.regional_meetings(area_id, regional_meeting_id)
constraint regional_answers.regional_answers_check CHECK (((answered_by IS NULL) = (answer = 'asked'::text)))
constraint regional_answers.regional_answers_check1 CHECK (((answered_at IS NULL) = (answer = 'asked'::text)))
constraint regional_answers.regional_answers_of_area_id_not_null NOT NULL of_area_id
constraint regional_answers.regional_answers_pkey PRIMARY KEY (area_id, regional_meeting_id, of_area_id)
constraint regional_answers.regional_answers_regional_meeting_id_not_null NOT NULL regional_meeting_id
constraint regional_answers.regional_answers_word_version_check CHECK ((word_version >= 0))
constraint regional_answers.regional_answers_word_version_not_null NOT NULL word_version
constraint regional_guests.regional_guests_agency_check CHECK ((agency = ANY (ARRAY['public-health'::text, 'health'::text, 'police'::text, 'social-care'::text, 'education'::text, 'midwifery'::text, 'neonatology'::text, 'obstetrics'::text, 'lay'::text, 'other'::text])))
constraint regional_guests.regional_guests_agency_not_null NOT NULL agency
constraint regional_guests.regional_guests_area_id_not_null NOT NULL area_id
constraint regional_guests.regional_guests_area_id_regional_meeting_id_fkey FOREIGN KEY (area_id, regional_meeting_id) REFERENCES case_review.regional_meetings(area_id, regional_meeting_id)
constraint regional_guests.regional_guests_home_area_id_not_null NOT NULL home_area_id
constraint regional_guests.regional_guests_person_id_not_null NOT NULL person_id
constraint regional_guests.regional_guests_pkey PRIMARY KEY (area_id, regional_meeting_id, person_id)
constraint regional_guests.regional_guests_regional_meeting_id_not_null NOT NULL regional_meeting_id
constraint regional_guests.regional_guests_seat_check CHECK ((seat = ANY (ARRAY['member'::text, 'chair'::text])))
constraint regional_guests.regional_guests_seat_not_null NOT NULL seat
constraint regional_meetings.regional_meetings_area_id_not_null NOT NULL area_id
constraint regional_meetings.regional_meetings_area_id_panel_meeting_id_fkey FOREIGN KEY (area_id, panel_meeting_id) REFERENCES case_review.panel_meetings(area_id, panel_meeting_id)
constraint regional_meetings.regional_meetings_area_id_panel_meeting_id_key UNIQUE (area_id, panel_meeting_id)
constraint regional_meetings.regional_meetings_arranged_at_not_null NOT NULL arranged_at
constraint regional_meetings.regional_meetings_arranged_by_not_null NOT NULL arranged_by
constraint regional_meetings.regional_meetings_cancel_reason_check CHECK ((cancel_reason = ANY (ARRAY['not-quorate'::text, 'no-chair'::text, 'no-cases-ready'::text, 'members-away'::text, 'place-not-to-be-had'::text, 'arranged-by-mistake'::text])))
constraint regional_meetings.regional_meetings_check CHECK ((ends_at > starts_at))
constraint regional_meetings.regional_meetings_check1 CHECK (((cancelled_at IS NULL) = (cancelled_by IS NULL)))
constraint regional_meetings.regional_meetings_check2 CHECK (((cancelled_at IS NULL) = (cancel_reason IS NULL)))
constraint regional_meetings.regional_meetings_ends_at_check CHECK ((ends_at ~ '^[0-2][0-9]:[0-5][0-9]$'::text))
constraint regional_meetings.regional_meetings_ends_at_not_null NOT NULL ends_at
constraint regional_meetings.regional_meetings_held_on_not_null NOT NULL held_on
constraint regional_meetings.regional_meetings_host_area_id_not_null NOT NULL host_area_id
constraint regional_meetings.regional_meetings_pkey PRIMARY KEY (area_id, regional_meeting_id)
constraint regional_meetings.regional_meetings_plan_version_check CHECK ((plan_version > 0))
constraint regional_meetings.regional_meetings_plan_version_not_null NOT NULL plan_version
constraint regional_meetings.regional_meetings_regional_meeting_id_not_null NOT NULL regional_meeting_id
constraint regional_meetings.regional_meetings_starts_at_check CHECK ((starts_at ~ '^[0-2][0-9]:[0-5][0-9]$'::text))
constraint regional_meetings.regional_meetings_starts_at_not_null NOT NULL starts_at
constraint regional_meetings.regional_meetings_words_not_null NOT NULL words
constraint reopenings.reopenings_area_id_case_id_fkey FOREIGN KEY (area_id, case_id) REFERENCES case_review.cases(area_id, case_id)
constraint reopenings.reopenings_area_id_not_null NOT NULL area_id
constraint reopenings.reopenings_case_id_not_null NOT NULL case_id
constraint reopenings.reopenings_check CHECK ((reopened_on >= reviewed_on))
constraint reopenings.reopenings_check1 CHECK (((closed_by IS NULL) OR (closed_at IS NOT NULL)))
constraint reopenings.reopenings_note_not_null NOT NULL note
constraint reopenings.reopenings_number_check CHECK ((number > 0))
constraint reopenings.reopenings_number_not_null NOT NULL number
constraint reopenings.reopenings_pkey PRIMARY KEY (area_id, case_id, number)
constraint reopenings.reopenings_reason_check CHECK ((reason ~ '^[a-z]+(-[a-z]+)*$'::text))
constraint reopenings.reopenings_reason_not_null NOT NULL reason
constraint reopenings.reopenings_recorded_at_not_null NOT NULL recorded_at
constraint reopenings.reopenings_recorded_by_not_null NOT NULL recorded_by
constraint reopenings.reopenings_reopened_on_not_null NOT NULL reopened_on
constraint reopenings.reopenings_reviewed_on_not_null NOT NULL reviewed_on
constraint reporting_forms.reporting_forms_answers_not_null NOT NULL answers
constraint reporting_forms.reporting_forms_area_id_information_request_id_fkey FOREIGN KEY (area_id, information_request_id) REFERENCES case_review.information_requests(area_id, information_request_id)
constraint reporting_forms.reporting_forms_area_id_not_null NOT NULL area_id
constraint reporting_forms.reporting_forms_form_version_not_null NOT NULL form_version
constraint reporting_forms.reporting_forms_information_request_id_not_null NOT NULL information_request_id
constraint reporting_forms.reporting_forms_pkey PRIMARY KEY (area_id, information_request_id)
constraint reporting_forms.reporting_forms_saved_at_not_null NOT NULL saved_at
constraint reporting_forms.reporting_forms_version_check CHECK ((version > 0))
constraint reporting_forms.reporting_forms_version_not_null NOT NULL version
constraint request_batch_recipients.request_batch_recipients_area_id_not_null NOT NULL area_id
constraint request_batch_recipients.request_batch_recipients_area_id_organisation_id_fkey FOREIGN KEY (area_id, organisation_id) REFERENCES case_review.organisations(area_id, organisation_id)
constraint request_batch_recipients.request_batch_recipients_area_id_request_batch_id_fkey FOREIGN KEY (area_id, request_batch_id) REFERENCES case_review.request_batches(area_id, request_batch_id)
constraint request_batch_recipients.request_batch_recipients_area_id_request_batch_id_organisat_key UNIQUE (area_id, request_batch_id, organisation_id)
constraint request_batch_recipients.request_batch_recipients_check CHECK (((outcome IS NULL) = (settled_at IS NULL)))
constraint request_batch_recipients.request_batch_recipients_check1 CHECK ((COALESCE((outcome = 'refused'::text), false) = (refusal IS NOT NULL)))
constraint request_batch_recipients.request_batch_recipients_check2 CHECK ((COALESCE((outcome = ANY (ARRAY['sent'::text, 'already-asked'::text])), false) = (information_request_id IS NOT NULL)))
constraint request_batch_recipients.request_batch_recipients_organisation_id_not_null NOT NULL organisation_id
constraint request_batch_recipients.request_batch_recipients_outcome_check CHECK ((outcome = ANY (ARRAY['sent'::text, 'already-asked'::text, 'refused'::text])))
constraint request_batch_recipients.request_batch_recipients_pkey PRIMARY KEY (area_id, request_batch_id, place)
constraint request_batch_recipients.request_batch_recipients_place_check CHECK ((place > 0))
constraint request_batch_recipients.request_batch_recipients_place_not_null NOT NULL place
constraint request_batch_recipients.request_batch_recipients_refusal_check CHECK ((refusal ~ '^[a-z]+(-[a-z]+)*$'::text))
constraint request_batch_recipients.request_batch_recipients_request_batch_id_not_null NOT NULL request_batch_id
constraint request_batches.request_batches_area_id_case_id_fkey FOREIGN KEY (area_id, case_id) REFERENCES case_review.cases(area_id, case_id)
constraint request_batches.request_batches_area_id_not_null NOT NULL area_id
constraint request_batches.request_batches_asked_at_not_null NOT NULL asked_at
constraint request_batches.request_batches_asked_by_not_null NOT NULL asked_by
constraint request_batches.request_batches_case_id_not_null NOT NULL case_id
constraint request_batches.request_batches_pkey PRIMARY KEY (area_id, request_batch_id)
constraint request_batches.request_batches_request_batch_id_not_null NOT NULL request_batch_id
constraint request_forms.request_forms_area_id_information_request_id_fkey FOREIGN KEY (area_id, information_request_id) REFERENCES case_review.information_requests(area_id, information_request_id)
constraint request_forms.request_forms_area_id_not_null NOT NULL area_id
constraint request_forms.request_forms_asked_at_not_null NOT NULL asked_at
constraint request_forms.request_forms_asked_by_not_null NOT NULL asked_by
constraint request_forms.request_forms_check CHECK (((version = 0) = (answers IS NULL)))
constraint request_forms.request_forms_check1 CHECK (((version = 0) = (saved_at IS NULL)))
constraint request_forms.request_forms_form_version_not_null NOT NULL form_version
constraint request_forms.request_forms_information_request_id_not_null NOT NULL information_request_id
constraint request_forms.request_forms_kind_check CHECK ((kind ~ '^[a-z]+(-[a-z]+)*$'::text))
constraint request_forms.request_forms_kind_not_null NOT NULL kind
constraint request_forms.request_forms_pkey PRIMARY KEY (area_id, information_request_id, kind)
constraint request_forms.request_forms_stages_check CHECK ((cardinality(stages) > 0))
constraint request_forms.request_forms_version_check CHECK ((version >= 0))
constraint request_forms.request_forms_version_not_null NOT NULL version
constraint request_recipients.request_recipients_area_id_information_request_id_fkey FOREIGN KEY (area_id, information_request_id) REFERENCES case_review.information_requests(area_id, information_request_id)
constraint request_recipients.request_recipients_area_id_not_null NOT NULL area_id
constraint request_recipients.request_recipients_area_id_organisation_id_contact_id_fkey FOREIGN KEY (area_id, organisation_id, contact_id) REFERENCES case_review.organisation_contacts(area_id, organisation_id, contact_id)
constraint request_recipients.request_recipients_area_id_organisation_id_fkey FOREIGN KEY (area_id, organisation_id) REFERENCES case_review.organisations(area_id, organisation_id)
constraint request_recipients.request_recipients_attempt_check CHECK ((attempt > 0))
constraint request_recipients.request_recipients_attempt_not_null NOT NULL attempt
constraint request_recipients.request_recipients_information_request_id_not_null NOT NULL information_request_id
constraint request_recipients.request_recipients_organisation_id_not_null NOT NULL organisation_id
constraint request_recipients.request_recipients_pkey PRIMARY KEY (area_id, information_request_id, attempt)
constraint request_recipients.request_recipients_reached_not_null NOT NULL reached
constraint request_recipients.request_recipients_reason_check CHECK ((reason ~ '^[a-z]+(-[a-z]+)*$'::text))
constraint request_recipients.request_recipients_reason_not_null NOT NULL reason
constraint request_recipients.request_recipients_since_not_null NOT NULL since
constraint return_decisions.return_decisions_area_id_information_request_id_fkey FOREIGN KEY (area_id, information_request_id) REFERENCES case_review.information_requests(area_id, information_request_id)
constraint return_decisions.return_decisions_area_id_not_null NOT NULL area_id
constraint return_decisions.return_decisions_check CHECK ((((decision = 'sent-back'::text) = (missing IS NOT NULL)) AND ((missing IS NULL) = (answer_by IS NULL))))
constraint return_decisions.return_decisions_check1 CHECK (((decided_by IS NOT NULL) OR (decision = 'accepted'::text)))
constraint return_decisions.return_decisions_decided_at_not_null NOT NULL decided_at
constraint return_decisions.return_decisions_decision_check CHECK ((decision = ANY (ARRAY['accepted'::text, 'sent-back'::text])))
constraint return_decisions.return_decisions_decision_not_null NOT NULL decision
constraint return_decisions.return_decisions_entry_check CHECK ((entry > 0))
constraint return_decisions.return_decisions_entry_not_null NOT NULL entry
constraint return_decisions.return_decisions_information_request_id_not_null NOT NULL information_request_id
constraint return_decisions.return_decisions_pkey PRIMARY KEY (area_id, information_request_id, entry, decision)
constraint returned_forms.returned_forms_answers_not_null NOT NULL answers
constraint returned_forms.returned_forms_area_id_information_request_id_fkey FOREIGN KEY (area_id, information_request_id) REFERENCES case_review.information_requests(area_id, information_request_id)
constraint returned_forms.returned_forms_area_id_not_null NOT NULL area_id
constraint returned_forms.returned_forms_entry_check CHECK ((entry > 0))
constraint returned_forms.returned_forms_entry_not_null NOT NULL entry
constraint returned_forms.returned_forms_form_check CHECK ((form ~ '^[a-z]+(-[a-z]+)*$'::text))
constraint returned_forms.returned_forms_form_not_null NOT NULL form
constraint returned_forms.returned_forms_form_version_not_null NOT NULL form_version
constraint returned_forms.returned_forms_information_request_id_not_null NOT NULL information_request_id
constraint returned_forms.returned_forms_pkey PRIMARY KEY (area_id, information_request_id, form, entry)
constraint returned_forms.returned_forms_returned_at_not_null NOT NULL returned_at
constraint returned_forms.returned_forms_stages_check CHECK ((cardinality(stages) > 0))
constraint review_meeting_invitations.review_meeting_invitations_area_id_not_null NOT NULL area_id
constraint review_meeting_invitations.review_meeting_invitations_area_id_review_meeting_id_fkey FOREIGN KEY (area_id, review_meeting_id) REFERENCES case_review.review_meetings(area_id, review_meeting_id)
constraint review_meeting_invitations.review_meeting_invitations_check CHECK (((mailed_sequence IS NULL) = (mailed_at IS NULL)))
constraint review_meeting_invitations.review_meeting_invitations_contact_not_null NOT NULL contact
constraint review_meeting_invitations.review_meeting_invitations_invitation_check CHECK ((invitation > 0))
constraint review_meeting_invitations.review_meeting_invitations_invitation_not_null NOT NULL invitation
constraint review_meeting_invitations.review_meeting_invitations_invited_at_not_null NOT NULL invited_at
constraint review_meeting_invitations.review_meeting_invitations_invited_by_not_null NOT NULL invited_by
constraint review_meeting_invitations.review_meeting_invitations_mailed_sequence_check CHECK ((mailed_sequence >= 0))
constraint review_meeting_invitations.review_meeting_invitations_pkey PRIMARY KEY (area_id, review_meeting_id, invitation)
constraint review_meeting_invitations.review_meeting_invitations_review_meeting_id_not_null NOT NULL review_meeting_id
constraint review_meeting_lasts.review_meeting_lasts_area_id_not_null NOT NULL area_id
constraint review_meeting_lasts.review_meeting_lasts_area_id_review_meeting_id_fkey FOREIGN KEY (area_id, review_meeting_id) REFERENCES case_review.review_meetings(area_id, review_meeting_id)
constraint review_meeting_lasts.review_meeting_lasts_entry_check CHECK ((entry > 0))
constraint review_meeting_lasts.review_meeting_lasts_entry_not_null NOT NULL entry
constraint review_meeting_lasts.review_meeting_lasts_last_not_null NOT NULL last
constraint review_meeting_lasts.review_meeting_lasts_pkey PRIMARY KEY (area_id, review_meeting_id, entry)
constraint review_meeting_lasts.review_meeting_lasts_reason_not_null NOT NULL reason
constraint review_meeting_lasts.review_meeting_lasts_review_meeting_id_not_null NOT NULL review_meeting_id
constraint review_meeting_lasts.review_meeting_lasts_said_at_not_null NOT NULL said_at
constraint review_meeting_lasts.review_meeting_lasts_said_by_not_null NOT NULL said_by
constraint review_meeting_notes.review_meeting_notes_area_id_not_null NOT NULL area_id
constraint review_meeting_notes.review_meeting_notes_area_id_review_meeting_id_fkey FOREIGN KEY (area_id, review_meeting_id) REFERENCES case_review.review_meetings(area_id, review_meeting_id)
constraint review_meeting_notes.review_meeting_notes_entry_check CHECK ((entry > 0))
constraint review_meeting_notes.review_meeting_notes_entry_not_null NOT NULL entry
constraint review_meeting_notes.review_meeting_notes_pkey PRIMARY KEY (area_id, review_meeting_id, entry)
constraint review_meeting_notes.review_meeting_notes_recorded_at_not_null NOT NULL recorded_at
constraint review_meeting_notes.review_meeting_notes_recorded_by_not_null NOT NULL recorded_by
constraint review_meeting_notes.review_meeting_notes_review_meeting_id_not_null NOT NULL review_meeting_id
constraint review_meeting_notes.review_meeting_notes_written_not_null NOT NULL written
constraint review_meetings.review_meetings_area_id_case_id_fkey FOREIGN KEY (area_id, case_id) REFERENCES case_review.cases(area_id, case_id)
constraint review_meetings.review_meetings_area_id_not_null NOT NULL area_id
constraint review_meetings.review_meetings_arranged_at_not_null NOT NULL arranged_at
constraint review_meetings.review_meetings_arranged_by_not_null NOT NULL arranged_by
constraint review_meetings.review_meetings_case_id_not_null NOT NULL case_id
constraint review_meetings.review_meetings_check CHECK (((ends_at ~ '^[0-2][0-9]:[0-5][0-9]$'::text) AND (ends_at > starts_at)))
constraint review_meetings.review_meetings_check1 CHECK ((report_received_on >= held_on))
constraint review_meetings.review_meetings_check2 CHECK (((cancelled_at IS NULL) OR (held_on IS NULL)))
constraint review_meetings.review_meetings_check3 CHECK (((held_on IS NULL) = (ended_the_stage IS NULL)))
constraint review_meetings.review_meetings_check4 CHECK (((held_on IS NULL) = (held_recorded_by IS NULL)))
constraint review_meetings.review_meetings_check5 CHECK (((held_on IS NULL) = (held_recorded_at IS NULL)))
constraint review_meetings.review_meetings_check6 CHECK (((report_received_on IS NULL) = (report_recorded_by IS NULL)))
constraint review_meetings.review_meetings_check7 CHECK (((report_received_on IS NULL) = (report_recorded_at IS NULL)))
constraint review_meetings.review_meetings_check8 CHECK (((report_received_on IS NULL) OR (held_on IS NOT NULL)))
constraint review_meetings.review_meetings_ends_at_not_null NOT NULL ends_at
constraint review_meetings.review_meetings_kind_check CHECK ((kind ~ '^[a-z]+(-[a-z]+)*$'::text))
constraint review_meetings.review_meetings_kind_not_null NOT NULL kind
constraint review_meetings.review_meetings_pkey PRIMARY KEY (area_id, review_meeting_id)
constraint review_meetings.review_meetings_place_not_null NOT NULL place
constraint review_meetings.review_meetings_planned_on_not_null NOT NULL planned_on
constraint review_meetings.review_meetings_review_meeting_id_not_null NOT NULL review_meeting_id
constraint review_meetings.review_meetings_sequence_check CHECK ((sequence >= 0))
constraint review_meetings.review_meetings_sequence_not_null NOT NULL sequence
constraint review_meetings.review_meetings_starts_at_check CHECK ((starts_at ~ '^[0-2][0-9]:[0-5][0-9]$'::text))
constraint review_meetings.review_meetings_starts_at_not_null NOT NULL starts_at
constraint review_meetings.review_meetings_version_check CHECK ((version > 0))
constraint review_meetings.review_meetings_version_not_null NOT NULL version
constraint review_meetings_not_held.review_meetings_not_held_area_id_case_id_fkey FOREIGN KEY (area_id, case_id) REFERENCES case_review.cases(area_id, case_id)
constraint review_meetings_not_held.review_meetings_not_held_area_id_not_null NOT NULL area_id
constraint review_meetings_not_held.review_meetings_not_held_case_id_not_null NOT NULL case_id
constraint review_meetings_not_held.review_meetings_not_held_decided_on_not_null NOT NULL decided_on
constraint review_meetings_not_held.review_meetings_not_held_pkey PRIMARY KEY (area_id, case_id)
constraint review_meetings_not_held.review_meetings_not_held_reason_check CHECK ((reason = ANY (ARRAY['perinatal-review-served-as-the-meeting'::text, 'joint-agency-response-served-as-the-meeting'::text, 'died-abroad'::text, 'professionals-no-longer-reachable'::text, 'other'::text])))
constraint review_meetings_not_held.review_meetings_not_held_reason_not_null NOT NULL reason
constraint review_meetings_not_held.review_meetings_not_held_recorded_at_not_null NOT NULL recorded_at
constraint review_meetings_not_held.review_meetings_not_held_recorded_by_not_null NOT NULL recorded_by
constraint saved_views.saved_views_area_id_not_null NOT NULL area_id
constraint saved_views.saved_views_begins_not_null NOT NULL begins
constraint saved_views.saved_views_check CHECK (((owner_id IS NULL) OR (NOT of_nobody)))
constraint saved_views.saved_views_name_not_null NOT NULL name
constraint saved_views.saved_views_of_nobody_not_null NOT NULL of_nobody
constraint saved_views.saved_views_person_id_not_null NOT NULL person_id
constraint saved_views.saved_views_pkey PRIMARY KEY (area_id, saved_view_id)
constraint saved_views.saved_views_saved_at_not_null NOT NULL saved_at
constraint saved_views.saved_views_saved_view_id_not_null NOT NULL saved_view_id
constraint saved_views.saved_views_sort_check CHECK ((sort ~ '^[a-z]+(-[a-z]+)*$'::text))
constraint saved_views.saved_views_sort_not_null NOT NULL sort
constraint saved_views.saved_views_version_not_null NOT NULL version
constraint saved_views.saved_views_view_check CHECK ((view ~ '^[a-z]+(-[a-z]+)*$'::text))
constraint saved_views.saved_views_view_not_null NOT NULL view
constraint settled_conflicts.settled_conflicts_area_id_case_id_fkey FOREIGN KEY (area_id, case_id) REFERENCES case_review.cases(area_id, case_id)
constraint settled_conflicts.settled_conflicts_area_id_not_null NOT NULL area_id
constraint settled_conflicts.settled_conflicts_case_id_not_null NOT NULL case_id
constraint settled_conflicts.settled_conflicts_content_not_null NOT NULL content
constraint settled_conflicts.settled_conflicts_entry_check CHECK ((entry > 0))
constraint settled_conflicts.settled_conflicts_entry_not_null NOT NULL entry
constraint settled_conflicts.settled_conflicts_form_check CHECK ((form ~ '^[a-z]+(-[a-z]+)*$'::text))
constraint settled_conflicts.settled_conflicts_form_not_null NOT NULL form
constraint settled_conflicts.settled_conflicts_pkey PRIMARY KEY (area_id, case_id, form, question, entry)
constraint settled_conflicts.settled_conflicts_question_check CHECK ((question ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$'::text))
constraint settled_conflicts.settled_conflicts_question_not_null NOT NULL question
constraint settled_conflicts.settled_conflicts_recorded_at_not_null NOT NULL recorded_at
constraint settled_conflicts.settled_conflicts_recorded_by_not_null NOT NULL recorded_by
constraint told_entries.told_entries_area_id_case_id_fkey FOREIGN KEY (area_id, case_id) REFERENCES case_review.cases(area_id, case_id)
constraint told_entries.told_entries_area_id_not_null NOT NULL area_id
constraint told_entries.told_entries_case_id_not_null NOT NULL case_id
constraint told_entries.told_entries_check CHECK (((outcome = 'told'::text) = (told_by IS NOT NULL)))
constraint told_entries.told_entries_check1 CHECK (((outcome = 'told'::text) = (told_on IS NOT NULL)))
constraint told_entries.told_entries_check2 CHECK (((outcome = 'not-needed'::text) = (reason IS NOT NULL)))
constraint told_entries.told_entries_entry_check CHECK ((entry > 0))
constraint told_entries.told_entries_entry_not_null NOT NULL entry
constraint told_entries.told_entries_outcome_check CHECK ((outcome = ANY (ARRAY['told'::text, 'not-needed'::text])))
constraint told_entries.told_entries_outcome_not_null NOT NULL outcome
constraint told_entries.told_entries_pkey PRIMARY KEY (area_id, case_id, recipient, entry)
constraint told_entries.told_entries_reason_check CHECK ((reason ~ '^[a-z]+(-[a-z]+)*$'::text))
constraint told_entries.told_entries_recipient_check CHECK ((recipient ~ '^[a-z]+(-[a-z]+)*$'::text))
constraint told_entries.told_entries_recipient_not_null NOT NULL recipient
constraint told_entries.told_entries_recorded_at_not_null NOT NULL recorded_at
constraint told_entries.told_entries_recorded_by_not_null NOT NULL recorded_by
constraint transcriptions.transcriptions_answers_not_null NOT NULL answers
constraint transcriptions.transcriptions_area_id_information_request_id_entry_key UNIQUE (area_id, information_request_id, entry)
constraint transcriptions.transcriptions_area_id_information_request_id_fkey FOREIGN KEY (area_id, information_request_id) REFERENCES case_review.information_requests(area_id, information_request_id)
constraint transcriptions.transcriptions_area_id_not_null NOT NULL area_id
constraint transcriptions.transcriptions_begun_at_not_null NOT NULL begun_at
constraint transcriptions.transcriptions_begun_by_not_null NOT NULL begun_by
constraint transcriptions.transcriptions_channel_check CHECK ((channel ~ '^[a-z]+(-[a-z]+)*$'::text))
constraint transcriptions.transcriptions_channel_not_null NOT NULL channel
constraint transcriptions.transcriptions_check CHECK ((recorded_at >= begun_at))
constraint transcriptions.transcriptions_check1 CHECK ((discarded_at >= begun_at))
constraint transcriptions.transcriptions_check2 CHECK ((((entry IS NULL) = (recorded_at IS NULL)) AND ((entry IS NULL) = (recorded_by IS NULL))))
constraint transcriptions.transcriptions_check3 CHECK (((entry IS NULL) OR (discarded_at IS NULL)))
constraint transcriptions.transcriptions_entry_check CHECK ((entry > 0))
constraint transcriptions.transcriptions_informant_not_null NOT NULL informant
constraint transcriptions.transcriptions_information_request_id_not_null NOT NULL information_request_id
constraint transcriptions.transcriptions_pkey PRIMARY KEY (area_id, transcription_id)
constraint transcriptions.transcriptions_told_on_not_null NOT NULL told_on
constraint transcriptions.transcriptions_transcription_id_not_null NOT NULL transcription_id
constraint transcriptions.transcriptions_version_check CHECK ((version > 0))
constraint transcriptions.transcriptions_version_not_null NOT NULL version
index CREATE INDEX agenda_proposals_by_meeting ON case_review.agenda_proposals USING btree (area_id, panel_meeting_id)
index CREATE INDEX avoided_dates_by_case ON case_review.avoided_dates USING btree (area_id, case_id)
index CREATE INDEX case_assignments_by_case ON case_review.case_assignments USING btree (area_id, case_id, assigned_at)
index CREATE INDEX case_assignments_of_person ON case_review.case_assignments USING btree (area_id, person_id) WHERE (ended_at IS NULL)
index CREATE INDEX cases_by_arrival ON case_review.cases USING btree (area_id, opened_at DESC, case_id)
index CREATE INDEX cases_by_death ON case_review.cases USING btree (area_id, died_on, case_id)
index CREATE INDEX cases_by_state ON case_review.cases USING btree (area_id, state, next_due_on, case_id)
index CREATE INDEX cases_by_survivor ON case_review.cases USING btree (area_id, merged_into)
index CREATE INDEX cases_by_urgency ON case_review.cases USING btree (area_id, next_due_on, case_id)
index CREATE INDEX cause_letters_by_case ON case_review.cause_letters USING btree (area_id, case_id)
index CREATE INDEX caveats_by_case ON case_review.caveats USING btree (area_id, case_id)
index CREATE INDEX chasers_by_mail ON case_review.chasers USING btree (area_id, chaser_mail_id)
index CREATE INDEX deferrals_by_case ON case_review.deferrals USING btree (area_id, case_id, recorded_at)
index CREATE INDEX documents_not_scanned ON case_review.documents USING btree (area_id, filed_at) WHERE (state = 'received'::text)
index CREATE INDEX family_feedback_by_case ON case_review.family_feedback USING btree (area_id, case_id)
index CREATE INDEX family_letters_by_case ON case_review.family_letters USING btree (area_id, case_id)
index CREATE INDEX family_members_by_case ON case_review.family_members USING btree (area_id, case_id)
index CREATE INDEX family_questions_by_case ON case_review.family_questions USING btree (area_id, case_id)
index CREATE INDEX holds_by_case ON case_review.holds USING btree (area_id, case_id, began_on)
index CREATE INDEX inbox_organisations_by_inbox ON case_review.inbox_organisations USING btree (inbox_id)
index CREATE INDEX inbox_requests_by_inbox ON case_review.inbox_requests USING btree (inbox_id)
index CREATE INDEX information_requests_by_case ON case_review.information_requests USING btree (area_id, case_id, due_on)
index CREATE INDEX kept_returns_by_request ON case_review.kept_returns USING btree (area_id, information_request_id)
index CREATE INDEX key_workers_by_case ON case_review.key_workers USING btree (area_id, case_id, person_id)
index CREATE INDEX key_workers_by_person ON case_review.key_workers USING btree (person_id)
index CREATE INDEX life_events_by_case ON case_review.life_events USING btree (area_id, case_id)
index CREATE INDEX link_tokens_by_request ON case_review.link_tokens USING btree (information_request_id)
index CREATE INDEX linked_proceedings_by_case ON case_review.linked_proceedings USING btree (area_id, case_id, opened_on)
index CREATE INDEX listings_by_meeting ON case_review.listings USING btree (area_id, panel_meeting_id, listed_at)
index CREATE INDEX pack_cases_by_case ON case_review.pack_cases USING btree (area_id, case_id)
index CREATE INDEX panel_comments_by_case ON case_review.panel_comments USING btree (area_id, case_id)
index CREATE INDEX panel_meetings_by_date ON case_review.panel_meetings USING btree (area_id, held_on DESC)
index CREATE INDEX panel_questions_by_case ON case_review.panel_questions USING btree (area_id, case_id)
index CREATE INDEX private_notes_by_meeting ON case_review.private_notes USING btree (area_id, panel_meeting_id)
index CREATE INDEX recalls_by_case ON case_review.recalls USING btree (area_id, case_id)
index CREATE INDEX regional_guests_by_person ON case_review.regional_guests USING btree (area_id, person_id)
index CREATE INDEX request_batches_by_case ON case_review.request_batches USING btree (area_id, case_id, asked_at)
index CREATE INDEX review_meetings_by_case ON case_review.review_meetings USING btree (area_id, case_id, planned_on)
index CREATE INDEX saved_views_of_person ON case_review.saved_views USING btree (area_id, person_id, saved_at, saved_view_id)
index CREATE INDEX submissions_without_receipt ON case_review.national_submissions USING btree (area_id, case_id, kind, number) WHERE (state = ANY (ARRAY['queued'::text, 'incomplete'::text, 'sending'::text, 'rejected'::text]))
index CREATE UNIQUE INDEX agenda_proposals_pkey ON case_review.agenda_proposals USING btree (area_id, case_id)
index CREATE UNIQUE INDEX agreed_analyses_pkey ON case_review.agreed_analyses USING btree (area_id, case_id, analysis_version)
index CREATE UNIQUE INDEX area_directory_pkey ON case_review.area_directory USING btree (area_id)
index CREATE UNIQUE INDEX areas_pkey ON case_review.areas USING btree (area_id)
index CREATE UNIQUE INDEX arrivals_pkey ON case_review.arrivals USING btree (area_id, transfer_id)
index CREATE UNIQUE INDEX attendances_pkey ON case_review.attendances USING btree (area_id, panel_meeting_id, person_id)
index CREATE UNIQUE INDEX audit_chain_area_id_entry_id_key ON case_review.audit_chain USING btree (area_id, entry_id)
index CREATE UNIQUE INDEX audit_chain_pkey ON case_review.audit_chain USING btree (area_id, sequence)
index CREATE UNIQUE INDEX audit_entries_pkey ON case_review.audit_entries USING btree (area_id, id)
index CREATE UNIQUE INDEX audit_unsealed_pkey ON case_review.audit_unsealed USING btree (area_id, entry_id)
index CREATE UNIQUE INDEX avoided_dates_pkey ON case_review.avoided_dates USING btree (area_id, avoided_date_id)
index CREATE UNIQUE INDEX bank_holidays_pkey ON case_review.bank_holidays USING btree (day)
index CREATE UNIQUE INDEX case_assignments_pkey ON case_review.case_assignments USING btree (area_id, assignment_id)
index CREATE UNIQUE INDEX case_exports_pkey ON case_review.case_exports USING btree (area_id, case_export_id)
index CREATE UNIQUE INDEX case_minutes_pkey ON case_review.case_minutes USING btree (area_id, kind, version)
index CREATE UNIQUE INDEX case_visits_pkey ON case_review.case_visits USING btree (area_id, case_id, person_id)
index CREATE UNIQUE INDEX cases_area_id_reference_key ON case_review.cases USING btree (area_id, reference)
index CREATE UNIQUE INDEX cases_due_back_pkey ON case_review.cases_due_back USING btree (area_id)
index CREATE UNIQUE INDEX cases_pkey ON case_review.cases USING btree (area_id, case_id)
index CREATE UNIQUE INDEX cause_letters_pkey ON case_review.cause_letters USING btree (area_id, cause_letter_id)
index CREATE UNIQUE INDEX caveat_entries_pkey ON case_review.caveat_entries USING btree (area_id, caveat_id, entry)
index CREATE UNIQUE INDEX caveats_pkey ON case_review.caveats USING btree (area_id, caveat_id)
index CREATE UNIQUE INDEX chaser_mails_area_id_mailbox_index_chased_on_key ON case_review.chaser_mails USING btree (area_id, mailbox_index, chased_on)
index CREATE UNIQUE INDEX chaser_mails_pkey ON case_review.chaser_mails USING btree (area_id, chaser_mail_id)
index CREATE UNIQUE INDEX chasers_pkey ON case_review.chasers USING btree (area_id, information_request_id, round, step)
index CREATE UNIQUE INDEX chasing_areas_pkey ON case_review.chasing_areas USING btree (area_id)
index CREATE UNIQUE INDEX chasing_settings_pkey ON case_review.chasing_settings USING btree (area_id, version)
index CREATE UNIQUE INDEX clock_defaults_pkey ON case_review.clock_defaults USING btree (clock)
index CREATE UNIQUE INDEX clock_settings_pkey ON case_review.clock_settings USING btree (area_id, version)
index CREATE UNIQUE INDEX confidentiality_statements_pkey ON case_review.confidentiality_statements USING btree (area_id, person_id, signed_on, words_version)
index CREATE UNIQUE INDEX conflicts_pkey ON case_review.conflicts USING btree (area_id, case_id, person_id, entry)
index CREATE UNIQUE INDEX data_keys_pkey ON case_review.data_keys USING btree (area_id, subject)
index CREATE UNIQUE INDEX deferrals_pkey ON case_review.deferrals USING btree (area_id, deferral_id)
index CREATE UNIQUE INDEX deliveries_pkey ON case_review.deliveries USING btree (area_id, subscriber, subject)
index CREATE UNIQUE INDEX document_areas_pkey ON case_review.document_areas USING btree (area_id)
index CREATE UNIQUE INDEX document_attempts_pkey ON case_review.document_attempts USING btree (area_id, document_id)
index CREATE UNIQUE INDEX document_redactions_pkey ON case_review.document_redactions USING btree (area_id, document_id, entry)
index CREATE UNIQUE INDEX document_uploads_pkey ON case_review.document_uploads USING btree (area_id, document_id)
index CREATE UNIQUE INDEX documents_area_id_case_id_number_key ON case_review.documents USING btree (area_id, case_id, number)
index CREATE UNIQUE INDEX documents_of_case ON case_review.documents USING btree (area_id, case_id, document_id)
index CREATE UNIQUE INDEX documents_pkey ON case_review.documents USING btree (area_id, document_id)
index CREATE UNIQUE INDEX documents_versions ON case_review.documents USING btree (area_id, version_of, version)
index CREATE UNIQUE INDEX events_area_id_id_key ON case_review.events USING btree (area_id, id)
index CREATE UNIQUE INDEX events_pkey ON case_review.events USING btree (area_id, subject, version)
index CREATE UNIQUE INDEX family_answers_pkey ON case_review.family_answers USING btree (area_id, family_question_id, entry)
index CREATE UNIQUE INDEX family_feedback_pkey ON case_review.family_feedback USING btree (area_id, family_feedback_id)
index CREATE UNIQUE INDEX family_letters_pkey ON case_review.family_letters USING btree (area_id, family_letter_id)
index CREATE UNIQUE INDEX family_member_entries_pkey ON case_review.family_member_entries USING btree (area_id, family_member_id, entry)
index CREATE UNIQUE INDEX family_members_pkey ON case_review.family_members USING btree (area_id, family_member_id)
index CREATE UNIQUE INDEX family_portraits_pkey ON case_review.family_portraits USING btree (area_id, case_id, entry)
index CREATE UNIQUE INDEX family_questions_pkey ON case_review.family_questions USING btree (area_id, family_question_id)
index CREATE UNIQUE INDEX form_corrections_pkey ON case_review.form_corrections USING btree (area_id, information_request_id, entry)
index CREATE UNIQUE INDEX form_sections_pkey ON case_review.form_sections USING btree (area_id, information_request_id, form, section)
index CREATE UNIQUE INDEX gaps_pkey ON case_review.gaps USING btree (area_id, information_request_id)
index CREATE UNIQUE INDEX hold_checks_pkey ON case_review.hold_checks USING btree (area_id, hold_id, entry)
index CREATE UNIQUE INDEX holds_pkey ON case_review.holds USING btree (area_id, hold_id)
index CREATE UNIQUE INDEX idempotency_keys_pkey ON case_review.idempotency_keys USING btree (area_id, actor, procedure, key)
index CREATE UNIQUE INDEX inbox_codes_pkey ON case_review.inbox_codes USING btree (area_id, inbox_id)
index CREATE UNIQUE INDEX inbox_organisations_pkey ON case_review.inbox_organisations USING btree (area_id, organisation_id, inbox_id)
index CREATE UNIQUE INDEX inbox_pkey ON case_review.inbox USING btree (area_id, event_id)
index CREATE UNIQUE INDEX inbox_requests_pkey ON case_review.inbox_requests USING btree (area_id, information_request_id)
index CREATE UNIQUE INDEX inbox_tokens_pkey ON case_review.inbox_tokens USING btree (token_hash)
index CREATE UNIQUE INDEX inbox_versions ON case_review.inbox USING btree (area_id, publisher, subject, version)
index CREATE UNIQUE INDEX inboxes_area_id_mailbox_index_key ON case_review.inboxes USING btree (area_id, mailbox_index)
index CREATE UNIQUE INDEX inboxes_pkey ON case_review.inboxes USING btree (area_id, inbox_id)
index CREATE UNIQUE INDEX information_requests_of_case ON case_review.information_requests USING btree (area_id, case_id, information_request_id)
index CREATE UNIQUE INDEX information_requests_pkey ON case_review.information_requests USING btree (area_id, information_request_id)
index CREATE UNIQUE INDEX kept_returns_pkey ON case_review.kept_returns USING btree (area_id, kept_return_id)
index CREATE UNIQUE INDEX kept_scores_pkey ON case_review.kept_scores USING btree (area_id, case_id)
index CREATE UNIQUE INDEX key_fingerprints_pkey ON case_review.key_fingerprints USING btree (key_name)
index CREATE UNIQUE INDEX key_workers_pkey ON case_review.key_workers USING btree (area_id, key_worker_id)
index CREATE UNIQUE INDEX letter_templates_pkey ON case_review.letter_templates USING btree (area_id, stage, language, version)
index CREATE UNIQUE INDEX life_events_pkey ON case_review.life_events USING btree (area_id, life_event_id)
index CREATE UNIQUE INDEX link_codes_pkey ON case_review.link_codes USING btree (area_id, information_request_id)
index CREATE UNIQUE INDEX link_tokens_pkey ON case_review.link_tokens USING btree (token_hash)
index CREATE UNIQUE INDEX linked_proceedings_pkey ON case_review.linked_proceedings USING btree (area_id, proceeding_id)
index CREATE UNIQUE INDEX listing_warnings_pkey ON case_review.listing_warnings USING btree (area_id, case_id, listing, item)
index CREATE UNIQUE INDEX listings_pkey ON case_review.listings USING btree (area_id, case_id)
index CREATE UNIQUE INDEX migrations_pkey ON case_review.migrations USING btree (name)
index CREATE UNIQUE INDEX national_routes_pkey ON case_review.national_routes USING btree (area_id)
index CREATE UNIQUE INDEX national_submissions_area_id_case_id_kind_number_key ON case_review.national_submissions USING btree (area_id, case_id, kind, number)
index CREATE UNIQUE INDEX national_submissions_pkey ON case_review.national_submissions USING btree (area_id, submission_id)
index CREATE UNIQUE INDEX national_withdrawals_pkey ON case_review.national_withdrawals USING btree (area_id, case_id)
index CREATE UNIQUE INDEX one_caveat_of_a_kind ON case_review.caveats USING btree (area_id, COALESCE(information_request_id, document_id, family_question_id), COALESCE(form, ''::text), COALESCE(part, ''::text), kind) WHERE (lifted_on IS NULL)
index CREATE UNIQUE INDEX one_correction_at_a_time ON case_review.form_corrections USING btree (area_id, information_request_id) WHERE (returned_at IS NULL)
index CREATE UNIQUE INDEX one_hold_of_a_reason ON case_review.holds USING btree (area_id, case_id, reason) WHERE (ended_on IS NULL)
index CREATE UNIQUE INDEX one_of_a_part ON case_review.case_assignments USING btree (area_id, case_id, part) WHERE (ended_at IS NULL)
index CREATE UNIQUE INDEX one_open_cause_letter ON case_review.cause_letters USING btree (area_id, case_id, recipient) WHERE (state = ANY (ARRAY['drafted'::text, 'sent'::text]))
index CREATE UNIQUE INDEX one_open_proceeding_of_a_kind ON case_review.linked_proceedings USING btree (area_id, case_id, kind) WHERE ((outcome IS NULL) AND (kind <> 'other'::text))
index CREATE UNIQUE INDEX one_organisation_of_a_gss_code ON case_review.organisations USING btree (area_id, gss_code, kind)
index CREATE UNIQUE INDEX one_organisation_of_an_ods_code ON case_review.organisations USING btree (area_id, ods_code)
index CREATE UNIQUE INDEX one_pack_in_the_making ON case_review.packs USING btree (area_id, panel_meeting_id) WHERE (state = ANY (ARRAY['building'::text, 'awaiting-decisions'::text, 'ready'::text, 'signed-once'::text]))
index CREATE UNIQUE INDEX one_pack_read ON case_review.packs USING btree (area_id, panel_meeting_id) WHERE (state = 'released'::text)
index CREATE UNIQUE INDEX one_review_meeting_per_discussion ON case_review.review_meetings USING btree (area_id, response_meeting_id) WHERE (response_meeting_id IS NOT NULL)
index CREATE UNIQUE INDEX one_submission_on_its_way ON case_review.national_submissions USING btree (area_id, case_id, kind) WHERE (state = ANY (ARRAY['queued'::text, 'sending'::text]))
index CREATE UNIQUE INDEX one_transcription_at_a_time ON case_review.transcriptions USING btree (area_id, information_request_id) WHERE ((entry IS NULL) AND (discarded_at IS NULL))
index CREATE UNIQUE INDEX open_case_files_pkey ON case_review.open_case_files USING btree (area_id, import_id, row_number)
index CREATE UNIQUE INDEX open_case_imports_pkey ON case_review.open_case_imports USING btree (area_id, import_id)
index CREATE UNIQUE INDEX open_case_origins_pkey ON case_review.open_case_origins USING btree (area_id, case_id)
index CREATE UNIQUE INDEX open_case_rows_pkey ON case_review.open_case_rows USING btree (area_id, import_id, row_number)
index CREATE UNIQUE INDEX organisation_contacts_pkey ON case_review.organisation_contacts USING btree (area_id, organisation_id, contact_id)
index CREATE UNIQUE INDEX organisation_names_pkey ON case_review.organisation_names USING btree (area_id, organisation_id, entry)
index CREATE UNIQUE INDEX organisations_pkey ON case_review.organisations USING btree (area_id, organisation_id)
index CREATE UNIQUE INDEX pack_cases_pkey ON case_review.pack_cases USING btree (area_id, pack_id, case_id)
index CREATE UNIQUE INDEX pack_codes_pkey ON case_review.pack_codes USING btree (area_id, entity_hash, code, pack_id)
index CREATE UNIQUE INDEX pack_decisions_pkey ON case_review.pack_decisions USING btree (area_id, case_id, text_hash, place, found_as, entry)
index CREATE UNIQUE INDEX pack_readings_pkey ON case_review.pack_readings USING btree (area_id, case_id, person_id, panel_meeting_id)
index CREATE UNIQUE INDEX pack_rules_pkey ON case_review.pack_rules USING btree (area_id, version)
index CREATE UNIQUE INDEX packs_area_id_panel_meeting_id_version_key ON case_review.packs USING btree (area_id, panel_meeting_id, version)
index CREATE UNIQUE INDEX packs_pkey ON case_review.packs USING btree (area_id, pack_id)
index CREATE UNIQUE INDEX packs_to_destroy_pkey ON case_review.packs_to_destroy USING btree (area_id, pack_id)
index CREATE UNIQUE INDEX panel_apologies_pkey ON case_review.panel_apologies USING btree (area_id, panel_meeting_id, person_id, entry)
index CREATE UNIQUE INDEX panel_comments_pkey ON case_review.panel_comments USING btree (area_id, panel_comment_id)
index CREATE UNIQUE INDEX panel_invitations_pkey ON case_review.panel_invitations USING btree (area_id, panel_meeting_id, person_id)
index CREATE UNIQUE INDEX panel_meeting_pauses_pkey ON case_review.panel_meeting_pauses USING btree (area_id, panel_meeting_id)
index CREATE UNIQUE INDEX panel_meetings_pkey ON case_review.panel_meetings USING btree (area_id, panel_meeting_id)
index CREATE UNIQUE INDEX panel_questions_area_id_deferral_id_place_key ON case_review.panel_questions USING btree (area_id, deferral_id, place)
index CREATE UNIQUE INDEX panel_questions_pkey ON case_review.panel_questions USING btree (area_id, panel_question_id)
index CREATE UNIQUE INDEX panel_year_plans_open ON case_review.panel_year_plans USING btree (area_id, year) WHERE (confirmed_at IS NULL)
index CREATE UNIQUE INDEX panel_year_plans_pkey ON case_review.panel_year_plans USING btree (area_id, panel_year_plan_id)
index CREATE UNIQUE INDEX partial_returns_pkey ON case_review.partial_returns USING btree (area_id, information_request_id, number)
index CREATE UNIQUE INDEX private_note_holds_pkey ON case_review.private_note_holds USING btree (area_id, panel_meeting_id, entry)
index CREATE UNIQUE INDEX private_notes_pkey ON case_review.private_notes USING btree (area_id, case_id, person_id)
index CREATE UNIQUE INDEX private_notes_watched_pkey ON case_review.private_notes_watched USING btree (area_id)
index CREATE UNIQUE INDEX proceeding_steps_pkey ON case_review.proceeding_steps USING btree (area_id, proceeding_id, entry)
index CREATE UNIQUE INDEX quorum_rules_pkey ON case_review.quorum_rules USING btree (area_id, kind, version)
index CREATE UNIQUE INDEX readiness_pkey ON case_review.readiness USING btree (only_row)
index CREATE UNIQUE INDEX recalls_pkey ON case_review.recalls USING btree (area_id, information_request_id)
index CREATE UNIQUE INDEX regional_answers_pkey ON case_review.regional_answers USING btree (area_id, regional_meeting_id, of_area_id)
index CREATE UNIQUE INDEX regional_guests_pkey ON case_review.regional_guests USING btree (area_id, regional_meeting_id, person_id)
index CREATE UNIQUE INDEX regional_meetings_area_id_panel_meeting_id_key ON case_review.regional_meetings USING btree (area_id, panel_meeting_id)
index CREATE UNIQUE INDEX regional_meetings_pkey ON case_review.regional_meetings USING btree (area_id, regional_meeting_id)
index CREATE UNIQUE INDEX reopenings_pkey ON case_review.reopenings USING btree (area_id, case_id, number)
index CREATE UNIQUE INDEX reporting_forms_pkey ON case_review.reporting_forms USING btree (area_id, information_request_id)
index CREATE UNIQUE INDEX request_batch_recipients_area_id_request_batch_id_organisat_key ON case_review.request_batch_recipients USING btree (area_id, request_batch_id, organisation_id)
index CREATE UNIQUE INDEX request_batch_recipients_pkey ON case_review.request_batch_recipients USING btree (area_id, request_batch_id, place)
index CREATE UNIQUE INDEX request_batches_pkey ON case_review.request_batches USING btree (area_id, request_batch_id)
index CREATE UNIQUE INDEX request_forms_pkey ON case_review.request_forms USING btree (area_id, information_request_id, kind)
index CREATE UNIQUE INDEX request_recipients_pkey ON case_review.request_recipients USING btree (area_id, information_request_id, attempt)
index CREATE UNIQUE INDEX return_decisions_pkey ON case_review.return_decisions USING btree (area_id, information_request_id, entry, decision)
index CREATE UNIQUE INDEX returned_forms_pkey ON case_review.returned_forms USING btree (area_id, information_request_id, form, entry)
index CREATE UNIQUE INDEX review_meeting_invitations_pkey ON case_review.review_meeting_invitations USING btree (area_id, review_meeting_id, invitation)
index CREATE UNIQUE INDEX review_meeting_lasts_pkey ON case_review.review_meeting_lasts USING btree (area_id, review_meeting_id, entry)
index CREATE UNIQUE INDEX review_meeting_notes_pkey ON case_review.review_meeting_notes USING btree (area_id, review_meeting_id, entry)
index CREATE UNIQUE INDEX review_meetings_not_held_pkey ON case_review.review_meetings_not_held USING btree (area_id, case_id)
index CREATE UNIQUE INDEX review_meetings_pkey ON case_review.review_meetings USING btree (area_id, review_meeting_id)
index CREATE UNIQUE INDEX saved_views_one_begins ON case_review.saved_views USING btree (area_id, person_id) WHERE begins
index CREATE UNIQUE INDEX saved_views_pkey ON case_review.saved_views USING btree (area_id, saved_view_id)
index CREATE UNIQUE INDEX settled_conflicts_pkey ON case_review.settled_conflicts USING btree (area_id, case_id, form, question, entry)
index CREATE UNIQUE INDEX told_entries_pkey ON case_review.told_entries USING btree (area_id, case_id, recipient, entry)
index CREATE UNIQUE INDEX transcriptions_area_id_information_request_id_entry_key ON case_review.transcriptions USING btree (area_id, information_request_id, entry)
index CREATE UNIQUE INDEX transcriptions_pkey ON case_review.transcriptions USING btree (area_id, transcription_id)
policy agenda_proposals.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy agenda_proposals.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy agenda_proposals.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR false)) check (((case_review.actor_subject() IS NULL) OR false))
policy agreed_analyses.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy agreed_analyses.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy agreed_analyses.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR false)) check (((case_review.actor_subject() IS NULL) OR false))
policy areas.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy areas.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy areas.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR false)) check (((case_review.actor_subject() IS NULL) OR false))
policy arrivals.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy arrivals.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy arrivals.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR false)) check (((case_review.actor_subject() IS NULL) OR false))
policy attendances.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy attendances.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy attendances.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR false)) check (((case_review.actor_subject() IS NULL) OR false))
policy audit_chain.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy audit_chain.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy audit_chain.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR false)) check (((case_review.actor_subject() IS NULL) OR false))
policy audit_entries.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy audit_entries.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy audit_entries.subject RESTRICTIVE for ALL to {case_review_app} using ((case_review.actor_subject() IS NULL)) check (true)
policy avoided_dates.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy avoided_dates.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy avoided_dates.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR false)) check (((case_review.actor_subject() IS NULL) OR false))
policy case_assignments.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy case_assignments.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy case_assignments.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR false)) check (((case_review.actor_subject() IS NULL) OR false))
policy case_exports.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy case_exports.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy case_exports.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR false)) check (((case_review.actor_subject() IS NULL) OR false))
policy case_minutes.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy case_minutes.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy case_minutes.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR false)) check (((case_review.actor_subject() IS NULL) OR false))
policy case_visits.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy case_visits.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy case_visits.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR false)) check (((case_review.actor_subject() IS NULL) OR false))
policy cases.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy cases.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy cases.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR (case_id IN ( SELECT r.case_id
   FROM case_review.information_requests r
  WHERE (r.information_request_id = case_review.actor_subject()))) OR (case_id = ANY (( SELECT case_review.cases_of_subject() AS cases_of_subject)::uuid[])))) check (((case_review.actor_subject() IS NULL) OR (case_id IN ( SELECT r.case_id
   FROM case_review.information_requests r
  WHERE (r.information_request_id = case_review.actor_subject())))))
policy cases.subject_changes RESTRICTIVE for UPDATE to {case_review_app} using (((case_review.actor_subject() IS NULL) OR (case_id IN ( SELECT r.case_id
   FROM case_review.information_requests r
  WHERE (r.information_request_id = case_review.actor_subject()))))) check ()
policy cases.subject_deletes RESTRICTIVE for DELETE to {case_review_app} using (((case_review.actor_subject() IS NULL) OR (case_id IN ( SELECT r.case_id
   FROM case_review.information_requests r
  WHERE (r.information_request_id = case_review.actor_subject()))))) check ()
policy cause_letters.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy cause_letters.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy cause_letters.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR false)) check (((case_review.actor_subject() IS NULL) OR false))
policy caveat_entries.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy caveat_entries.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy caveat_entries.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR false)) check (((case_review.actor_subject() IS NULL) OR false))
policy caveats.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy caveats.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy caveats.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR false)) check (((case_review.actor_subject() IS NULL) OR false))
policy chaser_mails.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy chaser_mails.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy chaser_mails.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR false)) check (((case_review.actor_subject() IS NULL) OR false))
policy chasers.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy chasers.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy chasers.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR false)) check (((case_review.actor_subject() IS NULL) OR false))
policy chasing_settings.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy chasing_settings.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy chasing_settings.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR false)) check (((case_review.actor_subject() IS NULL) OR false))
policy clock_settings.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy clock_settings.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy clock_settings.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR false)) check (((case_review.actor_subject() IS NULL) OR false))
policy confidentiality_statements.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy confidentiality_statements.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy confidentiality_statements.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR false)) check (((case_review.actor_subject() IS NULL) OR false))
policy conflicts.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy conflicts.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy conflicts.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR false)) check (((case_review.actor_subject() IS NULL) OR false))
policy data_keys.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy data_keys.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy data_keys.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR (subject IN ( SELECT r.case_id
   FROM case_review.information_requests r
  WHERE (r.information_request_id = case_review.actor_subject()))))) check (((case_review.actor_subject() IS NULL) OR (subject IN ( SELECT r.case_id
   FROM case_review.information_requests r
  WHERE (r.information_request_id = case_review.actor_subject())))))
policy deferrals.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy deferrals.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy deferrals.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR false)) check (((case_review.actor_subject() IS NULL) OR false))
policy deliveries.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy deliveries.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy deliveries.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR true)) check (((case_review.actor_subject() IS NULL) OR true))
policy document_attempts.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy document_attempts.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy document_attempts.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR false)) check (((case_review.actor_subject() IS NULL) OR false))
policy document_redactions.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy document_redactions.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy document_redactions.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR false)) check (((case_review.actor_subject() IS NULL) OR false))
policy document_uploads.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy document_uploads.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy document_uploads.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR false)) check (((case_review.actor_subject() IS NULL) OR false))
policy documents.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy documents.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy documents.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR (information_request_id = case_review.actor_subject()))) check (((case_review.actor_subject() IS NULL) OR (information_request_id = case_review.actor_subject())))
policy events.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy events.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy events.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR true)) check (((case_review.actor_subject() IS NULL) OR true))
policy family_answers.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy family_answers.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy family_answers.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR false)) check (((case_review.actor_subject() IS NULL) OR false))
policy family_feedback.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy family_feedback.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy family_feedback.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR false)) check (((case_review.actor_subject() IS NULL) OR false))
policy family_letters.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy family_letters.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy family_letters.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR false)) check (((case_review.actor_subject() IS NULL) OR false))
policy family_member_entries.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy family_member_entries.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy family_member_entries.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR false)) check (((case_review.actor_subject() IS NULL) OR false))
policy family_members.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy family_members.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy family_members.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR false)) check (((case_review.actor_subject() IS NULL) OR false))
policy family_portraits.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy family_portraits.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy family_portraits.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR false)) check (((case_review.actor_subject() IS NULL) OR false))
policy family_questions.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy family_questions.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy family_questions.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR false)) check (((case_review.actor_subject() IS NULL) OR false))
policy form_corrections.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy form_corrections.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy form_corrections.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR (information_request_id = case_review.actor_subject()))) check (((case_review.actor_subject() IS NULL) OR (information_request_id = case_review.actor_subject())))
policy form_sections.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy form_sections.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy form_sections.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR (information_request_id = case_review.actor_subject()))) check (((case_review.actor_subject() IS NULL) OR (information_request_id = case_review.actor_subject())))
policy gaps.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy gaps.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy gaps.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR false)) check (((case_review.actor_subject() IS NULL) OR false))
policy hold_checks.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy hold_checks.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy hold_checks.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR false)) check (((case_review.actor_subject() IS NULL) OR false))
policy holds.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy holds.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy holds.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR false)) check (((case_review.actor_subject() IS NULL) OR false))
policy idempotency_keys.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy idempotency_keys.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy idempotency_keys.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR (actor = ('link:'::text || case_review.actor_subject())))) check (((case_review.actor_subject() IS NULL) OR (actor = ('link:'::text || case_review.actor_subject()))))
policy inbox.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy inbox.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy inbox.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR false)) check (((case_review.actor_subject() IS NULL) OR false))
policy inbox_codes.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy inbox_codes.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy inbox_codes.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR false)) check (((case_review.actor_subject() IS NULL) OR false))
policy inbox_organisations.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy inbox_organisations.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy inbox_organisations.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR false)) check (((case_review.actor_subject() IS NULL) OR false))
policy inbox_requests.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy inbox_requests.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy inbox_requests.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR (inbox_id = case_review.actor_subject()))) check (((case_review.actor_subject() IS NULL) OR (inbox_id = case_review.actor_subject())))
policy inbox_requests.subject_changes RESTRICTIVE for UPDATE to {case_review_app} using ((case_review.actor_subject() IS NULL)) check ()
policy inbox_requests.subject_deletes RESTRICTIVE for DELETE to {case_review_app} using ((case_review.actor_subject() IS NULL)) check ()
policy inboxes.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy inboxes.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy inboxes.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR false)) check (((case_review.actor_subject() IS NULL) OR false))
policy information_requests.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy information_requests.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy information_requests.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR (information_request_id = case_review.actor_subject()) OR (information_request_id = ANY (( SELECT case_review.requests_of_subject() AS requests_of_subject)::uuid[])))) check (((case_review.actor_subject() IS NULL) OR (information_request_id = case_review.actor_subject())))
policy information_requests.subject_changes RESTRICTIVE for UPDATE to {case_review_app} using (((case_review.actor_subject() IS NULL) OR (information_request_id = case_review.actor_subject()))) check ()
policy information_requests.subject_deletes RESTRICTIVE for DELETE to {case_review_app} using (((case_review.actor_subject() IS NULL) OR (information_request_id = case_review.actor_subject()))) check ()
policy kept_returns.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy kept_returns.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy kept_returns.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR false)) check (((case_review.actor_subject() IS NULL) OR false))
policy kept_scores.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy kept_scores.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy kept_scores.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR false)) check (((case_review.actor_subject() IS NULL) OR false))
policy key_workers.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy key_workers.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy key_workers.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR false)) check (((case_review.actor_subject() IS NULL) OR false))
policy letter_templates.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy letter_templates.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy letter_templates.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR false)) check (((case_review.actor_subject() IS NULL) OR false))
policy life_events.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy life_events.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy life_events.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR false)) check (((case_review.actor_subject() IS NULL) OR false))
policy link_codes.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy link_codes.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy link_codes.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR false)) check (((case_review.actor_subject() IS NULL) OR false))
policy linked_proceedings.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy linked_proceedings.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy linked_proceedings.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR false)) check (((case_review.actor_subject() IS NULL) OR false))
policy listing_warnings.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy listing_warnings.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy listing_warnings.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR false)) check (((case_review.actor_subject() IS NULL) OR false))
policy listings.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy listings.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy listings.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR false)) check (((case_review.actor_subject() IS NULL) OR false))
policy national_routes.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy national_routes.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy national_routes.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR false)) check (((case_review.actor_subject() IS NULL) OR false))
policy national_submissions.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy national_submissions.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy national_submissions.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR false)) check (((case_review.actor_subject() IS NULL) OR false))
policy national_withdrawals.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy national_withdrawals.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy national_withdrawals.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR false)) check (((case_review.actor_subject() IS NULL) OR false))
policy open_case_files.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy open_case_files.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy open_case_files.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR false)) check (((case_review.actor_subject() IS NULL) OR false))
policy open_case_imports.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy open_case_imports.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy open_case_imports.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR false)) check (((case_review.actor_subject() IS NULL) OR false))
policy open_case_origins.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy open_case_origins.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy open_case_origins.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR false)) check (((case_review.actor_subject() IS NULL) OR false))
policy open_case_rows.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy open_case_rows.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy open_case_rows.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR false)) check (((case_review.actor_subject() IS NULL) OR false))
policy organisation_contacts.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy organisation_contacts.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy organisation_contacts.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR false)) check (((case_review.actor_subject() IS NULL) OR false))
policy organisation_names.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy organisation_names.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy organisation_names.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR (organisation_id IN ( SELECT r.organisation_id
   FROM case_review.information_requests r
  WHERE (r.information_request_id = case_review.actor_subject()))) OR (organisation_id = ANY (( SELECT case_review.organisations_of_subject() AS organisations_of_subject)::uuid[])))) check (((case_review.actor_subject() IS NULL) OR (organisation_id IN ( SELECT r.organisation_id
   FROM case_review.information_requests r
  WHERE (r.information_request_id = case_review.actor_subject())))))
policy organisation_names.subject_changes RESTRICTIVE for UPDATE to {case_review_app} using (((case_review.actor_subject() IS NULL) OR (organisation_id IN ( SELECT r.organisation_id
   FROM case_review.information_requests r
  WHERE (r.information_request_id = case_review.actor_subject()))))) check ()
policy organisation_names.subject_deletes RESTRICTIVE for DELETE to {case_review_app} using (((case_review.actor_subject() IS NULL) OR (organisation_id IN ( SELECT r.organisation_id
   FROM case_review.information_requests r
  WHERE (r.information_request_id = case_review.actor_subject()))))) check ()
policy organisations.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy organisations.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy organisations.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR (organisation_id IN ( SELECT r.organisation_id
   FROM case_review.information_requests r
  WHERE (r.information_request_id = case_review.actor_subject()))) OR (organisation_id = ANY (( SELECT case_review.organisations_of_subject() AS organisations_of_subject)::uuid[])))) check (((case_review.actor_subject() IS NULL) OR (organisation_id IN ( SELECT r.organisation_id
   FROM case_review.information_requests r
  WHERE (r.information_request_id = case_review.actor_subject())))))
policy organisations.subject_changes RESTRICTIVE for UPDATE to {case_review_app} using (((case_review.actor_subject() IS NULL) OR (organisation_id IN ( SELECT r.organisation_id
   FROM case_review.information_requests r
  WHERE (r.information_request_id = case_review.actor_subject()))))) check ()
policy organisations.subject_deletes RESTRICTIVE for DELETE to {case_review_app} using (((case_review.actor_subject() IS NULL) OR (organisation_id IN ( SELECT r.organisation_id
   FROM case_review.information_requests r
  WHERE (r.information_request_id = case_review.actor_subject()))))) check ()
policy pack_cases.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy pack_cases.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy pack_cases.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR false)) check (((case_review.actor_subject() IS NULL) OR false))
policy pack_codes.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy pack_codes.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy pack_codes.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR false)) check (((case_review.actor_subject() IS NULL) OR false))
policy pack_decisions.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy pack_decisions.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy pack_decisions.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR false)) check (((case_review.actor_subject() IS NULL) OR false))
policy pack_readings.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy pack_readings.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy pack_readings.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR false)) check (((case_review.actor_subject() IS NULL) OR false))
policy pack_rules.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy pack_rules.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy pack_rules.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR false)) check (((case_review.actor_subject() IS NULL) OR false))
policy packs.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy packs.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy packs.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR false)) check (((case_review.actor_subject() IS NULL) OR false))
policy panel_apologies.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy panel_apologies.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy panel_apologies.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR false)) check (((case_review.actor_subject() IS NULL) OR false))
policy panel_comments.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy panel_comments.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy panel_comments.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR false)) check (((case_review.actor_subject() IS NULL) OR false))
policy panel_invitations.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy panel_invitations.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy panel_invitations.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR false)) check (((case_review.actor_subject() IS NULL) OR false))
policy panel_meeting_pauses.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy panel_meeting_pauses.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy panel_meeting_pauses.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR false)) check (((case_review.actor_subject() IS NULL) OR false))
policy panel_meetings.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy panel_meetings.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy panel_meetings.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR false)) check (((case_review.actor_subject() IS NULL) OR false))
policy panel_questions.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy panel_questions.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy panel_questions.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR false)) check (((case_review.actor_subject() IS NULL) OR false))
policy panel_year_plans.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy panel_year_plans.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy panel_year_plans.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR false)) check (((case_review.actor_subject() IS NULL) OR false))
policy partial_returns.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy partial_returns.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy partial_returns.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR (information_request_id = case_review.actor_subject()))) check (((case_review.actor_subject() IS NULL) OR (information_request_id = case_review.actor_subject())))
policy private_note_holds.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy private_note_holds.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy private_note_holds.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR false)) check (((case_review.actor_subject() IS NULL) OR false))
policy private_notes.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy private_notes.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy private_notes.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR false)) check (((case_review.actor_subject() IS NULL) OR false))
policy proceeding_steps.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy proceeding_steps.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy proceeding_steps.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR false)) check (((case_review.actor_subject() IS NULL) OR false))
policy quorum_rules.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy quorum_rules.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy quorum_rules.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR false)) check (((case_review.actor_subject() IS NULL) OR false))
policy recalls.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy recalls.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy recalls.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR false)) check (((case_review.actor_subject() IS NULL) OR false))
policy regional_answers.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy regional_answers.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy regional_answers.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR false)) check (((case_review.actor_subject() IS NULL) OR false))
policy regional_guests.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy regional_guests.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy regional_guests.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR false)) check (((case_review.actor_subject() IS NULL) OR false))
policy regional_meetings.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy regional_meetings.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy regional_meetings.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR false)) check (((case_review.actor_subject() IS NULL) OR false))
policy reopenings.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy reopenings.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy reopenings.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR false)) check (((case_review.actor_subject() IS NULL) OR false))
policy reporting_forms.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy reporting_forms.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy reporting_forms.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR (information_request_id = case_review.actor_subject()))) check (((case_review.actor_subject() IS NULL) OR (information_request_id = case_review.actor_subject())))
policy request_batch_recipients.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy request_batch_recipients.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy request_batch_recipients.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR false)) check (((case_review.actor_subject() IS NULL) OR false))
policy request_batches.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy request_batches.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy request_batches.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR false)) check (((case_review.actor_subject() IS NULL) OR false))
policy request_forms.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy request_forms.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy request_forms.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR (information_request_id = case_review.actor_subject()))) check (((case_review.actor_subject() IS NULL) OR (information_request_id = case_review.actor_subject())))
policy request_recipients.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy request_recipients.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy request_recipients.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR false)) check (((case_review.actor_subject() IS NULL) OR false))
policy return_decisions.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy return_decisions.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy return_decisions.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR (information_request_id = case_review.actor_subject()))) check (((case_review.actor_subject() IS NULL) OR (information_request_id = case_review.actor_subject())))
policy returned_forms.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy returned_forms.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy returned_forms.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR (information_request_id = case_review.actor_subject()))) check (((case_review.actor_subject() IS NULL) OR (information_request_id = case_review.actor_subject())))
policy review_meeting_invitations.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy review_meeting_invitations.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy review_meeting_invitations.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR false)) check (((case_review.actor_subject() IS NULL) OR false))
policy review_meeting_lasts.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy review_meeting_lasts.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy review_meeting_lasts.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR false)) check (((case_review.actor_subject() IS NULL) OR false))
policy review_meeting_notes.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy review_meeting_notes.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy review_meeting_notes.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR false)) check (((case_review.actor_subject() IS NULL) OR false))
policy review_meetings.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy review_meetings.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy review_meetings.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR false)) check (((case_review.actor_subject() IS NULL) OR false))
policy review_meetings_not_held.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy review_meetings_not_held.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy review_meetings_not_held.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR false)) check (((case_review.actor_subject() IS NULL) OR false))
policy saved_views.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy saved_views.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy saved_views.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR false)) check (((case_review.actor_subject() IS NULL) OR false))
policy settled_conflicts.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy settled_conflicts.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy settled_conflicts.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR false)) check (((case_review.actor_subject() IS NULL) OR false))
policy told_entries.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy told_entries.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy told_entries.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR false)) check (((case_review.actor_subject() IS NULL) OR false))
policy transcriptions.area PERMISSIVE for ALL to {case_review_app} using ((area_id = ANY (case_review.actor_areas()))) check ((area_id = ANY (case_review.actor_areas())))
policy transcriptions.migration PERMISSIVE for ALL to {case_review_migrator} using (true) check (true)
policy transcriptions.subject RESTRICTIVE for ALL to {case_review_app} using (((case_review.actor_subject() IS NULL) OR (information_request_id = case_review.actor_subject()))) check (((case_review.actor_subject() IS NULL) OR (information_request_id = case_review.actor_subject())))
grant DELETE, INSERT, SELECT on attendances to case_review_app
grant DELETE, INSERT, SELECT on audit_unsealed to case_review_app
grant DELETE, INSERT, SELECT on caveat_entries to case_review_app
grant DELETE, INSERT, SELECT on chasers to case_review_app
grant DELETE, INSERT, SELECT on conflicts to case_review_app
grant DELETE, INSERT, SELECT on deferrals to case_review_app
grant DELETE, INSERT, SELECT on document_redactions to case_review_app
grant DELETE, INSERT, SELECT on family_answers to case_review_app
grant DELETE, INSERT, SELECT on family_member_entries to case_review_app
grant DELETE, INSERT, SELECT on family_members to case_review_app
grant DELETE, INSERT, SELECT on family_portraits to case_review_app
grant DELETE, INSERT, SELECT on hold_checks to case_review_app
grant DELETE, INSERT, SELECT on inbox to case_review_app
grant DELETE, INSERT, SELECT on kept_returns to case_review_app
grant DELETE, INSERT, SELECT on kept_scores to case_review_app
grant DELETE, INSERT, SELECT on listing_warnings to case_review_app
grant DELETE, INSERT, SELECT on open_case_origins to case_review_app
grant DELETE, INSERT, SELECT on packs_to_destroy to case_review_app
grant DELETE, INSERT, SELECT on partial_returns to case_review_app
grant DELETE, INSERT, SELECT on proceeding_steps to case_review_app
grant DELETE, INSERT, SELECT on regional_guests to case_review_app
grant DELETE, INSERT, SELECT on reopenings to case_review_app
grant DELETE, INSERT, SELECT on request_recipients to case_review_app
grant DELETE, INSERT, SELECT on return_decisions to case_review_app
grant DELETE, INSERT, SELECT on returned_forms to case_review_app
grant DELETE, INSERT, SELECT on review_meeting_lasts to case_review_app
grant DELETE, INSERT, SELECT on review_meeting_notes to case_review_app
grant DELETE, INSERT, SELECT on settled_conflicts to case_review_app
grant DELETE, INSERT, SELECT on told_entries to case_review_app
grant DELETE, INSERT, SELECT, UPDATE on agenda_proposals to case_review_app
grant DELETE, INSERT, SELECT, UPDATE on avoided_dates to case_review_app
grant DELETE, INSERT, SELECT, UPDATE on case_visits to case_review_app
grant DELETE, INSERT, SELECT, UPDATE on cases_due_back to case_review_app
grant DELETE, INSERT, SELECT, UPDATE on cause_letters to case_review_app
grant DELETE, INSERT, SELECT, UPDATE on caveats to case_review_app
grant DELETE, INSERT, SELECT, UPDATE on data_keys to case_review_app
grant DELETE, INSERT, SELECT, UPDATE on document_attempts to case_review_app
grant DELETE, INSERT, SELECT, UPDATE on document_uploads to case_review_app
grant DELETE, INSERT, SELECT, UPDATE on documents to case_review_app
grant DELETE, INSERT, SELECT, UPDATE on family_feedback to case_review_app
grant DELETE, INSERT, SELECT, UPDATE on family_letters to case_review_app
grant DELETE, INSERT, SELECT, UPDATE on family_questions to case_review_app
grant DELETE, INSERT, SELECT, UPDATE on form_corrections to case_review_app
grant DELETE, INSERT, SELECT, UPDATE on form_sections to case_review_app
grant DELETE, INSERT, SELECT, UPDATE on gaps to case_review_app
grant DELETE, INSERT, SELECT, UPDATE on holds to case_review_app
grant DELETE, INSERT, SELECT, UPDATE on inbox_requests to case_review_app
grant DELETE, INSERT, SELECT, UPDATE on information_requests to case_review_app
grant DELETE, INSERT, SELECT, UPDATE on key_workers to case_review_app
grant DELETE, INSERT, SELECT, UPDATE on life_events to case_review_app
grant DELETE, INSERT, SELECT, UPDATE on link_codes to case_review_app
grant DELETE, INSERT, SELECT, UPDATE on link_tokens to case_review_app
grant DELETE, INSERT, SELECT, UPDATE on linked_proceedings to case_review_app
grant DELETE, INSERT, SELECT, UPDATE on national_routes to case_review_app
grant DELETE, INSERT, SELECT, UPDATE on national_submissions to case_review_app
grant DELETE, INSERT, SELECT, UPDATE on open_case_files to case_review_app
grant DELETE, INSERT, SELECT, UPDATE on open_case_imports to case_review_app
grant DELETE, INSERT, SELECT, UPDATE on open_case_rows to case_review_app
grant DELETE, INSERT, SELECT, UPDATE on panel_questions to case_review_app
grant DELETE, INSERT, SELECT, UPDATE on private_notes to case_review_app
grant DELETE, INSERT, SELECT, UPDATE on private_notes_watched to case_review_app
grant DELETE, INSERT, SELECT, UPDATE on recalls to case_review_app
grant DELETE, INSERT, SELECT, UPDATE on reporting_forms to case_review_app
grant DELETE, INSERT, SELECT, UPDATE on request_forms to case_review_app
grant DELETE, INSERT, SELECT, UPDATE on review_meeting_invitations to case_review_app
grant DELETE, INSERT, SELECT, UPDATE on review_meetings to case_review_app
grant DELETE, INSERT, SELECT, UPDATE on review_meetings_not_held to case_review_app
grant DELETE, INSERT, SELECT, UPDATE on saved_views to case_review_app
grant DELETE, INSERT, SELECT, UPDATE on transcriptions to case_review_app
grant INSERT, SELECT on agreed_analyses to case_review_app
grant INSERT, SELECT on arrivals to case_review_app
grant INSERT, SELECT on audit_chain to case_review_app
grant INSERT, SELECT on audit_entries to case_review_app
grant INSERT, SELECT on case_exports to case_review_app
grant INSERT, SELECT on case_minutes to case_review_app
grant INSERT, SELECT on chasing_settings to case_review_app
grant INSERT, SELECT on clock_settings to case_review_app
grant INSERT, SELECT on confidentiality_statements to case_review_app
grant INSERT, SELECT on document_areas to case_review_app
grant INSERT, SELECT on events to case_review_app
grant INSERT, SELECT on inbox_tokens to case_review_app
grant INSERT, SELECT on inboxes to case_review_app
grant INSERT, SELECT on key_fingerprints to case_review_app
grant INSERT, SELECT on letter_templates to case_review_app
grant INSERT, SELECT on organisation_names to case_review_app
grant INSERT, SELECT on pack_codes to case_review_app
grant INSERT, SELECT on pack_decisions to case_review_app
grant INSERT, SELECT on pack_rules to case_review_app
grant INSERT, SELECT on panel_apologies to case_review_app
grant INSERT, SELECT on panel_comments to case_review_app
grant INSERT, SELECT on panel_invitations to case_review_app
grant INSERT, SELECT on panel_meeting_pauses to case_review_app
grant INSERT, SELECT on private_note_holds to case_review_app
grant INSERT, SELECT on quorum_rules to case_review_app
grant INSERT, SELECT on request_batches to case_review_app
grant INSERT, SELECT, UPDATE on area_directory to case_review_app
grant INSERT, SELECT, UPDATE on areas to case_review_app
grant INSERT, SELECT, UPDATE on case_assignments to case_review_app
grant INSERT, SELECT, UPDATE on cases to case_review_app
grant INSERT, SELECT, UPDATE on chaser_mails to case_review_app
grant INSERT, SELECT, UPDATE on chasing_areas to case_review_app
grant INSERT, SELECT, UPDATE on deliveries to case_review_app
grant INSERT, SELECT, UPDATE on idempotency_keys to case_review_app
grant INSERT, SELECT, UPDATE on inbox_codes to case_review_app
grant INSERT, SELECT, UPDATE on inbox_organisations to case_review_app
grant INSERT, SELECT, UPDATE on listings to case_review_app
grant INSERT, SELECT, UPDATE on national_withdrawals to case_review_app
grant INSERT, SELECT, UPDATE on organisation_contacts to case_review_app
grant INSERT, SELECT, UPDATE on organisations to case_review_app
grant INSERT, SELECT, UPDATE on pack_cases to case_review_app
grant INSERT, SELECT, UPDATE on pack_readings to case_review_app
grant INSERT, SELECT, UPDATE on packs to case_review_app
grant INSERT, SELECT, UPDATE on panel_meetings to case_review_app
grant INSERT, SELECT, UPDATE on panel_year_plans to case_review_app
grant INSERT, SELECT, UPDATE on readiness to case_review_app
grant INSERT, SELECT, UPDATE on regional_answers to case_review_app
grant INSERT, SELECT, UPDATE on regional_meetings to case_review_app
grant INSERT, SELECT, UPDATE on request_batch_recipients to case_review_app
grant SELECT on bank_holidays to case_review_app
grant SELECT on clock_defaults to case_review_app
grant SELECT on conflict_standings to case_review_app
grant SELECT on guest_seats to case_review_app
grant SELECT on withdrawals to case_review_app
function actor_areas() security_definer=f 39a78cfd8d94b633d766d254195ef9cb
function actor_subject() security_definer=f 3895dbf575f02bba60edf286f2c50377
function asked_for_the_first_review(in_area uuid, of_case uuid, reopening integer, sent_at timestamp with time zone, asked_again_on date) security_definer=f c86de52b36338e7379486c89042fe3e9
function carried_with_case(IN name text, IN hangs_on text, IN by_column text) security_definer=f 4cb1bbf95472b6c85f7c88a0f6ca4fea
function cases_of_subject() security_definer=f 3a513e72976506444d4ed2cc7efec722
function clock_of_damage() security_definer=f 5c533128d39b9f501e17ae8d057fc3ee
function count_awaited() security_definer=f 3880c2c919d68d941bb19d5c52d7087a
function due_with_holds(held datemultirange, from_day date, due date) security_definer=f 88f82f7a08b41a334f43da91d943b7e4
function has_decided(in_area uuid, of_meeting uuid) security_definer=f 5dbe2923404ed79b6af0ff84b34ac1a3
function keep_cause_letter() security_definer=f 53b524e3947db878e70c725112e257e7
function limit_end(in_area uuid, of_clock text, begun date) security_definer=f 64ba47ee031d7231844670fd24985e68
function mark_never_national() security_definer=f 1b7a8d80909bd8b0f665da1498f6215e
function meeting_moves_case() security_definer=f 5c533128d39b9f501e17ae8d057fc3ee
function note_area_that_asks() security_definer=f 59a8a482f62128735115d3e57957d376
function note_area_with_documents() security_definer=f b20f49f6074b271618734f2aedfe0f5c
function organisation_name(in_area uuid, organisation uuid, first_name text, on_day date) security_definer=f caca70ee5504eab02338b1ebce5d793b
function organisations_of_subject() security_definer=f d5aa0c9a4bb6a23116359037da0e6ce2
function put_caveat_in_its_turn() security_definer=f 47cb4d57af656c4e11318054287e24cb
function put_own_work_first() security_definer=f 13abef2b0bd73ce38047a6a92ef0210c
function read_from_inbox(IN name text, IN own text, IN also text) security_definer=f 8c5c1fcad0ce1ff2aa1b07aa418bfd5f
function refuse_changed_assignment() security_definer=f 8d9c0b8b10e48fbdc7878d07c02ddab7
function refuse_changed_caveat_target() security_definer=f 638a56ca443dda332e69c2626abe6895
function refuse_changed_contact() security_definer=f d6baa6ffdaf90118c19d09e7c1b9154a
function refuse_changed_correction() security_definer=f 9ce77e2ef330e998c7d381f75f46d5f7
function refuse_changed_document() security_definer=f 5ddb0435616fbcbe858b8f4c18afdee7
function refuse_changed_feedback() security_definer=f c6599f008a707b49989ab739b0ddb614
function refuse_changed_gap() security_definer=f 7223f8103d5c87a4578e48304a179aca
function refuse_changed_hold() security_definer=f 91bdc8508c1f1b5dda28bbdb124d6776
function refuse_changed_key_worker() security_definer=f 6dfa94df02039e04ee98e8266a9c38e1
function refuse_changed_letter() security_definer=f ce15827afe014acad94e526916c21338
function refuse_changed_life_event() security_definer=f 54ca81656144bc03b90e7c8e574d32e2
function refuse_changed_open_case_file() security_definer=f 71cf22ec4c902c98420f851cfa36018c
function refuse_changed_outcome() security_definer=f 0d51b395d32695d9d1d8a14f703239d3
function refuse_changed_panel_meeting() security_definer=f fa9ffc6d8f5f63c7a32a97d4e7fce110
function refuse_changed_proceeding() security_definer=f 8329b08be2229bfb65009b64c0015e50
function refuse_changed_question() security_definer=f f141fa86b76cdb150007c41a89146dd6
function refuse_changed_regional() security_definer=f f7972af03735ee232b13454be68f84ed
function refuse_changed_request_form() security_definer=f 90318dca24bea9e168a78958773fbef9
function refuse_changed_return() security_definer=f fe6b75bc0ecee79a46e6d577f75d8938
function refuse_changed_review_meeting() security_definer=f 2abf355ee0b6d8eaa8787fc63d75ed46
function refuse_changed_transcription() security_definer=f f39ce21a6ba11238db1a72ebc6f50cae
function refuse_changed_year_plan() security_definer=f cd14151265dd9f9b7589c69bf0c430b6
function refuse_entry_after_lifting() security_definer=f aab909eb0f89a1b98fc75cb2e971324e
function refuse_foreign_chair() security_definer=f 5a4b04f4074782dceb22402649054e30
function refuse_idle_reopening() security_definer=f e79b8e6b64b574d3e22a26f2c5e23781
function refuse_illegal_step() security_definer=f a6a84d69eaff1f101b090d74f08e83e0
function refuse_illegal_submission() security_definer=f 1595cb098d1c687de0c47b1001828fed
function refuse_late_section() security_definer=f 77be368cfa6c644647fdcc0b92852a63
function refuse_listing_on_cancelled() security_definer=f a439b8011a0c142836e9954b1bb98e2c
function refuse_lost() security_definer=f 7f08b7b10e4b0f6423e2721419a77c9d
function refuse_lost_part() security_definer=f ab4e9d7cd731b9b86f3e1838d253faae
function refuse_never_national() security_definer=f 9495a3713896fb1127be0f29343314b4
function refuse_older_answer() security_definer=f bd7a75ec9692b4fe333c3ca6fa28932c
function refuse_open_questions() security_definer=f 96c82be590ca351723ae8a1aac57cd62
function refuse_part_nobody_waits_for() security_definer=f eefbd0b1586ff82d21275a73c0601b50
function refuse_rewrite() security_definer=f 05efc442a8c76c46c083922521ea0adb
function refuse_second_answer() security_definer=f d85aaa622a82e78132a982f24c1c7f75
function refuse_second_outcome() security_definer=f 184305fefd62baec8b569c2b7234380a
function refuse_second_return() security_definer=f 61e1aae8e7a1b07830e29edd4d935159
function refuse_unanswered_family() security_definer=f 327841c91d62344cb4b227b6aee3f615
function refuse_unasked_submission() security_definer=f 8b65b948fc5db8c53ac02070b231f214
function refuse_unconfirmed() security_definer=f 90c10502c7da85d8c799117bb2d2b7e2
function refuse_undecided_return() security_definer=f 434fc6f04216f73ac5e7ad015449be76
function refuse_unrecorded_reopening() security_definer=f 155b61ebaa881ed9149de0a3c560183c
function refuse_unreviewed_submission() security_definer=f bdb5c1ac363a6cdde73842fc9935ac69
function refuse_unsaid_contact() security_definer=f befd1901d9a02864a9d64da98fa676f4
function refuse_unsaid_return() security_definer=f af24591fc68e5337f4c4b3b526c9df55
function refuse_wrong_feedback() security_definer=f 00327cb01f5ca9af3b7d49268924e824
function refuse_wrong_letter() security_definer=f f21876932c0156b98ea9ddf31f9986ee
function refuse_wrong_pack_step() security_definer=f 3c21fb0a1622f75c81338a4fbd240ada
function refuse_wrong_portrait() security_definer=f df843abedfd220674754e486b4911e4e
function requests_of_subject() security_definer=f 0320be88985f778649d74660ed9de53c
function say_who_moves() security_definer=f 70a64396d06269dfd905a786e5542400
function say_whose_case() security_definer=f 0d9f5f0b01df20735e2093b2acdc8f63
function seen_with_request(IN name text, IN case_column text) security_definer=f 008ab70c79e28c8348f578bbfc84e5f2
function set_next_clock(in_area uuid, of_case uuid) security_definer=t da17949ed04b044536b8702fd7cdb417
function standing_case(in_area uuid, of_case uuid) security_definer=t eb9e93497125a47925d0698af600055a
function standing_state(in_area uuid, of_case uuid, held boolean) security_definer=t fe1b6771178392910206748da88dcf0f
function stands_for_itself() security_definer=f acd4afe5fb3076281733d5bad052a639
function take_out_of_inbox() security_definer=f 42a84363e5f3c3d0076bbdedc1719d20
function tenant_table(IN name text, IN link_holder_sees text, IN app_may text) security_definer=f 5a9ba9f2d3b0866c70e533745f0a694e
function untenanted_table(IN name text, IN class text, IN app_may text) security_definer=f 3e936a32d3305d820815f3cc3828ac51
trigger audit_chain.never_rewritten CREATE TRIGGER never_rewritten BEFORE DELETE OR UPDATE OR TRUNCATE ON case_review.audit_chain FOR EACH STATEMENT EXECUTE FUNCTION case_review.refuse_rewrite()
trigger audit_entries.never_rewritten CREATE TRIGGER never_rewritten BEFORE DELETE OR UPDATE OR TRUNCATE ON case_review.audit_entries FOR EACH STATEMENT EXECUTE FUNCTION case_review.refuse_rewrite()
trigger avoided_dates.carried_with_case CREATE TRIGGER carried_with_case BEFORE DELETE ON case_review.avoided_dates FOR EACH ROW EXECUTE FUNCTION case_review.refuse_lost()
trigger case_assignments.ended_only CREATE TRIGGER ended_only BEFORE UPDATE ON case_review.case_assignments FOR EACH ROW EXECUTE FUNCTION case_review.refuse_changed_assignment()
trigger case_assignments.whose_case CREATE TRIGGER whose_case AFTER INSERT OR UPDATE ON case_review.case_assignments FOR EACH ROW EXECUTE FUNCTION case_review.say_whose_case()
trigger cases.confirmed_before_submitted CREATE TRIGGER confirmed_before_submitted BEFORE UPDATE OF state ON case_review.cases FOR EACH ROW WHEN (((new.state = 'submitted'::text) AND (old.state <> 'submitted'::text))) EXECUTE FUNCTION case_review.refuse_unconfirmed()
trigger cases.count_awaited CREATE TRIGGER count_awaited BEFORE UPDATE OF next_what, state ON case_review.cases FOR EACH ROW EXECUTE FUNCTION case_review.count_awaited()
trigger cases.family_answered_first CREATE TRIGGER family_answered_first BEFORE UPDATE OF state ON case_review.cases FOR EACH ROW WHEN (((new.state = 'closed'::text) AND (old.state <> ALL (ARRAY['closed'::text, 'duplicate-merged'::text])))) EXECUTE FUNCTION case_review.refuse_unanswered_family()
trigger cases.legal_steps_only CREATE TRIGGER legal_steps_only BEFORE UPDATE ON case_review.cases FOR EACH ROW EXECUTE FUNCTION case_review.refuse_illegal_step()
trigger cases.never_national CREATE TRIGGER never_national BEFORE INSERT OR UPDATE ON case_review.cases FOR EACH ROW EXECUTE FUNCTION case_review.mark_never_national()
trigger cases.own_work_first CREATE TRIGGER own_work_first BEFORE UPDATE OF next_what ON case_review.cases FOR EACH ROW EXECUTE FUNCTION case_review.put_own_work_first()
trigger cases.questions_first CREATE TRIGGER questions_first BEFORE UPDATE OF state ON case_review.cases FOR EACH ROW WHEN (((new.state = 'listed'::text) AND (old.state IS DISTINCT FROM new.state))) EXECUTE FUNCTION case_review.refuse_open_questions()
trigger cases.reopened_with_reason CREATE TRIGGER reopened_with_reason BEFORE INSERT OR UPDATE ON case_review.cases FOR EACH ROW EXECUTE FUNCTION case_review.refuse_unrecorded_reopening()
trigger cases.stands_for_itself CREATE TRIGGER stands_for_itself BEFORE INSERT ON case_review.cases FOR EACH ROW EXECUTE FUNCTION case_review.stands_for_itself()
trigger cases.who_moves CREATE TRIGGER who_moves BEFORE UPDATE OF next_what ON case_review.cases FOR EACH ROW EXECUTE FUNCTION case_review.say_who_moves()
trigger cases.with_caveats CREATE TRIGGER with_caveats BEFORE UPDATE OF next_what ON case_review.cases FOR EACH ROW EXECUTE FUNCTION case_review.put_caveat_in_its_turn()
trigger cause_letters.carried_with_case CREATE TRIGGER carried_with_case BEFORE DELETE ON case_review.cause_letters FOR EACH ROW EXECUTE FUNCTION case_review.refuse_lost()
trigger cause_letters.sent_once CREATE TRIGGER sent_once BEFORE UPDATE ON case_review.cause_letters FOR EACH ROW EXECUTE FUNCTION case_review.keep_cause_letter()
trigger caveat_entries.carried_with_case CREATE TRIGGER carried_with_case BEFORE DELETE ON case_review.caveat_entries FOR EACH ROW EXECUTE FUNCTION case_review.refuse_lost('caveats', 'caveat_id')
trigger caveat_entries.nothing_after_lifting CREATE TRIGGER nothing_after_lifting BEFORE INSERT ON case_review.caveat_entries FOR EACH ROW EXECUTE FUNCTION case_review.refuse_entry_after_lifting()
trigger caveats.carried_with_case CREATE TRIGGER carried_with_case BEFORE DELETE ON case_review.caveats FOR EACH ROW EXECUTE FUNCTION case_review.refuse_lost()
trigger caveats.looked_at_and_lifted_only CREATE TRIGGER looked_at_and_lifted_only BEFORE UPDATE ON case_review.caveats FOR EACH ROW EXECUTE FUNCTION case_review.refuse_changed_caveat_target()
trigger chasers.carried_with_case CREATE TRIGGER carried_with_case BEFORE DELETE ON case_review.chasers FOR EACH ROW EXECUTE FUNCTION case_review.refuse_lost('information_requests', 'information_request_id')
trigger conflicts.carried_with_case CREATE TRIGGER carried_with_case BEFORE DELETE ON case_review.conflicts FOR EACH ROW EXECUTE FUNCTION case_review.refuse_lost()
trigger deferrals.carried_with_case CREATE TRIGGER carried_with_case BEFORE DELETE ON case_review.deferrals FOR EACH ROW EXECUTE FUNCTION case_review.refuse_lost()
trigger document_redactions.carried_with_case CREATE TRIGGER carried_with_case BEFORE DELETE ON case_review.document_redactions FOR EACH ROW EXECUTE FUNCTION case_review.refuse_lost('documents', 'document_id')
trigger document_uploads.area_with_documents CREATE TRIGGER area_with_documents AFTER INSERT ON case_review.document_uploads FOR EACH ROW EXECUTE FUNCTION case_review.note_area_with_documents()
trigger documents.area_with_documents CREATE TRIGGER area_with_documents AFTER INSERT ON case_review.documents FOR EACH ROW EXECUTE FUNCTION case_review.note_area_with_documents()
trigger documents.carried_with_case CREATE TRIGGER carried_with_case BEFORE DELETE ON case_review.documents FOR EACH ROW EXECUTE FUNCTION case_review.refuse_lost()
trigger documents.damage_is_to_do CREATE TRIGGER damage_is_to_do AFTER UPDATE OF unreadable_at, state, answered_at ON case_review.documents FOR EACH ROW WHEN (((old.unreadable_at IS DISTINCT FROM new.unreadable_at) OR ((old.unreadable_at IS NOT NULL) AND ((old.state IS DISTINCT FROM new.state) OR (old.answered_at IS DISTINCT FROM new.answered_at))))) EXECUTE FUNCTION case_review.clock_of_damage()
trigger documents.scanned_only CREATE TRIGGER scanned_only BEFORE UPDATE ON case_review.documents FOR EACH ROW EXECUTE FUNCTION case_review.refuse_changed_document()
trigger family_answers.carried_with_case CREATE TRIGGER carried_with_case BEFORE DELETE ON case_review.family_answers FOR EACH ROW EXECUTE FUNCTION case_review.refuse_lost('family_questions', 'family_question_id')
trigger family_feedback.carried_with_case CREATE TRIGGER carried_with_case BEFORE DELETE ON case_review.family_feedback FOR EACH ROW EXECUTE FUNCTION case_review.refuse_lost()
trigger family_feedback.told_once CREATE TRIGGER told_once BEFORE UPDATE ON case_review.family_feedback FOR EACH ROW EXECUTE FUNCTION case_review.refuse_changed_feedback()
trigger family_feedback.told_rightly CREATE TRIGGER told_rightly BEFORE INSERT ON case_review.family_feedback FOR EACH ROW EXECUTE FUNCTION case_review.refuse_wrong_feedback()
trigger family_letters.carried_with_case CREATE TRIGGER carried_with_case BEFORE DELETE ON case_review.family_letters FOR EACH ROW EXECUTE FUNCTION case_review.refuse_lost()
trigger family_letters.finished_once CREATE TRIGGER finished_once BEFORE UPDATE ON case_review.family_letters FOR EACH ROW EXECUTE FUNCTION case_review.refuse_changed_letter()
trigger family_letters.written_rightly CREATE TRIGGER written_rightly BEFORE INSERT OR UPDATE ON case_review.family_letters FOR EACH ROW EXECUTE FUNCTION case_review.refuse_wrong_letter()
trigger family_member_entries.allowed_with_a_reason CREATE TRIGGER allowed_with_a_reason BEFORE INSERT ON case_review.family_member_entries FOR EACH ROW EXECUTE FUNCTION case_review.refuse_unsaid_contact()
trigger family_member_entries.brought_back_with_a_reason CREATE TRIGGER brought_back_with_a_reason BEFORE INSERT ON case_review.family_member_entries FOR EACH ROW EXECUTE FUNCTION case_review.refuse_unsaid_return()
trigger family_member_entries.carried_with_case CREATE TRIGGER carried_with_case BEFORE DELETE ON case_review.family_member_entries FOR EACH ROW EXECUTE FUNCTION case_review.refuse_lost('family_members', 'family_member_id')
trigger family_members.carried_with_case CREATE TRIGGER carried_with_case BEFORE DELETE ON case_review.family_members FOR EACH ROW EXECUTE FUNCTION case_review.refuse_lost()
trigger family_portraits.carried_with_case CREATE TRIGGER carried_with_case BEFORE DELETE ON case_review.family_portraits FOR EACH ROW EXECUTE FUNCTION case_review.refuse_lost()
trigger family_portraits.portrait_allowed CREATE TRIGGER portrait_allowed BEFORE INSERT ON case_review.family_portraits FOR EACH ROW EXECUTE FUNCTION case_review.refuse_wrong_portrait()
trigger family_questions.asked_once CREATE TRIGGER asked_once BEFORE UPDATE ON case_review.family_questions FOR EACH ROW EXECUTE FUNCTION case_review.refuse_changed_question()
trigger family_questions.carried_with_case CREATE TRIGGER carried_with_case BEFORE DELETE ON case_review.family_questions FOR EACH ROW EXECUTE FUNCTION case_review.refuse_lost()
trigger form_corrections.carried_with_case CREATE TRIGGER carried_with_case BEFORE DELETE ON case_review.form_corrections FOR EACH ROW EXECUTE FUNCTION case_review.refuse_lost('information_requests', 'information_request_id')
trigger form_corrections.returned_only CREATE TRIGGER returned_only BEFORE UPDATE ON case_review.form_corrections FOR EACH ROW EXECUTE FUNCTION case_review.refuse_changed_correction()
trigger form_sections.carried_with_case CREATE TRIGGER carried_with_case BEFORE DELETE ON case_review.form_sections FOR EACH ROW EXECUTE FUNCTION case_review.refuse_lost('information_requests', 'information_request_id')
trigger form_sections.filled_in_until_returned CREATE TRIGGER filled_in_until_returned BEFORE INSERT OR UPDATE ON case_review.form_sections FOR EACH ROW EXECUTE FUNCTION case_review.refuse_late_section()
trigger gaps.carried_with_case CREATE TRIGGER carried_with_case BEFORE DELETE ON case_review.gaps FOR EACH ROW EXECUTE FUNCTION case_review.refuse_lost('information_requests', 'information_request_id')
trigger gaps.seen_only CREATE TRIGGER seen_only BEFORE UPDATE ON case_review.gaps FOR EACH ROW EXECUTE FUNCTION case_review.refuse_changed_gap()
trigger hold_checks.carried_with_case CREATE TRIGGER carried_with_case BEFORE DELETE ON case_review.hold_checks FOR EACH ROW EXECUTE FUNCTION case_review.refuse_lost('holds', 'hold_id')
trigger holds.carried_with_case CREATE TRIGGER carried_with_case BEFORE DELETE ON case_review.holds FOR EACH ROW EXECUTE FUNCTION case_review.refuse_lost()
trigger holds.checked_and_ended_only CREATE TRIGGER checked_and_ended_only BEFORE UPDATE ON case_review.holds FOR EACH ROW EXECUTE FUNCTION case_review.refuse_changed_hold()
trigger information_requests.answered_once CREATE TRIGGER answered_once BEFORE UPDATE ON case_review.information_requests FOR EACH ROW EXECUTE FUNCTION case_review.refuse_second_return()
trigger information_requests.area_that_asks CREATE TRIGGER area_that_asks AFTER INSERT ON case_review.information_requests FOR EACH ROW EXECUTE FUNCTION case_review.note_area_that_asks()
trigger information_requests.carried_with_case CREATE TRIGGER carried_with_case BEFORE DELETE ON case_review.information_requests FOR EACH ROW EXECUTE FUNCTION case_review.refuse_lost()
trigger information_requests.confirmed_before_asked CREATE TRIGGER confirmed_before_asked BEFORE INSERT ON case_review.information_requests FOR EACH ROW EXECUTE FUNCTION case_review.refuse_unconfirmed()
trigger information_requests.decided_by_somebody CREATE TRIGGER decided_by_somebody BEFORE UPDATE OF state ON case_review.information_requests FOR EACH ROW EXECUTE FUNCTION case_review.refuse_undecided_return()
trigger information_requests.out_of_inbox CREATE TRIGGER out_of_inbox AFTER UPDATE OF state ON case_review.information_requests FOR EACH ROW WHEN ((new.state = ANY (ARRAY['recalled'::text, 'redirected'::text]))) EXECUTE FUNCTION case_review.take_out_of_inbox()
trigger information_requests.part_stays CREATE TRIGGER part_stays BEFORE UPDATE OF state ON case_review.information_requests FOR EACH ROW EXECUTE FUNCTION case_review.refuse_lost_part()
trigger kept_returns.carried_with_case CREATE TRIGGER carried_with_case BEFORE DELETE ON case_review.kept_returns FOR EACH ROW EXECUTE FUNCTION case_review.refuse_lost('information_requests', 'information_request_id')
trigger kept_scores.carried_with_case CREATE TRIGGER carried_with_case BEFORE DELETE ON case_review.kept_scores FOR EACH ROW EXECUTE FUNCTION case_review.refuse_lost()
trigger key_workers.carried_with_case CREATE TRIGGER carried_with_case BEFORE DELETE ON case_review.key_workers FOR EACH ROW EXECUTE FUNCTION case_review.refuse_lost()
trigger key_workers.ended_only CREATE TRIGGER ended_only BEFORE UPDATE ON case_review.key_workers FOR EACH ROW EXECUTE FUNCTION case_review.refuse_changed_key_worker()
trigger life_events.carried_with_case CREATE TRIGGER carried_with_case BEFORE DELETE ON case_review.life_events FOR EACH ROW EXECUTE FUNCTION case_review.refuse_lost()
trigger life_events.taken_out_once CREATE TRIGGER taken_out_once BEFORE UPDATE ON case_review.life_events FOR EACH ROW EXECUTE FUNCTION case_review.refuse_changed_life_event()
trigger link_codes.carried_with_case CREATE TRIGGER carried_with_case BEFORE DELETE ON case_review.link_codes FOR EACH ROW EXECUTE FUNCTION case_review.refuse_lost('information_requests', 'information_request_id')
trigger linked_proceedings.carried_with_case CREATE TRIGGER carried_with_case BEFORE DELETE ON case_review.linked_proceedings FOR EACH ROW EXECUTE FUNCTION case_review.refuse_lost()
trigger linked_proceedings.goes_on_and_ends_only CREATE TRIGGER goes_on_and_ends_only BEFORE UPDATE ON case_review.linked_proceedings FOR EACH ROW EXECUTE FUNCTION case_review.refuse_changed_proceeding()
trigger listing_warnings.carried_with_case CREATE TRIGGER carried_with_case BEFORE DELETE ON case_review.listing_warnings FOR EACH ROW EXECUTE FUNCTION case_review.refuse_lost()
trigger listings.not_cancelled CREATE TRIGGER not_cancelled BEFORE INSERT OR UPDATE ON case_review.listings FOR EACH ROW EXECUTE FUNCTION case_review.refuse_listing_on_cancelled()
trigger national_submissions.asked_for_first CREATE TRIGGER asked_for_first BEFORE INSERT ON case_review.national_submissions FOR EACH ROW EXECUTE FUNCTION case_review.refuse_unasked_submission()
trigger national_submissions.carried_with_case CREATE TRIGGER carried_with_case BEFORE DELETE ON case_review.national_submissions FOR EACH ROW EXECUTE FUNCTION case_review.refuse_lost()
trigger national_submissions.legal_steps_only CREATE TRIGGER legal_steps_only BEFORE UPDATE ON case_review.national_submissions FOR EACH ROW EXECUTE FUNCTION case_review.refuse_illegal_submission()
trigger national_submissions.not_before_it_began CREATE TRIGGER not_before_it_began BEFORE INSERT ON case_review.national_submissions FOR EACH ROW EXECUTE FUNCTION case_review.refuse_never_national()
trigger national_submissions.outcome_stays CREATE TRIGGER outcome_stays BEFORE UPDATE ON case_review.national_submissions FOR EACH ROW EXECUTE FUNCTION case_review.refuse_changed_outcome()
trigger national_submissions.reviewed_first CREATE TRIGGER reviewed_first BEFORE UPDATE ON case_review.national_submissions FOR EACH ROW EXECUTE FUNCTION case_review.refuse_unreviewed_submission()
trigger open_case_files.area_with_documents CREATE TRIGGER area_with_documents AFTER INSERT ON case_review.open_case_files FOR EACH ROW EXECUTE FUNCTION case_review.note_area_with_documents()
trigger open_case_files.scanned_first CREATE TRIGGER scanned_first BEFORE INSERT OR DELETE OR UPDATE ON case_review.open_case_files FOR EACH ROW EXECUTE FUNCTION case_review.refuse_changed_open_case_file()
trigger open_case_origins.carried_with_case CREATE TRIGGER carried_with_case BEFORE DELETE ON case_review.open_case_origins FOR EACH ROW EXECUTE FUNCTION case_review.refuse_lost()
trigger organisation_contacts.ended_only CREATE TRIGGER ended_only BEFORE UPDATE ON case_review.organisation_contacts FOR EACH ROW EXECUTE FUNCTION case_review.refuse_changed_contact()
trigger packs.pack_steps CREATE TRIGGER pack_steps BEFORE INSERT OR UPDATE ON case_review.packs FOR EACH ROW EXECUTE FUNCTION case_review.refuse_wrong_pack_step()
trigger panel_meetings.stays_as_decided CREATE TRIGGER stays_as_decided BEFORE UPDATE ON case_review.panel_meetings FOR EACH ROW EXECUTE FUNCTION case_review.refuse_changed_panel_meeting()
trigger panel_questions.carried_with_case CREATE TRIGGER carried_with_case BEFORE DELETE ON case_review.panel_questions FOR EACH ROW EXECUTE FUNCTION case_review.refuse_lost()
trigger panel_questions.settled_once CREATE TRIGGER settled_once BEFORE UPDATE ON case_review.panel_questions FOR EACH ROW EXECUTE FUNCTION case_review.refuse_second_answer()
trigger panel_year_plans.stays_as_confirmed CREATE TRIGGER stays_as_confirmed BEFORE UPDATE ON case_review.panel_year_plans FOR EACH ROW EXECUTE FUNCTION case_review.refuse_changed_year_plan()
trigger partial_returns.carried_with_case CREATE TRIGGER carried_with_case BEFORE DELETE ON case_review.partial_returns FOR EACH ROW EXECUTE FUNCTION case_review.refuse_lost('information_requests', 'information_request_id')
trigger partial_returns.waited_for CREATE TRIGGER waited_for BEFORE INSERT ON case_review.partial_returns FOR EACH ROW EXECUTE FUNCTION case_review.refuse_part_nobody_waits_for()
trigger proceeding_steps.carried_with_case CREATE TRIGGER carried_with_case BEFORE DELETE ON case_review.proceeding_steps FOR EACH ROW EXECUTE FUNCTION case_review.refuse_lost('linked_proceedings', 'proceeding_id')
trigger recalls.carried_with_case CREATE TRIGGER carried_with_case BEFORE DELETE ON case_review.recalls FOR EACH ROW EXECUTE FUNCTION case_review.refuse_lost()
trigger regional_answers.newer_word CREATE TRIGGER newer_word BEFORE UPDATE ON case_review.regional_answers FOR EACH ROW EXECUTE FUNCTION case_review.refuse_older_answer()
trigger regional_guests.host_sends_chairs CREATE TRIGGER host_sends_chairs BEFORE INSERT ON case_review.regional_guests FOR EACH ROW EXECUTE FUNCTION case_review.refuse_foreign_chair()
trigger regional_meetings.stays_arranged CREATE TRIGGER stays_arranged BEFORE UPDATE ON case_review.regional_meetings FOR EACH ROW EXECUTE FUNCTION case_review.refuse_changed_regional()
trigger reopenings.carried_with_case CREATE TRIGGER carried_with_case BEFORE DELETE ON case_review.reopenings FOR EACH ROW EXECUTE FUNCTION case_review.refuse_lost()
trigger reopenings.finished_first CREATE TRIGGER finished_first BEFORE INSERT ON case_review.reopenings FOR EACH ROW EXECUTE FUNCTION case_review.refuse_idle_reopening()
trigger reporting_forms.carried_with_case CREATE TRIGGER carried_with_case BEFORE DELETE ON case_review.reporting_forms FOR EACH ROW EXECUTE FUNCTION case_review.refuse_lost('information_requests', 'information_request_id')
trigger reporting_forms.filled_in_until_returned CREATE TRIGGER filled_in_until_returned BEFORE UPDATE ON case_review.reporting_forms FOR EACH ROW EXECUTE FUNCTION case_review.refuse_changed_return()
trigger request_batch_recipients.settled_once CREATE TRIGGER settled_once BEFORE UPDATE ON case_review.request_batch_recipients FOR EACH ROW EXECUTE FUNCTION case_review.refuse_second_outcome()
trigger request_forms.answered_until_returned CREATE TRIGGER answered_until_returned BEFORE UPDATE ON case_review.request_forms FOR EACH ROW EXECUTE FUNCTION case_review.refuse_changed_request_form()
trigger request_forms.carried_with_case CREATE TRIGGER carried_with_case BEFORE DELETE ON case_review.request_forms FOR EACH ROW EXECUTE FUNCTION case_review.refuse_lost('information_requests', 'information_request_id')
trigger request_forms.filled_in_until_returned CREATE TRIGGER filled_in_until_returned BEFORE UPDATE ON case_review.request_forms FOR EACH ROW EXECUTE FUNCTION case_review.refuse_changed_return()
trigger request_recipients.carried_with_case CREATE TRIGGER carried_with_case BEFORE DELETE ON case_review.request_recipients FOR EACH ROW EXECUTE FUNCTION case_review.refuse_lost('information_requests', 'information_request_id')
trigger return_decisions.carried_with_case CREATE TRIGGER carried_with_case BEFORE DELETE ON case_review.return_decisions FOR EACH ROW EXECUTE FUNCTION case_review.refuse_lost('information_requests', 'information_request_id')
trigger returned_forms.carried_with_case CREATE TRIGGER carried_with_case BEFORE DELETE ON case_review.returned_forms FOR EACH ROW EXECUTE FUNCTION case_review.refuse_lost('information_requests', 'information_request_id')
trigger review_meeting_invitations.carried_with_case CREATE TRIGGER carried_with_case BEFORE DELETE ON case_review.review_meeting_invitations FOR EACH ROW EXECUTE FUNCTION case_review.refuse_lost('review_meetings', 'review_meeting_id')
trigger review_meeting_lasts.carried_with_case CREATE TRIGGER carried_with_case BEFORE DELETE ON case_review.review_meeting_lasts FOR EACH ROW EXECUTE FUNCTION case_review.refuse_lost('review_meetings', 'review_meeting_id')
trigger review_meeting_notes.carried_with_case CREATE TRIGGER carried_with_case BEFORE DELETE ON case_review.review_meeting_notes FOR EACH ROW EXECUTE FUNCTION case_review.refuse_lost('review_meetings', 'review_meeting_id')
trigger review_meetings.carried_with_case CREATE TRIGGER carried_with_case BEFORE DELETE ON case_review.review_meetings FOR EACH ROW EXECUTE FUNCTION case_review.refuse_lost()
trigger review_meetings.held_or_cancelled_once CREATE TRIGGER held_or_cancelled_once BEFORE UPDATE ON case_review.review_meetings FOR EACH ROW EXECUTE FUNCTION case_review.refuse_changed_review_meeting()
trigger review_meetings.moves_case CREATE TRIGGER moves_case AFTER INSERT OR UPDATE OF planned_on, cancelled_at ON case_review.review_meetings FOR EACH ROW EXECUTE FUNCTION case_review.meeting_moves_case()
trigger review_meetings_not_held.carried_with_case CREATE TRIGGER carried_with_case BEFORE DELETE ON case_review.review_meetings_not_held FOR EACH ROW EXECUTE FUNCTION case_review.refuse_lost()
trigger settled_conflicts.carried_with_case CREATE TRIGGER carried_with_case BEFORE DELETE ON case_review.settled_conflicts FOR EACH ROW EXECUTE FUNCTION case_review.refuse_lost()
trigger told_entries.carried_with_case CREATE TRIGGER carried_with_case BEFORE DELETE ON case_review.told_entries FOR EACH ROW EXECUTE FUNCTION case_review.refuse_lost()
trigger transcriptions.carried_with_case CREATE TRIGGER carried_with_case BEFORE DELETE ON case_review.transcriptions FOR EACH ROW EXECUTE FUNCTION case_review.refuse_lost('information_requests', 'information_request_id')
trigger transcriptions.entered_until_recorded CREATE TRIGGER entered_until_recorded BEFORE UPDATE ON case_review.transcriptions FOR EACH ROW EXECUTE FUNCTION case_review.refuse_changed_transcription()
