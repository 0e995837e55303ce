package org.lmskit.model;

/** How much a {@link Problem} matters. */
public enum Severity {
  /** The thing cannot be used. */
  ERROR,
  /** It was repaired or a default was taken; the message says which. */
  WARNING,
  /** Worth knowing, nothing was changed. */
  INFO
}
