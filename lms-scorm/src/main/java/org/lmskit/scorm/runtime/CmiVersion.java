package org.lmskit.scorm.runtime;

/** The version of SCORM whose data model content speaks. The package decides it, not the content. */
public enum CmiVersion {
  /** SCORM 1.2, 1 October 2001. */
  SCORM_12("1.2", 0),
  /** SCORM 2004 2nd Edition: suspend data of 4,000 characters, no progress measure of objectives. */
  SCORM_2004_2ND("2004-2", 2),
  /** SCORM 2004 3rd Edition. */
  SCORM_2004_3RD("2004-3", 3),
  /** SCORM 2004 4th Edition: jump requests and shared data stores. */
  SCORM_2004_4TH("2004-4", 4);

  private final String code;
  private final int edition;

  CmiVersion(String code, int edition) {
    this.code = code;
    this.edition = edition;
  }

  /** Short and stable: {@code 1.2}, {@code 2004-2}, {@code 2004-3} or {@code 2004-4}. */
  public String code() {
    return code;
  }

  /** Whether content talks to {@code API} and not to {@code API_1484_11}. */
  public boolean is12() {
    return this == SCORM_12;
  }

  /** The edition of SCORM 2004; 0 for SCORM 1.2. */
  int edition() {
    return edition;
  }

  /** The name of the table file in the player's resources. */
  String table() {
    return is12() ? "cmi-1.2.json" : "cmi-2004.json";
  }

  /**
   * The version with this code.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static CmiVersion of(String code) {
    for (CmiVersion version : values()) {
      if (version.code.equals(code)) {
        return version;
      }
    }
    throw new IllegalArgumentException("no CMI version has the code " + code);
  }
}
