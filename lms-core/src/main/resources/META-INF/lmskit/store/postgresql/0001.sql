CREATE TABLE IF NOT EXISTS lms_tenant_no (
  name text COLLATE "C" NOT NULL,
  no integer NOT NULL,
  salt text COLLATE "C" NOT NULL,
  PRIMARY KEY (name),
  UNIQUE (no)
);
CREATE TABLE IF NOT EXISTS lms_head (
  tenant integer NOT NULL,
  pos bigint NOT NULL,
  PRIMARY KEY (tenant)
);
