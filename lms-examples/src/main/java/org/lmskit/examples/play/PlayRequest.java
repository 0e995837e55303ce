package org.lmskit.examples.play;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.lmskit.scorm.runtime.ApiCall;
import org.lmskit.scorm.runtime.Mode;
import org.lmskit.scorm.sequencing.Request;
import org.lmskit.scorm.sequencing.RequestType;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;

/** The members of one request line, each read once and refused if it is not what it must be. */
final class PlayRequest {
  private static final JsonMapper STRICT = JsonMapper.builder()
      .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
      .build();

  private final JsonNode json;

  private PlayRequest(JsonNode json) {
    this.json = json;
  }

  static PlayRequest read(byte[] line) {
    JsonNode json;
    try {
      json = STRICT.readTree(line);
    } catch (MismatchedInputException e) {
      throw new RefusedRequest("the line has more than one JSON object");
    } catch (JacksonException e) {
      throw new RefusedRequest("the line is not JSON: " + plain(e.getOriginalMessage()));
    }
    if (!json.isObject()) {
      throw new RefusedRequest("the line is not a JSON object");
    }
    return new PlayRequest(json);
  }

  /** Without the last remark, where it names a class or a switch of the parser. */
  private static String plain(String message) {
    return message
        .replaceFirst(", from `[^`]*`", "")
        .replaceFirst("[(,:;][^(,:;]*(`[A-Z]|Source: |Feature ').*$", "")
        .strip();
  }

  boolean has(String member) {
    return json.has(member);
  }

  boolean isTrue(String member) {
    return json.path(member).isBoolean() && json.path(member).asBoolean();
  }

  String text(String member) {
    JsonNode value = json.path(member);
    if (!value.isString()) {
      throw new RefusedRequest("\"" + member + "\" must be a string");
    }
    return value.asString();
  }

  private Optional<String> findText(String member) {
    JsonNode value = json.path(member);
    return value.isMissingNode() || value.isNull() ? Optional.empty() : Optional.of(text(member));
  }

  Mode mode() {
    String value = findText("mode").orElse(Mode.NORMAL.value());
    return Arrays.stream(Mode.values())
        .filter(mode -> mode.value().equals(value))
        .findFirst()
        .orElseThrow(() -> new RefusedRequest("no mode " + value));
  }

  boolean isForCredit() {
    String value = findText("credit").orElse("credit");
    if (!value.equals("credit") && !value.equals("no-credit")) {
      throw new RefusedRequest("no credit " + value);
    }
    return value.equals("credit");
  }

  /** The navigation request; white space in the target is normalised as in identifiers. */
  Request navigation() {
    String code = text("nav");
    RequestType type =
        RequestType.of(code).orElseThrow(() -> new RefusedRequest("no navigation request " + code));
    if (!type.hasTarget()) {
      return Request.of(type);
    }
    String target =
        findText("target").orElseThrow(() -> new RefusedRequest("\"" + code + "\" needs a target"));
    return new Request(type, target.strip().replaceAll("\\s+", " "));
  }

  ApiCall call() {
    return call(json);
  }

  /** The calls of a page that is taken away; none if it is not said to make any. */
  List<ApiCall> unload() {
    JsonNode calls = json.path("unload");
    if (!calls.isArray() && !calls.isMissingNode()) {
      throw new RefusedRequest("\"unload\" must be an array of calls");
    }
    List<ApiCall> list = new ArrayList<>();
    calls.forEach(call -> list.add(call(call)));
    return list;
  }

  private static ApiCall call(JsonNode json) {
    if (!json.path("call").isString()) {
      throw new RefusedRequest("\"call\" must be a string");
    }
    JsonNode args = json.path("args");
    if (!args.isArray() && !args.isMissingNode()) {
      throw new RefusedRequest("\"args\" must be an array");
    }
    List<String> values = new ArrayList<>();
    args.forEach(arg -> values.add(argument(arg)));
    return new ApiCall(json.path("call").asString(), values);
  }

  /** Content passes numbers and booleans too; the API takes them as their text. */
  private static String argument(JsonNode arg) {
    if (arg.isContainer()) {
      throw new RefusedRequest("an argument must be a string");
    }
    return arg.isString() ? arg.asString() : arg.toString();
  }
}
