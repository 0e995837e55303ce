package org.lmskit.observation;

import java.math.BigDecimal;
import org.lmskit.catalog.Requirement;
import org.lmskit.catalog.Subject;
import org.lmskit.internal.Questions.Asking;
import org.lmskit.path.progress.LeafAsked;
import org.lmskit.store.Query;
import org.lmskit.store.Reader;
import org.lmskit.store.Stored;

/** What observations say to requirements that ask for them. */
final class ObservedAnswer {
  private ObservedAnswer() {}

  /** Met on the days of the observations that count, and reach the share of points that is asked for. */
  static LeafAsked.Answer of(LeafAsked asked, Asking asking) {
    Subject subject = asked.leaf().subject().orElseThrow();
    if (subject.kind() != Subject.Kind.CHECKLIST) {
      return LeafAsked.Answer.NOT_YET;
    }
    String counting = Observation.countingKey(asked.learner(), new ChecklistId(subject.id()));
    return LeafAsked.Answer.met(
        asking.reader().list(Query.of(Observation.KIND).where("counting", counting)).stream()
            .map(Stored::value)
            .filter(one -> !one.observedOn().isAfter(asked.day()))
            .filter(one -> isEnough(one, asked.leaf(), asking.reader()))
            .map(Observation::observedOn)
            .toList());
  }

  private static boolean isEnough(Observation one, Requirement.Leaf leaf, Reader reader) {
    BigDecimal share = leaf instanceof Requirement.Passed passed ? passed.scoreOrNull() : null;
    if (share == null) {
      return true;
    }
    Checklist checklist = Checklists.version(reader, one.checklist(), one.ref().version());
    BigDecimal range = checklist.most().subtract(checklist.least());
    BigDecimal reached = one.verdict().sum().subtract(checklist.least());
    return reached.compareTo(share.multiply(range)) >= 0;
  }
}
