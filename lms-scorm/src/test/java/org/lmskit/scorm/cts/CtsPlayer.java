package org.lmskit.scorm.cts;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lmskit.scorm.CallReply;
import org.lmskit.scorm.NavigationReply;
import org.lmskit.scorm.ScormLearner;
import org.lmskit.scorm.ScormPlayback;
import org.lmskit.scorm.ScormRegistration;
import org.lmskit.scorm.cts.CtsCase.Visit;
import org.lmskit.scorm.runtime.ApiCall;
import org.lmskit.scorm.sequencing.Request;
import org.lmskit.scorm.sequencing.RequestType;

/** Plays one conformance case and notes where the answers differ. */
final class CtsPlayer {
  private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");
  private final CtsCase script;
  private final CtsCourses courses;
  private final Map<String, ScormRegistration> registrations = new HashMap<>();
  private final List<String> failures = new ArrayList<>();
  private String open;
  private ScormRegistration registration;
  private NavigationReply last;
  private int seconds;

  CtsPlayer(CtsCase script, CtsCourses courses) {
    this.script = script;
    this.courses = courses;
  }

  static List<String> play(Path folder, CtsCase script, CtsCourses courses) {
    var player = new CtsPlayer(script, courses);
    player.run();
    return player.failures;
  }

  private void run() {
    open(script.name().equals("DDM") ? "DDMa" : script.name());
    begin(courses.isPackage(script.start()) ? "." : script.start());
    for (int i = 0; i < script.visits().size() && failures.isEmpty(); i++) {
      var next = i + 1 < script.visits().size() ? script.visits().get(i + 1) : null;
      visit(script.visits().get(i), next);
    }
    courses.keep(registration);
  }

  private Instant now() {
    return START.plusSeconds(seconds++);
  }

  private void open(String name) {
    if (registration != null) {
      registrations.put(open, registration);
      courses.keep(registration);
    }
    open = name;
    registration = registrations.containsKey(name)
        ? registrations.get(name)
        : ScormRegistration.open(courses.course(name), ScormLearner.of("L1", "Learner, One"), 1);
    registration = courses.shared(registration);
  }

  /** Begins a session: resumes a suspended one, or chooses, or starts. */
  private void begin(String title) {
    if (!title.equals(".")) {
      navigate(Request.choice(idOf(title)), List.of());
    } else if (registration.tracking().suspended() != null) {
      navigate(Request.of(RequestType.RESUME_ALL), List.of());
    } else {
      navigate(Request.of(RequestType.START), List.of());
    }
  }

  private void navigate(Request request, List<ApiCall> unload) {
    last = ScormPlayback.navigate(registration, request, unload, now());
    registration = last.registration();
  }

  private String idOf(String title) {
    for (var activity : registration.course().tree().activities()) {
      if (activity.title().strip().equals(title)) {
        return activity.id();
      }
    }
    return registration.course().tree().root().id();
  }

  private void visit(Visit visit, Visit next) {
    var href = last.href() == null ? "" : last.href();
    if (!(href + "&").contains("act=" + visit.activity() + "&")) {
      failures.add(visit.key() + ": delivered " + last.delivered() + " (" + last.exception()
          + (last.ended() ? ", ended" : "") + ")");
      return;
    }
    visit.ui().forEach(question -> new CtsControls(registration, now()).check(question, failures));
    if (isTakenAway(href)) {
      instruct(visit, next, unload(visit));
      return;
    }
    for (var command : visit.commands()) {
      check(visit, command);
    }
    if (!visit.instruction().startsWith("APIt")) {
      terminate();
    }
    instruct(visit, next, List.of());
  }

  private static boolean isTakenAway(String href) {
    return href.contains("SingleDoTerminate") || href.contains("OnUnload");
  }

  private List<ApiCall> unload(Visit visit) {
    var calls = new ArrayList<ApiCall>();
    visit.commands().forEach(command -> calls.add(new ApiCall(command.call(), command.args())));
    calls.add(new ApiCall("Terminate", ""));
    return calls;
  }

  private CallReply call(ApiCall call) {
    var reply = ScormPlayback.call(registration, List.of(call), now());
    registration = reply.registration();
    return reply;
  }

  private void terminate() {
    var reply = call(new ApiCall("Terminate", ""));
    if (reply.navigation() != null) {
      last = reply.navigation();
    }
  }

  private void check(Visit visit, CtsCase.Command command) {
    var ids = new CtsIds(registration, now());
    if (command.call().equals("compareObjIds")) {
      ids.compare(visit.key(), command.set(), failures);
      return;
    }
    var args = command.args().stream().map(ids::resolve).toList();
    var reply = call(new ApiCall(command.call(), args)).replies().get(0);
    var expected = ids.expected(command);
    if (CtsValues.isAnything(command)) {
      return;
    }
    if (!CtsValues.isEqual(command, expected, reply.result())
        || !command.error().equals(String.valueOf(reply.error()))) {
      failures.add(visit.key() + ": " + command.call() + args + " gave '" + reply.result() + "' "
          + reply.error() + ", expected '" + expected + "' " + command.error());
    }
  }

  /** What the learner does after the page. */
  private void instruct(Visit visit, Visit next, List<ApiCall> unload) {
    var parts = visit.instruction().split("~", 2);
    switch (parts[0]) {
      case "", "Exit" -> {}
      case "Continue" -> navigate(Request.of(RequestType.CONTINUE), unload);
      case "Previous" -> navigate(Request.of(RequestType.PREVIOUS), unload);
      case "Choice" -> navigate(Request.choice(idOf(parts[1])), unload);
      case "AutoTest", "HasEnded" -> ended(visit);
      case "TRIGExitAll" -> {
        navigate(Request.of(RequestType.EXIT_ALL), unload);
        ended(visit);
      }
      case "APIt1", "APIt2", "DMIt1", "DMIt2", "DMIt3", "DMIt4" ->
        navigate(Request.choice(next(next)), unload);
      case "RootSX4b" -> navigate(Request.choice(idOf("")), unload);
      case "ChoiceExit" -> {
        navigate(Request.choice(idOf(parts[1])), unload);
        ended(visit);
      }
      case "ContinueExitCM8" -> {
        navigate(Request.of(RequestType.CONTINUE), unload);
        ended(visit);
        begin(".");
      }
      default -> reopen(visit, parts, next, unload);
    }
  }

  private void reopen(Visit visit, String[] parts, Visit next, List<ApiCall> unload) {
    if (!last.ended()) {
      boolean suspends = parts[0].startsWith("Suspend");
      navigate(Request.of(suspends ? RequestType.SUSPEND_ALL : RequestType.EXIT_ALL), unload);
    }
    if (!last.ended()) {
      failures.add(visit.key() + ": the session goes on");
    }
    if (open.startsWith("DDM")) {
      open(visit.instruction().contains("DDMb") ? "DDMb" : "DDMa");
    }
    boolean chooses = parts[0].equals("DMBxAct") || parts[0].equals("RelaunchCM10");
    begin(chooses ? titleOf(next) : ".");
  }

  private String next(Visit next) {
    return registration.course().tree().activities().stream()
        .filter(a -> carries(a.id(), next))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private String titleOf(Visit next) {
    return registration.course().tree().find(next(next)).orElseThrow().title().strip();
  }

  private boolean carries(String id, Visit visit) {
    var href = registration.course().href(id).orElse("");
    return (href + "&").contains("act=" + visit.activity() + "&");
  }

  private void ended(Visit visit) {
    if (!last.ended()) {
      failures.add(visit.key() + ": the session goes on, delivered " + last.delivered());
    }
  }
}
