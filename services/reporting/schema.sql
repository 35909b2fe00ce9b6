-- Generated from the migrated schema; a test compares it.
table reporting.annual_report_blocks [class: tenant] rls=t forced=t
table reporting.annual_report_comments [class: tenant] rls=t forced=t
table reporting.annual_report_holds [class: tenant] rls=t forced=t
table reporting.annual_report_pins [class: tenant] rls=t forced=t
table reporting.annual_report_signatures [class: tenant] rls=t forced=t
table reporting.annual_reports [class: tenant] rls=t forced=t
table reporting.areas [class: tenant] rls=t forced=t
table reporting.audit_chain [class: tenant] rls=t forced=t
table reporting.audit_entries [class: tenant] rls=t forced=t
table reporting.audit_unsealed [class: system] rls=f forced=f
table reporting.case_steps [class: tenant] rls=t forced=t
table reporting.cases_in_error [class: tenant] rls=t forced=t
table reporting.data_keys [class: tenant] rls=t forced=t
table reporting.death_facts [class: tenant] rls=t forced=t
table reporting.deliveries [class: tenant] rls=t forced=t
table reporting.denominators [class: tenant] rls=t forced=t
table reporting.events [class: tenant] rls=t forced=t
table reporting.idempotency_keys [class: tenant] rls=t forced=t
table reporting.inbox [class: tenant] rls=t forced=t
table reporting.key_fingerprints [class: system] rls=f forced=f
table reporting.merged_cases [class: tenant] rls=t forced=t
table reporting.migrations [class: system] rls=f forced=f
table reporting.published_annual_reports [class: tenant] rls=t forced=t
table reporting.readiness [class: system] rls=f forced=f
table reporting.release_decisions [class: tenant] rls=t forced=t
table reporting.release_tables [class: tenant] rls=t forced=t
table reporting.releases [class: tenant] rls=t forced=t
table reporting.review_facts [class: tenant] rls=t forced=t
table reporting.table_requests [class: tenant] rls=t forced=t
table reporting.transferred_cases [class: tenant] rls=t forced=t
column annual_report_blocks.area_id uuid not null
column annual_report_blocks.origin text not null
column annual_report_blocks.report_id uuid not null
column annual_report_blocks.sealed_block bytea not null
column annual_report_blocks.section text not null
column annual_report_blocks.version integer not null
column annual_report_blocks.written_at timestamp with time zone not null
column annual_report_blocks.written_by uuid not null
column annual_report_comments.area_id uuid not null
column annual_report_comments.comment_id uuid not null
column annual_report_comments.made_at timestamp with time zone not null
column annual_report_comments.made_by uuid not null
column annual_report_comments.report_id uuid not null
column annual_report_comments.sealed_words bytea not null
column annual_report_comments.section text not null
column annual_report_comments.settled_at timestamp with time zone
column annual_report_comments.settled_by uuid
column annual_report_holds.area_id uuid not null
column annual_report_holds.asked_at timestamp with time zone not null
column annual_report_holds.asked_by uuid not null
column annual_report_holds.decided_at timestamp with time zone
column annual_report_holds.decided_by uuid
column annual_report_holds.hold_id uuid not null
column annual_report_holds.learnt text not null
column annual_report_holds.outcome text
column annual_report_holds.release_id uuid not null
column annual_report_holds.report_id uuid not null
column annual_report_holds.sealed_hold bytea not null
column annual_report_holds.section text not null
column annual_report_pins.area_id uuid not null
column annual_report_pins.pin integer not null
column annual_report_pins.pinned_at timestamp with time zone not null
column annual_report_pins.pinned_by uuid not null
column annual_report_pins.release_id uuid not null
column annual_report_pins.report_id uuid not null
column annual_report_signatures.area_id uuid not null
column annual_report_signatures.capacity text not null
column annual_report_signatures.content_hash text not null
column annual_report_signatures.report_id uuid not null
column annual_report_signatures.signature integer not null
column annual_report_signatures.signed_at timestamp with time zone not null
column annual_report_signatures.signed_by uuid not null
column annual_reports.area_id uuid not null
column annual_reports.begun_at timestamp with time zone not null
column annual_reports.begun_by uuid not null
column annual_reports.begun_from uuid
column annual_reports.edition integer not null
column annual_reports.report_id uuid not null
column annual_reports.reporting_year text not null
column areas.area_id uuid not null
column areas.code text not null
column areas.name text not null
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
column case_steps.about uuid
column case_steps.area_id uuid not null
column case_steps.case_id uuid not null
column case_steps.code text
column case_steps.event_version bigint not null
column case_steps.happened_on date not null
column case_steps.recorded_from timestamp with time zone not null
column case_steps.step text not null
column cases_in_error.area_id uuid not null
column cases_in_error.case_id uuid not null
column cases_in_error.event_version bigint not null
column cases_in_error.reason text not null
column cases_in_error.recorded_from timestamp with time zone not null
column data_keys.area_id uuid not null
column data_keys.subject uuid not null
column data_keys.wrapped bytea not null
column death_facts.age_band text not null
column death_facts.area_id uuid not null
column death_facts.case_id uuid not null
column death_facts.completeness jsonb not null
column death_facts.deprivation jsonb not null default '[]'::jsonb
column death_facts.died_in_year text not null
column death_facts.died_on date not null
column death_facts.ethnic_category text not null
column death_facts.event_version bigint not null
column death_facts.expectedness text not null
column death_facts.flags text[]
column death_facts.form_version text not null
column death_facts.gestation text
column death_facts.jar_triggers text[] not null
column death_facts.local_authority text not null
column death_facts.other_reviews text[]
column death_facts.place_of_death text not null
column death_facts.received_on date not null
column death_facts.recorded_from timestamp with time zone not null
column death_facts.recorded_to timestamp with time zone
column death_facts.response_started text
column death_facts.rural_urban jsonb
column death_facts.sex text not null
column deliveries.area_id uuid not null
column deliveries.attempts integer not null default 0
column deliveries.next_version bigint not null default 1
column deliveries.quarantined_at timestamp with time zone
column deliveries.reason text
column deliveries.subject uuid not null
column deliveries.subscriber text not null
column denominators.area_id uuid not null
column denominators.count bigint not null
column denominators.group_code text not null default 'all'::text
column denominators.group_kind text not null default 'all'::text
column denominators.label text not null
column denominators.loaded_at timestamp with time zone not null
column denominators.population text not null
column denominators.reporting_year text not null
column denominators.source text not null
column denominators.version integer not null
column denominators.vintage text
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
column inbox.area_id uuid not null
column inbox.event_id uuid not null
column inbox.publisher text not null
column inbox.received_at timestamp with time zone not null
column inbox.subject uuid not null
column inbox.version bigint not null
column key_fingerprints.fingerprint text not null
column key_fingerprints.key_name text not null
column merged_cases.area_id uuid not null
column merged_cases.case_id uuid not null
column merged_cases.event_version bigint not null
column merged_cases.recorded_from timestamp with time zone not null
column merged_cases.recorded_to timestamp with time zone
column migrations.applied_at timestamp with time zone not null default now()
column migrations.checksum text not null
column migrations.name text not null
column published_annual_reports.area_id uuid not null
column published_annual_reports.content text not null
column published_annual_reports.content_hash text not null
column published_annual_reports.published_at timestamp with time zone not null
column published_annual_reports.published_by uuid not null
column published_annual_reports.report_id uuid not null
column readiness.committed_at timestamp with time zone not null
column readiness.only_row boolean not null default true
column release_decisions.area_id uuid not null
column release_decisions.content_hash text not null
column release_decisions.decided_at timestamp with time zone
column release_decisions.decided_by uuid
column release_decisions.decision_number bigint not null
column release_decisions.outcome text not null
column release_decisions.reason text
column release_decisions.release_id uuid not null
column release_decisions.signature text
column release_tables.area_id uuid not null
column release_tables.basis_known_on timestamp with time zone
column release_tables.content text
column release_tables.content_hash text
column release_tables.measure_version integer not null
column release_tables.outcome text not null
column release_tables.reason text
column release_tables.release_id uuid not null
column release_tables.revision jsonb
column release_tables.says text
column release_tables.table_id text not null
column release_tables.title text not null
column releases.area_id uuid not null
column releases.area_name text not null
column releases.as_known_on timestamp with time zone not null
column releases.build_number bigint not null
column releases.built_at timestamp with time zone not null
column releases.built_by uuid
column releases.content_hash text not null
column releases.denominators jsonb not null
column releases.held_to_signature bigint not null default 0
column releases.release_id uuid not null
column releases.reporting_year text not null
column review_facts.analysis_version bigint not null
column review_facts.area_id uuid not null
column review_facts.case_id uuid not null
column review_facts.categories smallint[] not null
column review_facts.domains jsonb
column review_facts.event_version bigint not null
column review_facts.factors jsonb not null
column review_facts.first_reviewed_on date not null
column review_facts.modifiability text not null
column review_facts.panel_meeting_id uuid not null
column review_facts.primary_category smallint not null
column review_facts.recorded_from timestamp with time zone not null
column review_facts.recorded_to timestamp with time zone
column review_facts.reviewed_in_year text not null
column review_facts.reviewed_on date not null
column table_requests.area_id uuid not null
column table_requests.asked_at timestamp with time zone not null
column table_requests.asked_by uuid not null
column table_requests.release_id uuid
column table_requests.request_id uuid not null
column table_requests.sealed_words bytea not null
column table_requests.table_id text
column transferred_cases.area_id uuid not null
column transferred_cases.case_id uuid not null
column transferred_cases.event_version bigint not null
column transferred_cases.recorded_from timestamp with time zone not null
column transferred_cases.recorded_to timestamp with time zone
constraint annual_report_blocks.annual_report_blocks_area_id_not_null NOT NULL area_id
constraint annual_report_blocks.annual_report_blocks_area_id_report_id_fkey FOREIGN KEY (area_id, report_id) REFERENCES reporting.annual_reports(area_id, report_id)
constraint annual_report_blocks.annual_report_blocks_origin_check CHECK ((origin = ANY (ARRAY['written'::text, 'carried-over'::text])))
constraint annual_report_blocks.annual_report_blocks_origin_not_null NOT NULL origin
constraint annual_report_blocks.annual_report_blocks_pkey PRIMARY KEY (area_id, report_id, section, version)
constraint annual_report_blocks.annual_report_blocks_report_id_not_null NOT NULL report_id
constraint annual_report_blocks.annual_report_blocks_sealed_block_not_null NOT NULL sealed_block
constraint annual_report_blocks.annual_report_blocks_section_check CHECK ((section ~ '^[a-z-]+$'::text))
constraint annual_report_blocks.annual_report_blocks_section_not_null NOT NULL section
constraint annual_report_blocks.annual_report_blocks_version_check CHECK ((version > 0))
constraint annual_report_blocks.annual_report_blocks_version_not_null NOT NULL version
constraint annual_report_blocks.annual_report_blocks_written_at_not_null NOT NULL written_at
constraint annual_report_blocks.annual_report_blocks_written_by_not_null NOT NULL written_by
constraint annual_report_comments.annual_report_comments_area_id_not_null NOT NULL area_id
constraint annual_report_comments.annual_report_comments_area_id_report_id_fkey FOREIGN KEY (area_id, report_id) REFERENCES reporting.annual_reports(area_id, report_id)
constraint annual_report_comments.annual_report_comments_check CHECK (((settled_by IS NULL) = (settled_at IS NULL)))
constraint annual_report_comments.annual_report_comments_comment_id_not_null NOT NULL comment_id
constraint annual_report_comments.annual_report_comments_made_at_not_null NOT NULL made_at
constraint annual_report_comments.annual_report_comments_made_by_not_null NOT NULL made_by
constraint annual_report_comments.annual_report_comments_pkey PRIMARY KEY (area_id, report_id, comment_id)
constraint annual_report_comments.annual_report_comments_report_id_not_null NOT NULL report_id
constraint annual_report_comments.annual_report_comments_sealed_words_not_null NOT NULL sealed_words
constraint annual_report_comments.annual_report_comments_section_check CHECK ((section ~ '^[a-z-]+$'::text))
constraint annual_report_comments.annual_report_comments_section_not_null NOT NULL section
constraint annual_report_holds.annual_report_holds_area_id_not_null NOT NULL area_id
constraint annual_report_holds.annual_report_holds_area_id_report_id_fkey FOREIGN KEY (area_id, report_id) REFERENCES reporting.annual_reports(area_id, report_id)
constraint annual_report_holds.annual_report_holds_asked_at_not_null NOT NULL asked_at
constraint annual_report_holds.annual_report_holds_asked_by_not_null NOT NULL asked_by
constraint annual_report_holds.annual_report_holds_check CHECK ((((outcome IS NULL) = (decided_by IS NULL)) AND ((outcome IS NULL) = (decided_at IS NULL))))
constraint annual_report_holds.annual_report_holds_check1 CHECK ((decided_by <> asked_by))
constraint annual_report_holds.annual_report_holds_hold_id_not_null NOT NULL hold_id
constraint annual_report_holds.annual_report_holds_learnt_check CHECK ((learnt = ANY (ARRAY['nothing-new'::text, 'agreed-with-the-family'::text])))
constraint annual_report_holds.annual_report_holds_learnt_not_null NOT NULL learnt
constraint annual_report_holds.annual_report_holds_outcome_check CHECK ((outcome = ANY (ARRAY['may-stand'::text, 'must-go'::text])))
constraint annual_report_holds.annual_report_holds_pkey PRIMARY KEY (area_id, report_id, hold_id)
constraint annual_report_holds.annual_report_holds_release_id_not_null NOT NULL release_id
constraint annual_report_holds.annual_report_holds_report_id_not_null NOT NULL report_id
constraint annual_report_holds.annual_report_holds_sealed_hold_not_null NOT NULL sealed_hold
constraint annual_report_holds.annual_report_holds_section_check CHECK ((section ~ '^[a-z-]+$'::text))
constraint annual_report_holds.annual_report_holds_section_not_null NOT NULL section
constraint annual_report_pins.annual_report_pins_area_id_not_null NOT NULL area_id
constraint annual_report_pins.annual_report_pins_area_id_release_id_fkey FOREIGN KEY (area_id, release_id) REFERENCES reporting.releases(area_id, release_id)
constraint annual_report_pins.annual_report_pins_area_id_report_id_fkey FOREIGN KEY (area_id, report_id) REFERENCES reporting.annual_reports(area_id, report_id)
constraint annual_report_pins.annual_report_pins_pin_check CHECK ((pin > 0))
constraint annual_report_pins.annual_report_pins_pin_not_null NOT NULL pin
constraint annual_report_pins.annual_report_pins_pinned_at_not_null NOT NULL pinned_at
constraint annual_report_pins.annual_report_pins_pinned_by_not_null NOT NULL pinned_by
constraint annual_report_pins.annual_report_pins_pkey PRIMARY KEY (area_id, report_id, pin)
constraint annual_report_pins.annual_report_pins_release_id_not_null NOT NULL release_id
constraint annual_report_pins.annual_report_pins_report_id_not_null NOT NULL report_id
constraint annual_report_signatures.annual_report_signatures_area_id_not_null NOT NULL area_id
constraint annual_report_signatures.annual_report_signatures_area_id_report_id_fkey FOREIGN KEY (area_id, report_id) REFERENCES reporting.annual_reports(area_id, report_id)
constraint annual_report_signatures.annual_report_signatures_capacity_check CHECK ((capacity = ANY (ARRAY['chair'::text, 'scrutineer'::text])))
constraint annual_report_signatures.annual_report_signatures_capacity_not_null NOT NULL capacity
constraint annual_report_signatures.annual_report_signatures_content_hash_check CHECK ((content_hash ~ '^[0-9a-f]{64}$'::text))
constraint annual_report_signatures.annual_report_signatures_content_hash_not_null NOT NULL content_hash
constraint annual_report_signatures.annual_report_signatures_pkey PRIMARY KEY (area_id, report_id, signature)
constraint annual_report_signatures.annual_report_signatures_report_id_not_null NOT NULL report_id
constraint annual_report_signatures.annual_report_signatures_signature_check CHECK ((signature > 0))
constraint annual_report_signatures.annual_report_signatures_signature_not_null NOT NULL signature
constraint annual_report_signatures.annual_report_signatures_signed_at_not_null NOT NULL signed_at
constraint annual_report_signatures.annual_report_signatures_signed_by_not_null NOT NULL signed_by
constraint annual_reports.annual_reports_area_id_not_null NOT NULL area_id
constraint annual_reports.annual_reports_area_id_reporting_year_edition_key UNIQUE (area_id, reporting_year, edition)
constraint annual_reports.annual_reports_begun_at_not_null NOT NULL begun_at
constraint annual_reports.annual_reports_begun_by_not_null NOT NULL begun_by
constraint annual_reports.annual_reports_edition_check CHECK ((edition > 0))
constraint annual_reports.annual_reports_edition_not_null NOT NULL edition
constraint annual_reports.annual_reports_pkey PRIMARY KEY (area_id, report_id)
constraint annual_reports.annual_reports_report_id_not_null NOT NULL report_id
constraint annual_reports.annual_reports_reporting_year_check CHECK ((reporting_year ~ '^\d{4}-\d{2}$'::text))
constraint annual_reports.annual_reports_reporting_year_not_null NOT NULL reporting_year
constraint areas.areas_area_id_not_null NOT NULL area_id
constraint areas.areas_code_check CHECK ((code ~ '^[A-Z]{2,6}$'::text))
constraint areas.areas_code_not_null NOT NULL code
constraint areas.areas_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120)))
constraint areas.areas_name_not_null NOT NULL name
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
constraint case_steps.case_steps_area_id_not_null NOT NULL area_id
constraint case_steps.case_steps_case_id_not_null NOT NULL case_id
constraint case_steps.case_steps_code_check CHECK ((code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text))
constraint case_steps.case_steps_event_version_check CHECK ((event_version > 0))
constraint case_steps.case_steps_event_version_not_null NOT NULL event_version
constraint case_steps.case_steps_happened_on_not_null NOT NULL happened_on
constraint case_steps.case_steps_pkey PRIMARY KEY (area_id, case_id, event_version)
constraint case_steps.case_steps_recorded_from_not_null NOT NULL recorded_from
constraint case_steps.case_steps_step_check CHECK ((step = ANY (ARRAY['opened'::text, 'review-meeting-held'::text, 'review-meeting-not-held'::text, 'review-meeting-reported'::text, 'hold-began'::text, 'hold-ended'::text, 'listed'::text, 'deferred'::text, 'resumed'::text, 'reviewed'::text, 'closed'::text, 'reopened'::text])))
constraint case_steps.case_steps_step_not_null NOT NULL step
constraint cases_in_error.cases_in_error_area_id_not_null NOT NULL area_id
constraint cases_in_error.cases_in_error_case_id_not_null NOT NULL case_id
constraint cases_in_error.cases_in_error_event_version_check CHECK ((event_version > 0))
constraint cases_in_error.cases_in_error_event_version_not_null NOT NULL event_version
constraint cases_in_error.cases_in_error_pkey PRIMARY KEY (area_id, case_id)
constraint cases_in_error.cases_in_error_reason_check CHECK ((reason ~ '^[a-z]+(-[a-z]+)*$'::text))
constraint cases_in_error.cases_in_error_reason_not_null NOT NULL reason
constraint cases_in_error.cases_in_error_recorded_from_not_null NOT NULL recorded_from
constraint data_keys.data_keys_area_id_not_null NOT NULL area_id
constraint data_keys.data_keys_pkey PRIMARY KEY (area_id, subject)
constraint data_keys.data_keys_subject_not_null NOT NULL subject
constraint data_keys.data_keys_wrapped_not_null NOT NULL wrapped
constraint death_facts.death_facts_age_band_check CHECK ((age_band = ANY (ARRAY['0-27d'::text, '28-364d'::text, '1-4y'::text, '5-9y'::text, '10-14y'::text, '15-17y'::text])))
constraint death_facts.death_facts_age_band_not_null NOT NULL age_band
constraint death_facts.death_facts_area_id_not_null NOT NULL area_id
constraint death_facts.death_facts_case_id_not_null NOT NULL case_id
constraint death_facts.death_facts_completeness_not_null NOT NULL completeness
constraint death_facts.death_facts_deprivation_not_null NOT NULL deprivation
constraint death_facts.death_facts_died_in_year_check CHECK ((died_in_year ~ '^\d{4}-\d{2}$'::text))
constraint death_facts.death_facts_died_in_year_not_null NOT NULL died_in_year
constraint death_facts.death_facts_died_on_not_null NOT NULL died_on
constraint death_facts.death_facts_ethnic_category_check CHECK ((length(ethnic_category) <= 60))
constraint death_facts.death_facts_ethnic_category_not_null NOT NULL ethnic_category
constraint death_facts.death_facts_event_version_check CHECK ((event_version > 0))
constraint death_facts.death_facts_event_version_not_null NOT NULL event_version
constraint death_facts.death_facts_expectedness_check CHECK ((length(expectedness) <= 60))
constraint death_facts.death_facts_expectedness_not_null NOT NULL expectedness
constraint death_facts.death_facts_form_version_check CHECK ((length(form_version) <= 40))
constraint death_facts.death_facts_form_version_not_null NOT NULL form_version
constraint death_facts.death_facts_gestation_check CHECK ((gestation = ANY (ARRAY['under-24w'::text, '24-27w'::text, '28-31w'::text, '32-36w'::text, '37w-and-over'::text])))
constraint death_facts.death_facts_jar_triggers_not_null NOT NULL jar_triggers
constraint death_facts.death_facts_local_authority_check CHECK ((length(local_authority) <= 12))
constraint death_facts.death_facts_local_authority_not_null NOT NULL local_authority
constraint death_facts.death_facts_pkey PRIMARY KEY (area_id, case_id, event_version)
constraint death_facts.death_facts_place_of_death_check CHECK ((length(place_of_death) <= 60))
constraint death_facts.death_facts_place_of_death_not_null NOT NULL place_of_death
constraint death_facts.death_facts_received_on_not_null NOT NULL received_on
constraint death_facts.death_facts_recorded_from_not_null NOT NULL recorded_from
constraint death_facts.death_facts_response_started_check CHECK ((response_started = ANY (ARRAY['yes'::text, 'no'::text, 'not-known'::text])))
constraint death_facts.death_facts_sex_check CHECK ((sex = ANY (ARRAY['male'::text, 'female'::text, 'indeterminate'::text, 'not-known'::text])))
constraint death_facts.death_facts_sex_not_null NOT NULL sex
constraint deliveries.deliveries_area_id_not_null NOT NULL area_id
constraint deliveries.deliveries_attempts_not_null NOT NULL attempts
constraint deliveries.deliveries_next_version_check CHECK ((next_version > 0))
constraint deliveries.deliveries_next_version_not_null NOT NULL next_version
constraint deliveries.deliveries_pkey PRIMARY KEY (area_id, subscriber, subject)
constraint deliveries.deliveries_reason_check CHECK ((length(reason) <= 200))
constraint deliveries.deliveries_subject_not_null NOT NULL subject
constraint deliveries.deliveries_subscriber_not_null NOT NULL subscriber
constraint denominators.denominators_area_id_not_null NOT NULL area_id
constraint denominators.denominators_count_check CHECK ((count > 0))
constraint denominators.denominators_count_not_null NOT NULL count
constraint denominators.denominators_group CHECK (((group_kind = 'all'::text) = (group_code = 'all'::text)))
constraint denominators.denominators_group_code_check CHECK (((length(group_code) >= 1) AND (length(group_code) <= 60)))
constraint denominators.denominators_group_code_not_null NOT NULL group_code
constraint denominators.denominators_group_kind_check CHECK ((group_kind = ANY (ARRAY['all'::text, 'age'::text, 'sex'::text, 'ethnic-group'::text, 'deprivation'::text, 'rural-urban'::text])))
constraint denominators.denominators_group_kind_not_null NOT NULL group_kind
constraint denominators.denominators_label_check CHECK (((length(label) >= 1) AND (length(label) <= 200)))
constraint denominators.denominators_label_not_null NOT NULL label
constraint denominators.denominators_loaded_at_not_null NOT NULL loaded_at
constraint denominators.denominators_pkey PRIMARY KEY (area_id, reporting_year, population, group_kind, group_code, version)
constraint denominators.denominators_population_check CHECK ((population = ANY (ARRAY['children-0-17'::text, 'children-1-17'::text, 'live-births'::text])))
constraint denominators.denominators_population_not_null NOT NULL population
constraint denominators.denominators_reporting_year_check CHECK ((reporting_year ~ '^\d{4}-\d{2}$'::text))
constraint denominators.denominators_reporting_year_not_null NOT NULL reporting_year
constraint denominators.denominators_source_check CHECK (((length(source) >= 1) AND (length(source) <= 400)))
constraint denominators.denominators_source_not_null NOT NULL source
constraint denominators.denominators_version_check CHECK ((version > 0))
constraint denominators.denominators_version_not_null NOT NULL version
constraint denominators.denominators_vintage_check CHECK (((length(vintage) >= 1) AND (length(vintage) <= 120)))
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
constraint merged_cases.merged_cases_area_id_not_null NOT NULL area_id
constraint merged_cases.merged_cases_case_id_not_null NOT NULL case_id
constraint merged_cases.merged_cases_event_version_check CHECK ((event_version > 0))
constraint merged_cases.merged_cases_event_version_not_null NOT NULL event_version
constraint merged_cases.merged_cases_pkey PRIMARY KEY (area_id, case_id, event_version)
constraint merged_cases.merged_cases_recorded_from_not_null NOT NULL recorded_from
constraint migrations.migrations_applied_at_not_null NOT NULL applied_at
constraint migrations.migrations_checksum_not_null NOT NULL checksum
constraint migrations.migrations_name_not_null NOT NULL name
constraint migrations.migrations_pkey PRIMARY KEY (name)
constraint published_annual_reports.published_annual_reports_area_id_not_null NOT NULL area_id
constraint published_annual_reports.published_annual_reports_area_id_report_id_fkey FOREIGN KEY (area_id, report_id) REFERENCES reporting.annual_reports(area_id, report_id)
constraint published_annual_reports.published_annual_reports_content_hash_check CHECK ((content_hash ~ '^[0-9a-f]{64}$'::text))
constraint published_annual_reports.published_annual_reports_content_hash_not_null NOT NULL content_hash
constraint published_annual_reports.published_annual_reports_content_not_null NOT NULL content
constraint published_annual_reports.published_annual_reports_pkey PRIMARY KEY (area_id, report_id)
constraint published_annual_reports.published_annual_reports_published_at_not_null NOT NULL published_at
constraint published_annual_reports.published_annual_reports_published_by_not_null NOT NULL published_by
constraint published_annual_reports.published_annual_reports_report_id_not_null NOT NULL report_id
constraint readiness.readiness_committed_at_not_null NOT NULL committed_at
constraint readiness.readiness_only_row_check CHECK (only_row)
constraint readiness.readiness_only_row_not_null NOT NULL only_row
constraint readiness.readiness_pkey PRIMARY KEY (only_row)
constraint release_decisions.release_decisions_area_id_not_null NOT NULL area_id
constraint release_decisions.release_decisions_area_id_release_id_fkey FOREIGN KEY (area_id, release_id) REFERENCES reporting.releases(area_id, release_id)
constraint release_decisions.release_decisions_check CHECK (((outcome = 'before-signatures'::text) = (decided_by IS NULL)))
constraint release_decisions.release_decisions_check1 CHECK (((decided_by IS NULL) = (decided_at IS NULL)))
constraint release_decisions.release_decisions_check2 CHECK (((outcome = 'turned-down'::text) = (reason IS NOT NULL)))
constraint release_decisions.release_decisions_check3 CHECK (((outcome = 'signed'::text) = (signature IS NOT NULL)))
constraint release_decisions.release_decisions_content_hash_check CHECK ((content_hash ~ '^[0-9a-f]{64}$'::text))
constraint release_decisions.release_decisions_content_hash_not_null NOT NULL content_hash
constraint release_decisions.release_decisions_decision_number_not_null NOT NULL decision_number
constraint release_decisions.release_decisions_outcome_check CHECK ((outcome = ANY (ARRAY['signed'::text, 'turned-down'::text, 'before-signatures'::text])))
constraint release_decisions.release_decisions_outcome_not_null NOT NULL outcome
constraint release_decisions.release_decisions_pkey PRIMARY KEY (area_id, release_id)
constraint release_decisions.release_decisions_reason_check CHECK ((reason ~ '^[a-z]+(-[a-z]+)*$'::text))
constraint release_decisions.release_decisions_release_id_not_null NOT NULL release_id
constraint release_tables.release_tables_area_id_not_null NOT NULL area_id
constraint release_tables.release_tables_area_id_release_id_fkey FOREIGN KEY (area_id, release_id) REFERENCES reporting.releases(area_id, release_id) DEFERRABLE INITIALLY DEFERRED
constraint release_tables.release_tables_check CHECK (((outcome = 'published'::text) = ((content IS NOT NULL) AND (content_hash IS NOT NULL))))
constraint release_tables.release_tables_check1 CHECK (((outcome = 'withheld'::text) = ((reason IS NOT NULL) AND (says IS NOT NULL))))
constraint release_tables.release_tables_content_hash_check CHECK ((content_hash ~ '^[0-9a-f]{64}$'::text))
constraint release_tables.release_tables_measure_version_check CHECK ((measure_version > 0))
constraint release_tables.release_tables_measure_version_not_null NOT NULL measure_version
constraint release_tables.release_tables_outcome_check CHECK ((outcome = ANY (ARRAY['published'::text, 'withheld'::text])))
constraint release_tables.release_tables_outcome_not_null NOT NULL outcome
constraint release_tables.release_tables_pkey PRIMARY KEY (area_id, release_id, table_id)
constraint release_tables.release_tables_reason_check CHECK ((reason = ANY (ARRAY['no-safe-pattern'::text, 'nothing-left-to-show'::text])))
constraint release_tables.release_tables_release_id_not_null NOT NULL release_id
constraint release_tables.release_tables_revises CHECK (((revision IS NULL) OR (outcome = 'published'::text)))
constraint release_tables.release_tables_table_id_check CHECK ((table_id ~ '^[A-Z]\d+$'::text))
constraint release_tables.release_tables_table_id_not_null NOT NULL table_id
constraint release_tables.release_tables_title_not_null NOT NULL title
constraint releases.releases_area_id_not_null NOT NULL area_id
constraint releases.releases_area_name_not_null NOT NULL area_name
constraint releases.releases_as_known_on_not_null NOT NULL as_known_on
constraint releases.releases_build_number_not_null NOT NULL build_number
constraint releases.releases_built_at_not_null NOT NULL built_at
constraint releases.releases_built_by CHECK ((built_by IS NOT NULL)) NOT VALID
constraint releases.releases_content_hash_check CHECK ((content_hash ~ '^[0-9a-f]{64}$'::text))
constraint releases.releases_content_hash_not_null NOT NULL content_hash
constraint releases.releases_denominators_not_null NOT NULL denominators
constraint releases.releases_held_to_signature_not_null NOT NULL held_to_signature
constraint releases.releases_pkey PRIMARY KEY (area_id, release_id)
constraint releases.releases_release_id_not_null NOT NULL release_id
constraint releases.releases_reporting_year_check CHECK ((reporting_year ~ '^\d{4}-\d{2}$'::text))
constraint releases.releases_reporting_year_not_null NOT NULL reporting_year
constraint review_facts.review_facts_analysis_version_check CHECK ((analysis_version > 0))
constraint review_facts.review_facts_analysis_version_not_null NOT NULL analysis_version
constraint review_facts.review_facts_area_id_not_null NOT NULL area_id
constraint review_facts.review_facts_case_id_not_null NOT NULL case_id
constraint review_facts.review_facts_categories_not_null NOT NULL categories
constraint review_facts.review_facts_event_version_check CHECK ((event_version > 0))
constraint review_facts.review_facts_event_version_not_null NOT NULL event_version
constraint review_facts.review_facts_factors_not_null NOT NULL factors
constraint review_facts.review_facts_first_reviewed_on_not_null NOT NULL first_reviewed_on
constraint review_facts.review_facts_modifiability_check CHECK ((modifiability = ANY (ARRAY['modifiable-factors-identified'::text, 'no-modifiable-factors'::text, 'inadequate-information'::text])))
constraint review_facts.review_facts_modifiability_not_null NOT NULL modifiability
constraint review_facts.review_facts_panel_meeting_id_not_null NOT NULL panel_meeting_id
constraint review_facts.review_facts_pkey PRIMARY KEY (area_id, case_id, event_version)
constraint review_facts.review_facts_primary_category_check CHECK (((primary_category >= 1) AND (primary_category <= 10)))
constraint review_facts.review_facts_primary_category_not_null NOT NULL primary_category
constraint review_facts.review_facts_recorded_from_not_null NOT NULL recorded_from
constraint review_facts.review_facts_reviewed_in_year_check CHECK ((reviewed_in_year ~ '^\d{4}-\d{2}$'::text))
constraint review_facts.review_facts_reviewed_in_year_not_null NOT NULL reviewed_in_year
constraint review_facts.review_facts_reviewed_on_not_null NOT NULL reviewed_on
constraint table_requests.table_requests_area_id_not_null NOT NULL area_id
constraint table_requests.table_requests_asked_at_not_null NOT NULL asked_at
constraint table_requests.table_requests_asked_by_not_null NOT NULL asked_by
constraint table_requests.table_requests_pkey PRIMARY KEY (area_id, request_id)
constraint table_requests.table_requests_request_id_not_null NOT NULL request_id
constraint table_requests.table_requests_sealed_words_not_null NOT NULL sealed_words
constraint table_requests.table_requests_table_id_check CHECK ((table_id ~ '^[A-Z][A-Za-z0-9-]{0,19}$'::text))
constraint transferred_cases.transferred_cases_area_id_not_null NOT NULL area_id
constraint transferred_cases.transferred_cases_case_id_not_null NOT NULL case_id
constraint transferred_cases.transferred_cases_event_version_check CHECK ((event_version > 0))
constraint transferred_cases.transferred_cases_event_version_not_null NOT NULL event_version
constraint transferred_cases.transferred_cases_pkey PRIMARY KEY (area_id, case_id, event_version)
constraint transferred_cases.transferred_cases_recorded_from_not_null NOT NULL recorded_from
index CREATE INDEX death_facts_year ON reporting.death_facts USING btree (area_id, died_in_year)
index CREATE INDEX release_decisions_signed ON reporting.release_decisions USING btree (area_id, decision_number)
index CREATE INDEX releases_year ON reporting.releases USING btree (area_id, reporting_year)
index CREATE INDEX review_facts_year ON reporting.review_facts USING btree (area_id, reviewed_in_year)
index CREATE UNIQUE INDEX annual_report_blocks_pkey ON reporting.annual_report_blocks USING btree (area_id, report_id, section, version)
index CREATE UNIQUE INDEX annual_report_comments_pkey ON reporting.annual_report_comments USING btree (area_id, report_id, comment_id)
index CREATE UNIQUE INDEX annual_report_holds_pkey ON reporting.annual_report_holds USING btree (area_id, report_id, hold_id)
index CREATE UNIQUE INDEX annual_report_pins_pkey ON reporting.annual_report_pins USING btree (area_id, report_id, pin)
index CREATE UNIQUE INDEX annual_report_signatures_pkey ON reporting.annual_report_signatures USING btree (area_id, report_id, signature)
index CREATE UNIQUE INDEX annual_reports_area_id_reporting_year_edition_key ON reporting.annual_reports USING btree (area_id, reporting_year, edition)
index CREATE UNIQUE INDEX annual_reports_pkey ON reporting.annual_reports USING btree (area_id, report_id)
index CREATE UNIQUE INDEX areas_pkey ON reporting.areas USING btree (area_id)
index CREATE UNIQUE INDEX audit_chain_area_id_entry_id_key ON reporting.audit_chain USING btree (area_id, entry_id)
index CREATE UNIQUE INDEX audit_chain_pkey ON reporting.audit_chain USING btree (area_id, sequence)
index CREATE UNIQUE INDEX audit_entries_pkey ON reporting.audit_entries USING btree (area_id, id)
index CREATE UNIQUE INDEX audit_unsealed_pkey ON reporting.audit_unsealed USING btree (area_id, entry_id)
index CREATE UNIQUE INDEX case_steps_pkey ON reporting.case_steps USING btree (area_id, case_id, event_version)
index CREATE UNIQUE INDEX cases_in_error_pkey ON reporting.cases_in_error USING btree (area_id, case_id)
index CREATE UNIQUE INDEX data_keys_pkey ON reporting.data_keys USING btree (area_id, subject)
index CREATE UNIQUE INDEX death_facts_current ON reporting.death_facts USING btree (area_id, case_id) WHERE (recorded_to IS NULL)
index CREATE UNIQUE INDEX death_facts_pkey ON reporting.death_facts USING btree (area_id, case_id, event_version)
index CREATE UNIQUE INDEX deliveries_pkey ON reporting.deliveries USING btree (area_id, subscriber, subject)
index CREATE UNIQUE INDEX denominators_pkey ON reporting.denominators USING btree (area_id, reporting_year, population, group_kind, group_code, version)
index CREATE UNIQUE INDEX events_area_id_id_key ON reporting.events USING btree (area_id, id)
index CREATE UNIQUE INDEX events_pkey ON reporting.events USING btree (area_id, subject, version)
index CREATE UNIQUE INDEX idempotency_keys_pkey ON reporting.idempotency_keys USING btree (area_id, actor, procedure, key)
index CREATE UNIQUE INDEX inbox_pkey ON reporting.inbox USING btree (area_id, event_id)
index CREATE UNIQUE INDEX inbox_versions ON reporting.inbox USING btree (area_id, publisher, subject, version)
index CREATE UNIQUE INDEX key_fingerprints_pkey ON reporting.key_fingerprints USING btree (key_name)
index CREATE UNIQUE INDEX merged_cases_current ON reporting.merged_cases USING btree (area_id, case_id) WHERE (recorded_to IS NULL)
index CREATE UNIQUE INDEX merged_cases_pkey ON reporting.merged_cases USING btree (area_id, case_id, event_version)
index CREATE UNIQUE INDEX migrations_pkey ON reporting.migrations USING btree (name)
index CREATE UNIQUE INDEX published_annual_reports_pkey ON reporting.published_annual_reports USING btree (area_id, report_id)
index CREATE UNIQUE INDEX readiness_pkey ON reporting.readiness USING btree (only_row)
index CREATE UNIQUE INDEX release_decisions_pkey ON reporting.release_decisions USING btree (area_id, release_id)
index CREATE UNIQUE INDEX release_tables_pkey ON reporting.release_tables USING btree (area_id, release_id, table_id)
index CREATE UNIQUE INDEX releases_pkey ON reporting.releases USING btree (area_id, release_id)
index CREATE UNIQUE INDEX review_facts_current ON reporting.review_facts USING btree (area_id, case_id) WHERE (recorded_to IS NULL)
index CREATE UNIQUE INDEX review_facts_pkey ON reporting.review_facts USING btree (area_id, case_id, event_version)
index CREATE UNIQUE INDEX table_requests_pkey ON reporting.table_requests USING btree (area_id, request_id)
index CREATE UNIQUE INDEX transferred_cases_current ON reporting.transferred_cases USING btree (area_id, case_id) WHERE (recorded_to IS NULL)
index CREATE UNIQUE INDEX transferred_cases_pkey ON reporting.transferred_cases USING btree (area_id, case_id, event_version)
policy annual_report_blocks.area PERMISSIVE for ALL to {reporting_app} using ((area_id = ANY (reporting.actor_areas()))) check ((area_id = ANY (reporting.actor_areas())))
policy annual_report_blocks.migration PERMISSIVE for ALL to {reporting_migrator} using (true) check (true)
policy annual_report_blocks.subject RESTRICTIVE for ALL to {reporting_app} using (((reporting.actor_subject() IS NULL) OR false)) check (((reporting.actor_subject() IS NULL) OR false))
policy annual_report_comments.area PERMISSIVE for ALL to {reporting_app} using ((area_id = ANY (reporting.actor_areas()))) check ((area_id = ANY (reporting.actor_areas())))
policy annual_report_comments.migration PERMISSIVE for ALL to {reporting_migrator} using (true) check (true)
policy annual_report_comments.subject RESTRICTIVE for ALL to {reporting_app} using (((reporting.actor_subject() IS NULL) OR false)) check (((reporting.actor_subject() IS NULL) OR false))
policy annual_report_holds.area PERMISSIVE for ALL to {reporting_app} using ((area_id = ANY (reporting.actor_areas()))) check ((area_id = ANY (reporting.actor_areas())))
policy annual_report_holds.migration PERMISSIVE for ALL to {reporting_migrator} using (true) check (true)
policy annual_report_holds.subject RESTRICTIVE for ALL to {reporting_app} using (((reporting.actor_subject() IS NULL) OR false)) check (((reporting.actor_subject() IS NULL) OR false))
policy annual_report_pins.area PERMISSIVE for ALL to {reporting_app} using ((area_id = ANY (reporting.actor_areas()))) check ((area_id = ANY (reporting.actor_areas())))
policy annual_report_pins.migration PERMISSIVE for ALL to {reporting_migrator} using (true) check (true)
policy annual_report_pins.subject RESTRICTIVE for ALL to {reporting_app} using (((reporting.actor_subject() IS NULL) OR false)) check (((reporting.actor_subject() IS NULL) OR false))
policy annual_report_signatures.area PERMISSIVE for ALL to {reporting_app} using ((area_id = ANY (reporting.actor_areas()))) check ((area_id = ANY (reporting.actor_areas())))
policy annual_report_signatures.migration PERMISSIVE for ALL to {reporting_migrator} using (true) check (true)
policy annual_report_signatures.subject RESTRICTIVE for ALL to {reporting_app} using (((reporting.actor_subject() IS NULL) OR false)) check (((reporting.actor_subject() IS NULL) OR false))
policy annual_reports.area PERMISSIVE for ALL to {reporting_app} using ((area_id = ANY (reporting.actor_areas()))) check ((area_id = ANY (reporting.actor_areas())))
policy annual_reports.migration PERMISSIVE for ALL to {reporting_migrator} using (true) check (true)
policy annual_reports.subject RESTRICTIVE for ALL to {reporting_app} using (((reporting.actor_subject() IS NULL) OR false)) check (((reporting.actor_subject() IS NULL) OR false))
policy areas.area PERMISSIVE for ALL to {reporting_app} using ((area_id = ANY (reporting.actor_areas()))) check ((area_id = ANY (reporting.actor_areas())))
policy areas.migration PERMISSIVE for ALL to {reporting_migrator} using (true) check (true)
policy areas.subject RESTRICTIVE for ALL to {reporting_app} using (((reporting.actor_subject() IS NULL) OR false)) check (((reporting.actor_subject() IS NULL) OR false))
policy audit_chain.area PERMISSIVE for ALL to {reporting_app} using ((area_id = ANY (reporting.actor_areas()))) check ((area_id = ANY (reporting.actor_areas())))
policy audit_chain.migration PERMISSIVE for ALL to {reporting_migrator} using (true) check (true)
policy audit_chain.subject RESTRICTIVE for ALL to {reporting_app} using (((reporting.actor_subject() IS NULL) OR false)) check (((reporting.actor_subject() IS NULL) OR false))
policy audit_entries.area PERMISSIVE for ALL to {reporting_app} using ((area_id = ANY (reporting.actor_areas()))) check ((area_id = ANY (reporting.actor_areas())))
policy audit_entries.migration PERMISSIVE for ALL to {reporting_migrator} using (true) check (true)
policy audit_entries.subject RESTRICTIVE for ALL to {reporting_app} using ((reporting.actor_subject() IS NULL)) check (true)
policy case_steps.area PERMISSIVE for ALL to {reporting_app} using ((area_id = ANY (reporting.actor_areas()))) check ((area_id = ANY (reporting.actor_areas())))
policy case_steps.migration PERMISSIVE for ALL to {reporting_migrator} using (true) check (true)
policy case_steps.subject RESTRICTIVE for ALL to {reporting_app} using (((reporting.actor_subject() IS NULL) OR false)) check (((reporting.actor_subject() IS NULL) OR false))
policy cases_in_error.area PERMISSIVE for ALL to {reporting_app} using ((area_id = ANY (reporting.actor_areas()))) check ((area_id = ANY (reporting.actor_areas())))
policy cases_in_error.door PERMISSIVE for SELECT to {reporting_door} using (true) check ()
policy cases_in_error.migration PERMISSIVE for ALL to {reporting_migrator} using (true) check (true)
policy cases_in_error.subject RESTRICTIVE for ALL to {reporting_app} using (((reporting.actor_subject() IS NULL) OR false)) check (((reporting.actor_subject() IS NULL) OR false))
policy data_keys.area PERMISSIVE for ALL to {reporting_app} using ((area_id = ANY (reporting.actor_areas()))) check ((area_id = ANY (reporting.actor_areas())))
policy data_keys.migration PERMISSIVE for ALL to {reporting_migrator} using (true) check (true)
policy data_keys.subject RESTRICTIVE for ALL to {reporting_app} using (((reporting.actor_subject() IS NULL) OR false)) check (((reporting.actor_subject() IS NULL) OR false))
policy death_facts.area PERMISSIVE for ALL to {reporting_app} using ((area_id = ANY (reporting.actor_areas()))) check ((area_id = ANY (reporting.actor_areas())))
policy death_facts.door PERMISSIVE for SELECT to {reporting_door} using (true) check ()
policy death_facts.migration PERMISSIVE for ALL to {reporting_migrator} using (true) check (true)
policy death_facts.subject RESTRICTIVE for ALL to {reporting_app} using (((reporting.actor_subject() IS NULL) OR false)) check (((reporting.actor_subject() IS NULL) OR false))
policy deliveries.area PERMISSIVE for ALL to {reporting_app} using ((area_id = ANY (reporting.actor_areas()))) check ((area_id = ANY (reporting.actor_areas())))
policy deliveries.migration PERMISSIVE for ALL to {reporting_migrator} using (true) check (true)
policy deliveries.subject RESTRICTIVE for ALL to {reporting_app} using (((reporting.actor_subject() IS NULL) OR true)) check (((reporting.actor_subject() IS NULL) OR true))
policy denominators.area PERMISSIVE for ALL to {reporting_app} using ((area_id = ANY (reporting.actor_areas()))) check ((area_id = ANY (reporting.actor_areas())))
policy denominators.migration PERMISSIVE for ALL to {reporting_migrator} using (true) check (true)
policy denominators.subject RESTRICTIVE for ALL to {reporting_app} using (((reporting.actor_subject() IS NULL) OR false)) check (((reporting.actor_subject() IS NULL) OR false))
policy events.area PERMISSIVE for ALL to {reporting_app} using ((area_id = ANY (reporting.actor_areas()))) check ((area_id = ANY (reporting.actor_areas())))
policy events.migration PERMISSIVE for ALL to {reporting_migrator} using (true) check (true)
policy events.subject RESTRICTIVE for ALL to {reporting_app} using (((reporting.actor_subject() IS NULL) OR true)) check (((reporting.actor_subject() IS NULL) OR true))
policy idempotency_keys.area PERMISSIVE for ALL to {reporting_app} using ((area_id = ANY (reporting.actor_areas()))) check ((area_id = ANY (reporting.actor_areas())))
policy idempotency_keys.migration PERMISSIVE for ALL to {reporting_migrator} using (true) check (true)
policy idempotency_keys.subject RESTRICTIVE for ALL to {reporting_app} using (((reporting.actor_subject() IS NULL) OR (actor = ('link:'::text || reporting.actor_subject())))) check (((reporting.actor_subject() IS NULL) OR (actor = ('link:'::text || reporting.actor_subject()))))
policy inbox.area PERMISSIVE for ALL to {reporting_app} using ((area_id = ANY (reporting.actor_areas()))) check ((area_id = ANY (reporting.actor_areas())))
policy inbox.migration PERMISSIVE for ALL to {reporting_migrator} using (true) check (true)
policy inbox.subject RESTRICTIVE for ALL to {reporting_app} using (((reporting.actor_subject() IS NULL) OR false)) check (((reporting.actor_subject() IS NULL) OR false))
policy merged_cases.area PERMISSIVE for ALL to {reporting_app} using ((area_id = ANY (reporting.actor_areas()))) check ((area_id = ANY (reporting.actor_areas())))
policy merged_cases.door PERMISSIVE for SELECT to {reporting_door} using (true) check ()
policy merged_cases.migration PERMISSIVE for ALL to {reporting_migrator} using (true) check (true)
policy merged_cases.subject RESTRICTIVE for ALL to {reporting_app} using (((reporting.actor_subject() IS NULL) OR false)) check (((reporting.actor_subject() IS NULL) OR false))
policy published_annual_reports.area PERMISSIVE for ALL to {reporting_app} using ((area_id = ANY (reporting.actor_areas()))) check ((area_id = ANY (reporting.actor_areas())))
policy published_annual_reports.migration PERMISSIVE for ALL to {reporting_migrator} using (true) check (true)
policy published_annual_reports.subject RESTRICTIVE for ALL to {reporting_app} using (((reporting.actor_subject() IS NULL) OR false)) check (((reporting.actor_subject() IS NULL) OR false))
policy release_decisions.area PERMISSIVE for ALL to {reporting_app} using ((area_id = ANY (reporting.actor_areas()))) check ((area_id = ANY (reporting.actor_areas())))
policy release_decisions.migration PERMISSIVE for ALL to {reporting_migrator} using (true) check (true)
policy release_decisions.subject RESTRICTIVE for ALL to {reporting_app} using (((reporting.actor_subject() IS NULL) OR false)) check (((reporting.actor_subject() IS NULL) OR false))
policy release_tables.area PERMISSIVE for ALL to {reporting_app} using ((area_id = ANY (reporting.actor_areas()))) check ((area_id = ANY (reporting.actor_areas())))
policy release_tables.migration PERMISSIVE for ALL to {reporting_migrator} using (true) check (true)
policy release_tables.subject RESTRICTIVE for ALL to {reporting_app} using (((reporting.actor_subject() IS NULL) OR false)) check (((reporting.actor_subject() IS NULL) OR false))
policy releases.area PERMISSIVE for ALL to {reporting_app} using ((area_id = ANY (reporting.actor_areas()))) check ((area_id = ANY (reporting.actor_areas())))
policy releases.migration PERMISSIVE for ALL to {reporting_migrator} using (true) check (true)
policy releases.subject RESTRICTIVE for ALL to {reporting_app} using (((reporting.actor_subject() IS NULL) OR false)) check (((reporting.actor_subject() IS NULL) OR false))
policy review_facts.area PERMISSIVE for ALL to {reporting_app} using ((area_id = ANY (reporting.actor_areas()))) check ((area_id = ANY (reporting.actor_areas())))
policy review_facts.door PERMISSIVE for SELECT to {reporting_door} using (true) check ()
policy review_facts.migration PERMISSIVE for ALL to {reporting_migrator} using (true) check (true)
policy review_facts.subject RESTRICTIVE for ALL to {reporting_app} using (((reporting.actor_subject() IS NULL) OR false)) check (((reporting.actor_subject() IS NULL) OR false))
policy table_requests.area PERMISSIVE for ALL to {reporting_app} using ((area_id = ANY (reporting.actor_areas()))) check ((area_id = ANY (reporting.actor_areas())))
policy table_requests.migration PERMISSIVE for ALL to {reporting_migrator} using (true) check (true)
policy table_requests.subject RESTRICTIVE for ALL to {reporting_app} using (((reporting.actor_subject() IS NULL) OR false)) check (((reporting.actor_subject() IS NULL) OR false))
policy transferred_cases.area PERMISSIVE for ALL to {reporting_app} using ((area_id = ANY (reporting.actor_areas()))) check ((area_id = ANY (reporting.actor_areas())))
policy transferred_cases.door PERMISSIVE for SELECT to {reporting_door} using (true) check ()
policy transferred_cases.migration PERMISSIVE for ALL to {reporting_migrator} using (true) check (true)
policy transferred_cases.subject RESTRICTIVE for ALL to {reporting_app} using (((reporting.actor_subject() IS NULL) OR false)) check (((reporting.actor_subject() IS NULL) OR false))
grant DELETE, INSERT, SELECT on audit_unsealed to reporting_app
grant DELETE, INSERT, SELECT on case_steps to reporting_app
grant DELETE, INSERT, SELECT on cases_in_error to reporting_app
grant DELETE, INSERT, SELECT on inbox to reporting_app
grant DELETE, INSERT, SELECT, UPDATE on death_facts to reporting_app
grant DELETE, INSERT, SELECT, UPDATE on merged_cases to reporting_app
grant DELETE, INSERT, SELECT, UPDATE on review_facts to reporting_app
grant DELETE, INSERT, SELECT, UPDATE on transferred_cases to reporting_app
grant INSERT, SELECT on annual_report_blocks to reporting_app
grant INSERT, SELECT on annual_report_pins to reporting_app
grant INSERT, SELECT on annual_report_signatures to reporting_app
grant INSERT, SELECT on annual_reports to reporting_app
grant INSERT, SELECT on audit_chain to reporting_app
grant INSERT, SELECT on audit_entries to reporting_app
grant INSERT, SELECT on data_keys to reporting_app
grant INSERT, SELECT on denominators to reporting_app
grant INSERT, SELECT on events to reporting_app
grant INSERT, SELECT on key_fingerprints to reporting_app
grant INSERT, SELECT on published_annual_reports to reporting_app
grant INSERT, SELECT on release_decisions to reporting_app
grant INSERT, SELECT on release_tables to reporting_app
grant INSERT, SELECT on releases to reporting_app
grant INSERT, SELECT on table_requests to reporting_app
grant INSERT, SELECT, UPDATE on annual_report_comments to reporting_app
grant INSERT, SELECT, UPDATE on annual_report_holds to reporting_app
grant INSERT, SELECT, UPDATE on areas to reporting_app
grant INSERT, SELECT, UPDATE on deliveries to reporting_app
grant INSERT, SELECT, UPDATE on idempotency_keys to reporting_app
grant INSERT, SELECT, UPDATE on readiness to reporting_app
function actor_areas() security_definer=f 39a78cfd8d94b633d766d254195ef9cb
function actor_subject() security_definer=f 3895dbf575f02bba60edf286f2c50377
function case_mix_of_all(years text[], at timestamp with time zone, fewest bigint) security_definer=t 511693632646636ca74056ed4cc2218b
function keep_annual_report() security_definer=f 86dc6af22bc45962c5da197b189ce896
function keep_release_decision() security_definer=f 98add8d517678fb3a7ab190dfe05d1b1
function keep_table_request() security_definer=f 07cd228acd0f5f73a47e080d09f71a68
function only_close_facts() security_definer=f 98ba2415efd467b3c858474e7086579b
function refuse_change() security_definer=f 416da86b4231e77adec9d0e5fd7aaf92
function refuse_late_table() security_definer=f 3697d2b7d3253eacdb8104ab19bc19b0
function refuse_rewrite() security_definer=f 05efc442a8c76c46c083922521ea0adb
function tenant_table(IN name text, IN link_holder_sees text, IN app_may text) security_definer=f 74b8e4e0648a7cc0fed66ccab65cd1c2
function untenanted_table(IN name text, IN class text, IN app_may text) security_definer=f 0643c0c05b1d7cefa6c721b049a712d5
trigger annual_report_blocks.keep_annual_report CREATE TRIGGER keep_annual_report BEFORE INSERT OR DELETE OR UPDATE ON reporting.annual_report_blocks FOR EACH ROW EXECUTE FUNCTION reporting.keep_annual_report()
trigger annual_report_comments.keep_annual_report CREATE TRIGGER keep_annual_report BEFORE INSERT OR DELETE OR UPDATE ON reporting.annual_report_comments FOR EACH ROW EXECUTE FUNCTION reporting.keep_annual_report()
trigger annual_report_holds.keep_annual_report CREATE TRIGGER keep_annual_report BEFORE INSERT OR DELETE OR UPDATE ON reporting.annual_report_holds FOR EACH ROW EXECUTE FUNCTION reporting.keep_annual_report()
trigger annual_report_pins.keep_annual_report CREATE TRIGGER keep_annual_report BEFORE INSERT OR DELETE OR UPDATE ON reporting.annual_report_pins FOR EACH ROW EXECUTE FUNCTION reporting.keep_annual_report()
trigger annual_report_signatures.keep_annual_report CREATE TRIGGER keep_annual_report BEFORE INSERT OR DELETE OR UPDATE ON reporting.annual_report_signatures FOR EACH ROW EXECUTE FUNCTION reporting.keep_annual_report()
trigger annual_reports.never_changes CREATE TRIGGER never_changes BEFORE DELETE OR UPDATE OR TRUNCATE ON reporting.annual_reports FOR EACH STATEMENT EXECUTE FUNCTION reporting.refuse_change()
trigger audit_chain.never_rewritten CREATE TRIGGER never_rewritten BEFORE DELETE OR UPDATE OR TRUNCATE ON reporting.audit_chain FOR EACH STATEMENT EXECUTE FUNCTION reporting.refuse_rewrite()
trigger audit_entries.never_rewritten CREATE TRIGGER never_rewritten BEFORE DELETE OR UPDATE OR TRUNCATE ON reporting.audit_entries FOR EACH STATEMENT EXECUTE FUNCTION reporting.refuse_rewrite()
trigger death_facts.only_closed CREATE TRIGGER only_closed BEFORE UPDATE ON reporting.death_facts FOR EACH ROW EXECUTE FUNCTION reporting.only_close_facts()
trigger merged_cases.only_closed CREATE TRIGGER only_closed BEFORE UPDATE ON reporting.merged_cases FOR EACH ROW EXECUTE FUNCTION reporting.only_close_facts()
trigger published_annual_reports.never_changes CREATE TRIGGER never_changes BEFORE DELETE OR UPDATE OR TRUNCATE ON reporting.published_annual_reports FOR EACH STATEMENT EXECUTE FUNCTION reporting.refuse_change()
trigger release_decisions.keep_release_decision CREATE TRIGGER keep_release_decision BEFORE INSERT ON reporting.release_decisions FOR EACH ROW EXECUTE FUNCTION reporting.keep_release_decision()
trigger release_decisions.never_changes CREATE TRIGGER never_changes BEFORE DELETE OR UPDATE OR TRUNCATE ON reporting.release_decisions FOR EACH STATEMENT EXECUTE FUNCTION reporting.refuse_change()
trigger release_tables.complete_when_built CREATE TRIGGER complete_when_built BEFORE INSERT ON reporting.release_tables FOR EACH ROW EXECUTE FUNCTION reporting.refuse_late_table()
trigger release_tables.never_changes CREATE TRIGGER never_changes BEFORE DELETE OR UPDATE OR TRUNCATE ON reporting.release_tables FOR EACH STATEMENT EXECUTE FUNCTION reporting.refuse_change()
trigger releases.never_changes CREATE TRIGGER never_changes BEFORE DELETE OR UPDATE OR TRUNCATE ON reporting.releases FOR EACH STATEMENT EXECUTE FUNCTION reporting.refuse_change()
trigger review_facts.only_closed CREATE TRIGGER only_closed BEFORE UPDATE ON reporting.review_facts FOR EACH ROW EXECUTE FUNCTION reporting.only_close_facts()
trigger table_requests.keep_table_request CREATE TRIGGER keep_table_request BEFORE DELETE OR UPDATE OR TRUNCATE ON reporting.table_requests FOR EACH STATEMENT EXECUTE FUNCTION reporting.keep_table_request()
trigger transferred_cases.only_closed CREATE TRIGGER only_closed BEFORE UPDATE ON reporting.transferred_cases FOR EACH ROW EXECUTE FUNCTION reporting.only_close_facts()
