-- Generated from the migrated schema; a test compares it.
table factor_analysis.actions [class: tenant] rls=t forced=t
table factor_analysis.adjudications [class: tenant] rls=t forced=t
table factor_analysis.analyses [class: tenant] rls=t forced=t
table factor_analysis.analysis_factors [class: tenant] rls=t forced=t
table factor_analysis.analysis_readers [class: tenant] rls=t forced=t
table factor_analysis.assurance_statements [class: tenant] rls=t forced=t
table factor_analysis.audit_chain [class: tenant] rls=t forced=t
table factor_analysis.audit_entries [class: tenant] rls=t forced=t
table factor_analysis.audit_unsealed [class: system] rls=f forced=f
table factor_analysis.calibration_answers [class: tenant] rls=t forced=t
table factor_analysis.calibration_codings [class: tenant] rls=t forced=t
table factor_analysis.calibration_rounds [class: tenant] rls=t forced=t
table factor_analysis.challenge_entries [class: tenant] rls=t forced=t
table factor_analysis.challenges [class: tenant] rls=t forced=t
table factor_analysis.coding_samples [class: tenant] rls=t forced=t
table factor_analysis.data_keys [class: tenant] rls=t forced=t
table factor_analysis.deliveries [class: tenant] rls=t forced=t
table factor_analysis.events [class: tenant] rls=t forced=t
table factor_analysis.follow_up_watched [class: system] rls=f forced=f
table factor_analysis.idempotency_keys [class: tenant] rls=t forced=t
table factor_analysis.inbox [class: tenant] rls=t forced=t
table factor_analysis.key_fingerprints [class: system] rls=f forced=f
table factor_analysis.learning_cases [class: tenant] rls=t forced=t
table factor_analysis.learning_points [class: tenant] rls=t forced=t
table factor_analysis.learning_recipients [class: tenant] rls=t forced=t
table factor_analysis.live_decisions [class: tenant] rls=t forced=t
table factor_analysis.live_disagreements [class: tenant] rls=t forced=t
table factor_analysis.live_presences [class: tenant] rls=t forced=t
table factor_analysis.live_sessions [class: tenant] rls=t forced=t
table factor_analysis.meeting_drafts [class: tenant] rls=t forced=t
table factor_analysis.migrations [class: system] rls=f forced=f
table factor_analysis.owner_digests [class: tenant] rls=t forced=t
table factor_analysis.quality_reviews [class: tenant] rls=t forced=t
table factor_analysis.quality_samples [class: tenant] rls=t forced=t
table factor_analysis.readiness [class: system] rls=f forced=f
table factor_analysis.recommendation_cases [class: tenant] rls=t forced=t
table factor_analysis.recommendation_entries [class: tenant] rls=t forced=t
table factor_analysis.recommendation_measures [class: tenant] rls=t forced=t
table factor_analysis.recommendation_recipients [class: tenant] rls=t forced=t
table factor_analysis.recommendations [class: tenant] rls=t forced=t
table factor_analysis.release_indicators [class: tenant] rls=t forced=t
table factor_analysis.released_figures [class: tenant] rls=t forced=t
table factor_analysis.second_codings [class: tenant] rls=t forced=t
table factor_analysis.self_assessment_answers [class: tenant] rls=t forced=t
table factor_analysis.self_assessment_forms [class: tenant] rls=t forced=t
table factor_analysis.self_assessment_reminders [class: tenant] rls=t forced=t
table factor_analysis.self_assessments [class: tenant] rls=t forced=t
table factor_analysis.urgent_alert_acknowledgements [class: tenant] rls=t forced=t
table factor_analysis.urgent_alert_bodies [class: tenant] rls=t forced=t
table factor_analysis.urgent_alert_cases [class: tenant] rls=t forced=t
table factor_analysis.urgent_alerts [class: tenant] rls=t forced=t
table factor_analysis.urgent_alerts_watched [class: system] rls=f forced=f
column actions.action_id uuid not null
column actions.agreed_by uuid not null
column actions.agreed_on date not null
column actions.area_id uuid not null
column actions.closed_by uuid
column actions.closed_on date
column actions.closing_by uuid
column actions.due_on date not null
column actions.escalated_on date
column actions.number integer not null
column actions.owner_id uuid not null
column actions.owner_kind text not null
column actions.progress_on date
column actions.recommendation_id uuid not null
column actions.relevant_on date
column actions.sealed_words bytea not null
column actions.state text not null
column actions.version integer not null
column adjudications.adjudicated_by uuid not null
column adjudications.adjudicated_on date not null
column adjudications.area_id uuid not null
column adjudications.coding_id uuid not null
column adjudications.holds text not null
column adjudications.sealed_reason bytea not null
column adjudications.sealed_third bytea
column analyses.area_id uuid not null
column analyses.begun_from uuid
column analyses.begun_from_revision integer
column analyses.case_id uuid not null
column analyses.form_version text not null
column analyses.modifiability text
column analyses.panel_meeting_id uuid
column analyses.primary_category smallint
column analyses.reviewed_on date
column analyses.revision integer not null
column analyses.saved_at timestamp with time zone not null
column analyses.sealed_answers bytea not null
column analyses.state text not null
column analyses.version integer not null
column analysis_factors.area_id uuid not null
column analysis_factors.case_id uuid not null
column analysis_factors.code text not null
column analysis_factors.domain text not null
column analysis_factors.modifiable boolean not null
column analysis_factors.position smallint not null
column analysis_factors.relevance smallint not null
column analysis_factors.revision integer not null
column analysis_readers.area_id uuid not null
column analysis_readers.case_id uuid not null
column analysis_readers.person_id uuid not null
column assurance_statements.area_id uuid not null
column assurance_statements.open_challenges uuid[] not null
column assurance_statements.sealed_reason bytea
column assurance_statements.sealed_words bytea not null
column assurance_statements.signed_at timestamp with time zone not null
column assurance_statements.signed_by uuid not null
column assurance_statements.signed_on date not null
column assurance_statements.version integer not null
column assurance_statements.year text not null
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
column calibration_answers.answer_id uuid not null
column calibration_answers.area_id uuid not null
column calibration_answers.batch integer not null
column calibration_answers.case_key text not null
column calibration_answers.codes jsonb not null
column calibration_answers.edition text not null
column calibration_codings.area_id uuid not null
column calibration_codings.case_key text not null
column calibration_codings.coded_on date
column calibration_codings.edition text not null
column calibration_codings.form_version text not null
column calibration_codings.person_id uuid not null
column calibration_codings.saved_at timestamp with time zone not null
column calibration_codings.sealed_answers bytea not null
column calibration_codings.state text not null
column calibration_codings.version integer not null
column calibration_rounds.area_id uuid not null
column calibration_rounds.case_keys text[] not null
column calibration_rounds.closes_on date not null
column calibration_rounds.opened_by uuid not null
column calibration_rounds.opened_on date not null
column calibration_rounds.round_id uuid not null
column challenge_entries.act text not null
column challenge_entries.area_id uuid not null
column challenge_entries.challenge_id uuid not null
column challenge_entries.entry integer not null
column challenge_entries.recorded_at timestamp with time zone not null
column challenge_entries.recorded_by uuid not null
column challenge_entries.recorded_on date not null
column challenge_entries.sealed_words bytea
column challenges.action_id uuid
column challenges.area_id uuid not null
column challenges.challenge_id uuid not null
column challenges.due_on date not null
column challenges.number integer not null
column challenges.raised_by uuid not null
column challenges.raised_on date not null
column challenges.recommendation_id uuid
column challenges.release_id uuid
column challenges.state text not null
column challenges.subject text not null
column challenges.version integer not null
column challenges.year integer not null
column coding_samples.agreed_from date not null
column coding_samples.area_id uuid not null
column coding_samples.drawn integer not null
column coding_samples.drawn_at timestamp with time zone not null
column coding_samples.drawn_by uuid not null
column coding_samples.fewest integer not null
column coding_samples.fewest_in_stratum integer not null
column coding_samples.panel_meeting_id uuid not null
column coding_samples.possible integer not null
column coding_samples.sample_id uuid not null
column coding_samples.seed text not null
column coding_samples.share numeric not null
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
column events.area_id uuid not null
column events.id uuid not null
column events.payload jsonb not null
column events.recorded_at timestamp with time zone not null
column events.request_id uuid not null
column events.subject uuid not null
column events.type text not null
column events.version bigint not null
column follow_up_watched.area_id uuid not null
column follow_up_watched.look_on date not null
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
column key_fingerprints.fingerprint text not null
column key_fingerprints.key_name text not null
column learning_cases.area_id uuid not null
column learning_cases.case_id uuid not null
column learning_cases.learning_id uuid not null
column learning_cases.linked_at timestamp with time zone not null
column learning_cases.linked_by uuid not null
column learning_points.area_id uuid not null
column learning_points.factors text[] not null
column learning_points.issued_by uuid not null
column learning_points.issued_on date not null
column learning_points.learning_id uuid not null
column learning_points.number integer not null
column learning_points.sealed_words bytea not null
column learning_points.source text not null
column learning_points.themes text[] not null
column learning_points.year integer not null
column learning_recipients.acknowledged_by uuid
column learning_recipients.acknowledged_on date
column learning_recipients.area_id uuid not null
column learning_recipients.learning_id uuid not null
column learning_recipients.organisation_id uuid not null
column learning_recipients.organisation_kind text not null
column learning_recipients.sent_by uuid not null
column learning_recipients.sent_on date not null
column live_decisions.answer_digest bytea not null
column live_decisions.area_id uuid not null
column live_decisions.case_id uuid not null
column live_decisions.decided_at timestamp with time zone not null
column live_decisions.decided_by uuid not null
column live_decisions.item text not null
column live_decisions.panel_meeting_id uuid not null
column live_decisions.revision integer not null
column live_decisions.sealed_words bytea
column live_decisions.state text not null
column live_decisions.version integer not null
column live_disagreements.area_id uuid not null
column live_disagreements.case_id uuid not null
column live_disagreements.item text not null
column live_disagreements.panel_meeting_id uuid not null
column live_disagreements.person_id uuid not null
column live_disagreements.revision integer not null
column live_disagreements.version integer not null
column live_presences.area_id uuid not null
column live_presences.case_id uuid not null
column live_presences.panel_meeting_id uuid not null
column live_presences.person_id uuid not null
column live_presences.seen_at timestamp with time zone not null
column live_sessions.area_id uuid not null
column live_sessions.case_id uuid not null
column live_sessions.closed_at timestamp with time zone
column live_sessions.closed_by uuid
column live_sessions.current_item text not null
column live_sessions.opened_at timestamp with time zone not null
column live_sessions.opened_by uuid not null
column live_sessions.panel_meeting_id uuid not null
column live_sessions.revision integer not null
column live_sessions.state text not null
column live_sessions.version integer not null
column meeting_drafts.area_id uuid not null
column meeting_drafts.case_id uuid not null
column meeting_drafts.finished_by uuid
column meeting_drafts.finished_on date
column meeting_drafts.form_version text not null
column meeting_drafts.review_meeting_id uuid not null
column meeting_drafts.revision integer not null
column meeting_drafts.saved_at timestamp with time zone not null
column meeting_drafts.saved_by uuid not null
column meeting_drafts.sealed_answers bytea not null
column meeting_drafts.sealed_reason bytea
column meeting_drafts.state text not null
column meeting_drafts.version integer not null
column migrations.applied_at timestamp with time zone not null default now()
column migrations.checksum text not null
column migrations.name text not null
column owner_digests.area_id uuid not null
column owner_digests.digest_id uuid not null
column owner_digests.due integer not null
column owner_digests.made_on date not null
column owner_digests.organisation_id uuid not null
column owner_digests.organisation_kind text not null
column owner_digests.outcome text
column owner_digests.outcome_at timestamp with time zone
column owner_digests.overdue integer not null
column owner_digests.week_of date not null
column quality_reviews.answered_by uuid
column quality_reviews.answered_on date
column quality_reviews.answers jsonb
column quality_reviews.area_id uuid not null
column quality_reviews.case_id uuid not null
column quality_reviews.checklist text
column quality_reviews.decided_by uuid[] not null
column quality_reviews.reference text not null
column quality_reviews.review_id uuid not null
column quality_reviews.revision integer not null
column quality_reviews.sample_id uuid not null
column quality_reviews.sealed_note bytea
column quality_samples.agreed_from date not null
column quality_samples.area_id uuid not null
column quality_samples.drawn integer not null
column quality_samples.drawn_at timestamp with time zone not null
column quality_samples.drawn_by uuid not null
column quality_samples.fewest integer not null
column quality_samples.possible integer not null
column quality_samples.sample_id uuid not null
column quality_samples.seed text not null
column quality_samples.share numeric not null
column readiness.committed_at timestamp with time zone not null
column readiness.only_row boolean not null default true
column recommendation_cases.area_id uuid not null
column recommendation_cases.case_id uuid not null
column recommendation_cases.linked_at timestamp with time zone not null
column recommendation_cases.linked_by uuid not null
column recommendation_cases.recommendation_id uuid not null
column recommendation_entries.act text not null
column recommendation_entries.action_id uuid
column recommendation_entries.area_id uuid not null
column recommendation_entries.entry integer not null
column recommendation_entries.happened_on date not null
column recommendation_entries.recommendation_id uuid not null
column recommendation_entries.recorded_at timestamp with time zone not null
column recommendation_entries.recorded_by uuid
column recommendation_entries.sealed_words bytea
column recommendation_measures.area_id uuid not null
column recommendation_measures.counted integer not null
column recommendation_measures.entry integer not null
column recommendation_measures.measured_on date not null
column recommendation_measures.out_of integer not null
column recommendation_measures.recommendation_id uuid not null
column recommendation_measures.recorded_at timestamp with time zone not null
column recommendation_measures.recorded_by uuid not null
column recommendation_measures.sealed_words bytea
column recommendation_measures.target integer
column recommendation_measures.wanted text
column recommendation_recipients.acknowledged_by uuid
column recommendation_recipients.acknowledged_on date
column recommendation_recipients.area_id uuid not null
column recommendation_recipients.organisation_id uuid not null
column recommendation_recipients.organisation_kind text not null
column recommendation_recipients.recommendation_id uuid not null
column recommendation_recipients.sent_by uuid not null
column recommendation_recipients.sent_on date not null
column recommendations.addressee_id uuid
column recommendations.addressee_kind text
column recommendations.area_id uuid not null
column recommendations.closed_by uuid
column recommendations.closed_on date
column recommendations.closing_by uuid
column recommendations.due_on date
column recommendations.escalated_on date
column recommendations.factors text[] not null
column recommendations.informed_on date
column recommendations.level text not null
column recommendations.number integer not null
column recommendations.proposed_by uuid not null
column recommendations.proposed_on date not null
column recommendations.recommendation_id uuid not null
column recommendations.relevant_on date
column recommendations.sealed_words bytea not null
column recommendations.source text not null
column recommendations.state text not null
column recommendations.themes text[] not null
column recommendations.version integer not null
column recommendations.year integer not null
column release_indicators.after_measures integer not null
column release_indicators.area_id uuid not null
column release_indicators.baseline_year text not null
column release_indicators.column_code text not null
column release_indicators.entry integer not null
column release_indicators.measure_version integer not null
column release_indicators.named_at timestamp with time zone not null
column release_indicators.named_by uuid not null
column release_indicators.recommendation_id uuid not null
column release_indicators.row_code text not null
column release_indicators.statistic text not null
column release_indicators.table_id text not null
column release_indicators.target integer not null
column release_indicators.wanted text not null
column released_figures.area_id uuid not null
column released_figures.built_at timestamp with time zone not null
column released_figures.release_id uuid not null
column released_figures.reporting_year text not null
column released_figures.tables jsonb not null
column second_codings.area_id uuid not null
column second_codings.case_id uuid not null
column second_codings.coded_on date
column second_codings.coding_id uuid not null
column second_codings.decided_by uuid[]
column second_codings.differs boolean
column second_codings.first_decided_by uuid[] not null
column second_codings.first_meeting_id uuid not null
column second_codings.form_version text
column second_codings.panel_meeting_id uuid not null
column second_codings.reference text not null
column second_codings.revision integer not null
column second_codings.sample_id uuid not null
column second_codings.saved_at timestamp with time zone
column second_codings.saved_by uuid
column second_codings.sealed_answers bytea
column second_codings.state text not null
column second_codings.stratum text not null
column second_codings.version integer not null
column second_codings.withdrawn_at timestamp with time zone
column self_assessment_answers.area_id uuid not null
column self_assessment_answers.edit integer not null
column self_assessment_answers.organisation_id uuid not null
column self_assessment_answers.saved_at timestamp with time zone not null
column self_assessment_answers.saved_by uuid
column self_assessment_answers.sealed_answers bytea not null
column self_assessment_answers.sealed_reason bytea
column self_assessment_answers.submitted_on date
column self_assessment_answers.version integer not null
column self_assessment_answers.year text not null
column self_assessment_forms.area_id uuid not null
column self_assessment_forms.organisation_id uuid not null
column self_assessment_forms.organisation_kind text not null
column self_assessment_forms.recommendation_ids uuid[] not null
column self_assessment_forms.year text not null
column self_assessment_reminders.area_id uuid not null
column self_assessment_reminders.asked_on date not null
column self_assessment_reminders.organisation_id uuid not null
column self_assessment_reminders.step text not null
column self_assessment_reminders.year text not null
column self_assessments.area_id uuid not null
column self_assessments.due_on date not null
column self_assessments.opened_by uuid not null
column self_assessments.opened_on date not null
column self_assessments.year text not null
column urgent_alert_acknowledgements.alert_id uuid not null
column urgent_alert_acknowledgements.area_id uuid not null
column urgent_alert_acknowledgements.entry integer not null
column urgent_alert_acknowledgements.recorded_at timestamp with time zone not null
column urgent_alert_acknowledgements.recorded_by uuid not null
column urgent_alert_acknowledgements.sealed_name bytea
column urgent_alert_acknowledgements.side text not null
column urgent_alert_bodies.alert_id uuid not null
column urgent_alert_bodies.area_id uuid not null
column urgent_alert_bodies.body text not null
column urgent_alert_bodies.recorded_at timestamp with time zone not null
column urgent_alert_bodies.recorded_by uuid not null
column urgent_alert_bodies.told_on date not null
column urgent_alert_cases.alert_id uuid not null
column urgent_alert_cases.area_id uuid not null
column urgent_alert_cases.case_id uuid not null
column urgent_alert_cases.linked_at timestamp with time zone not null
column urgent_alert_cases.linked_by uuid not null
column urgent_alerts.acknowledge_by timestamp with time zone not null
column urgent_alerts.alert_id uuid not null
column urgent_alerts.area_id uuid not null
column urgent_alerts.closed_at timestamp with time zone
column urgent_alerts.closed_by uuid
column urgent_alerts.kind text not null
column urgent_alerts.number integer not null
column urgent_alerts.outcome text
column urgent_alerts.raised_at timestamp with time zone not null
column urgent_alerts.raised_by uuid not null
column urgent_alerts.reminded_at timestamp with time zone
column urgent_alerts.sealed_closing bytea
column urgent_alerts.sealed_words bytea not null
column urgent_alerts.source text not null
column urgent_alerts.year integer not null
column urgent_alerts_watched.alert_id uuid not null
column urgent_alerts_watched.area_id uuid not null
column urgent_alerts_watched.remind_at timestamp with time zone not null
constraint actions.actions_action_id_not_null NOT NULL action_id
constraint actions.actions_agreed_by_not_null NOT NULL agreed_by
constraint actions.actions_agreed_on_not_null NOT NULL agreed_on
constraint actions.actions_area_id_not_null NOT NULL area_id
constraint actions.actions_area_id_recommendation_id_fkey FOREIGN KEY (area_id, recommendation_id) REFERENCES factor_analysis.recommendations(area_id, recommendation_id)
constraint actions.actions_area_id_recommendation_id_number_key UNIQUE (area_id, recommendation_id, number)
constraint actions.actions_check CHECK (((state <> ALL (ARRAY['closing'::text, 'completed'::text])) OR (closing_by IS NOT NULL)))
constraint actions.actions_check1 CHECK (((state = 'completed'::text) = (closed_by IS NOT NULL)))
constraint actions.actions_check2 CHECK (((closed_by IS NULL) = (closed_on IS NULL)))
constraint actions.actions_check3 CHECK ((closed_by <> closing_by))
constraint actions.actions_due_on_not_null NOT NULL due_on
constraint actions.actions_number_check CHECK ((number > 0))
constraint actions.actions_number_not_null NOT NULL number
constraint actions.actions_owner_id_not_null NOT NULL owner_id
constraint actions.actions_owner_kind_not_null NOT NULL owner_kind
constraint actions.actions_pkey PRIMARY KEY (area_id, action_id)
constraint actions.actions_recommendation_id_not_null NOT NULL recommendation_id
constraint actions.actions_sealed_words_not_null NOT NULL sealed_words
constraint actions.actions_state_check CHECK ((state = ANY (ARRAY['agreed'::text, 'in-progress'::text, 'closing'::text, 'completed'::text, 'no-longer-relevant'::text])))
constraint actions.actions_state_not_null NOT NULL state
constraint actions.actions_version_check CHECK ((version > 0))
constraint actions.actions_version_not_null NOT NULL version
constraint adjudications.adjudications_adjudicated_by_not_null NOT NULL adjudicated_by
constraint adjudications.adjudications_adjudicated_on_not_null NOT NULL adjudicated_on
constraint adjudications.adjudications_area_id_coding_id_fkey FOREIGN KEY (area_id, coding_id) REFERENCES factor_analysis.second_codings(area_id, coding_id)
constraint adjudications.adjudications_area_id_not_null NOT NULL area_id
constraint adjudications.adjudications_coding_id_not_null NOT NULL coding_id
constraint adjudications.adjudications_holds_check CHECK ((holds = ANY (ARRAY['first'::text, 'second'::text, 'third'::text])))
constraint adjudications.adjudications_holds_not_null NOT NULL holds
constraint adjudications.adjudications_pkey PRIMARY KEY (area_id, coding_id)
constraint adjudications.adjudications_sealed_reason_not_null NOT NULL sealed_reason
constraint adjudications.adjudications_third_check CHECK (((holds = 'third'::text) = (sealed_third IS NOT NULL)))
constraint analyses.analyses_area_id_begun_from_begun_from_revision_fkey FOREIGN KEY (area_id, begun_from, begun_from_revision) REFERENCES factor_analysis.meeting_drafts(area_id, review_meeting_id, revision)
constraint analyses.analyses_area_id_not_null NOT NULL area_id
constraint analyses.analyses_case_id_not_null NOT NULL case_id
constraint analyses.analyses_check CHECK (((state = 'agreed'::text) = (reviewed_on IS NOT NULL)))
constraint analyses.analyses_check1 CHECK (((state = 'agreed'::text) = (panel_meeting_id IS NOT NULL)))
constraint analyses.analyses_check2 CHECK (((state = 'agreed'::text) = (primary_category IS NOT NULL)))
constraint analyses.analyses_check3 CHECK (((state = 'agreed'::text) = (modifiability IS NOT NULL)))
constraint analyses.analyses_check4 CHECK (((begun_from IS NULL) = (begun_from_revision IS NULL)))
constraint analyses.analyses_check5 CHECK (((begun_from IS NULL) OR (revision = 1)))
constraint analyses.analyses_form_version_not_null NOT NULL form_version
constraint analyses.analyses_modifiability_check CHECK ((modifiability = ANY (ARRAY['modifiable-factors-identified'::text, 'no-modifiable-factors'::text, 'inadequate-information'::text])))
constraint analyses.analyses_pkey PRIMARY KEY (area_id, case_id, revision)
constraint analyses.analyses_primary_category_check CHECK (((primary_category >= 1) AND (primary_category <= 10)))
constraint analyses.analyses_revision_check CHECK ((revision > 0))
constraint analyses.analyses_revision_not_null NOT NULL revision
constraint analyses.analyses_saved_at_not_null NOT NULL saved_at
constraint analyses.analyses_sealed_answers_not_null NOT NULL sealed_answers
constraint analyses.analyses_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'agreed'::text])))
constraint analyses.analyses_state_not_null NOT NULL state
constraint analyses.analyses_version_check CHECK ((version > 0))
constraint analyses.analyses_version_not_null NOT NULL version
constraint analysis_factors.analysis_factors_area_id_case_id_revision_fkey FOREIGN KEY (area_id, case_id, revision) REFERENCES factor_analysis.analyses(area_id, case_id, revision)
constraint analysis_factors.analysis_factors_area_id_not_null NOT NULL area_id
constraint analysis_factors.analysis_factors_case_id_not_null NOT NULL case_id
constraint analysis_factors.analysis_factors_check CHECK (((relevance = 2) OR (NOT modifiable)))
constraint analysis_factors.analysis_factors_code_check CHECK ((length(code) <= 60))
constraint analysis_factors.analysis_factors_code_not_null NOT NULL code
constraint analysis_factors.analysis_factors_domain_check CHECK ((domain = ANY (ARRAY['intrinsic'::text, 'social'::text, 'physical'::text, 'service'::text])))
constraint analysis_factors.analysis_factors_domain_not_null NOT NULL domain
constraint analysis_factors.analysis_factors_modifiable_not_null NOT NULL modifiable
constraint analysis_factors.analysis_factors_pkey PRIMARY KEY (area_id, case_id, revision, "position")
constraint analysis_factors.analysis_factors_position_not_null NOT NULL "position"
constraint analysis_factors.analysis_factors_relevance_check CHECK ((relevance = ANY (ARRAY[1, 2])))
constraint analysis_factors.analysis_factors_relevance_not_null NOT NULL relevance
constraint analysis_factors.analysis_factors_revision_check CHECK ((revision > 0))
constraint analysis_factors.analysis_factors_revision_not_null NOT NULL revision
constraint analysis_readers.analysis_readers_area_id_not_null NOT NULL area_id
constraint analysis_readers.analysis_readers_case_id_not_null NOT NULL case_id
constraint analysis_readers.analysis_readers_person_id_not_null NOT NULL person_id
constraint analysis_readers.analysis_readers_pkey PRIMARY KEY (area_id, case_id, person_id)
constraint assurance_statements.assurance_statements_area_id_not_null NOT NULL area_id
constraint assurance_statements.assurance_statements_check CHECK (((version = 1) = (sealed_reason IS NULL)))
constraint assurance_statements.assurance_statements_open_challenges_not_null NOT NULL open_challenges
constraint assurance_statements.assurance_statements_pkey PRIMARY KEY (area_id, year, version)
constraint assurance_statements.assurance_statements_sealed_words_not_null NOT NULL sealed_words
constraint assurance_statements.assurance_statements_signed_at_not_null NOT NULL signed_at
constraint assurance_statements.assurance_statements_signed_by_not_null NOT NULL signed_by
constraint assurance_statements.assurance_statements_signed_on_not_null NOT NULL signed_on
constraint assurance_statements.assurance_statements_version_check CHECK ((version > 0))
constraint assurance_statements.assurance_statements_version_not_null NOT NULL version
constraint assurance_statements.assurance_statements_year_check CHECK ((year ~ '^\d{4}-\d{2}$'::text))
constraint assurance_statements.assurance_statements_year_not_null NOT NULL year
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
constraint calibration_answers.calibration_answers_answer_id_not_null NOT NULL answer_id
constraint calibration_answers.calibration_answers_area_id_not_null NOT NULL area_id
constraint calibration_answers.calibration_answers_batch_check CHECK ((batch >= 0))
constraint calibration_answers.calibration_answers_batch_not_null NOT NULL batch
constraint calibration_answers.calibration_answers_case_key_check CHECK ((length(case_key) <= 40))
constraint calibration_answers.calibration_answers_case_key_not_null NOT NULL case_key
constraint calibration_answers.calibration_answers_codes_not_null NOT NULL codes
constraint calibration_answers.calibration_answers_edition_check CHECK ((length(edition) <= 20))
constraint calibration_answers.calibration_answers_edition_not_null NOT NULL edition
constraint calibration_answers.calibration_answers_pkey PRIMARY KEY (area_id, answer_id)
constraint calibration_codings.calibration_codings_area_id_not_null NOT NULL area_id
constraint calibration_codings.calibration_codings_case_key_check CHECK ((length(case_key) <= 40))
constraint calibration_codings.calibration_codings_case_key_not_null NOT NULL case_key
constraint calibration_codings.calibration_codings_check CHECK (((state = 'final'::text) = (coded_on IS NOT NULL)))
constraint calibration_codings.calibration_codings_edition_check CHECK ((length(edition) <= 20))
constraint calibration_codings.calibration_codings_edition_not_null NOT NULL edition
constraint calibration_codings.calibration_codings_form_version_not_null NOT NULL form_version
constraint calibration_codings.calibration_codings_person_id_not_null NOT NULL person_id
constraint calibration_codings.calibration_codings_pkey PRIMARY KEY (area_id, person_id, case_key, edition)
constraint calibration_codings.calibration_codings_saved_at_not_null NOT NULL saved_at
constraint calibration_codings.calibration_codings_sealed_answers_not_null NOT NULL sealed_answers
constraint calibration_codings.calibration_codings_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'final'::text])))
constraint calibration_codings.calibration_codings_state_not_null NOT NULL state
constraint calibration_codings.calibration_codings_version_check CHECK ((version > 0))
constraint calibration_codings.calibration_codings_version_not_null NOT NULL version
constraint calibration_rounds.calibration_rounds_area_id_not_null NOT NULL area_id
constraint calibration_rounds.calibration_rounds_case_keys_check CHECK (((cardinality(case_keys) >= 1) AND (cardinality(case_keys) <= 50)))
constraint calibration_rounds.calibration_rounds_case_keys_not_null NOT NULL case_keys
constraint calibration_rounds.calibration_rounds_check CHECK ((closes_on >= opened_on))
constraint calibration_rounds.calibration_rounds_closes_on_not_null NOT NULL closes_on
constraint calibration_rounds.calibration_rounds_opened_by_not_null NOT NULL opened_by
constraint calibration_rounds.calibration_rounds_opened_on_not_null NOT NULL opened_on
constraint calibration_rounds.calibration_rounds_pkey PRIMARY KEY (area_id, round_id)
constraint calibration_rounds.calibration_rounds_round_id_not_null NOT NULL round_id
constraint challenge_entries.challenge_entries_act_check CHECK ((act = ANY (ARRAY['raise'::text, 'answer'::text, 'press'::text, 'accept'::text])))
constraint challenge_entries.challenge_entries_act_not_null NOT NULL act
constraint challenge_entries.challenge_entries_area_id_challenge_id_fkey FOREIGN KEY (area_id, challenge_id) REFERENCES factor_analysis.challenges(area_id, challenge_id)
constraint challenge_entries.challenge_entries_area_id_not_null NOT NULL area_id
constraint challenge_entries.challenge_entries_challenge_id_not_null NOT NULL challenge_id
constraint challenge_entries.challenge_entries_check CHECK (((act = 'raise'::text) = (entry = 1)))
constraint challenge_entries.challenge_entries_check1 CHECK (((act = 'accept'::text) OR (sealed_words IS NOT NULL)))
constraint challenge_entries.challenge_entries_entry_check CHECK ((entry > 0))
constraint challenge_entries.challenge_entries_entry_not_null NOT NULL entry
constraint challenge_entries.challenge_entries_pkey PRIMARY KEY (area_id, challenge_id, entry)
constraint challenge_entries.challenge_entries_recorded_at_not_null NOT NULL recorded_at
constraint challenge_entries.challenge_entries_recorded_by_not_null NOT NULL recorded_by
constraint challenge_entries.challenge_entries_recorded_on_not_null NOT NULL recorded_on
constraint challenges.challenges_area_id_action_id_fkey FOREIGN KEY (area_id, action_id) REFERENCES factor_analysis.actions(area_id, action_id)
constraint challenges.challenges_area_id_not_null NOT NULL area_id
constraint challenges.challenges_area_id_recommendation_id_fkey FOREIGN KEY (area_id, recommendation_id) REFERENCES factor_analysis.recommendations(area_id, recommendation_id)
constraint challenges.challenges_area_id_year_number_key UNIQUE (area_id, year, number)
constraint challenges.challenges_challenge_id_not_null NOT NULL challenge_id
constraint challenges.challenges_check CHECK (((recommendation_id IS NOT NULL) = (subject = ANY (ARRAY['recommendation'::text, 'action'::text]))))
constraint challenges.challenges_check1 CHECK (((action_id IS NOT NULL) = (subject = 'action'::text)))
constraint challenges.challenges_check2 CHECK (((release_id IS NOT NULL) = (subject = 'release'::text)))
constraint challenges.challenges_check3 CHECK ((due_on > raised_on))
constraint challenges.challenges_due_on_not_null NOT NULL due_on
constraint challenges.challenges_number_check CHECK ((number > 0))
constraint challenges.challenges_number_not_null NOT NULL number
constraint challenges.challenges_pkey PRIMARY KEY (area_id, challenge_id)
constraint challenges.challenges_raised_by_not_null NOT NULL raised_by
constraint challenges.challenges_raised_on_not_null NOT NULL raised_on
constraint challenges.challenges_state_check CHECK ((state = ANY (ARRAY['open'::text, 'answered'::text, 'accepted'::text])))
constraint challenges.challenges_state_not_null NOT NULL state
constraint challenges.challenges_subject_check CHECK ((subject = ANY (ARRAY['area'::text, 'recommendation'::text, 'action'::text, 'release'::text])))
constraint challenges.challenges_subject_not_null NOT NULL subject
constraint challenges.challenges_version_check CHECK ((version > 0))
constraint challenges.challenges_version_not_null NOT NULL version
constraint challenges.challenges_year_check CHECK (((year >= 2000) AND (year <= 2200)))
constraint challenges.challenges_year_not_null NOT NULL year
constraint coding_samples.coding_samples_agreed_from_not_null NOT NULL agreed_from
constraint coding_samples.coding_samples_area_id_not_null NOT NULL area_id
constraint coding_samples.coding_samples_drawn_at_not_null NOT NULL drawn_at
constraint coding_samples.coding_samples_drawn_by_not_null NOT NULL drawn_by
constraint coding_samples.coding_samples_drawn_check CHECK ((drawn > 0))
constraint coding_samples.coding_samples_drawn_not_null NOT NULL drawn
constraint coding_samples.coding_samples_fewest_check CHECK ((fewest >= 0))
constraint coding_samples.coding_samples_fewest_in_stratum_check CHECK ((fewest_in_stratum >= 0))
constraint coding_samples.coding_samples_fewest_in_stratum_not_null NOT NULL fewest_in_stratum
constraint coding_samples.coding_samples_fewest_not_null NOT NULL fewest
constraint coding_samples.coding_samples_panel_meeting_id_not_null NOT NULL panel_meeting_id
constraint coding_samples.coding_samples_pkey PRIMARY KEY (area_id, sample_id)
constraint coding_samples.coding_samples_possible_check CHECK ((possible >= 0))
constraint coding_samples.coding_samples_possible_not_null NOT NULL possible
constraint coding_samples.coding_samples_sample_id_not_null NOT NULL sample_id
constraint coding_samples.coding_samples_seed_check CHECK (((length(seed) >= 16) AND (length(seed) <= 64)))
constraint coding_samples.coding_samples_seed_not_null NOT NULL seed
constraint coding_samples.coding_samples_share_check CHECK (((share > (0)::numeric) AND (share <= (1)::numeric)))
constraint coding_samples.coding_samples_share_not_null NOT NULL share
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
constraint follow_up_watched.follow_up_watched_area_id_not_null NOT NULL area_id
constraint follow_up_watched.follow_up_watched_look_on_not_null NOT NULL look_on
constraint follow_up_watched.follow_up_watched_pkey PRIMARY KEY (area_id)
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
constraint key_fingerprints.key_fingerprints_fingerprint_not_null NOT NULL fingerprint
constraint key_fingerprints.key_fingerprints_key_name_not_null NOT NULL key_name
constraint key_fingerprints.key_fingerprints_pkey PRIMARY KEY (key_name)
constraint learning_cases.learning_cases_area_id_learning_id_fkey FOREIGN KEY (area_id, learning_id) REFERENCES factor_analysis.learning_points(area_id, learning_id)
constraint learning_cases.learning_cases_area_id_not_null NOT NULL area_id
constraint learning_cases.learning_cases_case_id_not_null NOT NULL case_id
constraint learning_cases.learning_cases_learning_id_not_null NOT NULL learning_id
constraint learning_cases.learning_cases_linked_at_not_null NOT NULL linked_at
constraint learning_cases.learning_cases_linked_by_not_null NOT NULL linked_by
constraint learning_cases.learning_cases_pkey PRIMARY KEY (area_id, learning_id, case_id)
constraint learning_points.learning_points_area_id_not_null NOT NULL area_id
constraint learning_points.learning_points_area_id_year_number_key UNIQUE (area_id, year, number)
constraint learning_points.learning_points_factors_check CHECK ((cardinality(factors) <= 30))
constraint learning_points.learning_points_factors_not_null NOT NULL factors
constraint learning_points.learning_points_issued_by_not_null NOT NULL issued_by
constraint learning_points.learning_points_issued_on_not_null NOT NULL issued_on
constraint learning_points.learning_points_learning_id_not_null NOT NULL learning_id
constraint learning_points.learning_points_number_check CHECK ((number > 0))
constraint learning_points.learning_points_number_not_null NOT NULL number
constraint learning_points.learning_points_pkey PRIMARY KEY (area_id, learning_id)
constraint learning_points.learning_points_sealed_words_not_null NOT NULL sealed_words
constraint learning_points.learning_points_source_check CHECK ((source = ANY (ARRAY['notification'::text, 'joint-agency-response'::text, 'review-meeting'::text, 'panel'::text, 'rapid-review'::text, 'elsewhere'::text])))
constraint learning_points.learning_points_source_not_null NOT NULL source
constraint learning_points.learning_points_themes_check CHECK (((cardinality(themes) >= 1) AND (cardinality(themes) <= 18)))
constraint learning_points.learning_points_themes_not_null NOT NULL themes
constraint learning_points.learning_points_year_check CHECK (((year >= 2000) AND (year <= 2200)))
constraint learning_points.learning_points_year_not_null NOT NULL year
constraint learning_recipients.learning_recipients_area_id_learning_id_fkey FOREIGN KEY (area_id, learning_id) REFERENCES factor_analysis.learning_points(area_id, learning_id)
constraint learning_recipients.learning_recipients_area_id_not_null NOT NULL area_id
constraint learning_recipients.learning_recipients_check CHECK (((acknowledged_on IS NULL) = (acknowledged_by IS NULL)))
constraint learning_recipients.learning_recipients_check1 CHECK ((acknowledged_on >= sent_on))
constraint learning_recipients.learning_recipients_learning_id_not_null NOT NULL learning_id
constraint learning_recipients.learning_recipients_organisation_id_not_null NOT NULL organisation_id
constraint learning_recipients.learning_recipients_organisation_kind_not_null NOT NULL organisation_kind
constraint learning_recipients.learning_recipients_pkey PRIMARY KEY (area_id, learning_id, organisation_id)
constraint learning_recipients.learning_recipients_sent_by_not_null NOT NULL sent_by
constraint learning_recipients.learning_recipients_sent_on_not_null NOT NULL sent_on
constraint live_decisions.live_decisions_answer_digest_check CHECK ((length(answer_digest) = 32))
constraint live_decisions.live_decisions_answer_digest_not_null NOT NULL answer_digest
constraint live_decisions.live_decisions_area_id_case_id_panel_meeting_id_revision_fkey FOREIGN KEY (area_id, case_id, panel_meeting_id, revision) REFERENCES factor_analysis.live_sessions(area_id, case_id, panel_meeting_id, revision)
constraint live_decisions.live_decisions_area_id_not_null NOT NULL area_id
constraint live_decisions.live_decisions_case_id_not_null NOT NULL case_id
constraint live_decisions.live_decisions_decided_at_not_null NOT NULL decided_at
constraint live_decisions.live_decisions_decided_by_not_null NOT NULL decided_by
constraint live_decisions.live_decisions_item_check CHECK (((length(item) >= 1) AND (length(item) <= 200)))
constraint live_decisions.live_decisions_item_not_null NOT NULL item
constraint live_decisions.live_decisions_panel_meeting_id_not_null NOT NULL panel_meeting_id
constraint live_decisions.live_decisions_pkey PRIMARY KEY (area_id, case_id, panel_meeting_id, revision, item, version)
constraint live_decisions.live_decisions_revision_not_null NOT NULL revision
constraint live_decisions.live_decisions_state_check CHECK ((state = ANY (ARRAY['open'::text, 'agreed'::text, 'needs-more'::text, 'deferred'::text])))
constraint live_decisions.live_decisions_state_not_null NOT NULL state
constraint live_decisions.live_decisions_version_check CHECK ((version > 0))
constraint live_decisions.live_decisions_version_not_null NOT NULL version
constraint live_disagreements.live_disagreements_area_id_case_id_panel_meeting_id_revisi_fkey FOREIGN KEY (area_id, case_id, panel_meeting_id, revision, item, version) REFERENCES factor_analysis.live_decisions(area_id, case_id, panel_meeting_id, revision, item, version)
constraint live_disagreements.live_disagreements_area_id_not_null NOT NULL area_id
constraint live_disagreements.live_disagreements_case_id_not_null NOT NULL case_id
constraint live_disagreements.live_disagreements_item_not_null NOT NULL item
constraint live_disagreements.live_disagreements_panel_meeting_id_not_null NOT NULL panel_meeting_id
constraint live_disagreements.live_disagreements_person_id_not_null NOT NULL person_id
constraint live_disagreements.live_disagreements_pkey PRIMARY KEY (area_id, case_id, panel_meeting_id, revision, item, version, person_id)
constraint live_disagreements.live_disagreements_revision_not_null NOT NULL revision
constraint live_disagreements.live_disagreements_version_not_null NOT NULL version
constraint live_presences.live_presences_area_id_not_null NOT NULL area_id
constraint live_presences.live_presences_case_id_not_null NOT NULL case_id
constraint live_presences.live_presences_panel_meeting_id_not_null NOT NULL panel_meeting_id
constraint live_presences.live_presences_person_id_not_null NOT NULL person_id
constraint live_presences.live_presences_pkey PRIMARY KEY (area_id, case_id, panel_meeting_id, person_id)
constraint live_presences.live_presences_seen_at_not_null NOT NULL seen_at
constraint live_sessions.live_sessions_area_id_not_null NOT NULL area_id
constraint live_sessions.live_sessions_case_id_not_null NOT NULL case_id
constraint live_sessions.live_sessions_check CHECK (((state = 'open'::text) = (closed_by IS NULL)))
constraint live_sessions.live_sessions_check1 CHECK (((state = 'open'::text) = (closed_at IS NULL)))
constraint live_sessions.live_sessions_current_item_check CHECK (((length(current_item) >= 1) AND (length(current_item) <= 200)))
constraint live_sessions.live_sessions_current_item_not_null NOT NULL current_item
constraint live_sessions.live_sessions_opened_at_not_null NOT NULL opened_at
constraint live_sessions.live_sessions_opened_by_not_null NOT NULL opened_by
constraint live_sessions.live_sessions_panel_meeting_id_not_null NOT NULL panel_meeting_id
constraint live_sessions.live_sessions_pkey PRIMARY KEY (area_id, case_id, panel_meeting_id, revision)
constraint live_sessions.live_sessions_revision_check CHECK ((revision > 0))
constraint live_sessions.live_sessions_revision_not_null NOT NULL revision
constraint live_sessions.live_sessions_state_check CHECK ((state = ANY (ARRAY['open'::text, 'ended'::text, 'agreed'::text])))
constraint live_sessions.live_sessions_state_not_null NOT NULL state
constraint live_sessions.live_sessions_version_check CHECK ((version > 0))
constraint live_sessions.live_sessions_version_not_null NOT NULL version
constraint meeting_drafts.meeting_drafts_area_id_not_null NOT NULL area_id
constraint meeting_drafts.meeting_drafts_case_id_not_null NOT NULL case_id
constraint meeting_drafts.meeting_drafts_check CHECK (((state = 'finished'::text) = (finished_on IS NOT NULL)))
constraint meeting_drafts.meeting_drafts_check1 CHECK (((state = 'finished'::text) = (finished_by IS NOT NULL)))
constraint meeting_drafts.meeting_drafts_check2 CHECK (((sealed_reason IS NOT NULL) = ((state = 'finished'::text) AND (revision > 1))))
constraint meeting_drafts.meeting_drafts_form_version_not_null NOT NULL form_version
constraint meeting_drafts.meeting_drafts_pkey PRIMARY KEY (area_id, review_meeting_id, revision)
constraint meeting_drafts.meeting_drafts_review_meeting_id_not_null NOT NULL review_meeting_id
constraint meeting_drafts.meeting_drafts_revision_check CHECK ((revision > 0))
constraint meeting_drafts.meeting_drafts_revision_not_null NOT NULL revision
constraint meeting_drafts.meeting_drafts_saved_at_not_null NOT NULL saved_at
constraint meeting_drafts.meeting_drafts_saved_by_not_null NOT NULL saved_by
constraint meeting_drafts.meeting_drafts_sealed_answers_not_null NOT NULL sealed_answers
constraint meeting_drafts.meeting_drafts_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'finished'::text])))
constraint meeting_drafts.meeting_drafts_state_not_null NOT NULL state
constraint meeting_drafts.meeting_drafts_version_check CHECK ((version > 0))
constraint meeting_drafts.meeting_drafts_version_not_null NOT NULL version
constraint migrations.migrations_applied_at_not_null NOT NULL applied_at
constraint migrations.migrations_checksum_not_null NOT NULL checksum
constraint migrations.migrations_name_not_null NOT NULL name
constraint migrations.migrations_pkey PRIMARY KEY (name)
constraint owner_digests.owner_digests_area_id_not_null NOT NULL area_id
constraint owner_digests.owner_digests_area_id_week_of_organisation_id_key UNIQUE (area_id, week_of, organisation_id)
constraint owner_digests.owner_digests_check CHECK (((due >= 0) AND ((overdue + due) > 0)))
constraint owner_digests.owner_digests_check1 CHECK (((outcome IS NULL) = (outcome_at IS NULL)))
constraint owner_digests.owner_digests_digest_id_not_null NOT NULL digest_id
constraint owner_digests.owner_digests_due_not_null NOT NULL due
constraint owner_digests.owner_digests_made_on_not_null NOT NULL made_on
constraint owner_digests.owner_digests_organisation_id_not_null NOT NULL organisation_id
constraint owner_digests.owner_digests_organisation_kind_not_null NOT NULL organisation_kind
constraint owner_digests.owner_digests_outcome_check CHECK ((outcome = ANY (ARRAY['sent'::text, 'no-mailbox'::text])))
constraint owner_digests.owner_digests_overdue_check CHECK ((overdue >= 0))
constraint owner_digests.owner_digests_overdue_not_null NOT NULL overdue
constraint owner_digests.owner_digests_pkey PRIMARY KEY (area_id, digest_id)
constraint owner_digests.owner_digests_week_of_check CHECK ((EXTRACT(isodow FROM week_of) = (1)::numeric))
constraint owner_digests.owner_digests_week_of_not_null NOT NULL week_of
constraint quality_reviews.quality_reviews_area_id_case_id_revision_fkey FOREIGN KEY (area_id, case_id, revision) REFERENCES factor_analysis.analyses(area_id, case_id, revision)
constraint quality_reviews.quality_reviews_area_id_not_null NOT NULL area_id
constraint quality_reviews.quality_reviews_area_id_sample_id_fkey FOREIGN KEY (area_id, sample_id) REFERENCES factor_analysis.quality_samples(area_id, sample_id)
constraint quality_reviews.quality_reviews_case_id_not_null NOT NULL case_id
constraint quality_reviews.quality_reviews_check CHECK ((((answers IS NULL) = (answered_by IS NULL)) AND ((answers IS NULL) = (answered_on IS NULL)) AND ((answers IS NULL) = (checklist IS NULL))))
constraint quality_reviews.quality_reviews_check1 CHECK (((sealed_note IS NULL) OR (answers IS NOT NULL)))
constraint quality_reviews.quality_reviews_check2 CHECK ((NOT COALESCE((answered_by = ANY (decided_by)), false)))
constraint quality_reviews.quality_reviews_checklist_check CHECK ((length(checklist) <= 20))
constraint quality_reviews.quality_reviews_decided_by_check CHECK ((cardinality(decided_by) > 0))
constraint quality_reviews.quality_reviews_decided_by_not_null NOT NULL decided_by
constraint quality_reviews.quality_reviews_pkey PRIMARY KEY (area_id, review_id)
constraint quality_reviews.quality_reviews_reference_check CHECK ((length(reference) <= 40))
constraint quality_reviews.quality_reviews_reference_not_null NOT NULL reference
constraint quality_reviews.quality_reviews_review_id_not_null NOT NULL review_id
constraint quality_reviews.quality_reviews_revision_check CHECK ((revision > 0))
constraint quality_reviews.quality_reviews_revision_not_null NOT NULL revision
constraint quality_reviews.quality_reviews_sample_id_not_null NOT NULL sample_id
constraint quality_samples.quality_samples_agreed_from_not_null NOT NULL agreed_from
constraint quality_samples.quality_samples_area_id_not_null NOT NULL area_id
constraint quality_samples.quality_samples_drawn_at_not_null NOT NULL drawn_at
constraint quality_samples.quality_samples_drawn_by_not_null NOT NULL drawn_by
constraint quality_samples.quality_samples_drawn_check CHECK ((drawn > 0))
constraint quality_samples.quality_samples_drawn_not_null NOT NULL drawn
constraint quality_samples.quality_samples_fewest_check CHECK ((fewest >= 0))
constraint quality_samples.quality_samples_fewest_not_null NOT NULL fewest
constraint quality_samples.quality_samples_pkey PRIMARY KEY (area_id, sample_id)
constraint quality_samples.quality_samples_possible_check CHECK ((possible >= 0))
constraint quality_samples.quality_samples_possible_not_null NOT NULL possible
constraint quality_samples.quality_samples_sample_id_not_null NOT NULL sample_id
constraint quality_samples.quality_samples_seed_check CHECK (((length(seed) >= 16) AND (length(seed) <= 64)))
constraint quality_samples.quality_samples_seed_not_null NOT NULL seed
constraint quality_samples.quality_samples_share_check CHECK (((share > (0)::numeric) AND (share <= (1)::numeric)))
constraint quality_samples.quality_samples_share_not_null NOT NULL share
constraint readiness.readiness_committed_at_not_null NOT NULL committed_at
constraint readiness.readiness_only_row_check CHECK (only_row)
constraint readiness.readiness_only_row_not_null NOT NULL only_row
constraint readiness.readiness_pkey PRIMARY KEY (only_row)
constraint recommendation_cases.recommendation_cases_area_id_not_null NOT NULL area_id
constraint recommendation_cases.recommendation_cases_area_id_recommendation_id_fkey FOREIGN KEY (area_id, recommendation_id) REFERENCES factor_analysis.recommendations(area_id, recommendation_id)
constraint recommendation_cases.recommendation_cases_case_id_not_null NOT NULL case_id
constraint recommendation_cases.recommendation_cases_linked_at_not_null NOT NULL linked_at
constraint recommendation_cases.recommendation_cases_linked_by_not_null NOT NULL linked_by
constraint recommendation_cases.recommendation_cases_pkey PRIMARY KEY (area_id, recommendation_id, case_id)
constraint recommendation_cases.recommendation_cases_recommendation_id_not_null NOT NULL recommendation_id
constraint recommendation_entries.recommendation_entries_act_check CHECK ((act = ANY (ARRAY['propose'::text, 'revise'::text, 'agree'::text, 'issue'::text, 'accept'::text, 'reject'::text, 'begin'::text, 'progress'::text, 'escalate'::text, 'escalate-by-itself'::text, 'propose-closing'::text, 'send-back'::text, 'confirm-closing'::text, 'drop'::text, 'reopen'::text, 'still-relevant'::text])))
constraint recommendation_entries.recommendation_entries_act_not_null NOT NULL act
constraint recommendation_entries.recommendation_entries_area_id_action_id_fkey FOREIGN KEY (area_id, action_id) REFERENCES factor_analysis.actions(area_id, action_id)
constraint recommendation_entries.recommendation_entries_area_id_not_null NOT NULL area_id
constraint recommendation_entries.recommendation_entries_area_id_recommendation_id_fkey FOREIGN KEY (area_id, recommendation_id) REFERENCES factor_analysis.recommendations(area_id, recommendation_id)
constraint recommendation_entries.recommendation_entries_check CHECK (((act <> ALL (ARRAY['progress'::text, 'escalate'::text, 'propose-closing'::text, 'send-back'::text, 'drop'::text, 'reopen'::text, 'reject'::text])) OR (sealed_words IS NOT NULL)))
constraint recommendation_entries.recommendation_entries_check1 CHECK (((recorded_by IS NULL) = (act = 'escalate-by-itself'::text)))
constraint recommendation_entries.recommendation_entries_entry_check CHECK ((entry > 0))
constraint recommendation_entries.recommendation_entries_entry_not_null NOT NULL entry
constraint recommendation_entries.recommendation_entries_happened_on_not_null NOT NULL happened_on
constraint recommendation_entries.recommendation_entries_pkey PRIMARY KEY (area_id, recommendation_id, entry)
constraint recommendation_entries.recommendation_entries_recommendation_id_not_null NOT NULL recommendation_id
constraint recommendation_entries.recommendation_entries_recorded_at_not_null NOT NULL recorded_at
constraint recommendation_measures.recommendation_measures_area_id_not_null NOT NULL area_id
constraint recommendation_measures.recommendation_measures_area_id_recommendation_id_fkey FOREIGN KEY (area_id, recommendation_id) REFERENCES factor_analysis.recommendations(area_id, recommendation_id)
constraint recommendation_measures.recommendation_measures_check CHECK (((out_of > 0) AND (counted <= out_of)))
constraint recommendation_measures.recommendation_measures_check1 CHECK (((wanted IS NULL) = (target IS NULL)))
constraint recommendation_measures.recommendation_measures_check2 CHECK (((entry > 1) OR (target IS NOT NULL)))
constraint recommendation_measures.recommendation_measures_check3 CHECK (((wanted IS NULL) OR ((wanted = 'rise'::text) AND ((100 * (counted)::bigint) < ((target)::bigint * out_of))) OR ((wanted = 'fall'::text) AND ((100 * (counted)::bigint) > ((target)::bigint * out_of)))))
constraint recommendation_measures.recommendation_measures_counted_check CHECK ((counted >= 0))
constraint recommendation_measures.recommendation_measures_counted_not_null NOT NULL counted
constraint recommendation_measures.recommendation_measures_entry_check CHECK ((entry > 0))
constraint recommendation_measures.recommendation_measures_entry_not_null NOT NULL entry
constraint recommendation_measures.recommendation_measures_measured_on_not_null NOT NULL measured_on
constraint recommendation_measures.recommendation_measures_out_of_not_null NOT NULL out_of
constraint recommendation_measures.recommendation_measures_pkey PRIMARY KEY (area_id, recommendation_id, entry)
constraint recommendation_measures.recommendation_measures_recommendation_id_not_null NOT NULL recommendation_id
constraint recommendation_measures.recommendation_measures_recorded_at_not_null NOT NULL recorded_at
constraint recommendation_measures.recommendation_measures_recorded_by_not_null NOT NULL recorded_by
constraint recommendation_measures.recommendation_measures_target_check CHECK (((target >= 0) AND (target <= 100)))
constraint recommendation_measures.recommendation_measures_wanted_check CHECK ((wanted = ANY (ARRAY['rise'::text, 'fall'::text])))
constraint recommendation_recipients.recommendation_recipients_area_id_not_null NOT NULL area_id
constraint recommendation_recipients.recommendation_recipients_area_id_recommendation_id_fkey FOREIGN KEY (area_id, recommendation_id) REFERENCES factor_analysis.recommendations(area_id, recommendation_id)
constraint recommendation_recipients.recommendation_recipients_check CHECK (((acknowledged_on IS NULL) = (acknowledged_by IS NULL)))
constraint recommendation_recipients.recommendation_recipients_check1 CHECK ((acknowledged_on >= sent_on))
constraint recommendation_recipients.recommendation_recipients_organisation_id_not_null NOT NULL organisation_id
constraint recommendation_recipients.recommendation_recipients_organisation_kind_not_null NOT NULL organisation_kind
constraint recommendation_recipients.recommendation_recipients_pkey PRIMARY KEY (area_id, recommendation_id, organisation_id)
constraint recommendation_recipients.recommendation_recipients_recommendation_id_not_null NOT NULL recommendation_id
constraint recommendation_recipients.recommendation_recipients_sent_by_not_null NOT NULL sent_by
constraint recommendation_recipients.recommendation_recipients_sent_on_not_null NOT NULL sent_on
constraint recommendations.recommendations_area_id_not_null NOT NULL area_id
constraint recommendations.recommendations_area_id_year_number_key UNIQUE (area_id, year, number)
constraint recommendations.recommendations_check CHECK (((addressee_kind IS NULL) = (addressee_id IS NULL)))
constraint recommendations.recommendations_check1 CHECK (((state = ANY (ARRAY['proposed'::text, 'no-longer-relevant'::text])) OR ((addressee_id IS NOT NULL) AND (due_on IS NOT NULL) AND (informed_on IS NOT NULL))))
constraint recommendations.recommendations_check2 CHECK (((state <> 'proposed'::text) OR (informed_on IS NULL)))
constraint recommendations.recommendations_check3 CHECK (((state <> ALL (ARRAY['closing'::text, 'completed'::text])) OR (closing_by IS NOT NULL)))
constraint recommendations.recommendations_check4 CHECK (((state = 'completed'::text) = (closed_by IS NOT NULL)))
constraint recommendations.recommendations_check5 CHECK (((closed_by IS NULL) = (closed_on IS NULL)))
constraint recommendations.recommendations_check6 CHECK ((closed_by <> closing_by))
constraint recommendations.recommendations_factors_check CHECK ((cardinality(factors) <= 30))
constraint recommendations.recommendations_factors_not_null NOT NULL factors
constraint recommendations.recommendations_level_check CHECK ((level = ANY (ARRAY['local'::text, 'regional'::text, 'national'::text])))
constraint recommendations.recommendations_level_not_null NOT NULL level
constraint recommendations.recommendations_number_check CHECK ((number > 0))
constraint recommendations.recommendations_number_not_null NOT NULL number
constraint recommendations.recommendations_pkey PRIMARY KEY (area_id, recommendation_id)
constraint recommendations.recommendations_proposed_by_not_null NOT NULL proposed_by
constraint recommendations.recommendations_proposed_on_not_null NOT NULL proposed_on
constraint recommendations.recommendations_recommendation_id_not_null NOT NULL recommendation_id
constraint recommendations.recommendations_sealed_words_not_null NOT NULL sealed_words
constraint recommendations.recommendations_source_check CHECK ((source = ANY (ARRAY['notification'::text, 'joint-agency-response'::text, 'review-meeting'::text, 'panel'::text, 'rapid-review'::text, 'elsewhere'::text])))
constraint recommendations.recommendations_source_not_null NOT NULL source
constraint recommendations.recommendations_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'issued'::text, 'accepted'::text, 'rejected'::text, 'in-progress'::text, 'closing'::text, 'completed'::text, 'no-longer-relevant'::text])))
constraint recommendations.recommendations_state_not_null NOT NULL state
constraint recommendations.recommendations_themes_check CHECK (((cardinality(themes) >= 1) AND (cardinality(themes) <= 18)))
constraint recommendations.recommendations_themes_not_null NOT NULL themes
constraint recommendations.recommendations_version_check CHECK ((version > 0))
constraint recommendations.recommendations_version_not_null NOT NULL version
constraint recommendations.recommendations_year_check CHECK (((year >= 2000) AND (year <= 2200)))
constraint recommendations.recommendations_year_not_null NOT NULL year
constraint release_indicators.release_indicators_after_measures_check CHECK ((after_measures >= 0))
constraint release_indicators.release_indicators_after_measures_not_null NOT NULL after_measures
constraint release_indicators.release_indicators_area_id_not_null NOT NULL area_id
constraint release_indicators.release_indicators_area_id_recommendation_id_fkey FOREIGN KEY (area_id, recommendation_id) REFERENCES factor_analysis.recommendations(area_id, recommendation_id)
constraint release_indicators.release_indicators_baseline_year_check CHECK ((baseline_year ~ '^\d{4}-\d{2}$'::text))
constraint release_indicators.release_indicators_baseline_year_not_null NOT NULL baseline_year
constraint release_indicators.release_indicators_check CHECK (((target >= 0) AND ((statistic = 'count'::text) OR (target <= 100))))
constraint release_indicators.release_indicators_column_code_not_null NOT NULL column_code
constraint release_indicators.release_indicators_entry_check CHECK ((entry > 0))
constraint release_indicators.release_indicators_entry_not_null NOT NULL entry
constraint release_indicators.release_indicators_measure_version_check CHECK ((measure_version > 0))
constraint release_indicators.release_indicators_measure_version_not_null NOT NULL measure_version
constraint release_indicators.release_indicators_named_at_not_null NOT NULL named_at
constraint release_indicators.release_indicators_named_by_not_null NOT NULL named_by
constraint release_indicators.release_indicators_pkey PRIMARY KEY (area_id, recommendation_id, entry)
constraint release_indicators.release_indicators_recommendation_id_not_null NOT NULL recommendation_id
constraint release_indicators.release_indicators_row_code_not_null NOT NULL row_code
constraint release_indicators.release_indicators_statistic_check CHECK ((statistic = ANY (ARRAY['count'::text, 'percentage'::text])))
constraint release_indicators.release_indicators_statistic_not_null NOT NULL statistic
constraint release_indicators.release_indicators_table_id_not_null NOT NULL table_id
constraint release_indicators.release_indicators_target_not_null NOT NULL target
constraint release_indicators.release_indicators_wanted_check CHECK ((wanted = ANY (ARRAY['rise'::text, 'fall'::text])))
constraint release_indicators.release_indicators_wanted_not_null NOT NULL wanted
constraint released_figures.released_figures_area_id_not_null NOT NULL area_id
constraint released_figures.released_figures_built_at_not_null NOT NULL built_at
constraint released_figures.released_figures_pkey PRIMARY KEY (area_id, release_id)
constraint released_figures.released_figures_release_id_not_null NOT NULL release_id
constraint released_figures.released_figures_reporting_year_check CHECK ((reporting_year ~ '^\d{4}-\d{2}$'::text))
constraint released_figures.released_figures_reporting_year_not_null NOT NULL reporting_year
constraint released_figures.released_figures_tables_not_null NOT NULL tables
constraint second_codings.second_codings_area_id_case_id_revision_fkey FOREIGN KEY (area_id, case_id, revision) REFERENCES factor_analysis.analyses(area_id, case_id, revision)
constraint second_codings.second_codings_area_id_not_null NOT NULL area_id
constraint second_codings.second_codings_area_id_sample_id_fkey FOREIGN KEY (area_id, sample_id) REFERENCES factor_analysis.coding_samples(area_id, sample_id)
constraint second_codings.second_codings_case_id_not_null NOT NULL case_id
constraint second_codings.second_codings_check CHECK ((first_meeting_id <> panel_meeting_id))
constraint second_codings.second_codings_check1 CHECK (((state <> 'assigned'::text) OR ((version = 0) AND (sealed_answers IS NULL))))
constraint second_codings.second_codings_check2 CHECK (((state <> ALL (ARRAY['draft'::text, 'final'::text])) OR ((version > 0) AND (sealed_answers IS NOT NULL) AND (form_version IS NOT NULL))))
constraint second_codings.second_codings_check3 CHECK (((state = 'final'::text) = (coded_on IS NOT NULL)))
constraint second_codings.second_codings_check4 CHECK (((state = 'final'::text) = (decided_by IS NOT NULL)))
constraint second_codings.second_codings_check5 CHECK (((state = 'final'::text) = (differs IS NOT NULL)))
constraint second_codings.second_codings_check6 CHECK (((state = 'withdrawn'::text) = (withdrawn_at IS NOT NULL)))
constraint second_codings.second_codings_check7 CHECK ((NOT COALESCE((decided_by && first_decided_by), false)))
constraint second_codings.second_codings_coding_id_not_null NOT NULL coding_id
constraint second_codings.second_codings_decided_by_check CHECK (((decided_by IS NULL) OR (cardinality(decided_by) > 0)))
constraint second_codings.second_codings_first_decided_by_check CHECK ((cardinality(first_decided_by) > 0))
constraint second_codings.second_codings_first_decided_by_not_null NOT NULL first_decided_by
constraint second_codings.second_codings_first_meeting_id_not_null NOT NULL first_meeting_id
constraint second_codings.second_codings_panel_meeting_id_not_null NOT NULL panel_meeting_id
constraint second_codings.second_codings_pkey PRIMARY KEY (area_id, coding_id)
constraint second_codings.second_codings_reference_check CHECK ((length(reference) <= 40))
constraint second_codings.second_codings_reference_not_null NOT NULL reference
constraint second_codings.second_codings_revision_check CHECK ((revision > 0))
constraint second_codings.second_codings_revision_not_null NOT NULL revision
constraint second_codings.second_codings_sample_id_not_null NOT NULL sample_id
constraint second_codings.second_codings_state_check CHECK ((state = ANY (ARRAY['assigned'::text, 'draft'::text, 'final'::text, 'withdrawn'::text])))
constraint second_codings.second_codings_state_not_null NOT NULL state
constraint second_codings.second_codings_stratum_check CHECK ((length(stratum) <= 40))
constraint second_codings.second_codings_stratum_not_null NOT NULL stratum
constraint second_codings.second_codings_version_check CHECK ((version >= 0))
constraint second_codings.second_codings_version_not_null NOT NULL version
constraint self_assessment_answers.self_assessment_answers_area_id_not_null NOT NULL area_id
constraint self_assessment_answers.self_assessment_answers_area_id_year_organisation_id_fkey FOREIGN KEY (area_id, year, organisation_id) REFERENCES factor_analysis.self_assessment_forms(area_id, year, organisation_id)
constraint self_assessment_answers.self_assessment_answers_check CHECK (((version = 1) = (sealed_reason IS NULL)))
constraint self_assessment_answers.self_assessment_answers_edit_check CHECK ((edit > 0))
constraint self_assessment_answers.self_assessment_answers_edit_not_null NOT NULL edit
constraint self_assessment_answers.self_assessment_answers_organisation_id_not_null NOT NULL organisation_id
constraint self_assessment_answers.self_assessment_answers_pkey PRIMARY KEY (area_id, year, organisation_id, version)
constraint self_assessment_answers.self_assessment_answers_saved_at_not_null NOT NULL saved_at
constraint self_assessment_answers.self_assessment_answers_sealed_answers_not_null NOT NULL sealed_answers
constraint self_assessment_answers.self_assessment_answers_version_check CHECK ((version > 0))
constraint self_assessment_answers.self_assessment_answers_version_not_null NOT NULL version
constraint self_assessment_answers.self_assessment_answers_year_not_null NOT NULL year
constraint self_assessment_forms.self_assessment_forms_area_id_not_null NOT NULL area_id
constraint self_assessment_forms.self_assessment_forms_area_id_year_fkey FOREIGN KEY (area_id, year) REFERENCES factor_analysis.self_assessments(area_id, year)
constraint self_assessment_forms.self_assessment_forms_organisation_id_not_null NOT NULL organisation_id
constraint self_assessment_forms.self_assessment_forms_organisation_kind_not_null NOT NULL organisation_kind
constraint self_assessment_forms.self_assessment_forms_pkey PRIMARY KEY (area_id, year, organisation_id)
constraint self_assessment_forms.self_assessment_forms_recommendation_ids_check CHECK (((cardinality(recommendation_ids) >= 1) AND (cardinality(recommendation_ids) <= 200)))
constraint self_assessment_forms.self_assessment_forms_recommendation_ids_not_null NOT NULL recommendation_ids
constraint self_assessment_forms.self_assessment_forms_year_not_null NOT NULL year
constraint self_assessment_reminders.self_assessment_reminders_area_id_not_null NOT NULL area_id
constraint self_assessment_reminders.self_assessment_reminders_area_id_year_organisation_id_fkey FOREIGN KEY (area_id, year, organisation_id) REFERENCES factor_analysis.self_assessment_forms(area_id, year, organisation_id)
constraint self_assessment_reminders.self_assessment_reminders_asked_on_not_null NOT NULL asked_on
constraint self_assessment_reminders.self_assessment_reminders_organisation_id_not_null NOT NULL organisation_id
constraint self_assessment_reminders.self_assessment_reminders_pkey PRIMARY KEY (area_id, year, organisation_id, step)
constraint self_assessment_reminders.self_assessment_reminders_step_check CHECK ((step = ANY (ARRAY['opened'::text, 'before'::text, 'due'::text, 'after-first'::text, 'after-second'::text])))
constraint self_assessment_reminders.self_assessment_reminders_step_not_null NOT NULL step
constraint self_assessment_reminders.self_assessment_reminders_year_not_null NOT NULL year
constraint self_assessments.self_assessments_area_id_not_null NOT NULL area_id
constraint self_assessments.self_assessments_check CHECK ((opened_on <= due_on))
constraint self_assessments.self_assessments_due_on_not_null NOT NULL due_on
constraint self_assessments.self_assessments_opened_by_not_null NOT NULL opened_by
constraint self_assessments.self_assessments_opened_on_not_null NOT NULL opened_on
constraint self_assessments.self_assessments_pkey PRIMARY KEY (area_id, year)
constraint self_assessments.self_assessments_year_check CHECK ((year ~ '^\d{4}-\d{2}$'::text))
constraint self_assessments.self_assessments_year_not_null NOT NULL year
constraint urgent_alert_acknowledgements.urgent_alert_acknowledgements_alert_id_not_null NOT NULL alert_id
constraint urgent_alert_acknowledgements.urgent_alert_acknowledgements_area_id_alert_id_fkey FOREIGN KEY (area_id, alert_id) REFERENCES factor_analysis.urgent_alerts(area_id, alert_id)
constraint urgent_alert_acknowledgements.urgent_alert_acknowledgements_area_id_not_null NOT NULL area_id
constraint urgent_alert_acknowledgements.urgent_alert_acknowledgements_entry_check CHECK ((entry > 0))
constraint urgent_alert_acknowledgements.urgent_alert_acknowledgements_entry_not_null NOT NULL entry
constraint urgent_alert_acknowledgements.urgent_alert_acknowledgements_pkey PRIMARY KEY (area_id, alert_id, entry)
constraint urgent_alert_acknowledgements.urgent_alert_acknowledgements_recorded_at_not_null NOT NULL recorded_at
constraint urgent_alert_acknowledgements.urgent_alert_acknowledgements_recorded_by_not_null NOT NULL recorded_by
constraint urgent_alert_acknowledgements.urgent_alert_acknowledgements_side_check CHECK ((side = ANY (ARRAY['designated-doctor'::text, 'public-health'::text])))
constraint urgent_alert_acknowledgements.urgent_alert_acknowledgements_side_not_null NOT NULL side
constraint urgent_alert_bodies.urgent_alert_bodies_alert_id_not_null NOT NULL alert_id
constraint urgent_alert_bodies.urgent_alert_bodies_area_id_alert_id_fkey FOREIGN KEY (area_id, alert_id) REFERENCES factor_analysis.urgent_alerts(area_id, alert_id)
constraint urgent_alert_bodies.urgent_alert_bodies_area_id_not_null NOT NULL area_id
constraint urgent_alert_bodies.urgent_alert_bodies_body_check CHECK ((body = ANY (ARRAY['opss'::text, 'trading-standards'::text, 'mhra-yellow-card'::text, 'ukhsa'::text, 'nhs-patient-safety'::text, 'ncmd'::text])))
constraint urgent_alert_bodies.urgent_alert_bodies_body_not_null NOT NULL body
constraint urgent_alert_bodies.urgent_alert_bodies_pkey PRIMARY KEY (area_id, alert_id, body)
constraint urgent_alert_bodies.urgent_alert_bodies_recorded_at_not_null NOT NULL recorded_at
constraint urgent_alert_bodies.urgent_alert_bodies_recorded_by_not_null NOT NULL recorded_by
constraint urgent_alert_bodies.urgent_alert_bodies_told_on_not_null NOT NULL told_on
constraint urgent_alert_cases.urgent_alert_cases_alert_id_not_null NOT NULL alert_id
constraint urgent_alert_cases.urgent_alert_cases_area_id_alert_id_fkey FOREIGN KEY (area_id, alert_id) REFERENCES factor_analysis.urgent_alerts(area_id, alert_id)
constraint urgent_alert_cases.urgent_alert_cases_area_id_not_null NOT NULL area_id
constraint urgent_alert_cases.urgent_alert_cases_case_id_not_null NOT NULL case_id
constraint urgent_alert_cases.urgent_alert_cases_linked_at_not_null NOT NULL linked_at
constraint urgent_alert_cases.urgent_alert_cases_linked_by_not_null NOT NULL linked_by
constraint urgent_alert_cases.urgent_alert_cases_pkey PRIMARY KEY (area_id, alert_id, case_id)
constraint urgent_alerts.urgent_alerts_acknowledge_by_not_null NOT NULL acknowledge_by
constraint urgent_alerts.urgent_alerts_alert_id_not_null NOT NULL alert_id
constraint urgent_alerts.urgent_alerts_area_id_not_null NOT NULL area_id
constraint urgent_alerts.urgent_alerts_area_id_year_number_key UNIQUE (area_id, year, number)
constraint urgent_alerts.urgent_alerts_check CHECK ((acknowledge_by > raised_at))
constraint urgent_alerts.urgent_alerts_check1 CHECK (((outcome IS NULL) = (closed_by IS NULL)))
constraint urgent_alerts.urgent_alerts_check2 CHECK (((outcome IS NULL) = (closed_at IS NULL)))
constraint urgent_alerts.urgent_alerts_check3 CHECK (((outcome IS NULL) = (sealed_closing IS NULL)))
constraint urgent_alerts.urgent_alerts_check4 CHECK ((closed_by <> raised_by))
constraint urgent_alerts.urgent_alerts_kind_check CHECK ((kind = ANY (ARRAY['product'::text, 'medicine'::text, 'possible-cluster'::text])))
constraint urgent_alerts.urgent_alerts_kind_not_null NOT NULL kind
constraint urgent_alerts.urgent_alerts_number_check CHECK ((number > 0))
constraint urgent_alerts.urgent_alerts_number_not_null NOT NULL number
constraint urgent_alerts.urgent_alerts_outcome_check CHECK ((outcome = ANY (ARRAY['acted-on'::text, 'taken-over'::text, 'not-confirmed'::text])))
constraint urgent_alerts.urgent_alerts_pkey PRIMARY KEY (area_id, alert_id)
constraint urgent_alerts.urgent_alerts_raised_at_not_null NOT NULL raised_at
constraint urgent_alerts.urgent_alerts_raised_by_not_null NOT NULL raised_by
constraint urgent_alerts.urgent_alerts_sealed_words_not_null NOT NULL sealed_words
constraint urgent_alerts.urgent_alerts_source_check CHECK ((source = ANY (ARRAY['notification'::text, 'joint-agency-response'::text, 'review-meeting'::text, 'panel'::text, 'rapid-review'::text, 'elsewhere'::text])))
constraint urgent_alerts.urgent_alerts_source_not_null NOT NULL source
constraint urgent_alerts.urgent_alerts_year_check CHECK (((year >= 2000) AND (year <= 2200)))
constraint urgent_alerts.urgent_alerts_year_not_null NOT NULL year
constraint urgent_alerts_watched.urgent_alerts_watched_alert_id_not_null NOT NULL alert_id
constraint urgent_alerts_watched.urgent_alerts_watched_area_id_not_null NOT NULL area_id
constraint urgent_alerts_watched.urgent_alerts_watched_pkey PRIMARY KEY (area_id, alert_id)
constraint urgent_alerts_watched.urgent_alerts_watched_remind_at_not_null NOT NULL remind_at
index CREATE INDEX calibration_answers_by_case ON factor_analysis.calibration_answers USING btree (area_id, case_key, edition, batch)
index CREATE UNIQUE INDEX actions_area_id_recommendation_id_number_key ON factor_analysis.actions USING btree (area_id, recommendation_id, number)
index CREATE UNIQUE INDEX actions_pkey ON factor_analysis.actions USING btree (area_id, action_id)
index CREATE UNIQUE INDEX adjudications_pkey ON factor_analysis.adjudications USING btree (area_id, coding_id)
index CREATE UNIQUE INDEX analyses_pkey ON factor_analysis.analyses USING btree (area_id, case_id, revision)
index CREATE UNIQUE INDEX analysis_factors_pkey ON factor_analysis.analysis_factors USING btree (area_id, case_id, revision, "position")
index CREATE UNIQUE INDEX analysis_readers_pkey ON factor_analysis.analysis_readers USING btree (area_id, case_id, person_id)
index CREATE UNIQUE INDEX assurance_statements_pkey ON factor_analysis.assurance_statements USING btree (area_id, year, version)
index CREATE UNIQUE INDEX audit_chain_area_id_entry_id_key ON factor_analysis.audit_chain USING btree (area_id, entry_id)
index CREATE UNIQUE INDEX audit_chain_pkey ON factor_analysis.audit_chain USING btree (area_id, sequence)
index CREATE UNIQUE INDEX audit_entries_pkey ON factor_analysis.audit_entries USING btree (area_id, id)
index CREATE UNIQUE INDEX audit_unsealed_pkey ON factor_analysis.audit_unsealed USING btree (area_id, entry_id)
index CREATE UNIQUE INDEX calibration_answers_pkey ON factor_analysis.calibration_answers USING btree (area_id, answer_id)
index CREATE UNIQUE INDEX calibration_codings_pkey ON factor_analysis.calibration_codings USING btree (area_id, person_id, case_key, edition)
index CREATE UNIQUE INDEX calibration_rounds_pkey ON factor_analysis.calibration_rounds USING btree (area_id, round_id)
index CREATE UNIQUE INDEX challenge_entries_pkey ON factor_analysis.challenge_entries USING btree (area_id, challenge_id, entry)
index CREATE UNIQUE INDEX challenges_area_id_year_number_key ON factor_analysis.challenges USING btree (area_id, year, number)
index CREATE UNIQUE INDEX challenges_pkey ON factor_analysis.challenges USING btree (area_id, challenge_id)
index CREATE UNIQUE INDEX coding_samples_pkey ON factor_analysis.coding_samples USING btree (area_id, sample_id)
index CREATE UNIQUE INDEX data_keys_pkey ON factor_analysis.data_keys USING btree (area_id, subject)
index CREATE UNIQUE INDEX deliveries_pkey ON factor_analysis.deliveries USING btree (area_id, subscriber, subject)
index CREATE UNIQUE INDEX events_area_id_id_key ON factor_analysis.events USING btree (area_id, id)
index CREATE UNIQUE INDEX events_pkey ON factor_analysis.events USING btree (area_id, subject, version)
index CREATE UNIQUE INDEX follow_up_watched_pkey ON factor_analysis.follow_up_watched USING btree (area_id)
index CREATE UNIQUE INDEX idempotency_keys_pkey ON factor_analysis.idempotency_keys USING btree (area_id, actor, procedure, key)
index CREATE UNIQUE INDEX inbox_pkey ON factor_analysis.inbox USING btree (area_id, event_id)
index CREATE UNIQUE INDEX inbox_versions ON factor_analysis.inbox USING btree (area_id, publisher, subject, version)
index CREATE UNIQUE INDEX key_fingerprints_pkey ON factor_analysis.key_fingerprints USING btree (key_name)
index CREATE UNIQUE INDEX learning_cases_pkey ON factor_analysis.learning_cases USING btree (area_id, learning_id, case_id)
index CREATE UNIQUE INDEX learning_points_area_id_year_number_key ON factor_analysis.learning_points USING btree (area_id, year, number)
index CREATE UNIQUE INDEX learning_points_pkey ON factor_analysis.learning_points USING btree (area_id, learning_id)
index CREATE UNIQUE INDEX learning_recipients_pkey ON factor_analysis.learning_recipients USING btree (area_id, learning_id, organisation_id)
index CREATE UNIQUE INDEX live_decisions_pkey ON factor_analysis.live_decisions USING btree (area_id, case_id, panel_meeting_id, revision, item, version)
index CREATE UNIQUE INDEX live_disagreements_pkey ON factor_analysis.live_disagreements USING btree (area_id, case_id, panel_meeting_id, revision, item, version, person_id)
index CREATE UNIQUE INDEX live_presences_pkey ON factor_analysis.live_presences USING btree (area_id, case_id, panel_meeting_id, person_id)
index CREATE UNIQUE INDEX live_sessions_pkey ON factor_analysis.live_sessions USING btree (area_id, case_id, panel_meeting_id, revision)
index CREATE UNIQUE INDEX meeting_drafts_pkey ON factor_analysis.meeting_drafts USING btree (area_id, review_meeting_id, revision)
index CREATE UNIQUE INDEX migrations_pkey ON factor_analysis.migrations USING btree (name)
index CREATE UNIQUE INDEX one_draft ON factor_analysis.analyses USING btree (area_id, case_id) WHERE (state = 'draft'::text)
index CREATE UNIQUE INDEX one_live_session ON factor_analysis.live_sessions USING btree (area_id, case_id) WHERE (state = 'open'::text)
index CREATE UNIQUE INDEX one_meeting_draft ON factor_analysis.meeting_drafts USING btree (area_id, review_meeting_id) WHERE (state = 'draft'::text)
index CREATE UNIQUE INDEX one_quality_review ON factor_analysis.quality_reviews USING btree (area_id, case_id, revision)
index CREATE UNIQUE INDEX one_second_coding ON factor_analysis.second_codings USING btree (area_id, case_id, revision) WHERE (state <> 'withdrawn'::text)
index CREATE UNIQUE INDEX owner_digests_area_id_week_of_organisation_id_key ON factor_analysis.owner_digests USING btree (area_id, week_of, organisation_id)
index CREATE UNIQUE INDEX owner_digests_pkey ON factor_analysis.owner_digests USING btree (area_id, digest_id)
index CREATE UNIQUE INDEX quality_reviews_pkey ON factor_analysis.quality_reviews USING btree (area_id, review_id)
index CREATE UNIQUE INDEX quality_samples_pkey ON factor_analysis.quality_samples USING btree (area_id, sample_id)
index CREATE UNIQUE INDEX readiness_pkey ON factor_analysis.readiness USING btree (only_row)
index CREATE UNIQUE INDEX recommendation_cases_pkey ON factor_analysis.recommendation_cases USING btree (area_id, recommendation_id, case_id)
index CREATE UNIQUE INDEX recommendation_entries_pkey ON factor_analysis.recommendation_entries USING btree (area_id, recommendation_id, entry)
index CREATE UNIQUE INDEX recommendation_measures_pkey ON factor_analysis.recommendation_measures USING btree (area_id, recommendation_id, entry)
index CREATE UNIQUE INDEX recommendation_recipients_pkey ON factor_analysis.recommendation_recipients USING btree (area_id, recommendation_id, organisation_id)
index CREATE UNIQUE INDEX recommendations_area_id_year_number_key ON factor_analysis.recommendations USING btree (area_id, year, number)
index CREATE UNIQUE INDEX recommendations_pkey ON factor_analysis.recommendations USING btree (area_id, recommendation_id)
index CREATE UNIQUE INDEX release_indicators_pkey ON factor_analysis.release_indicators USING btree (area_id, recommendation_id, entry)
index CREATE UNIQUE INDEX released_figures_pkey ON factor_analysis.released_figures USING btree (area_id, release_id)
index CREATE UNIQUE INDEX second_codings_pkey ON factor_analysis.second_codings USING btree (area_id, coding_id)
index CREATE UNIQUE INDEX self_assessment_answers_pkey ON factor_analysis.self_assessment_answers USING btree (area_id, year, organisation_id, version)
index CREATE UNIQUE INDEX self_assessment_forms_pkey ON factor_analysis.self_assessment_forms USING btree (area_id, year, organisation_id)
index CREATE UNIQUE INDEX self_assessment_reminders_pkey ON factor_analysis.self_assessment_reminders USING btree (area_id, year, organisation_id, step)
index CREATE UNIQUE INDEX self_assessments_pkey ON factor_analysis.self_assessments USING btree (area_id, year)
index CREATE UNIQUE INDEX urgent_alert_acknowledgements_pkey ON factor_analysis.urgent_alert_acknowledgements USING btree (area_id, alert_id, entry)
index CREATE UNIQUE INDEX urgent_alert_bodies_pkey ON factor_analysis.urgent_alert_bodies USING btree (area_id, alert_id, body)
index CREATE UNIQUE INDEX urgent_alert_cases_pkey ON factor_analysis.urgent_alert_cases USING btree (area_id, alert_id, case_id)
index CREATE UNIQUE INDEX urgent_alerts_area_id_year_number_key ON factor_analysis.urgent_alerts USING btree (area_id, year, number)
index CREATE UNIQUE INDEX urgent_alerts_pkey ON factor_analysis.urgent_alerts USING btree (area_id, alert_id)
index CREATE UNIQUE INDEX urgent_alerts_watched_pkey ON factor_analysis.urgent_alerts_watched USING btree (area_id, alert_id)
policy actions.area PERMISSIVE for ALL to {factor_analysis_app} using ((area_id = ANY (factor_analysis.actor_areas()))) check ((area_id = ANY (factor_analysis.actor_areas())))
policy actions.migration PERMISSIVE for ALL to {factor_analysis_migrator} using (true) check (true)
policy actions.subject RESTRICTIVE for ALL to {factor_analysis_app} using (((factor_analysis.actor_subject() IS NULL) OR false)) check (((factor_analysis.actor_subject() IS NULL) OR false))
policy adjudications.area PERMISSIVE for ALL to {factor_analysis_app} using ((area_id = ANY (factor_analysis.actor_areas()))) check ((area_id = ANY (factor_analysis.actor_areas())))
policy adjudications.migration PERMISSIVE for ALL to {factor_analysis_migrator} using (true) check (true)
policy adjudications.subject RESTRICTIVE for ALL to {factor_analysis_app} using (((factor_analysis.actor_subject() IS NULL) OR false)) check (((factor_analysis.actor_subject() IS NULL) OR false))
policy analyses.area PERMISSIVE for ALL to {factor_analysis_app} using ((area_id = ANY (factor_analysis.actor_areas()))) check ((area_id = ANY (factor_analysis.actor_areas())))
policy analyses.migration PERMISSIVE for ALL to {factor_analysis_migrator} using (true) check (true)
policy analyses.subject RESTRICTIVE for ALL to {factor_analysis_app} using (((factor_analysis.actor_subject() IS NULL) OR false)) check (((factor_analysis.actor_subject() IS NULL) OR false))
policy analysis_factors.area PERMISSIVE for ALL to {factor_analysis_app} using ((area_id = ANY (factor_analysis.actor_areas()))) check ((area_id = ANY (factor_analysis.actor_areas())))
policy analysis_factors.migration PERMISSIVE for ALL to {factor_analysis_migrator} using (true) check (true)
policy analysis_factors.subject RESTRICTIVE for ALL to {factor_analysis_app} using (((factor_analysis.actor_subject() IS NULL) OR false)) check (((factor_analysis.actor_subject() IS NULL) OR false))
policy analysis_readers.area PERMISSIVE for ALL to {factor_analysis_app} using ((area_id = ANY (factor_analysis.actor_areas()))) check ((area_id = ANY (factor_analysis.actor_areas())))
policy analysis_readers.migration PERMISSIVE for ALL to {factor_analysis_migrator} using (true) check (true)
policy analysis_readers.subject RESTRICTIVE for ALL to {factor_analysis_app} using (((factor_analysis.actor_subject() IS NULL) OR false)) check (((factor_analysis.actor_subject() IS NULL) OR false))
policy assurance_statements.area PERMISSIVE for ALL to {factor_analysis_app} using ((area_id = ANY (factor_analysis.actor_areas()))) check ((area_id = ANY (factor_analysis.actor_areas())))
policy assurance_statements.migration PERMISSIVE for ALL to {factor_analysis_migrator} using (true) check (true)
policy assurance_statements.subject RESTRICTIVE for ALL to {factor_analysis_app} using (((factor_analysis.actor_subject() IS NULL) OR false)) check (((factor_analysis.actor_subject() IS NULL) OR false))
policy audit_chain.area PERMISSIVE for ALL to {factor_analysis_app} using ((area_id = ANY (factor_analysis.actor_areas()))) check ((area_id = ANY (factor_analysis.actor_areas())))
policy audit_chain.migration PERMISSIVE for ALL to {factor_analysis_migrator} using (true) check (true)
policy audit_chain.subject RESTRICTIVE for ALL to {factor_analysis_app} using (((factor_analysis.actor_subject() IS NULL) OR false)) check (((factor_analysis.actor_subject() IS NULL) OR false))
policy audit_entries.area PERMISSIVE for ALL to {factor_analysis_app} using ((area_id = ANY (factor_analysis.actor_areas()))) check ((area_id = ANY (factor_analysis.actor_areas())))
policy audit_entries.migration PERMISSIVE for ALL to {factor_analysis_migrator} using (true) check (true)
policy audit_entries.subject RESTRICTIVE for ALL to {factor_analysis_app} using ((factor_analysis.actor_subject() IS NULL)) check (true)
policy calibration_answers.area PERMISSIVE for ALL to {factor_analysis_app} using ((area_id = ANY (factor_analysis.actor_areas()))) check ((area_id = ANY (factor_analysis.actor_areas())))
policy calibration_answers.migration PERMISSIVE for ALL to {factor_analysis_migrator} using (true) check (true)
policy calibration_answers.subject RESTRICTIVE for ALL to {factor_analysis_app} using (((factor_analysis.actor_subject() IS NULL) OR false)) check (((factor_analysis.actor_subject() IS NULL) OR false))
policy calibration_codings.area PERMISSIVE for ALL to {factor_analysis_app} using ((area_id = ANY (factor_analysis.actor_areas()))) check ((area_id = ANY (factor_analysis.actor_areas())))
policy calibration_codings.migration PERMISSIVE for ALL to {factor_analysis_migrator} using (true) check (true)
policy calibration_codings.subject RESTRICTIVE for ALL to {factor_analysis_app} using (((factor_analysis.actor_subject() IS NULL) OR false)) check (((factor_analysis.actor_subject() IS NULL) OR false))
policy calibration_rounds.area PERMISSIVE for ALL to {factor_analysis_app} using ((area_id = ANY (factor_analysis.actor_areas()))) check ((area_id = ANY (factor_analysis.actor_areas())))
policy calibration_rounds.migration PERMISSIVE for ALL to {factor_analysis_migrator} using (true) check (true)
policy calibration_rounds.subject RESTRICTIVE for ALL to {factor_analysis_app} using (((factor_analysis.actor_subject() IS NULL) OR false)) check (((factor_analysis.actor_subject() IS NULL) OR false))
policy challenge_entries.area PERMISSIVE for ALL to {factor_analysis_app} using ((area_id = ANY (factor_analysis.actor_areas()))) check ((area_id = ANY (factor_analysis.actor_areas())))
policy challenge_entries.migration PERMISSIVE for ALL to {factor_analysis_migrator} using (true) check (true)
policy challenge_entries.subject RESTRICTIVE for ALL to {factor_analysis_app} using (((factor_analysis.actor_subject() IS NULL) OR false)) check (((factor_analysis.actor_subject() IS NULL) OR false))
policy challenges.area PERMISSIVE for ALL to {factor_analysis_app} using ((area_id = ANY (factor_analysis.actor_areas()))) check ((area_id = ANY (factor_analysis.actor_areas())))
policy challenges.migration PERMISSIVE for ALL to {factor_analysis_migrator} using (true) check (true)
policy challenges.subject RESTRICTIVE for ALL to {factor_analysis_app} using (((factor_analysis.actor_subject() IS NULL) OR false)) check (((factor_analysis.actor_subject() IS NULL) OR false))
policy coding_samples.area PERMISSIVE for ALL to {factor_analysis_app} using ((area_id = ANY (factor_analysis.actor_areas()))) check ((area_id = ANY (factor_analysis.actor_areas())))
policy coding_samples.migration PERMISSIVE for ALL to {factor_analysis_migrator} using (true) check (true)
policy coding_samples.subject RESTRICTIVE for ALL to {factor_analysis_app} using (((factor_analysis.actor_subject() IS NULL) OR false)) check (((factor_analysis.actor_subject() IS NULL) OR false))
policy data_keys.area PERMISSIVE for ALL to {factor_analysis_app} using ((area_id = ANY (factor_analysis.actor_areas()))) check ((area_id = ANY (factor_analysis.actor_areas())))
policy data_keys.migration PERMISSIVE for ALL to {factor_analysis_migrator} using (true) check (true)
policy data_keys.subject RESTRICTIVE for ALL to {factor_analysis_app} using (((factor_analysis.actor_subject() IS NULL) OR false)) check (((factor_analysis.actor_subject() IS NULL) OR false))
policy deliveries.area PERMISSIVE for ALL to {factor_analysis_app} using ((area_id = ANY (factor_analysis.actor_areas()))) check ((area_id = ANY (factor_analysis.actor_areas())))
policy deliveries.migration PERMISSIVE for ALL to {factor_analysis_migrator} using (true) check (true)
policy deliveries.subject RESTRICTIVE for ALL to {factor_analysis_app} using (((factor_analysis.actor_subject() IS NULL) OR true)) check (((factor_analysis.actor_subject() IS NULL) OR true))
policy events.area PERMISSIVE for ALL to {factor_analysis_app} using ((area_id = ANY (factor_analysis.actor_areas()))) check ((area_id = ANY (factor_analysis.actor_areas())))
policy events.migration PERMISSIVE for ALL to {factor_analysis_migrator} using (true) check (true)
policy events.subject RESTRICTIVE for ALL to {factor_analysis_app} using (((factor_analysis.actor_subject() IS NULL) OR true)) check (((factor_analysis.actor_subject() IS NULL) OR true))
policy idempotency_keys.area PERMISSIVE for ALL to {factor_analysis_app} using ((area_id = ANY (factor_analysis.actor_areas()))) check ((area_id = ANY (factor_analysis.actor_areas())))
policy idempotency_keys.migration PERMISSIVE for ALL to {factor_analysis_migrator} using (true) check (true)
policy idempotency_keys.subject RESTRICTIVE for ALL to {factor_analysis_app} using (((factor_analysis.actor_subject() IS NULL) OR (actor = ('link:'::text || factor_analysis.actor_subject())))) check (((factor_analysis.actor_subject() IS NULL) OR (actor = ('link:'::text || factor_analysis.actor_subject()))))
policy inbox.area PERMISSIVE for ALL to {factor_analysis_app} using ((area_id = ANY (factor_analysis.actor_areas()))) check ((area_id = ANY (factor_analysis.actor_areas())))
policy inbox.migration PERMISSIVE for ALL to {factor_analysis_migrator} using (true) check (true)
policy inbox.subject RESTRICTIVE for ALL to {factor_analysis_app} using (((factor_analysis.actor_subject() IS NULL) OR false)) check (((factor_analysis.actor_subject() IS NULL) OR false))
policy learning_cases.area PERMISSIVE for ALL to {factor_analysis_app} using ((area_id = ANY (factor_analysis.actor_areas()))) check ((area_id = ANY (factor_analysis.actor_areas())))
policy learning_cases.migration PERMISSIVE for ALL to {factor_analysis_migrator} using (true) check (true)
policy learning_cases.subject RESTRICTIVE for ALL to {factor_analysis_app} using (((factor_analysis.actor_subject() IS NULL) OR false)) check (((factor_analysis.actor_subject() IS NULL) OR false))
policy learning_points.area PERMISSIVE for ALL to {factor_analysis_app} using ((area_id = ANY (factor_analysis.actor_areas()))) check ((area_id = ANY (factor_analysis.actor_areas())))
policy learning_points.migration PERMISSIVE for ALL to {factor_analysis_migrator} using (true) check (true)
policy learning_points.subject RESTRICTIVE for ALL to {factor_analysis_app} using (((factor_analysis.actor_subject() IS NULL) OR false)) check (((factor_analysis.actor_subject() IS NULL) OR false))
policy learning_recipients.area PERMISSIVE for ALL to {factor_analysis_app} using ((area_id = ANY (factor_analysis.actor_areas()))) check ((area_id = ANY (factor_analysis.actor_areas())))
policy learning_recipients.migration PERMISSIVE for ALL to {factor_analysis_migrator} using (true) check (true)
policy learning_recipients.subject RESTRICTIVE for ALL to {factor_analysis_app} using (((factor_analysis.actor_subject() IS NULL) OR false)) check (((factor_analysis.actor_subject() IS NULL) OR false))
policy live_decisions.area PERMISSIVE for ALL to {factor_analysis_app} using ((area_id = ANY (factor_analysis.actor_areas()))) check ((area_id = ANY (factor_analysis.actor_areas())))
policy live_decisions.migration PERMISSIVE for ALL to {factor_analysis_migrator} using (true) check (true)
policy live_decisions.subject RESTRICTIVE for ALL to {factor_analysis_app} using (((factor_analysis.actor_subject() IS NULL) OR false)) check (((factor_analysis.actor_subject() IS NULL) OR false))
policy live_disagreements.area PERMISSIVE for ALL to {factor_analysis_app} using ((area_id = ANY (factor_analysis.actor_areas()))) check ((area_id = ANY (factor_analysis.actor_areas())))
policy live_disagreements.migration PERMISSIVE for ALL to {factor_analysis_migrator} using (true) check (true)
policy live_disagreements.subject RESTRICTIVE for ALL to {factor_analysis_app} using (((factor_analysis.actor_subject() IS NULL) OR false)) check (((factor_analysis.actor_subject() IS NULL) OR false))
policy live_presences.area PERMISSIVE for ALL to {factor_analysis_app} using ((area_id = ANY (factor_analysis.actor_areas()))) check ((area_id = ANY (factor_analysis.actor_areas())))
policy live_presences.migration PERMISSIVE for ALL to {factor_analysis_migrator} using (true) check (true)
policy live_presences.subject RESTRICTIVE for ALL to {factor_analysis_app} using (((factor_analysis.actor_subject() IS NULL) OR false)) check (((factor_analysis.actor_subject() IS NULL) OR false))
policy live_sessions.area PERMISSIVE for ALL to {factor_analysis_app} using ((area_id = ANY (factor_analysis.actor_areas()))) check ((area_id = ANY (factor_analysis.actor_areas())))
policy live_sessions.migration PERMISSIVE for ALL to {factor_analysis_migrator} using (true) check (true)
policy live_sessions.subject RESTRICTIVE for ALL to {factor_analysis_app} using (((factor_analysis.actor_subject() IS NULL) OR false)) check (((factor_analysis.actor_subject() IS NULL) OR false))
policy meeting_drafts.area PERMISSIVE for ALL to {factor_analysis_app} using ((area_id = ANY (factor_analysis.actor_areas()))) check ((area_id = ANY (factor_analysis.actor_areas())))
policy meeting_drafts.migration PERMISSIVE for ALL to {factor_analysis_migrator} using (true) check (true)
policy meeting_drafts.subject RESTRICTIVE for ALL to {factor_analysis_app} using (((factor_analysis.actor_subject() IS NULL) OR false)) check (((factor_analysis.actor_subject() IS NULL) OR false))
policy owner_digests.area PERMISSIVE for ALL to {factor_analysis_app} using ((area_id = ANY (factor_analysis.actor_areas()))) check ((area_id = ANY (factor_analysis.actor_areas())))
policy owner_digests.migration PERMISSIVE for ALL to {factor_analysis_migrator} using (true) check (true)
policy owner_digests.subject RESTRICTIVE for ALL to {factor_analysis_app} using (((factor_analysis.actor_subject() IS NULL) OR false)) check (((factor_analysis.actor_subject() IS NULL) OR false))
policy quality_reviews.area PERMISSIVE for ALL to {factor_analysis_app} using ((area_id = ANY (factor_analysis.actor_areas()))) check ((area_id = ANY (factor_analysis.actor_areas())))
policy quality_reviews.migration PERMISSIVE for ALL to {factor_analysis_migrator} using (true) check (true)
policy quality_reviews.subject RESTRICTIVE for ALL to {factor_analysis_app} using (((factor_analysis.actor_subject() IS NULL) OR false)) check (((factor_analysis.actor_subject() IS NULL) OR false))
policy quality_samples.area PERMISSIVE for ALL to {factor_analysis_app} using ((area_id = ANY (factor_analysis.actor_areas()))) check ((area_id = ANY (factor_analysis.actor_areas())))
policy quality_samples.migration PERMISSIVE for ALL to {factor_analysis_migrator} using (true) check (true)
policy quality_samples.subject RESTRICTIVE for ALL to {factor_analysis_app} using (((factor_analysis.actor_subject() IS NULL) OR false)) check (((factor_analysis.actor_subject() IS NULL) OR false))
policy recommendation_cases.area PERMISSIVE for ALL to {factor_analysis_app} using ((area_id = ANY (factor_analysis.actor_areas()))) check ((area_id = ANY (factor_analysis.actor_areas())))
policy recommendation_cases.migration PERMISSIVE for ALL to {factor_analysis_migrator} using (true) check (true)
policy recommendation_cases.subject RESTRICTIVE for ALL to {factor_analysis_app} using (((factor_analysis.actor_subject() IS NULL) OR false)) check (((factor_analysis.actor_subject() IS NULL) OR false))
policy recommendation_entries.area PERMISSIVE for ALL to {factor_analysis_app} using ((area_id = ANY (factor_analysis.actor_areas()))) check ((area_id = ANY (factor_analysis.actor_areas())))
policy recommendation_entries.migration PERMISSIVE for ALL to {factor_analysis_migrator} using (true) check (true)
policy recommendation_entries.subject RESTRICTIVE for ALL to {factor_analysis_app} using (((factor_analysis.actor_subject() IS NULL) OR false)) check (((factor_analysis.actor_subject() IS NULL) OR false))
policy recommendation_measures.area PERMISSIVE for ALL to {factor_analysis_app} using ((area_id = ANY (factor_analysis.actor_areas()))) check ((area_id = ANY (factor_analysis.actor_areas())))
policy recommendation_measures.migration PERMISSIVE for ALL to {factor_analysis_migrator} using (true) check (true)
policy recommendation_measures.subject RESTRICTIVE for ALL to {factor_analysis_app} using (((factor_analysis.actor_subject() IS NULL) OR false)) check (((factor_analysis.actor_subject() IS NULL) OR false))
policy recommendation_recipients.area PERMISSIVE for ALL to {factor_analysis_app} using ((area_id = ANY (factor_analysis.actor_areas()))) check ((area_id = ANY (factor_analysis.actor_areas())))
policy recommendation_recipients.migration PERMISSIVE for ALL to {factor_analysis_migrator} using (true) check (true)
policy recommendation_recipients.subject RESTRICTIVE for ALL to {factor_analysis_app} using (((factor_analysis.actor_subject() IS NULL) OR false)) check (((factor_analysis.actor_subject() IS NULL) OR false))
policy recommendations.area PERMISSIVE for ALL to {factor_analysis_app} using ((area_id = ANY (factor_analysis.actor_areas()))) check ((area_id = ANY (factor_analysis.actor_areas())))
policy recommendations.migration PERMISSIVE for ALL to {factor_analysis_migrator} using (true) check (true)
policy recommendations.subject RESTRICTIVE for ALL to {factor_analysis_app} using (((factor_analysis.actor_subject() IS NULL) OR false)) check (((factor_analysis.actor_subject() IS NULL) OR false))
policy release_indicators.area PERMISSIVE for ALL to {factor_analysis_app} using ((area_id = ANY (factor_analysis.actor_areas()))) check ((area_id = ANY (factor_analysis.actor_areas())))
policy release_indicators.migration PERMISSIVE for ALL to {factor_analysis_migrator} using (true) check (true)
policy release_indicators.subject RESTRICTIVE for ALL to {factor_analysis_app} using (((factor_analysis.actor_subject() IS NULL) OR false)) check (((factor_analysis.actor_subject() IS NULL) OR false))
policy released_figures.area PERMISSIVE for ALL to {factor_analysis_app} using ((area_id = ANY (factor_analysis.actor_areas()))) check ((area_id = ANY (factor_analysis.actor_areas())))
policy released_figures.migration PERMISSIVE for ALL to {factor_analysis_migrator} using (true) check (true)
policy released_figures.subject RESTRICTIVE for ALL to {factor_analysis_app} using (((factor_analysis.actor_subject() IS NULL) OR false)) check (((factor_analysis.actor_subject() IS NULL) OR false))
policy second_codings.area PERMISSIVE for ALL to {factor_analysis_app} using ((area_id = ANY (factor_analysis.actor_areas()))) check ((area_id = ANY (factor_analysis.actor_areas())))
policy second_codings.migration PERMISSIVE for ALL to {factor_analysis_migrator} using (true) check (true)
policy second_codings.subject RESTRICTIVE for ALL to {factor_analysis_app} using (((factor_analysis.actor_subject() IS NULL) OR false)) check (((factor_analysis.actor_subject() IS NULL) OR false))
policy self_assessment_answers.area PERMISSIVE for ALL to {factor_analysis_app} using ((area_id = ANY (factor_analysis.actor_areas()))) check ((area_id = ANY (factor_analysis.actor_areas())))
policy self_assessment_answers.migration PERMISSIVE for ALL to {factor_analysis_migrator} using (true) check (true)
policy self_assessment_answers.subject RESTRICTIVE for ALL to {factor_analysis_app} using (((factor_analysis.actor_subject() IS NULL) OR false)) check (((factor_analysis.actor_subject() IS NULL) OR false))
policy self_assessment_forms.area PERMISSIVE for ALL to {factor_analysis_app} using ((area_id = ANY (factor_analysis.actor_areas()))) check ((area_id = ANY (factor_analysis.actor_areas())))
policy self_assessment_forms.migration PERMISSIVE for ALL to {factor_analysis_migrator} using (true) check (true)
policy self_assessment_forms.subject RESTRICTIVE for ALL to {factor_analysis_app} using (((factor_analysis.actor_subject() IS NULL) OR false)) check (((factor_analysis.actor_subject() IS NULL) OR false))
policy self_assessment_reminders.area PERMISSIVE for ALL to {factor_analysis_app} using ((area_id = ANY (factor_analysis.actor_areas()))) check ((area_id = ANY (factor_analysis.actor_areas())))
policy self_assessment_reminders.migration PERMISSIVE for ALL to {factor_analysis_migrator} using (true) check (true)
policy self_assessment_reminders.subject RESTRICTIVE for ALL to {factor_analysis_app} using (((factor_analysis.actor_subject() IS NULL) OR false)) check (((factor_analysis.actor_subject() IS NULL) OR false))
policy self_assessments.area PERMISSIVE for ALL to {factor_analysis_app} using ((area_id = ANY (factor_analysis.actor_areas()))) check ((area_id = ANY (factor_analysis.actor_areas())))
policy self_assessments.migration PERMISSIVE for ALL to {factor_analysis_migrator} using (true) check (true)
policy self_assessments.subject RESTRICTIVE for ALL to {factor_analysis_app} using (((factor_analysis.actor_subject() IS NULL) OR false)) check (((factor_analysis.actor_subject() IS NULL) OR false))
policy urgent_alert_acknowledgements.area PERMISSIVE for ALL to {factor_analysis_app} using ((area_id = ANY (factor_analysis.actor_areas()))) check ((area_id = ANY (factor_analysis.actor_areas())))
policy urgent_alert_acknowledgements.migration PERMISSIVE for ALL to {factor_analysis_migrator} using (true) check (true)
policy urgent_alert_acknowledgements.subject RESTRICTIVE for ALL to {factor_analysis_app} using (((factor_analysis.actor_subject() IS NULL) OR false)) check (((factor_analysis.actor_subject() IS NULL) OR false))
policy urgent_alert_bodies.area PERMISSIVE for ALL to {factor_analysis_app} using ((area_id = ANY (factor_analysis.actor_areas()))) check ((area_id = ANY (factor_analysis.actor_areas())))
policy urgent_alert_bodies.migration PERMISSIVE for ALL to {factor_analysis_migrator} using (true) check (true)
policy urgent_alert_bodies.subject RESTRICTIVE for ALL to {factor_analysis_app} using (((factor_analysis.actor_subject() IS NULL) OR false)) check (((factor_analysis.actor_subject() IS NULL) OR false))
policy urgent_alert_cases.area PERMISSIVE for ALL to {factor_analysis_app} using ((area_id = ANY (factor_analysis.actor_areas()))) check ((area_id = ANY (factor_analysis.actor_areas())))
policy urgent_alert_cases.migration PERMISSIVE for ALL to {factor_analysis_migrator} using (true) check (true)
policy urgent_alert_cases.subject RESTRICTIVE for ALL to {factor_analysis_app} using (((factor_analysis.actor_subject() IS NULL) OR false)) check (((factor_analysis.actor_subject() IS NULL) OR false))
policy urgent_alerts.area PERMISSIVE for ALL to {factor_analysis_app} using ((area_id = ANY (factor_analysis.actor_areas()))) check ((area_id = ANY (factor_analysis.actor_areas())))
policy urgent_alerts.migration PERMISSIVE for ALL to {factor_analysis_migrator} using (true) check (true)
policy urgent_alerts.subject RESTRICTIVE for ALL to {factor_analysis_app} using (((factor_analysis.actor_subject() IS NULL) OR false)) check (((factor_analysis.actor_subject() IS NULL) OR false))
grant DELETE, INSERT, SELECT on audit_unsealed to factor_analysis_app
grant DELETE, INSERT, SELECT on data_keys to factor_analysis_app
grant DELETE, INSERT, SELECT on inbox to factor_analysis_app
grant DELETE, INSERT, SELECT on urgent_alerts_watched to factor_analysis_app
grant DELETE, INSERT, SELECT, UPDATE on follow_up_watched to factor_analysis_app
grant DELETE, INSERT, SELECT, UPDATE on live_presences to factor_analysis_app
grant INSERT, SELECT on adjudications to factor_analysis_app
grant INSERT, SELECT on analysis_factors to factor_analysis_app
grant INSERT, SELECT on analysis_readers to factor_analysis_app
grant INSERT, SELECT on assurance_statements to factor_analysis_app
grant INSERT, SELECT on audit_chain to factor_analysis_app
grant INSERT, SELECT on audit_entries to factor_analysis_app
grant INSERT, SELECT on calibration_answers to factor_analysis_app
grant INSERT, SELECT on calibration_rounds to factor_analysis_app
grant INSERT, SELECT on challenge_entries to factor_analysis_app
grant INSERT, SELECT on coding_samples to factor_analysis_app
grant INSERT, SELECT on events to factor_analysis_app
grant INSERT, SELECT on key_fingerprints to factor_analysis_app
grant INSERT, SELECT on learning_cases to factor_analysis_app
grant INSERT, SELECT on learning_points to factor_analysis_app
grant INSERT, SELECT on live_decisions to factor_analysis_app
grant INSERT, SELECT on live_disagreements to factor_analysis_app
grant INSERT, SELECT on quality_samples to factor_analysis_app
grant INSERT, SELECT on recommendation_cases to factor_analysis_app
grant INSERT, SELECT on recommendation_entries to factor_analysis_app
grant INSERT, SELECT on recommendation_measures to factor_analysis_app
grant INSERT, SELECT on release_indicators to factor_analysis_app
grant INSERT, SELECT on released_figures to factor_analysis_app
grant INSERT, SELECT on self_assessment_forms to factor_analysis_app
grant INSERT, SELECT on self_assessment_reminders to factor_analysis_app
grant INSERT, SELECT on self_assessments to factor_analysis_app
grant INSERT, SELECT on urgent_alert_acknowledgements to factor_analysis_app
grant INSERT, SELECT on urgent_alert_bodies to factor_analysis_app
grant INSERT, SELECT on urgent_alert_cases to factor_analysis_app
grant INSERT, SELECT, UPDATE on actions to factor_analysis_app
grant INSERT, SELECT, UPDATE on analyses to factor_analysis_app
grant INSERT, SELECT, UPDATE on calibration_codings to factor_analysis_app
grant INSERT, SELECT, UPDATE on challenges to factor_analysis_app
grant INSERT, SELECT, UPDATE on deliveries to factor_analysis_app
grant INSERT, SELECT, UPDATE on idempotency_keys to factor_analysis_app
grant INSERT, SELECT, UPDATE on learning_recipients to factor_analysis_app
grant INSERT, SELECT, UPDATE on live_sessions to factor_analysis_app
grant INSERT, SELECT, UPDATE on meeting_drafts to factor_analysis_app
grant INSERT, SELECT, UPDATE on owner_digests to factor_analysis_app
grant INSERT, SELECT, UPDATE on quality_reviews to factor_analysis_app
grant INSERT, SELECT, UPDATE on readiness to factor_analysis_app
grant INSERT, SELECT, UPDATE on recommendation_recipients to factor_analysis_app
grant INSERT, SELECT, UPDATE on recommendations to factor_analysis_app
grant INSERT, SELECT, UPDATE on second_codings to factor_analysis_app
grant INSERT, SELECT, UPDATE on self_assessment_answers to factor_analysis_app
grant INSERT, SELECT, UPDATE on urgent_alerts to factor_analysis_app
function actor_areas() security_definer=f 39a78cfd8d94b633d766d254195ef9cb
function actor_subject() security_definer=f 3895dbf575f02bba60edf286f2c50377
function keep_action() security_definer=f a5e8ea6bdee616001ef995018a8044e9
function keep_adjudication() security_definer=f 32463a72a2b15f19a4501cbfd9479a19
function keep_agreed() security_definer=f 3ef388df54ec5f92a3958472e3bc822d
function keep_agreed_factors() security_definer=f 283b9af2b82570f8de41415eca9cb4e5
function keep_assurance() security_definer=f 066bf945e0968370764c779183683d4e
function keep_calibration_answer() security_definer=f 71b7e9c925f829415187706cd7a14e7c
function keep_calibration_coding() security_definer=f e0d88eed07ef9994f906bf7e915ecee0
function keep_challenge() security_definer=f d2061c56a5aac9664a0fc5318e766d52
function keep_challenge_entry() security_definer=f 4a79777ded345d248ef089787df66e0d
function keep_finished() security_definer=f c4bfaba79b8d562741922ab39a9fd665
function keep_live_decision() security_definer=f 06b1d13792ceea1e8b7b42e5246809e7
function keep_live_session() security_definer=f c25d70368d10a02cfaf97126b409ce88
function keep_quality_review() security_definer=f 9bc8f9f4a56729dac00363f6d9a14c79
function keep_recipient() security_definer=f 374996c388c913d7bb64db8171fa27eb
function keep_recommendation() security_definer=f f09e91ebb9d9f6219e83722508ed0d09
function keep_second_coding() security_definer=f 97d7d5590e2423298c8a85c90c729bcd
function keep_self_assessment_answers() security_definer=f c0375be06e3a8bd3eeb0d8ec9ffd0733
function keep_source() security_definer=f 562f3ad234f326c75a05a3e6a021562d
function keep_urgent_alert() security_definer=f a194e5a67dbef8de2950e39589a3ffd9
function refuse_rewrite() security_definer=f 05efc442a8c76c46c083922521ea0adb
function tenant_table(IN name text, IN link_holder_sees text, IN app_may text) security_definer=f 5cf6dff45c512375cca260187786a01a
function untenanted_table(IN name text, IN class text, IN app_may text) security_definer=f 2dff80cd812d8334e4fdb9c83cafd535
trigger actions.keep_action CREATE TRIGGER keep_action BEFORE INSERT OR UPDATE ON factor_analysis.actions FOR EACH ROW EXECUTE FUNCTION factor_analysis.keep_action()
trigger adjudications.keep_adjudication CREATE TRIGGER keep_adjudication BEFORE INSERT OR DELETE OR UPDATE ON factor_analysis.adjudications FOR EACH ROW EXECUTE FUNCTION factor_analysis.keep_adjudication()
trigger analyses.keep_agreed CREATE TRIGGER keep_agreed BEFORE INSERT OR DELETE OR UPDATE ON factor_analysis.analyses FOR EACH ROW EXECUTE FUNCTION factor_analysis.keep_agreed()
trigger analyses.keep_source CREATE TRIGGER keep_source BEFORE INSERT OR UPDATE ON factor_analysis.analyses FOR EACH ROW EXECUTE FUNCTION factor_analysis.keep_source()
trigger analysis_factors.keep_agreed CREATE TRIGGER keep_agreed BEFORE INSERT OR DELETE OR UPDATE ON factor_analysis.analysis_factors FOR EACH ROW EXECUTE FUNCTION factor_analysis.keep_agreed_factors()
trigger assurance_statements.keep_assurance CREATE TRIGGER keep_assurance BEFORE INSERT OR DELETE OR UPDATE ON factor_analysis.assurance_statements FOR EACH ROW EXECUTE FUNCTION factor_analysis.keep_assurance()
trigger audit_chain.never_rewritten CREATE TRIGGER never_rewritten BEFORE DELETE OR UPDATE OR TRUNCATE ON factor_analysis.audit_chain FOR EACH STATEMENT EXECUTE FUNCTION factor_analysis.refuse_rewrite()
trigger audit_entries.never_rewritten CREATE TRIGGER never_rewritten BEFORE DELETE OR UPDATE OR TRUNCATE ON factor_analysis.audit_entries FOR EACH STATEMENT EXECUTE FUNCTION factor_analysis.refuse_rewrite()
trigger calibration_answers.keep_calibration_answer CREATE TRIGGER keep_calibration_answer BEFORE INSERT OR DELETE OR UPDATE ON factor_analysis.calibration_answers FOR EACH ROW EXECUTE FUNCTION factor_analysis.keep_calibration_answer()
trigger calibration_codings.keep_calibration_coding CREATE TRIGGER keep_calibration_coding BEFORE DELETE OR UPDATE ON factor_analysis.calibration_codings FOR EACH ROW EXECUTE FUNCTION factor_analysis.keep_calibration_coding()
trigger challenge_entries.keep_challenge_entry CREATE TRIGGER keep_challenge_entry BEFORE DELETE OR UPDATE ON factor_analysis.challenge_entries FOR EACH ROW EXECUTE FUNCTION factor_analysis.keep_challenge_entry()
trigger challenges.keep_challenge CREATE TRIGGER keep_challenge BEFORE INSERT OR UPDATE ON factor_analysis.challenges FOR EACH ROW EXECUTE FUNCTION factor_analysis.keep_challenge()
trigger learning_recipients.keep_recipient CREATE TRIGGER keep_recipient BEFORE UPDATE ON factor_analysis.learning_recipients FOR EACH ROW EXECUTE FUNCTION factor_analysis.keep_recipient()
trigger live_decisions.keep_live_decision CREATE TRIGGER keep_live_decision BEFORE INSERT OR DELETE OR UPDATE ON factor_analysis.live_decisions FOR EACH ROW EXECUTE FUNCTION factor_analysis.keep_live_decision()
trigger live_sessions.keep_live_session CREATE TRIGGER keep_live_session BEFORE INSERT OR DELETE OR UPDATE ON factor_analysis.live_sessions FOR EACH ROW EXECUTE FUNCTION factor_analysis.keep_live_session()
trigger meeting_drafts.keep_finished CREATE TRIGGER keep_finished BEFORE INSERT OR DELETE OR UPDATE ON factor_analysis.meeting_drafts FOR EACH ROW EXECUTE FUNCTION factor_analysis.keep_finished()
trigger quality_reviews.keep_quality_review CREATE TRIGGER keep_quality_review BEFORE INSERT OR DELETE OR UPDATE ON factor_analysis.quality_reviews FOR EACH ROW EXECUTE FUNCTION factor_analysis.keep_quality_review()
trigger recommendation_recipients.keep_recipient CREATE TRIGGER keep_recipient BEFORE UPDATE ON factor_analysis.recommendation_recipients FOR EACH ROW EXECUTE FUNCTION factor_analysis.keep_recipient()
trigger recommendations.keep_recommendation CREATE TRIGGER keep_recommendation BEFORE INSERT OR UPDATE ON factor_analysis.recommendations FOR EACH ROW EXECUTE FUNCTION factor_analysis.keep_recommendation()
trigger second_codings.keep_second_coding CREATE TRIGGER keep_second_coding BEFORE INSERT OR DELETE OR UPDATE ON factor_analysis.second_codings FOR EACH ROW EXECUTE FUNCTION factor_analysis.keep_second_coding()
trigger self_assessment_answers.keep_self_assessment_answers CREATE TRIGGER keep_self_assessment_answers BEFORE INSERT OR DELETE OR UPDATE ON factor_analysis.self_assessment_answers FOR EACH ROW EXECUTE FUNCTION factor_analysis.keep_self_assessment_answers()
trigger urgent_alerts.keep_urgent_alert CREATE TRIGGER keep_urgent_alert BEFORE UPDATE ON factor_analysis.urgent_alerts FOR EACH ROW EXECUTE FUNCTION factor_analysis.keep_urgent_alert()
