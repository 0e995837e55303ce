package org.lmskit.model;

/** Why an operation was refused: implemented by one enum per package, its names stable. */
public interface Reason {
  /** The stable name, such as {@code ENROLLMENT_CLOSED}. */
  String name();
}
