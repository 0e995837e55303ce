package org.lmskit.model;

import org.jspecify.annotations.Nullable;

/**
 * The host's say in who may do what. It is asked once for every operation, before anything is read; a report asks it again
 * for each learner, and leaves out those whom the principal may not see.
 */
@FunctionalInterface
public interface Authorizer {
  /** Allows everything: a host that checks permissions before it calls. */
  Authorizer ALLOW_ALL = (principal, action, subject) -> true;

  /**
   * Whether the principal may perform the action.
   *
   * @param principal who asks; null for the system itself
   * @param action the operation's stable name, such as {@code enrollments.enroll}
   * @param subject the id that the operation is about; empty if there is no single one
   */
  boolean may(@Nullable PrincipalId principal, String action, String subject);
}
