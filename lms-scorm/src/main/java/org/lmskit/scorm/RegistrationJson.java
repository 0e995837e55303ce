package org.lmskit.scorm;

import java.util.LinkedHashMap;
import java.util.Map;
import org.lmskit.internal.JsonBody;
import org.lmskit.scorm.runtime.LaunchData;
import org.lmskit.scorm.runtime.RuntimeState;
import org.lmskit.scorm.sequencing.TrackingJson;
import org.lmskit.store.Body;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON form of {@link ScormRegistration}: {@code t} tracking, {@code r} run-time data by
 * activity, {@code d} data stores, {@code now} what is delivered with its launch and state.
 */
final class RegistrationJson {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final Body<LaunchData> LAUNCH = JsonBody.of(LaunchData.class);

  private RegistrationJson() {}

  static String write(ScormRegistration registration) {
    ObjectNode json = MAPPER.createObjectNode();
    json.set("t", MAPPER.readTree(TrackingJson.write(registration.tracking())));
    ObjectNode runtime = json.putObject("r");
    registration
        .kept()
        .forEach((activity, state) -> runtime.set(activity, MAPPER.readTree(state.toJson())));
    ObjectNode stores = json.putObject("d");
    registration.sharedData().forEach(stores::put);
    RunningContent running = registration.running();
    if (running != null) {
      ObjectNode now = json.putObject("now").put("activity", running.activity().id());
      now.set("launch", MAPPER.readTree(LAUNCH.write().apply(running.launch())));
      now.set("state", MAPPER.readTree(running.state().toJson()));
    }
    return MAPPER.writeValueAsString(json);
  }

  static ScormRegistration read(ScormCourse course, ScormLearner learner, String text) {
    JsonNode json = MAPPER.readTree(text);
    Map<String, RuntimeState> runtime = new LinkedHashMap<>();
    json.path("r")
        .properties()
        .forEach(e -> runtime.put(e.getKey(), RuntimeState.fromJson(e.getValue().toString())));
    Map<String, String> stores = new LinkedHashMap<>();
    json.path("d").properties().forEach(e -> stores.put(e.getKey(), e.getValue().asString()));
    return new ScormRegistration(
        course,
        learner,
        TrackingJson.read(course.tree(), json.path("t").toString()),
        runtime,
        stores,
        json.has("now") ? running(course, json.path("now")) : null);
  }

  private static RunningContent running(ScormCourse course, JsonNode now) {
    String activity = now.path("activity").asString();
    return new RunningContent(
        course
            .tree()
            .find(activity)
            .orElseThrow(() -> new IllegalArgumentException("no activity " + activity)),
        LAUNCH.read().apply(now.path("launch").toString()),
        RuntimeState.fromJson(now.path("state").toString()));
  }
}
