package org.lmskit.catalog;

import org.lmskit.model.Reason;

/** Why the catalog refuses an operation. */
public enum CatalogReason implements Reason {
  /** The course has errors; the details name them by code and location. */
  COURSE_INVALID,
  /** That version is published, and published versions never change. */
  VERSION_PUBLISHED,
  /** Somebody else saved the draft meanwhile. */
  DRAFT_CHANGED,
  /** The course has a published version: say what becomes of each of its units. */
  MAPPING_REQUIRED,
  /** The mapping names units that do not exist, or leaves some out. */
  MAPPING_INVALID
}
