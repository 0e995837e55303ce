package org.lmskit.xapi.http;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lmskit.http.HttpQuery;
import org.lmskit.xapi.Actor;
import org.lmskit.xapi.Agent;
import org.lmskit.xapi.Iri;
import org.lmskit.xapi.XapiException;
import org.lmskit.xapi.json.StatementReader;
import org.lmskit.xapi.json.Timestamps;
import org.lmskit.xapi.json.Uuids;

/** The parameters of a request, checked as strictly as statements (xAPI 1.0.3 Data 2.2, Communication 3.2). */
final class Parameters {
  private final HttpQuery query;
  private final StatementReader reader;

  Parameters(HttpQuery query, StatementReader reader) {
    this.query = query;
    this.reader = reader;
  }

  /** Refuses parameters of other names and repeated ones. */
  Parameters only(Set<String> names) {
    for (String name : query.names()) {
      if (!names.contains(name))
        throw XapiException.badRequest("there is no parameter " + name + " here");
      if (query.all(name).size() > 1)
        throw XapiException.badRequest("the parameter " + name + " is repeated");
    }
    return this;
  }

  boolean has(String name) {
    return text(name) != null;
  }

  boolean hasAny(Set<String> names) {
    return names.stream().anyMatch(this::has);
  }

  @Nullable
  String text(String name) {
    return query.first(name).orElse(null);
  }

  String required(String name) {
    String value = text(name);
    if (value == null || value.isEmpty())
      throw XapiException.badRequest("the parameter " + name + " is missing");
    return value;
  }

  @Nullable
  UUID uuid(String name) {
    String value = text(name);
    if (value == null) return null;
    UUID id = Uuids.parse(value);
    if (id == null) throw wrong(name, "a UUID", value);
    return id;
  }

  @Nullable
  Iri iri(String name) {
    String value = text(name);
    if (value == null) return null;
    if (!Iri.isAbsolute(value)) throw wrong(name, "an absolute IRI", value);
    return new Iri(value);
  }

  Iri requiredIri(String name) {
    String value = required(name);
    if (!Iri.isAbsolute(value)) throw wrong(name, "an absolute IRI", value);
    return new Iri(value);
  }

  @Nullable
  Instant timestamp(String name) {
    String value = text(name);
    if (value == null) return null;
    // an unescaped + of an offset arrives as a blank
    Instant instant = Timestamps.parse(value.replace(' ', '+'));
    if (instant == null) throw wrong(name, "an RFC 3339 timestamp", value);
    return instant;
  }

  boolean flag(String name) {
    String value = text(name);
    if (value == null || value.equals("false")) return false;
    if (value.equals("true")) return true;
    throw wrong(name, "true or false", value);
  }

  int limit(String name) {
    String value = text(name);
    if (value == null) return 0;
    if (!value.matches("[0-9]{1,9}")) throw wrong(name, "a number from 0 on", value);
    return Integer.parseInt(value);
  }

  /** An agent or an identified group. */
  @Nullable
  Actor actor(String name) {
    String value = text(name);
    if (value == null) return null;
    try {
      Actor actor = reader.actor(value);
      if (actor.identifier() == null) throw wrong(name, "an agent or an identified group", value);
      return actor;
    } catch (XapiException e) {
      throw new XapiException(
          400, "the parameter " + name + " is wrong: " + e.getMessage(), e.problems());
    }
  }

  Actor requiredActor(String name) {
    required(name);
    Actor actor = actor(name);
    if (actor == null) throw XapiException.badRequest("the parameter " + name + " is missing");
    return actor;
  }

  Agent requiredAgent(String name) {
    if (requiredActor(name) instanceof Agent agent) return agent;
    throw wrong(name, "an agent", "a group");
  }

  private static XapiException wrong(String name, String expected, String value) {
    String shown = value.length() <= 80 ? value : value.substring(0, 77) + "...";
    return XapiException.badRequest("the parameter " + name + " is " + expected + ", not " + shown);
  }
}
