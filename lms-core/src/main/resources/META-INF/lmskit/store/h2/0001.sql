CREATE TABLE IF NOT EXISTS lms_tenant_no (
  name varchar(128) NOT NULL,
  no integer NOT NULL,
  salt varchar(128) NOT NULL,
  PRIMARY KEY (name),
  UNIQUE (no)
);
CREATE TABLE IF NOT EXISTS lms_head (
  tenant integer NOT NULL,
  pos bigint NOT NULL,
  PRIMARY KEY (tenant)
);
