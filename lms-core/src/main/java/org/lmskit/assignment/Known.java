package org.lmskit.assignment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.lmskit.catalog.Subject;
import org.lmskit.certification.CertificationHistory;
import org.lmskit.certification.CertificationId;
import org.lmskit.certification.Certifications;
import org.lmskit.internal.Operation;
import org.lmskit.learning.Enrollment;
import org.lmskit.model.LearnerKey;
import org.lmskit.path.progress.PathEnrollment;
import org.lmskit.recognition.PriorLearning;
import org.lmskit.store.Kind;
import org.lmskit.store.Query;
import org.lmskit.store.Reader;
import org.lmskit.store.Stored;
import org.lmskit.workforce.Appointment;
import org.lmskit.workforce.GroupMembership;
import org.lmskit.workforce.Learner;

/**
 * What is known of one learner, as it was read together with that of others.
 *
 * @param learner who
 * @param person who he is over time
 * @param told his duties as they were told
 * @param enrollments all, the oldest first
 * @param elsewhere what he did elsewhere
 * @param paths his enrollments on learning paths, the oldest first
 * @param certifications what is known of each
 */
record Known(
    LearnerKey learner,
    Person person,
    Map<Subject, Stored<Assignment>> told,
    List<Enrollment> enrollments,
    List<PriorLearning> elsewhere,
    List<PathEnrollment> paths,
    Map<CertificationId, CertificationHistory> certifications) {
  /** How many learners are read together. */
  static final int TOGETHER = 500;

  /** All that is known of some people; those who were erased are left out. At most {@link #TOGETHER}. */
  static List<Known> of(Library library, Collection<String> keys) {
    Reader reader = library.reader();
    Map<String, Learner> people = new LinkedHashMap<>();
    reader
        .list(Query.of(Learner.KIND).whereAny("key", keys))
        .forEach(stored -> people.put(stored.value().key().value(), stored.value()));
    Map<String, List<Stored<Appointment>>> appointments =
        by(reader, Appointment.KIND, keys, one -> one.learner().value());
    Map<String, List<Stored<Assignment>>> duties =
        by(reader, Assignment.KIND, keys, one -> one.learner().value());
    Map<String, List<Stored<Enrollment>>> enrollments =
        by(reader, Enrollment.KIND, keys, one -> one.learner().value());
    Map<String, List<Stored<PriorLearning>>> elsewhere =
        by(reader, PriorLearning.KIND, keys, one -> one.learner().value());
    Map<String, List<Stored<PathEnrollment>>> paths =
        by(reader, PathEnrollment.KIND, keys, one -> one.learner().value());
    Map<String, List<Stored<GroupMembership>>> groups = library.rules().traits().isEmpty()
        ? Map.of()
        : by(reader, GroupMembership.KIND, keys, one -> one.learner().value());
    Map<LearnerKey, Map<CertificationId, CertificationHistory>> certifications =
        Certifications.histories(reader, keys);
    List<Known> all = new ArrayList<>();
    for (String key : keys) {
      Learner learner = people.get(key);
      if (learner != null) {
        all.add(new Known(
            learner.key(),
            Person.of(
                learner,
                appointments.getOrDefault(key, List.of()),
                groups.getOrDefault(key, List.of()),
                library.rules().traits(),
                library.chart(),
                library.zone()),
            told(duties.getOrDefault(key, List.of())),
            enrollments.getOrDefault(key, List.of()).stream().map(Stored::value).toList(),
            elsewhere.getOrDefault(key, List.of()).stream().map(Stored::value).toList(),
            paths.getOrDefault(key, List.of()).stream().map(Stored::value).toList(),
            certifications.getOrDefault(learner.key(), Map.of())));
      }
    }
    return all;
  }

  /** Reads together what will be asked for of each of these people. */
  static void foresee(Collection<String> keys, Operation op) {
    op.tx().foresee(Learner.KIND, "key", keys);
    for (Kind<?> kind : List.of(
        Appointment.KIND,
        Assignment.KIND,
        Enrollment.KIND,
        PriorLearning.KIND,
        PathEnrollment.KIND,
        GroupMembership.KIND)) {
      op.tx().foresee(kind, "learner", keys);
    }
    Certifications.foresee(op.tx(), keys);
  }

  private static Map<Subject, Stored<Assignment>> told(List<Stored<Assignment>> duties) {
    Map<Subject, Stored<Assignment>> told = new TreeMap<>();
    duties.forEach(stored -> told.put(stored.value().subject(), stored));
    return told;
  }

  static <T> Map<String, List<Stored<T>>> by(
      Reader reader, Kind<T> kind, Collection<String> keys, Function<T, String> learner) {
    Map<String, List<Stored<T>>> found = new HashMap<>();
    reader
        .list(Query.of(kind).whereAny("learner", keys))
        .forEach(stored -> found
            .computeIfAbsent(learner.apply(stored.value()), key -> new ArrayList<>())
            .add(stored));
    return found;
  }
}
