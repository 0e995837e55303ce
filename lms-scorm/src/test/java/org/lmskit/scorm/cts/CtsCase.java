package org.lmskit.scorm.cts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A conformance case: what the learner and the content do, and what the LMS must answer. */
public record CtsCase(String name, String start, List<Visit> visits) {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  /** One delivery that must come. */
  public record Visit(
      String key, String activity, List<Question> ui, List<Command> commands, String instruction) {}

  /** What the player's controls must say. */
  public record Question(String text, boolean answer) {}

  /** A call and its expected answer; without an error code nothing is expected of it. */
  public record Command(
      String call, List<String> args, String expect, String error, List<String> set) {}

  /** Reads a case. */
  public static CtsCase read(Path file) {
    try {
      return of(MAPPER.readTree(Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CtsCase of(JsonNode json) {
    var visits = new ArrayList<Visit>();
    json.path("activities").forEach(visit -> visits.add(visit(visit)));
    return new CtsCase(
        json.path("name").asString(), json.path("meta").path("start").asString(), visits);
  }

  private static Visit visit(JsonNode json) {
    var ui = new ArrayList<Question>();
    json.path("ui")
        .forEach(q -> ui.add(
            new Question(q.path("q").asString(), q.path("answer").asString().equals("Y"))));
    var commands = new ArrayList<Command>();
    json.path("commands").forEach(command -> commands.add(command(command)));
    return new Visit(
        json.path("key").asString(),
        json.path("activity").asString(),
        ui,
        commands,
        json.path("instruction").asString(""));
  }

  private static Command command(JsonNode json) {
    return new Command(
        json.path("call").asString(),
        strings(json.path("args")),
        json.path("expect").asString(""),
        json.path("error").asString(""),
        strings(json.path("expectSet")));
  }

  private static List<String> strings(JsonNode json) {
    var strings = new ArrayList<String>();
    json.forEach(item -> strings.add(item.asString()));
    return strings;
  }
}
