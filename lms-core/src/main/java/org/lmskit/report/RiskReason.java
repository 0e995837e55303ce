package org.lmskit.report;

import java.time.LocalDate;
import org.lmskit.catalog.Subject;
import org.lmskit.certification.CertificationId;
import org.lmskit.model.CourseId;
import org.lmskit.model.UnitId;

/** Why a learner is at risk. */
public sealed interface RiskReason {
  /** A duty is to be done after its due day. */
  record Overdue(Subject subject, LocalDate dueOn) implements RiskReason {
    @Override
    public String toString() {
      return "overdue " + subject + " since " + dueOn;
    }
  }

  /** A duty is due soon, and no work on it was started. */
  record NotStarted(Subject subject, LocalDate dueOn) implements RiskReason {
    @Override
    public String toString() {
      return "not started " + subject + " due " + dueOn;
    }
  }

  /** Nothing was done on an open enrollment since a day. */
  record Inactive(CourseId course, LocalDate since) implements RiskReason {
    @Override
    public String toString() {
      return "inactive course " + course + " since " + since;
    }
  }

  /** A unit was failed again and again, and not passed. */
  record Failing(CourseId course, UnitId unit, int failed, boolean exhausted)
      implements RiskReason {
    @Override
    public String toString() {
      return "failed course " + course + " unit " + unit + " " + failed + " times"
          + (exhausted ? ", no attempt left" : "");
    }
  }

  /** An award ends soon. */
  record Expiring(CertificationId certification, LocalDate validUntil) implements RiskReason {
    @Override
    public String toString() {
      return "expiring certification " + certification + " valid until " + validUntil;
    }
  }
}
