CREATE TABLE IF NOT EXISTS lms_scorm_package (
  tenant integer NOT NULL,
  id text NOT NULL,
  version integer NOT NULL,
  time_ms bigint NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (tenant, id)
);
CREATE INDEX IF NOT EXISTS lms_scorm_package_time ON lms_scorm_package (tenant, time_ms, id);
CREATE TABLE IF NOT EXISTS lms_scorm_attempt (
  tenant integer NOT NULL,
  id text NOT NULL,
  version integer NOT NULL,
  time_ms bigint NOT NULL,
  ix_learner text,
  body text NOT NULL,
  PRIMARY KEY (tenant, id)
);
CREATE INDEX IF NOT EXISTS lms_scorm_attempt_by_learner ON lms_scorm_attempt (tenant, ix_learner, id) WHERE ix_learner IS NOT NULL;
CREATE TABLE IF NOT EXISTS lms_scorm_attempt_ix (
  tenant integer NOT NULL,
  k bigint NOT NULL,
  id text NOT NULL,
  PRIMARY KEY (tenant, k, id)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS lms_scorm_shared (
  tenant integer NOT NULL,
  id text NOT NULL,
  version integer NOT NULL,
  time_ms bigint NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (tenant, id)
);
