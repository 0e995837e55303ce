package org.lmskit.xapi.http;

import java.util.Set;
import org.lmskit.http.HttpResponse;
import org.lmskit.xapi.json.StatementWriter;

/**
 * The Agents and Activities Resources, which are only read.
 *
 * @see "xAPI 1.0.3 Communication 2.4, 2.5; IEEE 9274.1.1 4.1.6.3, 4.1.6.4"
 */
enum LookupResource implements Resource {
  /** agents. */
  AGENTS {
    @Override
    String json(Exchange exchange) {
      Parameters parameters = exchange.parameters(Set.of("agent"));
      return StatementWriter.write(exchange.store().person(parameters.requiredAgent("agent")));
    }
  },
  /** activities. */
  ACTIVITIES {
    @Override
    String json(Exchange exchange) {
      Parameters parameters = exchange.parameters(Set.of("activityId"));
      return StatementWriter.write(exchange.store().activity(parameters.requiredIri("activityId")));
    }
  };

  @Override
  public String methods() {
    return "GET, HEAD";
  }

  abstract String json(Exchange exchange);

  @Override
  public HttpResponse answer(Exchange exchange) {
    if (!exchange.request().method().equals("GET")) {
      throw Resource.methodNotAllowed(exchange.request().method());
    }
    return HttpResponse.json(200, json(exchange));
  }
}
