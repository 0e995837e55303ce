package org.lmskit.archive;

import org.lmskit.model.Reason;

/** Why an archive is refused. */
public enum ArchiveReason implements Reason {
  /** The tenant already holds records; an import begins with an empty one. */
  TENANT_NOT_EMPTY,
  /** The archive is another tenant's: signed heads and proofs name theirs. */
  OTHER_TENANT,
  /** Another archive was begun in this tenant; go on with that one, or delete the tenant. */
  OTHER_ARCHIVE,
  /** It holds records of a kind that this store, or this call, was not given. */
  KIND_UNKNOWN,
  /** A line is no line of an archive, or differs from what was written. */
  ARCHIVE_DAMAGED,
  /** It ends too early: what was imported stays, and the whole archive goes on from there. */
  ARCHIVE_INCOMPLETE,
  /** A file that a record claims is not in the content store. */
  CONTENT_MISSING
}
