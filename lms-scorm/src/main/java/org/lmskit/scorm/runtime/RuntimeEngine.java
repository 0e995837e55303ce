package org.lmskit.scorm.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lmskit.model.Problem;

/**
 * The SCORM API of one launch as a pure function: state and call in, state and reply out. It never
 * throws for what content does; every refusal is an error code of the standard.
 *
 * <pre>
 * RuntimeEngine engine = RuntimeEngine.of(launchData);
 * RuntimeState state = engine.launch(RuntimeState.EMPTY);
 * Outcome outcome = engine.call(state, new ApiCall("Initialize", ""), now);
 * </pre>
 *
 * @see "SCORM 2004 4th Ed. RTE 3.1, SCORM 1.2 RTE 3.3"
 */
public final class RuntimeEngine {
  private static final Pattern CODE = Pattern.compile("0|[1-9]\\d{2}");
  private static final int MAX_DIAGNOSTIC = 200;
  private final LaunchData launch;
  private final CmiTable table;
  private final ValueReader reader;
  private final ValueWriter writer;
  private final Session session;

  private RuntimeEngine(LaunchData launch, RequestValidity validity) {
    this.launch = launch;
    this.table = CmiTable.of(launch.version());
    this.reader = new ValueReader(table, launch, validity);
    this.writer = new ValueWriter(table, launch);
    this.session = new Session(table, launch);
  }

  /** An engine for a launch that answers {@code adl.nav.request_valid} with unknown. */
  public static RuntimeEngine of(LaunchData launch) {
    return new RuntimeEngine(launch, RequestValidity.UNKNOWN);
  }

  /** This engine with somebody who knows which navigation requests are valid. */
  public RuntimeEngine asking(RequestValidity validity) {
    return new RuntimeEngine(launch, validity);
  }

  /** What the launch brought. */
  public LaunchData launchData() {
    return launch;
  }

  /**
   * The state in which content finds itself when it is launched.
   *
   * <p>Entry follows {@link LaunchData.Builder#entry} or, without it, how content ended before. When
   * it resumes, or with the switch keepDataAfterExit, it finds what it kept; else only what the
   * launch brings. A member of an objective that the launch brings replaces the kept one.
   *
   * @param before how the attempt was left; {@link RuntimeState#EMPTY} for a new one
   * @throws IllegalArgumentException if the launch data sets an element that its version lacks
   */
  public RuntimeState launch(RuntimeState before) {
    return session.launch(before);
  }

  /** One call of the content. */
  public Outcome call(RuntimeState state, ApiCall call, Instant now) {
    return call(state, List.of(call), now);
  }

  /** Calls of the content, in order. */
  public Outcome call(RuntimeState state, List<ApiCall> calls, Instant now) {
    var replies = new ArrayList<ApiReply>(calls.size());
    var findings = new ArrayList<Problem>();
    Termination termination = null;
    for (ApiCall call : calls) {
      var outcome = one(state, call, now);
      state = outcome.state();
      replies.addAll(outcome.replies());
      findings.addAll(outcome.findings());
      termination = outcome.terminationOrNull() == null ? termination : outcome.terminationOrNull();
    }
    return new Outcome(state, replies, findings, termination);
  }

  /**
   * Ends content whose learner left without Terminate: what it had set counts, time included. A state
   * that is not running is left as it is.
   */
  public Outcome close(RuntimeState state, Instant now) {
    if (state.phase() != RuntimeState.Phase.RUNNING) {
      return new Outcome(state, List.of(), List.of(), null);
    }
    var ended = session.end(state, now, false);
    return new Outcome(ended.state(), List.of(), List.of(), ended.termination());
  }

  /** What GetValue would answer, whatever the phase; empty if it would fail. */
  public String value(RuntimeState state, String element) {
    return reader.get(state, element).result();
  }

  /**
   * Whether an element has a value of its own, given by the launch or by the content; {@code unknown}
   * is one.
   */
  public boolean isSet(RuntimeState state, String element) {
    var found = Element.find(table, element);
    if (found == null || found.row().key().isEmpty()) {
      return false;
    }
    var record = state.data().at(found.path());
    return record != null && record.value(found.row().key()) != null;
  }

  /** Whether content has said, by {@code cmi.exit}, that its attempt goes on another time. */
  public boolean isSuspending(RuntimeState state) {
    return "suspend".equals(state.data().value("x"));
  }

  /**
   * How long content may still be used: what an attempt is allowed less what its sessions took; absent
   * if the package sets no limit. The session that runs is not counted.
   *
   * @see "SCORM 2004 4th Ed. RTE 4.2.15, SCORM 1.2 RTE 3.4.4"
   */
  public Optional<Duration> timeLeft(RuntimeState state) {
    boolean is12 = launch.version().is12();
    var allowed = TimeSpan.parse(launch.values().get("maxTimeAllowed"), is12).duration();
    if (allowed.isZero()) {
      return Optional.empty();
    }
    var left = allowed.minus(TimeSpan.parse(state.data().value("tt"), is12).duration());
    return Optional.of(left.isNegative() ? Duration.ZERO : left);
  }

  /** What content achieved so far; before Terminate without the time of the running session. */
  public RuntimeResult result(RuntimeState state) {
    return new ResultReader(table, launch).read(state);
  }

  /** The text of an error code; empty if the version does not define it. */
  public String errorText(int code) {
    return table.errorText(code);
  }

  private Outcome one(RuntimeState state, ApiCall call, Instant now) {
    var name = table.call(call.name());
    if (table.looksAtArgumentFirst(name) && !isBlank(call)) {
      return refused(state, "false", table.code("argument"), call.name());
    }
    switch (name == null ? "" : name) {
      case "initialize":
        return initialize(state, call, now);
      case "terminate":
        return terminate(state, call, now);
      case "get":
        return get(state, call);
      case "set":
        return set(state, call);
      case "commit":
        return commit(state, call);
      case "lastError":
        return told(state, String.valueOf(state.lastError()));
      case "errorString":
        return told(state, textOf(call.arg(0)));
      case "diagnostic":
        return told(state, diagnostic(state, call.arg(0)));
      default:
        return refused(state, "false", table.code("argument"), "no method " + call.name());
    }
  }

  private Outcome initialize(RuntimeState state, ApiCall call, Instant now) {
    if (state.phase() == RuntimeState.Phase.RUNNING) {
      return switches().is(Switch.REPEATED_INITIALIZE)
          ? done(state.failed(0, ""), "true", null, null)
          : refused(state, "false", table.code("initialize.running"), call.name());
    }
    boolean again = state.phase() == RuntimeState.Phase.TERMINATED;
    if (again && !switches().is(Switch.CONTINUE_AFTER_TERMINATE)) {
      return refused(state, "false", table.code("initialize.terminated"), call.name());
    }
    if (!isBlank(call)) {
      return refused(state, "false", table.code("argument"), call.name());
    }
    return done((again ? session.again(state) : state).running(now), "true", null, null);
  }

  private Outcome terminate(RuntimeState state, ApiCall call, Instant now) {
    var refusal = refusal(state, "terminate", isBlank(call));
    if (!refusal.isEmpty()) {
      return refused(state, "false", table.code(refusal), call.name());
    }
    var ended = session.end(state, now, true);
    return done(ended.state(), "true", null, ended.termination());
  }

  private Outcome commit(RuntimeState state, ApiCall call) {
    var refusal = refusal(state, "commit", isBlank(call));
    return refusal.isEmpty()
        ? done(state.failed(0, ""), "true", null, null)
        : refused(state, "false", table.code(refusal), call.name());
  }

  private Outcome get(RuntimeState state, ApiCall call) {
    var refusal = refusal(state, "get", call.args().size() == 1);
    if (!refusal.isEmpty()) {
      return refused(state, "", table.code(refusal), call.arg(0));
    }
    var reply = reader.get(state, call.arg(0));
    return reply.isOk()
        ? done(state.failed(0, ""), reply.result(), null, null)
        : refused(state, reply.result(), reply.error(), call.arg(0));
  }

  private Outcome set(RuntimeState state, ApiCall call) {
    var refusal = refusal(state, "set", call.args().size() == 2);
    if (!refusal.isEmpty()) {
      return refused(state, "false", table.code(refusal), call.arg(0));
    }
    var written = writer.set(state.data(), call.arg(0), call.arg(1));
    return written.error() == 0
        ? done(state.with(written.data()).failed(0, ""), "true", written.finding(), null)
        : refused(state, "false", written.error(), call.arg(0));
  }

  /** The phase is looked at before the arguments: SCORM 2004 RTE 3.1.7 lists state errors first. */
  private static String refusal(RuntimeState state, String call, boolean fits) {
    switch (state.phase()) {
      case NOT_INITIALIZED:
        return call + ".before";
      case TERMINATED:
        return call + ".after";
      default:
        return fits ? "" : "argument";
    }
  }

  private static boolean isBlank(ApiCall call) {
    return call.args().size() == 1 && call.arg(0).isEmpty();
  }

  private Compatibility switches() {
    return launch.compatibility();
  }

  private String textOf(String code) {
    return CODE.matcher(code).matches() ? table.errorText(Integer.parseInt(code)) : "";
  }

  /** Of a code its text, of nothing the last error and what it was about. */
  private String diagnostic(RuntimeState state, String code) {
    if (!code.isEmpty() && !code.equals(String.valueOf(state.lastError()))) {
      return textOf(code);
    }
    var text = table.errorText(state.lastError());
    return state.diagnostic().isEmpty() ? text : text + ": " + state.diagnostic();
  }

  private static Outcome told(RuntimeState state, String text) {
    return new Outcome(state, List.of(new ApiReply(text, state.lastError())), List.of(), null);
  }

  private static Outcome done(
      RuntimeState state,
      String result,
      @Nullable Problem finding,
      @Nullable Termination termination) {
    var findings = finding == null ? List.<Problem>of() : List.of(finding);
    return new Outcome(state, List.of(new ApiReply(result, 0)), findings, termination);
  }

  private static Outcome refused(RuntimeState state, String result, int error, String about) {
    var what = about.length() > MAX_DIAGNOSTIC ? about.substring(0, MAX_DIAGNOSTIC) : about;
    return new Outcome(
        state.failed(error, what), List.of(new ApiReply(result, error)), List.of(), null);
  }
}
