package org.lmskit.path;

import org.lmskit.model.Reason;

/** Why authoring learning paths is refused. */
public enum PathReason implements Reason {
  /** The path has errors; the details name them by code and location. */
  PATH_INVALID,
  /** That version is published, and published versions never change. */
  VERSION_PUBLISHED,
  /** Somebody else saved the draft meanwhile. */
  DRAFT_CHANGED,
  /** The path has a published version: say what becomes of each of its steps. */
  MAPPING_REQUIRED,
  /** The mapping names steps that do not exist, or leaves some out. */
  MAPPING_INVALID
}
