package org.lmskit.http;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a query or of a posted form, decoded, in order, repeated ones kept.
 *
 * @param parameters name and value pairs
 */
public record HttpQuery(List<Parameter> parameters) {
  /** No parameter at all. */
  public static final HttpQuery NONE = new HttpQuery(List.of());

  /**
   * One parameter.
   *
   * @param name decoded
   * @param value decoded; empty if there was no equals sign
   */
  public record Parameter(String name, String value) {}

  /** Copies the list. */
  public HttpQuery {
    parameters = List.copyOf(parameters);
  }

  /**
   * Reads {@code application/x-www-form-urlencoded} text.
   *
   * @param raw as in the address, without the question mark; null if there is none
   * @throws HttpException 400 if an escape is broken or the text is not UTF-8
   */
  public static HttpQuery parse(@Nullable String raw) {
    if (raw == null || raw.isEmpty()) {
      return NONE;
    }
    List<Parameter> found = new ArrayList<>();
    for (String pair : raw.split("&")) {
      if (!pair.isEmpty()) {
        found.add(parameter(pair));
      }
    }
    return new HttpQuery(found);
  }

  /** One parameter more. */
  public HttpQuery and(String name, String value) {
    List<Parameter> more = new ArrayList<>(parameters);
    more.add(new Parameter(name, value));
    return new HttpQuery(more);
  }

  /** The first value of this name. */
  public Optional<String> first(String name) {
    return parameters.stream()
        .filter(p -> p.name().equals(name))
        .map(Parameter::value)
        .findFirst();
  }

  /** All values of this name. */
  public List<String> all(String name) {
    return parameters.stream()
        .filter(p -> p.name().equals(name))
        .map(Parameter::value)
        .toList();
  }

  /** The names, each once, in the order of their first appearance. */
  public Set<String> names() {
    return parameters.stream()
        .map(Parameter::name)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** The text for an address, without a question mark; what {@link #parse} reads back. */
  @Override
  public String toString() {
    return parameters.stream()
        .map(p -> PercentCoding.encode(p.name()) + "=" + PercentCoding.encode(p.value()))
        .collect(Collectors.joining("&"));
  }

  private static Parameter parameter(String pair) {
    int equals = pair.indexOf('=');
    String name = equals < 0 ? pair : pair.substring(0, equals);
    String value = equals < 0 ? "" : pair.substring(equals + 1);
    return new Parameter(PercentCoding.decode(name, true), PercentCoding.decode(value, true));
  }
}
