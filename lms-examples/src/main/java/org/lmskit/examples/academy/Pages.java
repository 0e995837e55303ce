package org.lmskit.examples.academy;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.lmskit.model.CourseId;
import org.lmskit.model.NotFoundException;

/** Renders Academy's templates; every value is escaped. */
final class Pages {
  private static final String LEARNER_COOKIE = "academy-learner";
  private static final int A_YEAR = 365 * 24 * 60 * 60;

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
    Cookie cookie =
        new Cookie(LEARNER_COOKIE, person.id(), "/", A_YEAR, false, true, null, SameSite.STRICT);
    context.cookie(cookie);
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
    all.put("here", context.method().name().equals("GET") ? context.path() : "/");
    StringWriter html = new StringWriter();
    try {
      engine.getTemplate(template).evaluate(html, all);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    context.contentType("text/html; charset=utf-8").result(html.toString());
  }

  /** Answers with a sentence and a way on. */
  void say(Context context, int status, String heading, String message, Way way) {
    context.status(status);
    Map<String, String> model = Map.of(
        "heading", heading, "message", message, "back", way.address(), "backText", way.text());
    show(context, "message", "", model);
  }

  /**
   * A way on from a message.
   *
   * @param address where it leads
   * @param text what its button says
   */
  record Way(String address, String text) {
    static final Way TO_CATALOGUE = new Way("/", "Back to the catalogue");
    static final Way TO_IMPORT = new Way("/import", "Back to the import page");
  }

  /**
   * An id in an address.
   *
   * @throws NotFoundException if nothing can have that id
   */
  static <T> T id(Context context, String parameter, Function<String, T> type) {
    String value = context.pathParam(parameter);
    try {
      return type.apply(value);
    } catch (IllegalArgumentException e) {
      throw new NotFoundException("no " + parameter + " has such an id: " + e.getMessage());
    }
  }

  /** The address of a course's page. */
  static String course(CourseId course) {
    return "/courses/"
        + URLEncoder.encode(course.value(), StandardCharsets.UTF_8).replace("+", "%20");
  }
}
