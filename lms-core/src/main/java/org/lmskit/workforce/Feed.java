package org.lmskit.workforce;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lmskit.internal.Operation;
import org.lmskit.internal.Scope;
import org.lmskit.model.LearnerId;
import org.lmskit.model.Problem;
import org.lmskit.model.RejectedException;
import org.lmskit.store.Reader;

/** Takes what a personnel system tells: many people a transaction, each of them whole or not. */
final class Feed {
  private static final int PEOPLE = 500;
  private static final String ACTION = "workforce.feed";

  private final Scope scope;
  private final List<Problem> problems = new ArrayList<>();
  private int accepted;
  private int refused;

  Feed(Scope scope) {
    this.scope = scope;
  }

  FeedReport take(List<FeedLine> lines) {
    scope.require(ACTION, ""); // a refusal of the host is no finding about a line
    Map<LearnerId, List<FeedLine>> people = new LinkedHashMap<>();
    for (FeedLine line : lines) {
      whose(line)
          .ifPresentOrElse(
              id -> people.computeIfAbsent(id, any -> new ArrayList<>()).add(line),
              () -> takeAlone(List.of(line)));
    }
    List<List<FeedLine>> groups = new ArrayList<>(people.values());
    for (int from = 0; from < groups.size(); from += PEOPLE) {
      takeTogether(groups.subList(from, Math.min(groups.size(), from + PEOPLE)));
    }
    return new FeedReport(accepted, refused, problems);
  }

  /** The person of whom a line tells; absent for those of the organisation. */
  static Optional<LearnerId> whose(FeedLine line) {
    if (line instanceof FeedLine.Person person) {
      return Optional.of(person.learner());
    }
    if (line instanceof FeedLine.Standing standing) {
      return Optional.of(standing.learner());
    }
    return line instanceof FeedLine.Appoint appoint
        ? Optional.of(appoint.entry().learner())
        : Optional.empty();
  }

  /** One transaction for many; if anybody's lines are refused, one for each half. */
  private void takeTogether(List<List<FeedLine>> groups) {
    if (groups.size() == 1) {
      takeAlone(groups.get(0));
      return;
    }
    try {
      scope.write(ACTION, "", op -> {
        new FeedBatch(groups).prepare(op);
        return groups.stream().mapToInt(group -> apply(op, group)).sum();
      });
      accepted += groups.stream().mapToInt(List::size).sum();
    } catch (RejectedException e) {
      int half = groups.size() / 2;
      takeTogether(groups.subList(0, half));
      takeTogether(groups.subList(half, groups.size()));
    }
  }

  private void takeAlone(List<FeedLine> group) {
    try {
      scope.write(ACTION, "", op -> apply(op, group));
      accepted += group.size();
    } catch (RejectedException e) {
      refused += group.size();
      problems.add(Problem.error(
          "FEED-" + e.reason().name(),
          group.get(0).at(),
          e.getMessage() + "; correct it and send these lines again."));
    }
  }

  /** What is known comes first: an appointment that ends makes room for the next. */
  private static int apply(Operation op, List<FeedLine> group) {
    group.stream()
        .sorted(Comparator.comparing(line -> rank(op.tx(), line)))
        .forEach(line -> apply(op, line));
    return group.size();
  }

  private static String rank(Reader reader, FeedLine line) {
    if (line instanceof FeedLine.Appoint appoint) {
      boolean isKnown =
          reader.find(Appointment.KIND, appoint.entry().id().value()).isPresent();
      return (isKnown ? "1 " : "2 ") + appoint.entry().from();
    }
    return "0";
  }

  private static void apply(Operation op, FeedLine line) {
    if (line instanceof FeedLine.Part part) {
      OrgTree.place(op, part.id(), part.name(), part.parentOrNull(), part.from());
    } else if (line instanceof FeedLine.Job job) {
      Workforce.define(op, new Position(job.id(), job.title()));
    } else if (line instanceof FeedLine.Person person) {
      Workforce.save(op, person.learner(), person.profile());
    } else if (line instanceof FeedLine.Standing standing) {
      stand(op, standing);
    } else {
      Appointments.save(op, ((FeedLine.Appoint) line).entry());
    }
  }

  /** Each is told of its day even if it is so already: what comes late must not undo it. */
  private static void stand(Operation op, FeedLine.Standing line) {
    LearnerId id = line.learner();
    line.attributes()
        .forEach((name, value) ->
            Attributes.change(op, id, new Learner.AttributeChange(name, value, line.from())));
    line.joins()
        .forEach(
            group -> Groups.change(op, id, group, new GroupMembership.Change(line.from(), true)));
    line.leaves()
        .forEach(
            group -> Groups.change(op, id, group, new GroupMembership.Change(line.from(), false)));
  }
}
