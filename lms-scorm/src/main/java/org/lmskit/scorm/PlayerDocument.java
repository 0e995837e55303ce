package org.lmskit.scorm;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lmskit.model.RejectedException;
import org.lmskit.scorm.runtime.ApiCall;
import org.lmskit.scorm.runtime.ApiReply;
import org.lmskit.scorm.runtime.CallLog;
import org.lmskit.scorm.runtime.Compatibility;
import org.lmskit.scorm.runtime.RuntimeEngine;
import org.lmskit.scorm.runtime.Switch;
import org.lmskit.scorm.sequencing.Activity;
import org.lmskit.scorm.sequencing.ObjectiveState;
import org.lmskit.scorm.sequencing.Request;
import org.lmskit.scorm.sequencing.RequestType;
import org.lmskit.scorm.sequencing.Sequencer;
import org.lmskit.scorm.sequencing.TrackingState;
import org.lmskit.scorm.sequencing.ValidRequests;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON documents that the browser's player reads: the launch document, the answer to calls and
 * the player document in both.
 *
 * @see org.lmskit.scorm.http
 */
public final class PlayerDocument {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final int PROTOCOL = 1;
  private static final List<RequestType> WALKING =
      List.of(RequestType.PREVIOUS, RequestType.CONTINUE);
  private static final List<RequestType> LEAVING =
      List.of(RequestType.SUSPEND_ALL, RequestType.EXIT_ALL);

  private final Scorm scorm;
  private final String exitUrl;
  private final String frame;

  /**
   * Documents of launches.
   *
   * @param exitUrl where the player leads when it is left, on the host's own pages
   */
  public PlayerDocument(Scorm scorm, String exitUrl) {
    this(scorm, exitUrl, "");
  }

  private PlayerDocument(Scorm scorm, String exitUrl, String frame) {
    this.scorm = scorm;
    this.exitUrl = exitUrl;
    this.frame = frame;
  }

  /**
   * The same for content on an origin of its own.
   *
   * @param address of {@code frame.html} on that origin
   */
  public PlayerDocument withFrame(String address) {
    return new PlayerDocument(scorm, exitUrl, address);
  }

  /**
   * The launch document; it changes nothing.
   *
   * @param contentBase the address below which the package's files are, ending in a slash
   * @throws org.lmskit.model.NotFoundException if there is no such launch
   * @throws RejectedException LAUNCH_REVOKED or LAUNCH_SUPERSEDED
   */
  public String launch(String launch, String contentBase) {
    LaunchView view = scorm.view(launch);
    if (view.isRevoked()) {
      throw new RejectedException(ScormReason.LAUNCH_REVOKED, "launch " + launch);
    }
    if (view.isSuperseded()) {
      throw new RejectedException(ScormReason.LAUNCH_SUPERSEDED, "launch " + launch);
    }
    return launch(view, contentBase, "", null);
  }

  /**
   * Takes a batch of calls.
   *
   * @param launch whose page sends it
   * @param of the launch whose calls they are: this one, or an earlier one of the same attempt
   * @param said all that content called since the last batch, for the host's call log; may be empty
   * @return the answer to it
   * @throws RejectedException as {@link Scorm#call} does
   */
  public String calls(
      String launch,
      String of,
      long sequence,
      List<ApiCall> calls,
      List<CallLog.Entry> said,
      String contentBase) {
    scorm.requireMayBring(launch, of);
    ScormAnswer answer = scorm.callAndNavigate(of, sequence, calls, said);
    ScormRegistration registration = answer.registration();
    ObjectNode json = MAPPER.createObjectNode().put("sequence", sequence);
    ArrayNode replies = json.putArray("replies");
    for (ApiReply reply : answer.replies()) {
      replies.addArray().add(reply.result()).add(reply.error());
    }
    ValidRequests valid = registration.validRequests(now());
    json.set("requestValid", requestValid(registration, valid));
    json.set("player", player(registration, valid, contentBase, ""));
    if (answer.navigation() != null) {
      json.putObject("navigation").put("ended", answer.navigation().ended());
    }
    return MAPPER.writeValueAsString(json);
  }

  /**
   * Takes a navigation request of the learner.
   *
   * @return the launch document after it
   * @throws RejectedException as {@link Scorm#navigate} does
   */
  public String navigate(String launch, Request request, String contentBase) {
    Delivery delivery = scorm.navigate(launch, request);
    LaunchView view = scorm.view(launch);
    String message = delivery instanceof Delivery.Refused refused
        ? Sequencer.why(view.registration().tracking(), request, now())
            .orElse(refused.exception().reason())
        : "";
    Delivery.Ended ended = delivery instanceof Delivery.Ended over ? over : null;
    return launch(view, contentBase, message, ended);
  }

  private String launch(
      LaunchView view, String contentBase, String message, Delivery.@Nullable Ended ended) {
    ScormRegistration registration = view.registration();
    ObjectNode json = MAPPER.createObjectNode().put("protocol", PROTOCOL);
    json.put("launchId", view.launch()).put("attempt", view.attempt().value());
    json.put("sequence", view.sequence());
    if (scorm.logs()) {
      json.put("log", true);
    }
    RunningContent fresh = ScormPlayback.begin(registration, now()).running();
    if (fresh != null) {
      json.set("launch", MAPPER.readTree(fresh.launch().toJson()));
      json.set("state", MAPPER.readTree(fresh.state().toJson()));
    } else {
      json.putObject("launch").putObject("switches");
    }
    ValidRequests valid = registration.validRequests(now());
    json.set("requestValid", requestValid(registration, valid));
    ObjectNode player = player(registration, valid, contentBase, message);
    if (fresh != null) {
      RuntimeEngine.of(fresh.launch())
          .timeLeft(fresh.state())
          .ifPresent(left -> player.put("secondsLeft", left.plusMillis(999).toSeconds()));
    }
    ended(player, registration, ended);
    json.set("player", player);
    return MAPPER.writeValueAsString(json);
  }

  private ObjectNode player(
      ScormRegistration registration, ValidRequests valid, String contentBase, String message) {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("title", registration.course().tree().root().title());
    json.put("message", message).put("exitUrl", exitUrl);
    contents(json.putArray("toc"), registration, valid);
    controls(json, registration, valid);
    Optional<Activity> delivered = registration.delivered();
    Optional<String> href = delivered.flatMap(a -> registration.course().href(a.id()));
    if (href.isPresent()) {
      Compatibility compatibility = registration.course().compatibility();
      String address =
          href.get().matches("(?i)https?://.*") ? href.get() : contentBase + href.get();
      json.putObject("content")
          .put("href", address)
          .put("title", delivered.get().title())
          .put("window", compatibility.is(Switch.OWN_WINDOW) ? "new" : "frame")
          .put("width", compatibility.value(Switch.CONTENT_WIDTH))
          .put("height", compatibility.value(Switch.CONTENT_HEIGHT))
          .put("frame", address.startsWith(contentBase) ? frame : "");
    } else {
      json.putNull("content");
    }
    json.putNull("ended");
    return json;
  }

  private void contents(ArrayNode toc, ScormRegistration registration, ValidRequests valid) {
    if (registration.course().isSingle()) {
      return;
    }
    TrackingState tracking = ScormPlayback.recorded(registration).tracking();
    Set<String> choices = Set.copyOf(valid.choice());
    String current = registration.delivered().map(Activity::id).orElse("");
    for (Activity activity : Sequencer.tableOfContents(tracking, now())) {
      boolean selectable = choices.contains(activity.id());
      toc.addObject()
          .put("id", activity.id())
          .put("title", activity.title())
          .put("depth", depth(activity))
          .put("current", activity.id().equals(current))
          .put("selectable", selectable)
          .put("status", status(tracking, activity))
          .put("reason", selectable ? "" : why(tracking, Request.choice(activity.id())));
    }
  }

  private void controls(ObjectNode json, ScormRegistration registration, ValidRequests valid) {
    ObjectNode controls = json.putObject("controls");
    ObjectNode reasons = json.putObject("reasons");
    TrackingState tracking = ScormPlayback.recorded(registration).tracking();
    boolean hasParts = registration.course().tree().activities().stream()
            .filter(Activity::isLeaf)
            .count()
        > 1;
    if (hasParts) {
      WALKING.forEach(type -> control(controls, reasons, registration, tracking, valid, type));
    }
    LEAVING.forEach(type -> control(controls, reasons, registration, tracking, valid, type));
  }

  private void control(
      ObjectNode controls,
      ObjectNode reasons,
      ScormRegistration registration,
      TrackingState tracking,
      ValidRequests valid,
      RequestType type) {
    if (registration.hidden().contains(type.code())) {
      controls.put(type.code(), "hidden");
      return;
    }
    boolean enabled = valid.isOffered(type);
    controls.put(type.code(), enabled ? "enabled" : "disabled");
    if (!enabled) {
      reasons.put(type.code(), why(tracking, Request.of(type)));
    }
  }

  private String why(TrackingState tracking, Request request) {
    return Sequencer.why(tracking, request, now()).orElse("");
  }

  private static ObjectNode requestValid(ScormRegistration registration, ValidRequests valid) {
    ObjectNode json = MAPPER.createObjectNode();
    WALKING.forEach(type -> json.put(type.code(), String.valueOf(valid.isValid(type))));
    targets(json.putObject("choice"), registration, valid.choice());
    targets(json.putObject("jump"), registration, valid.jump());
    return json;
  }

  private static void targets(
      ObjectNode json, ScormRegistration registration, List<String> validIds) {
    Set<String> ids = Set.copyOf(validIds);
    registration
        .course()
        .tree()
        .activities()
        .forEach(a -> json.put(a.id(), String.valueOf(ids.contains(a.id()))));
  }

  private static void ended(
      ObjectNode player, ScormRegistration registration, Delivery.@Nullable Ended ended) {
    if (ended == null && registration.tracking().isOpen()) {
      return;
    }
    TrackingState tracking = registration.tracking();
    ObjectiveState root = Sequencer.objective(tracking, tracking.tree().root(), 0);
    boolean suspended = ended == null ? tracking.suspended() != null : ended.suspended();
    Boolean satisfied = root.satisfied();
    player
        .putObject("ended")
        .put("by", suspended ? "suspend" : "exit")
        .put("completion", completion(root))
        .put("success", satisfied == null ? "unknown" : satisfied ? "passed" : "failed");
  }

  private static String status(TrackingState tracking, Activity activity) {
    ObjectiveState state = Sequencer.objective(tracking, activity, 0);
    Boolean satisfied = state.satisfied();
    if (satisfied != null) {
      return satisfied ? "passed" : "failed";
    }
    return tracking.attempts(activity) == 0 ? "not attempted" : completion(state);
  }

  private static String completion(ObjectiveState state) {
    Boolean completed = state.completed();
    return completed == null ? "unknown" : completed ? "completed" : "incomplete";
  }

  private static int depth(Activity activity) {
    int depth = 0;
    for (Activity up = activity.parent(); up != null; up = up.parent()) {
      depth++;
    }
    return depth;
  }

  private Instant now() {
    return scorm.now();
  }
}
