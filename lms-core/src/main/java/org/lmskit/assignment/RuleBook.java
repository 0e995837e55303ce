package org.lmskit.assignment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.lmskit.assignment.AssignmentEvent.RulePublished;
import org.lmskit.catalog.Subject;
import org.lmskit.internal.JsonBody;
import org.lmskit.store.Kind;

/**
 * All versions of one rule, in the order of publication.
 *
 * @param id the rule
 * @param subject what it is about in all versions
 */
record RuleBook(RuleId id, Subject subject, List<RuleVersion> versions) {
  static final Kind<RuleBook> KIND = Kind.<RuleBook>mutable(
          "assignment_rule", book -> book.id().value())
      .index("subject", book -> book.subject().toString())
      .body(JsonBody.of(RuleBook.class));

  RuleBook {
    versions = List.copyOf(versions);
  }

  static RuleBook empty(AssignmentRule rule) {
    return new RuleBook(rule.id(), rule.subject(), List.of());
  }

  RuleBook after(RulePublished event) {
    List<RuleVersion> more = new ArrayList<>(versions);
    more.add(event.version());
    return new RuleBook(id, subject, more);
  }

  RuleVersion newest() {
    return versions.get(versions.size() - 1);
  }

  /** In the order in which they come into force. */
  List<RuleVersion> inForce() {
    return versions.stream()
        .sorted(Comparator.comparing(RuleVersion::from).thenComparing(RuleVersion::number))
        .toList();
  }
}
