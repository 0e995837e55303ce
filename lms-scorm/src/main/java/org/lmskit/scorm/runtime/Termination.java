package org.lmskit.scorm.runtime;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How content ended: through Terminate, or because the learner left.
 *
 * @param result what it achieved, for sequencing and for the record
 * @param navigationOrNull the navigation that it asked for
 * @param isSuspended whether {@code cmi.exit} was suspend
 * @param exit {@code cmi.exit} as set; empty if it was not
 * @param sessionTime the length that the content reported; zero if it did not
 * @param elapsed from Initialize until now by the server's clock
 */
public record Termination(
    RuntimeResult result,
    @Nullable NavigationRequest navigationOrNull,
    boolean isSuspended,
    String exit,
    Duration sessionTime,
    Duration elapsed) {
  /** The navigation that the content asked for, by {@code adl.nav.request} or by its exit. */
  public Optional<NavigationRequest> navigation() {
    return Optional.ofNullable(navigationOrNull);
  }
}
