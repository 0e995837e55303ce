package org.lmskit.model;

import java.util.Map;
import java.util.TreeMap;

/** A rule of the domain forbids the operation; nothing was changed. */
public final class RejectedException extends LmsException {
  private static final long serialVersionUID = 1L;

  private final transient Reason reason;
  private final transient Map<String, String> details;

  /** A refusal whose message names the id and the value. */
  public RejectedException(Reason reason, String message) {
    this(reason, message, Map.of());
  }

  /** A refusal with named values, such as {@code opensOn=2026-05-25}. */
  public RejectedException(Reason reason, String message, Map<String, String> details) {
    super(reason.name() + ": " + message, null);
    this.reason = reason;
    this.details = Map.copyOf(new TreeMap<>(details));
  }

  /** The rule that forbids it. */
  public Reason reason() {
    return reason;
  }

  /** Values that explain the refusal, by name; empty if the message says it all. */
  public Map<String, String> details() {
    return details;
  }
}
