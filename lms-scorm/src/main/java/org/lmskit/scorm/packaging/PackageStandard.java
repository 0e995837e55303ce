package org.lmskit.scorm.packaging;

/** The standard that a file follows, as far as it can be told. */
public enum PackageStandard {
  /** SCORM 1.2 or 2004. */
  SCORM("SCORM"),
  /** cmi5: a cmi5.xml instead of a manifest. */
  CMI5("cmi5"),
  /** AICC HACP: .crs and .au files. */
  AICC("AICC"),
  /** QTI, Common Cartridge, xAPI or a plain web export; the finding says which. */
  OTHER("other");

  private final String title;

  PackageStandard(String title) {
    this.title = title;
  }

  /** "SCORM", "cmi5", "AICC" or "other". */
  public String title() {
    return title;
  }
}
