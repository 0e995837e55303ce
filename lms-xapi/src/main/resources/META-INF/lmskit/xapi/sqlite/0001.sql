CREATE TABLE IF NOT EXISTS lms_xapi_statement (
  tenant integer NOT NULL,
  pos bigint NOT NULL,
  id text NOT NULL,
  version integer NOT NULL,
  time_ms bigint NOT NULL,
  ix_target text,
  body text NOT NULL,
  PRIMARY KEY (tenant, id),
  UNIQUE (tenant, pos)
);
CREATE INDEX IF NOT EXISTS lms_xapi_statement_by_target ON lms_xapi_statement (tenant, ix_target, pos) WHERE ix_target IS NOT NULL;
CREATE TABLE IF NOT EXISTS lms_xapi_statement_ix (
  tenant integer NOT NULL,
  k bigint NOT NULL,
  pos bigint NOT NULL,
  blk blob,
  PRIMARY KEY (tenant, k, pos)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS lms_xapi_statement_tail (
  tenant integer NOT NULL,
  part integer NOT NULL,
  pos bigint NOT NULL,
  n integer NOT NULL,
  blk blob NOT NULL,
  PRIMARY KEY (tenant, part, pos, n)
);
CREATE TABLE IF NOT EXISTS lms_xapi_attachment (
  tenant integer NOT NULL,
  id text NOT NULL,
  version integer NOT NULL,
  time_ms bigint NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (tenant, id)
);
CREATE TABLE IF NOT EXISTS lms_xapi_document (
  tenant integer NOT NULL,
  id text NOT NULL,
  version integer NOT NULL,
  time_ms bigint NOT NULL,
  ix_owner text,
  ix_registered text,
  ix_agent text,
  body text NOT NULL,
  PRIMARY KEY (tenant, id)
);
CREATE INDEX IF NOT EXISTS lms_xapi_document_time ON lms_xapi_document (tenant, time_ms, id);
CREATE INDEX IF NOT EXISTS lms_xapi_document_by_owner ON lms_xapi_document (tenant, ix_owner, time_ms, id) WHERE ix_owner IS NOT NULL;
CREATE INDEX IF NOT EXISTS lms_xapi_document_by_registered ON lms_xapi_document (tenant, ix_registered, time_ms, id) WHERE ix_registered IS NOT NULL;
CREATE INDEX IF NOT EXISTS lms_xapi_document_by_agent ON lms_xapi_document (tenant, ix_agent, time_ms, id) WHERE ix_agent IS NOT NULL;
CREATE TABLE IF NOT EXISTS lms_xapi_activity (
  tenant integer NOT NULL,
  id text NOT NULL,
  version integer NOT NULL,
  time_ms bigint NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (tenant, id)
);
CREATE TABLE IF NOT EXISTS lms_xapi_person (
  tenant integer NOT NULL,
  id text NOT NULL,
  version integer NOT NULL,
  time_ms bigint NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (tenant, id)
);
CREATE TABLE IF NOT EXISTS lms_xapi_forward (
  tenant integer NOT NULL,
  id text NOT NULL,
  version integer NOT NULL,
  time_ms bigint NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (tenant, id)
);
CREATE TABLE IF NOT EXISTS lms_xapi_import (
  tenant integer NOT NULL,
  id text NOT NULL,
  version integer NOT NULL,
  time_ms bigint NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (tenant, id)
);
