package org.lmskit.report;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lmskit.assignment.Member;
import org.lmskit.internal.Scope;
import org.lmskit.model.LearnerId;
import org.lmskit.model.LearnerKey;
import org.lmskit.store.Query;
import org.lmskit.store.Reader;
import org.lmskit.workforce.Learner;

/** Whom a principal may see in a report: the host is asked once for each learner. */
final class Visible {
  private final Scope scope;
  private final String action;

  Visible(Scope scope, String action) {
    this.scope = scope;
    this.action = action;
  }

  boolean sees(LearnerId learner) {
    return scope.may(action, learner.value());
  }

  List<Member> of(List<Member> members) {
    return members.stream().filter(member -> sees(member.learner().id())).toList();
  }

  /** Those of these people whom he may see, by key; at most 1,000. Those who were erased are nobody's to see. */
  Map<LearnerKey, Learner> of(Reader reader, Collection<LearnerKey> keys) {
    Map<LearnerKey, Learner> seen = new HashMap<>();
    List<String> values = keys.stream().map(LearnerKey::value).distinct().toList();
    reader.list(Query.of(Learner.KIND).whereAny("key", values)).forEach(stored -> {
      Learner learner = stored.value();
      if (sees(learner.id())) {
        seen.put(learner.key(), learner);
      }
    });
    return seen;
  }
}
