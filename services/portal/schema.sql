-- Generated from the migrated schema; a test compares it.
table portal.alert_mails [class: tenant] rls=t forced=t
table portal.api_token_hashes [class: system] rls=f forced=f
table portal.api_token_uses [class: tenant] rls=t forced=t
table portal.api_tokens [class: tenant] rls=t forced=t
table portal.area_codes [class: reference] rls=f forced=f
table portal.area_settings [class: tenant] rls=t forced=t
table portal.areas [class: tenant] rls=t forced=t
table portal.audit_chain [class: tenant] rls=t forced=t
table portal.audit_entries [class: tenant] rls=t forced=t
table portal.audit_unsealed [class: system] rls=f forced=f
table portal.deliveries [class: tenant] rls=t forced=t
table portal.doctor_mails [class: tenant] rls=t forced=t
table portal.document_tickets [class: system] rls=f forced=f
table portal.events [class: tenant] rls=t forced=t
table portal.guest_seats [class: tenant] rls=t forced=t
table portal.idempotency_keys [class: tenant] rls=t forced=t
table portal.inbox [class: tenant] rls=t forced=t
table portal.key_fingerprints [class: system] rls=f forced=f
table portal.memberships [class: tenant] rls=t forced=t
table portal.migrations [class: system] rls=f forced=f
table portal.panel_mails [class: tenant] rls=t forced=t
table portal.person_areas [class: system] rls=f forced=f
table portal.readiness [class: system] rls=f forced=f
table portal.searches [class: tenant] rls=t forced=t
table portal.sessions [class: system] rls=f forced=f
table portal.sign_in_attempts [class: system] rls=f forced=f
table portal.users [class: system] rls=f forced=f
column alert_mails.about text not null
column alert_mails.alert_id uuid not null
column alert_mails.area_id uuid not null
column alert_mails.asked_at timestamp with time zone not null
column alert_mails.person_id uuid not null
column alert_mails.sent_at timestamp with time zone
column api_token_hashes.area_id uuid not null
column api_token_hashes.token_hash bytea not null
column api_token_hashes.token_id uuid not null
column api_token_uses.area_id uuid not null
column api_token_uses.minute timestamp with time zone not null
column api_token_uses.token_id uuid not null
column api_token_uses.uses integer not null
column api_tokens.area_id uuid not null
column api_tokens.created_at timestamp with time zone not null
column api_tokens.expires_at timestamp with time zone not null
column api_tokens.last_used_at timestamp with time zone
column api_tokens.ods_code text not null
column api_tokens.organisation_id uuid not null
column api_tokens.organisation_name text not null
column api_tokens.revoked_at timestamp with time zone
column api_tokens.scopes text[] not null
column api_tokens.token_hash bytea not null
column api_tokens.token_id uuid not null
column api_tokens.uses_per_minute integer not null
column area_codes.area_id uuid not null
column area_codes.code text not null
column area_settings.area_id uuid not null
column area_settings.changed_at timestamp with time zone not null
column area_settings.changed_by uuid
column area_settings.content jsonb not null
column area_settings.kind text not null
column area_settings.version integer not null
column areas.area_id uuid not null
column areas.code text not null
column areas.defined_at timestamp with time zone not null
column areas.definition jsonb not null
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
column deliveries.area_id uuid not null
column deliveries.attempts integer not null default 0
column deliveries.next_version bigint not null default 1
column deliveries.quarantined_at timestamp with time zone
column deliveries.reason text
column deliveries.subject uuid not null
column deliveries.subscriber text not null
column doctor_mails.area_id uuid not null
column doctor_mails.asked_at timestamp with time zone not null
column doctor_mails.person_id uuid not null
column doctor_mails.related_id uuid not null
column doctor_mails.sent_at timestamp with time zone
column document_tickets.area_id uuid not null
column document_tickets.case_id uuid not null
column document_tickets.document_id uuid not null
column document_tickets.good_until timestamp with time zone not null
column document_tickets.session_hash bytea not null
column document_tickets.token_hash bytea not null
column events.area_id uuid not null
column events.id uuid not null
column events.payload jsonb not null
column events.recorded_at timestamp with time zone not null
column events.request_id uuid not null
column events.subject uuid not null
column events.type text not null
column events.version bigint not null
column guest_seats.agency text not null
column guest_seats.area_id uuid not null
column guest_seats.holds boolean not null
column guest_seats.home_area_id uuid not null
column guest_seats.panel_meeting_id uuid not null
column guest_seats.person_id uuid not null
column guest_seats.seat text not null
column guest_seats.until_on date not null
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
column memberships.agency text
column memberships.area_id uuid not null
column memberships.disabled_at timestamp with time zone
column memberships.person_id uuid not null
column memberships.roles text[] not null
column migrations.applied_at timestamp with time zone not null default now()
column migrations.checksum text not null
column migrations.name text not null
column panel_mails.area_id uuid not null
column panel_mails.asked_at timestamp with time zone not null
column panel_mails.panel_meeting_id uuid not null
column panel_mails.person_id uuid not null
column panel_mails.sent_at timestamp with time zone
column panel_mails.sequence integer not null
column person_areas.area_id uuid not null
column person_areas.person_id uuid not null
column readiness.committed_at timestamp with time zone not null
column readiness.only_row boolean not null default true
column searches.area_id uuid not null
column searches.expires_at timestamp with time zone not null
column searches.found jsonb not null
column searches.person_id uuid not null
column searches.token_hash bytea not null
column sessions.area_id uuid
column sessions.ends_at timestamp with time zone not null
column sessions.idle_until timestamp with time zone not null
column sessions.inbox_id uuid
column sessions.information_request_id uuid
column sessions.kind text not null
column sessions.names_hidden boolean not null default false
column sessions.notification_draft_id uuid
column sessions.person_id uuid
column sessions.started_at timestamp with time zone not null
column sessions.token_hash bytea not null
column sign_in_attempts.expires_at timestamp with time zone not null
column sign_in_attempts.go_to text not null
column sign_in_attempts.state_hash bytea not null
column sign_in_attempts.visit_hash bytea not null
column users.display_name text not null
column users.email text not null
column users.invited_at timestamp with time zone not null
column users.issuer text
column users.person_id uuid not null
column users.subject text
constraint alert_mails.alert_mails_about_check CHECK ((about = ANY (ARRAY['raised'::text, 'unacknowledged'::text])))
constraint alert_mails.alert_mails_about_not_null NOT NULL about
constraint alert_mails.alert_mails_alert_id_not_null NOT NULL alert_id
constraint alert_mails.alert_mails_area_id_not_null NOT NULL area_id
constraint alert_mails.alert_mails_asked_at_not_null NOT NULL asked_at
constraint alert_mails.alert_mails_person_id_fkey FOREIGN KEY (person_id) REFERENCES portal.users(person_id)
constraint alert_mails.alert_mails_person_id_not_null NOT NULL person_id
constraint alert_mails.alert_mails_pkey PRIMARY KEY (area_id, alert_id, about, person_id)
constraint api_token_hashes.api_token_hashes_area_id_not_null NOT NULL area_id
constraint api_token_hashes.api_token_hashes_pkey PRIMARY KEY (token_hash)
constraint api_token_hashes.api_token_hashes_token_hash_not_null NOT NULL token_hash
constraint api_token_hashes.api_token_hashes_token_id_not_null NOT NULL token_id
constraint api_token_uses.api_token_uses_area_id_not_null NOT NULL area_id
constraint api_token_uses.api_token_uses_area_id_token_id_fkey FOREIGN KEY (area_id, token_id) REFERENCES portal.api_tokens(area_id, token_id)
constraint api_token_uses.api_token_uses_minute_not_null NOT NULL minute
constraint api_token_uses.api_token_uses_pkey PRIMARY KEY (area_id, token_id, minute)
constraint api_token_uses.api_token_uses_token_id_not_null NOT NULL token_id
constraint api_token_uses.api_token_uses_uses_check CHECK ((uses > 0))
constraint api_token_uses.api_token_uses_uses_not_null NOT NULL uses
constraint api_tokens.api_tokens_area_id_fkey FOREIGN KEY (area_id) REFERENCES portal.areas(area_id)
constraint api_tokens.api_tokens_area_id_not_null NOT NULL area_id
constraint api_tokens.api_tokens_check CHECK ((expires_at > created_at))
constraint api_tokens.api_tokens_created_at_not_null NOT NULL created_at
constraint api_tokens.api_tokens_expires_at_not_null NOT NULL expires_at
constraint api_tokens.api_tokens_ods_code_check CHECK ((ods_code ~ '^[A-Z0-9]{3,10}$'::text))
constraint api_tokens.api_tokens_ods_code_not_null NOT NULL ods_code
constraint api_tokens.api_tokens_organisation_id_not_null NOT NULL organisation_id
constraint api_tokens.api_tokens_organisation_name_not_null NOT NULL organisation_name
constraint api_tokens.api_tokens_pkey PRIMARY KEY (area_id, token_id)
constraint api_tokens.api_tokens_scopes_check CHECK (((cardinality(scopes) > 0) AND ((scopes <@ ARRAY['rest'::text, 'fhir'::text]) OR (scopes = ARRAY['neonatal-surveillance'::text]))))
constraint api_tokens.api_tokens_scopes_not_null NOT NULL scopes
constraint api_tokens.api_tokens_token_hash_not_null NOT NULL token_hash
constraint api_tokens.api_tokens_token_id_not_null NOT NULL token_id
constraint api_tokens.api_tokens_uses_per_minute_check CHECK (((uses_per_minute >= 1) AND (uses_per_minute <= 6000)))
constraint api_tokens.api_tokens_uses_per_minute_not_null NOT NULL uses_per_minute
constraint area_codes.area_codes_area_id_key UNIQUE (area_id)
constraint area_codes.area_codes_area_id_not_null NOT NULL area_id
constraint area_codes.area_codes_code_not_null NOT NULL code
constraint area_codes.area_codes_pkey PRIMARY KEY (code)
constraint area_settings.area_settings_area_id_fkey FOREIGN KEY (area_id) REFERENCES portal.areas(area_id)
constraint area_settings.area_settings_area_id_not_null NOT NULL area_id
constraint area_settings.area_settings_changed_at_not_null NOT NULL changed_at
constraint area_settings.area_settings_content_not_null NOT NULL content
constraint area_settings.area_settings_kind_check CHECK ((kind = ANY (ARRAY['tonight-contacts'::text, 'times'::text])))
constraint area_settings.area_settings_kind_not_null NOT NULL kind
constraint area_settings.area_settings_pkey PRIMARY KEY (area_id, kind, version)
constraint area_settings.area_settings_version_check CHECK ((version > 0))
constraint area_settings.area_settings_version_not_null NOT NULL version
constraint areas.areas_area_id_not_null NOT NULL area_id
constraint areas.areas_code_key UNIQUE (code)
constraint areas.areas_code_not_null NOT NULL code
constraint areas.areas_defined_at_not_null NOT NULL defined_at
constraint areas.areas_definition_not_null NOT NULL definition
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
constraint deliveries.deliveries_area_id_not_null NOT NULL area_id
constraint deliveries.deliveries_attempts_not_null NOT NULL attempts
constraint deliveries.deliveries_next_version_check CHECK ((next_version > 0))
constraint deliveries.deliveries_next_version_not_null NOT NULL next_version
constraint deliveries.deliveries_pkey PRIMARY KEY (area_id, subscriber, subject)
constraint deliveries.deliveries_reason_check CHECK ((length(reason) <= 200))
constraint deliveries.deliveries_subject_not_null NOT NULL subject
constraint deliveries.deliveries_subscriber_not_null NOT NULL subscriber
constraint doctor_mails.doctor_mails_area_id_not_null NOT NULL area_id
constraint doctor_mails.doctor_mails_asked_at_not_null NOT NULL asked_at
constraint doctor_mails.doctor_mails_person_id_fkey FOREIGN KEY (person_id) REFERENCES portal.users(person_id)
constraint doctor_mails.doctor_mails_person_id_not_null NOT NULL person_id
constraint doctor_mails.doctor_mails_pkey PRIMARY KEY (area_id, related_id, person_id)
constraint doctor_mails.doctor_mails_related_id_not_null NOT NULL related_id
constraint document_tickets.document_tickets_area_id_not_null NOT NULL area_id
constraint document_tickets.document_tickets_case_id_not_null NOT NULL case_id
constraint document_tickets.document_tickets_document_id_not_null NOT NULL document_id
constraint document_tickets.document_tickets_good_until_not_null NOT NULL good_until
constraint document_tickets.document_tickets_pkey PRIMARY KEY (token_hash)
constraint document_tickets.document_tickets_session_hash_fkey FOREIGN KEY (session_hash) REFERENCES portal.sessions(token_hash) ON DELETE CASCADE
constraint document_tickets.document_tickets_session_hash_not_null NOT NULL session_hash
constraint document_tickets.document_tickets_token_hash_not_null NOT NULL token_hash
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
constraint guest_seats.guest_seats_agency_check CHECK ((agency = ANY (ARRAY['public-health'::text, 'health'::text, 'police'::text, 'social-care'::text, 'education'::text, 'midwifery'::text, 'neonatology'::text, 'obstetrics'::text, 'lay'::text, 'other'::text])))
constraint guest_seats.guest_seats_agency_not_null NOT NULL agency
constraint guest_seats.guest_seats_area_id_fkey FOREIGN KEY (area_id) REFERENCES portal.areas(area_id)
constraint guest_seats.guest_seats_area_id_not_null NOT NULL area_id
constraint guest_seats.guest_seats_check CHECK ((home_area_id <> area_id))
constraint guest_seats.guest_seats_holds_not_null NOT NULL holds
constraint guest_seats.guest_seats_home_area_id_not_null NOT NULL home_area_id
constraint guest_seats.guest_seats_panel_meeting_id_not_null NOT NULL panel_meeting_id
constraint guest_seats.guest_seats_person_id_fkey FOREIGN KEY (person_id) REFERENCES portal.users(person_id)
constraint guest_seats.guest_seats_person_id_not_null NOT NULL person_id
constraint guest_seats.guest_seats_pkey PRIMARY KEY (area_id, panel_meeting_id, person_id)
constraint guest_seats.guest_seats_seat_check CHECK ((seat = ANY (ARRAY['member'::text, 'chair'::text])))
constraint guest_seats.guest_seats_seat_not_null NOT NULL seat
constraint guest_seats.guest_seats_until_on_not_null NOT NULL until_on
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
constraint memberships.memberships_agency_check CHECK ((agency = ANY (ARRAY['public-health'::text, 'health'::text, 'police'::text, 'social-care'::text, 'education'::text, 'midwifery'::text, 'neonatology'::text, 'obstetrics'::text, 'lay'::text, 'other'::text])))
constraint memberships.memberships_area_id_fkey FOREIGN KEY (area_id) REFERENCES portal.areas(area_id)
constraint memberships.memberships_area_id_not_null NOT NULL area_id
constraint memberships.memberships_check CHECK (((NOT (roles && ARRAY['panel-member'::text, 'chair'::text])) OR (agency IS NOT NULL)))
constraint memberships.memberships_person_id_fkey FOREIGN KEY (person_id) REFERENCES portal.users(person_id)
constraint memberships.memberships_person_id_not_null NOT NULL person_id
constraint memberships.memberships_pkey PRIMARY KEY (area_id, person_id)
constraint memberships.memberships_roles_check CHECK (((cardinality(roles) > 0) AND (roles <@ ARRAY['coordinator'::text, 'designated-doctor'::text, 'response-lead'::text, 'key-worker'::text, 'panel-member'::text, 'chair'::text, 'analyst'::text, 'publisher'::text, 'scrutineer'::text, 'administrator'::text]) AND ((NOT (roles @> ARRAY['scrutineer'::text])) OR (cardinality(roles) = 1))))
constraint memberships.memberships_roles_not_null NOT NULL roles
constraint migrations.migrations_applied_at_not_null NOT NULL applied_at
constraint migrations.migrations_checksum_not_null NOT NULL checksum
constraint migrations.migrations_name_not_null NOT NULL name
constraint migrations.migrations_pkey PRIMARY KEY (name)
constraint panel_mails.panel_mails_area_id_not_null NOT NULL area_id
constraint panel_mails.panel_mails_asked_at_not_null NOT NULL asked_at
constraint panel_mails.panel_mails_panel_meeting_id_not_null NOT NULL panel_meeting_id
constraint panel_mails.panel_mails_person_id_fkey FOREIGN KEY (person_id) REFERENCES portal.users(person_id)
constraint panel_mails.panel_mails_person_id_not_null NOT NULL person_id
constraint panel_mails.panel_mails_pkey PRIMARY KEY (area_id, panel_meeting_id, person_id, sequence)
constraint panel_mails.panel_mails_sequence_check CHECK ((sequence >= 0))
constraint panel_mails.panel_mails_sequence_not_null NOT NULL sequence
constraint person_areas.person_areas_area_id_not_null NOT NULL area_id
constraint person_areas.person_areas_person_id_fkey FOREIGN KEY (person_id) REFERENCES portal.users(person_id)
constraint person_areas.person_areas_person_id_not_null NOT NULL person_id
constraint person_areas.person_areas_pkey PRIMARY KEY (person_id, area_id)
constraint readiness.readiness_committed_at_not_null NOT NULL committed_at
constraint readiness.readiness_only_row_check CHECK (only_row)
constraint readiness.readiness_only_row_not_null NOT NULL only_row
constraint readiness.readiness_pkey PRIMARY KEY (only_row)
constraint searches.searches_area_id_not_null NOT NULL area_id
constraint searches.searches_expires_at_not_null NOT NULL expires_at
constraint searches.searches_found_not_null NOT NULL found
constraint searches.searches_person_id_fkey FOREIGN KEY (person_id) REFERENCES portal.users(person_id)
constraint searches.searches_person_id_not_null NOT NULL person_id
constraint searches.searches_pkey PRIMARY KEY (area_id, token_hash)
constraint searches.searches_token_hash_not_null NOT NULL token_hash
constraint sessions.sessions_check CHECK (((num_nonnulls(person_id, information_request_id, notification_draft_id, inbox_id) = 1) AND
CASE kind
    WHEN 'person'::text THEN (person_id IS NOT NULL)
    WHEN 'link'::text THEN ((information_request_id IS NOT NULL) AND (area_id IS NOT NULL))
    WHEN 'draft'::text THEN ((notification_draft_id IS NOT NULL) AND (area_id IS NOT NULL))
    WHEN 'inbox'::text THEN ((inbox_id IS NOT NULL) AND (area_id IS NOT NULL))
    ELSE false
END))
constraint sessions.sessions_ends_at_not_null NOT NULL ends_at
constraint sessions.sessions_idle_until_not_null NOT NULL idle_until
constraint sessions.sessions_kind_not_null NOT NULL kind
constraint sessions.sessions_names_hidden_not_null NOT NULL names_hidden
constraint sessions.sessions_person_id_fkey FOREIGN KEY (person_id) REFERENCES portal.users(person_id)
constraint sessions.sessions_pkey PRIMARY KEY (token_hash)
constraint sessions.sessions_started_at_not_null NOT NULL started_at
constraint sessions.sessions_token_hash_not_null NOT NULL token_hash
constraint sign_in_attempts.sign_in_attempts_expires_at_not_null NOT NULL expires_at
constraint sign_in_attempts.sign_in_attempts_go_to_not_null NOT NULL go_to
constraint sign_in_attempts.sign_in_attempts_pkey PRIMARY KEY (state_hash)
constraint sign_in_attempts.sign_in_attempts_state_hash_not_null NOT NULL state_hash
constraint sign_in_attempts.sign_in_attempts_visit_hash_not_null NOT NULL visit_hash
constraint users.users_check CHECK (((issuer IS NULL) = (subject IS NULL)))
constraint users.users_display_name_not_null NOT NULL display_name
constraint users.users_email_check CHECK ((email = lower(email)))
constraint users.users_email_key UNIQUE (email)
constraint users.users_email_not_null NOT NULL email
constraint users.users_invited_at_not_null NOT NULL invited_at
constraint users.users_issuer_subject_key UNIQUE (issuer, subject)
constraint users.users_person_id_not_null NOT NULL person_id
constraint users.users_pkey PRIMARY KEY (person_id)
index CREATE INDEX document_tickets_of_session ON portal.document_tickets USING btree (session_hash)
index CREATE INDEX guest_seats_of_person ON portal.guest_seats USING btree (area_id, person_id)
index CREATE INDEX sessions_by_end ON portal.sessions USING btree (ends_at)
index CREATE INDEX sessions_of_person ON portal.sessions USING btree (person_id)
index CREATE UNIQUE INDEX alert_mails_pkey ON portal.alert_mails USING btree (area_id, alert_id, about, person_id)
index CREATE UNIQUE INDEX api_token_hashes_pkey ON portal.api_token_hashes USING btree (token_hash)
index CREATE UNIQUE INDEX api_token_uses_pkey ON portal.api_token_uses USING btree (area_id, token_id, minute)
index CREATE UNIQUE INDEX api_tokens_pkey ON portal.api_tokens USING btree (area_id, token_id)
index CREATE UNIQUE INDEX area_codes_area_id_key ON portal.area_codes USING btree (area_id)
index CREATE UNIQUE INDEX area_codes_pkey ON portal.area_codes USING btree (code)
index CREATE UNIQUE INDEX area_settings_pkey ON portal.area_settings USING btree (area_id, kind, version)
index CREATE UNIQUE INDEX areas_code_key ON portal.areas USING btree (code)
index CREATE UNIQUE INDEX areas_pkey ON portal.areas USING btree (area_id)
index CREATE UNIQUE INDEX audit_chain_area_id_entry_id_key ON portal.audit_chain USING btree (area_id, entry_id)
index CREATE UNIQUE INDEX audit_chain_pkey ON portal.audit_chain USING btree (area_id, sequence)
index CREATE UNIQUE INDEX audit_entries_pkey ON portal.audit_entries USING btree (area_id, id)
index CREATE UNIQUE INDEX audit_unsealed_pkey ON portal.audit_unsealed USING btree (area_id, entry_id)
index CREATE UNIQUE INDEX deliveries_pkey ON portal.deliveries USING btree (area_id, subscriber, subject)
index CREATE UNIQUE INDEX doctor_mails_pkey ON portal.doctor_mails USING btree (area_id, related_id, person_id)
index CREATE UNIQUE INDEX document_tickets_pkey ON portal.document_tickets USING btree (token_hash)
index CREATE UNIQUE INDEX events_area_id_id_key ON portal.events USING btree (area_id, id)
index CREATE UNIQUE INDEX events_pkey ON portal.events USING btree (area_id, subject, version)
index CREATE UNIQUE INDEX guest_seats_pkey ON portal.guest_seats USING btree (area_id, panel_meeting_id, person_id)
index CREATE UNIQUE INDEX idempotency_keys_pkey ON portal.idempotency_keys USING btree (area_id, actor, procedure, key)
index CREATE UNIQUE INDEX inbox_pkey ON portal.inbox USING btree (area_id, event_id)
index CREATE UNIQUE INDEX inbox_versions ON portal.inbox USING btree (area_id, publisher, subject, version)
index CREATE UNIQUE INDEX key_fingerprints_pkey ON portal.key_fingerprints USING btree (key_name)
index CREATE UNIQUE INDEX memberships_pkey ON portal.memberships USING btree (area_id, person_id)
index CREATE UNIQUE INDEX migrations_pkey ON portal.migrations USING btree (name)
index CREATE UNIQUE INDEX panel_mails_pkey ON portal.panel_mails USING btree (area_id, panel_meeting_id, person_id, sequence)
index CREATE UNIQUE INDEX person_areas_pkey ON portal.person_areas USING btree (person_id, area_id)
index CREATE UNIQUE INDEX readiness_pkey ON portal.readiness USING btree (only_row)
index CREATE UNIQUE INDEX searches_pkey ON portal.searches USING btree (area_id, token_hash)
index CREATE UNIQUE INDEX sessions_pkey ON portal.sessions USING btree (token_hash)
index CREATE UNIQUE INDEX sign_in_attempts_pkey ON portal.sign_in_attempts USING btree (state_hash)
index CREATE UNIQUE INDEX users_email_key ON portal.users USING btree (email)
index CREATE UNIQUE INDEX users_issuer_subject_key ON portal.users USING btree (issuer, subject)
index CREATE UNIQUE INDEX users_pkey ON portal.users USING btree (person_id)
policy alert_mails.area PERMISSIVE for ALL to {portal_app} using ((area_id = ANY (portal.actor_areas()))) check ((area_id = ANY (portal.actor_areas())))
policy alert_mails.migration PERMISSIVE for ALL to {portal_migrator} using (true) check (true)
policy alert_mails.subject RESTRICTIVE for ALL to {portal_app} using (((portal.actor_subject() IS NULL) OR false)) check (((portal.actor_subject() IS NULL) OR false))
policy api_token_uses.area PERMISSIVE for ALL to {portal_app} using ((area_id = ANY (portal.actor_areas()))) check ((area_id = ANY (portal.actor_areas())))
policy api_token_uses.migration PERMISSIVE for ALL to {portal_migrator} using (true) check (true)
policy api_token_uses.subject RESTRICTIVE for ALL to {portal_app} using (((portal.actor_subject() IS NULL) OR false)) check (((portal.actor_subject() IS NULL) OR false))
policy api_tokens.area PERMISSIVE for ALL to {portal_app} using ((area_id = ANY (portal.actor_areas()))) check ((area_id = ANY (portal.actor_areas())))
policy api_tokens.migration PERMISSIVE for ALL to {portal_migrator} using (true) check (true)
policy api_tokens.subject RESTRICTIVE for ALL to {portal_app} using (((portal.actor_subject() IS NULL) OR false)) check (((portal.actor_subject() IS NULL) OR false))
policy area_settings.area PERMISSIVE for ALL to {portal_app} using ((area_id = ANY (portal.actor_areas()))) check ((area_id = ANY (portal.actor_areas())))
policy area_settings.migration PERMISSIVE for ALL to {portal_migrator} using (true) check (true)
policy area_settings.subject RESTRICTIVE for ALL to {portal_app} using (((portal.actor_subject() IS NULL) OR false)) check (((portal.actor_subject() IS NULL) OR false))
policy areas.area PERMISSIVE for ALL to {portal_app} using ((area_id = ANY (portal.actor_areas()))) check ((area_id = ANY (portal.actor_areas())))
policy areas.migration PERMISSIVE for ALL to {portal_migrator} using (true) check (true)
policy areas.subject RESTRICTIVE for ALL to {portal_app} using (((portal.actor_subject() IS NULL) OR false)) check (((portal.actor_subject() IS NULL) OR false))
policy audit_chain.area PERMISSIVE for ALL to {portal_app} using ((area_id = ANY (portal.actor_areas()))) check ((area_id = ANY (portal.actor_areas())))
policy audit_chain.migration PERMISSIVE for ALL to {portal_migrator} using (true) check (true)
policy audit_chain.subject RESTRICTIVE for ALL to {portal_app} using (((portal.actor_subject() IS NULL) OR false)) check (((portal.actor_subject() IS NULL) OR false))
policy audit_entries.area PERMISSIVE for ALL to {portal_app} using ((area_id = ANY (portal.actor_areas()))) check ((area_id = ANY (portal.actor_areas())))
policy audit_entries.migration PERMISSIVE for ALL to {portal_migrator} using (true) check (true)
policy audit_entries.subject RESTRICTIVE for ALL to {portal_app} using ((portal.actor_subject() IS NULL)) check (true)
policy deliveries.area PERMISSIVE for ALL to {portal_app} using ((area_id = ANY (portal.actor_areas()))) check ((area_id = ANY (portal.actor_areas())))
policy deliveries.migration PERMISSIVE for ALL to {portal_migrator} using (true) check (true)
policy deliveries.subject RESTRICTIVE for ALL to {portal_app} using (((portal.actor_subject() IS NULL) OR true)) check (((portal.actor_subject() IS NULL) OR true))
policy doctor_mails.area PERMISSIVE for ALL to {portal_app} using ((area_id = ANY (portal.actor_areas()))) check ((area_id = ANY (portal.actor_areas())))
policy doctor_mails.migration PERMISSIVE for ALL to {portal_migrator} using (true) check (true)
policy doctor_mails.subject RESTRICTIVE for ALL to {portal_app} using (((portal.actor_subject() IS NULL) OR false)) check (((portal.actor_subject() IS NULL) OR false))
policy events.area PERMISSIVE for ALL to {portal_app} using ((area_id = ANY (portal.actor_areas()))) check ((area_id = ANY (portal.actor_areas())))
policy events.migration PERMISSIVE for ALL to {portal_migrator} using (true) check (true)
policy events.subject RESTRICTIVE for ALL to {portal_app} using (((portal.actor_subject() IS NULL) OR true)) check (((portal.actor_subject() IS NULL) OR true))
policy guest_seats.area PERMISSIVE for ALL to {portal_app} using ((area_id = ANY (portal.actor_areas()))) check ((area_id = ANY (portal.actor_areas())))
policy guest_seats.migration PERMISSIVE for ALL to {portal_migrator} using (true) check (true)
policy guest_seats.subject RESTRICTIVE for ALL to {portal_app} using (((portal.actor_subject() IS NULL) OR false)) check (((portal.actor_subject() IS NULL) OR false))
policy idempotency_keys.area PERMISSIVE for ALL to {portal_app} using ((area_id = ANY (portal.actor_areas()))) check ((area_id = ANY (portal.actor_areas())))
policy idempotency_keys.migration PERMISSIVE for ALL to {portal_migrator} using (true) check (true)
policy idempotency_keys.subject RESTRICTIVE for ALL to {portal_app} using (((portal.actor_subject() IS NULL) OR (actor = ('link:'::text || portal.actor_subject())))) check (((portal.actor_subject() IS NULL) OR (actor = ('link:'::text || portal.actor_subject()))))
policy inbox.area PERMISSIVE for ALL to {portal_app} using ((area_id = ANY (portal.actor_areas()))) check ((area_id = ANY (portal.actor_areas())))
policy inbox.migration PERMISSIVE for ALL to {portal_migrator} using (true) check (true)
policy inbox.subject RESTRICTIVE for ALL to {portal_app} using (((portal.actor_subject() IS NULL) OR false)) check (((portal.actor_subject() IS NULL) OR false))
policy memberships.area PERMISSIVE for ALL to {portal_app} using ((area_id = ANY (portal.actor_areas()))) check ((area_id = ANY (portal.actor_areas())))
policy memberships.migration PERMISSIVE for ALL to {portal_migrator} using (true) check (true)
policy memberships.subject RESTRICTIVE for ALL to {portal_app} using (((portal.actor_subject() IS NULL) OR false)) check (((portal.actor_subject() IS NULL) OR false))
policy panel_mails.area PERMISSIVE for ALL to {portal_app} using ((area_id = ANY (portal.actor_areas()))) check ((area_id = ANY (portal.actor_areas())))
policy panel_mails.migration PERMISSIVE for ALL to {portal_migrator} using (true) check (true)
policy panel_mails.subject RESTRICTIVE for ALL to {portal_app} using (((portal.actor_subject() IS NULL) OR false)) check (((portal.actor_subject() IS NULL) OR false))
policy searches.area PERMISSIVE for ALL to {portal_app} using ((area_id = ANY (portal.actor_areas()))) check ((area_id = ANY (portal.actor_areas())))
policy searches.migration PERMISSIVE for ALL to {portal_migrator} using (true) check (true)
policy searches.subject RESTRICTIVE for ALL to {portal_app} using (((portal.actor_subject() IS NULL) OR false)) check (((portal.actor_subject() IS NULL) OR false))
grant DELETE, INSERT, SELECT on audit_unsealed to portal_app
grant DELETE, INSERT, SELECT on document_tickets to portal_app
grant DELETE, INSERT, SELECT on inbox to portal_app
grant DELETE, INSERT, SELECT on searches to portal_app
grant DELETE, INSERT, SELECT on sign_in_attempts to portal_app
grant DELETE, INSERT, SELECT, UPDATE on api_token_uses to portal_app
grant DELETE, INSERT, SELECT, UPDATE on sessions to portal_app
grant INSERT, SELECT on api_token_hashes to portal_app
grant INSERT, SELECT on area_settings to portal_app
grant INSERT, SELECT on audit_chain to portal_app
grant INSERT, SELECT on audit_entries to portal_app
grant INSERT, SELECT on events to portal_app
grant INSERT, SELECT on key_fingerprints to portal_app
grant INSERT, SELECT on person_areas to portal_app
grant INSERT, SELECT, UPDATE on alert_mails to portal_app
grant INSERT, SELECT, UPDATE on api_tokens to portal_app
grant INSERT, SELECT, UPDATE on area_codes to portal_app
grant INSERT, SELECT, UPDATE on areas to portal_app
grant INSERT, SELECT, UPDATE on deliveries to portal_app
grant INSERT, SELECT, UPDATE on doctor_mails to portal_app
grant INSERT, SELECT, UPDATE on guest_seats to portal_app
grant INSERT, SELECT, UPDATE on idempotency_keys to portal_app
grant INSERT, SELECT, UPDATE on memberships to portal_app
grant INSERT, SELECT, UPDATE on panel_mails to portal_app
grant INSERT, SELECT, UPDATE on readiness to portal_app
grant INSERT, SELECT, UPDATE on users to portal_app
function actor_areas() security_definer=f 39a78cfd8d94b633d766d254195ef9cb
function actor_subject() security_definer=f 3895dbf575f02bba60edf286f2c50377
function refuse_rewrite() security_definer=f 05efc442a8c76c46c083922521ea0adb
function tenant_table(IN name text, IN link_holder_sees text, IN app_may text) security_definer=f d03f4e7f6321dcbd845219960617d67f
function untenanted_table(IN name text, IN class text, IN app_may text) security_definer=f a0a22baebe95eefdb5e54ea845396607
trigger audit_chain.never_rewritten CREATE TRIGGER never_rewritten BEFORE DELETE OR UPDATE OR TRUNCATE ON portal.audit_chain FOR EACH STATEMENT EXECUTE FUNCTION portal.refuse_rewrite()
trigger audit_entries.never_rewritten CREATE TRIGGER never_rewritten BEFORE DELETE OR UPDATE OR TRUNCATE ON portal.audit_entries FOR EACH STATEMENT EXECUTE FUNCTION portal.refuse_rewrite()
