package org.lmskit.scorm.manifest;

import org.jspecify.annotations.Nullable;

/** The editions of SCORM that are imported. */
public enum ScormEdition {
  /** SCORM 1.2 (2001). */
  SCORM_12("1.2", null, "1.2"),
  /** SCORM 2004 2nd Edition. */
  SCORM_2004_2ND("2004", "2", "CAM 1.3"),
  /** SCORM 2004 3rd Edition. */
  SCORM_2004_3RD("2004", "3", "2004 3rd Edition"),
  /** SCORM 2004 4th Edition. */
  SCORM_2004_4TH("2004", "4", "2004 4th Edition");

  private final String version;
  private final @Nullable String edition;
  private final String schemaVersion;

  ScormEdition(String version, @Nullable String edition, String schemaVersion) {
    this.version = version;
    this.edition = edition;
    this.schemaVersion = schemaVersion;
  }

  /** "1.2" or "2004". */
  public String version() {
    return version;
  }

  /** "2", "3" or "4"; null for SCORM 1.2, which has no editions. */
  public @Nullable String edition() {
    return edition;
  }

  /** What a manifest of this edition writes as its schemaversion. */
  public String schemaVersion() {
    return schemaVersion;
  }

  /** Whether it is an edition of SCORM 2004, which has sequencing. */
  public boolean is2004() {
    return this != SCORM_12;
  }

  /** As in a sentence: "1.2" or "2004 4th Edition". */
  public String title() {
    return this == SCORM_2004_2ND ? "2004 2nd Edition" : schemaVersion;
  }
}
