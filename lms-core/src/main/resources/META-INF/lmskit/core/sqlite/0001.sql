CREATE TABLE IF NOT EXISTS lms_principal (
  tenant integer NOT NULL,
  id text NOT NULL,
  version integer NOT NULL,
  time_ms bigint NOT NULL,
  ix_key text,
  body text NOT NULL,
  PRIMARY KEY (tenant, id)
);
CREATE UNIQUE INDEX IF NOT EXISTS lms_principal_by_key ON lms_principal (tenant, ix_key) WHERE ix_key IS NOT NULL;
CREATE TABLE IF NOT EXISTS lms_listener_position (
  tenant integer NOT NULL,
  id text NOT NULL,
  version integer NOT NULL,
  time_ms bigint NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (tenant, id)
);
CREATE TABLE IF NOT EXISTS lms_timer (
  tenant integer NOT NULL,
  id text NOT NULL,
  version integer NOT NULL,
  time_ms bigint NOT NULL,
  ix_owner text,
  ix_learner text,
  body text NOT NULL,
  PRIMARY KEY (tenant, id)
);
CREATE INDEX IF NOT EXISTS lms_timer_time ON lms_timer (tenant, time_ms, id);
CREATE INDEX IF NOT EXISTS lms_timer_by_owner ON lms_timer (tenant, ix_owner, time_ms, id) WHERE ix_owner IS NOT NULL;
CREATE INDEX IF NOT EXISTS lms_timer_by_learner ON lms_timer (tenant, ix_learner, time_ms, id) WHERE ix_learner IS NOT NULL;
CREATE TABLE IF NOT EXISTS lms_timer_failure (
  tenant integer NOT NULL,
  id text NOT NULL,
  version integer NOT NULL,
  time_ms bigint NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (tenant, id)
);
CREATE TABLE IF NOT EXISTS lms_blob_use (
  tenant integer NOT NULL,
  id text NOT NULL,
  version integer NOT NULL,
  time_ms bigint NOT NULL,
  ix_owner text,
  body text NOT NULL,
  PRIMARY KEY (tenant, id)
);
CREATE INDEX IF NOT EXISTS lms_blob_use_by_owner ON lms_blob_use (tenant, ix_owner, id) WHERE ix_owner IS NOT NULL;
CREATE TABLE IF NOT EXISTS lms_blob_use_ix (
  tenant integer NOT NULL,
  k bigint NOT NULL,
  id text NOT NULL,
  PRIMARY KEY (tenant, k, id)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS lms_event (
  tenant integer NOT NULL,
  pos bigint NOT NULL,
  id text NOT NULL,
  version integer NOT NULL,
  time_ms bigint NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (tenant, id),
  UNIQUE (tenant, pos)
);
CREATE TABLE IF NOT EXISTS lms_event_ix (
  tenant integer NOT NULL,
  k bigint NOT NULL,
  pos bigint NOT NULL,
  blk blob,
  PRIMARY KEY (tenant, k, pos)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS lms_event_tail (
  tenant integer NOT NULL,
  part integer NOT NULL,
  pos bigint NOT NULL,
  n integer NOT NULL,
  blk blob NOT NULL,
  PRIMARY KEY (tenant, part, pos, n)
);
CREATE TABLE IF NOT EXISTS lms_learner (
  tenant integer NOT NULL,
  id text NOT NULL,
  version integer NOT NULL,
  time_ms bigint NOT NULL,
  ix_key text,
  body text NOT NULL,
  PRIMARY KEY (tenant, id)
);
CREATE INDEX IF NOT EXISTS lms_learner_time ON lms_learner (tenant, time_ms, id);
CREATE UNIQUE INDEX IF NOT EXISTS lms_learner_by_key ON lms_learner (tenant, ix_key) WHERE ix_key IS NOT NULL;
CREATE TABLE IF NOT EXISTS lms_learner_ix (
  tenant integer NOT NULL,
  k bigint NOT NULL,
  id text NOT NULL,
  PRIMARY KEY (tenant, k, id)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS lms_group_membership (
  tenant integer NOT NULL,
  id text NOT NULL,
  version integer NOT NULL,
  time_ms bigint NOT NULL,
  ix_learner text,
  ix_group_id text,
  body text NOT NULL,
  PRIMARY KEY (tenant, id)
);
CREATE INDEX IF NOT EXISTS lms_group_membership_by_learner ON lms_group_membership (tenant, ix_learner, id) WHERE ix_learner IS NOT NULL;
CREATE INDEX IF NOT EXISTS lms_group_membership_by_group_id ON lms_group_membership (tenant, ix_group_id, id) WHERE ix_group_id IS NOT NULL;
CREATE TABLE IF NOT EXISTS lms_personal_text (
  tenant integer NOT NULL,
  id text NOT NULL,
  version integer NOT NULL,
  time_ms bigint NOT NULL,
  ix_learner text,
  ix_author text,
  body text NOT NULL,
  PRIMARY KEY (tenant, id)
);
CREATE INDEX IF NOT EXISTS lms_personal_text_by_learner ON lms_personal_text (tenant, ix_learner, id) WHERE ix_learner IS NOT NULL;
CREATE INDEX IF NOT EXISTS lms_personal_text_by_author ON lms_personal_text (tenant, ix_author, id) WHERE ix_author IS NOT NULL;
CREATE TABLE IF NOT EXISTS lms_org_unit (
  tenant integer NOT NULL,
  id text NOT NULL,
  version integer NOT NULL,
  time_ms bigint NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (tenant, id)
);
CREATE TABLE IF NOT EXISTS lms_org_unit_ix (
  tenant integer NOT NULL,
  k bigint NOT NULL,
  id text NOT NULL,
  PRIMARY KEY (tenant, k, id)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS lms_position (
  tenant integer NOT NULL,
  id text NOT NULL,
  version integer NOT NULL,
  time_ms bigint NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (tenant, id)
);
CREATE TABLE IF NOT EXISTS lms_appointment (
  tenant integer NOT NULL,
  id text NOT NULL,
  version integer NOT NULL,
  time_ms bigint NOT NULL,
  ix_learner text,
  ix_manager text,
  ix_unit text,
  ix_position text,
  body text NOT NULL,
  PRIMARY KEY (tenant, id)
);
CREATE INDEX IF NOT EXISTS lms_appointment_by_learner ON lms_appointment (tenant, ix_learner, id) WHERE ix_learner IS NOT NULL;
CREATE INDEX IF NOT EXISTS lms_appointment_by_manager ON lms_appointment (tenant, ix_manager, id) WHERE ix_manager IS NOT NULL;
CREATE INDEX IF NOT EXISTS lms_appointment_by_unit ON lms_appointment (tenant, ix_unit, id) WHERE ix_unit IS NOT NULL;
CREATE INDEX IF NOT EXISTS lms_appointment_by_position ON lms_appointment (tenant, ix_position, id) WHERE ix_position IS NOT NULL;
CREATE TABLE IF NOT EXISTS lms_course (
  tenant integer NOT NULL,
  id text NOT NULL,
  version integer NOT NULL,
  time_ms bigint NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (tenant, id)
);
CREATE INDEX IF NOT EXISTS lms_course_time ON lms_course (tenant, time_ms, id);
CREATE TABLE IF NOT EXISTS lms_course_version (
  tenant integer NOT NULL,
  id text NOT NULL,
  version integer NOT NULL,
  time_ms bigint NOT NULL,
  ix_course text,
  body text NOT NULL,
  PRIMARY KEY (tenant, id)
);
CREATE INDEX IF NOT EXISTS lms_course_version_time ON lms_course_version (tenant, time_ms, id);
CREATE INDEX IF NOT EXISTS lms_course_version_by_course ON lms_course_version (tenant, ix_course, time_ms, id) WHERE ix_course IS NOT NULL;
CREATE TABLE IF NOT EXISTS lms_course_draft (
  tenant integer NOT NULL,
  id text NOT NULL,
  version integer NOT NULL,
  time_ms bigint NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (tenant, id)
);
CREATE INDEX IF NOT EXISTS lms_course_draft_time ON lms_course_draft (tenant, time_ms, id);
CREATE TABLE IF NOT EXISTS lms_enrollment (
  tenant integer NOT NULL,
  id text NOT NULL,
  version integer NOT NULL,
  time_ms bigint NOT NULL,
  ix_learner text,
  ix_course text,
  ix_cycle text,
  ix_open text,
  body text NOT NULL,
  PRIMARY KEY (tenant, id)
);
CREATE INDEX IF NOT EXISTS lms_enrollment_time ON lms_enrollment (tenant, time_ms, id);
CREATE INDEX IF NOT EXISTS lms_enrollment_by_learner ON lms_enrollment (tenant, ix_learner, time_ms, id) WHERE ix_learner IS NOT NULL;
CREATE INDEX IF NOT EXISTS lms_enrollment_by_course ON lms_enrollment (tenant, ix_course, time_ms, id) WHERE ix_course IS NOT NULL;
CREATE UNIQUE INDEX IF NOT EXISTS lms_enrollment_by_cycle ON lms_enrollment (tenant, ix_cycle) WHERE ix_cycle IS NOT NULL;
CREATE UNIQUE INDEX IF NOT EXISTS lms_enrollment_by_open ON lms_enrollment (tenant, ix_open) WHERE ix_open IS NOT NULL;
CREATE TABLE IF NOT EXISTS lms_attempt (
  tenant integer NOT NULL,
  id text NOT NULL,
  version integer NOT NULL,
  time_ms bigint NOT NULL,
  ix_enrollment text,
  ix_learner text,
  ix_number text,
  ix_open text,
  body text NOT NULL,
  PRIMARY KEY (tenant, id)
);
CREATE INDEX IF NOT EXISTS lms_attempt_time ON lms_attempt (tenant, time_ms, id);
CREATE INDEX IF NOT EXISTS lms_attempt_by_enrollment ON lms_attempt (tenant, ix_enrollment, time_ms, id) WHERE ix_enrollment IS NOT NULL;
CREATE INDEX IF NOT EXISTS lms_attempt_by_learner ON lms_attempt (tenant, ix_learner, time_ms, id) WHERE ix_learner IS NOT NULL;
CREATE UNIQUE INDEX IF NOT EXISTS lms_attempt_by_number ON lms_attempt (tenant, ix_number) WHERE ix_number IS NOT NULL;
CREATE UNIQUE INDEX IF NOT EXISTS lms_attempt_by_open ON lms_attempt (tenant, ix_open) WHERE ix_open IS NOT NULL;
CREATE TABLE IF NOT EXISTS lms_viewing (
  tenant integer NOT NULL,
  id text NOT NULL,
  version integer NOT NULL,
  time_ms bigint NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (tenant, id)
);
CREATE TABLE IF NOT EXISTS lms_path (
  tenant integer NOT NULL,
  id text NOT NULL,
  version integer NOT NULL,
  time_ms bigint NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (tenant, id)
);
CREATE INDEX IF NOT EXISTS lms_path_time ON lms_path (tenant, time_ms, id);
CREATE TABLE IF NOT EXISTS lms_path_version (
  tenant integer NOT NULL,
  id text NOT NULL,
  version integer NOT NULL,
  time_ms bigint NOT NULL,
  ix_path text,
  body text NOT NULL,
  PRIMARY KEY (tenant, id)
);
CREATE INDEX IF NOT EXISTS lms_path_version_time ON lms_path_version (tenant, time_ms, id);
CREATE INDEX IF NOT EXISTS lms_path_version_by_path ON lms_path_version (tenant, ix_path, time_ms, id) WHERE ix_path IS NOT NULL;
CREATE TABLE IF NOT EXISTS lms_path_draft (
  tenant integer NOT NULL,
  id text NOT NULL,
  version integer NOT NULL,
  time_ms bigint NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (tenant, id)
);
CREATE INDEX IF NOT EXISTS lms_path_draft_time ON lms_path_draft (tenant, time_ms, id);
CREATE TABLE IF NOT EXISTS lms_path_enrollment (
  tenant integer NOT NULL,
  id text NOT NULL,
  version integer NOT NULL,
  time_ms bigint NOT NULL,
  ix_learner text,
  ix_path text,
  ix_cycle text,
  ix_open text,
  body text NOT NULL,
  PRIMARY KEY (tenant, id)
);
CREATE INDEX IF NOT EXISTS lms_path_enrollment_time ON lms_path_enrollment (tenant, time_ms, id);
CREATE INDEX IF NOT EXISTS lms_path_enrollment_by_learner ON lms_path_enrollment (tenant, ix_learner, time_ms, id) WHERE ix_learner IS NOT NULL;
CREATE INDEX IF NOT EXISTS lms_path_enrollment_by_path ON lms_path_enrollment (tenant, ix_path, time_ms, id) WHERE ix_path IS NOT NULL;
CREATE UNIQUE INDEX IF NOT EXISTS lms_path_enrollment_by_cycle ON lms_path_enrollment (tenant, ix_cycle) WHERE ix_cycle IS NOT NULL;
CREATE UNIQUE INDEX IF NOT EXISTS lms_path_enrollment_by_open ON lms_path_enrollment (tenant, ix_open) WHERE ix_open IS NOT NULL;
CREATE TABLE IF NOT EXISTS lms_path_enrollment_ix (
  tenant integer NOT NULL,
  k bigint NOT NULL,
  id text NOT NULL,
  PRIMARY KEY (tenant, k, id)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS lms_equivalency (
  tenant integer NOT NULL,
  id text NOT NULL,
  version integer NOT NULL,
  time_ms bigint NOT NULL,
  ix_state text,
  body text NOT NULL,
  PRIMARY KEY (tenant, id)
);
CREATE INDEX IF NOT EXISTS lms_equivalency_by_state ON lms_equivalency (tenant, ix_state, id) WHERE ix_state IS NOT NULL;
CREATE TABLE IF NOT EXISTS lms_equivalency_ix (
  tenant integer NOT NULL,
  k bigint NOT NULL,
  id text NOT NULL,
  PRIMARY KEY (tenant, k, id)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS lms_prior_learning (
  tenant integer NOT NULL,
  id text NOT NULL,
  version integer NOT NULL,
  time_ms bigint NOT NULL,
  ix_learner text,
  ix_course text,
  body text NOT NULL,
  PRIMARY KEY (tenant, id)
);
CREATE INDEX IF NOT EXISTS lms_prior_learning_by_learner ON lms_prior_learning (tenant, ix_learner, id) WHERE ix_learner IS NOT NULL;
CREATE INDEX IF NOT EXISTS lms_prior_learning_by_course ON lms_prior_learning (tenant, ix_course, id) WHERE ix_course IS NOT NULL;
CREATE TABLE IF NOT EXISTS lms_course_admission (
  tenant integer NOT NULL,
  id text NOT NULL,
  version integer NOT NULL,
  time_ms bigint NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (tenant, id)
);
CREATE TABLE IF NOT EXISTS lms_admission_request (
  tenant integer NOT NULL,
  id text NOT NULL,
  version integer NOT NULL,
  time_ms bigint NOT NULL,
  ix_learner text,
  ix_waiting_for text,
  ix_waiting text,
  body text NOT NULL,
  PRIMARY KEY (tenant, id)
);
CREATE INDEX IF NOT EXISTS lms_admission_request_time ON lms_admission_request (tenant, time_ms, id);
CREATE INDEX IF NOT EXISTS lms_admission_request_by_learner ON lms_admission_request (tenant, ix_learner, time_ms, id) WHERE ix_learner IS NOT NULL;
CREATE INDEX IF NOT EXISTS lms_admission_request_by_waiting_for ON lms_admission_request (tenant, ix_waiting_for, time_ms, id) WHERE ix_waiting_for IS NOT NULL;
CREATE UNIQUE INDEX IF NOT EXISTS lms_admission_request_by_waiting ON lms_admission_request (tenant, ix_waiting) WHERE ix_waiting IS NOT NULL;
CREATE TABLE IF NOT EXISTS lms_item_bank (
  tenant integer NOT NULL,
  id text NOT NULL,
  version integer NOT NULL,
  time_ms bigint NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (tenant, id)
);
CREATE TABLE IF NOT EXISTS lms_item (
  tenant integer NOT NULL,
  id text NOT NULL,
  version integer NOT NULL,
  time_ms bigint NOT NULL,
  ix_bank text,
  body text NOT NULL,
  PRIMARY KEY (tenant, id)
);
CREATE INDEX IF NOT EXISTS lms_item_time ON lms_item (tenant, time_ms, id);
CREATE INDEX IF NOT EXISTS lms_item_by_bank ON lms_item (tenant, ix_bank, time_ms, id) WHERE ix_bank IS NOT NULL;
CREATE TABLE IF NOT EXISTS lms_item_version (
  tenant integer NOT NULL,
  id text NOT NULL,
  version integer NOT NULL,
  time_ms bigint NOT NULL,
  ix_item text,
  body text NOT NULL,
  PRIMARY KEY (tenant, id)
);
CREATE INDEX IF NOT EXISTS lms_item_version_time ON lms_item_version (tenant, time_ms, id);
CREATE INDEX IF NOT EXISTS lms_item_version_by_item ON lms_item_version (tenant, ix_item, time_ms, id) WHERE ix_item IS NOT NULL;
CREATE TABLE IF NOT EXISTS lms_assessment (
  tenant integer NOT NULL,
  id text NOT NULL,
  version integer NOT NULL,
  time_ms bigint NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (tenant, id)
);
CREATE INDEX IF NOT EXISTS lms_assessment_time ON lms_assessment (tenant, time_ms, id);
CREATE TABLE IF NOT EXISTS lms_assessment_version (
  tenant integer NOT NULL,
  id text NOT NULL,
  version integer NOT NULL,
  time_ms bigint NOT NULL,
  ix_assessment text,
  body text NOT NULL,
  PRIMARY KEY (tenant, id)
);
CREATE INDEX IF NOT EXISTS lms_assessment_version_time ON lms_assessment_version (tenant, time_ms, id);
CREATE INDEX IF NOT EXISTS lms_assessment_version_by_assessment ON lms_assessment_version (tenant, ix_assessment, time_ms, id) WHERE ix_assessment IS NOT NULL;
CREATE TABLE IF NOT EXISTS lms_accommodation (
  tenant integer NOT NULL,
  id text NOT NULL,
  version integer NOT NULL,
  time_ms bigint NOT NULL,
  ix_learner text,
  body text NOT NULL,
  PRIMARY KEY (tenant, id)
);
CREATE INDEX IF NOT EXISTS lms_accommodation_by_learner ON lms_accommodation (tenant, ix_learner, id) WHERE ix_learner IS NOT NULL;
CREATE TABLE IF NOT EXISTS lms_score_row (
  tenant integer NOT NULL,
  id text NOT NULL,
  version integer NOT NULL,
  time_ms bigint NOT NULL,
  ix_assessment text,
  ix_learner text,
  ix_enrollment text,
  body text NOT NULL,
  PRIMARY KEY (tenant, id)
);
CREATE INDEX IF NOT EXISTS lms_score_row_time ON lms_score_row (tenant, time_ms, id);
CREATE INDEX IF NOT EXISTS lms_score_row_by_assessment ON lms_score_row (tenant, ix_assessment, time_ms, id) WHERE ix_assessment IS NOT NULL;
CREATE INDEX IF NOT EXISTS lms_score_row_by_learner ON lms_score_row (tenant, ix_learner, time_ms, id) WHERE ix_learner IS NOT NULL;
CREATE INDEX IF NOT EXISTS lms_score_row_by_enrollment ON lms_score_row (tenant, ix_enrollment, time_ms, id) WHERE ix_enrollment IS NOT NULL;
CREATE TABLE IF NOT EXISTS lms_assessment_sitting (
  tenant integer NOT NULL,
  id text NOT NULL,
  version integer NOT NULL,
  time_ms bigint NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (tenant, id)
);
CREATE TABLE IF NOT EXISTS lms_grading_task (
  tenant integer NOT NULL,
  id text NOT NULL,
  version integer NOT NULL,
  time_ms bigint NOT NULL,
  ix_learner text,
  ix_attempt text,
  ix_assessment text,
  ix_state text,
  body text NOT NULL,
  PRIMARY KEY (tenant, id)
);
CREATE INDEX IF NOT EXISTS lms_grading_task_time ON lms_grading_task (tenant, time_ms, id);
CREATE INDEX IF NOT EXISTS lms_grading_task_by_learner ON lms_grading_task (tenant, ix_learner, time_ms, id) WHERE ix_learner IS NOT NULL;
CREATE INDEX IF NOT EXISTS lms_grading_task_by_attempt ON lms_grading_task (tenant, ix_attempt, time_ms, id) WHERE ix_attempt IS NOT NULL;
CREATE INDEX IF NOT EXISTS lms_grading_task_by_assessment ON lms_grading_task (tenant, ix_assessment, time_ms, id) WHERE ix_assessment IS NOT NULL;
CREATE INDEX IF NOT EXISTS lms_grading_task_by_state ON lms_grading_task (tenant, ix_state, time_ms, id) WHERE ix_state IS NOT NULL;
CREATE TABLE IF NOT EXISTS lms_ledger (
  tenant integer NOT NULL,
  id text NOT NULL,
  version integer NOT NULL,
  time_ms bigint NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (tenant, id)
);
CREATE TABLE IF NOT EXISTS lms_ledger_tile (
  tenant integer NOT NULL,
  id text NOT NULL,
  version integer NOT NULL,
  time_ms bigint NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (tenant, id)
);
CREATE TABLE IF NOT EXISTS lms_ledger_mark (
  tenant integer NOT NULL,
  id text NOT NULL,
  version integer NOT NULL,
  time_ms bigint NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (tenant, id)
);
CREATE INDEX IF NOT EXISTS lms_ledger_mark_time ON lms_ledger_mark (tenant, time_ms, id);
CREATE TABLE IF NOT EXISTS lms_ledger_key (
  tenant integer NOT NULL,
  id text NOT NULL,
  version integer NOT NULL,
  time_ms bigint NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (tenant, id)
);
CREATE TABLE IF NOT EXISTS lms_ledger_head (
  tenant integer NOT NULL,
  id text NOT NULL,
  version integer NOT NULL,
  time_ms bigint NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (tenant, id)
);
CREATE INDEX IF NOT EXISTS lms_ledger_head_time ON lms_ledger_head (tenant, time_ms, id);
CREATE TABLE IF NOT EXISTS lms_certification (
  tenant integer NOT NULL,
  id text NOT NULL,
  version integer NOT NULL,
  time_ms bigint NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (tenant, id)
);
CREATE TABLE IF NOT EXISTS lms_certification_ix (
  tenant integer NOT NULL,
  k bigint NOT NULL,
  id text NOT NULL,
  PRIMARY KEY (tenant, k, id)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS lms_certification_record (
  tenant integer NOT NULL,
  id text NOT NULL,
  version integer NOT NULL,
  time_ms bigint NOT NULL,
  ix_learner text,
  ix_certification text,
  body text NOT NULL,
  PRIMARY KEY (tenant, id)
);
CREATE INDEX IF NOT EXISTS lms_certification_record_by_learner ON lms_certification_record (tenant, ix_learner, id) WHERE ix_learner IS NOT NULL;
CREATE INDEX IF NOT EXISTS lms_certification_record_by_certification ON lms_certification_record (tenant, ix_certification, id) WHERE ix_certification IS NOT NULL;
CREATE TABLE IF NOT EXISTS lms_assignment_rule (
  tenant integer NOT NULL,
  id text NOT NULL,
  version integer NOT NULL,
  time_ms bigint NOT NULL,
  ix_subject text,
  body text NOT NULL,
  PRIMARY KEY (tenant, id)
);
CREATE INDEX IF NOT EXISTS lms_assignment_rule_by_subject ON lms_assignment_rule (tenant, ix_subject, id) WHERE ix_subject IS NOT NULL;
CREATE TABLE IF NOT EXISTS lms_assignment (
  tenant integer NOT NULL,
  id text NOT NULL,
  version integer NOT NULL,
  time_ms bigint NOT NULL,
  ix_learner text,
  ix_subject text,
  ix_state text,
  body text NOT NULL,
  PRIMARY KEY (tenant, id)
);
CREATE INDEX IF NOT EXISTS lms_assignment_by_learner ON lms_assignment (tenant, ix_learner, id) WHERE ix_learner IS NOT NULL;
CREATE INDEX IF NOT EXISTS lms_assignment_by_subject ON lms_assignment (tenant, ix_subject, id) WHERE ix_subject IS NOT NULL;
CREATE INDEX IF NOT EXISTS lms_assignment_by_state ON lms_assignment (tenant, ix_state, id) WHERE ix_state IS NOT NULL;
CREATE TABLE IF NOT EXISTS lms_competency_framework (
  tenant integer NOT NULL,
  id text NOT NULL,
  version integer NOT NULL,
  time_ms bigint NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (tenant, id)
);
CREATE TABLE IF NOT EXISTS lms_competency_framework_ix (
  tenant integer NOT NULL,
  k bigint NOT NULL,
  id text NOT NULL,
  PRIMARY KEY (tenant, k, id)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS lms_position_needs (
  tenant integer NOT NULL,
  id text NOT NULL,
  version integer NOT NULL,
  time_ms bigint NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (tenant, id)
);
CREATE TABLE IF NOT EXISTS lms_position_needs_ix (
  tenant integer NOT NULL,
  k bigint NOT NULL,
  id text NOT NULL,
  PRIMARY KEY (tenant, k, id)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS lms_evidence_mapping (
  tenant integer NOT NULL,
  id text NOT NULL,
  version integer NOT NULL,
  time_ms bigint NOT NULL,
  ix_subject text,
  ix_competency text,
  body text NOT NULL,
  PRIMARY KEY (tenant, id)
);
CREATE INDEX IF NOT EXISTS lms_evidence_mapping_by_subject ON lms_evidence_mapping (tenant, ix_subject, id) WHERE ix_subject IS NOT NULL;
CREATE INDEX IF NOT EXISTS lms_evidence_mapping_by_competency ON lms_evidence_mapping (tenant, ix_competency, id) WHERE ix_competency IS NOT NULL;
CREATE TABLE IF NOT EXISTS lms_evidence (
  tenant integer NOT NULL,
  id text NOT NULL,
  version integer NOT NULL,
  time_ms bigint NOT NULL,
  ix_learner text,
  ix_competency text,
  ix_origin text,
  body text NOT NULL,
  PRIMARY KEY (tenant, id)
);
CREATE INDEX IF NOT EXISTS lms_evidence_by_learner ON lms_evidence (tenant, ix_learner, id) WHERE ix_learner IS NOT NULL;
CREATE INDEX IF NOT EXISTS lms_evidence_by_competency ON lms_evidence (tenant, ix_competency, id) WHERE ix_competency IS NOT NULL;
CREATE INDEX IF NOT EXISTS lms_evidence_by_origin ON lms_evidence (tenant, ix_origin, id) WHERE ix_origin IS NOT NULL;
CREATE TABLE IF NOT EXISTS lms_offering (
  tenant integer NOT NULL,
  id text NOT NULL,
  version integer NOT NULL,
  time_ms bigint NOT NULL,
  ix_topic text,
  body text NOT NULL,
  PRIMARY KEY (tenant, id)
);
CREATE INDEX IF NOT EXISTS lms_offering_time ON lms_offering (tenant, time_ms, id);
CREATE INDEX IF NOT EXISTS lms_offering_by_topic ON lms_offering (tenant, ix_topic, time_ms, id) WHERE ix_topic IS NOT NULL;
CREATE TABLE IF NOT EXISTS lms_booking (
  tenant integer NOT NULL,
  id text NOT NULL,
  version integer NOT NULL,
  time_ms bigint NOT NULL,
  ix_learner text,
  ix_offering text,
  ix_waiting_for text,
  ix_active text,
  body text NOT NULL,
  PRIMARY KEY (tenant, id)
);
CREATE INDEX IF NOT EXISTS lms_booking_time ON lms_booking (tenant, time_ms, id);
CREATE INDEX IF NOT EXISTS lms_booking_by_learner ON lms_booking (tenant, ix_learner, time_ms, id) WHERE ix_learner IS NOT NULL;
CREATE INDEX IF NOT EXISTS lms_booking_by_offering ON lms_booking (tenant, ix_offering, time_ms, id) WHERE ix_offering IS NOT NULL;
CREATE INDEX IF NOT EXISTS lms_booking_by_waiting_for ON lms_booking (tenant, ix_waiting_for, time_ms, id) WHERE ix_waiting_for IS NOT NULL;
CREATE UNIQUE INDEX IF NOT EXISTS lms_booking_by_active ON lms_booking (tenant, ix_active) WHERE ix_active IS NOT NULL;
CREATE TABLE IF NOT EXISTS lms_checklist (
  tenant integer NOT NULL,
  id text NOT NULL,
  version integer NOT NULL,
  time_ms bigint NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (tenant, id)
);
CREATE INDEX IF NOT EXISTS lms_checklist_time ON lms_checklist (tenant, time_ms, id);
CREATE TABLE IF NOT EXISTS lms_observation (
  tenant integer NOT NULL,
  id text NOT NULL,
  version integer NOT NULL,
  time_ms bigint NOT NULL,
  ix_learner text,
  ix_observer text,
  ix_state text,
  ix_awaiting text,
  ix_counting text,
  body text NOT NULL,
  PRIMARY KEY (tenant, id)
);
CREATE INDEX IF NOT EXISTS lms_observation_time ON lms_observation (tenant, time_ms, id);
CREATE INDEX IF NOT EXISTS lms_observation_by_learner ON lms_observation (tenant, ix_learner, time_ms, id) WHERE ix_learner IS NOT NULL;
CREATE INDEX IF NOT EXISTS lms_observation_by_observer ON lms_observation (tenant, ix_observer, time_ms, id) WHERE ix_observer IS NOT NULL;
CREATE INDEX IF NOT EXISTS lms_observation_by_state ON lms_observation (tenant, ix_state, time_ms, id) WHERE ix_state IS NOT NULL;
CREATE INDEX IF NOT EXISTS lms_observation_by_awaiting ON lms_observation (tenant, ix_awaiting, time_ms, id) WHERE ix_awaiting IS NOT NULL;
CREATE INDEX IF NOT EXISTS lms_observation_by_counting ON lms_observation (tenant, ix_counting, time_ms, id) WHERE ix_counting IS NOT NULL;
CREATE TABLE IF NOT EXISTS lms_archive_progress (
  tenant integer NOT NULL,
  id text NOT NULL,
  version integer NOT NULL,
  time_ms bigint NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (tenant, id)
);
