package org.lmskit.bench;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A statement of 1,350 bytes with ten keys that a filter may ask for.
 *
 * @param id a random UUID
 * @param json its text
 */
record SampleStatement(String id, String json) implements Bare.Row {
  static final int SIZE = 1_350;
  static final int VERBS = 20;
  static final int AGENTS = 10_000;
  static final int ACTIVITIES = 5_000;
  static final int COURSES = 300;

  /** The first verb is in more than a fifth of all statements, and never under the second program. */
  static SampleStatement random(Random random) {
    String id = new UUID(random.nextLong(), random.nextLong()).toString();
    int activity = skewed(random, ACTIVITIES);
    int verb = skewed(random, VERBS);
    String head = """
        {"id":"%s","actor":{"objectType":"Agent","name":"Learner %3$d","account":{"homePage":"https://acme.example","name":"learner-%3$d"}},\
        "verb":{"id":"%2$s","display":{"en-US":"did"}},"object":{"objectType":"Activity","id":"%4$s","definition":{"type":\
        "http://adlnet.gov/expapi/activities/lesson","name":{"en-US":"Lesson %5$d"},"description":{"en-US":"What everybody needs to know."}}},\
        "result":{"success":true,"completion":true,"score":{"scaled":0.85,"raw":85,"min":0,"max":100},"duration":"PT4M13.2S"},\
        "context":{"registration":"%6$s","instructor":{"account":{"homePage":"https://acme.example","name":"trainer-%7$d"}},\
        "language":"en-US","platform":"Academy","contextActivities":{"parent":[{"id":"https://acme.example/courses/%8$d"}],\
        "grouping":[{"id":"https://acme.example/programs/%9$d"}],"category":[{"id":"https://w3id.org/xapi/scorm"}]},\
        "extensions":{"https://acme.example/note":\"""".formatted(
            id,
            verb(verb),
            skewed(random, AGENTS),
            activity(activity),
            activity,
            registration(random.nextInt(100_000)),
            random.nextInt(50),
            random.nextInt(COURSES),
            verb % 2);
    String tail = "\"}},\"timestamp\":\"2026-05-18T08:00:00.000Z\"}";
    return new SampleStatement(id, head + "x".repeat(SIZE - head.length() - tail.length()) + tail);
  }

  static String verb(int number) {
    return "https://acme.example/verbs/" + number;
  }

  static String activity(int number) {
    return "https://acme.example/courses/lessons/" + number;
  }

  static UUID registration(int number) {
    return new UUID(0x0123456789ab4000L, 0x8000000000000000L | number);
  }

  /** A list of statements as it is sent. */
  static byte[] batch(List<SampleStatement> statements) {
    return statements.stream()
        .map(SampleStatement::json)
        .collect(Collectors.joining(",", "[", "]"))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static int skewed(Random random, int count) {
    return (int) (count * random.nextDouble() * random.nextDouble());
  }
}
