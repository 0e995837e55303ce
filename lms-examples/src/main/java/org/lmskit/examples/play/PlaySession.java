package org.lmskit.examples.play;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lmskit.model.LmsException;
import org.lmskit.model.Sha256;
import org.lmskit.scorm.CallReply;
import org.lmskit.scorm.NavigationReply;
import org.lmskit.scorm.ScormCourse;
import org.lmskit.scorm.ScormLearner;
import org.lmskit.scorm.ScormPlayback;
import org.lmskit.scorm.ScormRegistration;
import org.lmskit.scorm.runtime.ApiCall;
import org.lmskit.scorm.sequencing.Request;
import org.lmskit.scorm.sequencing.RequestType;
import tools.jackson.databind.node.ObjectNode;

/**
 * A session of the protocol: one request a line, one answer a line. What cannot be served answers
 * {@code {"failure":"..."}}; nothing ends the session but the end of its input. For one thread.
 *
 * @see "lms-examples/docs/scorm-command-line.md"
 */
public final class PlaySession {
  /** Several times what any value of the data models may hold. */
  static final int LONGEST_LINE = 16 << 20;

  private static final Set<RequestType> BEGINNING =
      Set.of(RequestType.START, RequestType.CHOICE, RequestType.RESUME_ALL);
  private static final Set<String> CALLS_OF_2004 = Set.of(
      "Initialize",
      "Terminate",
      "GetValue",
      "SetValue",
      "Commit",
      "GetLastError",
      "GetErrorString",
      "GetDiagnostic");
  private static final Set<String> CALLS_OF_12 = Set.of(
      "LMSInitialize",
      "LMSFinish",
      "LMSGetValue",
      "LMSSetValue",
      "LMSCommit",
      "LMSGetLastError",
      "LMSGetErrorString",
      "LMSGetDiagnostic");

  private final Clock clock;
  private final Map<String, PlayLearner> learners = new HashMap<>();
  private Optional<Playing> playing = Optional.empty();

  /** A session in which nothing was opened yet. */
  public PlaySession(Clock clock) {
    this.clock = clock;
  }

  /**
   * What is played now.
   *
   * @param reopened whether it was opened again and nothing was asked for since
   */
  private record Playing(
      PlayLearner learner, PlayPackage key, ScormRegistration registration, boolean reopened) {
    Playing with(ScormRegistration next) {
      return new Playing(learner, key, next, false);
    }
  }

  /**
   * Serves requests until the input ends.
   *
   * @throws IOException if the input cannot be read or an answer cannot be written
   */
  public void run(InputStream in, PrintWriter out) throws IOException {
    RequestLines lines = new RequestLines(in, LONGEST_LINE);
    for (var line = lines.next(); line.isPresent(); line = lines.next()) {
      String answer = line.get().isWhole()
          ? answer(line.get().bytes())
          : PlayAnswers.write(PlayAnswers.failure("a line longer than " + LONGEST_LINE + " bytes"));
      out.print(answer + "\n");
      if (out.checkError()) {
        throw new IOException("the answer cannot be written");
      }
    }
  }

  /** The answer to one request line. */
  String answer(byte[] line) {
    return PlayAnswers.write(served(line));
  }

  private ObjectNode served(byte[] line) {
    try {
      return serve(PlayRequest.read(line));
    } catch (RefusedRequest
        | LmsException
        | IllegalArgumentException
        | IllegalStateException
        | UncheckedIOException e) {
      return PlayAnswers.failure(String.valueOf(e.getMessage()));
    }
  }

  private ObjectNode serve(PlayRequest request) {
    if (request.has("open")) {
      return open(request);
    }
    if (request.has("nav")) {
      return navigate(request);
    }
    if (request.has("call")) {
      return call(request.call());
    }
    if (request.has("state")) {
      return state(request);
    }
    throw new RefusedRequest("the line asks for none of open, nav, call and state");
  }

  private ObjectNode state(PlayRequest request) {
    if (!request.isTrue("state")) {
      throw new RefusedRequest("\"state\" must be true");
    }
    ScormRegistration registration = current().registration();
    return PlayAnswers.state(registration.tracking(), current().learner().objectives(registration));
  }

  private Playing current() {
    return playing.orElseThrow(() -> new RefusedRequest("nothing is open"));
  }

  private ObjectNode open(PlayRequest request) {
    String id = request.text("learner");
    ScormLearner learner = new ScormLearner(id, id, request.mode(), request.isForCredit());
    PlayPackage key = PlayPackage.open(request.text("open"));
    playing.ifPresent(last -> last.learner().keep(last.key(), last.registration()));
    PlayLearner who = learners.computeIfAbsent(id, any -> new PlayLearner());
    boolean again = who.knows(key);
    ScormRegistration registration = who.open(key, learner, () -> first(key, learner));
    playing = Optional.of(new Playing(who, key, registration, again));
    return PlayAnswers.opened(registration);
  }

  /** The same choice and order of children whenever the same learner begins the same package. */
  private static ScormRegistration first(PlayPackage key, ScormLearner learner) {
    ScormCourse course = ScormCourse.of(key.manifest());
    String name = learner.id() + "\n" + course.tree().root().id();
    String hash = Sha256.of(name.getBytes(StandardCharsets.UTF_8)).hex();
    return ScormRegistration.open(
        course, learner, Long.parseUnsignedLong(hash.substring(0, 16), 16));
  }

  private ObjectNode navigate(PlayRequest request) {
    Request navigation = request.navigation();
    List<ApiCall> unload = request.unload();
    Instant now = clock.instant();
    ScormRegistration from = ready(current(), navigation.type(), now);
    unload.forEach(call -> requireCall(from, call));
    NavigationReply reply = ScormPlayback.navigate(from, navigation, unload, now);
    playing = Optional.of(current().with(reply.registration()));
    ObjectNode answer = PlayAnswers.navigation(reply, now);
    if (request.has("unload")) {
      PlayAnswers.unload(answer, reply.unload());
    }
    return answer;
  }

  /** Opened again in the middle of a session, a package begins a new one: the old one is ended. */
  private static ScormRegistration ready(Playing at, RequestType type, Instant now) {
    ScormRegistration registration = at.registration();
    if (!at.reopened() || !registration.tracking().isOpen() || !BEGINNING.contains(type)) {
      return registration;
    }
    RequestType ending =
        type == RequestType.RESUME_ALL ? RequestType.SUSPEND_ALL : RequestType.EXIT_ALL;
    return ScormPlayback.navigate(registration, Request.of(ending), List.of(), now)
        .registration();
  }

  private ObjectNode call(ApiCall call) {
    ScormRegistration from = current().registration();
    requireCall(from, call);
    Instant now = clock.instant();
    CallReply reply = ScormPlayback.call(from, List.of(call), now);
    playing = Optional.of(current().with(reply.registration()));
    ObjectNode answer = PlayAnswers.reply(reply.replies().get(0));
    if (reply.navigation() != null) {
      answer.set("navigation", PlayAnswers.navigation(reply.navigation(), now));
    }
    return answer;
  }

  private static void requireCall(ScormRegistration registration, ApiCall call) {
    boolean is12 = registration.course().version().is12();
    if (!(is12 ? CALLS_OF_12 : CALLS_OF_2004).contains(call.name())) {
      throw new RefusedRequest(
          "the API of SCORM " + (is12 ? "1.2" : "2004") + " has no " + call.name());
    }
    if (registration.delivered().isEmpty()) {
      throw new RefusedRequest("no activity is delivered");
    }
  }
}
