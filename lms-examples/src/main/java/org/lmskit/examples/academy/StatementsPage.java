package org.lmskit.examples.academy;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.lmskit.xapi.Activity;
import org.lmskit.xapi.Actor;
import org.lmskit.xapi.Agent;
import org.lmskit.xapi.Iri;
import org.lmskit.xapi.LanguageMap;
import org.lmskit.xapi.RecordedStatement;
import org.lmskit.xapi.Result;
import org.lmskit.xapi.Statement;
import org.lmskit.xapi.StatementObject;
import org.lmskit.xapi.StatementPage;
import org.lmskit.xapi.StatementQuery;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What the embedded record store holds, the newest first. */
final class StatementsPage {
  private static final int ON_A_PAGE = 25;
  private static final String VERBS = "http://adlnet.gov/expapi/verbs/";
  private static final JsonMapper JSON = JsonMapper.builder()
      .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
      .build();

  private static final List<Verb> KNOWN = Stream.of(
          "registered",
          "launched",
          "initialized",
          "answered",
          "completed",
          "passed",
          "failed",
          "terminated")
      .map(name -> new Verb(VERBS + name, name))
      .toList();

  private final Academy academy;
  private final Pages pages;

  /**
   * A verb to choose from.
   *
   * @param id its IRI
   * @param name for display
   */
  public record Verb(String id, String name) {}

  /**
   * A statement in the list.
   *
   * @param actor who
   * @param verb did
   * @param object what
   * @param score in words; empty without one
   * @param when in words
   * @param json all of it
   */
  public record Line(
      String actor, String verb, String object, String score, String when, String json) {}

  StatementsPage(Academy academy, Pages pages) {
    this.academy = academy;
    this.pages = pages;
  }

  void show(Context context) {
    String verb = parameter(context, "verb");
    String agent = parameter(context, "agent");
    String more = parameter(context, "more");
    StatementQuery query = StatementQuery.builder()
        .verb(KNOWN.stream()
            .filter(known -> known.id().equals(verb))
            .map(known -> new Iri(known.id()))
            .findFirst()
            .orElse(null))
        .agent(Person.ALL.stream()
            .filter(person -> person.id().equals(agent))
            .map(Academy::agent)
            .findFirst()
            .orElse(null))
        .limit(ON_A_PAGE)
        .build();
    StatementPage page = academy.lrs().query(more.isEmpty() ? query : query.from(more));
    Map<String, Object> model = new HashMap<>();
    model.put("verbs", KNOWN);
    model.put("chosenVerb", verb);
    model.put("chosenAgent", agent);
    model.put("statements", page.statements().stream().map(StatementsPage::line).toList());
    model.put("more", page.next() == null ? "" : page.next().cursor());
    pages.show(context, "statements", "statements", model);
  }

  private static String parameter(Context context, String name) {
    String value = context.queryParam(name);
    return value == null ? "" : value;
  }

  private static Line line(RecordedStatement recorded) {
    Statement statement = recorded.statement();
    Instant when = statement.timestamp();
    return new Line(
        name(statement.actor()),
        text(statement.verb().display(), statement.verb().id().value()),
        name(statement.object()),
        result(statement.result()),
        when == null ? "" : Words.moment(when),
        JSON.writerWithDefaultPrettyPrinter().writeValueAsString(JSON.readTree(recorded.json())));
  }

  private static String name(Actor actor) {
    if (actor instanceof Agent agent && agent.name() != null) {
      return agent.name();
    }
    return "Somebody";
  }

  private static String name(StatementObject object) {
    if (!(object instanceof Activity activity)) {
      return "something";
    }
    String last = activity.id().value().replaceFirst(".*/", "");
    if (activity.definition() == null) {
      return last;
    }
    LanguageMap name = activity.definition().name();
    return text(name.isEmpty() ? activity.definition().description() : name, last);
  }

  private static String text(LanguageMap map, String otherwise) {
    return map.isEmpty() ? otherwise : map.values().values().iterator().next();
  }

  private static String result(Result result) {
    if (result == null) {
      return "";
    }
    if (result.score() != null) {
      return Words.score(result.score());
    }
    if (result.success() != null) {
      return result.success() ? "right" : "wrong";
    }
    return "";
  }
}
