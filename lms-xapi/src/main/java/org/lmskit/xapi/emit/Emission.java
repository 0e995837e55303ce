package org.lmskit.xapi.emit;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lmskit.event.LmsEvent;
import org.lmskit.learning.AttemptEvent;
import org.lmskit.learning.AttemptRef;
import org.lmskit.learning.EnrollmentEvent;
import org.lmskit.learning.Interaction;
import org.lmskit.learning.LearningEvent;
import org.lmskit.learning.PartResult;
import org.lmskit.learning.Success;
import org.lmskit.model.EventId;
import org.lmskit.model.Score;
import org.lmskit.model.Sha256;
import org.lmskit.xapi.Activity;
import org.lmskit.xapi.Agent;
import org.lmskit.xapi.Context;
import org.lmskit.xapi.ContextActivities;
import org.lmskit.xapi.Extensions;
import org.lmskit.xapi.IsoDuration;
import org.lmskit.xapi.JsonValue;
import org.lmskit.xapi.Result;
import org.lmskit.xapi.Statement;
import org.lmskit.xapi.StatementRef;
import org.lmskit.xapi.Verb;

/** What one event says as statements. A pure mapping: the same event always gives the same ids. */
final class Emission {
  private static final String ADL = "http://adlnet.gov/expapi/verbs/";
  private static final Verb REGISTERED = Verb.of(ADL + "registered", "registered");
  private static final Verb LAUNCHED = Verb.of(ADL + "launched", "launched");
  private static final Verb INITIALIZED = Verb.of(ADL + "initialized", "initialized");
  private static final Verb TERMINATED = Verb.of(ADL + "terminated", "terminated");
  private static final Verb COMPLETED = Verb.of(ADL + "completed", "completed");
  private static final Verb PASSED = Verb.of(ADL + "passed", "passed");
  private static final Verb FAILED = Verb.of(ADL + "failed", "failed");
  private static final Verb ANSWERED = Verb.of(ADL + "answered", "answered");
  private static final String SESSION = "https://w3id.org/xapi/cmi5/context/extensions/sessionid";
  private static final String ATTEMPT = "https://lmskit.org/xapi/extensions/attempt";

  private final Agent own;
  private final Agent actor;
  private final Activities activities;
  private final NameBasedIds ids;
  private final Texts texts;
  private final List<Statement> statements = new ArrayList<>();

  /** Finds a text that a person wrote. */
  interface Texts {
    Optional<String> find(Sha256 digest);
  }

  /**
   * @param own speaks for the emitter itself
   * @param actor the learner
   */
  Emission(Agent own, Agent actor, Activities activities, NameBasedIds ids, Texts texts) {
    this.own = own;
    this.actor = actor;
    this.activities = activities;
    this.ids = ids;
    this.texts = texts;
  }

  /** The statements of an event; none if it is not about somebody's learning. */
  List<Statement> of(LearningEvent event) {
    if (event instanceof EnrollmentEvent enrollment) {
      enrollment(enrollment);
    } else if (event instanceof AttemptEvent attempt) {
      session(attempt);
      outcome(attempt);
    }
    return List.copyOf(statements);
  }

  private void enrollment(EnrollmentEvent event) {
    Context context = Context.builder().registration(event.of().registration()).build();
    Activity course = activities.course(event.of());
    if (event instanceof EnrollmentEvent.EnrollmentOpened) {
      add(event, REGISTERED, course, Result.NONE, context);
    } else if (event instanceof EnrollmentEvent.EnrollmentCompleted completed) {
      Result result = completed(completed.scoreOrNull(), completed.time(), completed.success());
      add(event, COMPLETED, course, result, context);
    } else if (event instanceof EnrollmentEvent.CompletionCorrected corrected) {
      Result result = completed(corrected.scoreOrNull(), corrected.time(), corrected.success());
      add(event, COMPLETED, course, result, context);
      voiding(event, corrected.corrects());
    } else if (event instanceof EnrollmentEvent.CompletionWithdrawn withdrawn) {
      voiding(event, withdrawn.withdraws());
    }
  }

  private static Result completed(@Nullable Score score, Duration time, Success success) {
    return decided(result(score, time).withCompletion(true), success);
  }

  /** Data 2.3.1: Statements are immutable; 2.3.2: the only way to undo one is to void it. */
  private void voiding(EnrollmentEvent event, EventId said) {
    StatementRef target = new StatementRef(ids.of(said.value()));
    statements.add(Statement.builder(own, Verb.VOIDED, target)
        .id(nextId(event))
        .timestamp(event.recordedAt())
        .build());
  }

  private void session(AttemptEvent event) {
    AttemptRef at = event.at();
    if (event instanceof AttemptEvent.LaunchStarted launch) {
      add(
          event,
          LAUNCHED,
          part(at, launch.partOrNull()),
          Result.NONE,
          in(at, launch.partOrNull(), launch.session()));
    } else if (event instanceof AttemptEvent.SessionStarted start) {
      add(
          event,
          INITIALIZED,
          part(at, start.partOrNull()),
          Result.NONE,
          in(at, start.partOrNull(), start.session()));
    } else if (event instanceof AttemptEvent.SessionEnded end) {
      Result result = Result.NONE.withDuration(IsoDuration.of(end.duration()));
      add(
          event,
          TERMINATED,
          part(at, end.partOrNull()),
          result,
          in(at, end.partOrNull(), end.session()));
    }
  }

  private void outcome(AttemptEvent event) {
    AttemptRef at = event.at();
    if (event instanceof AttemptEvent.UnitCompleted done) {
      Result result = result(done.scoreOrNull(), done.time()).withCompletion(true);
      add(event, COMPLETED, activities.unit(at), result, in(at, null, null));
    } else if (event instanceof AttemptEvent.UnitPassed passed) {
      Result result = result(passed.scoreOrNull(), passed.time()).withSuccess(true);
      add(event, PASSED, activities.unit(at), result, in(at, null, null));
    } else if (event instanceof AttemptEvent.UnitFailed failed) {
      Result result = result(failed.scoreOrNull(), failed.time()).withSuccess(false);
      add(event, FAILED, activities.unit(at), result, in(at, null, null));
    } else if (event instanceof AttemptEvent.InteractionAnswered answered) {
      answered(answered);
    } else if (event instanceof AttemptEvent.PartReported reported) {
      part(reported);
    }
  }

  /** A part that was completed and passed at once gives two statements. */
  private void part(AttemptEvent.PartReported event) {
    PartResult part = event.result();
    Activity activity = activities.part(event.at(), part.part(), part.title());
    Context context = in(event.at(), part.part(), null);
    Result result = result(part.scoreOrNull(), part.time());
    if (part.completed()) {
      add(event, COMPLETED, activity, result.withCompletion(true), context);
    }
    if (part.success() != Success.UNKNOWN) {
      Verb verb = part.success() == Success.PASSED ? PASSED : FAILED;
      add(event, verb, activity, decided(result, part.success()), context);
    }
  }

  private void answered(AttemptEvent.InteractionAnswered event) {
    Interaction interaction = event.interaction();
    Result result = Result.NONE;
    String response = response(interaction);
    if (response != null) {
      result = result.withResponse(response);
    }
    Duration latency = interaction.latencyOrNull();
    if (latency != null) {
      result = result.withDuration(IsoDuration.of(latency));
    }
    Activity question = activities.question(event.at(), event.partOrNull(), interaction);
    Activity parent = part(event.at(), event.partOrNull());
    Context context =
        context(event.at(), List.of(parent), grouping(event.at(), event.partOrNull()), null);
    add(event, ANSWERED, question, judged(result, interaction.resultOrNull()), context);
  }

  private @Nullable String response(Interaction interaction) {
    Sha256 digest = interaction.responseTextOrNull();
    return digest == null ? interaction.responseOrNull() : texts.find(digest).orElse(null);
  }

  /** RTE 4.2.9: a result is a word or a number. */
  private static Result judged(Result result, @Nullable String judgement) {
    if (judgement == null) {
      return result;
    }
    if (judgement.equals("correct") || judgement.equals("incorrect")) {
      return result.withSuccess(judgement.equals("correct"));
    }
    try {
      return result.withScore(new Score(null, new BigDecimal(judgement), null, null));
    } catch (NumberFormatException e) {
      return result; // "unanticipated" and "neutral" are neither success nor failure
    }
  }

  private Activity part(AttemptRef at, @Nullable String part) {
    return activities.part(at, part, "");
  }

  private Context in(AttemptRef at, @Nullable String part, @Nullable String session) {
    Activity course = activities.course(at.of());
    List<Activity> parent = part == null ? List.of(course) : List.of(activities.unit(at));
    List<Activity> grouping = part == null ? List.of() : List.of(course);
    return context(at, parent, grouping, session);
  }

  private List<Activity> grouping(AttemptRef at, @Nullable String part) {
    Activity course = activities.course(at.of());
    return part == null ? List.of(course) : List.of(activities.unit(at), course);
  }

  private static Context context(
      AttemptRef at, List<Activity> parent, List<Activity> grouping, @Nullable String session) {
    Extensions extensions = Extensions.of(ATTEMPT, JsonValue.of(at.number()));
    return Context.builder()
        .registration(at.of().registration())
        .activities(new ContextActivities(parent, grouping, List.of(), List.of()))
        .extensions(session == null ? extensions : extensions.with(SESSION, JsonValue.of(session)))
        .build();
  }

  private static Result result(@Nullable Score score, Duration time) {
    Result result = Result.NONE.withDuration(IsoDuration.of(time));
    return score == null ? result : result.withScore(score);
  }

  private static Result decided(Result result, Success success) {
    return success == Success.UNKNOWN ? result : result.withSuccess(success == Success.PASSED);
  }

  private void add(LmsEvent event, Verb verb, Activity object, Result result, Context context) {
    Instant when = event.occurredAt();
    statements.add(Statement.builder(actor, verb, object)
        .id(nextId(event))
        .result(result.equals(Result.NONE) ? null : result)
        .context(context)
        .timestamp(when)
        .build());
  }

  private UUID nextId(LmsEvent event) {
    return ids.of(event.id().value() + (statements.isEmpty() ? "" : "#" + statements.size()));
  }
}
