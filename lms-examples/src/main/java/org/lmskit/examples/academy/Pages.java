package org.lmskit.examples.academy;

import io.javalin.http.Context;
import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Renders Academy's templates; every value is escaped. */
final class Pages {
  private static final String LEARNER_COOKIE = "academy-learner";

  private final PebbleEngine engine;

  Pages() {
    ClasspathLoader loader = new ClasspathLoader(Pages.class.getClassLoader());
    loader.setPrefix("org/lmskit/examples/academy/templates");
    loader.setSuffix(".peb");
    engine = new PebbleEngine.Builder()
        .loader(loader)
        .strictVariables(true)
        .defaultLocale(Locale.ENGLISH)
        .build();
  }

  /** Whom the visitor chose to be. */
  Person learner(Context context) {
    String cookie = context.cookie(LEARNER_COOKIE);
    return Person.of(cookie == null ? "" : cookie);
  }

  void choose(Context context, Person person) {
    context.cookie(LEARNER_COOKIE, person.id());
  }

  /**
   * Answers with a page.
   *
   * @param page which entry of the navigation is current; empty for none
   */
  void show(Context context, String template, String page, Map<String, ?> model) {
    Map<String, Object> all = new HashMap<>(model);
    all.put("page", page);
    all.put("people", Person.ALL);
    all.put("learner", learner(context));
    StringWriter html = new StringWriter();
    try {
      engine.getTemplate(template).evaluate(html, all);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    context.html(html.toString());
  }

  /** Answers with a sentence and a way on. */
  void say(Context context, int status, String heading, String message) {
    context.status(status);
    Map<String, String> model = Map.of(
        "heading", heading, "message", message, "back", "/", "backText", "Back to the catalogue");
    show(context, "message", "", model);
  }
}
