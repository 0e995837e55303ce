package org.lmskit.viewing;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lmskit.catalog.UnitContent;
import org.lmskit.learning.Attempt;
import org.lmskit.learning.ContentType;
import org.lmskit.learning.Fact;
import org.lmskit.learning.NoLearnerState;
import org.lmskit.learning.Sitting;
import org.lmskit.learning.Step;
import org.lmskit.model.LearnerKey;
import org.lmskit.model.RejectedException;
import org.lmskit.store.Kind;

/**
 * Runs what is looked at. Time on task is the time between requests of a session, each gap capped at
 * five minutes.
 */
public final class ViewedContent
    implements ContentType<Viewing, NoLearnerState, ViewingRequest, ViewingReply> {
  /** Documents, seen page by page. */
  public static final ViewedContent DOCUMENT = new ViewedContent("document");

  /** Videos and recordings, seen in milliseconds of playing time. */
  public static final ViewedContent VIDEO = new ViewedContent("video");

  /** Places elsewhere, of which only opening and confirming is known. */
  public static final ViewedContent LINK = new ViewedContent("link");

  /** Pages of HTML, seen in thousandths of their height. */
  public static final ViewedContent PAGE = new ViewedContent("page");

  /** All of them. */
  public static final List<ContentType<?, ?, ?, ?>> ALL = List.of(DOCUMENT, VIDEO, LINK, PAGE);

  static final Duration IDLE_LIMIT = Duration.ofMinutes(5);

  private final String name;

  private ViewedContent(String name) {
    this.name = name;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Kind<Viewing> states() {
    return Viewing.KIND;
  }

  @Override
  public Viewing newState(Attempt attempt) {
    return Viewing.none(attempt.id());
  }

  @Override
  public NoLearnerState newLearnerState(LearnerKey learner) {
    return NoLearnerState.NONE;
  }

  /**
   * Takes one request.
   *
   * @throws RejectedException NOT_OPEN or BEYOND_THE_END
   */
  @Override
  public Step<Viewing, NoLearnerState, ViewingReply> advance(
      Sitting<Viewing, NoLearnerState> sitting, ViewingRequest request) {
    List<Fact> facts = new ArrayList<>();
    Viewing before = worked(sitting, facts);
    Viewing next = take(sitting, before, request, facts);
    UnitContent content = sitting.unit().content();
    BigDecimal share = next.seen().shareOf(length(content));
    boolean isDone = isDone(ViewingRule.of(content), next, share);
    if (share.signum() > 0) {
      facts.add(new Fact.Progress(share));
    }
    boolean wasOpened = next.sessionOrNull() != null || sitting.attempt().completed();
    if (isDone && wasOpened) {
      facts.add(new Fact.Completion());
    }
    boolean isCompleted = sitting.attempt().completed() || isDone && wasOpened;
    return new Step<>(
        next,
        NoLearnerState.NONE,
        facts,
        new ViewingReply(share, next.place(), next.acknowledged(), isCompleted));
  }

  private static boolean isDone(ViewingRule rule, Viewing viewing, BigDecimal share) {
    return share.compareTo(rule.share()) >= 0 && (!rule.acknowledged() || viewing.acknowledged());
  }

  /** Counts the time since the last request of an open session. */
  private static Viewing worked(Sitting<Viewing, NoLearnerState> sitting, List<Fact> facts) {
    Viewing viewing = sitting.state();
    Viewing.Session session = viewing.sessionOrNull();
    if (session == null || !session.lastAt().isBefore(sitting.now())) {
      return viewing;
    }
    Instant capped = session.lastAt().plus(IDLE_LIMIT);
    Instant to = capped.isBefore(sitting.now()) ? capped : sitting.now();
    facts.add(new Fact.Time(session.lastAt(), to));
    Duration active = session.active().plus(Duration.between(session.lastAt(), to));
    return viewing.in(new Viewing.Session(session.name(), sitting.now(), active));
  }

  private static Viewing take(
      Sitting<Viewing, NoLearnerState> sitting,
      Viewing viewing,
      ViewingRequest request,
      List<Fact> facts) {
    if (request instanceof ViewingRequest.Open open) {
      close(viewing, facts);
      facts.add(new Fact.Launched(open.session(), null));
      facts.add(new Fact.Initialized(open.session(), null));
      return viewing.in(new Viewing.Session(open.session(), sitting.now(), Duration.ZERO));
    }
    if (request instanceof ViewingRequest.Close) {
      close(viewing, facts);
      return viewing.in(null);
    }
    requireOpen(sitting, viewing);
    if (request instanceof ViewingRequest.Seen seen) {
      requireInside(sitting, seen);
      return viewing.seen(seen.from(), seen.before());
    }
    return viewing.confirmed();
  }

  private static void close(Viewing viewing, List<Fact> facts) {
    Viewing.Session session = viewing.sessionOrNull();
    if (session != null) {
      facts.add(new Fact.Terminated(session.name(), null, session.active()));
    }
  }

  private static void requireOpen(Sitting<Viewing, NoLearnerState> sitting, Viewing viewing) {
    if (viewing.sessionOrNull() == null) {
      throw new RejectedException(
          ViewingReason.NOT_OPEN, "attempt " + sitting.attempt().id() + " has no open session");
    }
  }

  private static void requireInside(
      Sitting<Viewing, NoLearnerState> sitting, ViewingRequest.Seen seen) {
    long length = length(sitting.unit().content());
    if (seen.before() > length) {
      throw new RejectedException(
          ViewingReason.BEYOND_THE_END,
          "unit " + sitting.unit().id() + " ends at " + length + ", seen to " + seen.before(),
          Map.of("length", String.valueOf(length)));
    }
  }

  private static long length(UnitContent content) {
    return Long.parseLong(content.settings().getOrDefault(Viewable.LENGTH, "0"));
  }
}
