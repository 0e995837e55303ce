package org.lmskit.scorm;

import static java.util.stream.Collectors.joining;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lmskit.learning.Attempt;
import org.lmskit.learning.ContentType;
import org.lmskit.learning.Fact;
import org.lmskit.learning.Sitting;
import org.lmskit.learning.Step;
import org.lmskit.model.AttemptId;
import org.lmskit.model.LearnerKey;
import org.lmskit.model.Problem;
import org.lmskit.model.RejectedException;
import org.lmskit.model.Sha256;
import org.lmskit.scorm.ScormAttempt.Launched;
import org.lmskit.scorm.ScormAttempt.Terms;
import org.lmskit.scorm.runtime.ApiCall;
import org.lmskit.scorm.runtime.ApiReply;
import org.lmskit.scorm.runtime.CallLog;
import org.lmskit.scorm.runtime.Mode;
import org.lmskit.scorm.sequencing.Request;
import org.lmskit.scorm.sequencing.RequestType;
import org.lmskit.store.Kind;
import org.lmskit.store.Reader;

/** How SCORM units are run: navigation and calls on one registration per attempt. */
final class ScormContent
    implements ContentType<ScormAttempt, ScormShared, ScormRequest, ScormAnswer> {
  static final ScormContent TYPE = new ScormContent();

  /** The call by which a page of the player says that it starts its content. */
  static final String BEGIN = "begin";

  /**
   * Comes before the Terminate of content that is taken away for a request of the learner, which
   * takes precedence over the navigation that the content asks for.
   */
  static final String LEAVING = "leaving";

  private ScormContent() {}

  @Override
  public String name() {
    return ScormPackage.CONTENT_TYPE;
  }

  @Override
  public Kind<ScormAttempt> states() {
    return ScormAttempt.KIND;
  }

  @Override
  public Optional<Kind<ScormShared>> learnerStates() {
    return Optional.of(ScormShared.KIND);
  }

  @Override
  public boolean knows(String reference, Reader reader) {
    return reader.find(ScormPackage.KIND, reference).isPresent();
  }

  @Override
  public ScormAttempt newState(Attempt attempt) {
    return ScormAttempt.of(attempt);
  }

  @Override
  public ScormShared newLearnerState(LearnerKey learner) {
    return ScormShared.nothing(learner);
  }

  @Override
  public Step<ScormAttempt, ScormShared, ScormAnswer> advance(
      Sitting<ScormAttempt, ScormShared> sitting, ScormRequest request) {
    if (request instanceof ScormRequest.Open open) {
      return open(sitting, open);
    }
    ScormRegistration before = registration(sitting.state(), sitting.learnerState(), request);
    if (request instanceof ScormRequest.Calls calls) {
      return calls(sitting, before, calls);
    }
    ScormRequest.Navigate navigate = (ScormRequest.Navigate) request;
    sitting.state().working(request.launch());
    NavigationReply reply =
        ScormPlayback.navigate(before, navigate.request(), List.of(), sitting.now());
    ScormAnswer answer = new ScormAnswer(reply.registration(), List.of(), reply);
    return step(sitting, sitting.state(), before, answer, request.launch(), true);
  }

  /** The registration of an attempt as it was stored; a new one before the first launch. */
  static ScormRegistration registration(
      ScormAttempt state, ScormShared shared, ScormCourse course, ScormLearner learner) {
    String stored = state.registration(learner.mode());
    ScormRegistration known = stored.isEmpty()
        ? ScormRegistration.open(course, learner, seed(state.id()))
        : RegistrationJson.read(course, learner, stored);
    // what is written in browse and review never reaches what the learner shares
    return state.isAside(learner.mode()) ? known : shared.into(known);
  }

  private static ScormRegistration registration(
      ScormAttempt state, ScormShared shared, ScormRequest request) {
    return registration(state, shared, request.course(), request.learner());
  }

  private static Step<ScormAttempt, ScormShared, ScormAnswer> open(
      Sitting<ScormAttempt, ScormShared> sitting, ScormRequest.Open request) {
    ScormAttempt state = sitting
        .state()
        .launched(
            request.launch(),
            new Terms(request.learner().mode(), request.learner().forCredit()));
    ScormRegistration before =
        ScormPlayback.onTerms(registration(state, sitting.learnerState(), request), sitting.now());
    if (before.delivered().isPresent()) {
      ScormAnswer answer = new ScormAnswer(before, List.of(), null);
      return step(sitting, state, before, answer, request.launch(), true);
    }
    NavigationReply reply = begun(before, sitting.now());
    ScormAnswer answer = new ScormAnswer(reply.registration(), List.of(), reply);
    return step(sitting, state, before, answer, request.launch(), true);
  }

  /** Resumes or starts; where only choice is allowed, the first activity that can be chosen. */
  private static NavigationReply begun(ScormRegistration registration, Instant now) {
    RequestType first =
        registration.tracking().suspended() == null ? RequestType.START : RequestType.RESUME_ALL;
    NavigationReply reply = ScormPlayback.navigate(registration, Request.of(first), List.of(), now);
    if (reply.delivered() != null) {
      return reply;
    }
    return registration.validRequests(now).choice().stream()
        .filter(id -> registration.course().href(id).isPresent())
        .findFirst()
        .map(id -> ScormPlayback.navigate(registration, Request.choice(id), List.of(), now))
        .orElse(reply);
  }

  private static Step<ScormAttempt, ScormShared, ScormAnswer> calls(
      Sitting<ScormAttempt, ScormShared> sitting,
      ScormRegistration before,
      ScormRequest.Calls request) {
    Launched launch = sitting.state().working(request.launch());
    if (request.sequence() == launch.sequence() && launch.sequence() > 0) {
      ScormAnswer recorded = new ScormAnswer(before, launch.replies(), null);
      return new Step<>(sitting.state(), sitting.learnerState(), List.of(), recorded);
    }
    requireNext(launch, request.sequence());
    Taken taken = new Taken(before, launch);
    request.calls().forEach(call -> taken.take(call, sitting.now()));
    ScormAttempt state = sitting.state().with(taken.launch.took(request.sequence(), taken.replies));
    ScormRequest.Logging log = request.log();
    if (log.capacity() > 0) {
      state = state.logging(log.capacity(), told(log.said(), taken.log));
    }
    ScormAnswer answer = new ScormAnswer(taken.registration, taken.replies, taken.navigation);
    return step(sitting, state, before, answer, request.launch(), taken.reports);
  }

  /** What the browser tells of all calls, with what was noted here at those that changed something. */
  private static List<CallLog.Entry> told(List<CallLog.Entry> said, List<CallLog.Entry> taken) {
    if (said.isEmpty()) {
      return taken;
    }
    return said.stream()
        .map(one -> taken.stream()
            .filter(t -> !t.note().isEmpty() && t.saysAs(one))
            .map(t -> new CallLog.Entry(one.at(), one.call(), one.reply(), t.note()))
            .findFirst()
            .orElse(one))
        .toList();
  }

  private static void requireNext(Launched launch, long sequence) {
    if (sequence != launch.sequence() + 1) {
      throw new RejectedException(
          ScormReason.CALLS_MISSING,
          "calls " + sequence + " of launch " + launch.id() + " after " + launch.sequence(),
          Map.of("expected", String.valueOf(launch.sequence() + 1)));
    }
  }

  private static Step<ScormAttempt, ScormShared, ScormAnswer> step(
      Sitting<ScormAttempt, ScormShared> sitting,
      ScormAttempt state,
      ScormRegistration before,
      ScormAnswer answer,
      String launch,
      boolean reports) {
    ScormRegistration after = answer.registration();
    List<Fact> facts =
        new ScormFacts(before, after, launch, sitting.now()).list(reports, answer.navigation());
    ScormShared shared = sitting.learnerState();
    boolean counts = after.learner().mode() == Mode.NORMAL;
    return new Step<>(state.with(after), counts ? shared.from(after) : shared, facts, answer);
  }

  /** Decides once and for all which children are selected, and in which order. */
  private static long seed(AttemptId attempt) {
    byte[] id = attempt.value().getBytes(StandardCharsets.UTF_8);
    return Long.parseUnsignedLong(Sha256.of(id).hex().substring(0, 16), 16);
  }

  /** Calls of one batch, taken one after the other. */
  private static final class Taken {
    private ScormRegistration registration;
    private Launched launch;
    private final List<ApiReply> replies = new ArrayList<>();
    private final List<CallLog.Entry> log = new ArrayList<>();
    private @Nullable NavigationReply navigation;
    private boolean reports;

    Taken(ScormRegistration registration, Launched launch) {
      this.registration = registration;
      this.launch = launch;
    }

    void take(ApiCall call, Instant now) {
      if (call.name().equals(BEGIN)) {
        registration = ScormPlayback.begin(registration, now);
        launch = launch.begun();
        reports = true;
        return;
      }
      if (registration.delivered().isEmpty()) {
        throw new RejectedException(
            ScormReason.NOTHING_DELIVERED, call.name() + " of launch " + launch.id());
      }
      boolean leaves = call.name().equals(LEAVING);
      ApiCall said = leaves ? last(call) : call;
      CallReply reply = leaves
          ? ScormPlayback.leaving(registration, said, now)
          : ScormPlayback.call(registration, List.of(said), now);
      registration = reply.registration();
      replies.addAll(reply.replies());
      String note = reply.findings().stream().map(Problem::message).collect(joining(" "));
      reply.replies().forEach(answer -> log.add(new CallLog.Entry(now, said, answer, note)));
      navigation = reply.navigation() == null ? navigation : reply.navigation();
      reports = reports || !call.name().contains("SetValue");
    }

    private static ApiCall last(ApiCall leaving) {
      List<String> words = leaving.args();
      return words.isEmpty() ? leaving : new ApiCall(words.get(0), words.subList(1, words.size()));
    }
  }
}
