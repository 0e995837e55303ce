package org.lmskit.examples.play;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.lmskit.scorm.NavigationReply;
import org.lmskit.scorm.ScormRegistration;
import org.lmskit.scorm.runtime.ApiReply;
import org.lmskit.scorm.sequencing.Activity;
import org.lmskit.scorm.sequencing.ObjectiveState;
import org.lmskit.scorm.sequencing.RequestType;
import org.lmskit.scorm.sequencing.Sequencer;
import org.lmskit.scorm.sequencing.TrackingState;
import org.lmskit.scorm.sequencing.ValidRequests;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The JSON of the answers. */
final class PlayAnswers {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final List<RequestType> ASKED = List.of(
      RequestType.CONTINUE,
      RequestType.PREVIOUS,
      RequestType.EXIT,
      RequestType.EXIT_ALL,
      RequestType.SUSPEND_ALL,
      RequestType.ABANDON,
      RequestType.ABANDON_ALL);

  private PlayAnswers() {}

  static String write(ObjectNode answer) {
    return MAPPER.writeValueAsString(answer);
  }

  static ObjectNode failure(String message) {
    return MAPPER.createObjectNode().put("failure", message.replaceAll("\\s*\\R\\s*", " "));
  }

  static ObjectNode opened(ScormRegistration registration) {
    return MAPPER
        .createObjectNode()
        .put("opened", registration.course().tree().root().id());
  }

  static ObjectNode reply(ApiReply reply) {
    return MAPPER
        .createObjectNode()
        .put("result", reply.result())
        .put("error", String.valueOf(reply.error()));
  }

  static ObjectNode navigation(NavigationReply reply, Instant now) {
    ScormRegistration registration = reply.registration();
    ObjectNode json = MAPPER.createObjectNode();
    json.put("delivered", reply.delivered()).put("href", reply.href());
    json.put("ended", reply.ended()).put("suspended", reply.suspended());
    json.put("exception", reply.exception() == null ? null : reply.exception().code());
    valid(json.putObject("validRequests"), registration.validRequests(now));
    texts(json.putArray("hidden"), registration.hidden());
    texts(json.putArray("toc"), registration.tableOfContents(now));
    return json;
  }

  static void unload(ObjectNode answer, List<ApiReply> replies) {
    ArrayNode json = answer.putArray("unload");
    replies.forEach(reply -> json.add(reply(reply)));
  }

  private static void valid(ObjectNode json, ValidRequests valid) {
    ASKED.forEach(type -> json.put(type.code(), valid.isOffered(type)));
    texts(json.putArray("choice"), valid.choice());
    texts(json.putArray("jump"), valid.jump());
  }

  private static void texts(ArrayNode json, List<String> texts) {
    texts.forEach(json::add);
  }

  static ObjectNode state(TrackingState tracking, Map<String, ObjectiveState> objectives) {
    ObjectNode json = MAPPER.createObjectNode();
    ArrayNode activities = json.putArray("activities");
    for (Activity activity : tracking.tree().activities()) {
      ObjectNode one = activities.addObject().put("id", activity.id());
      one.put("attempts", tracking.attempts(activity));
      values(one, Sequencer.objective(tracking, activity, 0));
      one.put("suspended", tracking.isSuspended(activity))
          .put("active", tracking.isActive(activity));
    }
    ArrayNode globals = json.putArray("objectives");
    objectives.forEach((id, value) -> {
      ObjectNode one = globals.addObject().put("id", id);
      values(one, value);
      one.put("raw", number(value.raw())).put("min", number(value.min()));
      one.put("max", number(value.max()));
    });
    return json;
  }

  private static void values(ObjectNode json, ObjectiveState value) {
    Boolean completed = value.completed();
    json.put("completion", completed == null ? "unknown" : completed ? "completed" : "incomplete");
    json.put("satisfied", value.satisfied());
    json.put("measure", number(value.measure())).put("progress", number(value.progress()));
  }

  /** Without an exponent, and 0.50 as 0.5: what a reader of JSON compares is the value. */
  private static BigDecimal number(BigDecimal value) {
    if (value == null) {
      return null;
    }
    BigDecimal plain = value.stripTrailingZeros();
    return plain.scale() < 0 ? plain.setScale(0) : plain;
  }
}
