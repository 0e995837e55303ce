package org.lmskit.scorm.manifest;

/** Whether a resource talks to the LMS. */
public enum ScormType {
  /** A sharable content object: it finds and initializes the API. */
  SCO,
  /** Content that does not use the API. */
  ASSET;

  /** As a manifest writes it. */
  public String token() {
    return this == SCO ? "sco" : "asset";
  }
}
