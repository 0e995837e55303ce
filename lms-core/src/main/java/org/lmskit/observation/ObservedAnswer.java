package org.lmskit.observation;

import org.lmskit.catalog.Subject;
import org.lmskit.internal.Questions.Asking;
import org.lmskit.path.progress.LeafAsked;
import org.lmskit.store.Query;

/** What observations say to requirements that ask for them. */
final class ObservedAnswer {
  private ObservedAnswer() {}

  /** Met on the days of the observations that count. */
  static LeafAsked.Answer of(LeafAsked asked, Asking asking) {
    Subject subject = asked.leaf().subject().orElseThrow();
    if (subject.kind() != Subject.Kind.CHECKLIST) {
      return LeafAsked.Answer.NOT_YET;
    }
    String counting = Observation.countingKey(asked.learner(), new ChecklistId(subject.id()));
    return LeafAsked.Answer.met(
        asking.reader().list(Query.of(Observation.KIND).where("counting", counting)).stream()
            .map(stored -> stored.value().observedOn())
            .filter(day -> !day.isAfter(asked.day()))
            .toList());
  }
}
