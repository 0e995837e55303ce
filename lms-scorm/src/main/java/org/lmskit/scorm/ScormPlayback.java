package org.lmskit.scorm;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lmskit.model.Problem;
import org.lmskit.scorm.runtime.ApiCall;
import org.lmskit.scorm.runtime.ApiReply;
import org.lmskit.scorm.runtime.Entry;
import org.lmskit.scorm.runtime.Mode;
import org.lmskit.scorm.runtime.NavigationRequest;
import org.lmskit.scorm.runtime.RuntimeEngine;
import org.lmskit.scorm.runtime.RuntimeResult;
import org.lmskit.scorm.runtime.RuntimeState;
import org.lmskit.scorm.runtime.Termination;
import org.lmskit.scorm.sequencing.Activity;
import org.lmskit.scorm.sequencing.Request;
import org.lmskit.scorm.sequencing.RequestType;
import org.lmskit.scorm.sequencing.Sequencer;
import org.lmskit.scorm.sequencing.SequencingOutcome;

/**
 * Plays a course without a browser: navigation requests and calls of content in, replies and the
 * next registration out. Pure; the time is an argument.
 */
public final class ScormPlayback {
  private ScormPlayback() {}

  /**
   * A navigation request of the learner.
   *
   * @param unload the calls that the content makes while its page is taken away; they count before
   *     the request does, and the request takes precedence over one of the content
   */
  public static NavigationReply navigate(
      ScormRegistration registration, Request request, List<ApiCall> unload, Instant now) {
    var replies = new ArrayList<ApiReply>();
    var left = leave(registration, unload, now, replies);
    var from = isAbandoning(request.type()) ? registration : left;
    var reply = sequenced(from, request, replies, now);
    boolean isRefused = reply.exception() != null && reply.registration().running() != null;
    return isRefused ? reply.with(unload.isEmpty() ? registration : begin(left, now)) : reply;
  }

  /**
   * Calls of the delivered content, in order. Calls that follow one that ended it are refused by the
   * run time, not here.
   *
   * @throws IllegalStateException if nothing is delivered
   */
  public static CallReply call(ScormRegistration registration, List<ApiCall> calls, Instant now) {
    return called(registration, calls, true, now);
  }

  /** A call of content that is taken away: what navigation it asks for is not taken. */
  static CallReply leaving(ScormRegistration registration, ApiCall call, Instant now) {
    return called(registration, List.of(call), false, now);
  }

  private static CallReply called(
      ScormRegistration registration, List<ApiCall> calls, boolean navigates, Instant now) {
    var at = registration;
    var replies = new ArrayList<ApiReply>();
    var findings = new ArrayList<Problem>();
    NavigationRequest asked = null;
    for (ApiCall call : calls) {
      var running = running(at);
      var outcome = engine(at, running, now).call(running.state(), call, now);
      at = at.with(running.with(outcome.state()));
      replies.addAll(outcome.replies());
      findings.addAll(outcome.findings());
      var termination = outcome.terminationOrNull();
      if (termination != null) {
        asked = navigates ? termination.navigationOrNull() : null;
        at = isAbandoning(asked) ? at : terminated(at, termination);
      }
    }
    if (asked == null) {
      return new CallReply(at, replies, findings, null);
    }
    var navigation = sequenced(at, request(asked), List.of(), now);
    return new CallReply(navigation.registration(), replies, findings, navigation);
  }

  /**
   * A page starts the delivered content: what an earlier page left running is closed, and content
   * finds itself as after a launch that resumes what was suspended.
   */
  static ScormRegistration begin(ScormRegistration registration, Instant now) {
    var running = registration.running();
    if (running == null || running.state().phase() == RuntimeState.Phase.NOT_INITIALIZED) {
      return registration;
    }
    var left = leave(registration, List.of(), now, new ArrayList<>());
    var activity = running.activity();
    var entry = entry(left, left.tracking().isSuspended(activity));
    var launch = LaunchTerms.of(left, activity, entry);
    var state = RuntimeEngine.of(launch).launch(running(left).state());
    return left.with(new RunningContent(activity, launch, state));
  }

  /** What is delivered, on the terms of the present launch where it was delivered on other ones. */
  static ScormRegistration onTerms(ScormRegistration registration, Instant now) {
    var running = registration.running();
    var learner = registration.learner();
    if (running == null
        || running.launch().mode() == learner.mode()
            && running.launch().forCredit() == learner.forCredit()) {
      return registration;
    }
    if (running.state().phase() != RuntimeState.Phase.NOT_INITIALIZED) {
      return begin(registration, now);
    }
    var launch =
        LaunchTerms.of(registration, running.activity(), running.state().entry());
    var state = RuntimeEngine.of(launch).launch(running.state());
    return registration.with(new RunningContent(running.activity(), launch, state));
  }

  private static RunningContent running(ScormRegistration registration) {
    var running = registration.running();
    if (running == null) {
      throw new IllegalStateException("no activity is delivered");
    }
    return running;
  }

  private static RuntimeEngine engine(
      ScormRegistration registration, RunningContent running, Instant now) {
    return RuntimeEngine.of(running.launch())
        .asking((state, request, target) -> isValid(registration, state, request, target, now));
  }

  /** SN 5.6.6: {@code adl.nav.request_valid} as if content ended now with what it has said. */
  private static String isValid(
      ScormRegistration registration,
      RuntimeState state,
      String request,
      @Nullable String target,
      Instant now) {
    var type = RequestType.of(request);
    if (type.isEmpty()) {
      return "unknown";
    }
    var tracking =
        recorded(registration.with(running(registration).with(state))).tracking();
    return String.valueOf(Sequencer.isValid(tracking, new Request(type.get(), target), now));
  }

  /** The registration as if what content has said so far were its last word. */
  static ScormRegistration recorded(ScormRegistration registration) {
    var running = registration.running();
    if (running == null || running.state().phase() != RuntimeState.Phase.RUNNING) {
      return registration;
    }
    var engine = RuntimeEngine.of(running.launch());
    boolean suspends = engine.isSuspending(running.state());
    return recorded(registration, running, engine.result(running.state()), suspends);
  }

  private static ScormRegistration recorded(
      ScormRegistration registration,
      RunningContent running,
      RuntimeResult result,
      boolean suspends) {
    var tracking = registration.tracking();
    if (result.isRecorded()) {
      var engine = RuntimeEngine.of(running.launch());
      var said = CmiValues.of(running.activity(), engine, running.state(), result);
      tracking = Sequencer.record(tracking, running.activity(), said);
      if (registration.course().version().is12()) {
        var status = engine.value(running.state(), "cmi.core.lesson_status");
        tracking = Sequencer.withLessonStatus(tracking, running.activity(), status);
      }
    }
    return registration.with(Sequencer.suspended(tracking, running.activity(), suspends));
  }

  private static ScormRegistration terminated(
      ScormRegistration registration, Termination termination) {
    var running = running(registration);
    var result = termination.result();
    var recorded = recorded(registration, running, result, termination.isSuspended());
    var worked =
        Sequencer.worked(recorded.tracking(), running.activity(), termination.sessionTime());
    return recorded.with(worked).withStores(result.sharedData());
  }

  /** The content's page is taken away: its last calls, then the end that it did not give itself. */
  private static ScormRegistration leave(
      ScormRegistration registration, List<ApiCall> unload, Instant now, List<ApiReply> replies) {
    var running = registration.running();
    if (running == null) {
      return registration;
    }
    var engine = engine(registration, running, now);
    var outcome = engine.call(running.state(), unload, now);
    replies.addAll(outcome.replies());
    var termination = outcome.terminationOrNull();
    var state = outcome.state();
    if (termination == null) {
      var closed = engine.close(state, now);
      termination = closed.terminationOrNull();
      state = closed.state();
    }
    var left = registration.with(running.with(state));
    return termination == null ? left : terminated(left, termination);
  }

  private static NavigationReply sequenced(
      ScormRegistration registration, Request request, List<ApiReply> replies, Instant now) {
    var outcome = Sequencer.request(registration.tracking(), request, now);
    var after = after(registration, outcome);
    var delivered = outcome.deliveredOrNull();
    var id = delivered == null ? null : delivered.id();
    return new NavigationReply(
        after,
        id,
        id == null ? null : registration.course().href(id).orElse(null),
        outcome.ended(),
        outcome.suspended(),
        outcome.exceptionOrNull(),
        replies);
  }

  private static ScormRegistration after(
      ScormRegistration registration, SequencingOutcome outcome) {
    var root = registration.course().tree().root();
    boolean anew = outcome.state().attempts(root) > registration.tracking().attempts(root);
    var current = outcome.state().current();
    var running = registration.running();
    boolean stays = running != null
        && outcome.deliveredOrNull() == null
        && current == running.activity()
        && outcome.state().isActive(current);
    var next = (stays ? registration : registration.withoutRunning()).with(outcome.state());
    next = anew && !registration.course().sharedDataGlobalToSystem() ? next.withoutStores() : next;
    var delivered = outcome.deliveredOrNull();
    return delivered == null ? next : launched(next, delivered, outcome.resumed());
  }

  private static ScormRegistration launched(
      ScormRegistration registration, Activity activity, boolean resumed) {
    // who reviews an activity sees what was done in it
    boolean again = resumed
        || registration.learner().mode() == Mode.REVIEW
            && registration.runtime(activity.id()).isPresent();
    var launch = LaunchTerms.of(registration, activity, entry(registration, again));
    var before = again || registration.course().version().is12()
        ? registration.runtime(activity.id()).orElse(RuntimeState.EMPTY)
        : RuntimeState.EMPTY;
    var state = RuntimeEngine.of(launch).launch(before);
    return registration.with(new RunningContent(activity, launch, state));
  }

  /** Of SCORM 1.2 null where nothing is resumed: entry follows from how content ended before. */
  private static @Nullable Entry entry(ScormRegistration registration, boolean resumed) {
    return resumed ? Entry.RESUME : registration.course().version().is12() ? null : Entry.AB_INITIO;
  }

  private static boolean isAbandoning(@Nullable NavigationRequest request) {
    return request != null && isAbandoning(request(request).type());
  }

  private static boolean isAbandoning(RequestType type) {
    return type == RequestType.ABANDON || type == RequestType.ABANDON_ALL;
  }

  private static Request request(NavigationRequest asked) {
    var type = RequestType.of(asked.request())
        .orElseThrow(() -> new IllegalStateException(
            "unknown navigation request: " + asked.request().toLowerCase(Locale.ROOT)));
    return new Request(type, asked.targetOrNull());
  }
}
