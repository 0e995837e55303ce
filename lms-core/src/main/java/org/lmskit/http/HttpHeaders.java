package org.lmskit.http;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Header fields; names compare without case.
 *
 * @param fields values by name, in the order in which they were sent; sorted by name
 * @see "RFC 9110, 5"
 */
public record HttpHeaders(Map<String, List<String>> fields) {
  /** No header at all. */
  public static final HttpHeaders NONE = new HttpHeaders(Map.of());

  /** @throws IllegalArgumentException if a name is not a token, or a value has control characters */
  public HttpHeaders {
    TreeMap<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    fields.forEach((name, values) -> addAll(copy, name, values));
    copy.replaceAll((name, values) -> List.copyOf(values));
    fields = Collections.unmodifiableMap(copy);
  }

  /** One header field. */
  public static HttpHeaders of(String name, String value) {
    return new HttpHeaders(Map.of(name, List.of(value)));
  }

  /** What a client sent: a name or value that no header can have is answered with 400. */
  static HttpHeaders received(Map<String, List<String>> fields) {
    try {
      return new HttpHeaders(fields);
    } catch (IllegalArgumentException e) {
      throw new HttpException(400, "a header is broken");
    }
  }

  /** The first value of a field, if it was sent. */
  public Optional<String> first(String name) {
    return all(name).stream().findFirst();
  }

  /** All values of a field, one for each time that it was sent. */
  public List<String> all(String name) {
    return fields.getOrDefault(name, List.of());
  }

  /** The same headers with this field replaced or added. */
  public HttpHeaders with(String name, String value) {
    TreeMap<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    copy.putAll(fields);
    copy.put(name, List.of(value));
    return new HttpHeaders(copy);
  }

  /** The same headers with one more value of this field, such as a second {@code Set-Cookie}. */
  public HttpHeaders and(String name, String value) {
    List<String> values = new ArrayList<>(all(name));
    values.add(value);
    TreeMap<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    copy.putAll(fields);
    copy.put(name, values);
    return new HttpHeaders(copy);
  }

  private static void addAll(Map<String, List<String>> copy, String name, List<String> values) {
    if (!name.matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+")) {
      throw new IllegalArgumentException("not a header name: " + name);
    }
    values.forEach(value -> checkValue(name, value));
    copy.computeIfAbsent(name, absent -> new ArrayList<>()).addAll(values);
  }

  private static void checkValue(String name, String value) {
    // RFC 9110, 5.5: CR, LF and NUL would split the message
    if (value.chars().anyMatch(c -> c < ' ' && c != '\t' || c == 0x7f)) {
      throw new IllegalArgumentException("header " + name + " has control characters");
    }
  }
}
