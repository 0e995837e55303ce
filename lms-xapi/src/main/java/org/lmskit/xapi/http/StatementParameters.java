package org.lmskit.xapi.http;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lmskit.http.HttpQuery;
import org.lmskit.xapi.JsonValue;
import org.lmskit.xapi.Presentation;
import org.lmskit.xapi.StatementFormat;
import org.lmskit.xapi.StatementQuery;
import org.lmskit.xapi.XapiException;
import org.lmskit.xapi.json.LanguageNegotiation;

/**
 * The parameters with which statements are read.
 *
 * @see "xAPI 1.0.3 Communication 2.1.3"
 */
final class StatementParameters {
  private static final String CURSOR = "cursor";
  private static final Set<String> FILTERS = Set.of(
      "agent",
      "verb",
      "activity",
      "registration",
      "related_activities",
      "related_agents",
      "since",
      "until",
      "limit",
      "ascending",
      CURSOR);
  private static final Set<String> ALL = Set.of(
      "statementId",
      "voidedStatementId",
      "format",
      "attachments",
      "agent",
      "verb",
      "activity",
      "registration",
      "related_activities",
      "related_agents",
      "since",
      "until",
      "limit",
      "ascending",
      CURSOR);

  private final Exchange exchange;
  private final Parameters parameters;

  /** @throws XapiException 400 if parameters exclude each other */
  StatementParameters(Exchange exchange) {
    this.exchange = exchange;
    parameters = exchange.parameters(ALL);
    boolean single = parameters.has("statementId") || parameters.has("voidedStatementId");
    if (parameters.has("statementId") && parameters.has("voidedStatementId")) {
      throw XapiException.badRequest("statementId and voidedStatementId exclude each other");
    }
    if (single && parameters.hasAny(FILTERS)) {
      throw XapiException.badRequest(
          "with statementId or voidedStatementId only format and attachments may stand");
    }
  }

  @Nullable
  UUID statementId() {
    return parameters.uuid("statementId");
  }

  @Nullable
  UUID voidedStatementId() {
    return parameters.uuid("voidedStatementId");
  }

  Presentation presentation() {
    String name = parameters.text("format");
    StatementFormat format = name == null ? StatementFormat.EXACT : StatementFormat.named(name);
    if (format == null) {
      throw XapiException.badRequest(
          "the parameter format is ids, exact or canonical, not " + name);
    }
    String header = String.join(",", exchange.request().headers().all("Accept-Language"));
    List<String> languages = header.isEmpty() ? List.of() : LanguageNegotiation.ranges(header);
    return new Presentation(format, languages, parameters.flag("attachments"));
  }

  StatementQuery query(Presentation presentation) {
    return StatementQuery.builder()
        .agent(parameters.actor("agent"))
        .verb(parameters.iri("verb"))
        .activity(parameters.iri("activity"))
        .registration(parameters.uuid("registration"))
        .relatedActivities(parameters.flag("related_activities"))
        .relatedAgents(parameters.flag("related_agents"))
        .since(parameters.timestamp("since"))
        .until(parameters.timestamp("until"))
        .limit(parameters.limit("limit"))
        .ascending(parameters.flag("ascending"))
        .presentation(presentation)
        .build()
        .from(parameters.text(CURSOR));
  }

  /** The relative IRL of the next page as JSON: the same request, and where it goes on. */
  static String more(Exchange exchange, @Nullable StatementQuery next) {
    if (next == null || next.cursor() == null) return "\"\"";
    HttpQuery query = HttpQuery.NONE;
    for (HttpQuery.Parameter parameter : exchange.request().query().parameters()) {
      if (!parameter.name().equals(CURSOR)) query = query.and(parameter.name(), parameter.value());
    }
    String path = exchange.request().base() + exchange.request().path();
    return JsonValue.of(path + '?' + query.and(CURSOR, next.cursor())).json();
  }
}
