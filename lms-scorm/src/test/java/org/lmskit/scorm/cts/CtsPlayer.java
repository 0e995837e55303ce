package org.lmskit.scorm.cts;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.lmskit.scorm.ScormCourse;
import org.lmskit.scorm.cts.CtsCase.Visit;
import org.lmskit.scorm.runtime.ApiCall;
import org.lmskit.scorm.sequencing.Activity;
import org.lmskit.scorm.sequencing.Request;
import org.lmskit.scorm.sequencing.RequestType;

/** Plays one conformance case and notes where the answers differ. */
public final class CtsPlayer {
  private final CtsCase script;
  private final CtsPackages packages;
  private final CtsLms lms;
  private final CtsIds ids;
  private final Set<String> suspended = new HashSet<>();
  private final List<String> failures = new ArrayList<>();
  private String open = "";
  private CtsDelivery last;
  private Activity delivered;

  private CtsPlayer(CtsCase script, CtsPackages packages, CtsLms lms) {
    this.script = script;
    this.packages = packages;
    this.lms = lms;
    this.ids = new CtsIds(lms);
  }

  /** Plays a case and returns what went wrong; stops at the first visit that fails. */
  public static List<String> play(CtsCase script, CtsPackages packages, CtsLms lms) {
    var player = new CtsPlayer(script, packages, lms);
    player.run();
    return player.failures;
  }

  private void run() {
    open(script.name().equals("DDM") ? "DDMa" : script.name());
    begin(packages.contains(script.start()) ? "." : script.start());
    for (int i = 0; i < script.visits().size() && failures.isEmpty(); i++) {
      var next = i + 1 < script.visits().size() ? script.visits().get(i + 1) : null;
      visit(script.visits().get(i), next);
    }
  }

  private ScormCourse course() {
    return packages.course(open);
  }

  private void open(String name) {
    open = name;
    lms.open(name);
  }

  /** Begins a session: resumes a suspended one, or chooses, or starts. */
  private void begin(String title) {
    if (!title.equals(".")) {
      navigate(Request.choice(idOf(title)), List.of());
    } else if (suspended.contains(open)) {
      navigate(Request.of(RequestType.RESUME_ALL), List.of());
    } else {
      navigate(Request.of(RequestType.START), List.of());
    }
  }

  private void navigate(Request request, List<ApiCall> unload) {
    went(lms.navigate(request, unload));
  }

  private void went(CtsDelivery delivery) {
    last = delivery;
    delivery.activity().ifPresent(id -> delivered = course().tree().find(id).orElseThrow());
    if (delivery.ended() && delivery.suspended()) {
      suspended.add(open);
    } else {
      suspended.remove(open);
    }
  }

  private String idOf(String title) {
    for (var activity : course().tree().activities()) {
      if (activity.title().strip().equals(title)) {
        return activity.id();
      }
    }
    return course().tree().root().id();
  }

  private void visit(Visit visit, Visit next) {
    if (!last.isOf(visit.activity())) {
      failures.add(visit.key() + ": delivered " + last);
      return;
    }
    var controls = new CtsControls(course(), last);
    visit.ui().forEach(question -> controls.check(question, failures));
    if (isTakenAway(last.href())) {
      instruct(visit, next, unload(visit));
      return;
    }
    for (var command : visit.commands()) {
      check(visit, command);
    }
    if (!visit.instruction().startsWith("APIt")) {
      lms.call(new ApiCall("Terminate", "")).navigation().ifPresent(this::went);
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

  private void check(Visit visit, CtsCase.Command command) {
    if (command.call().equals("compareObjIds")) {
      ids.compare(visit.key(), delivered, command.set(), failures);
      return;
    }
    var args = command.args().stream().map(ids::resolve).toList();
    var expected = ids.expected(command);
    var reply = lms.call(new ApiCall(command.call(), args));
    if (CtsValues.isAnything(command)) {
      return;
    }
    if (!CtsValues.isEqual(command, expected, reply.result())
        || !command.error().equals(reply.error())) {
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
    return course().tree().activities().stream()
        .map(Activity::id)
        .filter(id -> CtsDelivery.isOf(course().href(id).orElse(""), next.activity()))
        .findFirst()
        .orElseThrow();
  }

  private String titleOf(Visit next) {
    return course().tree().find(next(next)).orElseThrow().title().strip();
  }

  private void ended(Visit visit) {
    if (!last.ended()) {
      failures.add(visit.key() + ": the session goes on, delivered " + last);
    }
  }
}
