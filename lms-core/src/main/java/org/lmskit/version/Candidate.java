package org.lmskit.version;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.lmskit.internal.Operation;
import org.lmskit.model.Id;
import org.lmskit.model.RejectedException;
import org.lmskit.model.Sha256;

/**
 * What is about to be published as a version.
 *
 * @param <V> the version that it becomes
 */
public interface Candidate<V extends Published> {
  /** Of what it becomes a version. */
  Id id();

  /** Of what exactly is to be published; that of the newest version means that nothing changes. */
  Sha256 digest();

  /**
   * Looks at its plan.
   *
   * @param before the newest version; null if there is none
   * @throws RejectedException if the plan does not lead from that version to this
   */
  void check(@Nullable V before, LocalDate today);

  /** The version of this number that it becomes in this operation. */
  V version(Operation op, int number);
}
