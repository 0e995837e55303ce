package org.lmskit.bench;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.lmskit.store.Body;
import org.lmskit.store.Kind;
import org.lmskit.store.Kinds;

/**
 * A stand-in for a statement: 1,350 bytes of JSON and eight keys, each of which a filter may ask for.
 *
 * @param id a random UUID
 * @param json the text that is stored
 * @param keys verb, agent, activity, registration, and two related agents and activities
 */
record Line(String id, String json, List<String> keys) implements Bare.Row {
  static final int SIZE = 1_350;
  static final int VERBS = 20;
  static final int AGENTS = 10_000;
  static final int ACTIVITIES = 5_000;

  /** Reads back the line's parts from fixed places, since parsing JSON is not what is measured here. */
  static final Kind<Line> KIND = Kind.<Line>ordered("bench_line", Line::id)
      .many("key", Line::keys)
      .body(new Body<>(Line::json, Line::read));

  static final Kinds KINDS = new Kinds("bench", List.of(KIND), Line.class.getClassLoader());

  private static final String FIELD = "\",\"";

  static Line random(Random random) {
    String id = new UUID(random.nextLong(), random.nextLong()).toString();
    // Squared, so that some are popular: the first verb is in more than a fifth of all lines.
    int verb = (int) (VERBS * random.nextDouble() * random.nextDouble());
    List<String> keys = List.of(
        "verb" + verb,
        "agent" + skewed(random, AGENTS),
        "activity" + skewed(random, ACTIVITIES),
        "registration" + random.nextInt(100_000),
        "instructor" + random.nextInt(50),
        "team" + random.nextInt(200),
        "course" + random.nextInt(300),
        "parity" + random.nextInt(2));
    String head = "{\"id\":\"" + id + FIELD.substring(0, 2) + "\"keys\":[\""
        + String.join(FIELD, keys) + "\"],\"text\":\"";
    return new Line(id, head + "x".repeat(SIZE - head.length() - 2) + "\"}", keys);
  }

  private static int skewed(Random random, int count) {
    return (int) (count * random.nextDouble() * random.nextDouble());
  }

  private static Line read(String json) {
    int id = "{\"id\":\"".length();
    int from = json.indexOf("[\"") + 2;
    String keys = json.substring(from, json.indexOf("\"]", from));
    return new Line(json.substring(id, json.indexOf('"', id)), json, List.of(keys.split(FIELD)));
  }
}
