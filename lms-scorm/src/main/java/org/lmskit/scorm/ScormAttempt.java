package org.lmskit.scorm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lmskit.learning.Attempt;
import org.lmskit.model.AttemptId;
import org.lmskit.model.LearnerKey;
import org.lmskit.model.RejectedException;
import org.lmskit.scorm.runtime.ApiReply;
import org.lmskit.scorm.runtime.CallLog;
import org.lmskit.scorm.runtime.Mode;
import org.lmskit.store.Body;
import org.lmskit.store.Kind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What SCORM keeps of an attempt on a unit.
 *
 * @param id the attempt
 * @param learner whose, so that it can be erased with him
 * @param launches the newest last
 * @param registration the JSON of tracking and run-time data; empty before the first launch
 * @param aside the same of the launches in browse or review that came last, of which nothing counts;
 *     empty before the first
 * @param isOutdated whether there was work that counts since that was copied
 * @param log the newest calls of its content; null if the host never wanted them
 */
record ScormAttempt(
    AttemptId id,
    LearnerKey learner,
    List<Launched> launches,
    String registration,
    String aside,
    boolean isOutdated,
    @Nullable CallLog log) {
  /** Of those that count, and of those that do not. */
  private static final int LAUNCHES_KEPT = 20;

  private static final JsonMapper MAPPER = new JsonMapper();

  static final Kind<ScormAttempt> KIND = Kind.<ScormAttempt>mutable(
          "scorm_attempt", attempt -> attempt.id().value())
      .index("learner", attempt -> attempt.learner().value())
      .many("launch", attempt -> attempt.launches().stream().map(Launched::id).toList())
      .body(new Body<>(ScormAttempt::write, ScormAttempt::read));

  /**
   * One launch of the attempt.
   *
   * @param id names it in the player's batches
   * @param terms on which content is delivered
   * @param hasBegun whether its page has started content
   * @param sequence the number of the last batch of calls that was taken; 0 before the first
   * @param replies to that batch
   * @param isRevoked whether the host has taken it back
   */
  record Launched(
      String id,
      Terms terms,
      boolean hasBegun,
      long sequence,
      List<ApiReply> replies,
      boolean isRevoked) {
    Launched {
      replies = List.copyOf(replies);
    }

    static Launched anew(String id, Terms terms) {
      return new Launched(id, terms, false, 0, List.of(), false);
    }

    boolean counts() {
      return terms.mode() == Mode.NORMAL;
    }

    Launched revoked() {
      return new Launched(id, terms, hasBegun, sequence, replies, true);
    }

    Launched begun() {
      return new Launched(id, terms, true, sequence, replies, isRevoked);
    }

    Launched took(long number, List<ApiReply> answers) {
      return new Launched(id, terms, hasBegun, number, answers, isRevoked);
    }
  }

  /**
   * How content is delivered.
   *
   * @param mode nothing is recorded in browse and review
   * @param forCredit whether success and score count
   */
  record Terms(Mode mode, boolean forCredit) {}

  ScormAttempt {
    launches = List.copyOf(launches);
  }

  static ScormAttempt of(Attempt attempt) {
    return new ScormAttempt(
        attempt.id(), attempt.ref().of().learner(), List.of(), "", "", false, null);
  }

  Optional<Launched> find(String launch) {
    return launches.stream().filter(one -> one.id().equals(launch)).findFirst();
  }

  /**
   * The launch of this id, which still has something to say.
   *
   * @throws RejectedException LAUNCH_REVOKED or LAUNCH_SUPERSEDED
   */
  Launched working(String launch) {
    requireNotRevoked(launch);
    return find(launch)
        .filter(known -> !isSuperseded(launch))
        .orElseThrow(() -> new RejectedException(
            ScormReason.LAUNCH_SUPERSEDED, "launch " + launch + " of attempt " + id));
  }

  void requireNotRevoked(String launch) {
    if (find(launch).filter(Launched::isRevoked).isPresent()) {
      throw new RejectedException(
          ScormReason.LAUNCH_REVOKED, "launch " + launch + " of attempt " + id);
    }
  }

  /** Whether a later launch on the same registration has begun, so that this one can say no more. */
  boolean isSuperseded(String launch) {
    List<String> ids = launches.stream().map(Launched::id).toList();
    int index = ids.indexOf(launch);
    boolean counts = index >= 0 && launches.get(index).counts();
    return launches.subList(index + 1, launches.size()).stream()
        .anyMatch(later -> later.hasBegun() && later.counts() == counts);
  }

  ScormAttempt launched(String launch, Terms terms) {
    Launched anew = Launched.anew(launch, terms);
    List<Launched> next = new ArrayList<>(launches);
    next.add(anew);
    List<Launched> alike =
        next.stream().filter(one -> one.counts() == anew.counts()).toList();
    next.removeAll(alike.subList(0, Math.max(0, alike.size() - LAUNCHES_KEPT)));
    boolean keepsAside = anew.counts() || !isOutdated && goesOn(terms.mode());
    return new ScormAttempt(
        id, learner, next, registration, keepsAside ? aside : "", keepsAside && isOutdated, log);
  }

  /** Whether the last launch was of this mode. */
  private boolean goesOn(Mode mode) {
    return !launches.isEmpty() && launches.get(launches.size() - 1).terms().mode() == mode;
  }

  ScormAttempt with(Launched changed) {
    List<Launched> next = launches.stream()
        .map(one -> one.id().equals(changed.id()) ? changed : one)
        .toList();
    return new ScormAttempt(id, learner, next, registration, aside, isOutdated, log);
  }

  ScormAttempt with(ScormRegistration next) {
    String json = RegistrationJson.write(next);
    return next.learner().mode() == Mode.NORMAL
        ? new ScormAttempt(id, learner, launches, json, aside, !aside.isEmpty(), log)
        : new ScormAttempt(id, learner, launches, registration, json, isOutdated, log);
  }

  /** The registration on which launches of this mode work; empty before the first. */
  String registration(Mode mode) {
    return isAside(mode) ? aside : registration;
  }

  /** Whether launches of this mode work on a copy that was made before. */
  boolean isAside(Mode mode) {
    return mode != Mode.NORMAL && !aside.isEmpty();
  }

  /** The same having heard more calls, of which so many are kept. */
  ScormAttempt logging(int capacity, List<CallLog.Entry> calls) {
    List<CallLog.Entry> known = log == null ? List.of() : log.entries();
    CallLog next = new CallLog(capacity, known).plus(calls);
    return new ScormAttempt(id, learner, launches, registration, aside, isOutdated, next);
  }

  private static String write(ScormAttempt attempt) {
    ObjectNode json = MAPPER
        .createObjectNode()
        .put("id", attempt.id().value())
        .put("learner", attempt.learner().value());
    ArrayNode launches = json.putArray("launches");
    for (Launched one : attempt.launches()) {
      ObjectNode launch = launches.addObject().put("id", one.id()).put("begun", one.hasBegun());
      launch.put("mode", one.terms().mode().value()).put("credit", one.terms().forCredit());
      launch.put("n", one.sequence());
      if (one.isRevoked()) {
        launch.put("revoked", true);
      }
      ArrayNode replies = launch.putArray("replies");
      one.replies().forEach(r -> replies.addArray().add(r.result()).add(r.error()));
    }
    if (!attempt.registration().isEmpty()) {
      json.set("registration", MAPPER.readTree(attempt.registration()));
    }
    if (!attempt.aside().isEmpty()) {
      json.set("aside", MAPPER.readTree(attempt.aside()));
    }
    if (attempt.isOutdated()) {
      json.put("outdated", true);
    }
    CallLog log = attempt.log();
    if (log != null) {
      json.put("logged", log.capacity()).set("log", MAPPER.readTree(log.toJson()));
    }
    return MAPPER.writeValueAsString(json);
  }

  private static ScormAttempt read(String text) {
    JsonNode json = MAPPER.readTree(text);
    List<Launched> launches = new ArrayList<>();
    for (JsonNode launch : json.path("launches")) {
      List<ApiReply> replies = new ArrayList<>();
      launch
          .path("replies")
          .forEach(r -> replies.add(new ApiReply(r.path(0).asString(), r.path(1).asInt())));
      launches.add(new Launched(
          launch.path("id").asString(),
          new Terms(mode(launch.path("mode").asString()), launch.path("credit").asBoolean()),
          launch.path("begun").asBoolean(),
          launch.path("n").asLong(),
          replies,
          launch.path("revoked").asBoolean(false)));
    }
    return new ScormAttempt(
        new AttemptId(json.path("id").asString()),
        new LearnerKey(json.path("learner").asString()),
        launches,
        json.has("registration") ? json.path("registration").toString() : "",
        json.has("aside") ? json.path("aside").toString() : "",
        json.path("outdated").asBoolean(false),
        json.has("log") ? log(json) : null);
  }

  private static CallLog log(JsonNode json) {
    return new CallLog(
        json.path("logged").asInt(), CallLog.entriesOf(json.path("log").toString()));
  }

  private static Mode mode(String value) {
    return Arrays.stream(Mode.values())
        .filter(mode -> mode.value().equals(value))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no mode " + value));
  }
}
