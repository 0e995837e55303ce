package org.lmskit.xapi.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lmskit.model.Problem;
import org.lmskit.xapi.XapiVersion;

/** What the specification requires of the form of statements: the cases of {@code requirements/statements.txt}. */
class StatementRequirementsTest {
  private static final Path CASES = Path.of("src/test/resources/requirements/statements.txt");
  private static final StatementReader V1 = new StatementReader(XapiVersion.V1_0_3);
  private static final StatementReader V2 = new StatementReader(XapiVersion.V2_0_0);
  private static final String ACTOR = "'actor':{'mbox':'mailto:ann@example.org'}";
  private static final String VERB = "'verb':{'id':'http://example.org/did'}";
  private static final String OBJECT = "'object':{'id':'http://example.org/course'}";

  /**
   * A statement and what is to be found in it.
   *
   * @param requirements the ids of what it shows
   * @param json the text
   * @param findings codes and pointers
   * @param inBoth whether 1.0.3 says the same
   * @param nests whether it may stand in another statement
   */
  private record Case(
      String requirements, String json, List<String> findings, boolean inBoth, boolean nests) {
    /** In another statement everything is found one level deeper. */
    Case nested() {
      String inner = json.replaceFirst("\\{", "{'objectType':'SubStatement',");
      List<String> deeper = findings.stream()
          .map(finding -> finding.replaceFirst(" ", " /object"))
          .toList();
      return new Case(
          requirements,
          "{" + ACTOR + "," + VERB + ",'object':" + inner + "}",
          deeper,
          inBoth,
          false);
    }

    List<String> foundBy(StatementReader reader) {
      return reader.read(json.replace('\'', '"')).problems().stream()
          .filter(Problem::isError)
          .map(problem -> problem.code() + " " + problem.location())
          .toList();
    }
  }

  static List<Case> statements() {
    List<Case> cases = new ArrayList<>();
    String section = "";
    for (String line : lines()) {
      if (line.startsWith("=")) section = line;
      else cases.addAll(cases(line.split(" \\| ", -1), section));
    }
    return cases;
  }

  static Stream<Case> nested() {
    return statements().stream().filter(Case::nests).map(Case::nested);
  }

  private static List<String> lines() {
    try (Stream<String> lines = Files.lines(CASES)) {
      return lines.filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Case> cases(String[] parts, String section) {
    String text = parts[1]
        .replace("$core", ACTOR + "," + VERB + "," + OBJECT)
        .replace("$actor", ACTOR)
        .replace("$verb", VERB)
        .replace("$object", OBJECT)
        .replace("$uuid", "6690e6c9-3ef0-4ed3-8b37-7f3964730bee")
        .replace("$sha2", "a".repeat(64));
    List<Case> cases = new ArrayList<>();
    for (Place place : Place.of(text)) {
      List<String> findings = parts[2].equals("ok")
          ? List.of()
          : Stream.of(parts[2].split("; ")).map(place::finding).toList();
      cases.add(new Case(
          parts[0],
          place.json(),
          findings,
          section.contains("both versions"),
          section.contains("sub-statements") && !place.json().contains("'authority'")));
    }
    return cases;
  }

  /**
   * Where the text of a case stands.
   *
   * @param json the whole statement
   * @param pointer where the text of the case begins in it
   */
  private record Place(String json, String pointer) {
    static List<Place> of(String text) {
      if (text.startsWith("{")) return List.of(new Place(text, ""));
      String[] parts = text.split(" ", 2);
      String value = parts[1];
      return switch (parts[0]) {
        case "+" -> List.of(new Place(added(value), ""));
        case "verb" -> List.of(verb(value));
        case "object" -> List.of(object(value));
        case "agent" ->
          List.of(
              actor(value),
              object(typed(value)),
              in("'authority':", value, "", "/authority"),
              in("'context':{'instructor':", value, "}", "/context/instructor"),
              new Place(
                  actor("{'objectType':'Group','member':[" + value + "]}").json(),
                  "/actor/member/0"));
        case "group" ->
          List.of(
              actor(value),
              object(value),
              in("'context':{'instructor':", value, "}", "/context/instructor"),
              in("'context':{'team':", value, "}", "/context/team"));
        default -> throw new IllegalArgumentException(text);
      };
    }

    String finding(String wanted) {
      String[] parts = wanted.split(" ", 2);
      return parts[0] + " " + pointer + (parts.length > 1 ? parts[1] : "");
    }

    private static String added(String more) {
      return "{" + ACTOR + "," + VERB + "," + OBJECT + "," + more + "}";
    }

    private static Place in(String before, String value, String after, String pointer) {
      return new Place(added(before + value + after), pointer);
    }

    private static Place actor(String value) {
      return new Place("{'actor':" + value + "," + VERB + "," + OBJECT + "}", "/actor");
    }

    private static Place verb(String value) {
      return new Place("{" + ACTOR + ",'verb':" + value + "," + OBJECT + "}", "/verb");
    }

    private static Place object(String value) {
      return new Place("{" + ACTOR + "," + VERB + ",'object':" + value + "}", "/object");
    }

    private static String typed(String agent) {
      if (agent.contains("'objectType'") || !agent.startsWith("{")) return agent;
      return agent.replaceFirst("\\{", "{'objectType':'Agent',");
    }
  }

  @ParameterizedTest
  @MethodSource("statements")
  void a_statement_is_judged(Case given) {
    assertThat(given.foundBy(V2)).isEqualTo(given.findings());
    if (given.inBoth()) assertThat(given.foundBy(V1)).isEqualTo(given.findings());
  }

  /** XAPI-00066: what holds for statements holds for sub-statements. */
  @ParameterizedTest
  @MethodSource("nested")
  void a_sub_statement_is_judged_like_a_statement(Case given) {
    assertThat(given.foundBy(V2)).isEqualTo(given.findings());
    if (given.inBoth()) assertThat(given.foundBy(V1)).isEqualTo(given.findings());
  }
}
