package org.lmskit.xapi.http;

import java.util.List;
import org.lmskit.http.HttpException;
import org.lmskit.http.HttpResponse;
import org.lmskit.model.Problem;
import org.lmskit.xapi.JsonValue;
import org.lmskit.xapi.XapiException;

/** Writes refusals as JSON: the message, and every problem with its code and JSON pointer. */
final class Refusal {
  private Refusal() {}

  static HttpResponse of(XapiException refusal) {
    return of(refusal.status(), String.valueOf(refusal.getMessage()), refusal.problems());
  }

  static HttpResponse of(HttpException refusal) {
    return of(refusal.status(), String.valueOf(refusal.getMessage()));
  }

  static HttpResponse of(int status, String message) {
    return of(status, message, List.of());
  }

  private static HttpResponse of(int status, String message, List<Problem> problems) {
    StringBuilder json = new StringBuilder("{\"status\":").append(status);
    member(json.append(','), "message", message);
    if (!problems.isEmpty()) {
      json.append(",\"problems\":[");
      for (int i = 0; i < problems.size(); i++)
        problem(i == 0 ? json : json.append(','), problems.get(i));
      json.append(']');
    }
    return HttpResponse.json(status, json.append('}').toString());
  }

  private static void problem(StringBuilder json, Problem problem) {
    member(json.append('{'), "code", problem.code());
    member(json.append(','), "location", problem.location());
    member(json.append(','), "message", problem.message());
    json.append('}');
  }

  private static void member(StringBuilder json, String name, String value) {
    json.append('"').append(name).append("\":").append(JsonValue.of(value).json());
  }
}
