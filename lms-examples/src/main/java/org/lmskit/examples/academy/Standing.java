package org.lmskit.examples.academy;

import org.lmskit.learning.Enrollment;
import org.lmskit.learning.EnrollmentState;
import org.lmskit.learning.Success;
import org.lmskit.learning.UnitResult;

/** Where learners stand, in words. */
final class Standing {
  static final Status NOT_ENROLLED = Status.plain("Not enrolled");

  private Standing() {}

  static Status of(Enrollment enrollment) {
    EnrollmentState state = enrollment.state();
    if (state == EnrollmentState.COMPLETED) {
      return Status.good("Completed");
    }
    if (state == EnrollmentState.SUSPENDED) {
      return Status.plain("Resting");
    }
    if (state == EnrollmentState.WITHDRAWN) {
      return Status.plain("Withdrawn");
    }
    if (enrollment.success() == Success.FAILED) {
      return Status.bad("Not passed yet");
    }
    return enrollment.startedAt().isPresent()
        ? Status.warn("In progress")
        : Status.plain("Not started");
  }

  static Status of(UnitResult unit) {
    if (unit.success() == Success.PASSED) {
      return Status.good("Passed");
    }
    if (unit.success() == Success.FAILED) {
      return Status.bad("Not passed yet");
    }
    if (unit.completed()) {
      return Status.good("Completed");
    }
    return unit.attemptCount() > 0 ? Status.warn("In progress") : Status.plain("Not started");
  }

  /** What the button that opens a unit says. */
  static String action(UnitResult unit) {
    if (unit.satisfied()) {
      return "Open again";
    }
    return unit.attemptCount() > 0 ? "Continue" : "Start";
  }
}
