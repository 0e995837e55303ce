package org.lmskit.scorm.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The vectors under {@code vectors/}: calls with their answers, for the Java engine and the adapter. */
final class Vectors {
  static final List<String> FILES = List.of(
      "api-1.2",
      "data-1.2",
      "settled-1.2",
      "api-2004",
      "data-2004",
      "interactions-2004",
      "formats-2004",
      "editions-2004",
      "editions-2004-2nd");

  /** A call and what it must answer. */
  record Step(ApiCall call, ApiReply expected) {}

  /** Calls on one launch. */
  record Case(String file, String name, LaunchData launch, List<Step> steps) {}

  private Vectors() {}

  static List<Case> all() {
    return FILES.stream().flatMap(file -> read(file).stream()).toList();
  }

  static List<Case> read(String file) {
    try (InputStream in = Vectors.class.getResourceAsStream("/vectors/" + file + ".json")) {
      var json = StateJson.MAPPER.readTree(in);
      var version = CmiVersion.of(json.path("version").asString());
      var cases = new ArrayList<Case>();
      for (JsonNode node : json.path("cases")) {
        cases.add(new Case(
            file,
            node.path("name").asString(),
            launch(version, json.path("launch"), node.path("launch")),
            steps(version, node)));
      }
      return cases;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Step> steps(CmiVersion version, JsonNode node) {
    var steps = new ArrayList<Step>();
    var prefix = version.is12() ? "LMS" : "";
    if (!node.has("raw")) {
      steps.add(new Step(new ApiCall(prefix + "Initialize", ""), new ApiReply("true", 0)));
    }
    for (JsonNode call : node.path("calls")) {
      steps.add(step(prefix, call));
    }
    return steps;
  }

  private static Step step(String prefix, JsonNode call) {
    if (call.get(0).asString().equals("call")) {
      var args = new ArrayList<String>();
      call.get(2).forEach(arg -> args.add(arg.asString()));
      return new Step(
          new ApiCall(call.get(1).asString(), args),
          new ApiReply(call.get(3).asString(), call.get(4).asInt()));
    }
    var element = call.get(1).asString();
    var value = call.get(2).asString();
    int error = call.get(3).asInt();
    if (call.get(0).asString().equals("get")) {
      return new Step(new ApiCall(prefix + "GetValue", element), new ApiReply(value, error));
    }
    return new Step(
        new ApiCall(prefix + "SetValue", element, value),
        new ApiReply(String.valueOf(error == 0), error));
  }

  private static LaunchData launch(CmiVersion version, JsonNode... parts) {
    var values = new java.util.HashMap<String, String>();
    var initial = new java.util.HashMap<String, String>();
    var builder = LaunchData.of(version, "", "");
    var switches = Compatibility.standard(version);
    for (JsonNode part : parts) {
      part.path("values")
          .properties()
          .forEach(m -> values.put(m.getKey(), m.getValue().asString()));
      part.path("initial")
          .properties()
          .forEach(m -> initial.put(m.getKey(), m.getValue().asString()));
      for (var member : part.path("switches").properties()) {
        switches = switches.with(Switch.of(member.getKey()), member.getValue().asInt());
      }
      part.path("objectives").forEach(objective -> builder.objective(objective(objective)));
      part.path("sharedData").forEach(store -> builder.sharedData(store(store)));
      part.path("comments").forEach(comment -> builder.comment(comment(comment)));
    }
    var rest = builder.build();
    return new LaunchData(
        version, values, initial, rest.objectives(), rest.sharedData(), rest.comments(), switches);
  }

  private static InitialObjective objective(JsonNode json) {
    var objective = InitialObjective.of(json.get(0).asString());
    for (var member : json.get(1).properties()) {
      objective = objective.with(member.getKey(), member.getValue().asString());
    }
    return objective;
  }

  private static SharedData store(JsonNode json) {
    return new SharedData(
        json.get(0).asString(),
        json.get(1).isNull() ? null : json.get(1).asString(),
        json.get(2).asBoolean(),
        json.get(3).asBoolean());
  }

  private static LmsComment comment(JsonNode json) {
    return new LmsComment(
        json.get(0).asString(), json.get(1).asString(), json.get(2).asString());
  }
}
