package org.lmskit.assignment;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lmskit.catalog.Subject;
import org.lmskit.model.LearnerKey;
import org.lmskit.store.Query;
import org.lmskit.store.Reader;
import org.lmskit.workforce.Appointment;
import org.lmskit.workforce.Appointments;
import org.lmskit.workforce.Attributes;
import org.lmskit.workforce.GroupMembership;
import org.lmskit.workforce.Learner;

/** Who could be concerned: more people than are, but not everybody where that can be avoided. */
final class Candidates {
  private final Reader reader;

  Candidates(Reader reader) {
    this.reader = reader;
  }

  /** Whoever could match one of these audiences on any day, or has a duty of this subject. */
  Set<LearnerKey> of(Collection<Audience> audiences, Subject subject) {
    Set<LearnerKey> found = new LinkedHashSet<>(withDuty(subject));
    Optional<Set<LearnerKey>> matching = union(List.copyOf(audiences));
    if (matching.isPresent()) {
      found.addAll(matching.get());
    } else {
      reader.each(Query.of(Learner.KIND), stored -> found.add(stored.value().key()));
    }
    return found;
  }

  /** Whoever could match one of these audiences on any day; absent if that is everybody. */
  Optional<Set<LearnerKey>> ever(Collection<Audience> audiences) {
    boolean isBroad = audiences.stream().anyMatch(audience -> audience.equals(Audience.staff()));
    return isBroad ? Optional.empty() : union(List.copyOf(audiences));
  }

  /** Whoever has a duty of this subject, or had one. */
  Set<LearnerKey> withDuty(Subject subject) {
    Set<LearnerKey> found = new LinkedHashSet<>();
    reader.each(
        Query.of(Assignment.KIND).where("subject", subject.toString()),
        stored -> found.add(stored.value().learner()));
    return found;
  }

  /** Absent if that is everybody. */
  private Optional<Set<LearnerKey>> of(Audience audience) {
    if (audience instanceof Audience.Any any) {
      return union(any.of());
    }
    if (audience instanceof Audience.All all) {
      Optional<Set<LearnerKey>> found = Optional.empty();
      for (Audience part : all.of()) {
        Optional<Set<LearnerKey>> next = of(part);
        if (found.isPresent()) {
          next.ifPresent(found.get()::retainAll);
        } else {
          found = next;
        }
      }
      return found;
    }
    return audience instanceof Audience.Leaf leaf ? Optional.of(matching(leaf)) : Optional.empty();
  }

  private Optional<Set<LearnerKey>> union(List<Audience> parts) {
    Set<LearnerKey> found = new LinkedHashSet<>();
    for (Audience part : parts) {
      Optional<Set<LearnerKey>> next = of(part);
      if (next.isEmpty()) {
        return next;
      }
      found.addAll(next.get());
    }
    return Optional.of(found);
  }

  private Set<LearnerKey> matching(Audience.Leaf leaf) {
    if (leaf instanceof Audience.Appointed asked) {
      return appointed(asked);
    }
    Set<LearnerKey> found = new LinkedHashSet<>();
    if (leaf instanceof Audience.InGroup asked) {
      reader.each(
          Query.of(GroupMembership.KIND).where("group_id", asked.group().value()),
          stored -> found.add(stored.value().learner()));
    } else if (leaf instanceof Audience.HasAttribute asked) {
      found.addAll(Attributes.everHaving(reader, asked.name(), asked.value()));
    }
    return found;
  }

  private Set<LearnerKey> appointed(Audience.Appointed asked) {
    if (asked.unitOrNull() != null) {
      return Appointments.ever(reader, asked.unitOrNull());
    }
    Query<Appointment> all = Query.of(Appointment.KIND);
    Set<LearnerKey> found = new LinkedHashSet<>();
    reader.each(
        asked.positionOrNull() == null
            ? all
            : all.where("position", asked.positionOrNull().value()),
        stored -> found.add(stored.value().learner()));
    return found;
  }
}
