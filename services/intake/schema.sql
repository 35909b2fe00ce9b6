-- Generated from the migrated schema; a test compares it.
table intake.area_directory [class: reference] rls=f forced=f
table intake.area_settings [class: tenant] rls=t forced=t
table intake.areas [class: tenant] rls=t forced=t
table intake.audit_chain [class: tenant] rls=t forced=t
table intake.audit_entries [class: tenant] rls=t forced=t
table intake.audit_unsealed [class: system] rls=f forced=f
table intake.cases [class: tenant] rls=t forced=t
table intake.children [class: tenant] rls=t forced=t
table intake.confirmations [class: tenant] rls=t forced=t
table intake.data_keys [class: tenant] rls=t forced=t
table intake.deliveries [class: tenant] rls=t forced=t
table intake.deprived_areas [class: reference] rls=f forced=f
table intake.discretion_decisions [class: tenant] rls=t forced=t
table intake.draft_codes [class: tenant] rls=t forced=t
table intake.draft_counts [class: tenant] rls=t forced=t
table intake.draft_links [class: system] rls=f forced=f
table intake.due_steps [class: system] rls=f forced=f
table intake.duplicate_reviews [class: tenant] rls=t forced=t
table intake.earlier_answers [class: tenant] rls=t forced=t
table intake.error_reports [class: tenant] rls=t forced=t
table intake.events [class: tenant] rls=t forced=t
table intake.idempotency_keys [class: tenant] rls=t forced=t
table intake.import_faults [class: tenant] rls=t forced=t
table intake.import_pieces [class: tenant] rls=t forced=t
table intake.import_rows [class: tenant] rls=t forced=t
table intake.imports [class: tenant] rls=t forced=t
table intake.inbox [class: tenant] rls=t forced=t
table intake.key_fingerprints [class: system] rls=f forced=f
table intake.match_keys [class: tenant] rls=t forced=t
table intake.match_people [class: tenant] rls=t forced=t
table intake.merges [class: tenant] rls=t forced=t
table intake.migrations [class: system] rls=f forced=f
table intake.national_notifications [class: tenant] rls=t forced=t
table intake.notification_drafts [class: tenant] rls=t forced=t
table intake.notifications [class: tenant] rls=t forced=t
table intake.on_call_fallbacks [class: tenant] rls=t forced=t
table intake.on_call_turns [class: tenant] rls=t forced=t
table intake.postcodes [class: reference] rls=f forced=f
table intake.readiness [class: system] rls=f forced=f
table intake.reference_loads [class: reference] rls=f forced=f
table intake.registered_death_keys [class: tenant] rls=t forced=t
table intake.registered_deaths [class: tenant] rls=t forced=t
table intake.registration_lists [class: tenant] rls=t forced=t
table intake.related_children [class: tenant] rls=t forced=t
table intake.related_keys [class: tenant] rls=t forced=t
table intake.related_records [class: tenant] rls=t forced=t
table intake.related_seen [class: tenant] rls=t forced=t
table intake.residency_decisions [class: tenant] rls=t forced=t
table intake.response_actions [class: tenant] rls=t forced=t
table intake.response_checks [class: tenant] rls=t forced=t
table intake.response_decisions [class: tenant] rls=t forced=t
table intake.response_keys [class: tenant] rls=t forced=t
table intake.response_meeting_notes [class: tenant] rls=t forced=t
table intake.response_meetings [class: tenant] rls=t forced=t
table intake.response_pages [class: tenant] rls=t forced=t
table intake.responses [class: tenant] rls=t forced=t
table intake.search_keys [class: tenant] rls=t forced=t
table intake.transfers [class: tenant] rls=t forced=t
table intake.transfers_due [class: system] rls=f forced=f
column area_directory.area_id uuid not null
column area_directory.authorities jsonb not null
column area_directory.code text not null
column area_directory.name text not null
column area_settings.area_id uuid not null
column area_settings.settings jsonb not null
column areas.area jsonb not null
column areas.area_id uuid not null
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
column cases.accepted_at timestamp with time zone not null
column cases.area_id uuid not null
column cases.case_id uuid not null
column cases.notification_id uuid not null
column cases.reference text not null
column children.area_id uuid not null
column children.birth_date_and_sex_index bytea not null
column children.case_id uuid not null
column children.hidden_at timestamp with time zone
column children.identity bytea not null
column children.nhs_number_index bytea
column confirmations.area_id uuid not null
column confirmations.death_by text not null
column confirmations.death_on date not null
column confirmations.death_time text
column confirmations.entry integer not null
column confirmations.identity_by text not null
column confirmations.identity_on date not null
column confirmations.identity_time text
column confirmations.names bytea not null
column confirmations.notification_id uuid not null
column confirmations.recorded_at timestamp with time zone not null
column confirmations.recorded_by uuid not null
column data_keys.area_id uuid not null
column data_keys.subject uuid not null
column data_keys.wrapped bytea not null
column deliveries.area_id uuid not null
column deliveries.attempts integer not null default 0
column deliveries.next_version bigint not null default 1
column deliveries.quarantined_at timestamp with time zone
column deliveries.reason text
column deliveries.subject uuid not null
column deliveries.subscriber text not null
column deprived_areas.decile integer not null
column deprived_areas.load_id integer not null
column deprived_areas.local_authority text not null
column deprived_areas.local_authority_name text not null
column deprived_areas.lsoa text not null
column deprived_areas.rank integer not null
column discretion_decisions.area_id uuid not null
column discretion_decisions.decided_at timestamp with time zone not null
column discretion_decisions.decided_by uuid not null
column discretion_decisions.decision text not null
column discretion_decisions.notification_id uuid not null
column discretion_decisions.version bigint not null
column draft_codes.area_id uuid not null
column draft_codes.draft_id uuid not null
column draft_codes.entered_at timestamp with time zone
column draft_codes.expires_at timestamp with time zone not null
column draft_codes.nonce bytea not null
column draft_codes.sent integer not null
column draft_codes.sent_since timestamp with time zone not null
column draft_codes.tries integer not null default 0
column draft_counts.area_id uuid not null
column draft_counts.counted integer not null
column draft_counts.since timestamp with time zone not null
column draft_counts.what text not null
column draft_counts.whose_hash bytea not null
column draft_links.area_id uuid not null
column draft_links.draft_id uuid not null
column draft_links.token_hash bytea not null
column due_steps.area_id uuid not null
column due_steps.due_at timestamp with time zone not null
column due_steps.step text not null
column due_steps.subject uuid not null
column duplicate_reviews.area_id uuid not null
column duplicate_reviews.candidate_area_id uuid not null
column duplicate_reviews.candidate_notification_id uuid not null
column duplicate_reviews.decided_at timestamp with time zone
column duplicate_reviews.decided_by uuid
column duplicate_reviews.id uuid not null
column duplicate_reviews.notification_id uuid not null
column duplicate_reviews.probability double precision
column duplicate_reviews.proposed_at timestamp with time zone not null
column duplicate_reviews.reasons jsonb not null
column duplicate_reviews.state text not null
column earlier_answers.answers bytea not null
column earlier_answers.area_id uuid not null
column earlier_answers.form_version text not null
column earlier_answers.notification_id uuid not null
column earlier_answers.replaced_at timestamp with time zone not null
column earlier_answers.replaced_by uuid
column earlier_answers.version bigint not null
column error_reports.area_id uuid not null
column error_reports.national_database_told boolean not null
column error_reports.notification_id uuid not null
column error_reports.reason text not null
column error_reports.reported_at timestamp with time zone not null
column error_reports.reported_by uuid not null
column events.area_id uuid not null
column events.id uuid not null
column events.payload jsonb not null
column events.recorded_at timestamp with time zone not null
column events.request_id uuid not null
column events.subject uuid not null
column events.type text not null
column events.version bigint not null
column idempotency_keys.actor text not null
column idempotency_keys.area_id uuid not null
column idempotency_keys.body_hash bytea not null
column idempotency_keys.key text not null
column idempotency_keys.outcome jsonb not null default 'null'::jsonb
column idempotency_keys.procedure text not null
column idempotency_keys.recorded_at timestamp with time zone not null
column import_faults.area_id uuid not null
column import_faults.column_name text
column import_faults.cure text not null
column import_faults.import_id uuid not null
column import_faults.position integer not null
column import_faults.row_number integer
column import_faults.says text not null
column import_faults.value_class text
column import_pieces.area_id uuid not null
column import_pieces.content bytea not null
column import_pieces.import_id uuid not null
column import_pieces.piece integer not null
column import_rows.area_id uuid not null
column import_rows.import_id uuid not null
column import_rows.nhs_number_index bytea
column import_rows.notification_id uuid
column import_rows.open_case boolean not null default false
column import_rows.received bytea
column import_rows.rest bytea
column import_rows.row_number integer not null
column imports.area_id uuid not null
column imports.began_at timestamp with time zone not null
column imports.began_by uuid not null
column imports.changed_at timestamp with time zone not null
column imports.confirmed_at timestamp with time zone
column imports.confirmed_by uuid
column imports.counts jsonb
column imports.ended_at timestamp with time zone
column imports.faults integer not null default 0
column imports.file_hash bytea
column imports.file_sha256 text
column imports.id uuid not null
column imports.last_row integer not null default 0
column imports.left_out integer not null default 0
column imports.mapping text not null
column imports.mapping_version text not null
column imports.pieces integer not null default 0
column imports.refusal text
column imports.rows_checked integer not null default 0
column imports.rows_received integer not null default 0
column imports.rows_total integer
column imports.same_as uuid
column imports.state text not null
column imports.wrapped bytea
column inbox.area_id uuid not null
column inbox.event_id uuid not null
column inbox.publisher text not null
column inbox.received_at timestamp with time zone not null
column inbox.subject uuid not null
column inbox.version bigint not null
column key_fingerprints.fingerprint text not null
column key_fingerprints.key_name text not null
column match_keys.area_id uuid not null
column match_keys.key bigint not null
column match_keys.notification_id uuid not null
column match_people.area_id uuid not null
column match_people.notification_id uuid not null
column match_people.person bytea not null
column merges.area_id uuid not null
column merges.confirmed_as bigint
column merges.decided_at timestamp with time zone
column merges.decided_by uuid
column merges.id uuid not null
column merges.identity bytea not null
column merges.merged_based_on uuid
column merges.merged_notification_id uuid not null
column merges.proposed_at timestamp with time zone not null
column merges.proposed_by uuid not null
column merges.provenance jsonb not null
column merges.review_id uuid not null
column merges.state text not null
column merges.surviving_based_on uuid
column merges.surviving_notification_id uuid not null
column merges.undone_at timestamp with time zone
column merges.undone_by uuid
column merges.version bigint not null
column migrations.applied_at timestamp with time zone not null default now()
column migrations.checksum text not null
column migrations.name text not null
column national_notifications.area_id uuid not null
column national_notifications.entry integer not null
column national_notifications.notification_id uuid not null
column national_notifications.receipt text
column national_notifications.recorded_at timestamp with time zone not null
column national_notifications.recorded_by uuid
column national_notifications.submission_id uuid
column national_notifications.taken_back text
column national_notifications.told_on date
column notification_drafts.answers bytea not null
column notification_drafts.area_id uuid not null
column notification_drafts.carried bytea
column notification_drafts.completes_notification_id uuid
column notification_drafts.completes_version bigint
column notification_drafts.ends_at timestamp with time zone not null
column notification_drafts.form_version text not null
column notification_drafts.id uuid not null
column notification_drafts.link_attempt integer not null default 0
column notification_drafts.mailbox bytea
column notification_drafts.notification_id uuid
column notification_drafts.page text
column notification_drafts.started_at timestamp with time zone not null
column notification_drafts.submitted_at timestamp with time zone
column notification_drafts.version bigint not null
column notification_drafts.wrapped bytea not null
column notifications.age_band text
column notifications.answers bytea not null
column notifications.area_id uuid not null
column notifications.birth_date_and_sex_index bytea
column notifications.case_id uuid
column notifications.decided_at timestamp with time zone
column notifications.died_by timestamp with time zone not null
column notifications.died_on date not null
column notifications.door text not null
column notifications.form_version text not null
column notifications.id uuid not null
column notifications.incomplete boolean not null
column notifications.known_by timestamp with time zone not null
column notifications.known_from text not null
column notifications.national_told_from timestamp with time zone
column notifications.national_told_on date
column notifications.national_within_hours integer not null
column notifications.nhs_number_index bytea
column notifications.notify_within_hours integer not null
column notifications.organisation_id uuid
column notifications.place_of_death text not null
column notifications.received_from timestamp with time zone not null
column notifications.received_on date not null
column notifications.scope_pending boolean not null
column notifications.state text not null
column notifications.submitted_at timestamp with time zone not null
column notifications.version bigint not null
column on_call_fallbacks.area_id uuid not null
column on_call_fallbacks.email text not null
column on_call_fallbacks.kept_at timestamp with time zone not null
column on_call_fallbacks.kept_by uuid not null
column on_call_fallbacks.name text not null
column on_call_turns.area_id uuid not null
column on_call_turns.email text not null
column on_call_turns.ended_at timestamp with time zone
column on_call_turns.from_at timestamp with time zone not null
column on_call_turns.kept_at timestamp with time zone not null
column on_call_turns.kept_by uuid not null
column on_call_turns.name text not null
column on_call_turns.part text not null
column on_call_turns.phone text
column on_call_turns.turn_id uuid not null
column on_call_turns.until_at timestamp with time zone not null
column on_call_turns.webhook text
column postcodes.icb text
column postcodes.introduced text
column postcodes.load_id integer not null
column postcodes.local_authority text
column postcodes.lsoa_2011 text
column postcodes.lsoa_2021 text
column postcodes.postcode text not null
column postcodes.ruc_2011 text
column postcodes.ruc_2021 text
column postcodes.terminated text
column readiness.committed_at timestamp with time zone not null
column readiness.only_row boolean not null default true
column reference_loads.began_at timestamp with time zone not null
column reference_loads.cleared_at timestamp with time zone
column reference_loads.edition text not null
column reference_loads.file_hash bytea not null
column reference_loads.id integer not null
column reference_loads.list text not null
column reference_loads.loaded_at timestamp with time zone
column reference_loads.part_only boolean not null
column reference_loads.pieces integer not null default 0
column reference_loads.rows integer not null default 0
column reference_loads.state text not null
column registered_death_keys.area_id uuid not null
column registered_death_keys.key bigint not null
column registered_death_keys.registered_death_id uuid not null
column registered_deaths.area_id uuid not null
column registered_deaths.by_coroner boolean not null
column registered_deaths.death bytea not null
column registered_deaths.decided_at timestamp with time zone
column registered_deaths.decided_by uuid
column registered_deaths.died_on date not null
column registered_deaths.entry_index bytea not null
column registered_deaths.id uuid not null
column registered_deaths.list_id uuid not null
column registered_deaths.nhs_number_index bytea
column registered_deaths.notification_id uuid
column registered_deaths.other_children uuid[] not null default '{}'::uuid[]
column registered_deaths.probability double precision
column registered_deaths.reason text
column registered_deaths.reasons jsonb not null default '[]'::jsonb
column registered_deaths.registered_on date not null
column registered_deaths.state text not null
column registered_deaths.version bigint not null
column registration_lists.area_id uuid not null
column registration_lists.deaths integer not null
column registration_lists.digest bytea not null
column registration_lists.id uuid not null
column registration_lists.loaded_at timestamp with time zone not null
column registration_lists.loaded_by uuid not null
column registration_lists.source text not null
column related_children.area_id uuid not null
column related_children.decided_at timestamp with time zone
column related_children.decided_by uuid
column related_children.first_notification_id uuid not null
column related_children.ground text
column related_children.id uuid not null
column related_children.kind text not null
column related_children.proposed_at timestamp with time zone not null
column related_children.reasons jsonb not null
column related_children.second_notification_id uuid not null
column related_children.state text not null
column related_children.told_at timestamp with time zone
column related_keys.area_id uuid not null
column related_keys.key bigint not null
column related_keys.notification_id uuid not null
column related_records.area_id uuid not null
column related_records.notification_id uuid not null
column related_records.record bytea not null
column related_seen.area_id uuid not null
column related_seen.person_id uuid not null
column related_seen.related_id uuid not null
column related_seen.seen_at timestamp with time zone not null
column residency_decisions.agreed_with_area uuid
column residency_decisions.area_id uuid not null
column residency_decisions.basis text not null
column residency_decisions.decided_at timestamp with time zone not null
column residency_decisions.decided_by uuid not null
column residency_decisions.local_authority text
column residency_decisions.lsoa text
column residency_decisions.notification_id uuid not null
column residency_decisions.version bigint not null
column response_actions.added_at timestamp with time zone not null
column response_actions.added_by uuid not null
column response_actions.area_id uuid not null
column response_actions.done_on date
column response_actions.done_recorded_at timestamp with time zone
column response_actions.done_recorded_by uuid
column response_actions.due_on date not null
column response_actions.response_action_id uuid not null
column response_actions.response_id uuid not null
column response_actions.written bytea not null
column response_checks.adequate boolean not null
column response_checks.area_id uuid not null
column response_checks.checked_at timestamp with time zone not null
column response_checks.checked_by uuid not null
column response_checks.lacking bytea
column response_checks.number integer not null
column response_checks.response_id uuid not null
column response_decisions.area_id uuid not null
column response_decisions.decided_at timestamp with time zone not null
column response_decisions.decision text not null
column response_decisions.number integer not null
column response_decisions.reason text
column response_decisions.recorded_at timestamp with time zone not null
column response_decisions.recorded_by uuid not null
column response_decisions.response_id uuid not null
column response_keys.area_id uuid not null
column response_keys.response_id uuid not null
column response_keys.wrapped bytea not null
column response_meeting_notes.area_id uuid not null
column response_meeting_notes.entry integer not null
column response_meeting_notes.recorded_at timestamp with time zone not null
column response_meeting_notes.recorded_by uuid not null
column response_meeting_notes.response_id uuid not null
column response_meeting_notes.response_meeting_id uuid not null
column response_meeting_notes.written bytea not null
column response_meetings.area_id uuid not null
column response_meetings.ends_at timestamp with time zone
column response_meetings.kind text not null
column response_meetings.not_held_note bytea
column response_meetings.not_held_reason text
column response_meetings.place bytea
column response_meetings.recorded_at timestamp with time zone not null
column response_meetings.recorded_by uuid not null
column response_meetings.response_id uuid not null
column response_meetings.response_meeting_id uuid not null
column response_meetings.sequence integer not null default 0
column response_meetings.starts_at timestamp with time zone
column response_meetings.state text not null
column response_meetings.version integer not null default 1
column response_pages.area_id uuid not null
column response_pages.email text not null
column response_pages.escalate_at timestamp with time zone not null
column response_pages.mailed_at timestamp with time zone
column response_pages.name text not null
column response_pages.posted_at timestamp with time zone
column response_pages.requested_at timestamp with time zone not null
column response_pages.response_id uuid not null
column response_pages.rung text not null
column response_pages.turn_id uuid
column response_pages.webhook text
column responses.acknowledged_at timestamp with time zone
column responses.acknowledged_by uuid
column responses.area_id uuid not null
column responses.began text not null
column responses.content bytea
column responses.destroy_on date
column responses.destroyed_at timestamp with time zone
column responses.joined_to uuid
column responses.led_by uuid
column responses.lived_on date
column responses.nobody_on_call boolean not null
column responses.notification_id uuid
column responses.opened_at timestamp with time zone not null
column responses.response_id uuid not null
column responses.state text not null
column responses.triggers text[] not null
column responses.version integer not null
column search_keys.area_id uuid not null
column search_keys.key bigint not null
column search_keys.notification_id uuid not null
column transfers.age_band text
column transfers.answered_at timestamp with time zone
column transfers.answered_by uuid
column transfers.area_id uuid not null
column transfers.case_id uuid
column transfers.case_reference text
column transfers.completed_at timestamp with time zone
column transfers.decline_reason text
column transfers.died_in text not null
column transfers.id uuid not null
column transfers.local_authority text not null
column transfers.notification_id uuid not null
column transfers.other_area_id uuid not null
column transfers.place_of_death text not null
column transfers.plan bytea not null
column transfers.reason text not null
column transfers.recalled_at timestamp with time zone
column transfers.recalled_by uuid
column transfers.requested_at timestamp with time zone not null
column transfers.requested_by uuid not null
column transfers.side text not null
column transfers.state text not null
column transfers.version bigint not null
column transfers_due.asked_area_id uuid not null
column transfers_due.asking_area_id uuid not null
column transfers_due.due_at timestamp with time zone not null
column transfers_due.transfer_id uuid not null
constraint area_directory.area_directory_area_id_not_null NOT NULL area_id
constraint area_directory.area_directory_authorities_not_null NOT NULL authorities
constraint area_directory.area_directory_code_not_null NOT NULL code
constraint area_directory.area_directory_name_not_null NOT NULL name
constraint area_directory.area_directory_pkey PRIMARY KEY (area_id)
constraint area_settings.area_settings_area_id_not_null NOT NULL area_id
constraint area_settings.area_settings_pkey PRIMARY KEY (area_id)
constraint area_settings.area_settings_settings_not_null NOT NULL settings
constraint areas.areas_area_id_not_null NOT NULL area_id
constraint areas.areas_area_not_null NOT NULL area
constraint areas.areas_pkey PRIMARY KEY (area_id)
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
constraint cases.cases_accepted_at_not_null NOT NULL accepted_at
constraint cases.cases_area_id_not_null NOT NULL area_id
constraint cases.cases_area_id_notification_id_key UNIQUE (area_id, notification_id)
constraint cases.cases_area_id_reference_key UNIQUE (area_id, reference)
constraint cases.cases_case_id_not_null NOT NULL case_id
constraint cases.cases_notification_id_not_null NOT NULL notification_id
constraint cases.cases_pkey PRIMARY KEY (area_id, case_id)
constraint cases.cases_reference_not_null NOT NULL reference
constraint children.children_area_id_case_id_fkey FOREIGN KEY (area_id, case_id) REFERENCES intake.cases(area_id, case_id)
constraint children.children_area_id_not_null NOT NULL area_id
constraint children.children_birth_date_and_sex_index_not_null NOT NULL birth_date_and_sex_index
constraint children.children_case_id_not_null NOT NULL case_id
constraint children.children_identity_not_null NOT NULL identity
constraint children.children_pkey PRIMARY KEY (area_id, case_id)
constraint confirmations.confirmations_area_id_not_null NOT NULL area_id
constraint confirmations.confirmations_area_id_notification_id_fkey FOREIGN KEY (area_id, notification_id) REFERENCES intake.notifications(area_id, id)
constraint confirmations.confirmations_death_by_check CHECK ((death_by ~ '^[a-z]+(-[a-z]+)*$'::text))
constraint confirmations.confirmations_death_by_not_null NOT NULL death_by
constraint confirmations.confirmations_death_on_not_null NOT NULL death_on
constraint confirmations.confirmations_death_time_check CHECK ((death_time ~ '^\d\d:\d\d$'::text))
constraint confirmations.confirmations_entry_check CHECK ((entry > 0))
constraint confirmations.confirmations_entry_not_null NOT NULL entry
constraint confirmations.confirmations_identity_by_check CHECK ((identity_by ~ '^[a-z]+(-[a-z]+)*$'::text))
constraint confirmations.confirmations_identity_by_not_null NOT NULL identity_by
constraint confirmations.confirmations_identity_on_not_null NOT NULL identity_on
constraint confirmations.confirmations_identity_time_check CHECK ((identity_time ~ '^\d\d:\d\d$'::text))
constraint confirmations.confirmations_names_not_null NOT NULL names
constraint confirmations.confirmations_notification_id_not_null NOT NULL notification_id
constraint confirmations.confirmations_pkey PRIMARY KEY (area_id, notification_id, entry)
constraint confirmations.confirmations_recorded_at_not_null NOT NULL recorded_at
constraint confirmations.confirmations_recorded_by_not_null NOT NULL recorded_by
constraint data_keys.data_keys_area_id_not_null NOT NULL area_id
constraint data_keys.data_keys_pkey PRIMARY KEY (area_id, subject)
constraint data_keys.data_keys_subject_not_null NOT NULL subject
constraint data_keys.data_keys_wrapped_not_null NOT NULL wrapped
constraint deliveries.deliveries_area_id_not_null NOT NULL area_id
constraint deliveries.deliveries_attempts_not_null NOT NULL attempts
constraint deliveries.deliveries_next_version_check CHECK ((next_version > 0))
constraint deliveries.deliveries_next_version_not_null NOT NULL next_version
constraint deliveries.deliveries_pkey PRIMARY KEY (area_id, subscriber, subject)
constraint deliveries.deliveries_reason_check CHECK ((length(reason) <= 200))
constraint deliveries.deliveries_subject_not_null NOT NULL subject
constraint deliveries.deliveries_subscriber_not_null NOT NULL subscriber
constraint deprived_areas.deprived_areas_decile_check CHECK (((decile >= 1) AND (decile <= 10)))
constraint deprived_areas.deprived_areas_decile_not_null NOT NULL decile
constraint deprived_areas.deprived_areas_load_id_fkey FOREIGN KEY (load_id) REFERENCES intake.reference_loads(id)
constraint deprived_areas.deprived_areas_load_id_not_null NOT NULL load_id
constraint deprived_areas.deprived_areas_local_authority_name_not_null NOT NULL local_authority_name
constraint deprived_areas.deprived_areas_local_authority_not_null NOT NULL local_authority
constraint deprived_areas.deprived_areas_lsoa_not_null NOT NULL lsoa
constraint deprived_areas.deprived_areas_pkey PRIMARY KEY (load_id, lsoa)
constraint deprived_areas.deprived_areas_rank_check CHECK ((rank > 0))
constraint deprived_areas.deprived_areas_rank_not_null NOT NULL rank
constraint discretion_decisions.discretion_decisions_area_id_not_null NOT NULL area_id
constraint discretion_decisions.discretion_decisions_area_id_notification_id_fkey FOREIGN KEY (area_id, notification_id) REFERENCES intake.notifications(area_id, id)
constraint discretion_decisions.discretion_decisions_decided_at_not_null NOT NULL decided_at
constraint discretion_decisions.discretion_decisions_decided_by_not_null NOT NULL decided_by
constraint discretion_decisions.discretion_decisions_decision_check CHECK ((decision = ANY (ARRAY['review'::text, 'not-reviewed'::text])))
constraint discretion_decisions.discretion_decisions_decision_not_null NOT NULL decision
constraint discretion_decisions.discretion_decisions_notification_id_not_null NOT NULL notification_id
constraint discretion_decisions.discretion_decisions_pkey PRIMARY KEY (area_id, notification_id, version)
constraint discretion_decisions.discretion_decisions_version_check CHECK ((version > 1))
constraint discretion_decisions.discretion_decisions_version_not_null NOT NULL version
constraint draft_codes.draft_codes_area_id_not_null NOT NULL area_id
constraint draft_codes.draft_codes_draft_id_not_null NOT NULL draft_id
constraint draft_codes.draft_codes_expires_at_not_null NOT NULL expires_at
constraint draft_codes.draft_codes_nonce_not_null NOT NULL nonce
constraint draft_codes.draft_codes_pkey PRIMARY KEY (area_id, draft_id)
constraint draft_codes.draft_codes_sent_check CHECK ((sent > 0))
constraint draft_codes.draft_codes_sent_not_null NOT NULL sent
constraint draft_codes.draft_codes_sent_since_not_null NOT NULL sent_since
constraint draft_codes.draft_codes_tries_check CHECK (((tries >= 0) AND (tries <= 5)))
constraint draft_codes.draft_codes_tries_not_null NOT NULL tries
constraint draft_counts.draft_counts_area_id_not_null NOT NULL area_id
constraint draft_counts.draft_counts_counted_check CHECK ((counted > 0))
constraint draft_counts.draft_counts_counted_not_null NOT NULL counted
constraint draft_counts.draft_counts_pkey PRIMARY KEY (area_id, what, whose_hash)
constraint draft_counts.draft_counts_since_not_null NOT NULL since
constraint draft_counts.draft_counts_what_check CHECK ((what = ANY (ARRAY['begun-in-area'::text, 'begun-by-visitor'::text, 'mailed'::text])))
constraint draft_counts.draft_counts_what_not_null NOT NULL what
constraint draft_counts.draft_counts_whose_hash_not_null NOT NULL whose_hash
constraint draft_links.draft_links_area_id_not_null NOT NULL area_id
constraint draft_links.draft_links_draft_id_not_null NOT NULL draft_id
constraint draft_links.draft_links_pkey PRIMARY KEY (token_hash)
constraint draft_links.draft_links_token_hash_not_null NOT NULL token_hash
constraint due_steps.due_steps_area_id_not_null NOT NULL area_id
constraint due_steps.due_steps_due_at_not_null NOT NULL due_at
constraint due_steps.due_steps_pkey PRIMARY KEY (area_id, subject, step)
constraint due_steps.due_steps_step_check CHECK ((step = ANY (ARRAY['page'::text, 'destroy'::text])))
constraint due_steps.due_steps_step_not_null NOT NULL step
constraint due_steps.due_steps_subject_not_null NOT NULL subject
constraint duplicate_reviews.duplicate_reviews_area_id_not_null NOT NULL area_id
constraint duplicate_reviews.duplicate_reviews_area_id_notification_id_fkey FOREIGN KEY (area_id, notification_id) REFERENCES intake.notifications(area_id, id)
constraint duplicate_reviews.duplicate_reviews_candidate_area_id_not_null NOT NULL candidate_area_id
constraint duplicate_reviews.duplicate_reviews_candidate_notification_id_not_null NOT NULL candidate_notification_id
constraint duplicate_reviews.duplicate_reviews_check CHECK ((notification_id <> candidate_notification_id))
constraint duplicate_reviews.duplicate_reviews_check1 CHECK (((state = 'open'::text) = (decided_at IS NULL)))
constraint duplicate_reviews.duplicate_reviews_check2 CHECK (((decided_at IS NULL) = (decided_by IS NULL)))
constraint duplicate_reviews.duplicate_reviews_check4 CHECK (((candidate_area_id = area_id) OR (reasons = '[]'::jsonb)))
constraint duplicate_reviews.duplicate_reviews_id_not_null NOT NULL id
constraint duplicate_reviews.duplicate_reviews_notification_id_not_null NOT NULL notification_id
constraint duplicate_reviews.duplicate_reviews_pkey PRIMARY KEY (area_id, id)
constraint duplicate_reviews.duplicate_reviews_probability_check CHECK (((probability >= (0)::double precision) AND (probability <= (1)::double precision)))
constraint duplicate_reviews.duplicate_reviews_proposed_at_not_null NOT NULL proposed_at
constraint duplicate_reviews.duplicate_reviews_reasons_not_null NOT NULL reasons
constraint duplicate_reviews.duplicate_reviews_state_check CHECK ((state = ANY (ARRAY['open'::text, 'same'::text, 'different'::text, 'unsure'::text])))
constraint duplicate_reviews.duplicate_reviews_state_not_null NOT NULL state
constraint duplicate_reviews.no_probability_across_areas CHECK (((candidate_area_id = area_id) OR (probability IS NULL)))
constraint earlier_answers.earlier_answers_answers_not_null NOT NULL answers
constraint earlier_answers.earlier_answers_area_id_not_null NOT NULL area_id
constraint earlier_answers.earlier_answers_area_id_notification_id_fkey FOREIGN KEY (area_id, notification_id) REFERENCES intake.notifications(area_id, id)
constraint earlier_answers.earlier_answers_form_version_not_null NOT NULL form_version
constraint earlier_answers.earlier_answers_notification_id_not_null NOT NULL notification_id
constraint earlier_answers.earlier_answers_pkey PRIMARY KEY (area_id, notification_id, version)
constraint earlier_answers.earlier_answers_replaced_at_not_null NOT NULL replaced_at
constraint earlier_answers.earlier_answers_version_check CHECK ((version > 0))
constraint earlier_answers.earlier_answers_version_not_null NOT NULL version
constraint error_reports.error_reports_area_id_not_null NOT NULL area_id
constraint error_reports.error_reports_area_id_notification_id_fkey FOREIGN KEY (area_id, notification_id) REFERENCES intake.notifications(area_id, id)
constraint error_reports.error_reports_national_database_told_not_null NOT NULL national_database_told
constraint error_reports.error_reports_notification_id_not_null NOT NULL notification_id
constraint error_reports.error_reports_pkey PRIMARY KEY (area_id, notification_id)
constraint error_reports.error_reports_reason_check CHECK ((reason ~ '^[a-z]+(-[a-z]+)*$'::text))
constraint error_reports.error_reports_reason_not_null NOT NULL reason
constraint error_reports.error_reports_reported_at_not_null NOT NULL reported_at
constraint error_reports.error_reports_reported_by_not_null NOT NULL reported_by
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
constraint idempotency_keys.idempotency_keys_actor_not_null NOT NULL actor
constraint idempotency_keys.idempotency_keys_area_id_not_null NOT NULL area_id
constraint idempotency_keys.idempotency_keys_body_hash_not_null NOT NULL body_hash
constraint idempotency_keys.idempotency_keys_key_check CHECK (((length(key) >= 8) AND (length(key) <= 100)))
constraint idempotency_keys.idempotency_keys_key_not_null NOT NULL key
constraint idempotency_keys.idempotency_keys_outcome_not_null NOT NULL outcome
constraint idempotency_keys.idempotency_keys_pkey PRIMARY KEY (area_id, actor, procedure, key)
constraint idempotency_keys.idempotency_keys_procedure_not_null NOT NULL procedure
constraint idempotency_keys.idempotency_keys_recorded_at_not_null NOT NULL recorded_at
constraint import_faults.import_faults_area_id_import_id_fkey FOREIGN KEY (area_id, import_id) REFERENCES intake.imports(area_id, id)
constraint import_faults.import_faults_area_id_not_null NOT NULL area_id
constraint import_faults.import_faults_column_name_check CHECK ((length(column_name) <= 100))
constraint import_faults.import_faults_cure_check CHECK ((length(cure) <= 3000))
constraint import_faults.import_faults_cure_not_null NOT NULL cure
constraint import_faults.import_faults_import_id_not_null NOT NULL import_id
constraint import_faults.import_faults_pkey PRIMARY KEY (area_id, import_id, "position")
constraint import_faults.import_faults_position_not_null NOT NULL "position"
constraint import_faults.import_faults_says_check CHECK ((length(says) <= 500))
constraint import_faults.import_faults_says_not_null NOT NULL says
constraint import_faults.import_faults_value_class_check CHECK ((length(value_class) <= 40))
constraint import_pieces.import_pieces_area_id_import_id_fkey FOREIGN KEY (area_id, import_id) REFERENCES intake.imports(area_id, id)
constraint import_pieces.import_pieces_area_id_not_null NOT NULL area_id
constraint import_pieces.import_pieces_content_not_null NOT NULL content
constraint import_pieces.import_pieces_import_id_not_null NOT NULL import_id
constraint import_pieces.import_pieces_piece_check CHECK ((piece >= 0))
constraint import_pieces.import_pieces_piece_not_null NOT NULL piece
constraint import_pieces.import_pieces_pkey PRIMARY KEY (area_id, import_id, piece)
constraint import_rows.import_rows_area_id_import_id_fkey FOREIGN KEY (area_id, import_id) REFERENCES intake.imports(area_id, id)
constraint import_rows.import_rows_area_id_not_null NOT NULL area_id
constraint import_rows.import_rows_area_id_notification_id_fkey FOREIGN KEY (area_id, notification_id) REFERENCES intake.notifications(area_id, id)
constraint import_rows.import_rows_check CHECK (((received IS NULL) = (notification_id IS NOT NULL)))
constraint import_rows.import_rows_check1 CHECK (((notification_id IS NULL) OR (nhs_number_index IS NULL)))
constraint import_rows.import_rows_import_id_not_null NOT NULL import_id
constraint import_rows.import_rows_open_case_not_null NOT NULL open_case
constraint import_rows.import_rows_pkey PRIMARY KEY (area_id, import_id, row_number)
constraint import_rows.import_rows_rest CHECK (((rest IS NULL) OR (open_case AND (received IS NOT NULL))))
constraint import_rows.import_rows_row_number_check CHECK ((row_number > 1))
constraint import_rows.import_rows_row_number_not_null NOT NULL row_number
constraint imports.imports_area_id_not_null NOT NULL area_id
constraint imports.imports_area_id_same_as_fkey FOREIGN KEY (area_id, same_as) REFERENCES intake.imports(area_id, id)
constraint imports.imports_began_at_not_null NOT NULL began_at
constraint imports.imports_began_by_not_null NOT NULL began_by
constraint imports.imports_changed_at_not_null NOT NULL changed_at
constraint imports.imports_check CHECK (((wrapped IS NULL) = (state = ANY (ARRAY['refused'::text, 'done'::text, 'cancelled'::text]))))
constraint imports.imports_check1 CHECK (((ended_at IS NULL) = (state = ANY (ARRAY['uploading'::text, 'checking'::text, 'ready'::text, 'confirmed'::text]))))
constraint imports.imports_check2 CHECK (((confirmed_at IS NULL) = (state <> ALL (ARRAY['confirmed'::text, 'done'::text]))))
constraint imports.imports_check3 CHECK (((confirmed_by IS NULL) = (confirmed_at IS NULL)))
constraint imports.imports_check4 CHECK (((state <> ALL (ARRAY['ready'::text, 'confirmed'::text, 'done'::text])) OR ((faults = 0) AND (refusal IS NULL) AND (file_hash IS NOT NULL) AND (rows_checked = rows_total))))
constraint imports.imports_check5 CHECK (((rows_received = 0) OR (state = ANY (ARRAY['confirmed'::text, 'done'::text]))))
constraint imports.imports_check6 CHECK (((state <> 'done'::text) OR (rows_received = rows_total)))
constraint imports.imports_faults_not_null NOT NULL faults
constraint imports.imports_file_sha256_check CHECK ((file_sha256 ~ '^[0-9a-f]{64}$'::text))
constraint imports.imports_id_not_null NOT NULL id
constraint imports.imports_last_row_not_null NOT NULL last_row
constraint imports.imports_left_out_not_null NOT NULL left_out
constraint imports.imports_mapping_not_null NOT NULL mapping
constraint imports.imports_mapping_version_not_null NOT NULL mapping_version
constraint imports.imports_pieces_check CHECK ((pieces >= 0))
constraint imports.imports_pieces_not_null NOT NULL pieces
constraint imports.imports_pkey PRIMARY KEY (area_id, id)
constraint imports.imports_rows_checked_not_null NOT NULL rows_checked
constraint imports.imports_rows_received_not_null NOT NULL rows_received
constraint imports.imports_rows_total_check CHECK ((rows_total > 0))
constraint imports.imports_state_check CHECK ((state = ANY (ARRAY['uploading'::text, 'checking'::text, 'refused'::text, 'ready'::text, 'confirmed'::text, 'done'::text, 'cancelled'::text])))
constraint imports.imports_state_not_null NOT NULL state
constraint inbox.inbox_area_id_not_null NOT NULL area_id
constraint inbox.inbox_event_id_not_null NOT NULL event_id
constraint inbox.inbox_pkey PRIMARY KEY (area_id, event_id)
constraint inbox.inbox_publisher_not_null NOT NULL publisher
constraint inbox.inbox_received_at_not_null NOT NULL received_at
constraint inbox.inbox_subject_not_null NOT NULL subject
constraint inbox.inbox_version_not_null NOT NULL version
constraint key_fingerprints.key_fingerprints_fingerprint_not_null NOT NULL fingerprint
constraint key_fingerprints.key_fingerprints_key_name_not_null NOT NULL key_name
constraint key_fingerprints.key_fingerprints_pkey PRIMARY KEY (key_name)
constraint match_keys.match_keys_area_id_not_null NOT NULL area_id
constraint match_keys.match_keys_key_not_null NOT NULL key
constraint match_keys.match_keys_notification_id_not_null NOT NULL notification_id
constraint match_keys.match_keys_pkey PRIMARY KEY (area_id, notification_id, key)
constraint match_people.match_people_area_id_not_null NOT NULL area_id
constraint match_people.match_people_area_id_notification_id_fkey FOREIGN KEY (area_id, notification_id) REFERENCES intake.notifications(area_id, id)
constraint match_people.match_people_notification_id_not_null NOT NULL notification_id
constraint match_people.match_people_person_not_null NOT NULL person
constraint match_people.match_people_pkey PRIMARY KEY (area_id, notification_id)
constraint merges.merges_area_id_merged_notification_id_fkey FOREIGN KEY (area_id, merged_notification_id) REFERENCES intake.notifications(area_id, id)
constraint merges.merges_area_id_not_null NOT NULL area_id
constraint merges.merges_area_id_review_id_fkey FOREIGN KEY (area_id, review_id) REFERENCES intake.duplicate_reviews(area_id, id)
constraint merges.merges_area_id_surviving_notification_id_fkey FOREIGN KEY (area_id, surviving_notification_id) REFERENCES intake.notifications(area_id, id)
constraint merges.merges_check CHECK ((merged_notification_id <> surviving_notification_id))
constraint merges.merges_check1 CHECK (((state = 'proposed'::text) = (decided_at IS NULL)))
constraint merges.merges_check2 CHECK (((decided_at IS NULL) = (decided_by IS NULL)))
constraint merges.merges_check3 CHECK (((state = 'undone'::text) = (undone_at IS NOT NULL)))
constraint merges.merges_check4 CHECK (((undone_at IS NULL) = (undone_by IS NULL)))
constraint merges.merges_check5 CHECK (((state = ANY (ARRAY['confirmed'::text, 'undone'::text])) = (confirmed_as IS NOT NULL)))
constraint merges.merges_check6 CHECK (((state <> ALL (ARRAY['confirmed'::text, 'declined'::text, 'undone'::text])) OR (decided_by <> proposed_by)))
constraint merges.merges_check7 CHECK (((state <> 'withdrawn'::text) OR (decided_by = proposed_by)))
constraint merges.merges_id_not_null NOT NULL id
constraint merges.merges_identity_not_null NOT NULL identity
constraint merges.merges_merged_notification_id_not_null NOT NULL merged_notification_id
constraint merges.merges_pkey PRIMARY KEY (area_id, id)
constraint merges.merges_proposed_at_not_null NOT NULL proposed_at
constraint merges.merges_proposed_by_not_null NOT NULL proposed_by
constraint merges.merges_provenance_not_null NOT NULL provenance
constraint merges.merges_review_id_not_null NOT NULL review_id
constraint merges.merges_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'confirmed'::text, 'declined'::text, 'withdrawn'::text, 'undone'::text])))
constraint merges.merges_state_not_null NOT NULL state
constraint merges.merges_surviving_notification_id_not_null NOT NULL surviving_notification_id
constraint merges.merges_version_check CHECK ((version > 0))
constraint merges.merges_version_not_null NOT NULL version
constraint migrations.migrations_applied_at_not_null NOT NULL applied_at
constraint migrations.migrations_checksum_not_null NOT NULL checksum
constraint migrations.migrations_name_not_null NOT NULL name
constraint migrations.migrations_pkey PRIMARY KEY (name)
constraint national_notifications.by_hand_or_by_receipt CHECK ((((recorded_by IS NULL) = (receipt IS NOT NULL)) AND ((receipt IS NULL) = (submission_id IS NULL))))
constraint national_notifications.national_notifications_area_id_not_null NOT NULL area_id
constraint national_notifications.national_notifications_area_id_notification_id_fkey FOREIGN KEY (area_id, notification_id) REFERENCES intake.notifications(area_id, id)
constraint national_notifications.national_notifications_entry_check CHECK ((entry > 0))
constraint national_notifications.national_notifications_entry_not_null NOT NULL entry
constraint national_notifications.national_notifications_notification_id_not_null NOT NULL notification_id
constraint national_notifications.national_notifications_pkey PRIMARY KEY (area_id, notification_id, entry)
constraint national_notifications.national_notifications_receipt_check CHECK (((length(receipt) >= 1) AND (length(receipt) <= 100)))
constraint national_notifications.national_notifications_recorded_at_not_null NOT NULL recorded_at
constraint national_notifications.national_notifications_taken_back_check CHECK ((taken_back = ANY (ARRAY['nobody-told'::text, 'another-death'::text, 'recorded-by-mistake'::text])))
constraint national_notifications.taken_back_by_hand CHECK (((taken_back IS NULL) OR (receipt IS NULL)))
constraint national_notifications.told_or_taken_back CHECK (((told_on IS NULL) = (taken_back IS NOT NULL)))
constraint notification_drafts.completes_a_notification FOREIGN KEY (area_id, completes_notification_id) REFERENCES intake.notifications(area_id, id)
constraint notification_drafts.completes_one_version CHECK (((completes_notification_id IS NULL) = (completes_version IS NULL)))
constraint notification_drafts.notification_drafts_answers_not_null NOT NULL answers
constraint notification_drafts.notification_drafts_area_id_not_null NOT NULL area_id
constraint notification_drafts.notification_drafts_check CHECK ((started_at < ends_at))
constraint notification_drafts.notification_drafts_check1 CHECK (((notification_id IS NULL) = (submitted_at IS NULL)))
constraint notification_drafts.notification_drafts_ends_at_not_null NOT NULL ends_at
constraint notification_drafts.notification_drafts_form_version_not_null NOT NULL form_version
constraint notification_drafts.notification_drafts_id_not_null NOT NULL id
constraint notification_drafts.notification_drafts_link_attempt_check CHECK ((link_attempt >= 0))
constraint notification_drafts.notification_drafts_link_attempt_not_null NOT NULL link_attempt
constraint notification_drafts.notification_drafts_pkey PRIMARY KEY (area_id, id)
constraint notification_drafts.notification_drafts_started_at_not_null NOT NULL started_at
constraint notification_drafts.notification_drafts_version_check CHECK ((version > 0))
constraint notification_drafts.notification_drafts_version_not_null NOT NULL version
constraint notification_drafts.notification_drafts_wrapped_not_null NOT NULL wrapped
constraint notifications.known_after_death CHECK ((known_by >= died_by))
constraint notifications.notifications_answers_not_null NOT NULL answers
constraint notifications.notifications_area_id_case_id_fkey FOREIGN KEY (area_id, case_id) REFERENCES intake.cases(area_id, case_id)
constraint notifications.notifications_area_id_not_null NOT NULL area_id
constraint notifications.notifications_case_once_accepted CHECK (
CASE state
    WHEN 'accepted'::text THEN (case_id IS NOT NULL)
    WHEN 'reported-in-error'::text THEN true
    WHEN 'transferred'::text THEN true
    ELSE (case_id IS NULL)
END)
constraint notifications.notifications_check1 CHECK (((state = 'received'::text) = (decided_at IS NULL)))
constraint notifications.notifications_check2 CHECK ((died_on <= received_on))
constraint notifications.notifications_died_by_not_null NOT NULL died_by
constraint notifications.notifications_died_on_not_null NOT NULL died_on
constraint notifications.notifications_door_check CHECK ((door = ANY (ARRAY['coordinator'::text, 'public-link'::text, 'rest'::text, 'fhir'::text, 'neonatal-surveillance'::text, 'import'::text])))
constraint notifications.notifications_door_not_null NOT NULL door
constraint notifications.notifications_form_version_not_null NOT NULL form_version
constraint notifications.notifications_id_not_null NOT NULL id
constraint notifications.notifications_incomplete_not_null NOT NULL incomplete
constraint notifications.notifications_known_by_not_null NOT NULL known_by
constraint notifications.notifications_known_from_check CHECK ((known_from = ANY (ARRAY['time-of-death'::text, 'day-of-death'::text, 'day-it-was-known'::text])))
constraint notifications.notifications_known_from_not_null NOT NULL known_from
constraint notifications.notifications_national_within_hours_check CHECK (((national_within_hours >= 1) AND (national_within_hours <= 168)))
constraint notifications.notifications_national_within_hours_not_null NOT NULL national_within_hours
constraint notifications.notifications_notify_within_hours_check CHECK (((notify_within_hours >= 1) AND (notify_within_hours <= 168)))
constraint notifications.notifications_notify_within_hours_not_null NOT NULL notify_within_hours
constraint notifications.notifications_pkey PRIMARY KEY (area_id, id)
constraint notifications.notifications_place_of_death_not_null NOT NULL place_of_death
constraint notifications.notifications_received_from_not_null NOT NULL received_from
constraint notifications.notifications_received_on_not_null NOT NULL received_on
constraint notifications.notifications_scope_outcome_not_null NOT NULL scope_pending
constraint notifications.notifications_state_check CHECK ((state = ANY (ARRAY['received'::text, 'accepted'::text, 'out-of-scope'::text, 'reported-in-error'::text, 'duplicate'::text, 'transferred'::text])))
constraint notifications.notifications_state_not_null NOT NULL state
constraint notifications.notifications_stub_is_empty CHECK (((state <> 'transferred'::text) OR ((answers = '\x'::bytea) AND (nhs_number_index IS NULL) AND (birth_date_and_sex_index IS NULL))))
constraint notifications.notifications_submitted_at_not_null NOT NULL submitted_at
constraint notifications.notifications_version_check CHECK ((version > 0))
constraint notifications.notifications_version_not_null NOT NULL version
constraint notifications.organisation_by_machine CHECK (((organisation_id IS NULL) OR (door = ANY (ARRAY['rest'::text, 'fhir'::text, 'neonatal-surveillance'::text]))))
constraint notifications.told_from_a_day CHECK (((national_told_on IS NULL) = (national_told_from IS NULL)))
constraint on_call_fallbacks.on_call_fallbacks_area_id_not_null NOT NULL area_id
constraint on_call_fallbacks.on_call_fallbacks_email_not_null NOT NULL email
constraint on_call_fallbacks.on_call_fallbacks_kept_at_not_null NOT NULL kept_at
constraint on_call_fallbacks.on_call_fallbacks_kept_by_not_null NOT NULL kept_by
constraint on_call_fallbacks.on_call_fallbacks_name_not_null NOT NULL name
constraint on_call_fallbacks.on_call_fallbacks_pkey PRIMARY KEY (area_id)
constraint on_call_turns.on_call_turns_area_id_not_null NOT NULL area_id
constraint on_call_turns.on_call_turns_check CHECK ((from_at < until_at))
constraint on_call_turns.on_call_turns_email_not_null NOT NULL email
constraint on_call_turns.on_call_turns_from_at_not_null NOT NULL from_at
constraint on_call_turns.on_call_turns_kept_at_not_null NOT NULL kept_at
constraint on_call_turns.on_call_turns_kept_by_not_null NOT NULL kept_by
constraint on_call_turns.on_call_turns_name_not_null NOT NULL name
constraint on_call_turns.on_call_turns_part_check CHECK ((part = ANY (ARRAY['lead'::text, 'deputy'::text])))
constraint on_call_turns.on_call_turns_part_not_null NOT NULL part
constraint on_call_turns.on_call_turns_pkey PRIMARY KEY (area_id, turn_id)
constraint on_call_turns.on_call_turns_turn_id_not_null NOT NULL turn_id
constraint on_call_turns.on_call_turns_until_at_not_null NOT NULL until_at
constraint postcodes.postcodes_load_id_not_null NOT NULL load_id
constraint postcodes.postcodes_pkey PRIMARY KEY (load_id, postcode)
constraint postcodes.postcodes_postcode_check CHECK (((length(postcode) >= 5) AND (length(postcode) <= 7)))
constraint postcodes.postcodes_postcode_not_null NOT NULL postcode
constraint readiness.readiness_committed_at_not_null NOT NULL committed_at
constraint readiness.readiness_only_row_check CHECK (only_row)
constraint readiness.readiness_only_row_not_null NOT NULL only_row
constraint readiness.readiness_pkey PRIMARY KEY (only_row)
constraint reference_loads.reference_loads_began_at_not_null NOT NULL began_at
constraint reference_loads.reference_loads_check CHECK ((edition ~
CASE
    WHEN (list = ANY (ARRAY['ONSPD'::text, 'NSPL'::text])) THEN '^\d{4}-\d{2}$'::text
    ELSE '^20[12]1$'::text
END))
constraint reference_loads.reference_loads_check1 CHECK (((loaded_at IS NULL) = (state = ANY (ARRAY['loading'::text, 'abandoned'::text]))))
constraint reference_loads.reference_loads_check2 CHECK (((cleared_at IS NULL) OR (state = ANY (ARRAY['abandoned'::text, 'replaced'::text]))))
constraint reference_loads.reference_loads_check3 CHECK (((state <> 'in-force'::text) OR (rows > 0)))
constraint reference_loads.reference_loads_edition_not_null NOT NULL edition
constraint reference_loads.reference_loads_file_hash_check CHECK ((length(file_hash) = 32))
constraint reference_loads.reference_loads_file_hash_not_null NOT NULL file_hash
constraint reference_loads.reference_loads_id_not_null NOT NULL id
constraint reference_loads.reference_loads_list_check CHECK ((list = ANY (ARRAY['ONSPD'::text, 'NSPL'::text, 'IMD2019'::text, 'IMD2025'::text])))
constraint reference_loads.reference_loads_list_not_null NOT NULL list
constraint reference_loads.reference_loads_part_only_not_null NOT NULL part_only
constraint reference_loads.reference_loads_pieces_check CHECK ((pieces >= 0))
constraint reference_loads.reference_loads_pieces_not_null NOT NULL pieces
constraint reference_loads.reference_loads_pkey PRIMARY KEY (id)
constraint reference_loads.reference_loads_rows_check CHECK ((rows >= 0))
constraint reference_loads.reference_loads_rows_not_null NOT NULL rows
constraint reference_loads.reference_loads_state_check CHECK ((state = ANY (ARRAY['loading'::text, 'in-force'::text, 'abandoned'::text, 'replaced'::text])))
constraint reference_loads.reference_loads_state_not_null NOT NULL state
constraint registered_death_keys.registered_death_keys_area_id_not_null NOT NULL area_id
constraint registered_death_keys.registered_death_keys_area_id_registered_death_id_fkey FOREIGN KEY (area_id, registered_death_id) REFERENCES intake.registered_deaths(area_id, id)
constraint registered_death_keys.registered_death_keys_key_not_null NOT NULL key
constraint registered_death_keys.registered_death_keys_pkey PRIMARY KEY (area_id, key, registered_death_id)
constraint registered_death_keys.registered_death_keys_registered_death_id_not_null NOT NULL registered_death_id
constraint registered_deaths.registered_deaths_area_id_entry_index_key UNIQUE (area_id, entry_index)
constraint registered_deaths.registered_deaths_area_id_list_id_fkey FOREIGN KEY (area_id, list_id) REFERENCES intake.registration_lists(area_id, id)
constraint registered_deaths.registered_deaths_area_id_not_null NOT NULL area_id
constraint registered_deaths.registered_deaths_area_id_notification_id_fkey FOREIGN KEY (area_id, notification_id) REFERENCES intake.notifications(area_id, id)
constraint registered_deaths.registered_deaths_by_coroner_not_null NOT NULL by_coroner
constraint registered_deaths.registered_deaths_check CHECK (((state = ANY (ARRAY['proposed'::text, 'matched'::text])) = (notification_id IS NOT NULL)))
constraint registered_deaths.registered_deaths_check1 CHECK (((state = 'not-for-panel'::text) = (reason IS NOT NULL)))
constraint registered_deaths.registered_deaths_check2 CHECK ((died_on <= registered_on))
constraint registered_deaths.registered_deaths_check3 CHECK (((decided_by IS NULL) = (decided_at IS NULL)))
constraint registered_deaths.registered_deaths_death_not_null NOT NULL death
constraint registered_deaths.registered_deaths_died_on_not_null NOT NULL died_on
constraint registered_deaths.registered_deaths_entry_index_not_null NOT NULL entry_index
constraint registered_deaths.registered_deaths_id_not_null NOT NULL id
constraint registered_deaths.registered_deaths_list_id_not_null NOT NULL list_id
constraint registered_deaths.registered_deaths_other_children_not_null NOT NULL other_children
constraint registered_deaths.registered_deaths_pkey PRIMARY KEY (area_id, id)
constraint registered_deaths.registered_deaths_probability_check CHECK (((probability >= (0)::double precision) AND (probability <= (1)::double precision)))
constraint registered_deaths.registered_deaths_reason_check CHECK ((reason = ANY (ARRAY['resident-elsewhere'::text, 'aged-18-or-over'::text, 'not-born-alive'::text, 'lawful-termination'::text])))
constraint registered_deaths.registered_deaths_reasons_not_null NOT NULL reasons
constraint registered_deaths.registered_deaths_registered_on_not_null NOT NULL registered_on
constraint registered_deaths.registered_deaths_state_check CHECK ((state = ANY (ARRAY['unmatched'::text, 'proposed'::text, 'matched'::text, 'not-for-panel'::text])))
constraint registered_deaths.registered_deaths_state_not_null NOT NULL state
constraint registered_deaths.registered_deaths_version_check CHECK ((version > 0))
constraint registered_deaths.registered_deaths_version_not_null NOT NULL version
constraint registration_lists.registration_lists_area_id_digest_key UNIQUE (area_id, digest)
constraint registration_lists.registration_lists_area_id_not_null NOT NULL area_id
constraint registration_lists.registration_lists_deaths_check CHECK ((deaths > 0))
constraint registration_lists.registration_lists_deaths_not_null NOT NULL deaths
constraint registration_lists.registration_lists_digest_not_null NOT NULL digest
constraint registration_lists.registration_lists_id_not_null NOT NULL id
constraint registration_lists.registration_lists_loaded_at_not_null NOT NULL loaded_at
constraint registration_lists.registration_lists_loaded_by_not_null NOT NULL loaded_by
constraint registration_lists.registration_lists_pkey PRIMARY KEY (area_id, id)
constraint registration_lists.registration_lists_source_check CHECK ((source = ANY (ARRAY['registrar'::text, 'ons'::text])))
constraint registration_lists.registration_lists_source_not_null NOT NULL source
constraint related_children.related_children_area_id_first_notification_id_fkey FOREIGN KEY (area_id, first_notification_id) REFERENCES intake.notifications(area_id, id)
constraint related_children.related_children_area_id_not_null NOT NULL area_id
constraint related_children.related_children_area_id_second_notification_id_fkey FOREIGN KEY (area_id, second_notification_id) REFERENCES intake.notifications(area_id, id)
constraint related_children.related_children_check CHECK ((first_notification_id < second_notification_id))
constraint related_children.related_children_check1 CHECK (((state = ANY (ARRAY['confirmed'::text, 'dismissed'::text])) = (decided_at IS NOT NULL)))
constraint related_children.related_children_check2 CHECK (((decided_at IS NULL) = (decided_by IS NULL)))
constraint related_children.related_children_check3 CHECK ((((state = 'confirmed'::text) AND (ground = ANY (ARRAY['records-show-it'::text, 'family-or-agency-said-so'::text]))) OR ((state = 'dismissed'::text) AND (ground = ANY (ARRAY['different-families'::text, 'shared-address-only'::text, 'no-link-between-deaths'::text, 'entered-wrongly'::text]))) OR ((state = ANY (ARRAY['proposed'::text, 'lapsed'::text])) AND (ground IS NULL))))
constraint related_children.related_children_first_notification_id_not_null NOT NULL first_notification_id
constraint related_children.related_children_id_not_null NOT NULL id
constraint related_children.related_children_kind_check CHECK ((kind = ANY (ARRAY['twin'::text, 'sibling'::text, 'household'::text, 'same-incident'::text, 'possible-cluster'::text])))
constraint related_children.related_children_kind_not_null NOT NULL kind
constraint related_children.related_children_pkey PRIMARY KEY (area_id, id)
constraint related_children.related_children_proposed_at_not_null NOT NULL proposed_at
constraint related_children.related_children_reasons_not_null NOT NULL reasons
constraint related_children.related_children_second_notification_id_not_null NOT NULL second_notification_id
constraint related_children.related_children_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'confirmed'::text, 'dismissed'::text, 'lapsed'::text])))
constraint related_children.related_children_state_not_null NOT NULL state
constraint related_keys.related_keys_area_id_not_null NOT NULL area_id
constraint related_keys.related_keys_key_not_null NOT NULL key
constraint related_keys.related_keys_notification_id_not_null NOT NULL notification_id
constraint related_keys.related_keys_pkey PRIMARY KEY (area_id, key, notification_id)
constraint related_records.related_records_area_id_not_null NOT NULL area_id
constraint related_records.related_records_area_id_notification_id_fkey FOREIGN KEY (area_id, notification_id) REFERENCES intake.notifications(area_id, id)
constraint related_records.related_records_notification_id_not_null NOT NULL notification_id
constraint related_records.related_records_pkey PRIMARY KEY (area_id, notification_id)
constraint related_records.related_records_record_not_null NOT NULL record
constraint related_seen.related_seen_area_id_not_null NOT NULL area_id
constraint related_seen.related_seen_area_id_related_id_fkey FOREIGN KEY (area_id, related_id) REFERENCES intake.related_children(area_id, id)
constraint related_seen.related_seen_person_id_not_null NOT NULL person_id
constraint related_seen.related_seen_pkey PRIMARY KEY (area_id, related_id, person_id)
constraint related_seen.related_seen_related_id_not_null NOT NULL related_id
constraint related_seen.related_seen_seen_at_not_null NOT NULL seen_at
constraint residency_decisions.residency_decisions_area_id_not_null NOT NULL area_id
constraint residency_decisions.residency_decisions_area_id_notification_id_fkey FOREIGN KEY (area_id, notification_id) REFERENCES intake.notifications(area_id, id)
constraint residency_decisions.residency_decisions_basis_check CHECK ((basis = ANY (ARRAY['usual-address'::text, 'address-before-admission'::text, 'mothers-usual-address'::text, 'agreed-for-looked-after-child'::text, 'principal-of-two-homes'::text, 'agreed-with-other-area'::text, 'not-resident-in-england'::text])))
constraint residency_decisions.residency_decisions_basis_not_null NOT NULL basis
constraint residency_decisions.residency_decisions_check CHECK (((local_authority IS NULL) = (basis = 'not-resident-in-england'::text)))
constraint residency_decisions.residency_decisions_check1 CHECK ((agreed_with_area IS DISTINCT FROM area_id))
constraint residency_decisions.residency_decisions_decided_at_not_null NOT NULL decided_at
constraint residency_decisions.residency_decisions_decided_by_not_null NOT NULL decided_by
constraint residency_decisions.residency_decisions_lsoa_check CHECK ((lsoa ~ '^E01\d{6}$'::text))
constraint residency_decisions.residency_decisions_notification_id_not_null NOT NULL notification_id
constraint residency_decisions.residency_decisions_pkey PRIMARY KEY (area_id, notification_id, version)
constraint residency_decisions.residency_decisions_version_check CHECK ((version > 1))
constraint residency_decisions.residency_decisions_version_not_null NOT NULL version
constraint response_actions.response_actions_added_at_not_null NOT NULL added_at
constraint response_actions.response_actions_added_by_not_null NOT NULL added_by
constraint response_actions.response_actions_area_id_not_null NOT NULL area_id
constraint response_actions.response_actions_area_id_response_id_fkey FOREIGN KEY (area_id, response_id) REFERENCES intake.responses(area_id, response_id)
constraint response_actions.response_actions_check CHECK ((((done_on IS NULL) = (done_recorded_by IS NULL)) AND ((done_on IS NULL) = (done_recorded_at IS NULL))))
constraint response_actions.response_actions_due_on_not_null NOT NULL due_on
constraint response_actions.response_actions_pkey PRIMARY KEY (area_id, response_action_id)
constraint response_actions.response_actions_response_action_id_not_null NOT NULL response_action_id
constraint response_actions.response_actions_response_id_not_null NOT NULL response_id
constraint response_actions.response_actions_written_not_null NOT NULL written
constraint response_checks.response_checks_adequate_not_null NOT NULL adequate
constraint response_checks.response_checks_area_id_not_null NOT NULL area_id
constraint response_checks.response_checks_area_id_response_id_fkey FOREIGN KEY (area_id, response_id) REFERENCES intake.responses(area_id, response_id)
constraint response_checks.response_checks_check CHECK ((adequate = (lacking IS NULL)))
constraint response_checks.response_checks_checked_at_not_null NOT NULL checked_at
constraint response_checks.response_checks_checked_by_not_null NOT NULL checked_by
constraint response_checks.response_checks_number_check CHECK ((number > 0))
constraint response_checks.response_checks_number_not_null NOT NULL number
constraint response_checks.response_checks_pkey PRIMARY KEY (area_id, response_id, number)
constraint response_checks.response_checks_response_id_not_null NOT NULL response_id
constraint response_decisions.response_decisions_area_id_not_null NOT NULL area_id
constraint response_decisions.response_decisions_area_id_response_id_fkey FOREIGN KEY (area_id, response_id) REFERENCES intake.responses(area_id, response_id)
constraint response_decisions.response_decisions_check CHECK (((decision = 'not-start'::text) = (reason IS NOT NULL)))
constraint response_decisions.response_decisions_check1 CHECK ((decided_at <= recorded_at))
constraint response_decisions.response_decisions_decided_at_not_null NOT NULL decided_at
constraint response_decisions.response_decisions_decision_check CHECK ((decision = ANY (ARRAY['start'::text, 'not-start'::text])))
constraint response_decisions.response_decisions_decision_not_null NOT NULL decision
constraint response_decisions.response_decisions_number_check CHECK ((number > 0))
constraint response_decisions.response_decisions_number_not_null NOT NULL number
constraint response_decisions.response_decisions_pkey PRIMARY KEY (area_id, response_id, number)
constraint response_decisions.response_decisions_recorded_at_not_null NOT NULL recorded_at
constraint response_decisions.response_decisions_recorded_by_not_null NOT NULL recorded_by
constraint response_decisions.response_decisions_response_id_not_null NOT NULL response_id
constraint response_keys.response_keys_area_id_not_null NOT NULL area_id
constraint response_keys.response_keys_pkey PRIMARY KEY (area_id, response_id)
constraint response_keys.response_keys_response_id_not_null NOT NULL response_id
constraint response_keys.response_keys_wrapped_not_null NOT NULL wrapped
constraint response_meeting_notes.response_meeting_notes_area_id_not_null NOT NULL area_id
constraint response_meeting_notes.response_meeting_notes_area_id_response_id_fkey FOREIGN KEY (area_id, response_id) REFERENCES intake.responses(area_id, response_id)
constraint response_meeting_notes.response_meeting_notes_area_id_response_meeting_id_fkey FOREIGN KEY (area_id, response_meeting_id) REFERENCES intake.response_meetings(area_id, response_meeting_id)
constraint response_meeting_notes.response_meeting_notes_entry_check CHECK ((entry > 0))
constraint response_meeting_notes.response_meeting_notes_entry_not_null NOT NULL entry
constraint response_meeting_notes.response_meeting_notes_pkey PRIMARY KEY (area_id, response_meeting_id, entry)
constraint response_meeting_notes.response_meeting_notes_recorded_at_not_null NOT NULL recorded_at
constraint response_meeting_notes.response_meeting_notes_recorded_by_not_null NOT NULL recorded_by
constraint response_meeting_notes.response_meeting_notes_response_id_not_null NOT NULL response_id
constraint response_meeting_notes.response_meeting_notes_response_meeting_id_not_null NOT NULL response_meeting_id
constraint response_meeting_notes.response_meeting_notes_written_not_null NOT NULL written
constraint response_meetings.response_meetings_area_id_not_null NOT NULL area_id
constraint response_meetings.response_meetings_area_id_response_id_fkey FOREIGN KEY (area_id, response_id) REFERENCES intake.responses(area_id, response_id)
constraint response_meetings.response_meetings_check CHECK (((starts_at IS NULL) = (ends_at IS NULL)))
constraint response_meetings.response_meetings_check1 CHECK ((starts_at < ends_at))
constraint response_meetings.response_meetings_check2 CHECK (((state = 'not-held'::text) OR (starts_at IS NOT NULL)))
constraint response_meetings.response_meetings_check3 CHECK (((state <> 'held'::text) OR (ends_at <= recorded_at)))
constraint response_meetings.response_meetings_check4 CHECK (((state = 'not-held'::text) = (not_held_reason IS NOT NULL)))
constraint response_meetings.response_meetings_check5 CHECK (((not_held_reason IS DISTINCT FROM 'other'::text) OR (not_held_note IS NOT NULL)))
constraint response_meetings.response_meetings_check6 CHECK (((state = 'not-held'::text) OR (not_held_note IS NULL)))
constraint response_meetings.response_meetings_kind_check CHECK ((kind = ANY (ARRAY['initial-planning'::text, 'scene-visit'::text, 'multi-agency'::text, 'post-mortem-results'::text, 'final-discussion'::text])))
constraint response_meetings.response_meetings_kind_not_null NOT NULL kind
constraint response_meetings.response_meetings_not_held_reason_check CHECK ((not_held_reason = ANY (ARRAY['not-needed'::text, 'done-by-another-area'::text, 'family-declined'::text, 'scene-not-accessible'::text, 'police-asked-to-wait'::text, 'put-off'::text, 'other'::text])))
constraint response_meetings.response_meetings_pkey PRIMARY KEY (area_id, response_meeting_id)
constraint response_meetings.response_meetings_recorded_at_not_null NOT NULL recorded_at
constraint response_meetings.response_meetings_recorded_by_not_null NOT NULL recorded_by
constraint response_meetings.response_meetings_response_id_not_null NOT NULL response_id
constraint response_meetings.response_meetings_response_meeting_id_not_null NOT NULL response_meeting_id
constraint response_meetings.response_meetings_sequence_check CHECK ((sequence >= 0))
constraint response_meetings.response_meetings_sequence_not_null NOT NULL sequence
constraint response_meetings.response_meetings_state_check CHECK ((state = ANY (ARRAY['arranged'::text, 'held'::text, 'not-held'::text])))
constraint response_meetings.response_meetings_state_not_null NOT NULL state
constraint response_meetings.response_meetings_version_check CHECK ((version > 0))
constraint response_meetings.response_meetings_version_not_null NOT NULL version
constraint response_pages.response_pages_area_id_not_null NOT NULL area_id
constraint response_pages.response_pages_area_id_response_id_fkey FOREIGN KEY (area_id, response_id) REFERENCES intake.responses(area_id, response_id)
constraint response_pages.response_pages_email_not_null NOT NULL email
constraint response_pages.response_pages_escalate_at_not_null NOT NULL escalate_at
constraint response_pages.response_pages_name_not_null NOT NULL name
constraint response_pages.response_pages_pkey PRIMARY KEY (area_id, response_id, rung)
constraint response_pages.response_pages_requested_at_not_null NOT NULL requested_at
constraint response_pages.response_pages_response_id_not_null NOT NULL response_id
constraint response_pages.response_pages_rung_check CHECK ((rung = ANY (ARRAY['lead'::text, 'deputy'::text, 'fallback'::text])))
constraint response_pages.response_pages_rung_not_null NOT NULL rung
constraint responses.decided_by_notification CHECK (((state <> ALL (ARRAY['awaiting-decision'::text, 'started'::text, 'not-started'::text, 'joined'::text])) OR (notification_id IS NOT NULL)))
constraint responses.responses_area_id_joined_to_fkey FOREIGN KEY (area_id, joined_to) REFERENCES intake.responses(area_id, response_id)
constraint responses.responses_area_id_not_null NOT NULL area_id
constraint responses.responses_area_id_notification_id_fkey FOREIGN KEY (area_id, notification_id) REFERENCES intake.notifications(area_id, id)
constraint responses.responses_began_check CHECK ((began = ANY (ARRAY['notification'::text, 'before-death'::text])))
constraint responses.responses_began_not_null NOT NULL began
constraint responses.responses_check CHECK (((began = 'before-death'::text) OR ((notification_id IS NOT NULL) AND (content IS NULL))))
constraint responses.responses_check1 CHECK (((state = 'joined'::text) = (joined_to IS NOT NULL)))
constraint responses.responses_check2 CHECK (((state <> ALL (ARRAY['started-before-death'::text, 'child-lived'::text, 'destroyed'::text])) OR ((began = 'before-death'::text) AND (notification_id IS NULL))))
constraint responses.responses_check3 CHECK (((state = ANY (ARRAY['child-lived'::text, 'destroyed'::text])) = (lived_on IS NOT NULL)))
constraint responses.responses_check4 CHECK (((lived_on IS NULL) = (destroy_on IS NULL)))
constraint responses.responses_check5 CHECK (((state = 'destroyed'::text) = (destroyed_at IS NOT NULL)))
constraint responses.responses_check6 CHECK (((state <> 'destroyed'::text) OR (content IS NULL)))
constraint responses.responses_check7 CHECK (((acknowledged_at IS NULL) = (acknowledged_by IS NULL)))
constraint responses.responses_nobody_on_call_not_null NOT NULL nobody_on_call
constraint responses.responses_opened_at_not_null NOT NULL opened_at
constraint responses.responses_pkey PRIMARY KEY (area_id, response_id)
constraint responses.responses_response_id_not_null NOT NULL response_id
constraint responses.responses_state_check CHECK ((state = ANY (ARRAY['awaiting-decision'::text, 'started'::text, 'not-started'::text, 'started-before-death'::text, 'joined'::text, 'child-lived'::text, 'destroyed'::text])))
constraint responses.responses_state_not_null NOT NULL state
constraint responses.responses_triggers_not_null NOT NULL triggers
constraint responses.responses_version_check CHECK ((version > 0))
constraint responses.responses_version_not_null NOT NULL version
constraint search_keys.search_keys_area_id_not_null NOT NULL area_id
constraint search_keys.search_keys_key_not_null NOT NULL key
constraint search_keys.search_keys_notification_id_not_null NOT NULL notification_id
constraint search_keys.search_keys_pkey PRIMARY KEY (area_id, key, notification_id)
constraint transfers.transfers_area_id_not_null NOT NULL area_id
constraint transfers.transfers_case_has_reference CHECK (((case_id IS NULL) = (case_reference IS NULL)))
constraint transfers.transfers_check CHECK ((other_area_id <> area_id))
constraint transfers.transfers_check1 CHECK (((answered_by IS NULL) = (answered_at IS NULL)))
constraint transfers.transfers_check2 CHECK (((state <> ALL (ARRAY['accepted'::text, 'completed'::text, 'declined'::text])) OR (answered_at IS NOT NULL)))
constraint transfers.transfers_check3 CHECK (((state <> 'requested'::text) OR (answered_at IS NULL)))
constraint transfers.transfers_check4 CHECK (((decline_reason IS NOT NULL) = (state = 'declined'::text)))
constraint transfers.transfers_check5 CHECK (((state = 'recalled'::text) = (recalled_at IS NOT NULL)))
constraint transfers.transfers_check6 CHECK (((recalled_by IS NULL) = (recalled_at IS NULL)))
constraint transfers.transfers_check7 CHECK (((state = 'completed'::text) = (completed_at IS NOT NULL)))
constraint transfers.transfers_decline_reason_check CHECK ((decline_reason = ANY (ARRAY['not-resident-there'::text, 'services-were-elsewhere'::text, 'already-reviewed-there'::text, 'agreed-otherwise'::text])))
constraint transfers.transfers_died_in_check CHECK ((died_in ~ '^\d{4}-\d\d$'::text))
constraint transfers.transfers_died_in_not_null NOT NULL died_in
constraint transfers.transfers_id_not_null NOT NULL id
constraint transfers.transfers_local_authority_not_null NOT NULL local_authority
constraint transfers.transfers_notification_id_not_null NOT NULL notification_id
constraint transfers.transfers_other_area_id_not_null NOT NULL other_area_id
constraint transfers.transfers_pkey PRIMARY KEY (area_id, id)
constraint transfers.transfers_place_of_death_not_null NOT NULL place_of_death
constraint transfers.transfers_plan_not_null NOT NULL plan
constraint transfers.transfers_reason_check CHECK ((reason = ANY (ARRAY['residence'::text, 'main-services'::text, 'themed-regional'::text])))
constraint transfers.transfers_reason_not_null NOT NULL reason
constraint transfers.transfers_requested_at_not_null NOT NULL requested_at
constraint transfers.transfers_requested_by_not_null NOT NULL requested_by
constraint transfers.transfers_side_check CHECK ((side = ANY (ARRAY['asking'::text, 'asked'::text])))
constraint transfers.transfers_side_not_null NOT NULL side
constraint transfers.transfers_state_check CHECK ((state = ANY (ARRAY['requested'::text, 'accepted'::text, 'completed'::text, 'declined'::text, 'recalled'::text])))
constraint transfers.transfers_state_not_null NOT NULL state
constraint transfers.transfers_version_check CHECK ((version > 0))
constraint transfers.transfers_version_not_null NOT NULL version
constraint transfers_due.transfers_due_asked_area_id_not_null NOT NULL asked_area_id
constraint transfers_due.transfers_due_asking_area_id_not_null NOT NULL asking_area_id
constraint transfers_due.transfers_due_due_at_not_null NOT NULL due_at
constraint transfers_due.transfers_due_pkey PRIMARY KEY (transfer_id)
constraint transfers_due.transfers_due_transfer_id_not_null NOT NULL transfer_id
index CREATE INDEX children_by_birth_date_and_sex ON intake.children USING btree (area_id, birth_date_and_sex_index)
index CREATE INDEX children_by_nhs_number ON intake.children USING btree (area_id, nhs_number_index)
index CREATE INDEX draft_links_of_draft ON intake.draft_links USING btree (draft_id)
index CREATE INDEX due_steps_by_time ON intake.due_steps USING btree (due_at)
index CREATE INDEX duplicate_reviews_by_state ON intake.duplicate_reviews USING btree (area_id, state, proposed_at, id)
index CREATE INDEX duplicate_reviews_of_candidate ON intake.duplicate_reviews USING btree (area_id, candidate_notification_id)
index CREATE INDEX duplicate_reviews_of_notification ON intake.duplicate_reviews USING btree (area_id, notification_id)
index CREATE INDEX import_rows_of_notification ON intake.import_rows USING btree (area_id, notification_id) WHERE (notification_id IS NOT NULL)
index CREATE INDEX import_rows_waiting ON intake.import_rows USING btree (area_id, import_id, row_number) WHERE (notification_id IS NULL)
index CREATE INDEX imports_newest ON intake.imports USING btree (area_id, began_at DESC, id)
index CREATE INDEX match_keys_by_key ON intake.match_keys USING btree (key) INCLUDE (area_id, notification_id)
index CREATE INDEX merges_by_state ON intake.merges USING btree (area_id, state, proposed_at, id)
index CREATE INDEX merges_into ON intake.merges USING btree (area_id, surviving_notification_id, state, confirmed_as)
index CREATE INDEX merges_of_review ON intake.merges USING btree (area_id, review_id)
index CREATE INDEX notification_drafts_by_completed ON intake.notification_drafts USING btree (area_id, completes_notification_id)
index CREATE INDEX notifications_by_case ON intake.notifications USING btree (area_id, case_id) WHERE (case_id IS NOT NULL)
index CREATE INDEX notifications_by_death ON intake.notifications USING btree (area_id, died_on) WHERE (died_on > '1900-01-01'::date)
index CREATE INDEX notifications_by_nhs_number ON intake.notifications USING btree (area_id, nhs_number_index) WHERE (nhs_number_index IS NOT NULL)
index CREATE INDEX notifications_duplicate_numbers ON intake.notifications USING btree (area_id, nhs_number_index) WHERE (state = 'duplicate'::text)
index CREATE INDEX notifications_newest ON intake.notifications USING btree (area_id, received_on DESC, id)
index CREATE INDEX notifications_newest_in_state ON intake.notifications USING btree (area_id, state, received_on DESC, id)
index CREATE INDEX on_call_turns_by_time ON intake.on_call_turns USING btree (area_id, part, until_at)
index CREATE INDEX registered_deaths_by_death ON intake.registered_deaths USING btree (area_id, died_on, id)
index CREATE INDEX registered_deaths_by_nhs_number ON intake.registered_deaths USING btree (area_id, nhs_number_index)
index CREATE INDEX registered_deaths_of_notification ON intake.registered_deaths USING btree (area_id, notification_id)
index CREATE INDEX related_children_of_second ON intake.related_children USING btree (second_notification_id)
index CREATE INDEX related_keys_by_notification ON intake.related_keys USING btree (area_id, notification_id)
index CREATE INDEX response_actions_of_response ON intake.response_actions USING btree (area_id, response_id)
index CREATE INDEX response_meeting_notes_of_response ON intake.response_meeting_notes USING btree (area_id, response_id)
index CREATE INDEX response_meetings_of_response ON intake.response_meetings USING btree (area_id, response_id)
index CREATE INDEX responses_in_state ON intake.responses USING btree (area_id, state, opened_at DESC, response_id)
index CREATE INDEX responses_newest ON intake.responses USING btree (area_id, opened_at DESC, response_id)
index CREATE INDEX search_keys_by_notification ON intake.search_keys USING btree (area_id, notification_id)
index CREATE INDEX transfers_due_by_time ON intake.transfers_due USING btree (due_at)
index CREATE INDEX transfers_of_case ON intake.transfers USING btree (area_id, case_id) WHERE (case_id IS NOT NULL)
index CREATE INDEX transfers_of_notification ON intake.transfers USING btree (area_id, notification_id) WHERE (requested_at > '1900-01-01 00:00:00+00'::timestamp with time zone)
index CREATE UNIQUE INDEX area_directory_pkey ON intake.area_directory USING btree (area_id)
index CREATE UNIQUE INDEX area_settings_pkey ON intake.area_settings USING btree (area_id)
index CREATE UNIQUE INDEX areas_pkey ON intake.areas USING btree (area_id)
index CREATE UNIQUE INDEX audit_chain_area_id_entry_id_key ON intake.audit_chain USING btree (area_id, entry_id)
index CREATE UNIQUE INDEX audit_chain_pkey ON intake.audit_chain USING btree (area_id, sequence)
index CREATE UNIQUE INDEX audit_entries_pkey ON intake.audit_entries USING btree (area_id, id)
index CREATE UNIQUE INDEX audit_unsealed_pkey ON intake.audit_unsealed USING btree (area_id, entry_id)
index CREATE UNIQUE INDEX cases_area_id_notification_id_key ON intake.cases USING btree (area_id, notification_id)
index CREATE UNIQUE INDEX cases_area_id_reference_key ON intake.cases USING btree (area_id, reference)
index CREATE UNIQUE INDEX cases_pkey ON intake.cases USING btree (area_id, case_id)
index CREATE UNIQUE INDEX children_pkey ON intake.children USING btree (area_id, case_id)
index CREATE UNIQUE INDEX confirmations_pkey ON intake.confirmations USING btree (area_id, notification_id, entry)
index CREATE UNIQUE INDEX data_keys_pkey ON intake.data_keys USING btree (area_id, subject)
index CREATE UNIQUE INDEX deliveries_pkey ON intake.deliveries USING btree (area_id, subscriber, subject)
index CREATE UNIQUE INDEX deprived_areas_pkey ON intake.deprived_areas USING btree (load_id, lsoa)
index CREATE UNIQUE INDEX discretion_decisions_pkey ON intake.discretion_decisions USING btree (area_id, notification_id, version)
index CREATE UNIQUE INDEX draft_codes_pkey ON intake.draft_codes USING btree (area_id, draft_id)
index CREATE UNIQUE INDEX draft_counts_pkey ON intake.draft_counts USING btree (area_id, what, whose_hash)
index CREATE UNIQUE INDEX draft_links_pkey ON intake.draft_links USING btree (token_hash)
index CREATE UNIQUE INDEX due_steps_pkey ON intake.due_steps USING btree (area_id, subject, step)
index CREATE UNIQUE INDEX duplicate_reviews_once_a_pair ON intake.duplicate_reviews USING btree (area_id, LEAST(notification_id, candidate_notification_id), GREATEST(notification_id, candidate_notification_id))
index CREATE UNIQUE INDEX duplicate_reviews_pkey ON intake.duplicate_reviews USING btree (area_id, id)
index CREATE UNIQUE INDEX earlier_answers_pkey ON intake.earlier_answers USING btree (area_id, notification_id, version)
index CREATE UNIQUE INDEX error_reports_pkey ON intake.error_reports USING btree (area_id, notification_id)
index CREATE UNIQUE INDEX events_area_id_id_key ON intake.events USING btree (area_id, id)
index CREATE UNIQUE INDEX events_pkey ON intake.events USING btree (area_id, subject, version)
index CREATE UNIQUE INDEX idempotency_keys_pkey ON intake.idempotency_keys USING btree (area_id, actor, procedure, key)
index CREATE UNIQUE INDEX import_faults_pkey ON intake.import_faults USING btree (area_id, import_id, "position")
index CREATE UNIQUE INDEX import_pieces_pkey ON intake.import_pieces USING btree (area_id, import_id, piece)
index CREATE UNIQUE INDEX import_rows_pkey ON intake.import_rows USING btree (area_id, import_id, row_number)
index CREATE UNIQUE INDEX imports_once_a_file ON intake.imports USING btree (area_id, file_hash) WHERE (state = ANY (ARRAY['ready'::text, 'confirmed'::text, 'done'::text]))
index CREATE UNIQUE INDEX imports_pkey ON intake.imports USING btree (area_id, id)
index CREATE UNIQUE INDEX inbox_pkey ON intake.inbox USING btree (area_id, event_id)
index CREATE UNIQUE INDEX inbox_versions ON intake.inbox USING btree (area_id, publisher, subject, version)
index CREATE UNIQUE INDEX key_fingerprints_pkey ON intake.key_fingerprints USING btree (key_name)
index CREATE UNIQUE INDEX match_keys_pkey ON intake.match_keys USING btree (area_id, notification_id, key)
index CREATE UNIQUE INDEX match_people_pkey ON intake.match_people USING btree (area_id, notification_id)
index CREATE UNIQUE INDEX merges_once_at_a_time ON intake.merges USING btree (area_id, merged_notification_id) WHERE (state = ANY (ARRAY['proposed'::text, 'confirmed'::text]))
index CREATE UNIQUE INDEX merges_pkey ON intake.merges USING btree (area_id, id)
index CREATE UNIQUE INDEX migrations_pkey ON intake.migrations USING btree (name)
index CREATE UNIQUE INDEX national_notifications_once ON intake.national_notifications USING btree (area_id, notification_id, submission_id)
index CREATE UNIQUE INDEX national_notifications_pkey ON intake.national_notifications USING btree (area_id, notification_id, entry)
index CREATE UNIQUE INDEX notification_drafts_pkey ON intake.notification_drafts USING btree (area_id, id)
index CREATE UNIQUE INDEX notifications_pkey ON intake.notifications USING btree (area_id, id)
index CREATE UNIQUE INDEX on_call_fallbacks_pkey ON intake.on_call_fallbacks USING btree (area_id)
index CREATE UNIQUE INDEX on_call_turns_pkey ON intake.on_call_turns USING btree (area_id, turn_id)
index CREATE UNIQUE INDEX one_response_per_notification ON intake.responses USING btree (area_id, notification_id) WHERE (state <> 'joined'::text)
index CREATE UNIQUE INDEX postcodes_pkey ON intake.postcodes USING btree (load_id, postcode)
index CREATE UNIQUE INDEX readiness_pkey ON intake.readiness USING btree (only_row)
index CREATE UNIQUE INDEX reference_loads_in_force ON intake.reference_loads USING btree (list, edition) WHERE (state = 'in-force'::text)
index CREATE UNIQUE INDEX reference_loads_pkey ON intake.reference_loads USING btree (id)
index CREATE UNIQUE INDEX reference_loads_under_way ON intake.reference_loads USING btree (list, edition) WHERE (state = 'loading'::text)
index CREATE UNIQUE INDEX registered_death_keys_pkey ON intake.registered_death_keys USING btree (area_id, key, registered_death_id)
index CREATE UNIQUE INDEX registered_deaths_area_id_entry_index_key ON intake.registered_deaths USING btree (area_id, entry_index)
index CREATE UNIQUE INDEX registered_deaths_pkey ON intake.registered_deaths USING btree (area_id, id)
index CREATE UNIQUE INDEX registration_lists_area_id_digest_key ON intake.registration_lists USING btree (area_id, digest)
index CREATE UNIQUE INDEX registration_lists_pkey ON intake.registration_lists USING btree (area_id, id)
index CREATE UNIQUE INDEX related_children_once_a_pair_and_kind ON intake.related_children USING btree (area_id, first_notification_id, second_notification_id, kind)
index CREATE UNIQUE INDEX related_children_pkey ON intake.related_children USING btree (area_id, id)
index CREATE UNIQUE INDEX related_keys_pkey ON intake.related_keys USING btree (area_id, key, notification_id)
index CREATE UNIQUE INDEX related_records_pkey ON intake.related_records USING btree (area_id, notification_id)
index CREATE UNIQUE INDEX related_seen_pkey ON intake.related_seen USING btree (area_id, related_id, person_id)
index CREATE UNIQUE INDEX residency_decisions_pkey ON intake.residency_decisions USING btree (area_id, notification_id, version)
index CREATE UNIQUE INDEX response_actions_pkey ON intake.response_actions USING btree (area_id, response_action_id)
index CREATE UNIQUE INDEX response_checks_pkey ON intake.response_checks USING btree (area_id, response_id, number)
index CREATE UNIQUE INDEX response_decisions_pkey ON intake.response_decisions USING btree (area_id, response_id, number)
index CREATE UNIQUE INDEX response_keys_pkey ON intake.response_keys USING btree (area_id, response_id)
index CREATE UNIQUE INDEX response_meeting_notes_pkey ON intake.response_meeting_notes USING btree (area_id, response_meeting_id, entry)
index CREATE UNIQUE INDEX response_meetings_pkey ON intake.response_meetings USING btree (area_id, response_meeting_id)
index CREATE UNIQUE INDEX response_pages_pkey ON intake.response_pages USING btree (area_id, response_id, rung)
index CREATE UNIQUE INDEX responses_pkey ON intake.responses USING btree (area_id, response_id)
index CREATE UNIQUE INDEX search_keys_pkey ON intake.search_keys USING btree (area_id, key, notification_id)
index CREATE UNIQUE INDEX transfers_due_pkey ON intake.transfers_due USING btree (transfer_id)
index CREATE UNIQUE INDEX transfers_one_at_a_time ON intake.transfers USING btree (area_id, notification_id) WHERE ((side = 'asking'::text) AND (state = ANY (ARRAY['requested'::text, 'accepted'::text])))
index CREATE UNIQUE INDEX transfers_pkey ON intake.transfers USING btree (area_id, id)
policy area_settings.area PERMISSIVE for ALL to {intake_app} using ((area_id = ANY (intake.actor_areas()))) check ((area_id = ANY (intake.actor_areas())))
policy area_settings.migration PERMISSIVE for ALL to {intake_migrator} using (true) check (true)
policy area_settings.subject RESTRICTIVE for ALL to {intake_app} using (((intake.actor_subject() IS NULL) OR false)) check (((intake.actor_subject() IS NULL) OR false))
policy areas.area PERMISSIVE for ALL to {intake_app} using ((area_id = ANY (intake.actor_areas()))) check ((area_id = ANY (intake.actor_areas())))
policy areas.migration PERMISSIVE for ALL to {intake_migrator} using (true) check (true)
policy areas.subject RESTRICTIVE for ALL to {intake_app} using (((intake.actor_subject() IS NULL) OR false)) check (((intake.actor_subject() IS NULL) OR false))
policy audit_chain.area PERMISSIVE for ALL to {intake_app} using ((area_id = ANY (intake.actor_areas()))) check ((area_id = ANY (intake.actor_areas())))
policy audit_chain.migration PERMISSIVE for ALL to {intake_migrator} using (true) check (true)
policy audit_chain.subject RESTRICTIVE for ALL to {intake_app} using (((intake.actor_subject() IS NULL) OR false)) check (((intake.actor_subject() IS NULL) OR false))
policy audit_entries.area PERMISSIVE for ALL to {intake_app} using ((area_id = ANY (intake.actor_areas()))) check ((area_id = ANY (intake.actor_areas())))
policy audit_entries.migration PERMISSIVE for ALL to {intake_migrator} using (true) check (true)
policy audit_entries.subject RESTRICTIVE for ALL to {intake_app} using ((intake.actor_subject() IS NULL)) check (true)
policy cases.area PERMISSIVE for ALL to {intake_app} using ((area_id = ANY (intake.actor_areas()))) check ((area_id = ANY (intake.actor_areas())))
policy cases.migration PERMISSIVE for ALL to {intake_migrator} using (true) check (true)
policy cases.subject RESTRICTIVE for ALL to {intake_app} using (((intake.actor_subject() IS NULL) OR false)) check (((intake.actor_subject() IS NULL) OR false))
policy children.area PERMISSIVE for ALL to {intake_app} using ((area_id = ANY (intake.actor_areas()))) check ((area_id = ANY (intake.actor_areas())))
policy children.migration PERMISSIVE for ALL to {intake_migrator} using (true) check (true)
policy children.subject RESTRICTIVE for ALL to {intake_app} using (((intake.actor_subject() IS NULL) OR false)) check (((intake.actor_subject() IS NULL) OR false))
policy confirmations.area PERMISSIVE for ALL to {intake_app} using ((area_id = ANY (intake.actor_areas()))) check ((area_id = ANY (intake.actor_areas())))
policy confirmations.migration PERMISSIVE for ALL to {intake_migrator} using (true) check (true)
policy confirmations.subject RESTRICTIVE for ALL to {intake_app} using (((intake.actor_subject() IS NULL) OR false)) check (((intake.actor_subject() IS NULL) OR false))
policy data_keys.area PERMISSIVE for ALL to {intake_app} using ((area_id = ANY (intake.actor_areas()))) check ((area_id = ANY (intake.actor_areas())))
policy data_keys.door PERMISSIVE for SELECT to {intake_door} using (true) check ()
policy data_keys.migration PERMISSIVE for ALL to {intake_migrator} using (true) check (true)
policy data_keys.subject RESTRICTIVE for ALL to {intake_app} using (((intake.actor_subject() IS NULL) OR false)) check (((intake.actor_subject() IS NULL) OR false))
policy deliveries.area PERMISSIVE for ALL to {intake_app} using ((area_id = ANY (intake.actor_areas()))) check ((area_id = ANY (intake.actor_areas())))
policy deliveries.migration PERMISSIVE for ALL to {intake_migrator} using (true) check (true)
policy deliveries.subject RESTRICTIVE for ALL to {intake_app} using (((intake.actor_subject() IS NULL) OR true)) check (((intake.actor_subject() IS NULL) OR true))
policy discretion_decisions.area PERMISSIVE for ALL to {intake_app} using ((area_id = ANY (intake.actor_areas()))) check ((area_id = ANY (intake.actor_areas())))
policy discretion_decisions.migration PERMISSIVE for ALL to {intake_migrator} using (true) check (true)
policy discretion_decisions.subject RESTRICTIVE for ALL to {intake_app} using (((intake.actor_subject() IS NULL) OR false)) check (((intake.actor_subject() IS NULL) OR false))
policy draft_codes.area PERMISSIVE for ALL to {intake_app} using ((area_id = ANY (intake.actor_areas()))) check ((area_id = ANY (intake.actor_areas())))
policy draft_codes.migration PERMISSIVE for ALL to {intake_migrator} using (true) check (true)
policy draft_codes.subject RESTRICTIVE for ALL to {intake_app} using (((intake.actor_subject() IS NULL) OR false)) check (((intake.actor_subject() IS NULL) OR false))
policy draft_counts.area PERMISSIVE for ALL to {intake_app} using ((area_id = ANY (intake.actor_areas()))) check ((area_id = ANY (intake.actor_areas())))
policy draft_counts.migration PERMISSIVE for ALL to {intake_migrator} using (true) check (true)
policy draft_counts.subject RESTRICTIVE for ALL to {intake_app} using (((intake.actor_subject() IS NULL) OR false)) check (((intake.actor_subject() IS NULL) OR false))
policy duplicate_reviews.area PERMISSIVE for ALL to {intake_app} using ((area_id = ANY (intake.actor_areas()))) check ((area_id = ANY (intake.actor_areas())))
policy duplicate_reviews.migration PERMISSIVE for ALL to {intake_migrator} using (true) check (true)
policy duplicate_reviews.subject RESTRICTIVE for ALL to {intake_app} using (((intake.actor_subject() IS NULL) OR false)) check (((intake.actor_subject() IS NULL) OR false))
policy earlier_answers.area PERMISSIVE for ALL to {intake_app} using ((area_id = ANY (intake.actor_areas()))) check ((area_id = ANY (intake.actor_areas())))
policy earlier_answers.migration PERMISSIVE for ALL to {intake_migrator} using (true) check (true)
policy earlier_answers.subject RESTRICTIVE for ALL to {intake_app} using (((intake.actor_subject() IS NULL) OR false)) check (((intake.actor_subject() IS NULL) OR false))
policy error_reports.area PERMISSIVE for ALL to {intake_app} using ((area_id = ANY (intake.actor_areas()))) check ((area_id = ANY (intake.actor_areas())))
policy error_reports.migration PERMISSIVE for ALL to {intake_migrator} using (true) check (true)
policy error_reports.subject RESTRICTIVE for ALL to {intake_app} using (((intake.actor_subject() IS NULL) OR false)) check (((intake.actor_subject() IS NULL) OR false))
policy events.area PERMISSIVE for ALL to {intake_app} using ((area_id = ANY (intake.actor_areas()))) check ((area_id = ANY (intake.actor_areas())))
policy events.migration PERMISSIVE for ALL to {intake_migrator} using (true) check (true)
policy events.subject RESTRICTIVE for ALL to {intake_app} using (((intake.actor_subject() IS NULL) OR true)) check (((intake.actor_subject() IS NULL) OR true))
policy idempotency_keys.area PERMISSIVE for ALL to {intake_app} using ((area_id = ANY (intake.actor_areas()))) check ((area_id = ANY (intake.actor_areas())))
policy idempotency_keys.migration PERMISSIVE for ALL to {intake_migrator} using (true) check (true)
policy idempotency_keys.subject RESTRICTIVE for ALL to {intake_app} using (((intake.actor_subject() IS NULL) OR (actor = ('link:'::text || intake.actor_subject())))) check (((intake.actor_subject() IS NULL) OR (actor = ('link:'::text || intake.actor_subject()))))
policy import_faults.area PERMISSIVE for ALL to {intake_app} using ((area_id = ANY (intake.actor_areas()))) check ((area_id = ANY (intake.actor_areas())))
policy import_faults.migration PERMISSIVE for ALL to {intake_migrator} using (true) check (true)
policy import_faults.subject RESTRICTIVE for ALL to {intake_app} using (((intake.actor_subject() IS NULL) OR false)) check (((intake.actor_subject() IS NULL) OR false))
policy import_pieces.area PERMISSIVE for ALL to {intake_app} using ((area_id = ANY (intake.actor_areas()))) check ((area_id = ANY (intake.actor_areas())))
policy import_pieces.migration PERMISSIVE for ALL to {intake_migrator} using (true) check (true)
policy import_pieces.subject RESTRICTIVE for ALL to {intake_app} using (((intake.actor_subject() IS NULL) OR false)) check (((intake.actor_subject() IS NULL) OR false))
policy import_rows.area PERMISSIVE for ALL to {intake_app} using ((area_id = ANY (intake.actor_areas()))) check ((area_id = ANY (intake.actor_areas())))
policy import_rows.migration PERMISSIVE for ALL to {intake_migrator} using (true) check (true)
policy import_rows.subject RESTRICTIVE for ALL to {intake_app} using (((intake.actor_subject() IS NULL) OR false)) check (((intake.actor_subject() IS NULL) OR false))
policy imports.area PERMISSIVE for ALL to {intake_app} using ((area_id = ANY (intake.actor_areas()))) check ((area_id = ANY (intake.actor_areas())))
policy imports.migration PERMISSIVE for ALL to {intake_migrator} using (true) check (true)
policy imports.subject RESTRICTIVE for ALL to {intake_app} using (((intake.actor_subject() IS NULL) OR false)) check (((intake.actor_subject() IS NULL) OR false))
policy inbox.area PERMISSIVE for ALL to {intake_app} using ((area_id = ANY (intake.actor_areas()))) check ((area_id = ANY (intake.actor_areas())))
policy inbox.migration PERMISSIVE for ALL to {intake_migrator} using (true) check (true)
policy inbox.subject RESTRICTIVE for ALL to {intake_app} using (((intake.actor_subject() IS NULL) OR false)) check (((intake.actor_subject() IS NULL) OR false))
policy match_keys.area PERMISSIVE for ALL to {intake_app} using ((area_id = ANY (intake.actor_areas()))) check ((area_id = ANY (intake.actor_areas())))
policy match_keys.door PERMISSIVE for SELECT to {intake_door} using (true) check ()
policy match_keys.migration PERMISSIVE for ALL to {intake_migrator} using (true) check (true)
policy match_keys.subject RESTRICTIVE for ALL to {intake_app} using (((intake.actor_subject() IS NULL) OR false)) check (((intake.actor_subject() IS NULL) OR false))
policy match_people.area PERMISSIVE for ALL to {intake_app} using ((area_id = ANY (intake.actor_areas()))) check ((area_id = ANY (intake.actor_areas())))
policy match_people.door PERMISSIVE for SELECT to {intake_door} using (true) check ()
policy match_people.migration PERMISSIVE for ALL to {intake_migrator} using (true) check (true)
policy match_people.subject RESTRICTIVE for ALL to {intake_app} using (((intake.actor_subject() IS NULL) OR false)) check (((intake.actor_subject() IS NULL) OR false))
policy merges.area PERMISSIVE for ALL to {intake_app} using ((area_id = ANY (intake.actor_areas()))) check ((area_id = ANY (intake.actor_areas())))
policy merges.migration PERMISSIVE for ALL to {intake_migrator} using (true) check (true)
policy merges.subject RESTRICTIVE for ALL to {intake_app} using (((intake.actor_subject() IS NULL) OR false)) check (((intake.actor_subject() IS NULL) OR false))
policy national_notifications.area PERMISSIVE for ALL to {intake_app} using ((area_id = ANY (intake.actor_areas()))) check ((area_id = ANY (intake.actor_areas())))
policy national_notifications.migration PERMISSIVE for ALL to {intake_migrator} using (true) check (true)
policy national_notifications.subject RESTRICTIVE for ALL to {intake_app} using (((intake.actor_subject() IS NULL) OR false)) check (((intake.actor_subject() IS NULL) OR false))
policy notification_drafts.area PERMISSIVE for ALL to {intake_app} using ((area_id = ANY (intake.actor_areas()))) check ((area_id = ANY (intake.actor_areas())))
policy notification_drafts.migration PERMISSIVE for ALL to {intake_migrator} using (true) check (true)
policy notification_drafts.subject RESTRICTIVE for ALL to {intake_app} using (((intake.actor_subject() IS NULL) OR (id = intake.actor_subject()))) check (((intake.actor_subject() IS NULL) OR (id = intake.actor_subject())))
policy notifications.area PERMISSIVE for ALL to {intake_app} using ((area_id = ANY (intake.actor_areas()))) check ((area_id = ANY (intake.actor_areas())))
policy notifications.door PERMISSIVE for SELECT to {intake_door} using (true) check ()
policy notifications.migration PERMISSIVE for ALL to {intake_migrator} using (true) check (true)
policy notifications.subject RESTRICTIVE for ALL to {intake_app} using (((intake.actor_subject() IS NULL) OR (organisation_id = intake.actor_subject()))) check ((intake.actor_subject() IS NULL))
policy on_call_fallbacks.area PERMISSIVE for ALL to {intake_app} using ((area_id = ANY (intake.actor_areas()))) check ((area_id = ANY (intake.actor_areas())))
policy on_call_fallbacks.migration PERMISSIVE for ALL to {intake_migrator} using (true) check (true)
policy on_call_fallbacks.subject RESTRICTIVE for ALL to {intake_app} using (((intake.actor_subject() IS NULL) OR false)) check (((intake.actor_subject() IS NULL) OR false))
policy on_call_turns.area PERMISSIVE for ALL to {intake_app} using ((area_id = ANY (intake.actor_areas()))) check ((area_id = ANY (intake.actor_areas())))
policy on_call_turns.migration PERMISSIVE for ALL to {intake_migrator} using (true) check (true)
policy on_call_turns.subject RESTRICTIVE for ALL to {intake_app} using (((intake.actor_subject() IS NULL) OR false)) check (((intake.actor_subject() IS NULL) OR false))
policy registered_death_keys.area PERMISSIVE for ALL to {intake_app} using ((area_id = ANY (intake.actor_areas()))) check ((area_id = ANY (intake.actor_areas())))
policy registered_death_keys.migration PERMISSIVE for ALL to {intake_migrator} using (true) check (true)
policy registered_death_keys.subject RESTRICTIVE for ALL to {intake_app} using (((intake.actor_subject() IS NULL) OR false)) check (((intake.actor_subject() IS NULL) OR false))
policy registered_deaths.area PERMISSIVE for ALL to {intake_app} using ((area_id = ANY (intake.actor_areas()))) check ((area_id = ANY (intake.actor_areas())))
policy registered_deaths.migration PERMISSIVE for ALL to {intake_migrator} using (true) check (true)
policy registered_deaths.subject RESTRICTIVE for ALL to {intake_app} using (((intake.actor_subject() IS NULL) OR false)) check (((intake.actor_subject() IS NULL) OR false))
policy registration_lists.area PERMISSIVE for ALL to {intake_app} using ((area_id = ANY (intake.actor_areas()))) check ((area_id = ANY (intake.actor_areas())))
policy registration_lists.migration PERMISSIVE for ALL to {intake_migrator} using (true) check (true)
policy registration_lists.subject RESTRICTIVE for ALL to {intake_app} using (((intake.actor_subject() IS NULL) OR false)) check (((intake.actor_subject() IS NULL) OR false))
policy related_children.area PERMISSIVE for ALL to {intake_app} using ((area_id = ANY (intake.actor_areas()))) check ((area_id = ANY (intake.actor_areas())))
policy related_children.migration PERMISSIVE for ALL to {intake_migrator} using (true) check (true)
policy related_children.subject RESTRICTIVE for ALL to {intake_app} using (((intake.actor_subject() IS NULL) OR false)) check (((intake.actor_subject() IS NULL) OR false))
policy related_keys.area PERMISSIVE for ALL to {intake_app} using ((area_id = ANY (intake.actor_areas()))) check ((area_id = ANY (intake.actor_areas())))
policy related_keys.migration PERMISSIVE for ALL to {intake_migrator} using (true) check (true)
policy related_keys.subject RESTRICTIVE for ALL to {intake_app} using (((intake.actor_subject() IS NULL) OR false)) check (((intake.actor_subject() IS NULL) OR false))
policy related_records.area PERMISSIVE for ALL to {intake_app} using ((area_id = ANY (intake.actor_areas()))) check ((area_id = ANY (intake.actor_areas())))
policy related_records.migration PERMISSIVE for ALL to {intake_migrator} using (true) check (true)
policy related_records.subject RESTRICTIVE for ALL to {intake_app} using (((intake.actor_subject() IS NULL) OR false)) check (((intake.actor_subject() IS NULL) OR false))
policy related_seen.area PERMISSIVE for ALL to {intake_app} using ((area_id = ANY (intake.actor_areas()))) check ((area_id = ANY (intake.actor_areas())))
policy related_seen.migration PERMISSIVE for ALL to {intake_migrator} using (true) check (true)
policy related_seen.subject RESTRICTIVE for ALL to {intake_app} using (((intake.actor_subject() IS NULL) OR false)) check (((intake.actor_subject() IS NULL) OR false))
policy residency_decisions.area PERMISSIVE for ALL to {intake_app} using ((area_id = ANY (intake.actor_areas()))) check ((area_id = ANY (intake.actor_areas())))
policy residency_decisions.migration PERMISSIVE for ALL to {intake_migrator} using (true) check (true)
policy residency_decisions.subject RESTRICTIVE for ALL to {intake_app} using (((intake.actor_subject() IS NULL) OR false)) check (((intake.actor_subject() IS NULL) OR false))
policy response_actions.area PERMISSIVE for ALL to {intake_app} using ((area_id = ANY (intake.actor_areas()))) check ((area_id = ANY (intake.actor_areas())))
policy response_actions.migration PERMISSIVE for ALL to {intake_migrator} using (true) check (true)
policy response_actions.subject RESTRICTIVE for ALL to {intake_app} using (((intake.actor_subject() IS NULL) OR false)) check (((intake.actor_subject() IS NULL) OR false))
policy response_checks.area PERMISSIVE for ALL to {intake_app} using ((area_id = ANY (intake.actor_areas()))) check ((area_id = ANY (intake.actor_areas())))
policy response_checks.migration PERMISSIVE for ALL to {intake_migrator} using (true) check (true)
policy response_checks.subject RESTRICTIVE for ALL to {intake_app} using (((intake.actor_subject() IS NULL) OR false)) check (((intake.actor_subject() IS NULL) OR false))
policy response_decisions.area PERMISSIVE for ALL to {intake_app} using ((area_id = ANY (intake.actor_areas()))) check ((area_id = ANY (intake.actor_areas())))
policy response_decisions.migration PERMISSIVE for ALL to {intake_migrator} using (true) check (true)
policy response_decisions.subject RESTRICTIVE for ALL to {intake_app} using (((intake.actor_subject() IS NULL) OR false)) check (((intake.actor_subject() IS NULL) OR false))
policy response_keys.area PERMISSIVE for ALL to {intake_app} using ((area_id = ANY (intake.actor_areas()))) check ((area_id = ANY (intake.actor_areas())))
policy response_keys.migration PERMISSIVE for ALL to {intake_migrator} using (true) check (true)
policy response_keys.subject RESTRICTIVE for ALL to {intake_app} using (((intake.actor_subject() IS NULL) OR false)) check (((intake.actor_subject() IS NULL) OR false))
policy response_meeting_notes.area PERMISSIVE for ALL to {intake_app} using ((area_id = ANY (intake.actor_areas()))) check ((area_id = ANY (intake.actor_areas())))
policy response_meeting_notes.migration PERMISSIVE for ALL to {intake_migrator} using (true) check (true)
policy response_meeting_notes.subject RESTRICTIVE for ALL to {intake_app} using (((intake.actor_subject() IS NULL) OR false)) check (((intake.actor_subject() IS NULL) OR false))
policy response_meetings.area PERMISSIVE for ALL to {intake_app} using ((area_id = ANY (intake.actor_areas()))) check ((area_id = ANY (intake.actor_areas())))
policy response_meetings.migration PERMISSIVE for ALL to {intake_migrator} using (true) check (true)
policy response_meetings.subject RESTRICTIVE for ALL to {intake_app} using (((intake.actor_subject() IS NULL) OR false)) check (((intake.actor_subject() IS NULL) OR false))
policy response_pages.area PERMISSIVE for ALL to {intake_app} using ((area_id = ANY (intake.actor_areas()))) check ((area_id = ANY (intake.actor_areas())))
policy response_pages.migration PERMISSIVE for ALL to {intake_migrator} using (true) check (true)
policy response_pages.subject RESTRICTIVE for ALL to {intake_app} using (((intake.actor_subject() IS NULL) OR false)) check (((intake.actor_subject() IS NULL) OR false))
policy responses.area PERMISSIVE for ALL to {intake_app} using ((area_id = ANY (intake.actor_areas()))) check ((area_id = ANY (intake.actor_areas())))
policy responses.migration PERMISSIVE for ALL to {intake_migrator} using (true) check (true)
policy responses.subject RESTRICTIVE for ALL to {intake_app} using (((intake.actor_subject() IS NULL) OR false)) check (((intake.actor_subject() IS NULL) OR false))
policy search_keys.area PERMISSIVE for ALL to {intake_app} using ((area_id = ANY (intake.actor_areas()))) check ((area_id = ANY (intake.actor_areas())))
policy search_keys.migration PERMISSIVE for ALL to {intake_migrator} using (true) check (true)
policy search_keys.subject RESTRICTIVE for ALL to {intake_app} using (((intake.actor_subject() IS NULL) OR false)) check (((intake.actor_subject() IS NULL) OR false))
policy transfers.area PERMISSIVE for ALL to {intake_app} using ((area_id = ANY (intake.actor_areas()))) check ((area_id = ANY (intake.actor_areas())))
policy transfers.migration PERMISSIVE for ALL to {intake_migrator} using (true) check (true)
policy transfers.subject RESTRICTIVE for ALL to {intake_app} using (((intake.actor_subject() IS NULL) OR false)) check (((intake.actor_subject() IS NULL) OR false))
grant DELETE, INSERT, SELECT on audit_unsealed to intake_app
grant DELETE, INSERT, SELECT on children to intake_app
grant DELETE, INSERT, SELECT on data_keys to intake_app
grant DELETE, INSERT, SELECT on deprived_areas to intake_app
grant DELETE, INSERT, SELECT on draft_links to intake_app
grant DELETE, INSERT, SELECT on import_faults to intake_app
grant DELETE, INSERT, SELECT on import_pieces to intake_app
grant DELETE, INSERT, SELECT on inbox to intake_app
grant DELETE, INSERT, SELECT on match_keys to intake_app
grant DELETE, INSERT, SELECT on postcodes to intake_app
grant DELETE, INSERT, SELECT on related_keys to intake_app
grant DELETE, INSERT, SELECT on response_checks to intake_app
grant DELETE, INSERT, SELECT on response_keys to intake_app
grant DELETE, INSERT, SELECT on response_meeting_notes to intake_app
grant DELETE, INSERT, SELECT on search_keys to intake_app
grant DELETE, INSERT, SELECT, UPDATE on draft_codes to intake_app
grant DELETE, INSERT, SELECT, UPDATE on draft_counts to intake_app
grant DELETE, INSERT, SELECT, UPDATE on due_steps to intake_app
grant DELETE, INSERT, SELECT, UPDATE on duplicate_reviews to intake_app
grant DELETE, INSERT, SELECT, UPDATE on import_rows to intake_app
grant DELETE, INSERT, SELECT, UPDATE on match_people to intake_app
grant DELETE, INSERT, SELECT, UPDATE on notification_drafts to intake_app
grant DELETE, INSERT, SELECT, UPDATE on related_records to intake_app
grant DELETE, INSERT, SELECT, UPDATE on response_actions to intake_app
grant DELETE, INSERT, SELECT, UPDATE on response_meetings to intake_app
grant DELETE, INSERT, SELECT, UPDATE on transfers_due to intake_app
grant INSERT, SELECT on audit_chain to intake_app
grant INSERT, SELECT on audit_entries to intake_app
grant INSERT, SELECT on cases to intake_app
grant INSERT, SELECT on confirmations to intake_app
grant INSERT, SELECT on discretion_decisions to intake_app
grant INSERT, SELECT on earlier_answers to intake_app
grant INSERT, SELECT on error_reports to intake_app
grant INSERT, SELECT on events to intake_app
grant INSERT, SELECT on key_fingerprints to intake_app
grant INSERT, SELECT on national_notifications to intake_app
grant INSERT, SELECT on registered_death_keys to intake_app
grant INSERT, SELECT on registration_lists to intake_app
grant INSERT, SELECT on related_seen to intake_app
grant INSERT, SELECT on residency_decisions to intake_app
grant INSERT, SELECT on response_decisions to intake_app
grant INSERT, SELECT, UPDATE on area_directory to intake_app
grant INSERT, SELECT, UPDATE on area_settings to intake_app
grant INSERT, SELECT, UPDATE on areas to intake_app
grant INSERT, SELECT, UPDATE on deliveries to intake_app
grant INSERT, SELECT, UPDATE on idempotency_keys to intake_app
grant INSERT, SELECT, UPDATE on imports to intake_app
grant INSERT, SELECT, UPDATE on merges to intake_app
grant INSERT, SELECT, UPDATE on notifications to intake_app
grant INSERT, SELECT, UPDATE on on_call_fallbacks to intake_app
grant INSERT, SELECT, UPDATE on on_call_turns to intake_app
grant INSERT, SELECT, UPDATE on readiness to intake_app
grant INSERT, SELECT, UPDATE on reference_loads to intake_app
grant INSERT, SELECT, UPDATE on registered_deaths to intake_app
grant INSERT, SELECT, UPDATE on related_children to intake_app
grant INSERT, SELECT, UPDATE on response_pages to intake_app
grant INSERT, SELECT, UPDATE on responses to intake_app
grant INSERT, SELECT, UPDATE on transfers to intake_app
function actor_areas() security_definer=f 39a78cfd8d94b633d766d254195ef9cb
function actor_subject() security_definer=f 3895dbf575f02bba60edf286f2c50377
function decide_once() security_definer=f 5451b45ae9212566c6f86ef192bd5c6b
function keep_sent_draft() security_definer=f 7834ea8571e6839d8e74e67a50b1fbb3
function match_candidates(hashes bigint[]) security_definer=t 2f92f862cf9d194fba053448c561b8cc
function refuse_changed_response_action() security_definer=f f152b43465307d446966a111548561a2
function refuse_changed_response_meeting() security_definer=f e817cc36e27b3337c99fc359c0aa92fe
function refuse_illegal_response_step() security_definer=f a99fea7989f244f2f796e440cca46de1
function refuse_loose_response_delete() security_definer=f ac5eeba58b1ce7eb0f8fe6b065e4bea9
function refuse_record_of_none() security_definer=f 2032596b560c937430355b18275c88d9
function refuse_rewrite() security_definer=f 05efc442a8c76c46c083922521ea0adb
function refuse_taking_back_nothing() security_definer=f 7cbbc7a89e9ca9f35ec6a1a7e80b6bb6
function standing(in_area uuid, record uuid) security_definer=f 5593cbe678ab7700fcc5ee25ce2b5af9
function step_import() security_definer=f 1dc9dc055fe895d74b3bd10b520f7ecb
function step_import_allowed(before text, after text) security_definer=f 71a08a8ee4f082757df65dc348f58b8f
function step_merge() security_definer=f 4fe946fd7441b0f4842510cd19e4a406
function step_reference_load() security_definer=f 43ad69a3842734a530e719ff46293727
function step_related() security_definer=f 73f05143a19cb737b46791a2df0c945c
function step_transfer() security_definer=f e0b9d673caae4117078bdea5aa88c109
function tenant_table(IN name text, IN link_holder_sees text, IN app_may text) security_definer=f 63eceec81e774d8d63f305fd0e82d491
function untenanted_table(IN name text, IN class text, IN app_may text) security_definer=f 8de2a17f74fa2be59912ceb26f2d893a
trigger audit_chain.never_rewritten CREATE TRIGGER never_rewritten BEFORE DELETE OR UPDATE OR TRUNCATE ON intake.audit_chain FOR EACH STATEMENT EXECUTE FUNCTION intake.refuse_rewrite()
trigger audit_entries.never_rewritten CREATE TRIGGER never_rewritten BEFORE DELETE OR UPDATE OR TRUNCATE ON intake.audit_entries FOR EACH STATEMENT EXECUTE FUNCTION intake.refuse_rewrite()
trigger imports.steps CREATE TRIGGER steps BEFORE UPDATE ON intake.imports FOR EACH ROW EXECUTE FUNCTION intake.step_import()
trigger merges.legal_steps_only CREATE TRIGGER legal_steps_only BEFORE INSERT OR UPDATE ON intake.merges FOR EACH ROW EXECUTE FUNCTION intake.step_merge()
trigger national_notifications.taken_back_once CREATE TRIGGER taken_back_once BEFORE INSERT ON intake.national_notifications FOR EACH ROW EXECUTE FUNCTION intake.refuse_taking_back_nothing()
trigger notification_drafts.sent_once CREATE TRIGGER sent_once BEFORE UPDATE ON intake.notification_drafts FOR EACH ROW EXECUTE FUNCTION intake.keep_sent_draft()
trigger notifications.decided_once CREATE TRIGGER decided_once BEFORE UPDATE ON intake.notifications FOR EACH ROW EXECUTE FUNCTION intake.decide_once()
trigger reference_loads.steps CREATE TRIGGER steps BEFORE UPDATE ON intake.reference_loads FOR EACH ROW EXECUTE FUNCTION intake.step_reference_load()
trigger related_children.legal_steps_only CREATE TRIGGER legal_steps_only BEFORE INSERT OR UPDATE ON intake.related_children FOR EACH ROW EXECUTE FUNCTION intake.step_related()
trigger response_actions.done_once CREATE TRIGGER done_once BEFORE UPDATE ON intake.response_actions FOR EACH ROW EXECUTE FUNCTION intake.refuse_changed_response_action()
trigger response_actions.kept_as_a_whole CREATE TRIGGER kept_as_a_whole BEFORE DELETE ON intake.response_actions FOR EACH ROW EXECUTE FUNCTION intake.refuse_loose_response_delete()
trigger response_actions.of_a_started_response CREATE TRIGGER of_a_started_response BEFORE INSERT OR UPDATE ON intake.response_actions FOR EACH ROW EXECUTE FUNCTION intake.refuse_record_of_none()
trigger response_checks.kept_as_a_whole CREATE TRIGGER kept_as_a_whole BEFORE DELETE ON intake.response_checks FOR EACH ROW EXECUTE FUNCTION intake.refuse_loose_response_delete()
trigger response_checks.of_a_started_response CREATE TRIGGER of_a_started_response BEFORE INSERT ON intake.response_checks FOR EACH ROW EXECUTE FUNCTION intake.refuse_record_of_none()
trigger response_meeting_notes.kept_as_a_whole CREATE TRIGGER kept_as_a_whole BEFORE DELETE ON intake.response_meeting_notes FOR EACH ROW EXECUTE FUNCTION intake.refuse_loose_response_delete()
trigger response_meeting_notes.of_a_started_response CREATE TRIGGER of_a_started_response BEFORE INSERT ON intake.response_meeting_notes FOR EACH ROW EXECUTE FUNCTION intake.refuse_record_of_none()
trigger response_meetings.kept_as_a_whole CREATE TRIGGER kept_as_a_whole BEFORE DELETE ON intake.response_meetings FOR EACH ROW EXECUTE FUNCTION intake.refuse_loose_response_delete()
trigger response_meetings.of_a_started_response CREATE TRIGGER of_a_started_response BEFORE INSERT OR UPDATE ON intake.response_meetings FOR EACH ROW EXECUTE FUNCTION intake.refuse_record_of_none()
trigger response_meetings.over_is_over CREATE TRIGGER over_is_over BEFORE UPDATE ON intake.response_meetings FOR EACH ROW EXECUTE FUNCTION intake.refuse_changed_response_meeting()
trigger responses.legal_steps_only CREATE TRIGGER legal_steps_only BEFORE UPDATE ON intake.responses FOR EACH ROW EXECUTE FUNCTION intake.refuse_illegal_response_step()
trigger transfers.legal_steps_only CREATE TRIGGER legal_steps_only BEFORE INSERT OR UPDATE ON intake.transfers FOR EACH ROW EXECUTE FUNCTION intake.step_transfer()
