package org.lmskit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.lmskit.model.Reason;
import org.lmskit.model.RejectedException;

/** What is expected of operations that a rule of the domain forbids. */
public final class Refused {
  private Refused() {}

  /** The operation is refused for this reason. */
  public static void assertRefused(Reason reason, ThrowingCallable operation) {
    assertThatThrownBy(operation)
        .isInstanceOfSatisfying(
            RejectedException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }
}
