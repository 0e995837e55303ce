package org.lmskit.assignment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lmskit.assignment.AssignmentEvent.RulePublished;
import org.lmskit.catalog.Catalog;
import org.lmskit.catalog.Subject;
import org.lmskit.certification.CertificationId;
import org.lmskit.certification.Certifications;
import org.lmskit.internal.Operation;
import org.lmskit.internal.Questions.Asking;
import org.lmskit.model.CourseId;
import org.lmskit.model.LearnerKey;
import org.lmskit.model.NotFoundException;
import org.lmskit.model.RejectedException;
import org.lmskit.path.PathId;
import org.lmskit.path.Paths;
import org.lmskit.path.SubjectAsked;
import org.lmskit.store.Query;
import org.lmskit.store.Reader;
import org.lmskit.store.Stored;
import org.lmskit.workforce.OrgUnit;
import org.lmskit.workforce.Position;

/** Publishes a version of a rule, and lets it take effect on all whom it concerns. */
final class Publishing {
  private final Operation op;
  private final AssignmentRule rule;
  private final Optional<Stored<RuleBook>> stored;
  private final RuleBook book;

  private Publishing(Operation op, AssignmentRule rule) {
    this.op = op;
    this.rule = rule;
    this.stored = op.tx().find(RuleBook.KIND, rule.id().value());
    this.book = stored.map(Stored::value).orElseGet(() -> RuleBook.empty(rule));
  }

  static RuleVersion publish(Operation op, AssignmentRule rule) {
    Publishing publishing = new Publishing(op, rule);
    return publishing.isCurrent() ? publishing.book.newest() : publishing.checked(false);
  }

  static RuleVersion switchMode(Operation op, RuleId id, RuleMode mode) {
    AssignmentRule current = current(op.tx(), id);
    AssignmentRule next = new AssignmentRule(
        current.id(),
        current.audience(),
        current.subject(),
        current.dueOrNull(),
        current.allowance(),
        current.exit(),
        mode,
        current.reminders(),
        null);
    return current.mode() == mode ? new Publishing(op, current).book.newest() : publish(op, next);
  }

  static RuleVersion retire(Operation op, RuleId id) {
    Publishing publishing = new Publishing(op, current(op.tx(), id));
    return publishing.book.newest().retired()
        ? publishing.book.newest()
        : publishing.take(publishing.op.today(), true);
  }

  private static AssignmentRule current(Reader reader, RuleId id) {
    return reader
        .find(RuleBook.KIND, id.value())
        .orElseThrow(() -> NotFoundException.of("assignment rule", id))
        .value()
        .newest()
        .rule();
  }

  private boolean isCurrent() {
    return !book.versions().isEmpty()
        && book.newest().rule().equals(rule)
        && !book.newest().retired();
  }

  private RuleVersion checked(boolean retired) {
    requireSubject(op.asking(), rule.subject());
    requireAudience();
    requireNoContradiction();
    LocalDate from = rule.fromOrNull() == null ? op.today() : rule.fromOrNull();
    if (!book.versions().isEmpty() && from.isBefore(op.today())) {
      throw refused(
          AssignmentReason.BACK_DATED, from + " is before today, " + op.today(), "from", from);
    }
    if (!book.subject().equals(rule.subject())) {
      throw refused(
          AssignmentReason.SUBJECT_CHANGED,
          "from " + book.subject() + " to " + rule.subject(),
          "subject",
          rule.subject());
    }
    return take(from, retired);
  }

  private RuleVersion take(LocalDate from, boolean retired) {
    List<Audience> audiences = new ArrayList<>(List.of(rule.audience()));
    book.versions().forEach(version -> audiences.add(version.rule().audience()));
    Set<LearnerKey> concerned = new Candidates(op.tx()).of(audiences, rule.subject());
    op.catchUp(concerned);
    RuleVersion version =
        new RuleVersion(book.versions().size() + 1, rule, from, retired, op.now());
    RulePublished event = new RulePublished(op.header(from), version);
    op.record(event);
    RuleBook next = book.after(event);
    stored.ifPresentOrElse(
        old -> op.tx().update(old, next), () -> op.tx().insert(RuleBook.KIND, next));
    op.forget(Library.class);
    concerned.forEach(learner -> Settling.heard(op, learner));
    return version;
  }

  /** @throws RejectedException SUBJECT_UNKNOWN */
  static void requireSubject(Asking asking, Subject subject) {
    Reader reader = asking.reader();
    boolean isKnown = switch (subject.kind()) {
      case COURSE -> Catalog.isPublished(reader, new CourseId(subject.id()));
      case CERTIFICATION ->
        !Certifications.versions(reader, new CertificationId(subject.id())).isEmpty();
      case PATH -> Paths.isPublished(reader, new PathId(subject.id()));
      case CHECKLIST -> asking.ask(new SubjectAsked(subject)).contains(SubjectAsked.Answer.KNOWN);
      default -> false;
    };
    if (!isKnown) {
      throw refused(
          AssignmentReason.SUBJECT_UNKNOWN,
          subject + " is no published course, learning path, certification or checklist",
          "subject",
          subject);
    }
  }

  private void requireAudience() {
    for (Audience.Leaf leaf : AudienceLogic.leaves(rule.audience())) {
      if (leaf instanceof Audience.Appointed asked) {
        requireKnown(asked);
      }
    }
    if (!AudienceLogic.isPossible(rule.audience())) {
      throw refused(
          AssignmentReason.AUDIENCE_IMPOSSIBLE,
          "nobody can match " + rule.audience(),
          "audience",
          rule.audience());
    }
  }

  private void requireKnown(Audience.Appointed asked) {
    if (asked.unitOrNull() != null
        && op.tx().find(OrgUnit.KIND, asked.unitOrNull().value()).isEmpty()) {
      throw refused(
          AssignmentReason.ORG_UNIT_UNKNOWN,
          "no part " + asked.unitOrNull() + " of the organisation",
          "unit",
          asked.unitOrNull());
    }
    if (asked.positionOrNull() != null
        && op.tx().find(Position.KIND, asked.positionOrNull().value()).isEmpty()) {
      throw refused(
          AssignmentReason.POSITION_UNKNOWN,
          "no position " + asked.positionOrNull(),
          "position",
          asked.positionOrNull());
    }
  }

  /** Two rules that hand the same people over to different policies cannot both be right. */
  private void requireNoContradiction() {
    if (rule.mode() != RuleMode.UPDATE) {
      return;
    }
    Audience audience = AudienceLogic.canonical(rule.audience());
    List<RuleId> others =
        op.tx().list(Query.of(RuleBook.KIND).where("subject", rule.subject().toString())).stream()
            .map(found -> found.value().newest())
            .filter(other -> !other.retired() && !other.rule().id().equals(rule.id()))
            .map(RuleVersion::rule)
            .filter(other -> other.mode() == RuleMode.UPDATE && other.exit() != rule.exit())
            .filter(other -> AudienceLogic.canonical(other.audience()).equals(audience))
            .map(AssignmentRule::id)
            .collect(Collectors.toList());
    if (!others.isEmpty()) {
      throw refused(
          AssignmentReason.RULE_CONTRADICTS,
          "rule " + rule.id() + " has another exit policy than " + others
              + " for the same audience and subject",
          "rule",
          others.get(0));
    }
  }

  private static RejectedException refused(
      AssignmentReason reason, String message, String detail, Object value) {
    return new RejectedException(reason, message, Map.of(detail, value.toString()));
  }
}
